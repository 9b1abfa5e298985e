//! The table of kinds and properties: the one list of Norm's keywords. It says which keyword may stand where, what arguments it takes, and
//! what it means in a line. The parser's messages, the formatter, the model, the book's reference and `normc schema` read it; it reads nothing.

mod contents;
mod evaluation;
mod header;
mod programme;
mod prose;
mod regulation;
mod request;
mod requirement;
mod review;
mod risk;
mod security;
mod survey;
mod units;

pub use contents::MATTERS;
pub use programme::LANGUAGES;
pub use units::{UNITS, Unit, unit};

/// The six things that a package can be. A package has exactly one header item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Header {
    /// A legal act.
    Regulation,
    /// A standardisation request.
    Request,
    /// A deliverable.
    Standard,
    /// What several deliverables share.
    Library,
    /// A gap analysis.
    Survey,
    /// A work programme.
    Programme,
}

impl Header {
    /// Every header, in the order of the book.
    pub const ALL: [Self; 6] =
        [Self::Regulation, Self::Request, Self::Standard, Self::Library, Self::Survey, Self::Programme];

    /// The keyword.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Regulation => "regulation",
            Self::Request => "request",
            Self::Standard => "standard",
            Self::Library => "library",
            Self::Survey => "survey",
            Self::Programme => "programme",
        }
    }

    /// The header of a keyword.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|header| header.word() == word)
    }
}

/// What may stand at one place among a keyword's arguments.
#[derive(Clone, Copy, Debug)]
pub enum Argument {
    /// The name that the item declares.
    Declares,
    /// A string on one line: a title or a short phrase.
    Title,
    /// A string or a Markdown text.
    Text,
    /// One or more strings or texts, with commas between.
    Texts,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One or more of these words, with commas between.
    Words(&'static [&'static str]),
    /// A word that another declaration introduces, such as a value of a risk factor.
    Value,
    /// Words in rising order: `none < personal < secret`.
    Scale,
    /// One or more words that other declarations introduce, with commas between.
    Values,
    /// A reference to one thing of one of these kinds.
    Refer(&'static [&'static str]),
    /// References to one or more things of one of these kinds, with commas between.
    Refers(&'static [&'static str]),
    /// The name of a package.
    Package,
    /// One or more names of packages, with commas between.
    Packages,
    /// The name of one of normc's rules.
    Rule,
    /// Names of normc's rules, with commas between.
    Rules,
    /// `2026-10-30`.
    Date,
    /// A whole number or a range of two: `2`, `1..2`.
    Count,
    /// A whole number: `7`.
    Whole,
    /// A number with or without a unit, or a word: the value of a parameter.
    Quantity,
    /// A condition over features and risk factors: `sync and not hardware-bound`, `DAT >= personal`.
    Condition,
    /// What a parameter may be: `in 3..100`, `>= 64 MiB`, `in (gcm, ccm)`.
    Constraint,
    /// A word that opens an argument of its own: `at "0.3.0"`, `when CONDITION`, `to low`.
    Clause(&'static str, &'static Argument),
}

/// One place among a keyword's arguments.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// What may stand there.
    pub argument: Argument,
    /// Whether it may be missing.
    pub optional: bool,
}

/// How often a property may stand in its item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occurs {
    /// At most once.
    Once,
    /// Exactly once.
    Required,
    /// Any number of times.
    Repeated,
    /// Once or more.
    RequiredRepeated,
}

/// Where the name that an item declares must be unique, and how others write it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The item declares no name.
    Unnamed,
    /// Unique in the package: `R-KDF`.
    Package,
    /// Unique in the item around it, and written with that item's name by others: `I-2c.opt-out`.
    Parent,
    /// Unique in the item around it and not seen outside it: a parameter.
    Local,
}

/// What a block may hold.
#[derive(Clone, Copy, Debug)]
pub enum Children {
    /// No block may follow.
    None,
    /// These keywords.
    Keywords(&'static [Keyword]),
    /// Lines of a parameter's name and what it may be: `memory >= 64 MiB`.
    Constraints,
}

/// A keyword: a kind (declares a thing) or a property (says something of the thing around it).
#[derive(Clone, Copy, Debug)]
pub struct Keyword {
    /// The word.
    pub word: &'static str,
    /// What it says, in one line, for messages, hover and the book.
    pub help: &'static str,
    /// Its arguments, in order.
    pub slots: &'static [Slot],
    /// How often it may stand in its item; of no meaning at top level.
    pub occurs: Occurs,
    /// Where the name it declares is unique.
    pub scope: Scope,
    /// What its block may hold.
    pub children: Children,
    /// The packages at whose top level it may stand; empty for what stands only inside another item.
    pub headers: &'static [Header],
}

impl Keyword {
    const fn property(word: &'static str, help: &'static str, slots: &'static [Slot]) -> Self {
        Self { word, help, slots, occurs: Occurs::Once, scope: Scope::Unnamed, children: Children::None, headers: &[] }
    }

    const fn kind(
        word: &'static str,
        help: &'static str,
        headers: &'static [Header],
        slots: &'static [Slot],
        children: &'static [Self],
    ) -> Self {
        Self {
            word,
            help,
            slots,
            occurs: Occurs::Repeated,
            scope: Scope::Package,
            children: Children::Keywords(children),
            headers,
        }
    }

    const fn required(mut self) -> Self {
        self.occurs = match self.occurs {
            Occurs::Once | Occurs::Required => Occurs::Required,
            Occurs::Repeated | Occurs::RequiredRepeated => Occurs::RequiredRepeated,
        };
        self
    }

    const fn repeated(mut self) -> Self {
        self.occurs = match self.occurs {
            Occurs::Once | Occurs::Repeated => Occurs::Repeated,
            Occurs::Required | Occurs::RequiredRepeated => Occurs::RequiredRepeated,
        };
        self
    }

    const fn holding(mut self, children: &'static [Self]) -> Self {
        self.children = Children::Keywords(children);
        self
    }

    const fn holding_constraints(mut self) -> Self {
        self.children = Children::Constraints;
        self
    }

    const fn scoped(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// The keywords its block may hold, without those of [`COMMON`].
    pub const fn own_children(&self) -> &'static [Self] {
        match self.children {
            Children::Keywords(children) => children,
            Children::None | Children::Constraints => &[],
        }
    }

    /// The keyword `word` inside this one's block: its own, or a common one where the keyword declares something.
    pub fn child(&self, word: &str) -> Option<&'static Self> {
        self.all_children().find(|child| child.word == word)
    }

    /// Every keyword that may stand in its block.
    pub fn all_children(&self) -> impl Iterator<Item = &'static Self> {
        let common: &'static [Self] = if self.is_kind() { COMMON } else { &[] };
        self.own_children().iter().chain(common)
    }

    /// Whether it declares a thing of the model, as against saying something of one.
    pub const fn is_kind(&self) -> bool {
        !matches!(self.scope, Scope::Unnamed) || !self.headers.is_empty()
    }
}

const fn need(argument: Argument) -> Slot {
    Slot { argument, optional: false }
}

const fn may(argument: Argument) -> Slot {
    Slot { argument, optional: true }
}

const TITLE: &[Slot] = &[need(Argument::Title)];
const TEXT: &[Slot] = &[need(Argument::Text)];
const DATE: &[Slot] = &[need(Argument::Date)];
const NAMED: &[Slot] = &[need(Argument::Declares), may(Argument::Title)];
const TITLED: &[Slot] = &[need(Argument::Declares), need(Argument::Title)];
const WHEN: &[Slot] = &[need(Argument::Condition)];

/// The phases of a product's life cycle, in order (M/606, Annex II, section 1).
pub const PHASES: &[&str] = &["planning", "design", "development", "production", "delivery", "maintenance"];
const DELIVERABLE: &[Header] = &[Header::Standard];
const SHARED: &[Header] = &[Header::Standard, Header::Library];

/// Properties that every kind may carry.
pub const COMMON: &[Keyword] = &[
    Keyword::property("note", "An informative note, printed with the item.", TEXT).repeated(),
    Keyword::property("example", "An informative example, printed with the item.", TEXT).repeated(),
    Keyword::property("rationale", "Why the item is there and why it suffices.", TEXT),
    Keyword::property(
        "source",
        "Where the item comes from: a reference, and the clause in it.",
        &[need(Argument::Refer(&["reference"])), may(Argument::Title)],
    )
    .repeated(),
    Keyword::property("since", "The version of the deliverable in which the item first stood.", TITLE),
    Keyword::property(
        "editors-note",
        "A remark of the editor, shown in drafts and refused at stage `published`.",
        TEXT,
    )
    .repeated(),
    Keyword::property(
        "allow",
        "Accepts a finding of one rule on this item, with the reason.",
        &[need(Argument::Rule), need(Argument::Clause("because", &Argument::Text))],
    )
    .repeated(),
];

/// Top-level keywords that belong together: a page of the book.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its name, as the page's file is called.
    pub name: &'static str,
    /// The page's heading.
    pub title: &'static str,
    /// What the keywords are for, in a line.
    pub help: &'static str,
    /// The keywords, headers first.
    pub keywords: &'static [Keyword],
}

const fn group(name: &'static str, title: &'static str, help: &'static str, keywords: &'static [Keyword]) -> Group {
    Group { name, title, help, keywords }
}

/// The groups of the table, in the order of the book.
pub const GROUPS: &[Group] = &[
    group(
        "packages",
        "Packages and what they share",
        "What a package is, what it sees of others, and the levels, features, users and use cases that conditions and requirements speak of.",
        header::KEYWORDS,
    ),
    group(
        "law",
        "The law",
        "What a package with the header `regulation` holds: the parts of a legal act that deliverables answer for.",
        regulation::KEYWORDS,
    ),
    group(
        "request",
        "The standardisation request",
        "What a package with the header `request` holds: the requested deliverables, and what is asked of them.",
        request::KEYWORDS,
    ),
    group("risk", "Risk", "How likelihood and impact are rated, and what they depend on.", risk::KEYWORDS),
    group(
        "security",
        "Assets, threats and objectives",
        "What is to be protected, what endangers it, and what is to be achieved.",
        security::KEYWORDS,
    ),
    group(
        "requirements",
        "Requirements and assessments",
        "What a product has to meet, how that is assessed, and what becomes of the requirements of a horizontal and of the act.",
        requirement::KEYWORDS,
    ),
    group(
        "evaluation",
        "Evaluation",
        "The concepts of evaluation, how far assurance goes in which use case, and decisions question by question.",
        evaluation::KEYWORDS,
    ),
    group(
        "contents",
        "What is considered",
        "What a deliverable says of the matters that its request wants considered, and of what it builds on.",
        contents::KEYWORDS,
    ),
    group("review", "Reviews", "What no rule can decide: who judged, when, and how it came out.", review::KEYWORDS),
    group(
        "prose",
        "Terms, references and prose",
        "What a draft holds besides: words, sources, clauses, annexes and history.",
        prose::KEYWORDS,
    ),
    group(
        "survey",
        "Gap analysis",
        "What a package with the header `survey` holds: existing standards, and what they map to.",
        survey::KEYWORDS,
    ),
    group(
        "programme",
        "Work programme",
        "What a package with the header `programme` holds: who develops what, by when, and with whom.",
        programme::KEYWORDS,
    ),
];

/// Every keyword that may stand at the top level of a file, headers first.
pub fn top_level() -> impl Iterator<Item = &'static Keyword> {
    GROUPS.iter().flat_map(|group| group.keywords)
}

/// The top-level keyword of this word.
pub fn keyword(word: &str) -> Option<&'static Keyword> {
    top_level().find(|keyword| keyword.word == word)
}

/// Whether a word is a keyword at the top level of a file or in the block of an item there.
pub fn is_keyword(word: &str) -> bool {
    top_level().any(|keyword| keyword.word == word || keyword.child(word).is_some())
}

/// Kinds with their articles, for messages: ``an `asset` or a `threat` ``.
pub fn one_of(kinds: &[&str]) -> String {
    let one = |kind: &&str| {
        let article = if kind.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
        format!("{article} `{kind}`")
    };
    kinds.iter().map(one).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(keyword: &'static Keyword, visit: &mut dyn FnMut(&'static Keyword)) {
        visit(keyword);
        for child in keyword.own_children() {
            walk(child, visit);
        }
    }

    #[test]
    fn every_keyword_is_unique_among_its_siblings_and_has_help() {
        let mut words: Vec<_> = top_level().map(|keyword| keyword.word).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        for top in top_level() {
            walk(top, &mut |keyword| {
                assert!(keyword.help.ends_with('.'), "{}", keyword.word);
                let mut words: Vec<_> = keyword.all_children().map(|child| child.word).collect();
                let count = words.len();
                words.sort_unstable();
                words.dedup();
                assert_eq!(words.len(), count, "two children of one name in {}", keyword.word);
            });
        }
    }

    #[test]
    fn every_reference_names_a_kind_of_the_table() {
        let mut kinds = Vec::new();
        for top in top_level() {
            walk(top, &mut |keyword| {
                if keyword.scope != Scope::Unnamed {
                    kinds.push(keyword.word);
                }
            });
        }
        for top in top_level() {
            walk(top, &mut |keyword| {
                for slot in keyword.slots {
                    if let Argument::Refer(names) | Argument::Refers(names) = slot.argument {
                        for name in names {
                            assert!(kinds.contains(name), "{} refers to {name}", keyword.word);
                        }
                    }
                }
            });
        }
    }
}
