//! Source files, spans in them, and lines and columns. Knows no syntax and never reads the disk.

mod file;
mod span;

pub use file::{FileId, Position, SourceFile, Sources};
pub use span::Span;
