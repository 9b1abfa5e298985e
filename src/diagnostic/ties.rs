//! What ties findings together. A stage says it of its own finding and knows no other; `check::causes` reads it once all findings are there.

use crate::source::Span;

/// Something that is referred to and is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lack {
    /// The package that would hold it.
    pub package: String,
    /// Its name; empty where the whole package is out of reach.
    pub name: String,
    /// The kinds that it may be of; any where this is empty.
    pub kinds: Vec<&'static str>,
    /// The declaration of that package whose name is nearest.
    pub near: Option<Span>,
}

/// What a finding says of things that others speak of too.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Ties {
    /// What is referred to and is not there. Findings of one rule that lack the same have one cause.
    pub lack: Option<Lack>,
    /// Of a finding that misses something: the kinds of declarations that would say it. Where one of these could not be read, the finding may
    /// only follow from that.
    pub misses: Option<&'static [&'static str]>,
    /// A declaration that is not taken over, by the place of its name. What it would have brought is missed as well.
    pub without: Option<Span>,
}
