//! Runs the Bad and Good examples of every rule in the small workspace of `tests/rules/fixture`; `fixture.rs` there says how they are marked.

#[path = "rules/fixture.rs"]
mod fixture;

use normc::check::rules::{Entry, RULES};
use normc::diagnostic::Diagnostic;
use normc::source::Span;

use fixture::Example;

/// Findings by place: the line in the example, or 0 for elsewhere.
type Found = Vec<(u32, String)>;

fn run(source: &str) -> (Found, String) {
    let example = Example::read(source);
    let (sources, diagnostics) = example.check(&without_marks(source));
    let place = |span: Span| {
        let file = sources.file(span.file);
        if file.path() == example.path() { file.position(span.start).line } else { 0 }
    };
    let spans = |it: &Diagnostic| [&[it.primary.span][..], &it.also].concat();
    let at = |it: &Diagnostic| spans(it).into_iter().map(|span| (place(span), it.rule.to_owned())).collect::<Vec<_>>();
    let mut places: Found = diagnostics.iter().flat_map(at).collect();
    places.sort();
    let line = |it: &Diagnostic| format!("  line {}: {}: {}\n", place(it.primary.span), it.rule, it.message);
    let shown = diagnostics.iter().map(line).collect();
    (places, shown)
}

/// The example without the marks of what is expected, each line in its place: a mark inside a text would be read as its words.
fn without_marks(source: &str) -> String {
    let lines = source.lines().map(|line| line.split_once("//~").map_or(line, |(before, _)| before.trim_end()));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn expected(example: &str) -> Found {
    let mut found = Found::new();
    for (number, line) in (1..).zip(example.lines()) {
        let Some((_, rules)) = line.split_once("//~ ") else { continue };
        let (line, rules) = rules.strip_prefix("elsewhere ").map_or((number, rules), |rules| (0, rules));
        found.extend(rules.split_whitespace().map(|rule| (line, rule.to_owned())));
    }
    found.sort();
    found
}

#[test]
fn every_bad_example_gives_what_it_marks_and_every_good_one_nothing() {
    let mut wrong = String::new();
    for entry in RULES {
        let page = entry.page();
        for heading in ["Bad", "Good"] {
            let example = page.example(heading).unwrap_or_else(|| panic!("{} has no {heading}", entry.rule.name));
            let (found, shown) = run(&example);
            let expected = if heading == "Bad" { expected(&example) } else { Found::new() };
            if found != expected {
                wrong += &format!("{} {heading}: expected {expected:?}, found\n{shown}\n", entry.rule.name);
            }
            if heading == "Bad" && !expected.iter().any(|(_, rule)| rule == entry.rule.name) {
                wrong += &format!("{}: its Bad example does not show it\n", entry.rule.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_rule_has_all_sections() {
    for Entry { rule, .. } in RULES {
        let page = normc::check::rules::rule(rule.name).unwrap().page();
        let headings: Vec<_> = page.sections.iter().map(|(heading, _)| heading.as_str()).collect();
        assert_eq!(headings, ["What it checks", "Why", "Bad", "Good", "How to fix"], "{}", rule.name);
        assert!(!page.summary.is_empty());
    }
}
