//! Source files and the collection that holds them; lines and columns are counted only when a message needs them.

use std::sync::OnceLock;

use super::Span;

/// Names a file of [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A line and a column as a person counts them: both start at 1, columns count Unicode scalar values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
}

/// One file: its path below the workspace root, with `/` between folders, and its text.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    lines: OnceLock<Lines>,
}

impl SourceFile {
    /// The path below the workspace root, with `/` between folders on every system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The folder part of the path, empty for a file at the root.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let lines = self.lines();
        let line = lines.starts.partition_point(|start| *start <= offset);
        let start = lines.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let before = self.characters(lines, offset) - self.characters(lines, start);
        Position { line: count(line), column: count(before).saturating_add(1) }
    }

    /// Where a line, counted from 1, begins, in bytes; the end of the text for a line past the last.
    pub fn line_start(&self, line: u32) -> usize {
        let at = (line as usize).saturating_sub(1);
        self.lines().starts.get(at).copied().unwrap_or(self.text.len())
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// Characters before an offset.
    fn characters(&self, lines: &Lines, offset: usize) -> usize {
        let block = offset / BLOCK;
        lines.before.get(block).copied().unwrap_or(0) + begun(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

/// How many bytes are counted at once.
const BLOCK: usize = 4096;

/// What makes positions cheap, however many findings there are and however long a line is.
#[derive(Debug)]
struct Lines {
    /// Where each line begins.
    starts: Vec<usize>,
    /// Characters before each block of bytes.
    before: Vec<usize>,
}

impl Lines {
    fn new(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let mut total = 0;
        let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
            total += begun(block);
            total
        });
        Self { starts: std::iter::once(0).chain(starts).collect(), before: std::iter::once(0).chain(blocks).collect() }
    }
}

/// Characters that begin in these bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Every source file of a workspace, in the order of their paths.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Files that are no sources; their ids count down from the highest.
    attached: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file. A text over 4 GiB cannot be addressed by a [`Span`]; `project::load` refuses far smaller ones.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { path: path.into(), text: text.into(), lines: OnceLock::new() });
        id
    }

    /// Adds a file that is no source, but that findings point at, such as the lock. [`Sources::iter`] passes it over.
    pub fn attach(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::MAX - u32::try_from(self.attached.len()).unwrap_or(0));
        self.attached.push(SourceFile { path: path.into(), text: text.into(), lines: OnceLock::new() });
        id
    }

    /// Puts another text in place of a file's, as an editor does.
    pub fn replace(&mut self, id: FileId, text: impl Into<String>) {
        let file = &mut self.files[id.0 as usize];
        file.text = text.into();
        file.lines = OnceLock::new();
    }

    /// The file of an id that this collection gave out.
    pub fn file(&self, id: FileId) -> &SourceFile {
        self.files.get(id.0 as usize).unwrap_or_else(|| &self.attached[(u32::MAX - id.0) as usize])
    }

    /// The bytes of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.file(span.file).text[span.range()]
    }

    /// All sources with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// Number of sources.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no source.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Position, Sources};

    #[test]
    fn lines_and_columns_are_those_a_person_counts() {
        let text = format!("ab\né€x\r\n\n{}y\nz", "ü".repeat(3 * BLOCK));
        let mut sources = Sources::default();
        let id = sources.add("a.norm", &*text);
        let file = sources.file(id);
        let (mut line, mut column) = (1, 1);
        for (at, c) in text.char_indices() {
            if at < 20 || c.is_ascii() {
                assert_eq!(file.position(u32::try_from(at).unwrap()), Position { line, column }, "at {at}");
            }
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(file.position(u32::MAX), Position { line: 5, column: 2 });
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!((file.line_start(1), file.line_start(2), file.line_start(99)), (0, 3, text.len()));
        let lock = sources.attach("a.lock", "x\ny");
        assert_eq!((sources.file(lock).position(2).line, sources.iter().count()), (2, 1));
        sources.replace(id, "a\n\nb");
        assert_eq!(sources.file(id).position(3), Position { line: 3, column: 1 });
    }
}
