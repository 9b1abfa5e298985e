//! Parse: the text of one file makes a syntax tree and findings. The only folder that names pest; knows no other file.

mod tree;

pub use tree::{Argument, Block, Item, SyntaxTree, Value};
