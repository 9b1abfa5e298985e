//! Emit drafts: a document and options make a file. Pure: reads no model, no file, no clock.

mod docx;
pub(crate) mod html;
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
    &docx::BACKEND,
    #[cfg(feature = "pdf")]
    &pdf::BACKEND,
    &sts::BACKEND,
];

/// What is to be known of a publisher's template before a draft of an organisation is made with it: the styles that it lacks, all at once, and what
/// of it was left out. The error says why it is not used.
pub fn template_remarks(template: &[u8], eso: &str) -> Result<Vec<String>, String> {
    docx::remarks(template, eso)
}
