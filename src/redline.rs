//! Two texts, or two lists, beside each other: what stayed, what was taken out and what was put in. The one place that compares words; knows no
//! model and no draft.

use std::hash::Hash;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Up to this product of two lengths, lists are compared thing by thing; past it, texts by sentences first.
const LIMIT: usize = 1 << 20;

/// What became of a piece of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stroke {
    /// It stands in both.
    Kept,
    /// It stands in the old text only.
    Deleted,
    /// It stands in the new text only.
    Inserted,
}

/// A piece of two texts that are shown as one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Piece {
    /// What became of it.
    pub stroke: Stroke,
    /// What it says.
    pub text: String,
}

/// Neighbours that have the same lot: their places in the old list and in the new one; one of the two is empty where they were not kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What became of them.
    pub stroke: Stroke,
    /// Where they stand in the old list.
    pub old: Range<usize>,
    /// Where they stand in the new list.
    pub new: Range<usize>,
}

/// Two texts as one, word by word. What is kept or deleted, joined, is the old text; what is kept or inserted, the new one.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (olds, news) = (tokens(old), tokens(new));
    let is_blank = |step: &Step| olds[step.old.clone()].iter().all(|token| token.trim().is_empty());
    let is_long = olds.len().saturating_mul(news.len()) > LIMIT;
    let steps = phrases(if is_long { by_sentences(&olds, &news) } else { steps(&olds, &news) }, is_blank);
    let text = |step: Step| {
        let tokens = if step.stroke == Stroke::Inserted { &news[step.new] } else { &olds[step.old] };
        Piece { stroke: step.stroke, text: tokens.concat() }
    };
    steps.into_iter().map(text).collect()
}

/// How much of two texts is the same, in hundredths.
pub fn likeness(old: &str, new: &str) -> usize {
    let length = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let kept: usize = words(old, new).iter().filter(|it| it.stroke == Stroke::Kept).map(|it| length(&it.text)).sum();
    match length(old) + length(new) {
        0 => 100,
        both => 200 * kept / both,
    }
}

/// Two lists beside each other. Long lists that have little in common are held to be different between what they begin and end with alike.
pub fn steps<T: Hash + Eq + Ord>(old: &[T], new: &[T]) -> Vec<Step> {
    let before = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (olds, news) = (&old[before..], &new[before..]);
    let after = olds.iter().rev().zip(news.iter().rev()).take_while(|(one, other)| one == other).count();
    let (middle_old, middle_new) = (before..old.len() - after, before..new.len() - after);
    let mut found = vec![Step { stroke: Stroke::Kept, old: 0..before, new: 0..before }];
    if middle_old.len().saturating_mul(middle_new.len()) <= LIMIT {
        let ops = capture_diff_slices(Algorithm::Myers, &old[middle_old.clone()], &new[middle_new.clone()]);
        let (mut old, mut new) = (before, before);
        for op in ops {
            found.extend(step(op, &mut old, &mut new));
        }
    } else {
        found.extend(replaced(middle_old.clone(), middle_new.clone()));
    }
    found.push(Step { stroke: Stroke::Kept, old: middle_old.end..old.len(), new: middle_new.end..new.len() });
    found.retain(|step| !step.old.is_empty() || !step.new.is_empty());
    found
}

/// Sentences first, then the words of those that differ.
fn by_sentences(olds: &[&str], news: &[&str]) -> Vec<Step> {
    let ends_sentence =
        |one: &&str, next: &&str| matches!(*one, "." | ";") && next.trim().is_empty() || one.contains('\n');
    let chunks = |tokens: &[&str]| {
        let parts = tokens.chunk_by(|one, next| !ends_sentence(one, next));
        let mut ends = vec![0];
        let texts: Vec<_> =
            parts.inspect(|part| ends.push(ends[ends.len() - 1] + part.len())).map(<[&str]>::concat).collect();
        (texts, ends)
    };
    let ((old_texts, old_ends), (new_texts, new_ends)) = (chunks(olds), chunks(news));
    let mut found = Vec::new();
    let mut gone = 0..0;
    for step in steps(&old_texts, &new_texts) {
        let old = old_ends[step.old.start]..old_ends[step.old.end];
        let new = new_ends[step.new.start]..new_ends[step.new.end];
        if step.stroke == Stroke::Inserted && gone.end == old.start && !gone.is_empty() {
            found.pop();
            let inner = steps(&olds[gone.clone()], &news[new.clone()]).into_iter();
            found.extend(inner.map(|step| shifted(step, gone.start, new.start)));
        } else {
            found.push(Step { stroke: step.stroke, old: old.clone(), new });
        }
        gone = if step.stroke == Stroke::Deleted { old } else { 0..0 };
    }
    found
}

fn shifted(step: Step, old: usize, new: usize) -> Step {
    let Step { stroke, old: olds, new: news } = step;
    Step { stroke, old: olds.start + old..olds.end + old, new: news.start + new..news.end + new }
}

fn replaced(old: Range<usize>, new: Range<usize>) -> [Step; 2] {
    let inserted = Step { stroke: Stroke::Inserted, old: old.end..old.end, new: new.clone() };
    [Step { stroke: Stroke::Deleted, old, new: new.start..new.start }, inserted]
}

/// What an operation comes to behind what was told before; only its lengths are relied upon.
fn step(op: DiffOp, old: &mut usize, new: &mut usize) -> Vec<Step> {
    let olds = *old..*old + op.old_range().len();
    let news = *new..*new + op.new_range().len();
    (*old, *new) = (olds.end, news.end);
    match op {
        DiffOp::Equal { .. } => vec![Step { stroke: Stroke::Kept, old: olds, new: news }],
        DiffOp::Delete { .. } => vec![Step { stroke: Stroke::Deleted, old: olds, new: news.start..news.start }],
        DiffOp::Insert { .. } => vec![Step { stroke: Stroke::Inserted, old: olds.end..olds.end, new: news }],
        DiffOp::Replace { .. } => replaced(olds, news).to_vec(),
    }
}

/// Steps in which changes with nothing but a blank between them become one, with what is deleted before what is inserted: people read phrases.
pub fn phrases(steps: Vec<Step>, is_blank: impl Fn(&Step) -> bool) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let mut open: Option<(Range<usize>, Range<usize>)> = None;
    let last = steps.len().saturating_sub(1);
    for (at, step) in steps.into_iter().enumerate() {
        let bridges = step.stroke == Stroke::Kept && open.is_some() && at != last && is_blank(&step);
        if step.stroke == Stroke::Kept && !bridges {
            out.extend(open.take().into_iter().flat_map(|(old, new)| replaced(old, new)));
            match out.last_mut().filter(|last| last.stroke == Stroke::Kept) {
                Some(last) => (last.old.end, last.new.end) = (step.old.end, step.new.end),
                None => out.push(step),
            }
        } else {
            let start = open.map_or((step.old.start, step.new.start), |(old, new)| (old.start, new.start));
            open = Some((start.0..step.old.end, start.1..step.new.end));
        }
    }
    out.extend(open.into_iter().flat_map(|(old, new)| replaced(old, new)));
    out.retain(|step| !step.old.is_empty() || !step.new.is_empty());
    out
}

/// Words and names, blanks, and every other character for itself.
pub fn tokens(text: &str) -> Vec<&str> {
    let sort = |c: char| match c {
        _ if c.is_alphanumeric() || matches!(c, '_' | '\u{301}') => 0,
        _ if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    let (mut start, mut last) = (0, None);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        // `cra:I-2e` and `0.5` are one word, `end.` and `: ` are not.
        let joins = matches!(c, '-' | '.' | ':') && [last, next].iter().all(|it| it.is_some_and(|it| sort(it) == 0));
        let goes_on = next.is_some_and(|next| {
            let is_joint = matches!(next, '-' | '.' | ':') && sort(c) == 0;
            let after = || text[at + c.len_utf8() + next.len_utf8()..].chars().next();
            joins || sort(next) == sort(c) && sort(c) != 2 || is_joint && after().is_some_and(|after| sort(after) == 0)
        });
        if !goes_on {
            let end = at + c.len_utf8();
            found.push(&text[start..end]);
            start = end;
        }
        last = Some(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let shown = words(old, new).into_iter().map(|piece| match piece.stroke {
            Stroke::Kept => piece.text,
            Stroke::Deleted => format!("[-{}-]", piece.text),
            Stroke::Inserted => format!("[+{}+]", piece.text),
        });
        shown.collect()
    }

    #[test]
    fn changes_are_phrases() {
        assert_eq!(shown("The vault shall wait.", "The vault should wait."), "The vault [-shall-][+should+] wait.");
        assert_eq!(shown("at least 32 MiB of it", "at least 64 GiB of it"), "at least [-32 MiB-][+64 GiB+] of it");
        assert_eq!(shown("a b", "a b c"), "a b[+ c+]");
        assert_eq!(shown("as cra:I-2e. So", "as cra:I-2f. So"), "as [-cra:I-2e-][+cra:I-2f+]. So");
        assert_eq!(shown("", "a"), "[+a+]");
        assert_eq!(shown("", ""), "");
        assert_eq!((likeness("a b c d", "a b c e"), likeness("a", "b"), likeness("", "")), (75, 0, 100));
    }

    #[test]
    fn much_that_differs_is_no_matter() {
        let text = |seed: usize| (0..40_000).map(|at| format!("w{} ", at * 7 + seed)).collect::<String>();
        let pieces = words(&text(1), &text(2));
        assert!(pieces.len() < 20);
        let sentences = |last: &str| (0..900).map(|at| format!("Sentence {at} is here. ")).collect::<String>() + last;
        let pieces = words(&format!("A{}", sentences("b")), &format!("C{}", sentences("d")));
        assert_eq!(pieces.iter().filter(|piece| piece.stroke == Stroke::Kept).count(), 1);
    }

    proptest! {
        #[test]
        fn either_text_comes_back(old in "[a-d .:é\n-]{0,40}", new in "[a-d .:é\n-]{0,40}") {
            let kept = |other| words(&old, &new).into_iter().filter(move |piece| piece.stroke != other);
            prop_assert_eq!(kept(Stroke::Inserted).map(|piece| piece.text).collect::<String>(), old.clone());
            prop_assert_eq!(kept(Stroke::Deleted).map(|piece| piece.text).collect::<String>(), new.clone());
            let (olds, news) = (tokens(&old), tokens(&new));
            let steps = by_sentences(&olds, &news);
            let side = |other| steps.iter().filter(move |step| step.stroke != other);
            prop_assert_eq!(side(Stroke::Inserted).map(|step| olds[step.old.clone()].concat()).collect::<String>(), old.clone());
            prop_assert_eq!(side(Stroke::Deleted).map(|step| news[step.new.clone()].concat()).collect::<String>(), new.clone());
        }
    }
}
