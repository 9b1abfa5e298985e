//! Compose: an outline and the model make a draft, with final numbers and resolved cross-references. Knows no output format.

mod annexes;
mod block;
mod compare;
mod compose;
mod considered;
mod context;
mod cover;
mod evaluation;
mod figures;
mod fit;
mod filled;
mod front;
mod inline;
mod links;
mod lone;
mod metadata;
mod marks;
mod number;
mod pictures;
pub mod outline;
mod places;
mod prose;
mod provisions;
mod references;
mod relationship;
mod remarks;
mod sentences;
mod walk;
mod written;

pub use crate::formula::Math;
pub use block::{
    AnnexTypes, Block, Cell, Citation, Clause, ClauseKind, Definition, Document, Field, Figure, Heading, Listed,
    ListingEntry, Mark, Metadata, Row, Table,
};
pub use compare::compare;
pub use compose::{anchor, compose};
pub use cover::{Cover, PageTwoBlock};
pub use fit::is_identifier;
pub use inline::Inline;
pub use outline::{House, Outline};
pub use places::places;
pub use prose::by_itself;
pub use provisions::numbers as requirement_numbers;
