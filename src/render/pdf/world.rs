//! The files that typst may see: the templates, the draft as JSON, its pictures, and the fonts. Nothing of the disk, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::artifact::Options;
use crate::document::Document;

use super::data::{ATTACHED, data};

macro_rules! fonts {
    ($($name:literal)*) => {
        const FONT_FILES: &[&[u8]] = &[$(include_bytes!(concat!("../../../templates/fonts/", $name)),)*];
    };
}

fonts! {
    "LiberationSans-Regular.ttf" "LiberationSans-Bold.ttf" "LiberationSans-Italic.ttf" "LiberationSans-BoldItalic.ttf"
    "LiberationSerif-Regular.ttf" "LiberationSerif-Bold.ttf" "LiberationSerif-Italic.ttf" "LiberationSerif-BoldItalic.ttf"
    "LiberationMono-Regular.ttf" "LiberationMono-Bold.ttf" "LiberationMono-Italic.ttf" "LiberationMono-BoldItalic.ttf"
    "TeXGyreTermesMath-Regular.otf"
}

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FONT_FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::builder().build()));

/// The world of one draft.
pub(super) struct DraftWorld {
    main: FileId,
    files: HashMap<FileId, Bytes>,
    sources: HashMap<FileId, Source>,
}

impl DraftWorld {
    pub(super) fn new(document: &Document, options: &Options) -> Result<Self, String> {
        let main = file_id("/draft.typ")?;
        let look_id = file_id("/look.typ")?;
        let look = match document.cover.eso.as_str() {
            "etsi" => include_str!("../../../templates/etsi/look.typ"),
            _ => include_str!("../../../templates/cen/look.typ"),
        };
        let template = include_str!("../../../templates/draft.typ");
        let json = data(document, options.attached.is_some())?;
        let mut files = HashMap::from([(file_id("/document.json")?, Bytes::new(json))]);
        for figure in document.figures() {
            let name = format!("/{}.{}", figure.id, figure.format);
            files.insert(file_id(&name)?, Bytes::new(std::sync::Arc::clone(&figure.bytes)));
        }
        if let Some(attached) = &options.attached {
            files.insert(file_id(ATTACHED)?, Bytes::new(std::sync::Arc::clone(attached)));
        }
        let sources = HashMap::from([
            (main, Source::new(main, template.to_owned())),
            (look_id, Source::new(look_id, look.to_owned())),
        ]);
        Ok(Self { main, files, sources })
    }
}

fn file_id(path: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(path).map_err(|_| format!("`{path}` is no path of a draft"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for DraftWorld {
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
