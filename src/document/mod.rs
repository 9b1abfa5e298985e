//! Compose: an outline and the model make a draft. Knows no output format.

mod block;

pub use block::{
    Block, Cell, Clause, ClauseKind, Cover, Definition, Document, Field, Figure, Inline, Metadata, PageTwoBlock, Table,
};
