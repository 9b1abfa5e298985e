//! The stage itself: walks the outline and asks the part of each element for its blocks.

use std::collections::{BTreeMap, BTreeSet};

use crate::artifact::Options;
use crate::diagnostic::Diagnostic;
use crate::graph::Graph;
use crate::model::{CitedDocument, Id, Model, PackageId, Requirement, Standard};
use crate::source::Span;
use crate::syntax::Text;
use crate::wording::{Number, Style, numbers};

use super::block::{Block, Cell, Clause, ClauseKind, Document, Row, Table};
use super::inline::Inline;
use super::outline::{Element, Fields, Headed, Outline, Part, Phrases, TableWords, Tables, fill, say};
use super::references::References;
use super::{
    annexes, considered, context, evaluation, front, lone, number, prose, provisions, relationship, sentences, walk,
};

/// What reads a picture's bytes.
pub(super) type Pictures<'p> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'p;

/// Everything that the parts of a draft are made from.
pub(super) struct Composer<'c, 's> {
    pub(super) model: &'c Model<'s>,
    pub(super) graph: &'c Graph,
    pub(super) package: PackageId,
    pub(super) standard: &'c Standard<'s>,
    pub(super) outline: &'c Outline,
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
    package: PackageId,
    options: &Options,
    pictures: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<Option<(Document, Vec<Diagnostic>)>, String> {
    let Some(standard) = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head)) else {
        return Ok(None);
    };
    let Some(eso) = standard.eso else { return Ok(None) };
    let outline = Outline::built_in(eso)?;
    let composer = Composer {
        model,
        graph,
        package,
        standard,
        outline: &outline,
        pictures,
        numbers: provisions::numbers(model, package)?,
        references: References::collect(model, graph, package),
        words: std::cell::RefCell::default(),
        diagnostics: std::cell::RefCell::default(),
    };
    let mut clauses = composer.elements();
    composer.references.label(&mut clauses, &outline.labels);
    annexes::in_order_of_citation(&mut clauses);
    number::number(&mut clauses, &outline);
    let contents_before = clauses.iter().position(|clause| clause.kind == ClauseKind::Unnumbered).unwrap_or(0);
    let document = Document {
        package: model.package(package).name.to_owned(),
        language: "en-GB".to_owned(),
        cover: front::cover(&composer),
        metadata: front::metadata(&composer, options),
        watermark: options.faulty.then(|| "DRAFT WITH OPEN FINDINGS".to_owned()),
        clauses,
        contents_before,
        line_numbers: options.line_numbers,
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
        match element.part {
            Part::FreeClauses => {
                return context::free_clauses(self, element.after.as_deref().unwrap_or_default(), level);
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
        let boilerplate = element.text.iter().map(|text| self.boilerplate(text, element.placeholder));
        let nothing = blocks.is_empty() && clauses.is_empty();
        // What a list is introduced with says nothing without the list.
        let is_list = !matches!(element.part, Part::Text | Part::Foreword);
        if nothing && is_list {
            match &element.empty {
                Some(empty) => blocks.push(Block::Paragraph { text: vec![Inline::text(empty)] }),
                None => return Vec::new(),
            }
        } else if !nothing || !element.text.is_empty() {
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
        Clause {
            id: id.to_owned(),
            kind: ClauseKind::Numbered,
            level,
            number: String::new(),
            title: title.to_owned(),
            role: String::new(),
            mark: None,
            was: None,
            page_break: false,
            in_contents: level < 4,
            blocks,
            clauses,
            span: None,
        }
    }

    fn boilerplate(&self, text: &str, placeholder: bool) -> Block {
        let text = say(&self.filled(text), &[]);
        if placeholder {
            let label = self.outline.labels.neutral.clone();
            Block::EditorsNote { label, blocks: vec![Block::Paragraph { text }] }
        } else {
            Block::Paragraph { text }
        }
    }

    /// The letters of the annex on the relationship to the act; empty where it is counted like others.
    fn relationship(&self) -> &str {
        let eso = self.standard.eso.map_or("", |eso| eso.word());
        self.outline.relationship.get(eso).map_or("", String::as_str)
    }

    /// A text of the outline with what the header declares in place of `{…}`.
    pub(super) fn filled(&self, text: &str) -> String {
        let present = &self.outline.cover.present;
        let mut capital = present.chars();
        let capital: String = capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
        let items: Vec<_> = self.standard.answers.iter().map(|item| self.model.get(item.id)).collect();
        let request = items.first().and_then(|item| self.model.package(item.package).head);
        let official = request.map_or_else(String::new, |head| {
            let official = self.model.body::<crate::model::Request<'_>>(head).and_then(|request| request.official);
            official.map_or_else(|| self.model.get(head).label(), read)
        });
        let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
        let phrases = self.phrases();
        let form = if names.len() == 1 { &phrases.item } else { &phrases.items };
        let items = fill(form, &[("items", &self.listed(&names)), ("request", &official)]);
        let act = self.model.addressed(self.standard).first().and_then(|id| {
            let head = self.model.package(self.model.get(*id).package).head?;
            self.model.body::<crate::model::Regulation<'_>>(head)?.official.map(read)
        });
        let body = self.standard.body.map_or_else(|| self.outline.publisher.clone(), read);
        let values = [
            ("present-cap", capital.as_str()),
            ("present", present),
            ("act", act.as_deref().unwrap_or(&phrases.act)),
            ("body", &body),
            ("items", &items),
        ];
        fill(text, &values)
    }

    fn optional(&self, text: Option<Text<'s>>) -> Vec<Block> {
        text.map_or_else(Vec::new, |text| self.blocks(text))
    }

    /// The blocks of a Markdown text.
    pub(super) fn blocks(&self, text: Text<'s>) -> Vec<Block> {
        prose::blocks(text.content().as_str(), &|name| self.reference(name))
    }

    /// The inlines of a Markdown text.
    pub(super) fn inlines(&self, text: Text<'s>) -> Vec<Inline> {
        prose::inlines(text.content().as_str(), &|name| self.reference(name))
    }

    /// The inlines of a text that may be missing.
    pub(super) fn cell(&self, text: Option<Text<'s>>) -> Cell {
        text.map_or_else(Vec::new, |text| self.inlines(text))
    }

    /// The blocks of a requirement's text, its parameters' values in place and set strong.
    pub(super) fn provision(&self, requirement: &Requirement<'s>, text: Text<'s>) -> Vec<Block> {
        let content = text.content();
        let filled =
            self.model.with_values(requirement, content.as_str(), |_, value| format!("**{}**", self.figures(value)));
        prose::blocks(&filled, &|name| self.reference(name))
    }

    /// Values that the model gives, with the signs of the organisation: the decimal sign, groups of digits, and no break before a unit.
    pub(super) fn figures(&self, text: &str) -> String {
        let Some(style) = Style::of(self.standard.eso) else { return text.to_owned() };
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

    /// A provision of another deliverable, its references read as that deliverable means them.
    pub(super) fn provision_of(&self, package: PackageId, requirement: &Requirement<'s>, text: Text<'s>) -> Cell {
        let content = text.content();
        let filled =
            self.model.with_values(requirement, content.as_str(), |_, value| format!("**{}**", self.figures(value)));
        prose::inlines(&filled, &|name| match self.model.lookup(package, name) {
            Some(id) => self.link(id),
            None => Inline::text(name),
        })
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
        blocks.extend(
            common.editors_notes.iter().map(|it| Block::EditorsNote { label: label(), blocks: self.blocks(*it) }),
        );
        blocks
    }

    /// What a name in a text becomes: a link into the draft where the draft holds it, else words.
    fn reference(&self, name: &str) -> Inline {
        match self.model.lookup(self.package, name) {
            Some(id) => self.link(id),
            None => Inline::text(format!("[{name}]")),
        }
    }

    /// A cross-reference to a declaration.
    pub(super) fn link(&self, id: Id) -> Inline {
        let declaration = self.model.get(id);
        let title = declaration.label();
        if let Some(document) = self.model.body::<CitedDocument<'_>>(id).filter(|document| document.catalogue.is_none())
        {
            let text = document.number.map_or_else(|| title.clone(), read);
            return Inline::Reference { target: self.anchor(id), text, title };
        }
        let own = declaration.package == self.package;
        let text = match declaration.kind() {
            // Filled in once clauses have numbers.
            "clause" | "annex" | "figure" | "table" if own => String::new(),
            "requirement" if own => self.number_of(id),
            "assessment" if own => declaration.name.clone(),
            "threat" | "objective" | "assumption" | "policy" | "use-case" | "risk-factor" | "profile" if own => {
                declaration.name.clone()
            }
            "asset" | "feature" | "level" if own => title.clone(),
            // The terms clause has those of other packages that the draft refers to.
            "term" => title.clone(),
            _ => return self.outside(id),
        };
        Inline::Reference { target: self.anchor(id), text, title }
    }

    /// Words for what this draft does not hold.
    fn outside(&self, id: Id) -> Inline {
        let declaration = self.model.get(id);
        let package = self.model.package(declaration.package);
        let header = package.head.and_then(|head| self.model.body::<Standard<'_>>(head));
        match (declaration.kind(), header) {
            ("essential" | "concept" | "category" | "module" | "information" | "documentation", _) => {
                Inline::text(self.official(id))
            }
            ("requirement", Some(header)) => {
                let number = header.number.map_or_else(|| package.name.to_owned(), read).replace(' ', "\u{a0}");
                Inline::text(format!("{} ({number})", self.number_of(id)))
            }
            _ => Inline::text(declaration.label()),
        }
    }

    /// The official place of something that an act declares.
    pub(super) fn official(&self, id: Id) -> String {
        let declaration = self.model.get(id);
        let own = crate::model::Kind::of(declaration).and_then(|it: &crate::model::Essential<'_>| it.official);
        let category = || crate::model::Kind::of(declaration).and_then(|it: &crate::model::Category<'_>| it.official);
        let module = || crate::model::Kind::of(declaration).and_then(|it: &crate::model::Module<'_>| it.official);
        match (own.or_else(category).or_else(module), declaration.parent) {
            (Some(official), _) => read(official),
            (None, Some(parent)) if declaration.kind() == "concept" => {
                format!("{}, {}", self.official(parent), declaration.label())
            }
            _ => declaration.label(),
        }
    }

    /// The printed number of a requirement as running text.
    pub(super) fn number_cell(&self, id: Id) -> Cell {
        vec![Inline::text(self.number_of(id))]
    }

    /// The printed number of a requirement, its name where it has none.
    pub(super) fn number_of(&self, id: Id) -> String {
        self.numbers.get(&id).cloned().unwrap_or_else(|| self.model.get(id).name.clone())
    }

    /// The anchor of an own declaration.
    pub(super) fn anchor(&self, id: Id) -> String {
        anchor(self.model, self.package, id)
    }

    /// The words of the tables that normc makes.
    pub(super) fn tables(&self) -> &Tables {
        &self.outline.words.tables
    }

    /// The names of the parts of requirements and assessments.
    pub(super) fn fields(&self) -> &Fields {
        &self.outline.words.fields
    }

    /// Sentences and parts of sentences.
    pub(super) fn phrases(&self) -> &Phrases {
        &self.outline.words.phrases
    }

    /// A table that normc makes, under the words of the outline; nothing where it has no rows.
    pub(super) fn made(&self, id: &str, words: &TableWords, widths: &[u8], rows: Vec<Vec<Cell>>) -> Vec<Block> {
        let head: Vec<_> = words.head.iter().map(|text| self.filled(text)).collect();
        let head: Vec<_> = head.iter().map(String::as_str).collect();
        if rows.is_empty() { Vec::new() } else { vec![self.table(id, &words.caption, widths, &head, rows)] }
    }

    /// Several words in a sentence: `a`, `a and b`, `a, b and c`.
    pub(super) fn listed(&self, words: &[&str]) -> String {
        match words.split_last() {
            None => String::new(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, others)) => fill(&self.phrases().list, &[("others", &others.join(", ")), ("last", last)]),
        }
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

    /// Links to several declarations, with commas between, or semicolons where the words of one have commas.
    pub(super) fn links(&self, ids: impl IntoIterator<Item = Id>) -> Cell {
        let links: Vec<_> = ids.into_iter().map(|id| self.link(id)).collect();
        let between = if links.iter().any(|link| link.words().contains(", ")) { "; " } else { ", " };
        let mut cell = Vec::new();
        for link in links {
            if !cell.is_empty() {
                cell.push(Inline::text(between));
            }
            cell.push(link);
        }
        cell
    }

    /// A name with the anchor that references to it lead to.
    pub(super) fn named(&self, id: Id) -> Cell {
        vec![Inline::Anchor { id: self.anchor(id) }, Inline::text(self.model.get(id).name.clone())]
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
pub(super) fn anchor(model: &Model<'_>, package: PackageId, id: Id) -> String {
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
