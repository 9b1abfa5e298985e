//! Compiles markup with the fonts and the look of drafts, and nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

use normc::document::Document;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/fonts");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(std::fs::read(file).unwrap()))).collect()
});
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::builder().build()));

struct Bare {
    main: FileId,
    files: HashMap<FileId, Bytes>,
    sources: HashMap<FileId, Source>,
}

/// The markup as PDF of the same standards as drafts.
pub(super) fn pdf(document: &Document, markup: &str) -> Vec<u8> {
    let (main, look) = (id("/draft.typ"), id("/look.typ"));
    let mut head = document.clone();
    head.clauses.clear();
    let mut files = HashMap::from([(id("/document.json"), Bytes::new(serde_json::to_vec(&head).unwrap()))]);
    for figure in document.figures() {
        files.insert(id(&format!("/{}.{}", figure.id, figure.format)), Bytes::new(figure.bytes.to_vec()));
    }
    let sources = HashMap::from([
        (main, Source::new(main, markup.to_owned())),
        (look, Source::new(look, include_str!("../../templates/etsi/look.typ").to_owned())),
    ]);
    let world = Bare { main, files, sources };
    let paged: PagedDocument = typst::compile(&world).output.unwrap();
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).unwrap();
    let options = PdfOptions { standards, tagged: true, ident: Smart::Auto, ..PdfOptions::default() };
    let made = typst_pdf::pdf(&paged, &options).unwrap();
    typst::comemo::evict(0);
    made
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).unwrap()).intern()
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
