//! Emit a whole corpus: a corpus and options make files. Pure: reads no model, no file, no clock.

mod site;

use crate::artifact::Collection;
use crate::corpus::Corpus;

/// Every format of a whole corpus.
pub const BACKENDS: &[&Collection<Corpus>] = &[&site::BACKEND];
