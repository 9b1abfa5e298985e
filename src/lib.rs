#![doc = include_str!("../ARCHITECTURE.md")]
#![deny(clippy::disallowed_methods, clippy::disallowed_types, clippy::print_stdout, clippy::print_stderr)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

// pest's derive names it, because pest is built without `std`: the stack guard of that feature costs a fifth of all parsing, and
// `syntax::split` bounds the depth anyway.
extern crate alloc;

pub mod digest;
pub mod schema;
pub mod source;
pub mod diagnostic;
pub mod language;
pub mod nearest;
pub mod redline;
pub mod yaml;
pub mod syntax;
pub mod formula;
pub mod edit;
pub mod model;
pub mod graph;
pub mod logic;
pub mod ooxml;
pub mod comments;
pub mod lock;
pub mod risk;
pub mod coverage;
pub mod wording;
pub mod check;
pub mod obligations;
pub mod artifact;
pub mod document;
pub mod diff;
pub mod catalogue;
pub mod render;
pub mod export;
pub mod corpus;
pub mod publish;
pub mod format;
pub mod project;
pub mod cli;
