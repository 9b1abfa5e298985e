//! Numbers: clauses, annexes, tables, figures and notes; then the words of the cross-references to them.

use std::collections::BTreeMap;

use super::block::{Block, Clause, ClauseKind};
use super::inline::Inline;
use super::outline::{Counted, Labels, Numbering, Outline, Phrases, fill, say};
use super::{remarks, walk};

/// Gives every clause, table, figure and note its number, and every cross-reference its words.
pub(super) fn number(clauses: &mut [Clause], outline: &Outline) {
    let mut counter = Counter {
        labels: &outline.labels,
        numbering: &outline.numbering,
        entry_note: outline.entries.note.as_deref(),
        phrases: &outline.words.phrases,
        words: BTreeMap::new(),
        terms: BTreeMap::new(),
        tables: 0,
        figures: 0,
        formulas: 0,
        definitions: 0,
        annex: String::new(),
        number: String::new(),
        unnumbered: false,
    };
    let (mut clause_number, mut annex_number) = (0_u32, 0_u8);
    for clause in clauses.iter_mut() {
        counter.unnumbered = clause.kind == ClauseKind::Unnumbered;
        match clause.kind {
            ClauseKind::Numbered => {
                clause_number += 1;
                counter.clause(clause, clause_number.to_string());
            }
            ClauseKind::InformativeAnnex | ClauseKind::NormativeAnnex => {
                // The annex on the relationship to the act can have letters of its own.
                counter.annex = if clause.number.is_empty() {
                    annex_number += 1;
                    char::from(b'A' + (annex_number - 1).min(25)).to_string()
                } else {
                    clause.number.clone()
                };
                (counter.tables, counter.figures, counter.formulas) = (0, 0, 0);
                let letter = counter.annex.clone();
                counter.clause(clause, letter);
            }
            ClauseKind::Unnumbered => counter.clause(clause, String::new()),
        }
    }
    let (mut words, terms) = (counter.words, counter.terms);
    clauses.iter().for_each(|clause| anchors_of_clause(clause, &mut words));
    let mut footnotes = 0_u32;
    walk::inlines(clauses, &mut |inline| {
        if let Inline::Footnote { id, number, .. } = inline {
            footnotes += 1;
            (*id, *number) = (format!("fn-{footnotes}"), footnotes.to_string());
        }
        let Inline::Reference { target, text, title } = inline else { return };
        match words.get(target) {
            Some((found, heading)) if text.is_empty() => (*text, *title) = (found.clone(), heading.clone()),
            Some(_) => {
                if let Some(number) = terms.get(target) {
                    text.push_str(&format!(" ({number})"));
                }
            }
            None => *inline = Inline::text(if text.is_empty() { title.clone() } else { text.clone() }),
        }
    });
}

/// Adds every anchor that has no words of its own, so that what is missing is known to lead nowhere.
fn anchors_of_clause(clause: &Clause, words: &mut Words) {
    let mut anchor = |id: &str| {
        words.entry(id.to_owned()).or_default();
    };
    for block in &clause.blocks {
        match block {
            Block::Term { id, .. }
            | Block::Reference { id, .. }
            | Block::Requirement { id, .. }
            | Block::Assessment { id, .. } => anchor(id),
            Block::Definitions { entries } => entries.iter().for_each(|entry| anchor(&entry.id)),
            Block::Table(table) => {
                for inline in table.rows.iter().flat_map(|row| &row.cells).flatten() {
                    if let Inline::Anchor { id } = inline {
                        anchor(id);
                    }
                }
            }
            _ => {}
        }
    }
    clause.clauses.iter().for_each(|clause| anchors_of_clause(clause, words));
}

struct Counter<'l> {
    labels: &'l Labels,
    numbering: &'l Numbering,
    /// The label of a note to an entry of the terms clause, where it has one of its own.
    entry_note: Option<&'l str>,
    /// What stands before each table that normc makes.
    phrases: &'l Phrases,
    /// What a reference to an anchor says, and the title it shows.
    words: BTreeMap<String, (String, String)>,
    /// The number of each entry of the terms clause, where the outline numbers them.
    terms: BTreeMap<String, String>,
    tables: u32,
    figures: u32,
    formulas: u32,
    /// Entries of lists that authors write, which nothing refers to.
    definitions: u32,
    annex: String,
    /// The number of the clause that is counted.
    number: String,
    /// Whether the clause has no number, so that its tables have none either.
    unnumbered: bool,
}

impl Counter<'_> {
    fn clause(&mut self, clause: &mut Clause, number: String) {
        let is_annex = matches!(clause.kind, ClauseKind::InformativeAnnex | ClauseKind::NormativeAnnex);
        let labels = self.labels;
        let form = match &labels.subclause {
            _ if is_annex => &labels.annex,
            Some(subclause) if number.contains('.') => subclause,
            _ => &labels.clause,
        };
        let words = if number.is_empty() { clause.title.clone() } else { form.replace("{n}", &number) };
        self.words.insert(clause.id.clone(), (words, clause.title.clone()));
        self.begin(&number);
        remarks::label(&mut clause.blocks, self.labels, self.entry_note);
        self.blocks(&mut clause.blocks);
        self.entries(&mut clause.blocks, &number);
        introduce(&mut clause.blocks, self.phrases);
        for (at, inner) in (1_u32..).zip(&mut clause.clauses) {
            let inner_number = if number.is_empty() { String::new() } else { format!("{number}.{at}") };
            self.clause(inner, inner_number);
        }
        clause.number = number;
    }

    /// Begins a clause: what is counted in each clause is counted anew.
    fn begin(&mut self, number: &str) {
        number.clone_into(&mut self.number);
        let Numbering { tables, figures, formulas, .. } = self.numbering;
        let counts = [(tables, &mut self.tables), (figures, &mut self.figures), (formulas, &mut self.formulas)];
        for (_, count) in
            counts.into_iter().filter(|(counted, _)| self.annex.is_empty() && **counted == Counted::Clause)
        {
            *count = 0;
        }
    }

    /// Numbers the entries of a terms clause.
    fn entries(&mut self, blocks: &mut [Block], clause: &str) {
        let Some(form) = &self.labels.term else { return };
        let terms = blocks.iter_mut().filter_map(|block| match block {
            Block::Term { id, number, .. } => Some((id, number)),
            _ => None,
        });
        for (at, (id, number)) in (1_u32..).zip(terms) {
            *number = form.replace("{clause}", clause).replace("{n}", &at.to_string());
            self.terms.insert(id.clone(), number.clone());
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Table(table) if !table.id.is_empty() && !self.unnumbered => {
                    self.tables += 1;
                    let number = self.captioned(self.tables, self.numbering.tables);
                    table.label = self.labels.table.replace("{n}", &number);
                    let words = self.labels.table_reference.replace("{n}", &number);
                    self.words.insert(table.id.clone(), (words, table.caption.clone()));
                    table.caption = fill(&self.labels.caption, &[("label", &table.label), ("title", &table.caption)]);
                }
                Block::Figure(figure) => {
                    self.figures += 1;
                    let number = self.captioned(self.figures, self.numbering.figures);
                    if figure.id.is_empty() {
                        figure.id = format!("picture-{number}");
                    }
                    figure.label = self.labels.figure.replace("{n}", &number);
                    let words = self.labels.figure_reference.replace("{n}", &number);
                    self.words.insert(figure.id.clone(), (words, figure.caption.clone()));
                    figure.caption =
                        fill(&self.labels.caption, &[("label", &figure.label), ("title", &figure.caption)]);
                }
                // Formulas in running text have no name to refer to, and so no number.
                Block::Formula { id, label, .. } if !id.is_empty() => {
                    self.formulas += 1;
                    let number = self.captioned(self.formulas, self.numbering.formulas);
                    *label = self.labels.formula.replace("{n}", &number);
                    let words = self.labels.formula_reference.replace("{n}", &number);
                    self.words.insert(id.clone(), (words, String::new()));
                }
                Block::Requirement { blocks, .. }
                | Block::Note { blocks, .. }
                | Block::Example { blocks, .. }
                | Block::Warning { blocks, .. }
                | Block::EditorsNote { blocks, .. } => self.blocks(blocks),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Definitions { entries } => {
                    for entry in entries.iter_mut().filter(|entry| entry.id.is_empty()) {
                        self.definitions += 1;
                        entry.id = format!("def-{}", self.definitions);
                    }
                }
                _ => {}
            }
        }
    }

    fn captioned(&self, number: u32, counted: Counted) -> String {
        let number = number.to_string();
        match counted {
            _ if !self.annex.is_empty() => fill(&self.numbering.in_annex, &[("annex", &self.annex), ("n", &number)]),
            Counted::Document => number,
            Counted::Clause => fill(&self.numbering.in_clause, &[("clause", &self.number), ("n", &number)]),
        }
    }
}

/// Before each table and figure that normc makes stands a sentence that refers to it.
fn introduce(blocks: &mut Vec<Block>, phrases: &Phrases) {
    let mut out = Vec::with_capacity(blocks.len());
    for block in std::mem::take(blocks) {
        let made = match &block {
            Block::Table(table) if table.is_made() && !table.label.is_empty() => {
                Some((&phrases.table_introduction, "table", &table.id, &table.label, &table.title))
            }
            Block::Figure(figure) if figure.is_made() => {
                Some((&phrases.figure_introduction, "figure", &figure.id, &figure.label, &figure.title))
            }
            _ => None,
        };
        if let Some((form, name, target, label, title)) = made {
            let reference = Inline::Reference { target: target.clone(), text: label.clone(), title: title.clone() };
            let words = vec![Inline::text(lower_first(title))];
            out.push(Block::Paragraph { text: say(form, &[(name, &vec![reference]), ("title", &words)]) });
        }
        out.push(block);
    }
    *blocks = out;
}

/// A caption as it stands inside a sentence.
fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}

type Words = BTreeMap<String, (String, String)>;
