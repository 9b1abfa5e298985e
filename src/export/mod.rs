//! Emit catalogues: a catalogue and options make a file. Pure: reads no model, no file, no clock.

mod json;
mod oscal;

use crate::artifact::Backend;
use crate::catalogue::Catalogue;

pub use json::schema;

/// Every format of catalogues.
pub const BACKENDS: &[&Backend<Catalogue>] = &[&json::BACKEND, &oscal::BACKEND];
