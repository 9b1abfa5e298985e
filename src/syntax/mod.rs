//! Parse: the text of one file makes a syntax tree and findings. The only folder that names pest; knows no other file.

mod builder;
mod characters;
mod condition;
mod explain;
mod parser;
mod split;
mod text;
mod tree;

pub use condition::{Expression, condition};
pub use parser::parse;
pub use text::{Content, Text};
pub use tree::{Argument, Block, Bound, Item, SyntaxTree, Value};
