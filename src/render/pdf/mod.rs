//! PDF: the draft as data, the looks in `templates/`, typst in between. The only folder that names typst.

mod data;
mod world;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::artifact::{Backend, Options, alone};
use crate::document::Document;

use world::DraftWorld;

/// The draft as a tagged PDF.
pub(super) const BACKEND: Backend<Document> = Backend {
    name: "pdf",
    extension: "pdf",
    media_type: "application/pdf",
    follows: "PDF 1.7, PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2); PDF/A-3a (ISO 19005-3) with the catalogue attached",
    applies: |_| true,
    emit,
    beside: alone,
};

fn emit(document: &Document, options: &Options) -> Result<Vec<u8>, String> {
    let document = &*document.marked();
    let world = DraftWorld::new(document, options)?;
    let made = layout(&world, document, options);
    // What one draft leaves in typst's cache is of no use to the next.
    typst::comemo::evict(0);
    made
}

fn layout(world: &DraftWorld, document: &Document, options: &Options) -> Result<Vec<u8>, String> {
    let paged: PagedDocument = typst::compile(world).output.map_err(|errors| told(&errors))?;
    // PDF/A-2 holds no other files, PDF/A-3 any.
    let archive = if options.attached.is_some() { PdfStandard::A_3a } else { PdfStandard::A_2a };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, archive]).map_err(|error| format!("{error:?}"))?;
    let pdf_options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", document.cover.identifier, options.date)),
        creator: Smart::Custom(Some(options.generator.clone())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&paged, &pdf_options).map_err(|errors| told(&errors))
}

fn told(errors: &[typst::diag::SourceDiagnostic]) -> String {
    let mut messages: Vec<_> = errors.iter().map(|error| error.message.to_string()).collect();
    messages.dedup();
    messages.truncate(3);
    messages.join("; ")
}
