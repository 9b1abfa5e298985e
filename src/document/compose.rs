//! The stage itself: walks the outline and asks the part of each element for its blocks.

use std::collections::{BTreeMap, BTreeSet};

use crate::artifact::Options;
use crate::diagnostic::Diagnostic;
use crate::graph::Graph;
use crate::model::item::ItemRole;
use crate::model::standard::{Eso, Role};
use crate::model::{Id, Item, Model, PackageId, Standard};
use crate::source::Span;
use crate::syntax::Text;
use crate::wording::{Number, Style, numbers};

use super::block::{Block, Cell, Clause, ClauseKind, Document, Row, Table};
use super::inline::Inline;
use super::outline::{After, Element, Headed, House, NeutralPlace, Organisation, Outline, Part, Sort, say};
use super::references::References;
use super::{
    annexes, considered, context, evaluation, filled, fit, front, lone, marks, metadata, number, provisions,
    relationship, sentences, walk,
};

/// What reads a picture's bytes.
pub(super) type Pictures<'p> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'p;

/// Everything that the parts of a draft are made from.
pub(super) struct Composer<'c, 's> {
    pub(super) model: &'c Model<'s>,
    pub(super) graph: &'c Graph,
    pub(super) package: PackageId,
    pub(super) standard: &'c Standard<'s>,
    pub(super) house: &'c House,
    pub(super) outline: &'c Outline,
    /// Whose format the draft has.
    pub(super) eso: Eso,
    /// What sort of deliverable it is.
    pub(super) sort: Sort,
    /// What stands for the names in the outline's texts.
    pub(super) declared: Vec<(&'static str, String)>,
    /// Whether the draft leaves the committee, so that it has no remarks of the editor.
    pub(super) submission: bool,
    pub(super) pictures: &'c Pictures<'c>,
    /// The printed number of every own requirement, and of those of the deliverables that this one builds on.
    pub(super) numbers: BTreeMap<Id, String>,
    pub(super) references: References,
    /// The words in capitals that the draft prints, once its text is there: abbreviations are listed where they are used.
    pub(super) words: std::cell::RefCell<BTreeSet<String>>,
    pub(super) diagnostics: std::cell::RefCell<Vec<Diagnostic>>,
}

/// Composes the draft of a package; `None` where the package is no deliverable.
pub fn compose(
    model: &Model<'_>,
    graph: &Graph,
    house: &House,
    package: PackageId,
    options: &Options,
    pictures: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<Option<(Document, Vec<Diagnostic>)>, String> {
    let Some(standard) = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head)) else {
        return Ok(None);
    };
    let Some(eso) = options.format.or(standard.eso) else { return Ok(None) };
    let outline = house.outline(Organisation::of(eso));
    let composer = Composer {
        model,
        graph,
        package,
        standard,
        house,
        outline,
        eso,
        sort: sort(model, standard),
        declared: filled::declared(model, standard, outline),
        submission: options.submission,
        pictures,
        numbers: provisions::numbers(model, house, package),
        references: References::collect(model, graph, package),
        words: std::cell::RefCell::default(),
        diagnostics: std::cell::RefCell::default(),
    };
    let neutral = marks::neutral(&composer);
    if options.submission && !neutral.is_empty() {
        return Err(unfit(model.package(package).name, eso, &neutral));
    }
    let mut clauses = composer.elements();
    composer.references.label(&mut clauses, &outline.labels);
    annexes::in_order_of_citation(&mut clauses);
    fit::fit(&mut clauses);
    number::number(&mut clauses, outline);
    let contents_before = clauses.iter().position(|clause| clause.kind == ClauseKind::Unnumbered).unwrap_or(0);
    let document = Document {
        package: model.package(package).name.to_owned(),
        language: outline.language.clone(),
        cover: front::cover(&composer),
        metadata: metadata::metadata(&composer, options),
        watermark: marks::watermark(&composer, options),
        clauses,
        contents_before,
        line_numbers: options.line_numbers,
        since: None,
        before: None,
    };
    Ok(Some((document, composer.diagnostics.into_inner())))
}

impl<'s> Composer<'_, 's> {
    /// The clauses of every element; those that list what the text uses are made once the text is there.
    fn elements(&self) -> Vec<Clause> {
        let elements = &self.outline.elements;
        let mut made: Vec<Vec<Clause>> = elements.iter().map(|element| self.element(element, 1)).collect();
        self.words.replace(made.iter_mut().flat_map(|clauses| words_in_capitals(clauses)).collect());
        for (element, clauses) in elements.iter().zip(&mut made).filter(|(element, _)| element.has(Part::Abbreviations))
        {
            *clauses = self.element(element, 1);
        }
        let mut clauses: Vec<_> = made.into_iter().flatten().collect();
        lone::without_lone(&mut clauses);
        sentences::without_dangling(&mut clauses);
        clauses
    }

    fn element(&self, element: &Element, level: u8) -> Vec<Clause> {
        if !element.is_for(self.sort) {
            return Vec::new();
        }
        match element.part {
            Part::FreeClauses => {
                return context::free_clauses(self, element.after.map_or("", After::word), level);
            }
            Part::FreeAnnexes => return annexes::free_annexes(self, level),
            _ => {}
        }
        let (mut blocks, mut clauses) = self.part(element.part, level);
        for inner in &element.elements {
            clauses.extend(self.element(inner, level + 1));
        }
        if element.editions {
            blocks.extend(relationship::editions(self));
        }
        let anchor = element.anchor();
        let boilerplate = self.opening(element);
        let nothing = blocks.is_empty() && clauses.is_empty();
        // What a list is introduced with says nothing without the list.
        let is_list = !matches!(element.part, Part::Text | Part::Foreword);
        if nothing && is_list {
            match &element.empty {
                Some(empty) => blocks.push(Block::Paragraph { text: vec![Inline::text(empty)] }),
                None => return Vec::new(),
            }
        } else if !nothing || !boilerplate.is_empty() {
            blocks.splice(0..0, boilerplate);
        } else {
            return Vec::new();
        }
        if !blocks.is_empty() && !clauses.is_empty() {
            // Text before the first subclause hangs, so it becomes the first of them.
            let (id, general) = (format!("{anchor}-general"), &self.phrases().general);
            clauses.insert(0, self.clause(&id, general, level + 1, std::mem::take(&mut blocks), Vec::new()));
        }
        let kind = match element.kind {
            Headed::Unnumbered => ClauseKind::Unnumbered,
            Headed::Numbered => ClauseKind::Numbered,
            Headed::InformativeAnnex => ClauseKind::InformativeAnnex,
            Headed::NormativeAnnex => ClauseKind::NormativeAnnex,
        };
        let mut clause = self.clause(&anchor, &element.heading, level, blocks, clauses);
        clause.kind = kind;
        clause.role = element.part.word();
        clause.page_break = element.page_break;
        if element.part == Part::Essentials {
            clause.number = self.relationship().to_owned();
        }
        vec![clause]
    }

    fn part(&self, part: Part, level: u8) -> (Vec<Block>, Vec<Clause>) {
        let blocks = |blocks: Vec<Block>| (blocks, Vec::new());
        let header = self.standard;
        match part {
            Part::Text | Part::FreeClauses | Part::FreeAnnexes => blocks(Vec::new()),
            Part::Foreword => blocks(front::foreword(self)),
            Part::Introduction => blocks(self.optional(header.introduction)),
            Part::Scope => blocks(considered::scope(self)),
            Part::NormativeReferences => blocks(self.references.entries(self, true)),
            Part::InformativeReferences => blocks(self.references.entries(self, false)),
            Part::Terms => blocks(front::terms(self)),
            Part::Symbols => blocks(front::short_forms(self, "symbol")),
            Part::Abbreviations => blocks(front::short_forms(self, "abbreviation")),
            Part::ProductContext => blocks(self.optional(header.product_context)),
            Part::Features => blocks(context::features(self)),
            Part::UseCases => blocks(context::use_cases(self)),
            Part::Levels => blocks(context::levels(self)),
            Part::Considered => blocks(considered::considered(self)),
            Part::Requirements => (Vec::new(), provisions::requirements(self, level + 1)),
            Part::Inheritance => blocks(provisions::inheritance(self)),
            Part::Assessment => {
                let mut clauses = evaluation::concepts(self, level + 1);
                clauses.extend(provisions::assessments(self, level + 1));
                clauses.extend(evaluation::decisions(self, level + 1));
                (Vec::new(), clauses)
            }
            Part::Essentials => blocks(relationship::essentials(self)),
            Part::Assets => blocks(annexes::assets(self)),
            Part::RiskFactors => blocks(annexes::risk_factors(self)),
            Part::Assumptions => blocks(annexes::assumptions(self)),
            Part::Threats => blocks(annexes::threats(self)),
            Part::Objectives => blocks(annexes::objectives(self)),
            Part::Tracing => blocks(annexes::tracing(self)),
            Part::Profiles => blocks(annexes::profiles(self)),
            Part::Residuals => blocks(annexes::residuals(self)),
            Part::Guidance => (Vec::new(), annexes::guidance(self, level + 1)),
            Part::History => blocks(front::history(self)),
        }
    }

    /// A clause; numbers come later.
    pub(super) fn clause(&self, id: &str, title: &str, level: u8, blocks: Vec<Block>, clauses: Vec<Clause>) -> Clause {
        Clause { in_contents: level < 4, ..Clause::new(id, title, level, blocks, clauses) }
    }

    /// The paragraphs that open an element: the official text where there is one, else what the outline has.
    fn opening(&self, element: &Element) -> Vec<Block> {
        if let Some(official) = self.house.text(Organisation::of(self.eso), element.slot.as_deref()) {
            return self.official_text(&self.filled(official));
        }
        let notice = element.placeholder && self.outline.marks.neutral.place == NeutralPlace::Notice;
        element.text.iter().map(|text| self.boilerplate(text, notice)).collect()
    }

    fn boilerplate(&self, text: &str, placeholder: bool) -> Block {
        let text = say(&self.filled(text), &[]);
        if placeholder {
            let label = self.outline.marks.neutral.text.clone();
            Block::EditorsNote { label, blocks: vec![Block::Paragraph { text }] }
        } else {
            Block::Paragraph { text }
        }
    }

    /// The letters of the annex on the relationship to the act; empty where it is counted like others.
    fn relationship(&self) -> &str {
        self.outline.relationship.get(self.eso.word()).map_or("", String::as_str)
    }

    fn optional(&self, text: Option<Text<'s>>) -> Vec<Block> {
        text.map_or_else(Vec::new, |text| self.blocks(text))
    }

    /// The inlines of a text that may be missing.
    pub(super) fn cell(&self, text: Option<Text<'s>>) -> Cell {
        text.map_or_else(Vec::new, |text| self.inlines(text))
    }

    /// Values that the model gives, with the signs of the organisation: the decimal sign, groups of digits, and no break before a unit.
    pub(super) fn figures(&self, text: &str) -> String {
        let Some(style) = Style::of(Some(self.eso)) else { return text.to_owned() };
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        let has_unit = |number: &Number| {
            let word = text[number.space.end..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            number.unit.is_some() || crate::language::unit(word).is_some()
        };
        for number in numbers(text, 0..text.len(), style).into_iter().filter(has_unit) {
            out.push_str(&text[at..number.digits.start]);
            out.push_str(&style.figure(&text[number.digits.clone()]));
            out.push_str(if number.space.is_empty() { "" } else { "\u{a0}" });
            at = number.space.end;
        }
        out.push_str(&text[at..]);
        out
    }

    /// Notes, examples and editor's notes of a declaration.
    pub(super) fn remarks(&self, id: Id) -> Vec<Block> {
        let common = &self.model.get(id).common;
        let mut blocks: Vec<Block> = Vec::new();
        // Labels are given when the clause's notes are counted.
        blocks.extend(common.notes.iter().map(|note| Block::Note { label: String::new(), blocks: self.blocks(*note) }));
        blocks
            .extend(common.examples.iter().map(|it| Block::Example { label: String::new(), blocks: self.blocks(*it) }));
        let label = || self.outline.labels.editors_note.clone();
        if self.submission {
            return blocks;
        }
        blocks.extend(
            common.editors_notes.iter().map(|it| Block::EditorsNote { label: label(), blocks: self.blocks(*it) }),
        );
        blocks
    }

    /// A table; its number comes later.
    pub(super) fn table(&self, id: &str, caption: &str, widths: &[u8], head: &[&str], rows: Vec<Vec<Cell>>) -> Block {
        Block::Table(Table {
            id: format!("tab-{id}"),
            label: String::new(),
            title: caption.to_owned(),
            caption: caption.to_owned(),
            widths: widths.to_vec(),
            head: head.iter().map(|text| vec![Inline::text(*text)]).collect(),
            rows: rows.into_iter().map(Row::from).collect(),
            row_headers: true,
            wide: false,
            notes: Vec::new(),
        })
    }

    /// A condition in the words of the draft.
    pub(super) fn when(&self, condition: &crate::model::Condition) -> String {
        self.model.condition_in_words(condition, &|id| self.model.get(id).name.clone())
    }

    /// Reports a fault of the draft.
    pub(super) fn fault(&self, rule: &'static str, span: Span, message: String, help: &str) {
        self.diagnostics.borrow_mut().push(Diagnostic::error(rule, span, message).help(help));
    }
}

/// Why a draft cannot leave the committee yet.
fn unfit(package: &str, eso: Eso, neutral: &[String]) -> String {
    let (slots, word) = (neutral.join("`, `"), Organisation::of(eso).word());
    format!(
        "`{package}` cannot be submitted: where official text belongs, normc's neutral wording stands in `{slots}`; give the official texts under `slots: {word}:` in norm.yaml, or build without `--submission`"
    )
}

/// What sort of deliverable it is: what the items that it answers ask for, else what it says itself.
fn sort(model: &Model<'_>, standard: &Standard<'_>) -> Sort {
    let mut items = standard.answers.iter().filter_map(|item| model.body::<Item<'_>>(item.id)?.role);
    match (items.next(), standard.role) {
        (Some(ItemRole::VulnerabilityHandling), _) => Sort::VulnerabilityHandling,
        (Some(ItemRole::Horizontal), _) | (None, Some(Role::Horizontal)) => Sort::Horizontal,
        (Some(ItemRole::Vertical) | None, _) => Sort::Vertical,
    }
}

/// The words of the clauses that have a capital letter and could abbreviate something.
fn words_in_capitals(clauses: &mut [Clause]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    walk::inlines(clauses, &mut |inline| {
        if let Inline::Text { text } | Inline::Reference { text, .. } = inline {
            let candidates =
                text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_uppercase));
            words.extend(candidates.map(str::to_owned));
        }
    });
    words
}

/// A text as one string.
pub(super) fn read(text: Text<'_>) -> String {
    text.content().as_str().to_owned()
}

/// The anchor of a declaration in the draft of a package.
pub fn anchor(model: &Model<'_>, package: PackageId, id: Id) -> String {
    let declaration = model.get(id);
    let name = if declaration.package == package { declaration.name.clone() } else { model.qualified(id) };
    format!("n-{}", slug_kept(&name))
}

/// A text as part of an anchor: letters and digits, with `-` for what is between.
pub(super) fn slug_kept(text: &str) -> String {
    let mapped = text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' || c == '_' { c } else { '-' });
    let text: String = mapped.collect();
    text.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
