//! STS files hold what the schema cannot ask: the rules of publishers' checkers, on every draft of the corpus and on a made-up one with every
//! block and inline. The schemas themselves and CCMC's Schematron are held by `.ci/validate`, which has them.

mod support;

#[path = "drafting/drafts.rs"]
#[allow(dead_code, reason = "other tests look into the drafts")]
mod drafts;
#[path = "sts/rules.rs"]
mod rules;
#[path = "sts/sample.rs"]
mod sample;
#[path = "sts/xml.rs"]
mod xml;

use std::collections::BTreeMap;

use normc::artifact::{Backend, Options};
use normc::document::{Block, Document, Field};
use normc::render;
use proptest::prelude::*;
use rules::RULES;
use xml::Node;

fn backend() -> &'static Backend<Document> {
    render::BACKENDS.iter().find(|backend| backend.name == "sts").unwrap()
}

fn emitted(document: &Document, release: &str) -> String {
    let options = Options {
        generator: "test".to_owned(),
        date: "2026-01-01".to_owned(),
        releases: BTreeMap::from([("sts", release.to_owned())]),
        ..drafts::options()
    };
    String::from_utf8((backend().emit)(document, &options).unwrap()).unwrap()
}

/// The rules that a document or a piece of one breaks, and where.
fn broken(root: &Node) -> Vec<String> {
    let mut found = Vec::new();
    root.walk(&mut Vec::new(), &mut |node, around| {
        let wrong = RULES.iter().filter(|rule| (rule.broken)(node, around));
        found.extend(
            wrong.map(|rule| format!("{}: {}: <{} id={:?}>", rule.source, rule.says, node.name, node.attribute("id"))),
        );
    });
    found
}

#[test]
fn every_draft_keeps_the_rules_of_publishers() {
    for (name, _, document) in drafts::drafts() {
        for release in ["1.0", "1.2"] {
            let wrong = broken(&xml::read(&emitted(document, release)));
            assert!(wrong.is_empty(), "{name}, {release}\n{}", wrong.join("\n"));
        }
    }
}

#[test]
fn every_block_keeps_the_rules_of_publishers() {
    for release in ["1.0", "1.2"] {
        let wrong = broken(&xml::read(&emitted(&sample::sample("A text"), release)));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn every_rule_can_be_broken() {
    for rule in RULES {
        let mut found = false;
        xml::read(rule.bad).walk(&mut Vec::new(), &mut |node, around| found |= (rule.broken)(node, around));
        assert!(found, "{}: {} is not found in {}", rule.source, rule.says, rule.bad);
    }
}

#[test]
fn the_file_is_the_one_that_was_looked_at() {
    let mut wrong = String::new();
    for release in ["1.0", "1.2"] {
        let answer = support::root().join(format!("tests/sts/sample-{release}.sts.xml"));
        support::expect(&answer, &emitted(&sample::sample("A text"), release), &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing_deleted_stands_in_the_file() {
    assert!(!emitted(&sample::sample("A text"), "1.2").to_lowercase().contains("gone"));
}

#[test]
fn pictures_lie_beside_under_the_names_of_their_figures() {
    let document = sample::sample("A text");
    let names: Vec<_> = (backend().beside)(&document).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["fig_1.svg", "fig_2.png"]);
    let file = emitted(&document, "1.2");
    assert!(file.contains("xlink:href=\"fig_1.svg\"") && file.contains("xlink:href=\"fig_2\""), "{file}");
}

#[test]
fn every_picture_that_is_named_lies_beside_wherever_it_stands() {
    let mut document = sample::sample("text");
    let picture = |number: &str| sample::figure(&format!("in-{number}"), number, "svg", "text");
    let field = |number: &str| Field { label: "Activities".to_owned(), blocks: vec![picture(number)] };
    let assessment = Block::Assessment {
        id: "as-pictures".to_owned(),
        number: "A-9".to_owned(),
        title: "Pictures".to_owned(),
        fields: vec![field("11"), field("12")],
        span: None,
    };
    let warning = Block::Warning { label: "WARNING".to_owned(), blocks: vec![picture("13")] };
    document.clauses.iter_mut().find(|clause| !clause.number.is_empty()).unwrap().blocks.extend([assessment, warning]);
    let named = emitted(&document, "1.2").matches("<graphic ").count();
    assert_eq!((backend().beside)(&document).len(), named);
}

#[test]
fn an_unknown_release_is_said() {
    let options = Options { releases: BTreeMap::from([("sts", "0.9".to_owned())]), ..drafts::options() };
    let said = (backend().emit)(&sample::sample("A text"), &options).unwrap_err();
    assert_eq!(said, "NISO STS 0.9 is not known; 1.0 and 1.2 are");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    /// Whatever a text is, it is text in the file, and adds no element.
    #[test]
    fn no_text_becomes_markup(text in "(?s)([<>&\"'\\]]|</p>|<!--|\\PC|[\\x00-\\x1f]|\u{fffe}|[a-z ]){1,40}") {
        let names = |text: &str| {
            let mut names = Vec::new();
            xml::read(&emitted(&sample::sample(text), "1.2")).walk(&mut Vec::new(), &mut |node, _| names.push(node.name.clone()));
            names
        };
        let text = format!("x{text}x");
        let holds = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        let file = emitted(&sample::sample(&text), "1.2");
        prop_assert!(file.chars().all(holds));
        prop_assert_eq!(names(&text), names("x"));
        let kept: String = text.chars().filter(|c| holds(*c)).collect();
        let scope = xml::read(&file).text();
        prop_assert!(scope.contains(&kept), "{:?} is not in the file", kept);
    }
}
