//! A made-up draft in which every block and every inline stands.

use std::sync::Arc;

use normc::document::{
    AnnexTypes, Block, Citation, Clause, ClauseKind, Cover, Definition, Document, Field, Figure, Inline, Listed,
    ListingEntry, Mark, Metadata, PageTwoBlock, Row, Table,
};
use normc::formula;

/// The draft, with `text` wherever a text can stand.
pub(crate) fn sample(text: &str) -> Document {
    let clauses = vec![
        clause("cl-foreword", "", "Foreword", "foreword", vec![paragraph(text)]),
        clause("cl-introduction", "", "Introduction", "introduction", vec![paragraph(text)]),
        clause("cl-tables", "", "List of tables", "", vec![listing(text)]),
        clause("cl-scope", "1", text, "scope", vec![paragraph(text)]),
        clause("cl-references", "2", "Normative references", "normative-references", references("r", text)),
        clause("cl-terms", "3", "Terms", "terms", terms(text)),
        Clause { clauses: vec![requirements(text)], ..clause("cl-blocks", "4", "Blocks", "", blocks(text)) },
        Clause {
            kind: ClauseKind::NormativeAnnex,
            ..clause("cl-a", "A", "Bound", "", vec![table("tab-a", "A.1", text), listing(text)])
        },
        Clause { kind: ClauseKind::InformativeAnnex, ..clause("cl-b", "B", "Told", "", vec![]) },
        Clause { mark: Some(Mark::Deleted), ..clause("cl-gone", "5", "Gone", "", vec![paragraph("gone")]) },
        clause("cl-bibliography", "", "Bibliography", "informative-references", references("i", text)),
        clause("cl-history", "", "History", "history", vec![table("tab-history", "", text)]),
    ];
    Document {
        since: None,
        package: "sample".to_owned(),
        language: "en-GB".to_owned(),
        cover: cover(text),
        metadata: metadata(text),
        watermark: Some(text.to_owned()),
        clauses,
        contents_before: 0,
        line_numbers: false,
        before: None,
    }
}

fn cover(text: &str) -> Cover {
    let note = PageTwoBlock { heading: text.to_owned(), paragraphs: vec![text.to_owned()], placeholder: false };
    Cover {
        eso: "cen".to_owned(),
        identifier: text.to_owned(),
        type_line: text.to_owned(),
        title: vec![text.to_owned(), text.to_owned()],
        running_header: text.to_owned(),
        running_footer: text.to_owned(),
        page_two: vec![note],
    }
}

fn metadata(text: &str) -> Metadata {
    Metadata {
        title: text.to_owned(),
        publisher: text.to_owned(),
        description: text.to_owned(),
        keywords: vec![text.to_owned(), "b".to_owned()],
        date: "2026-01-01".to_owned(),
        version: "0.1.0".to_owned(),
        generator: "test".to_owned(),
        number: "EN 40000-1-4".to_owned(),
        dated: text.to_owned(),
        undated: text.to_owned(),
        stage: "draft".to_owned(),
        work_item: text.to_owned(),
        committee: text.to_owned(),
        issued: "2026-01-01".to_owned(),
        answers: text.to_owned(),
        annex_types: AnnexTypes::default(),
    }
}

fn clause(id: &str, number: &str, title: &str, role: &str, blocks: Vec<Block>) -> Clause {
    Clause {
        kind: if number.is_empty() { ClauseKind::Unnumbered } else { ClauseKind::Numbered },
        number: number.to_owned(),
        role: role.to_owned(),
        ..Clause::new(id, title, 1, blocks, Vec::new())
    }
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline::text(text)]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: plain(text) }
}

fn reference(target: &str, text: &str) -> Inline {
    Inline::Reference { target: target.to_owned(), text: text.to_owned(), title: text.to_owned() }
}

/// Every inline.
fn inlines(text: &str) -> Vec<Inline> {
    let math = formula::read("x_i < \\frac{1}{2}", false).unwrap();
    vec![
        Inline::text(text),
        Inline::Emphasis { content: plain(text) },
        Inline::Strong { content: vec![Inline::Code { text: text.to_owned() }] },
        reference("cl-scope", "Clause 1"),
        reference("cl-a", "Annex A"),
        reference("n-vault", text),
        reference("n-nowhere", text),
        Inline::Link {
            url: "https://example.org/?a=1&b=2".to_owned(),
            content: vec![reference("cl-scope", text), Inline::Break],
        },
        Inline::Anchor { id: "n-here".to_owned() },
        Inline::Formula { math, source: text.to_owned() },
        Inline::Footnote { id: "fn-1".to_owned(), number: "1".to_owned(), text: plain(text) },
        Inline::Marked { mark: Mark::Deleted, content: plain("gone") },
        Inline::Marked { mark: Mark::Inserted, content: plain(text) },
        Inline::Break,
        reference("n-here", "here"),
    ]
}

fn blocks(text: &str) -> Vec<Block> {
    let item = || vec![paragraph(text), Block::List { start: None, items: vec![vec![paragraph(text)]] }];
    let label = |word: &str| format!("{word}:");
    let math = formula::read("\\sum_{i=1}^n \\sqrt{x_i}", true).unwrap();
    vec![
        Block::Paragraph { text: inlines(text) },
        Block::Label { text: plain(text) },
        Block::List { start: Some(1), items: vec![item(), vec![code(text), table("", "", text)]] },
        Block::Note { label: label("NOTE 1"), blocks: vec![paragraph(text)] },
        Block::Example { label: label("EXAMPLE"), blocks: vec![paragraph(text)] },
        Block::Warning { label: label("WARNING"), blocks: vec![paragraph(text)] },
        Block::EditorsNote { label: label("Editor's note"), blocks: vec![paragraph(text)] },
        table("tab-1", "1", text),
        figure("fig-1", "1", "svg", text),
        figure("fig-2", "2", "png", text),
        Block::Formula { id: "n-f".to_owned(), label: "(1)".to_owned(), math: math.clone(), source: text.to_owned() },
        Block::Formula { id: String::new(), label: String::new(), math, source: text.to_owned() },
        Block::Marked { mark: Mark::Deleted, blocks: vec![paragraph("gone")] },
        Block::Marked { mark: Mark::Moved, blocks: vec![paragraph(text)] },
        code(text),
        Block::Definitions {
            entries: vec![Definition { id: "n-box".to_owned(), term: text.to_owned(), text: plain(text) }],
        },
    ]
}

fn code(text: &str) -> Block {
    Block::Code { text: text.to_owned(), language: "json".to_owned() }
}

fn listing(text: &str) -> Block {
    let entry = ListingEntry { target: "tab-1".to_owned(), label: "Table 1".to_owned(), title: text.to_owned() };
    Block::Listing { of: Listed::Tables, entries: vec![entry] }
}

fn table(id: &str, number: &str, text: &str) -> Block {
    let footnote = Inline::Footnote { id: format!("fn-{id}"), number: format!("{number}0"), text: plain(text) };
    let cells = vec![vec![Inline::text(text), footnote], plain(text)];
    Block::Table(Table {
        id: id.to_owned(),
        label: if number.is_empty() { String::new() } else { format!("Table {number}") },
        title: text.to_owned(),
        caption: text.to_owned(),
        widths: vec![1, 1],
        head: vec![plain(text), plain(text)],
        rows: vec![
            Row { cells, mark: None },
            Row { cells: vec![plain(text)], mark: Some(Mark::Inserted) },
            Row { cells: vec![plain("gone")], mark: Some(Mark::Deleted) },
        ],
        row_headers: true,
        wide: false,
        notes: vec![Block::Note { label: "NOTE".to_owned(), blocks: vec![paragraph(text)] }],
    })
}

pub(crate) fn figure(id: &str, number: &str, format: &str, text: &str) -> Block {
    Block::Figure(Figure {
        id: id.to_owned(),
        label: format!("Figure {number}"),
        title: text.to_owned(),
        caption: text.to_owned(),
        format: format.to_owned(),
        alt: text.to_owned(),
        bytes: Arc::from(&b"<svg/>"[..]),
    })
}

fn references(prefix: &str, text: &str) -> Vec<Block> {
    let entry = |n: usize, document: &str, act: bool| {
        let citation = Citation {
            document: document.to_owned(),
            undated: document.to_owned(),
            title: text.to_owned(),
            dated: true,
            act,
        };
        let entry = plain(&format!("{document}: {text}."));
        Block::Reference { id: format!("n-{prefix}{n}"), label: format!("[{n}]"), text: entry, citation }
    };
    vec![paragraph(text), entry(1, "ISO/IEC 27005:2022", false), entry(2, "Regulation (EU) 2024/2847", true)]
}

fn terms(text: &str) -> Vec<Block> {
    let note = Block::Note { label: "NOTE".to_owned(), blocks: vec![paragraph(text), paragraph(text)] };
    let example = Block::Example { label: "EXAMPLE".to_owned(), blocks: vec![paragraph(text)] };
    let term = |id: &str, number: &str| Block::Term {
        id: id.to_owned(),
        number: number.to_owned(),
        term: text.to_owned(),
        admitted: vec![text.to_owned()],
        deprecated: vec![text.to_owned()],
        definition: vec![Inline::text(text), reference("n-vault", "vault (3.1)")],
        notes: vec![note.clone(), example.clone()],
    };
    vec![paragraph(text), term("n-vault", "3.1"), term("n-master-key", "")]
}

fn requirements(text: &str) -> Clause {
    let field = |label: &str| Field { label: label.to_owned(), blocks: vec![paragraph(text)] };
    let list = Block::List { start: Some(1), items: vec![vec![paragraph(text)], vec![]] };
    let requirement = Block::Requirement {
        id: "n-R".to_owned(),
        number: "REQ-1".to_owned(),
        title: text.to_owned(),
        applicability: plain(text),
        blocks: vec![paragraph(text), list, table("tab-2", "2", text)],
        relations: vec![field("Covers"), Field { label: "Nothing".to_owned(), blocks: vec![] }],
        span: None,
    };
    let assessment = Block::Assessment {
        id: "n-A".to_owned(),
        number: "A-1".to_owned(),
        title: text.to_owned(),
        fields: vec![field("Requirement"), field("Verdict")],
        span: None,
    };
    let blocks = vec![requirement, assessment];
    Clause { level: 2, ..clause("cl-requirements", "4.1", "Requirements", "", blocks) }
}
