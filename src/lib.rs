//! The compiler for European cybersecurity standards.

pub mod source;
pub mod diagnostic;
pub mod language;
pub mod syntax;
pub mod artifact;
pub mod document;
pub mod render;
