//! Parse: the text of one file makes a syntax tree and findings. The only folder that names pest; knows no other file.

mod condition;
mod text;
mod tree;

pub use condition::{Expression, condition};
pub use text::{Content, Text};
pub use tree::{Argument, Block, Item, SyntaxTree, Value};
