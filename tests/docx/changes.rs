//! Tracked changes: accepting all of them gives exactly the new draft, rejecting all exactly the old one, whatever was changed.

use normc::document::{Block, Document, Inline};

use super::sample::{clause, document, paragraph, rows, text};
use super::settle::{Settle, lines};
use super::sound::complaints;
use super::tree::part;
use super::{bytes, emitted, options};

/// Keeps the drafts where `KEEP` names a folder, for an office to accept and reject the changes: `.ci/validate` asks for it.
fn keep(name: &str, tracked: &Document, [new, old]: [&Document; 2]) {
    let Some(folder) = std::env::var_os("KEEP") else { return };
    let folder = std::path::Path::new(&folder).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in [("tracked", tracked), ("new", new), ("old", old)] {
        std::fs::write(folder.join(format!("{name}.docx")), bytes(document, &options())).unwrap();
    }
}

/// Holds a draft with changes against both drafts; gives its text part.
fn hold(name: &str, old: &Document, new: &Document) -> String {
    let plain = |document: &Document| part(&emitted(document, &options()), "word/document.xml");
    let tracked = Document { before: Some(Box::new(old.clone())), ..new.clone() };
    keep(name, &tracked, [new, old]);
    let package = emitted(&tracked, &options());
    assert_eq!(complaints(&package), Vec::<String>::new());
    let body = part(&package, "word/document.xml");
    for (settle, expected) in [(Settle::Accept, new), (Settle::Reject, old)] {
        let (found, expected) = (lines(&body, settle), lines(&plain(expected), Settle::Accept));
        let differ = found.iter().zip(&expected).find(|(found, expected)| found != expected);
        assert!(found == expected, "{name}: {differ:?}\n{found:#?}\n{expected:#?}");
    }
    String::from_utf8(package.parts["word/document.xml"].bytes.clone()).unwrap()
}

#[test]
fn nothing_is_marked_where_nothing_changed() {
    let text = hold("nothing", &document("etsi"), &document("etsi"));
    assert!(!["<w:ins ", "<w:del ", "<w:moveFrom "].iter().any(|mark| text.contains(mark)));
}

#[test]
fn words_are_marked_in_their_paragraph() {
    let (old, mut new) = (document("etsi"), document("etsi"));
    new.clauses.last_mut().unwrap().blocks = vec![paragraph("It has only just begun.")];
    let marked = hold("words", &old, &new);
    assert!(marked.contains("only "), "{marked}");
    assert_eq!((marked.matches("<w:ins ").count(), marked.matches("<w:del ").count()), (1, 0));
}

#[test]
fn rows_come_and_go() {
    let (old, mut new) = (document("cen"), document("cen"));
    let Block::Table(table) = &mut new.clauses[1].blocks[1] else { panic!("no table") };
    table.rows.remove(0);
    table.rows.extend(rows(&[["agent", "what fills in"]]));
    let marked = hold("rows", &old, &new);
    let in_rows = |mark: &str| marked.matches(&format!("<w:cantSplit/><w:{mark} ")).count();
    assert_eq!((in_rows("ins"), in_rows("del")), (1, 1));
}

#[test]
fn paragraphs_move() {
    let (mut old, mut new) = (document("etsi"), document("etsi"));
    let moved = "What is said here was said elsewhere, and nothing in it is otherwise.";
    old.clauses.last_mut().unwrap().blocks.push(paragraph(moved));
    new.clauses[3].blocks.insert(0, paragraph(moved));
    let marked = hold("moves", &old, &new);
    assert!(marked.contains("<w:moveFromRangeStart") && marked.contains("<w:moveToRangeEnd"), "{marked}");
}

#[test]
fn whole_clauses_come_and_go() {
    let (old, mut new) = (document("etsi"), document("etsi"));
    new.clauses.remove(3);
    new.clauses.insert(2, clause("cl-new", "2", "Something new", vec![paragraph("It is new.")], Vec::new()));
    hold("clauses", &old, &new);
}

/// Numbers that look as if they were random, and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Changes something somewhere.
fn change(blocks: &mut Vec<Block>, dice: &mut Dice) {
    if blocks.is_empty() {
        return blocks.push(paragraph("Where nothing was, something is."));
    }
    let at = dice.below(blocks.len());
    match dice.below(6) {
        0 => {
            blocks.remove(at);
        }
        1 => blocks.insert(at, paragraph(["A word. ", "Two words more. "][dice.below(2)].repeat(dice.below(4)).trim())),
        2 => {
            let other = dice.below(blocks.len());
            blocks.swap(at, other);
        }
        _ => inside(&mut blocks[at], dice),
    }
}

fn inside(block: &mut Block, dice: &mut Dice) {
    match block {
        Block::Paragraph { text: inlines } => match (dice.below(3), inlines.len()) {
            (0, 1..) => {
                let at = dice.below(inlines.len());
                inlines.remove(at);
            }
            (1, _) => inlines.push(Inline::Strong { content: vec![text("more")] }),
            _ => inlines.insert(0, text("Before: ")),
        },
        Block::List { items, .. } => match dice.below(3) {
            0 if items.len() > 1 => {
                let at = dice.below(items.len());
                items.remove(at);
            }
            1 => items.push(vec![paragraph("one more item of the list")]),
            _ => {
                let at = dice.below(items.len());
                change(&mut items[at], dice);
            }
        },
        Block::Table(table) => match dice.below(3) {
            0 if !table.rows.is_empty() => {
                let at = dice.below(table.rows.len());
                table.rows.remove(at);
            }
            1 => table.rows.extend(rows(&[["new", "a new row of the table"]])),
            _ => table.wide = !table.wide,
        },
        Block::Note { blocks, .. } | Block::Example { blocks, .. } | Block::Requirement { blocks, .. } => {
            change(blocks, dice);
        }
        Block::Assessment { fields, .. } => {
            let at = dice.below(fields.len());
            change(&mut fields[at].blocks, dice);
        }
        Block::Code { text, .. } => text.push_str("one more line\n"),
        _ => {}
    }
}

#[test]
fn whatever_changes_can_be_accepted_and_rejected() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let old = document(["etsi", "cen"][dice.below(2)]);
        let mut new = old.clone();
        for _ in 0..=dice.below(8) {
            let at = dice.below(new.clauses.len());
            let clause = &mut new.clauses[at];
            let deep = dice.below(clause.clauses.len() + 1);
            let blocks = clause.clauses.get_mut(deep).map_or(&mut clause.blocks, |inner| &mut inner.blocks);
            change(blocks, &mut dice);
        }
        hold(&format!("seed-{seed}"), &old, &new);
    }
}
