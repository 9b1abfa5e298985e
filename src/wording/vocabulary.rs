//! Vocabularies: a lexicon made ready to find its words in running text, all of them in one pass.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::model::standard::Eso;

use super::lexicon::{Force, Lexicon};

/// What a word of the lexicon is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// A verbal form of a provision.
    Verb(Force),
    /// Another expression for one.
    Equivalent(Force),
    /// `must`: a form that is no provision.
    Constraint,
    /// What a deliverable is not to call itself.
    SelfReference,
    /// A phrase in which a vague word is settled.
    Settled,
    /// A predicate about which two assessors can disagree.
    Vague,
    /// Words that let the reader out of a provision.
    Escape,
    /// A word that provisions do without: its place in [`Lexicon::avoid`].
    Avoided(usize),
    /// A word with two readings: its place in [`Lexicon::ambiguous`].
    Ambiguous(usize),
}

/// A form of the lexicon: its words in lower case, and what it is.
#[derive(Debug)]
struct Form {
    words: Vec<String>,
    class: Class,
}

/// A lexicon whose words can be looked up.
#[derive(Debug)]
pub struct Vocabulary {
    /// The lexicon.
    pub lexicon: Lexicon,
    /// The forms by their first word, the longest first.
    forms: BTreeMap<String, Vec<Form>>,
    /// Which first words there are, by what is seen of a word at a glance: most words of a text are none and are passed over at once.
    glance: Vec<bool>,
}

/// The words of a text: where each stands.
pub(super) type Words = [Range<usize>];

/// The longest word that a lexicon may hold, in bytes.
const LONGEST: usize = 32;

impl Vocabulary {
    /// The vocabulary of an organisation's drafts; `None` where the lexicon that comes with normc cannot be read, which a test rules out.
    pub fn built_in(eso: Eso) -> Option<&'static Self> {
        static ETSI: LazyLock<Option<Vocabulary>> =
            LazyLock::new(|| Lexicon::built_in(Eso::Etsi).ok().map(Vocabulary::new));
        static CEN: LazyLock<Option<Vocabulary>> =
            LazyLock::new(|| Lexicon::built_in(Eso::Cen).ok().map(Vocabulary::new));
        match eso {
            Eso::Etsi => ETSI.as_ref(),
            Eso::Cen | Eso::Cenelec => CEN.as_ref(),
        }
    }

    /// Makes a lexicon ready.
    pub fn new(lexicon: Lexicon) -> Self {
        let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        let mut glance = vec![false; 1 << 15];
        for (text, class) in all(&lexicon) {
            let words: Vec<_> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
            let Some(first) = words.first().cloned() else { continue };
            glance[at_a_glance(first.as_bytes())] = true;
            forms.entry(first).or_default().push(Form { words, class });
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
        }
        Self { lexicon, forms, glance }
    }

    /// The longest form that begins at a word of a text: what it is, and of how many words.
    pub(super) fn at(&self, text: &str, words: &Words) -> Option<(Class, usize)> {
        let first = &text[words.first()?.clone()];
        if !self.glance[at_a_glance(first.as_bytes())] {
            return None;
        }
        let mut lower = [0; LONGEST];
        let lower = lower.get_mut(..first.len())?;
        lower.copy_from_slice(first.as_bytes());
        lower.make_ascii_lowercase();
        let forms = self.forms.get(std::str::from_utf8(lower).ok()?)?;
        let form = forms.iter().find(|form| fits(form, text, words))?;
        Some((form.class, form.words.len()))
    }
}

/// Whether a form stands at the beginning of these words, with nothing but white space between its parts.
fn fits(form: &Form, text: &str, words: &Words) -> bool {
    let Some(words) = words.get(..form.words.len()) else { return false };
    let same = form.words.iter().zip(words).skip(1).all(|(one, at)| text[at.clone()].eq_ignore_ascii_case(one));
    let blank = |pair: &[Range<usize>]| text[pair[0].end..pair[1].start].chars().all(char::is_whitespace);
    same && words.windows(2).all(blank)
}

/// The first two bytes, without case, and the length.
fn at_a_glance(word: &[u8]) -> usize {
    let byte = |at: usize| usize::from(word.get(at).copied().unwrap_or(0) & 31);
    (byte(0) << 10) | (byte(1) << 5) | (word.len() & 31)
}

/// Every form of a lexicon with its class.
fn all(lexicon: &Lexicon) -> Vec<(&str, Class)> {
    let mut all: Vec<(&str, Class)> = Vec::new();
    for (force, verbs) in &lexicon.verbs {
        all.extend(verbs.forms.iter().map(|form| (form.as_str(), Class::Verb(*force))));
        all.extend(verbs.equivalents.keys().map(|form| (form.as_str(), Class::Equivalent(*force))));
    }
    let lists = [
        (&lexicon.constraint.forms, Class::Constraint),
        (&lexicon.self_reference.avoid, Class::SelfReference),
        (&lexicon.settled, Class::Settled),
        (&lexicon.vague, Class::Vague),
        (&lexicon.escape, Class::Escape),
    ];
    all.extend(lists.iter().flat_map(|(list, class)| list.iter().map(|form| (form.as_str(), *class))));
    let avoided = lexicon.avoid.iter().enumerate();
    all.extend(avoided.map(|(at, replaced)| (replaced.word.as_str(), Class::Avoided(at))));
    let ambiguous = lexicon.ambiguous.iter().enumerate();
    all.extend(ambiguous.map(|(at, replaced)| (replaced.word.as_str(), Class::Ambiguous(at))));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::words::words;

    fn found(text: &str) -> Vec<(String, Class)> {
        let vocabulary = Vocabulary::built_in(Eso::Etsi).unwrap();
        let words = words(text).0;
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let step = vocabulary.at(text, &words[at..]).map_or(1, |(class, count)| {
                found.push((text[words[at].start..words[at + count - 1].end].to_owned(), class));
                count
            });
            at += step;
        }
        found
    }

    #[test]
    fn the_longest_form_counts() {
        let verb = Class::Verb(Force::Requirement);
        assert_eq!(found("It Shall not\n  fall."), [("Shall not".to_owned(), verb)]);
        assert_eq!(found("It shall, not fall."), [("shall".to_owned(), verb)]);
        assert_eq!(found("where  appropriate"), [("where  appropriate".to_owned(), Class::Escape)]);
        assert_eq!(found("appropriate marshalls"), [("appropriate".to_owned(), Class::Vague)]);
        assert_eq!(found("R&D of this & that, must-have"), [("&".to_owned(), Class::Avoided(3))]);
    }

    #[test]
    fn no_form_is_listed_twice_and_none_is_too_long() {
        for eso in [Eso::Etsi, Eso::Cen] {
            let lexicon = Lexicon::built_in(eso).unwrap();
            let mut forms: Vec<_> = all(&lexicon).into_iter().map(|(form, _)| form.to_lowercase()).collect();
            assert!(forms.iter().flat_map(|form| form.split(' ')).all(|word| word.len() <= LONGEST));
            forms.sort();
            let twice: Vec<_> = forms.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
