//! The files that typst may see: the templates, the draft as JSON, its pictures, and the fonts. Nothing of the disk, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::document::{Block, Clause, Document};

macro_rules! fonts {
    ($($name:literal)*) => {
        const FONT_FILES: &[&[u8]] = &[$(include_bytes!(concat!("../../../templates/fonts/Liberation", $name, ".ttf")),)*];
    };
}

fonts! {
    "Sans-Regular" "Sans-Bold" "Sans-Italic" "Sans-BoldItalic"
    "Serif-Regular" "Serif-Bold" "Serif-Italic" "Serif-BoldItalic"
    "Mono-Regular" "Mono-Bold" "Mono-Italic" "Mono-BoldItalic"
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
    pub(super) fn new(document: &Document) -> Result<Self, String> {
        let main = file_id("/draft.typ")?;
        let look_id = file_id("/look.typ")?;
        let look = match document.cover.eso.as_str() {
            "etsi" => include_str!("../../../templates/etsi/look.typ"),
            _ => include_str!("../../../templates/cen/look.typ"),
        };
        let template = include_str!("../../../templates/draft.typ");
        let json = serde_json::to_vec(document).map_err(|error| error.to_string())?;
        let mut files = HashMap::from([(file_id("/document.json")?, Bytes::new(json))]);
        pictures(&document.clauses, &mut |name, bytes| {
            files.insert(file_id(&format!("/{name}"))?, bytes);
            Ok(())
        })?;
        let sources = HashMap::from([
            (main, Source::new(main, template.to_owned())),
            (look_id, Source::new(look_id, look.to_owned())),
        ]);
        Ok(Self { main, files, sources })
    }
}

type Take<'t> = dyn FnMut(String, Bytes) -> Result<(), String> + 't;

fn pictures(clauses: &[Clause], take: &mut Take<'_>) -> Result<(), String> {
    for clause in clauses {
        for block in &clause.blocks {
            if let Block::Figure(figure) = block {
                take(format!("{}.{}", figure.id, figure.format), Bytes::new(figure.bytes.to_vec()))?;
            }
        }
        pictures(&clause.clauses, take)?;
    }
    Ok(())
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
