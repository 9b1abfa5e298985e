//! Drafts to look at: those of every shipped deliverable and of a small one, each in the format of every organisation; and what stands in them.

use std::sync::LazyLock;

use normc::artifact::Options;
use normc::document::{self, Block, Cell, Clause, ClauseKind, Document, House, Inline, Table};
use normc::model::standard::Eso;
use normc::project;

use crate::support;

/// The organisations, by their words.
pub(crate) const ESOS: [(&str, Eso); 3] = [("etsi", Eso::Etsi), ("cen", Eso::Cen), ("cenelec", Eso::Cenelec)];

/// A deliverable with little in it, and with what the shipped ones lack: annexes, tables, notes, values with decimals, clauses everywhere.
const SMALL: &str = r#"
standard small "Small" {
  role vertical
  answers req:2
  eso ESO
  number "EN 9"
  stage draft
  version "0.1.0"
  date 2026-01-01
  category act:C-1
  scope "Vaults."
}

use act
use req
use lib

term vault "vault" { definition "store of [secret]" }
term secret "secret" { definition "what is kept" }
abbreviation BOX "BOX" { definition "Big Old eXample" }

reference iso-2 { number "ISO 2"; title "Two"; date "2024" }
reference iso-1 { status normative; number "ISO 1"; title "One"; date "2025" }
reference eu-1 { number "Regulation (EU) 2020/1"; title "Act one"; date "2020" }

clause cl-after-scope "Products" { after scope; text "Products are vaults." }
clause cl-context "Context" { text "A BOX, see [an-second], [an-first] and [tab-free]; [iso-2], [iso-1], [eu-1]."; note "One."; note "Two." }
clause cl-more "More" {
  text "One note. A [vault]."
  note "Alone."
  table tab-free "Free" { head "A", "B"; row "1", "2"; note "Below." }
}
clause cl-last "Last" { after requirements; text "The last, see [cl-after-scope] and [cl-more]." }

annex an-first "First" { text "First in the source." }
annex an-second "Second" { status normative; text "Second in the source." }

requirement R-1 "Waiting" {
  statement "The vault shall wait for {time}, and give up after {end}."
  covers act:E-1
  param time duration >= 0.5 s default 1.5 s "time it waits"
  param end duration <= 100000 s "time after which it gives up"
  assessment A-1 "Waiting" { method test; modules act:A; activity "Wait."; verdict { pass "It waits."; fail "It does not." }; evidence "record" }
}
"#;

/// A draft, what it is called, and in whose format it is.
pub(crate) type Draft = (String, Eso, Document);

static DRAFTS: LazyLock<Vec<Draft>> = LazyLock::new(every_draft);

pub(crate) fn drafts() -> impl Iterator<Item = &'static Draft> {
    DRAFTS.iter()
}

/// The draft of every deliverable, in the format of each organisation.
fn every_draft() -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (word, eso) in ESOS {
        let set = |text: String| {
            ESOS.iter()
                .fold(text, |text, (old, _)| text.replace(&format!("\n  eso {old}\n"), &format!("\n  eso {word}\n")))
        };
        drafts.extend(composed(support::corpus().into_iter().map(|(path, text)| (path, set(text))).collect(), eso));
        drafts.push((format!("small as {word}"), eso, small(eso)));
    }
    assert!(drafts.len() >= 3 * 5, "the drafts were not composed");
    drafts
}

pub(crate) fn small(eso: Eso) -> Document {
    let word = ESOS.iter().find(|(_, other)| *other == eso).unwrap().0;
    let root = support::root().join("tests/rules/fixture");
    let mut files = vec![("small/small.norm".to_owned(), SMALL.replace("ESO", word))];
    for package in ["act", "req", "lib", "old"] {
        let path = format!("{package}/{package}.norm");
        files.push((path.clone(), std::fs::read_to_string(root.join(&path)).unwrap()));
    }
    composed(files, eso).pop().unwrap().2
}

fn composed(files: Vec<(String, String)>, eso: Eso) -> Vec<Draft> {
    let workspace = support::pipeline::workspace(files);
    let checked = project::check(&workspace);
    let (model, graph) = (&checked.model, &checked.graph);
    let options = options();
    let house = House::built_in().unwrap();
    let picture = |_: &str| Ok(Vec::new());
    let compose = |package| document::compose(model, graph, house, package, &options, &picture).unwrap();
    let packages = model.standards().map(|(package, _)| package.id);
    packages
        .filter_map(|package| {
            Some((format!("{} as {}", model.package(package).name, eso.word()), eso, compose(package)?.0))
        })
        .collect()
}

/// What the drafts are made with.
pub(crate) fn options() -> Options {
    Options { generator: "test".to_owned(), date: "2026-01-01".to_owned(), ..Options::default() }
}

pub(crate) fn etsi() -> impl Iterator<Item = &'static Draft> {
    drafts().filter(|(_, eso, _)| *eso == Eso::Etsi)
}

pub(crate) fn cen() -> impl Iterator<Item = &'static Draft> {
    drafts().filter(|(_, eso, _)| *eso != Eso::Etsi)
}

// What stands in a draft.

pub(crate) fn clauses(document: &Document) -> Vec<&Clause> {
    fn walk<'d>(clauses: &'d [Clause], found: &mut Vec<&'d Clause>) {
        for clause in clauses {
            found.push(clause);
            walk(&clause.clauses, found);
        }
    }
    let mut found = Vec::new();
    walk(&document.clauses, &mut found);
    found
}

/// Every block, those inside others included.
pub(crate) fn blocks(blocks_: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in blocks_ {
        found.push(block);
        match block {
            Block::Note { blocks: inner, .. }
            | Block::Example { blocks: inner, .. }
            | Block::EditorsNote { blocks: inner, .. }
            | Block::Term { notes: inner, .. } => found.extend(blocks(inner)),
            Block::Requirement { blocks: inner, relations, .. } => {
                found.extend(blocks(inner));
                found.extend(relations.iter().flat_map(|field| blocks(&field.blocks)));
            }
            Block::Assessment { fields, .. } => found.extend(fields.iter().flat_map(|field| blocks(&field.blocks))),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| blocks(item))),
            Block::Table(table) => found.extend(blocks(&table.notes)),
            _ => {}
        }
    }
    found
}

pub(crate) fn texts(block: &Block) -> Vec<&Cell> {
    match block {
        Block::Paragraph { text } | Block::Label { text } | Block::Reference { text, .. } => vec![text],
        Block::Table(table) => table.head.iter().chain(table.rows.iter().flat_map(|row| &row.cells)).collect(),
        Block::Term { definition, .. } => vec![definition],
        Block::Definitions { entries } => entries.iter().map(|entry| &entry.text).collect(),
        Block::Requirement { applicability, .. } => vec![applicability],
        _ => Vec::new(),
    }
}

pub(crate) fn inlines(text: &[Inline]) -> Vec<&Inline> {
    let mut found = Vec::new();
    for inline in text {
        found.push(inline);
        if let Inline::Emphasis { content } | Inline::Strong { content } | Inline::Link { content, .. } = inline {
            found.extend(inlines(content));
        }
    }
    found
}

pub(crate) fn all_inlines(document: &Document) -> Vec<&Inline> {
    let clauses = clauses(document);
    let blocks = clauses.into_iter().flat_map(|clause| blocks(&clause.blocks));
    blocks.flat_map(texts).flat_map(|text| inlines(text)).collect()
}

pub(crate) fn tables(document: &Document) -> Vec<&Table> {
    let blocks = clauses(document).into_iter().flat_map(|clause| blocks(&clause.blocks));
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

pub(crate) fn is_annex(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::InformativeAnnex | ClauseKind::NormativeAnnex)
}

/// Number and heading of each clause of the first level that is no annex.
pub(crate) fn headings(document: &Document) -> Vec<(String, String)> {
    let top = document.clauses.iter().filter(|clause| !is_annex(clause));
    top.map(|clause| (clause.number.clone(), clause.title.clone())).collect()
}

pub(crate) fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(number, title)| ((*number).to_owned(), (*title).to_owned())).collect()
}

/// A heading that may be missing is left out of both.
pub(crate) fn without(headings: Vec<(String, String)>, title: &str) -> Vec<(String, String)> {
    headings.into_iter().filter(|(_, heading)| heading != title).collect()
}
