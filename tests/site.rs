//! HTML: the page of a made-up draft with every block and every piece of running text, and the files and links of the site of a small corpus.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use normc::artifact::Options;
use normc::document::{
    Block, Clause, ClauseKind, Cover, Definition, Document, Field, Figure, Inline, Listed, ListingEntry, Mark, Math,
    Metadata, PageTwoBlock, Row, Table,
};
use normc::render;

use support::program::{new, normc, tree};

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::text(text)]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: words(text) }
}

fn math() -> Math {
    Math::Identifier { text: "x".to_owned() }
}

/// Every piece of running text.
fn inlines() -> Vec<Inline> {
    let title = "Requirement".to_owned();
    vec![
        Inline::text("text & <text>"),
        Inline::Emphasis { content: words("emphasis") },
        Inline::Strong { content: words("strong") },
        Inline::Code { text: "code".to_owned() },
        Inline::Reference { target: "r".to_owned(), text: "REQ-1".to_owned(), title },
        Inline::Link { url: "https://example.org/?a=1&b=2".to_owned(), content: words("link") },
        Inline::Anchor { id: "place".to_owned() },
        Inline::Formula { math: math(), source: "x".to_owned() },
        Inline::Footnote { id: "fn-1".to_owned(), number: "1".to_owned(), text: words("footnote") },
        Inline::Marked { mark: Mark::Inserted, content: words("inserted") },
        Inline::Break,
    ]
}

/// Every block.
fn blocks() -> Vec<Block> {
    let say = |text: &str| vec![paragraph(text)];
    let own = str::to_owned;
    let field = Field { label: own("Evidence"), blocks: say("field") };
    vec![
        Block::Paragraph { text: inlines() },
        Block::Label { text: words("label") },
        Block::List { start: None, items: vec![say("item")] },
        Block::List { start: Some(3), items: vec![say("third")] },
        Block::Note { label: own("NOTE 1:"), blocks: say("note") },
        Block::Example { label: own("EXAMPLE:"), blocks: say("example") },
        Block::Warning { label: own("WARNING:"), blocks: say("warning") },
        Block::EditorsNote { label: own("Editor's note:"), blocks: say("remark") },
        Block::Table(Table {
            id: own("t"),
            label: own("Table 1"),
            title: own("Wide"),
            caption: own("Table 1: Wide"),
            widths: vec![1, 2],
            head: vec![words("one"), words("two")],
            rows: vec![Row::from(vec![words("head"), words("cell")])],
            row_headers: true,
            wide: true,
            notes: say("table note"),
        }),
        Block::Figure(Figure {
            id: own("f"),
            label: own("Figure 1"),
            caption: own("Figure 1: Drawn"),
            title: own("Drawn"),
            format: own("svg"),
            alt: own("alternative"),
            bytes: b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".as_slice().into(),
        }),
        Block::Formula { id: own("e"), label: own("(1)"), math: math(), source: own("x") },
        Block::Listing {
            of: Listed::Tables,
            entries: vec![ListingEntry { target: own("t"), label: own("Table 1"), title: own("Wide") }],
        },
        Block::Marked { mark: Mark::Deleted, blocks: say("deleted") },
        Block::Code { language: own("json"), text: own("{\"a\": 1}") },
        Block::Term {
            id: own("term"),
            number: own("3.1.1"),
            term: own("term"),
            admitted: vec![own("other")],
            deprecated: vec![own("old")],
            definition: words("definition"),
            notes: say("term note"),
        },
        Block::Definitions { entries: vec![Definition { id: own("d"), term: own("ABC"), text: words("short form") }] },
        Block::Reference { id: own("ref"), label: own("[1]"), text: words("entry"), citation: Default::default() },
        Block::Requirement {
            id: own("r"),
            number: own("REQ-1"),
            title: own("Requirement"),
            applicability: words("applies"),
            blocks: say("The product shall be sound."),
            relations: vec![field.clone()],
            span: None,
        },
        Block::Assessment {
            id: own("a"),
            number: own("ASS-1"),
            title: own("Assessment"),
            fields: vec![field],
            span: None,
        },
    ]
}

fn clause(id: &str, number: &str, kind: ClauseKind, blocks: Vec<Block>) -> Clause {
    Clause { kind, number: number.to_owned(), ..Clause::new(id, &format!("Clause {number}"), 1, blocks, Vec::new()) }
}

fn document() -> Document {
    let own = str::to_owned;
    Document {
        since: None,
        package: own("made-up"),
        language: own("en-GB"),
        cover: Cover {
            eso: own("etsi"),
            identifier: own("Draft EN 1"),
            type_line: own("HARMONISED STANDARD"),
            title: vec![own("Made"), own("up")],
            running_header: own("header"),
            running_footer: own("footer"),
            page_two: vec![PageTwoBlock { heading: own("Notice"), paragraphs: vec![own("notice")], placeholder: true }],
        },
        metadata: Metadata {
            title: own("Made up"),
            publisher: own("nobody"),
            description: own("A draft with every block"),
            keywords: vec![own("all")],
            date: own("2030-01-01"),
            version: own("0.1.0"),
            generator: own("normc"),
            number: own("EN 1"),
            dated: own("EN 1 (2030)"),
            undated: own("EN 1"),
            stage: own("draft"),
            work_item: String::new(),
            committee: String::new(),
            issued: own("2030-01-01"),
            answers: String::new(),
            annex_types: Default::default(),
        },
        watermark: Some(own("DRAFT")),
        clauses: vec![
            clause("one", "1", ClauseKind::Numbered, blocks()),
            clause("annex", "A", ClauseKind::InformativeAnnex, Vec::new()),
        ],
        contents_before: 0,
        line_numbers: true,
        before: None,
    }
}

fn page() -> String {
    let options = Options {
        generator: "normc".to_owned(),
        date: "2030-01-01".to_owned(),
        line_numbers: true,
        ..Options::default()
    };
    let backend = render::BACKENDS.iter().find(|backend| backend.name == "html").unwrap();
    String::from_utf8((backend.emit)(&document(), &options).unwrap()).unwrap()
}

/// The page without its style, in which nothing depends on the draft, and without the style's hash.
fn without_style(page: &str) -> String {
    let (before, after) = page.split_once("<style>").unwrap();
    let (head, hash) = before.split_once("sha256-").unwrap();
    let after = after.split_once("</style>").unwrap().1;
    format!("{head}HASH{}<style></style>{after}", &hash[hash.find('\'').unwrap()..])
}

#[test]
fn the_page_shows_every_block() {
    let mut wrong = String::new();
    support::expect(&support::root().join("tests/site/every.html"), &without_style(&page()), &mut wrong);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_made_up_draft_has_every_block() {
    let kinds = |values: serde_json::Value| -> BTreeSet<String> {
        values.as_array().unwrap().iter().map(|value| value["type"].as_str().unwrap().to_owned()).collect()
    };
    let source = std::fs::read_to_string(support::root().join("src/document/block.rs")).unwrap();
    let variants = |source: &str, name: &str| {
        let body = source.split_once(&format!("pub enum {name} {{\n")).unwrap().1.split_once("\n}\n").unwrap().0;
        let names = body
            .lines()
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.starts_with(char::is_uppercase));
        names.count()
    };
    assert_eq!(kinds(serde_json::to_value(blocks()).unwrap()).len(), variants(&source, "Block"));
    let source = std::fs::read_to_string(support::root().join("src/document/inline.rs")).unwrap();
    assert_eq!(kinds(serde_json::to_value(inlines()).unwrap()).len(), variants(&source, "Inline"));
}

/// The values of an attribute in a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let before = format!(" {attribute}=\"");
    page.split(&*before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// What is wrong with the identities and links of pages, by path.
fn loose(pages: &BTreeMap<String, String>) -> Vec<String> {
    let ids: BTreeMap<_, Vec<_>> = pages.iter().map(|(path, page)| (path.as_str(), values(page, "id"))).collect();
    let mut wrong = Vec::new();
    for (path, page) in pages {
        let own: BTreeSet<_> = ids[path.as_str()].iter().collect();
        if own.len() < ids[path.as_str()].len() {
            wrong.push(format!("{path}: an identity stands twice"));
        }
        let folder = Path::new(path).parent().unwrap();
        let hrefs = values(page, "href").into_iter().map(|href| href.replace("&#x2f;", "/"));
        for href in hrefs.filter(|href| !href.contains("://")) {
            let (file, fragment) = href.split_once('#').unwrap_or((&href, ""));
            let target = match file {
                "" => path.clone(),
                file if file.starts_with("../") => file["../".len()..].to_owned(),
                file => folder.join(file).to_str().unwrap().replace('\\', "/"),
            };
            let found = ids.get(target.as_str());
            let is_there = found.is_some_and(|ids| fragment.is_empty() || ids.contains(&fragment));
            if !is_there && target != "site.css" {
                wrong.push(format!("{path}: {href} leads nowhere"));
            }
        }
    }
    wrong
}

fn pages(folder: &Path) -> BTreeMap<String, String> {
    let pages = tree(folder).into_iter().filter(|(name, _)| name.ends_with(".html"));
    pages.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn the_links_of_the_made_up_draft_lead_somewhere() {
    assert_eq!(loose(&BTreeMap::from([("page.html".to_owned(), page())])), Vec::<String>::new());
    let bad = "<p id=\"a\"><p id=\"a\"><a href=\"#b\">".to_owned();
    assert_eq!(loose(&BTreeMap::from([("page.html".to_owned(), bad)])).len(), 2);
}

#[test]
fn the_site_of_a_new_workspace() {
    let folder = new();
    let workspace = folder.path().join("w");
    let ended = normc(&workspace, "build --to site");
    assert_eq!(ended.code, 0, "{}", ended.err);
    let mut list = String::new();
    for name in tree(&workspace.join("build")).keys() {
        let _ = writeln!(list, "{name}");
    }
    let mut wrong = String::new();
    support::expect(&support::root().join("tests/site/files.txt"), &list, &mut wrong);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_links_of_the_shipped_corpus_lead_somewhere_and_its_pages_are_small() {
    let out = tempfile::tempdir().unwrap();
    let line = format!("build --to site --out {}", out.path().display());
    assert_eq!(normc(support::root(), &line).code, 0);
    let pages = pages(&out.path().join("site"));
    assert_eq!(loose(&pages), Vec::<String>::new());
    let scripts = pages.iter().filter(|(_, page)| page.contains("<script")).map(|(path, _)| path.as_str());
    assert_eq!(scripts.collect::<Vec<_>>(), ["search.html"]);
    for (path, page) in &pages {
        let elsewhere =
            values(page, "src").into_iter().filter(|src| !src.starts_with("data:") && !src.ends_with(".js"));
        assert_eq!(elsewhere.count(), 0, "{path} needs something from elsewhere");
    }
    // A requirement of a horizontal says which verticals refine it.
    let page = &pages["generic/requirement.html"];
    let said = page.split_once("id=\"R-NKEV-COMPONENTS\"").unwrap().1.split_once("</article>").unwrap().0;
    assert!(said.contains("is refined by") && said.contains("password-managers"), "{said}");
    let bytes: usize = pages.values().map(String::len).sum();
    let requirements = pages.values().map(|page| page.matches("<div class=\"requirement\"").count()).sum::<usize>();
    assert!(bytes / requirements < 50_000, "{bytes} bytes for {requirements} requirements");
}

#[test]
fn a_part_of_the_corpus_makes_no_site() {
    let folder = new();
    let workspace = folder.path().join("w");
    let ended = normc(&workspace, "build --to site --only my-standard");
    assert!(ended.code == 2 && ended.err.contains("without `--only`"), "{}", ended.err);
    assert_eq!(normc(&workspace, "build --only my-standard").code, 0);
    assert!(!workspace.join("build/site").exists());
}
