//! Subjects: whom the verb of a provision binds, where that is somebody and not the product. A light grammar that would rather see nothing than
//! see wrongly: it knows an actor only at the beginning of the words before the verb.

use std::ops::Range;

use super::lexicon::Actor;
use super::words::words;
use super::{Found, Passage};

/// Words that may stand before the noun.
const BEFORE: &[&str] =
    &["the", "a", "an", "each", "every", "any", "all", "no", "its", "their", "such", "that", "these", "those"];

/// Words that join what the verb belongs to with what stands before.
const JOINING: &[&str] = &["and", "or", "but", "then"];

/// Words after which the noun before them is still the head: `the manufacturer of the product`, `the user who …`.
const AFTER: &[&str] = &[
    "of",
    "who",
    "that",
    "which",
    "in",
    "with",
    "at",
    "for",
    "or",
    "and",
    "under",
    "within",
    "by",
    "from",
    "whose",
    "on",
    "to",
    "does",
    "do",
    "also",
    "only",
    "both",
    "themselves",
    "itself",
];

/// How far before the verb a subject may begin, in bytes; what is longer is not plain.
const FAR: usize = 600;

/// The actor that is the subject of a verb, and the noun phrase as far as it was read; `None` where the subject is a thing, or not plain.
pub fn subject(passage: &Passage<'_>, verb: &Found) -> Option<(Actor, Range<usize>)> {
    let text = passage.content.as_str();
    let start = passage.sentences.get(verb.sentence)?.start;
    let before = &text[start..verb.range.start];
    if before.len() > FAR {
        return None;
    }
    // `The manufacturer, on request, shall`: what stands between commas is passed over.
    let parts: Vec<_> = parts(before, start);
    let part = match parts.split_last()? {
        (last, rest) if text[last.clone()].trim().is_empty() => rest.first()?,
        (last, _) => last,
    };
    actor_of(passage, part.clone())
}

/// The parts between commas, colons and semicolons, as stretches of the text.
fn parts(before: &str, start: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = start;
    for part in before.split_inclusive([',', ';', ':']) {
        let length = part.trim_end_matches([',', ';', ':']).len();
        parts.push(at..at + length);
        at += part.len();
    }
    if before.ends_with([',', ';', ':']) || before.trim_end().ends_with([',', ';', ':']) {
        parts.push(at..at);
    }
    parts
}

fn actor_of(passage: &Passage<'_>, part: Range<usize>) -> Option<(Actor, Range<usize>)> {
    let text = &passage.content.as_str()[part.clone()];
    let all = words(text);
    let is = |at: usize, list: &[&str]| {
        all.get(at).is_some_and(|word| list.iter().any(|one| text[word.clone()].eq_ignore_ascii_case(one)))
    };
    let mut at = 0;
    while is(at, JOINING) {
        at += 1;
    }
    let begins = all.get(at)?.start;
    while is(at, BEFORE) {
        at += 1;
    }
    for (actor, nouns) in &passage.lexicon.actors {
        for noun in nouns {
            let count = noun.split(' ').count();
            let stretch = all.get(at)?.start..all.get(at + count - 1).map_or(0, |word| word.end);
            let same = text.get(stretch.clone()).is_some_and(|found| found.eq_ignore_ascii_case(noun));
            if same && (at + count == all.len() || is(at + count, AFTER)) {
                return Some((*actor, part.start + begins..part.start + stretch.end));
            }
        }
    }
    None
}
