//! Coverage that a harmonised standard claims, and the numbers by which it is claimed, in every draft.

use std::collections::BTreeSet;

use normc::document::{Block, Clause, ClauseKind, Document, Inline, Table};

use super::drafts::{blocks, cen, clauses, drafts, etsi, texts};

/// The annex on the relationship to the act.
fn relationship(document: &Document) -> &Clause {
    document.clauses.iter().find(|clause| clause.id == "cl-relationship").unwrap()
}

fn paragraphs(clause: &Clause) -> Vec<String> {
    let paragraphs = clause.blocks.iter().filter_map(|block| match block {
        Block::Paragraph { text } => Some(text.iter().map(Inline::words).collect()),
        _ => None,
    });
    paragraphs.collect()
}

fn table_of<'d>(clause: &'d Clause, id: &str) -> Option<&'d Table> {
    clause.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.id == id => Some(table),
        _ => None,
    })
}

/// The anchors that a cell leads to.
fn targets(cell: &[Inline]) -> impl Iterator<Item = &String> {
    cell.iter().filter_map(|inline| match inline {
        Inline::Reference { target, .. } => Some(target),
        _ => None,
    })
}

#[test]
fn the_relationship_annex_is_there_and_informs() {
    for (name, _, document) in drafts() {
        assert_eq!(relationship(document).kind, ClauseKind::InformativeAnnex, "{name}");
        let foreword = document.clauses.iter().find(|clause| clause.title.ends_with("oreword")).unwrap();
        let cell = foreword.blocks.iter().find_map(|block| match block {
            Block::Paragraph { text } => Some(text),
            _ => None,
        });
        assert!(targets(cell.unwrap()).any(|target| target == "cl-relationship"), "{name}: the foreword names it");
    }
}

#[test]
fn the_relationship_annex_names_act_request_and_journal() {
    for (name, _, document) in drafts() {
        let said = paragraphs(relationship(document)).concat();
        let (act, request) = if document.package == "small" { ("Regulation 1", "M/1") } else { ("2024/2847", "M/606") };
        for needed in [act, request, "Official Journal of the European Union", "one voluntary means"] {
            assert!(said.contains(needed), "{name} does not name {needed}: {said}");
        }
    }
}

#[test]
fn the_relationship_annex_has_both_warnings() {
    for (name, _, document) in drafts() {
        let said = paragraphs(relationship(document));
        let warnings: Vec<_> = said.iter().filter(|line| line.starts_with("WARNING ")).collect();
        assert_eq!(warnings.len(), 2, "{name}");
        assert!(warnings[0].contains("list") && warnings[1].contains("Other law"), "{warnings:?}");
    }
}

#[test]
fn normative_references_have_their_row_of_editions() {
    let mut rows = 0;
    for (name, _, document) in cen() {
        let list = clauses(document).into_iter().filter(|clause| clause.title == "Normative references");
        let listed: BTreeSet<_> = list
            .flat_map(|clause| blocks(&clause.blocks))
            .filter_map(|block| match block {
                Block::Reference { id, .. } => Some(id),
                _ => None,
            })
            .collect();
        let table = table_of(relationship(document), "tab-editions");
        let found: Vec<_> = table.iter().flat_map(|table| &table.rows).collect();
        assert_eq!(found.iter().flat_map(|row| targets(&row.cells[0])).collect::<BTreeSet<_>>(), listed, "{name}");
        let empty = |cell: &Vec<Inline>| cell.iter().all(|inline| inline.words().is_empty());
        assert!(!found.iter().any(|row| row.cells.iter().any(empty)), "{name}");
        rows += found.len();
    }
    assert!(rows > 0, "no draft has a normative reference");
}

#[test]
fn every_row_of_the_annex_leads_to_requirements_that_bind() {
    let mut rows = 0;
    for (name, _, document) in drafts() {
        let binding: BTreeSet<_> = document
            .clauses
            .iter()
            .filter(|clause| clause.kind != ClauseKind::InformativeAnnex)
            .flat_map(|clause| std::iter::once(clause).chain(inside(clause)))
            .flat_map(|clause| &clause.blocks)
            .filter_map(|block| match block {
                Block::Requirement { id, .. } => Some(id),
                _ => None,
            })
            .collect();
        for row in &table_of(relationship(document), "tab-essentials").unwrap().rows {
            for target in targets(&row.cells[2]) {
                assert!(binding.contains(target), "{name}: {target} is no requirement that binds");
                rows += 1;
            }
        }
    }
    assert!(rows > 100, "the tables have only {rows} references");
}

/// The clauses inside a clause.
fn inside(clause: &Clause) -> Vec<&Clause> {
    clause.clauses.iter().flat_map(|inner| std::iter::once(inner).chain(inside(inner))).collect()
}

#[test]
fn numbers_of_requirements_have_one_pattern_and_are_unique() {
    let mut numbers = BTreeSet::new();
    for (name, _, document) in etsi() {
        for block in clauses(document).into_iter().flat_map(|clause| &clause.blocks) {
            let Block::Requirement { number, .. } = block else { continue };
            let parts: Vec<_> = number.split('-').collect();
            let [first, middle @ .., last] = parts.as_slice() else { panic!("{number}") };
            assert!(*first == "REQ" && (1..=2).contains(&middle.len()), "{name}: {number}");
            let capitals = |part: &&str| part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            assert!(middle.iter().all(capitals) && middle.iter().all(|part| !part.is_empty()), "{name}: {number}");
            assert!(last.len() == 3 && last.bytes().all(|byte| byte.is_ascii_digit()), "{name}: {number}");
            assert!(numbers.insert((name, number)), "{name}: {number} stands twice");
        }
    }
    assert!(numbers.len() > 100, "only {} requirements", numbers.len());
}

#[test]
fn nothing_is_required_where_a_draft_informs() {
    let mut count = 0;
    for (name, _, document) in drafts() {
        let informing = |clause: &&Clause| {
            matches!(clause.kind, ClauseKind::Unnumbered | ClauseKind::InformativeAnnex) || clause.title == "Scope"
        };
        let top = document.clauses.iter().filter(informing);
        let informing = top.flat_map(|clause| std::iter::once(clause).chain(inside(clause)));
        for clause in informing {
            for text in blocks(&clause.blocks).into_iter().flat_map(texts) {
                let said: String = text.iter().map(Inline::words).collect();
                // What stands in quotation marks is not the draft's own.
                let own: String = said.split('"').step_by(2).collect();
                let binds = own.split(|c: char| !c.is_alphanumeric()).find(|word| ["shall", "must"].contains(word));
                assert_eq!(binds, None, "{name}, `{} {}`: {said}", clause.number, clause.title);
                count += 1;
            }
        }
    }
    assert!(count > 1000, "only {count} texts");
}
