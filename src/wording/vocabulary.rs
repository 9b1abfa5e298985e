//! Vocabularies: a lexicon made ready to find its words in running text, all of them in one pass.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::model::standard::Eso;

use super::lexicon::{Force, Lexicon};
use super::words::{Walk, word_after};

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

/// A lexicon whose words can be found.
#[derive(Debug)]
pub struct Vocabulary {
    /// The lexicon.
    pub lexicon: Lexicon,
    /// The forms by what is seen of their first word at a glance, the longest first.
    forms: Vec<Vec<Form>>,
    /// Where in `forms` those are whose first word looks so; most words of a text look like none and are passed over at once.
    glance: Vec<u16>,
    /// Whether a word that begins with these two bytes can begin a form.
    beginnings: Vec<bool>,
}

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
        let mut by_glance: BTreeMap<usize, Vec<Form>> = BTreeMap::new();
        let mut beginnings = vec![false; 1 << 10];
        for (text, class) in all(&lexicon) {
            let words: Vec<_> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
            let Some(first) = words.first().map(String::as_bytes) else { continue };
            beginnings[beginning(first[0], first.get(1).copied().unwrap_or(b' '))] = true;
            by_glance.entry(at_a_glance(first)).or_default().push(Form { words, class });
        }
        let (mut forms, mut glance) = (vec![Vec::new()], vec![0; 1 << 15]);
        for (look, mut alike) in by_glance {
            alike.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
            glance[look] = u16::try_from(forms.len()).unwrap_or(0);
            forms.push(alike);
        }
        Self { lexicon, forms, glance, beginnings }
    }

    /// The forms in a text, in order and none inside another: what each is and where it stands. Also whether the text has marks that may exempt
    /// a stretch of it.
    pub(super) fn find(&self, text: &str) -> (Vec<(Class, Range<usize>)>, bool) {
        let mut found = Vec::new();
        let mut walk = Walk::new(text);
        while let Some(word) = walk.next(|first, second| self.beginnings[beginning(first, second)]) {
            if let Some((class, end)) = self.at(text, &word) {
                walk.go_on(end);
                found.push((class, word.start..end));
            }
        }
        (found, walk.marked)
    }

    /// The longest form that begins with a word: what it is, and where it ends.
    fn at(&self, text: &str, word: &Range<usize>) -> Option<(Class, usize)> {
        let look = at_a_glance(&text.as_bytes()[word.clone()]);
        let forms = &self.forms[usize::from(self.glance[look])];
        // The second word is looked for once, for as many forms as begin alike.
        let mut second = None;
        let mut fitting = forms.iter().filter(|form| is(text, word, &form.words[0]));
        fitting.find_map(|form| {
            let Some((next, rest)) = form.words[1..].split_first() else { return Some((form.class, word.end)) };
            let second = second.get_or_insert_with(|| word_after(text, word.end)).as_ref()?;
            let end = is(text, second, next).then_some(second.end)?;
            Some((form.class, rest.iter().try_fold(end, |at, expected| goes_on(text, at, expected))?))
        })
    }
}

fn is(text: &str, word: &Range<usize>, expected: &str) -> bool {
    word.len() == expected.len() && text[word.clone()].eq_ignore_ascii_case(expected)
}

/// Where the next word ends, if it is the one expected and nothing but white space stands before it.
fn goes_on(text: &str, at: usize, expected: &str) -> Option<usize> {
    let next = word_after(text, at)?;
    is(text, &next, expected).then_some(next.end)
}

/// The first two bytes of a word, without case.
const fn beginning(first: u8, second: u8) -> usize {
    ((first & 31) as usize) << 5 | (second & 31) as usize
}

/// The first two bytes, without case, and the length.
fn at_a_glance(word: &[u8]) -> usize {
    let byte = |at: usize| word.get(at).copied().unwrap_or(b' ');
    beginning(byte(0), byte(1)) << 5 | (word.len() & 31)
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

    fn found(text: &str) -> Vec<(String, Class)> {
        let found = Vocabulary::built_in(Eso::Etsi).unwrap().find(text).0;
        found.into_iter().map(|(class, at)| (text[at].to_owned(), class)).collect()
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
    fn no_form_is_listed_twice() {
        for eso in [Eso::Etsi, Eso::Cen] {
            let lexicon = Lexicon::built_in(eso).unwrap();
            let mut forms: Vec<_> = all(&lexicon).into_iter().map(|(form, _)| form.to_lowercase()).collect();
            forms.sort();
            let twice: Vec<_> = forms.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
