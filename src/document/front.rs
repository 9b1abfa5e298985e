//! Cover, foreword, terms and history.

use jiff::civil::Date;

use crate::model::standard::Deliverable;
use crate::model::{Abbreviation, Declaration, Id, Kind, Relation, Revision, Symbol, Term};
use crate::syntax::Text;

use super::block::{Block, Cell, Definition};
use super::compose::{Composer, read};
use super::cover::{Cover, PageTwoBlock};
use super::inline::Inline;
use super::metadata;
use super::outline::{Organisation, TranspositionDate, Words, fill, say};

pub(super) fn cover(composer: &Composer<'_, '_>) -> Cover {
    let (standard, rules) = (composer.standard, &composer.outline.cover);
    let identifier = metadata::identifier(composer, &rules.identifier);
    let deliverable = standard.deliverable.map_or("en", |deliverable| deliverable.word());
    let page_two = composer.outline.page_two.iter().map(|slot| {
        let official = composer.house.text(Organisation::of(composer.eso), slot.slot.as_deref());
        let mut paragraphs = official.map_or_else(|| slot.text.clone(), paragraphs);
        paragraphs.iter_mut().for_each(|text| *text = composer.filled(text));
        if slot.work_item {
            paragraphs.extend(standard.work_item.map(read).or_else(|| standard.number.map(read)));
        }
        if slot.keywords {
            paragraphs.push(keywords(composer).join(", "));
        }
        PageTwoBlock { heading: slot.heading.clone(), paragraphs, placeholder: slot.placeholder && official.is_none() }
    });
    Cover {
        eso: composer.outline.eso.word().to_owned(),
        running_header: identifier.clone(),
        identifier,
        type_line: rules.types.get(deliverable).cloned().unwrap_or_default(),
        title: rules.title.iter().map(|element| element.replace("{title}", &title(composer))).collect(),
        running_footer: rules.footer.clone(),
        page_two: page_two.collect(),
    }
}

pub(super) fn title(composer: &Composer<'_, '_>) -> String {
    let head = composer.model.package(composer.package).head;
    head.map_or_else(String::new, |head| composer.model.get(head).label())
}

pub(super) fn keywords(composer: &Composer<'_, '_>) -> Vec<String> {
    let mut keywords: Vec<_> = composer.standard.keywords.iter().map(|text| read(*text)).collect();
    keywords.sort();
    keywords
}

/// What the header says, and in a European standard the dates of its transposition where the organisation has them in the foreword.
pub(super) fn foreword(composer: &Composer<'_, '_>) -> Vec<Block> {
    let mut blocks = composer.standard.foreword.map_or_else(Vec::new, |text| composer.blocks(text));
    let standard = composer.standard.deliverable.is_none_or(|deliverable| deliverable == Deliverable::Standard);
    if let Some(dates) = composer.outline.transposition.as_ref().filter(|_| standard) {
        let row = |date: &TranspositionDate| vec![vec![Inline::text(&date.what)], vec![Inline::text(&date.when)]];
        let head = dates.head.each_ref().map(String::as_str);
        let rows = dates.rows.iter().map(row).collect();
        blocks.push(composer.table("transposition", &dates.caption, &[3, 2], &head, rows));
    }
    blocks
}

/// The terms that the package declares, and those of others that it mentions, in the order of the alphabet.
pub(super) fn terms(composer: &Composer<'_, '_>) -> Vec<Block> {
    let entries = sorted(composer, "term").into_iter().filter_map(|declaration| {
        let term = Term::of(declaration)?;
        let mut notes = composer.remarks(declaration.id);
        for (source, clause) in &declaration.common.sources {
            let mut reference = vec![composer.link(source.id)];
            if let Some(clause) = clause {
                reference.push(Inline::text(format!(", {}", read(*clause))));
            }
            notes.extend(source_of(composer, &reference));
        }
        Some(Block::Term {
            id: composer.anchor(declaration.id),
            number: String::new(),
            term: declaration.label(),
            admitted: term.admitted.iter().map(|text| read(*text)).collect(),
            deprecated: term.deprecated.iter().map(|text| read(*text)).collect(),
            definition: composer.cell(term.definition),
            notes,
        })
    });
    entries.collect()
}

/// Where a definition comes from, as the outline has it: in a note, or in a paragraph of its own.
fn source_of(composer: &Composer<'_, '_>, reference: &Cell) -> Vec<Block> {
    let entries = &composer.outline.entries;
    let paragraph = |form: &String| Block::Paragraph { text: say(form, &[("reference", reference)]) };
    let note = |form| Block::Note { label: String::new(), blocks: vec![paragraph(form)] };
    entries.source_note.as_ref().map(note).into_iter().chain(entries.source.as_ref().map(paragraph)).collect()
}

/// The paragraphs of a text, which blank lines part.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.split("\n\n").map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|text| !text.is_empty()).collect()
}

/// Abbreviations or symbols as a list of two columns.
pub(super) fn short_forms(composer: &Composer<'_, '_>, kind: &str) -> Vec<Block> {
    let definition = |declaration: &Declaration<'_>| -> Option<String> {
        let text =
            Abbreviation::of(declaration).and_then(|it| it.definition).or_else(|| Symbol::of(declaration)?.definition);
        text.map(|text: Text<'_>| read(text))
    };
    let entries: Vec<_> = sorted(composer, kind)
        .into_iter()
        .filter_map(|declaration| {
            Some(Definition {
                id: composer.anchor(declaration.id),
                term: declaration.label(),
                text: vec![Inline::text(definition(declaration)?)],
            })
        })
        .collect();
    if entries.is_empty() { Vec::new() } else { vec![Block::Definitions { entries }] }
}

fn sorted<'c, 's>(composer: &'c Composer<'_, 's>, kind: &str) -> Vec<&'c Declaration<'s>> {
    let model = composer.model;
    let members = model.members(composer.package);
    let mentioned = members.iter().flat_map(|member| composer.graph.targets(member.id, Relation::Mentions));
    let mut found: Vec<_> = members
        .iter()
        .map(|member| member.id)
        .chain(mentioned)
        .chain(abbreviations_in_print(composer))
        .filter(|id| model.get(*id).kind() == kind)
        .collect();
    found.sort_unstable();
    found.dedup();
    let mut found: Vec<_> = found.into_iter().map(|id| model.get(id)).collect();
    found.sort_by_key(|declaration| (declaration.label().to_lowercase(), declaration.id));
    found
}

/// The abbreviations of packages in use that the draft prints.
fn abbreviations_in_print(composer: &Composer<'_, '_>) -> Vec<Id> {
    let model = composer.model;
    let words = composer.words.borrow();
    let in_use = model.package(composer.package).uses.iter().map(|used| used.package);
    in_use
        .flat_map(|package| model.of::<Abbreviation<'_>>(package))
        .filter(|(declaration, _)| words.contains(&declaration.label()))
        .map(|(declaration, _)| declaration.id)
        .collect()
}

/// The versions so far; the one at hand where none is declared.
pub(super) fn history(composer: &Composer<'_, '_>) -> Vec<Block> {
    let (words, phrases) = (&composer.outline.words, composer.phrases());
    let row = |version: Option<Text<'_>>, date: Option<Date>, changes: Cell| {
        let date = date.map_or_else(String::new, |date| month(words, date));
        let version = version.map_or_else(String::new, |it| fill(&phrases.version, &[("version", &read(it))]));
        vec![vec![Inline::text(version)], vec![Inline::text(date)], changes]
    };
    let revisions = composer.model.of::<Revision<'_>>(composer.package);
    let mut rows: Vec<_> = revisions
        .map(|(_, revision)| {
            let mut status = composer.cell(revision.changes);
            if !revision.editorial.is_empty() {
                let requirements = composer.links(revision.editorial.iter().map(|target| target.id));
                status.push(Inline::text(" "));
                status.extend(say(&phrases.editorial, &[("requirements", &requirements)]));
            }
            row(revision.version, revision.date, status)
        })
        .collect();
    if rows.is_empty() {
        let standard = composer.standard;
        let stage = standard.stage.map_or("", |stage| stage.word());
        rows.push(row(standard.version, standard.date, vec![Inline::text(fill(&phrases.stage, &[("stage", stage)]))]));
    }
    composer.made("history", &composer.tables().history, &[1, 1, 3], rows)
}

/// A month in words, such as `November 2026`.
fn month(words: &Words, date: Date) -> String {
    let name = words.months.get(usize::try_from(date.month() - 1).unwrap_or(0)).map_or("", String::as_str);
    fill(&words.phrases.month, &[("month", name), ("year", &date.year().to_string())])
}
