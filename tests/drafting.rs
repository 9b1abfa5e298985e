//! The drafting rules: each is enforced by rules that there are, by the construction of drafts, or says why not. What holds by construction is
//! proved here on the draft of every shipped deliverable and of a small one, each composed in the format of every organisation.

#[path = "drafting/coverage.rs"]
mod coverage;
#[path = "drafting/drafts.rs"]
mod drafts;
mod support;

use std::collections::BTreeSet;

use normc::check::{DraftingRule, Organisation, drafting_rules, rules};
use normc::document::{Block, ClauseKind, Inline, Outline};
use normc::model::standard::Eso;

use drafts::{
    ESOS, all_inlines, blocks, cen, clauses, drafts, etsi, headings, is_annex, pairs, small, tables, without,
};

/// How many drafting rules there are of each sort.
const SORTS: &[(&str, usize)] = &[("S", 20), ("V", 13), ("R", 12), ("T", 9), ("N", 11), ("H", 9), ("M", 10), ("F", 4)];

// The table.

fn table() -> Vec<DraftingRule> {
    drafting_rules().unwrap()
}

#[test]
fn the_table_has_every_drafting_rule_in_order() {
    let expected: Vec<_> =
        SORTS.iter().flat_map(|(sort, count)| (1..=*count).map(move |number| format!("{sort}-{number:02}"))).collect();
    let found: Vec<_> = table().into_iter().map(|rule| rule.id).collect();
    assert_eq!(found.len(), 88);
    assert_eq!(found, expected);
}

#[test]
fn every_drafting_rule_is_enforced_or_says_why_not() {
    let tests = [
        include_str!("drafting.rs"),
        include_str!("drafting/coverage.rs"),
        include_str!("docx.rs"),
        include_str!("sts.rs"),
    ]
    .concat();
    for rule in table() {
        let DraftingRule { id, rules: names, construction, later, clause, about, .. } = &rule;
        assert!(!clause.is_empty() && !about.is_empty() && !about.ends_with('.'), "{id}");
        let enforced = !names.is_empty() || !construction.is_empty();
        assert_ne!(enforced, later.is_some(), "{id} is enforced, or says why not, and not both");
        for name in names {
            assert!(rules::rule(name).is_some(), "{id} names `{name}`, which is no rule");
        }
        for test in construction {
            let there = tests.contains(&format!("\nfn {test}()"));
            assert!(there, "{id} names `{test}`, which is no test of drafts");
        }
    }
}

#[test]
fn a_rule_is_named_once_in_a_row() {
    for rule in table() {
        let once: BTreeSet<_> = rule.rules.iter().chain(&rule.construction).collect();
        assert_eq!(once.len(), rule.rules.len() + rule.construction.len(), "{}", rule.id);
    }
}

/// Rules that look at one organisation's sources alone are in rows that bind that organisation.
#[test]
fn columns_of_organisations_are_those_of_the_directives() {
    let of = |id: &str| table().into_iter().find(|rule| rule.id == id).unwrap().eso;
    for etsi in ["S-01", "S-04", "S-08", "S-12", "S-17", "S-18", "V-01", "R-09", "R-10", "N-04", "M-08", "M-09", "F-02"]
    {
        assert_eq!(of(etsi), Organisation::Etsi, "{etsi}");
    }
    for cen in ["S-02", "S-05", "S-06", "S-07", "S-11", "S-13", "S-16", "V-02", "T-08", "T-09", "N-07", "H-04", "F-01"]
    {
        assert_eq!(of(cen), Organisation::Cen, "{cen}");
    }
    let both = table().iter().filter(|rule| rule.eso == Organisation::Both).count();
    assert_eq!(both, 88 - 26);
}

// Structure.

#[test]
fn elements_of_an_etsi_draft() {
    for (name, _, document) in etsi() {
        let expected = pairs(&[
            ("", "Intellectual Property Rights"),
            ("", "Foreword"),
            ("", "Modal verbs terminology"),
            ("1", "Scope"),
            ("2", "References"),
            ("3", "Definition of terms, symbols and abbreviations"),
            ("4", "Product context"),
            ("5", "Requirements"),
            ("6", "Assessment criteria"),
            ("", "History"),
        ]);
        assert_eq!(without(headings(document), "Introduction"), expected, "{name}");
        assert_eq!(document.contents_before, 0, "{name}: contents stand after cover and page 2");
        assert_eq!(document.clauses.last().unwrap().title, "History", "{name}");
        let first = document.clauses.iter().find(|clause| is_annex(clause)).unwrap();
        assert_eq!((first.number.as_str(), first.id.as_str()), ("A", "cl-relationship"), "{name}");
    }
}

#[test]
fn elements_of_a_cen_draft() {
    for (name, eso, document) in cen() {
        let mut expected = pairs(&[
            ("", "European foreword"),
            ("1", "Scope"),
            ("2", "Normative references"),
            ("3", "Terms, definitions, symbols and abbreviated terms"),
            ("4", "Product context"),
            ("5", "Requirements"),
            ("6", "Assessment criteria"),
        ]);
        let bibliography = document.clauses.last().unwrap();
        if bibliography.title == "Bibliography" {
            expected.push((String::new(), bibliography.title.clone()));
        }
        assert_eq!(without(headings(document), "Introduction"), expected, "{name}");
        let annexes: Vec<_> = document.clauses.iter().filter(|clause| is_annex(clause)).collect();
        let letters = if *eso == Eso::Cenelec { "ZZ" } else { "ZA" };
        assert_eq!(annexes.last().unwrap().number, letters, "{name}: the relationship stands behind all other annexes");
        assert_eq!(annexes.iter().filter(|annex| annex.number.starts_with('Z')).count(), 1, "{name}");
    }
}

#[test]
fn one_scope_one_list_of_each_sort() {
    for (name, _, document) in drafts() {
        for title in ["Scope", "Normative references", "Informative references", "Bibliography"] {
            let count = clauses(document).into_iter().filter(|clause| clause.title == title).count();
            assert!(count <= 1, "{name} has {count} clauses `{title}`");
        }
        assert_eq!(clauses(document).into_iter().filter(|clause| clause.title == "Scope").count(), 1, "{name}");
    }
}

#[test]
fn a_european_foreword_is_words_alone() {
    for (name, _, document) in cen() {
        let foreword = document.clauses.iter().find(|clause| clause.title == "European foreword").unwrap();
        assert!(foreword.clauses.is_empty(), "{name}");
        let odd = blocks(&foreword.blocks).into_iter().any(|block| matches!(block, Block::Table(_) | Block::Figure(_)));
        assert!(!odd, "{name}");
    }
}

#[test]
fn empty_lists_say_so() {
    for (name, _, document) in etsi() {
        for number in ["2.1", "2.2", "3.1", "3.2", "3.3"] {
            let clause = clauses(document).into_iter().find(|clause| clause.number == number);
            let clause = clause.unwrap_or_else(|| panic!("{name} has no clause {number}"));
            assert!(!clause.blocks.is_empty(), "{name}: clause {number} is empty");
        }
    }
    let small = small(Eso::Etsi);
    let symbols = clauses(&small).into_iter().find(|clause| clause.number == "3.2").unwrap();
    let Block::Paragraph { text } = &symbols.blocks[0] else { panic!("{:?}", symbols.blocks) };
    assert_eq!((symbols.blocks.len(), text[0].words().as_str()), (1, "Void."));
}

#[test]
fn no_paragraph_hangs() {
    for (name, _, document) in drafts() {
        for clause in clauses(document).into_iter().filter(|clause| !clause.clauses.is_empty()) {
            assert!(clause.blocks.is_empty(), "{name}: text hangs in `{} {}`", clause.number, clause.title);
        }
    }
}

#[test]
fn no_subclause_is_alone() {
    for (name, _, document) in drafts() {
        for clause in clauses(document) {
            assert_ne!(clause.clauses.len(), 1, "{name}: `{} {}` has one subclause", clause.number, clause.title);
        }
    }
}

#[test]
fn every_clause_has_a_title() {
    for (name, _, document) in drafts() {
        for clause in clauses(document) {
            assert!(!clause.title.trim().is_empty(), "{name}: clause {} has no title", clause.number);
        }
    }
}

#[test]
fn headings_are_not_too_deep() {
    for (name, eso, document) in drafts() {
        let deepest = clauses(document).into_iter().map(|clause| clause.level).max().unwrap();
        let style = normc::wording::Style::of(Some(*eso)).unwrap();
        assert!(deepest <= style.heading_depth, "{name}: headings go {deepest} deep");
        let numbers = clauses(document).into_iter().filter(|clause| !clause.number.is_empty() && !is_annex(clause));
        for clause in numbers {
            let points = clause.number.matches('.').count() + 1;
            assert_eq!(points, usize::from(clause.level), "{name}: {} {}", clause.number, clause.title);
        }
    }
}

#[test]
fn annexes_have_letters_in_order_and_a_status() {
    for (eso, outline) in ESOS.map(|(_, eso)| (eso, Outline::built_in(eso).unwrap())) {
        assert!(outline.labels.annex_heading.contains("({status})"), "{eso:?}");
    }
    for (name, _, document) in drafts() {
        let letters: String = document
            .clauses
            .iter()
            .filter(|clause| is_annex(clause) && !clause.number.starts_with('Z'))
            .map(|clause| clause.number.as_str())
            .collect();
        assert!("ABCDEFGHIJ".starts_with(&letters) && !letters.is_empty(), "{name}: annexes {letters}");
    }
}

#[test]
fn free_annexes_stand_in_the_order_of_citation() {
    for (_, eso) in ESOS {
        let small = small(eso);
        let annexes = small.clauses.iter().filter(|clause| is_annex(clause) && clause.span.is_some());
        let found: Vec<_> = annexes.map(|annex| (annex.title.as_str(), annex.kind)).collect();
        assert_eq!(found, [("Second", ClauseKind::NormativeAnnex), ("First", ClauseKind::InformativeAnnex)]);
    }
}

#[test]
fn the_history_is_last() {
    for (name, _, document) in etsi() {
        let history = document.clauses.last().unwrap();
        assert_eq!((history.title.as_str(), history.kind), ("History", ClauseKind::Unnumbered), "{name}");
        let Some(Block::Table(table)) = history.blocks.last() else { panic!("{name} has no history") };
        let version = table.rows.last().unwrap().cells[0][0].words();
        assert_eq!(version, format!("V{}", document.metadata.version), "{name}");
    }
}

#[test]
fn transposition_dates_are_in_order() {
    let outline = Outline::built_in(Eso::Etsi).unwrap();
    let rows = outline.transposition.unwrap().rows;
    let [adopted, announced, published, withdrawn] = rows.as_slice() else { panic!("{} rows", rows.len()) };
    assert!(adopted.what.contains("adoption") && announced.what.ends_with("(doa)"));
    assert!(published.what.ends_with("(dop/e)") && withdrawn.what.ends_with("(dow)"));
    assert!(announced.months.unwrap() < published.months.unwrap() && published.months <= withdrawn.months);
    for (name, _, document) in etsi() {
        let foreword = document.clauses.iter().find(|clause| clause.title == "Foreword").unwrap();
        let tables: Vec<_> = foreword.blocks.iter().filter(|block| matches!(block, Block::Table(_))).collect();
        let [Block::Table(table)] = tables.as_slice() else {
            panic!("{name} has {} tables in its foreword", tables.len())
        };
        assert_eq!((table.rows.len(), table.label.as_str()), (4, ""), "{name}");
    }
}

#[test]
fn nothing_is_empty() {
    for (name, _, document) in drafts() {
        for clause in clauses(document) {
            let holds = !clause.blocks.is_empty() || !clause.clauses.is_empty();
            assert!(holds, "{name}: `{} {}` is empty", clause.number, clause.title);
        }
        assert!(tables(document).into_iter().all(|table| !table.rows.is_empty()), "{name}");
    }
}

// References and terms.

#[test]
fn what_is_cited_is_listed_and_labelled() {
    for (name, eso, document) in drafts() {
        let clauses = clauses(document);
        let lists = clauses
            .into_iter()
            .filter(|clause| blocks(&clause.blocks).iter().any(|it| matches!(it, Block::Reference { .. })));
        for clause in lists {
            let normative = clause.title.starts_with("Normative");
            let labels = clause.blocks.iter().filter_map(|block| match block {
                Block::Reference { label, .. } => Some(label.as_str()),
                _ => None,
            });
            for (at, label) in (1..).zip(labels) {
                let expected = match (*eso, normative) {
                    (Eso::Etsi, false) => format!("[i.{at}]"),
                    (Eso::Etsi, true) | (_, false) => format!("[{at}]"),
                    (_, true) => String::new(),
                };
                assert_eq!(label, expected, "{name}, {}", clause.title);
            }
        }
    }
    let small = small(Eso::Etsi);
    let cited: Vec<_> =
        all_inlines(&small).into_iter().map(Inline::words).filter(|words| words.contains("ISO ")).collect();
    assert!(cited.contains(&"ISO 2 [i.1]".to_owned()) && cited.contains(&"ISO 1 [1]".to_owned()), "{cited:?}");
}

#[test]
fn entries_have_one_form() {
    let small = small(Eso::Etsi);
    let entries: Vec<_> = clauses(&small)
        .into_iter()
        .flat_map(|clause| &clause.blocks)
        .filter_map(|block| match block {
            Block::Reference { text, .. } => Some(text[0].words()),
            _ => None,
        })
        .collect();
    assert_eq!(entries, ["ISO 1 (2025): “One”.", "ISO 2 (2024): “Two”.", "Regulation (EU) 2020/1 (2020): Act one."]);
}

#[test]
fn terms_are_in_order() {
    for (name, eso, document) in drafts() {
        let terms: Vec<_> = clauses(document)
            .into_iter()
            .flat_map(|clause| &clause.blocks)
            .filter_map(|block| match block {
                Block::Term { term, number, .. } => Some((term.to_lowercase(), number.clone())),
                _ => None,
            })
            .collect();
        assert!(terms.is_sorted(), "{name}: {terms:?}");
        for (at, (_, number)) in (1..).zip(&terms) {
            let expected = if *eso == Eso::Etsi { String::new() } else { format!("3.1.{at}") };
            assert_eq!(*number, expected, "{name}");
        }
    }
    let small = small(Eso::Cen);
    let words: Vec<_> = all_inlines(&small).into_iter().map(Inline::words).collect();
    assert!(words.contains(&"vault (3.1.2)".to_owned()) && words.contains(&"secret (3.1.1)".to_owned()), "{words:?}");
}

// Numbers, captions, cross-references.

#[test]
fn anchors_are_unique_and_references_lead_to_them() {
    for (name, _, document) in drafts() {
        let mut anchors: Vec<&str> = clauses(document).into_iter().map(|clause| clause.id.as_str()).collect();
        let in_blocks = clauses(document).into_iter().flat_map(|clause| blocks(&clause.blocks));
        for block in in_blocks {
            match block {
                Block::Term { id, .. } | Block::Reference { id, .. } => anchors.push(id),
                Block::Requirement { id, .. } | Block::Assessment { id, .. } => anchors.push(id),
                Block::Definitions { entries } => anchors.extend(entries.iter().map(|entry| entry.id.as_str())),
                Block::Table(table) if !table.id.is_empty() => anchors.push(&table.id),
                Block::Figure(figure) => anchors.push(&figure.id),
                _ => {}
            }
        }
        for inline in all_inlines(document) {
            if let Inline::Anchor { id } = inline {
                anchors.push(id);
            }
        }
        let unique: BTreeSet<_> = anchors.iter().collect();
        assert_eq!(unique.len(), anchors.len(), "{name} has an anchor twice");
        for inline in all_inlines(document) {
            if let Inline::Reference { target, text, .. } = inline {
                assert!(unique.contains(&target.as_str()), "{name}: `{text}` leads to `{target}`, which is not there");
                assert!(!text.is_empty(), "{name}: the reference to `{target}` says nothing");
            }
        }
    }
}

#[test]
fn tables_figures_and_annexes_are_cited() {
    for (name, _, document) in drafts() {
        let cited: BTreeSet<_> = all_inlines(document)
            .into_iter()
            .filter_map(|inline| match inline {
                Inline::Reference { target, .. } => Some(target.as_str()),
                _ => None,
            })
            .collect();
        for table in tables(document).into_iter().filter(|table| !table.label.is_empty()) {
            assert!(cited.contains(table.id.as_str()), "{name}: nothing refers to {}", table.label);
        }
        for annex in document.clauses.iter().filter(|clause| is_annex(clause)) {
            assert!(cited.contains(annex.id.as_str()), "{name}: nothing refers to annex {}", annex.number);
        }
    }
}

#[test]
fn captions_have_one_scheme() {
    for (name, eso, document) in drafts() {
        for table in tables(document).into_iter().filter(|table| !table.label.is_empty()) {
            let between = if *eso == Eso::Etsi { ": " } else { " \u{2014} " };
            assert_eq!(table.caption, format!("{}{between}{}", table.label, table.title), "{name}");
            assert!(!table.title.is_empty() && !table.title.ends_with('.'), "{name}: {}", table.caption);
        }
        let body = tables(document).into_iter().filter_map(|table| table.label.strip_prefix("Table "));
        let numbers: Vec<u32> = body.filter_map(|number| number.parse().ok()).collect();
        let expected: Vec<_> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers, expected, "{name}: tables outside annexes are numbered consecutively");
    }
}

#[test]
fn notes_count_in_each_clause() {
    for (word, eso) in ESOS {
        let small = small(eso);
        let after = if eso == Eso::Etsi { ":" } else { "" };
        let labels = |id: &str| -> Vec<String> {
            let clause = clauses(&small).into_iter().find(|clause| clause.id == id).unwrap();
            let notes = blocks(&clause.blocks).into_iter().filter_map(|block| match block {
                Block::Note { label, .. } => Some(label.clone()),
                _ => None,
            });
            notes.collect()
        };
        assert_eq!(labels("n-cl-context"), [format!("NOTE 1{after}"), format!("NOTE 2{after}")], "{word}");
        // The note of the table is counted for itself.
        assert_eq!(labels("n-cl-more"), [format!("NOTE{after}"), format!("NOTE{after}")], "{word}");
    }
}

#[test]
fn tables_are_even() {
    for (name, _, document) in drafts() {
        for table in tables(document) {
            let columns = table.head.len();
            let even = table.widths.len() == columns && table.rows.iter().all(|row| row.cells.len() == columns);
            assert!(even, "{name}: {}", table.caption);
        }
    }
}

/// A figure is one picture: nothing in it can hold a note, and notes that are declared with it stand behind it in the clause.
#[test]
fn figures_hold_no_notes() {
    let figure = normc::language::keyword("clause").and_then(|clause| clause.child("figure")).unwrap();
    assert!(figure.own_children().iter().all(|child| matches!(child.word, "file" | "alt")));
    let names: Vec<_> = drafts()
        .filter(|(_, _, document)| {
            clauses(document)
                .into_iter()
                .any(|clause| clause.blocks.iter().any(|block| matches!(block, Block::Figure(_))))
        })
        .map(|(name, ..)| name)
        .collect();
    assert!(!names.is_empty(), "no draft with a figure was looked at");
}

#[test]
fn values_have_the_signs_of_the_organisation() {
    for (_, eso) in ESOS {
        let small = small(eso);
        let words: String = all_inlines(&small).into_iter().map(Inline::words).collect::<Vec<_>>().join("|");
        assert!(words.contains("1,5\u{a0}s"), "{words}");
        assert!(words.contains("at least 0,5\u{a0}s") && words.contains("100\u{a0}000\u{a0}s"), "{words}");
    }
}

#[test]
fn cross_references_have_the_words_of_the_organisation() {
    let words = |eso: Eso| -> Vec<String> {
        let small = small(eso);
        let references = all_inlines(&small).into_iter().filter_map(|inline| match inline {
            Inline::Reference { target, text, .. } if target.starts_with("n-") && !target.contains("iso") => {
                Some(text.clone())
            }
            _ => None,
        });
        references.collect()
    };
    let (etsi, cen) = (words(Eso::Etsi), words(Eso::Cen));
    for expected in ["annex C", "annex D", "table 1", "clause 1.2", "clause 4.2"] {
        assert!(etsi.iter().any(|it| it == expected), "{expected}: {etsi:?}");
    }
    for expected in ["Annex B", "Annex C", "Table 1", "1.2", "4.2"] {
        assert!(cen.iter().any(|it| it == expected), "{expected}: {cen:?}");
    }
}
