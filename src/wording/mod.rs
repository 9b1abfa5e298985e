//! Wording: what the texts of deliverables say, word by word, by the lexicon of the organisation in whose format the draft is. Judges nothing:
//! a word is a fact, and the rules of the group `wording` say where it may stand.

mod legal_terms;
mod lexicon;
mod numbers;
mod place;
mod sentence;
mod short_forms;
mod stretch;
mod style;
mod subject;
mod vocabulary;
mod words;

use std::ops::Range;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::language::Header;
use crate::model::standard::Eso;
use crate::model::{Declaration, Id, Model, Package, Standard};
use crate::source::Span;
use crate::syntax::{Content, Text};

pub use legal_terms::{LegalTerms, legal_terms};
pub use lexicon::{Actor, Constraint, Exemptions, Force, Lexicon, OnlyIn, Replaced, SelfReference, Verbs};
pub use numbers::{Number, numbers};
pub use place::{Place, place};
pub use sentence::sentences;
pub use short_forms::short_forms;
pub use style::{CrossReferences, Drafts, Style};
pub use subject::subject;
pub use vocabulary::{Class, Vocabulary};

/// Every statement, and every other text in which a word of a lexicon stands, in the order of the model; made once and shared by the rules.
#[derive(Debug, Default)]
pub struct Wording<'s> {
    /// The texts.
    pub passages: Vec<Passage<'s>>,
}

/// A text with the words of the lexicon that stand in it.
#[derive(Debug)]
pub struct Passage<'s> {
    /// The declaration that holds it.
    pub owner: Id,
    /// The property that it stands at.
    pub property: &'static str,
    /// What part of a draft that is.
    pub place: Place,
    /// Whose format the draft has; `None` in a library, which serves drafts of every format.
    pub eso: Option<Eso>,
    /// The lexicon by which it was read.
    pub lexicon: &'static Lexicon,
    /// The text.
    pub text: Text<'s>,
    /// What it reads.
    pub content: Content<'s>,
    /// Its sentences, as stretches of the content.
    pub sentences: Vec<Range<usize>>,
    /// The words of the lexicon in it, in order, quotations and code left out.
    pub found: Vec<Found>,
}

/// A word of a lexicon in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub class: Class,
    /// Where it stands in the content.
    pub range: Range<usize>,
    /// What part of a draft that is: the passage's place, or a footnote in it.
    pub place: Place,
    /// In which of the passage's sentences.
    pub sentence: usize,
}

/// Reads the texts of every deliverable and library.
pub fn read<'s>(model: &Model<'s>) -> Wording<'s> {
    let packages: Vec<_> =
        model.packages().iter().filter_map(|package| Some((package, format(model, package)?))).collect();
    let passages = packages.par_iter().flat_map(|(package, (eso, vocabulary))| {
        let members = model.members(package.id).par_iter();
        members.flat_map_iter(|declaration| passages(model, declaration, *eso, vocabulary))
    });
    Wording { passages: passages.collect() }
}

/// In whose format the texts of a package are printed; `None` where its words are not a draft's.
fn format(model: &Model<'_>, package: &Package<'_>) -> Option<(Option<Eso>, &'static Vocabulary)> {
    let eso = match package.header? {
        Header::Standard => Some(model.body::<Standard<'_>>(package.head?)?.eso?),
        Header::Library => None,
        Header::Regulation | Header::Request | Header::Survey | Header::Programme => return None,
    };
    Some((eso, Vocabulary::built_in(eso.unwrap_or(Eso::Etsi))?))
}

fn passages<'s>(
    model: &Model<'s>,
    declaration: &Declaration<'s>,
    eso: Option<Eso>,
    vocabulary: &'static Vocabulary,
) -> impl Iterator<Item = Passage<'s>> {
    declaration.texts.iter().filter_map(move |written| {
        let place = place::place(model, declaration, written.property)?;
        let content = written.text.content();
        // A statement without any such word is what a rule has to see, too.
        let none = (place == Place::Statement).then(Default::default);
        let (sentences, found) = search(content.as_str(), place, vocabulary).or(none)?;
        Some(Passage {
            owner: declaration.id,
            property: written.property,
            place,
            eso,
            lexicon: &vocabulary.lexicon,
            text: written.text,
            content,
            sentences,
            found,
        })
    })
}

/// The sentences of a text and the words of the lexicon in it; `None` where there is no such word.
fn search(text: &str, place: Place, vocabulary: &Vocabulary) -> Option<(Vec<Range<usize>>, Vec<Found>)> {
    let (found, marked) = vocabulary.find(text);
    let mut found: Vec<_> =
        found.into_iter().map(|(class, range)| Found { class, range, place, sentence: 0 }).collect();
    if !found.is_empty() && marked {
        let apart = stretch::apart(text, &vocabulary.lexicon.exempt);
        found.retain(|word| !apart.is_exempt(&word.range));
        let in_footnote = |word: &Found| apart.is_footnote(&word.range);
        found.iter_mut().filter(|word| in_footnote(word)).for_each(|word| word.place = Place::Footnote);
    }
    if found.is_empty() {
        return None;
    }
    let sentences = sentences(text, &vocabulary.lexicon);
    for word in &mut found {
        word.sentence = sentences.partition_point(|sentence| sentence.end <= word.range.start);
    }
    found.retain(|word| word.class != Class::Settled && !is_name(text, word, &sentences));
    (!found.is_empty()).then_some((sentences, found))
}

/// Whether what looks like a verb is a name: `May`, the month, or `Will` has its capital inside a sentence or a number behind it.
fn is_name(text: &str, word: &Found, sentences: &[Range<usize>]) -> bool {
    let capital = text[word.range.clone()].chars();
    let capital = capital.clone().next().is_some_and(char::is_uppercase) && capital.skip(1).all(|c| !c.is_uppercase());
    let opens = sentences
        .get(word.sentence)
        .is_some_and(|sentence| text[sentence.start..word.range.start].chars().all(|c| !c.is_alphanumeric()));
    let number = text[word.range.end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let can_be = matches!(word.class, Class::Verb(Force::Permission | Force::Inevitability | Force::Possibility));
    can_be && capital && (!opens || number)
}

impl<'s> Wording<'s> {
    /// The texts of a declaration among them.
    pub fn of(&self, owner: Id) -> &[Passage<'s>] {
        let start = self.passages.partition_point(|passage| passage.owner < owner);
        let length = self.passages[start..].partition_point(|passage| passage.owner == owner);
        &self.passages[start..start + length]
    }

    /// The statement of a requirement; `None` where nobody knows by whose lexicon to read it.
    pub fn statement(&self, requirement: Id) -> Option<&Passage<'s>> {
        self.of(requirement).iter().find(|passage| passage.place == Place::Statement)
    }
}

/// A word with its first letter as large as that of the one whose place it takes.
pub fn in_case_of(written: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

impl Passage<'_> {
    /// Where a stretch of it stands in the source.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.content.source_span(range.clone())
    }

    /// What a stretch of it reads, on one line.
    pub fn words(&self, range: &Range<usize>) -> String {
        self.content.as_str()[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The sentence in which a word stands.
    pub fn sentence(&self, found: &Found) -> &str {
        self.sentences.get(found.sentence).map_or("", |sentence| &self.content.as_str()[sentence.clone()])
    }

    /// The verbal forms that make a provision.
    pub fn provisions(&self) -> impl Iterator<Item = (&Found, Force)> {
        self.found.iter().filter_map(|found| match found.class {
            Class::Verb(force) if force.is_normative() => Some((found, force)),
            _ => None,
        })
    }

    /// Whether the sentence of a word has a verbal form that makes a provision.
    pub fn binds(&self, found: &Found) -> bool {
        let first = self.found.partition_point(|other| other.sentence < found.sentence);
        let mut same = self.found[first..].iter().take_while(|other| other.sentence == found.sentence);
        same.any(|other| matches!(other.class, Class::Verb(force) if force.is_normative()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, usize, Place)> {
        let vocabulary = Vocabulary::built_in(Eso::Etsi).unwrap();
        let found = search(text, Place::Statement, vocabulary).map_or_else(Vec::new, |(_, found)| found);
        found.into_iter().map(|word| (&text[word.range], word.sentence, word.place)).collect()
    }

    #[test]
    fn words_know_their_sentence_and_their_place() {
        let text = "It shall hold. “It must.” It may [can-do] not.\n\n[^1]: It should.";
        let expected = [("shall", 0, Place::Statement), ("may", 2, Place::Statement), ("should", 3, Place::Footnote)];
        assert_eq!(found(text), expected);
        assert_eq!(found("Nothing of the sort."), []);
        assert_eq!(found("In May, or on 3 May 2026, as is reasonably foreseeable. May 2027."), []);
        assert_eq!(found("May it hold.").len(), 1);
    }
}
