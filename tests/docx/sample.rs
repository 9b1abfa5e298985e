//! A small made-up deliverable that has every block and every inline.

use std::sync::Arc;

use normc::document::{
    AnnexTypes, Block, Cell, Citation, Clause, ClauseKind, Cover, Definition, Document, Field, Figure, Inline, Listed,
    ListingEntry, Metadata, PageTwoBlock, Row, Table,
};
use normc::formula::Math;

const SVG: &[u8] =
    br#"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="navy"/></svg>"#;

pub(crate) fn text(text: &str) -> Inline {
    Inline::text(text)
}

pub(crate) fn paragraph(words: &str) -> Block {
    Block::Paragraph { text: vec![text(words)] }
}

pub(crate) fn clause(id: &str, number: &str, title: &str, blocks: Vec<Block>, clauses: Vec<Clause>) -> Clause {
    Clause {
        kind: if number.is_empty() { ClauseKind::Unnumbered } else { ClauseKind::Numbered },
        number: number.to_owned(),
        ..Clause::new(id, title, u8::try_from(number.split('.').count()).unwrap(), blocks, clauses)
    }
}

pub(crate) fn rows(rows: &[[&str; 2]]) -> Vec<Row> {
    rows.iter().map(|row| Row::from(row.map(|cell| -> Cell { vec![text(cell)] }).to_vec())).collect()
}

pub(crate) fn table(id: &str, label: &str, title: &str, wide: bool) -> Table {
    Table {
        id: id.to_owned(),
        label: label.to_owned(),
        title: title.to_owned(),
        caption: format!("{label}: {title}"),
        widths: vec![1, 3],
        head: vec![vec![text("Asset")], vec![text("Meaning")]],
        rows: rows(&[["vault", "where entries are kept"], ["key", "what opens the vault"], ["log", "what happened"]]),
        row_headers: true,
        wide,
        notes: vec![Block::Note { label: "NOTE:".to_owned(), blocks: vec![paragraph("Assets can be data.")] }],
    }
}

fn fraction() -> Math {
    let letter = |text: &str| Math::Identifier { text: text.to_owned() };
    let number = |text: &str| Math::Number { text: text.to_owned() };
    let square = Math::Script { base: Box::new(letter("n")), lower: None, upper: Some(Box::new(number("2"))) };
    let root = Math::Root { degree: None, content: Box::new(letter("a")) };
    let sum = Math::Operator { text: "∑".to_owned() };
    let sum = Math::Limits { base: Box::new(sum), lower: Some(Box::new(letter("i"))), upper: Some(Box::new(square)) };
    let fraction = Math::Fraction { above: Box::new(sum), below: Box::new(root) };
    let fenced = Math::Fenced { open: "(".to_owned(), content: Box::new(fraction), close: ")".to_owned() };
    let cases = Math::Table { rows: vec![vec![number("1"), Math::Text { text: "where".to_owned() }]] };
    let space = Math::Space { width: 200 };
    Math::Row { content: vec![letter("max"), Math::Operator { text: "=".to_owned() }, fenced, space, cases] }
}

fn reference(target: &str, words: &str) -> Inline {
    Inline::Reference { target: target.to_owned(), text: words.to_owned(), title: String::new() }
}

fn inlines() -> Vec<Inline> {
    vec![
        text("Plain, "),
        Inline::Emphasis { content: vec![text("emphasised "), Inline::Strong { content: vec![text("and strong")] }] },
        text(", "),
        Inline::Strong { content: vec![text("strong")] },
        text(" <&> "),
        Inline::Code { text: "code".to_owned() },
        text(" of "),
        reference("cl-scope", "clause 1"),
        text(", "),
        reference("tab-assets", "table 1"),
        text(", "),
        reference("annex", "annex A"),
        text(", "),
        reference("term-vault", "vaults"),
        text(", "),
        Inline::Link { url: "https://example.org/?a=1&b=2".to_owned(), content: vec![text("a page")] },
        Inline::Anchor { id: "place".to_owned() },
        Inline::Footnote { id: "fn-1".to_owned(), number: "1".to_owned(), text: vec![text("A note at the foot.")] },
        text(" with "),
        Inline::Formula { math: Math::Identifier { text: "x".to_owned() }, source: "x".to_owned() },
        Inline::Break,
        text("on a new line."),
    ]
}

fn lists() -> Vec<Block> {
    let inner = Block::List { start: None, items: vec![vec![paragraph("an item in an item")]] };
    let ordered = vec![vec![paragraph("first"), paragraph("first, once more"), inner], vec![paragraph("second")]];
    vec![
        Block::List { start: None, items: vec![vec![paragraph("one;")], vec![paragraph("two.")]] },
        Block::List { start: Some(1), items: ordered },
        Block::List { start: Some(3), items: vec![vec![paragraph("third")]] },
    ]
}

fn remarks() -> Vec<Block> {
    let blocks = || vec![paragraph("It informs."), paragraph("And goes on.")];
    let label = str::to_owned;
    vec![
        Block::Label { text: vec![text("A heading inside")] },
        Block::Note { label: label("NOTE 1:"), blocks: blocks() },
        Block::Example { label: label("EXAMPLE:"), blocks: blocks() },
        Block::Warning { label: label("WARNING:"), blocks: blocks() },
        Block::EditorsNote { label: label("Editor's note:"), blocks: blocks() },
        Block::Code { language: "json".to_owned(), text: "{\n\t\"a\": 1\n}\n".to_owned() },
        Block::Formula { id: "eq-1".to_owned(), label: "(1)".to_owned(), math: fraction(), source: "x".to_owned() },
        Block::Figure(Figure {
            id: "fig-parts".to_owned(),
            label: "Figure 1".to_owned(),
            title: "Parts".to_owned(),
            caption: "Figure 1: Parts".to_owned(),
            format: "svg".to_owned(),
            alt: "A box.".to_owned(),
            bytes: Arc::from(SVG),
        }),
    ]
}

fn lists_of_things() -> Vec<Block> {
    let entry = |target: &str, label: &str, title: &str| ListingEntry {
        target: target.to_owned(),
        label: label.to_owned(),
        title: title.to_owned(),
    };
    vec![
        Block::Listing { of: Listed::Tables, entries: vec![entry("tab-assets", "Table 1", "Assets")] },
        Block::Listing { of: Listed::Figures, entries: vec![entry("fig-parts", "Figure 1", "Parts")] },
        Block::Listing { of: Listed::Requirements, entries: vec![entry("req", "REQ-X-001", "Locking")] },
    ]
}

fn entries() -> Vec<Block> {
    let id = str::to_owned;
    let term = |number: &str| Block::Term {
        id: id("term-vault"),
        number: number.to_owned(),
        term: id("vault"),
        admitted: vec![id("store")],
        deprecated: vec![id("box")],
        definition: vec![text("place where entries are kept")],
        notes: vec![Block::Note { label: id("NOTE:"), blocks: vec![paragraph("It is encrypted.")] }],
    };
    let definition =
        |short: &str, long: &str| Definition { id: format!("ab-{short}"), term: id(short), text: vec![text(long)] };
    vec![
        term(""),
        Block::Definitions {
            entries: vec![definition("CRA", "Cyber Resilience Act"), definition("TLS", "a protocol")],
        },
        Block::Reference {
            id: id("ref-1"),
            label: id("[1]"),
            text: vec![text("A document.")],
            citation: Citation::default(),
        },
        Block::Reference {
            id: id("ref-2"),
            label: String::new(),
            text: vec![text("Another document.")],
            citation: Citation::default(),
        },
    ]
}

fn provisions() -> Vec<Block> {
    let id = str::to_owned;
    let field = |label: &str, blocks: Vec<Block>| Field { label: label.to_owned(), blocks };
    let steps = Block::List { start: Some(1), items: vec![vec![paragraph("Wait.")], vec![paragraph("Look.")]] };
    vec![
        Block::Requirement {
            id: id("req"),
            number: id("REQ-X-001"),
            title: id("Locking"),
            applicability: vec![text("Applies from level basic.")],
            blocks: vec![paragraph("The product shall lock itself after 5 min.")],
            relations: vec![field("Covers", vec![paragraph("Annex I, Part I, point (2)(d)")])],
            span: None,
        },
        Block::Assessment {
            id: id("ass"),
            number: id("A-LOCK"),
            title: id("Locking"),
            fields: vec![
                field("Requirement", vec![Block::Paragraph { text: vec![reference("req", "REQ-X-001")] }]),
                field("Objective", vec![paragraph("It locks.")]),
                field("Preparation", vec![paragraph("An open vault.")]),
                field("Activities", vec![steps]),
                field("Verdict", vec![paragraph("Pass: it is locked.")]),
                field("Evidence", vec![paragraph("the log")]),
            ],
            span: None,
        },
    ]
}

/// The deliverable of an organisation.
pub(crate) fn document(eso: &str) -> Document {
    let mut annex = clause("annex", "A", "Assets and more", Vec::new(), Vec::new());
    annex.kind = ClauseKind::InformativeAnnex;
    annex.page_break = true;
    annex.clauses = vec![clause(
        "annex-1",
        "A.1",
        "Wide",
        vec![Block::Table(table("tab-wide", "Table A.1", "More", true))],
        Vec::new(),
    )];
    let mut history = clause("history", "", "History", vec![paragraph("It has just begun.")], Vec::new());
    history.page_break = true;
    let scope =
        vec![Block::Paragraph { text: inlines() }, Block::Table(table("tab-assets", "Table 1", "Assets", false))];
    let deep = clause("cl-deep", "2.1", "Notes and figures", remarks(), Vec::new());
    let deeper = clause("cl-terms", "2.2", "Terms", entries(), Vec::new());
    Document {
        package: "sample".to_owned(),
        language: "en-GB".to_owned(),
        cover: Cover {
            eso: eso.to_owned(),
            identifier: "Draft EN 1 V0.1.0 (2026-11)".to_owned(),
            type_line: "EUROPEAN STANDARD".to_owned(),
            title: vec!["Cybersecurity".to_owned(), "Vaults".to_owned()],
            running_header: "Draft EN 1 V0.1.0 (2026-11)".to_owned(),
            running_footer: "Publisher".to_owned(),
            page_two: vec![PageTwoBlock {
                heading: "Keywords".to_owned(),
                paragraphs: vec!["vault".to_owned()],
                placeholder: false,
            }],
        },
        metadata: Metadata {
            title: "Draft EN 1: Vaults".to_owned(),
            publisher: "Publisher".to_owned(),
            description: "What vaults have to do.".to_owned(),
            keywords: vec!["vault".to_owned()],
            date: "2026-11-24".to_owned(),
            version: "0.1.0".to_owned(),
            generator: "normc".to_owned(),
            number: "EN 1".to_owned(),
            dated: "EN 1:2026".to_owned(),
            undated: "EN 1".to_owned(),
            stage: "draft".to_owned(),
            work_item: String::new(),
            committee: String::new(),
            issued: "2026-11-24".to_owned(),
            answers: String::new(),
            annex_types: AnnexTypes::default(),
        },
        watermark: Some("DRAFT".to_owned()),
        clauses: vec![
            clause("foreword", "", "Foreword", lists_of_things(), Vec::new()),
            clause("cl-scope", "1", "Scope", scope, Vec::new()),
            clause("cl-two", "2", "Text", Vec::new(), vec![deep, deeper]),
            clause("cl-three", "3", "Provisions", [lists(), provisions()].concat(), Vec::new()),
            annex,
            history,
        ],
        contents_before: 0,
        line_numbers: true,
        since: None,
        before: None,
    }
}
