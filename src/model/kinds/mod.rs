//! The typed things a package is made of, one file a kind. The macro below is the one list of them.
#![allow(unreachable_pub, reason = "`model` hands on those kinds and modules that others name")]

use super::Declaration;
use super::entry::Entry;
use super::reader::Reader;

/// Reads a kind from its entry.
pub(super) trait Read<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self;
}

/// A kind of declaration, so that `model.all::<Requirement>()` can ask for one.
pub trait Kind<'s>: Sized {
    /// Its keyword.
    const KEYWORD: &'static str;

    /// What a declaration says, where it is of this kind.
    fn of<'m>(declaration: &'m Declaration<'s>) -> Option<&'m Self>;
}

/// An enumeration of words of the language.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// The value of a word.
            pub fn of(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The word.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}
mod mapping;
mod param;

pub use mapping::Mapping;
pub use param::{Choice, Param, ParamType, ParamValue};

macro_rules! kinds {
    ($($file:ident => $word:literal $name:ident $(<$life:lifetime>)?;)*) => {
        $(pub mod $file;)*
        $(pub use $file::$name;)*

        /// What a declaration says, by its kind.
        #[derive(Clone, Debug)]
        pub enum Body<'s> {
            $(
                #[doc = concat!("`", $word, "`")]
                $name(Box<$name $(<$life>)?>),
            )*
            /// A keyword that is no declaration of its own.
            Other(std::marker::PhantomData<&'s ()>),
        }

        impl<'s> Body<'s> {
            pub(super) fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
                match entry.keyword.word {
                    $($word => Self::$name(Box::new($name::read(entry, reader))),)*
                    _ => Self::Other(std::marker::PhantomData),
                }
            }
        }

        $(
            impl<'s> Kind<'s> for $name $(<$life>)? {
                const KEYWORD: &'static str = $word;

                fn of<'m>(declaration: &'m Declaration<'s>) -> Option<&'m Self> {
                    match &declaration.body {
                        Body::$name(body) => Some(body),
                        _ => None,
                    }
                }
            }
        )*
    };
}

kinds! {
    regulation => "regulation" Regulation<'s>;
    request => "request" Request<'s>;
    standard => "standard" Standard<'s>;
    library => "library" Library<'s>;
    survey => "survey" Survey<'s>;
    programme => "programme" Programme<'s>;
    essential => "essential" Essential<'s>;
    concept => "concept" Concept;
    category => "category" Category<'s>;
    module => "module" Module<'s>;
    information => "information" Information<'s>;
    documentation => "documentation" Documentation<'s>;
    item => "item" Item<'s>;
    obligation => "obligation" Obligation<'s>;
    levels => "levels" Levels<'s>;
    level => "level" Level<'s>;
    feature => "feature" Feature<'s>;
    user_category => "user-category" UserCategory<'s>;
    use_case => "use-case" UseCase<'s>;
    risk_factor => "risk-factor" RiskFactor<'s>;
    risk_matrix => "risk-matrix" RiskMatrix<'s>;
    asset => "asset" Asset<'s>;
    assumption => "assumption" Assumption<'s>;
    policy => "policy" Policy<'s>;
    threat => "threat" Threat<'s>;
    objective => "objective" Objective<'s>;
    profile => "profile" Profile<'s>;
    residual => "residual" Residual<'s>;
    family => "family" Family<'s>;
    requirement => "requirement" Requirement<'s>;
    assessment => "assessment" Assessment<'s>;
    adopts => "adopts" Adopts;
    deviates => "deviates" Deviates<'s>;
    omits => "omits" Omits<'s>;
    not_applicable => "not-applicable" NotApplicable<'s>;
    considers => "considers" Considers<'s>;
    builds_on => "builds-on" BuildsOn<'s>;
    methodology => "methodology" Methodology<'s>;
    assurance => "assurance" Assurance<'s>;
    decision_tree => "decision-tree" DecisionTree<'s>;
    review => "review" Review<'s>;
    guidance => "guidance" Guidance<'s>;
    term => "term" Term<'s>;
    abbreviation => "abbreviation" Abbreviation<'s>;
    symbol => "symbol" Symbol<'s>;
    reference => "reference" CitedDocument<'s>;
    clause => "clause" FreeClause<'s>;
    annex => "annex" Annex<'s>;
    figure => "figure" FigureFile<'s>;
    formula => "formula" FreeFormula<'s>;
    table => "table" FreeTable<'s>;
    revision => "revision" Revision<'s>;
    existing => "existing" Existing<'s>;
    provision => "provision" Provision<'s>;
    finding => "finding" Finding<'s>;
    body => "body" TechnicalBody<'s>;
    work_item => "work-item" WorkItem<'s>;
    milestone => "milestone" Milestone<'s>;
    participation => "participation" Participation<'s>;
    report => "report" Report<'s>;
}
