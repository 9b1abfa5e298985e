//! Two drafts as one: whatever was edited, without what is inserted it reads as the old draft, and without what is deleted as the new one.

mod support;

use std::collections::BTreeMap;
use std::fs;

use normc::document::{Block, Clause, Document, Inline, Mark, Row, Table, compare};
use normc::project::{self, State};
use proptest::prelude::*;
use support::program::{change, new, normc};
use support::root;

/// The lines that a draft prints, without what has one of the two marks. Whether a thing was moved is noted.
struct Reader {
    without: Mark,
    lines: Vec<String>,
    moved: bool,
}

impl Reader {
    fn read(document: &Document, without: Mark) -> Self {
        let mut reader = Self { without, lines: Vec::new(), moved: false };
        document.clauses.iter().for_each(|clause| reader.clause(clause));
        reader
    }

    fn stays(&mut self, mark: Option<Mark>) -> bool {
        self.moved |= mark == Some(Mark::Moved);
        mark != Some(self.without)
    }

    fn clause(&mut self, clause: &Clause) {
        if !self.stays(clause.mark) {
            return;
        }
        let was = clause.was.as_ref().filter(|_| self.without == Mark::Inserted);
        let heading = was.map_or_else(
            || format!("{} {}", clause.number, clause.title),
            |was| format!("{} {}", was.number, was.title),
        );
        if heading != " " {
            self.lines.push(heading);
        }
        self.blocks(&clause.blocks);
        clause.clauses.iter().for_each(|inner| self.clause(inner));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Marked { mark, blocks } => {
                    if self.stays(Some(*mark)) {
                        self.blocks(blocks);
                    }
                }
                Block::Paragraph { text } => self.line(text),
                Block::Requirement { number, blocks, .. } => {
                    self.lines.push(number.clone());
                    self.blocks(blocks);
                }
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Table(table) => {
                    for row in &table.rows {
                        if self.stays(row.mark) {
                            row.cells.iter().for_each(|cell| self.line(cell));
                        }
                    }
                }
                other => panic!("not made here: {other:?}"),
            }
        }
    }

    fn line(&mut self, text: &[Inline]) {
        let line = self.text(text);
        // A paragraph that was there in one draft only may be empty in the other.
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    fn text(&mut self, text: &[Inline]) -> String {
        let mut line = String::new();
        for inline in text {
            match inline {
                Inline::Marked { mark, content } => {
                    if self.stays(Some(*mark)) {
                        line += &self.text(content);
                    }
                }
                Inline::Strong { content } | Inline::Emphasis { content } => line += &self.text(content),
                other => line += &other.words(),
            }
        }
        line
    }
}

fn clause(id: &str, level: u8, blocks: Vec<Block>, clauses: Vec<Clause>) -> Clause {
    Clause { number: format!("{level}"), ..Clause::new(id, &format!("Title {id}"), level, blocks, clauses) }
}

fn text() -> impl Strategy<Value = Vec<Inline>> {
    let word = prop::sample::select(vec!["vault ", "shall ", "keep ", "secrets ", "not ", "it. "]);
    let words = prop::collection::vec(word, 1..8).prop_map(|words| words.concat());
    (words, 0..4_u8).prop_map(|(words, look)| match look {
        0 => vec![Inline::text("The "), Inline::Strong { content: vec![Inline::text(words)] }],
        1 => vec![Inline::Reference { target: "n-a".to_owned(), text: words, title: String::new() }],
        2 => vec![Inline::Anchor { id: "x".to_owned() }, Inline::text(words)],
        _ => vec![Inline::text(words)],
    })
}

fn block() -> impl Strategy<Value = (Option<u8>, Block)> {
    let paragraph = || text().prop_map(|text| Block::Paragraph { text });
    let item = prop::collection::vec(paragraph(), 1..2);
    let list = prop::collection::vec(item, 1..4).prop_map(|items| Block::List { start: None, items });
    let row = prop::collection::vec(text(), 2).prop_map(Row::from);
    let table = prop::collection::vec(row, 1..4).prop_map(|rows| {
        Block::Table(Table {
            id: String::new(),
            label: String::new(),
            title: String::new(),
            caption: String::new(),
            widths: vec![1, 1],
            head: vec![Vec::new(), Vec::new()],
            rows,
            row_headers: true,
            wide: false,
            notes: Vec::new(),
        })
    });
    let requirement = (0..6_u8, prop::collection::vec(paragraph(), 1..3)).prop_map(|(at, blocks)| {
        let id = format!("n-R-{at}");
        let (title, relations) = (String::new(), Vec::new());
        let block = Block::Requirement {
            number: id.clone(),
            id,
            title,
            applicability: Vec::new(),
            blocks,
            relations,
            span: None,
        };
        (Some(at), block)
    });
    prop_oneof![
        4 => paragraph().prop_map(|block| (None, block)),
        1 => list.prop_map(|block| (None, block)),
        1 => table.prop_map(|block| (None, block)),
        4 => requirement,
    ]
}

/// Clauses of two levels; no anchor twice.
fn clauses() -> impl Strategy<Value = Vec<Clause>> {
    let blocks = || prop::collection::vec(block(), 0..4);
    let inner = prop::collection::vec((0..4_u8, blocks()), 0..3);
    prop::collection::vec((0..4_u8, blocks(), inner), 0..4).prop_map(|drawn| {
        let mut seen = std::collections::BTreeSet::new();
        let mut once = |blocks: Vec<(Option<u8>, Block)>| {
            let fresh = blocks.into_iter().filter(|(id, _)| id.is_none_or(|id| seen.insert(id)));
            fresh.map(|(_, block)| block).collect::<Vec<_>>()
        };
        let mut made: BTreeMap<u8, ()> = BTreeMap::new();
        let mut inners: BTreeMap<u8, ()> = BTreeMap::new();
        let mut out = Vec::new();
        for (at, blocks, inside) in drawn {
            if made.insert(at, ()).is_some() {
                continue;
            }
            let blocks = once(blocks);
            let inside: Vec<_> = inside.into_iter().filter(|(at, _)| inners.insert(*at, ()).is_none()).collect();
            let inside = inside.into_iter().map(|(at, blocks)| clause(&format!("i-{at}"), 2, once(blocks), Vec::new()));
            let inside = inside.collect();
            out.push(clause(&format!("c-{at}"), 1, blocks, inside));
        }
        out
    })
}

/// A draft that the corpus comes to, for all that is no matter here.
fn draft() -> Document {
    let state = State::now(root()).unwrap();
    let linked = project::linked(&state.workspace);
    project::drafts(&state, &linked).unwrap().remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn either_draft_comes_back(old in clauses(), new in clauses()) {
        static DRAFT: std::sync::OnceLock<Document> = std::sync::OnceLock::new();
        let draft = DRAFT.get_or_init(draft);
        let made = |clauses| Document { clauses, ..draft.clone() };
        let (old, new) = (made(old), made(new));
        let both = compare(&old, &new);
        for (without, whole) in [(Mark::Inserted, &old), (Mark::Deleted, &new)] {
            let found = Reader::read(&both, without);
            let expected = Reader::read(whole, Mark::Moved);
            let (mut lines, mut all) = (found.lines, expected.lines);
            // What moved stands in its new place.
            if found.moved && without == Mark::Inserted {
                lines.sort();
                all.sort();
            }
            prop_assert_eq!(lines, all);
        }
    }
}

#[test]
fn a_draft_that_did_not_change_has_no_mark() {
    let draft = draft();
    let json = |document: &Document| serde_json::to_string(document).unwrap();
    let same = Document { since: None, ..compare(&draft, &draft) };
    assert_eq!(json(&same), json(&draft));
}

#[test]
fn a_page_shows_what_changed() {
    let folder = new();
    let workspace = folder.path().join("w");
    assert_eq!(normc(&workspace, "new ../last").code, 0);
    change(&workspace, "shall encrypt stored data", "shall protect stored data");
    change(
        &workspace,
        "requirement R-CRYPT \"Encryption of stored data\"",
        "requirement R-CRYPT \"Protection of stored data\"",
    );
    let ended = normc(&workspace, "build --to html --since ../last");
    assert_eq!(ended.code, 0, "{}", ended.err);
    let page = fs::read_to_string(workspace.join("build/my-standard/my-standard.html")).unwrap();
    assert!(page.contains("<del>encrypt</del><ins>protect</ins> stored data"), "{page}");
    assert!(page.contains("Encryption of stored data</p>\n</del>"), "{page}");
    let plain = normc(&workspace, "build --to html");
    assert_eq!(plain.code, 0);
    assert!(!fs::read_to_string(workspace.join("build/my-standard/my-standard.html")).unwrap().contains("<ins"));
    assert_eq!(normc(&workspace, "build --since nowhere").code, 2);
}
