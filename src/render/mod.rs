//! Emit drafts: a document and options make a file. Pure: reads no model, no file, no clock.

mod html;
mod mathml;
#[cfg(feature = "pdf")]
mod pdf;
mod sts;
mod xml;

use crate::artifact::Backend;
use crate::document::Document;

/// Every format of drafts.
pub const BACKENDS: &[&Backend<Document>] = &[
    &html::BACKEND,
    #[cfg(feature = "pdf")]
    &pdf::BACKEND,
    &sts::BACKEND,
];
