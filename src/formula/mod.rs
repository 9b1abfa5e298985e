//! Formulas in the notation of LaTeX, as a tree that every format has elements for. The only folder that names the parser's crate.

mod read;
mod symbols;
mod tree;
mod unread;

pub use read::read;
pub use tree::Math;
pub use unread::Unread;
