//! Comments as text documents: forms of strangers are read and filled in without touching anything else in them; a fresh form is written.

mod fill;
mod form;
mod read;
mod styles;
mod walk;
mod write;

pub use fill::{Filled, fill};
pub(super) use read::{main_part, read};
pub(super) use write::write;
