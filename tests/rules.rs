//! Runs the Bad and Good examples of every rule in the small workspace of `tests/rules/fixture`.
//!
//! An example joins the package `demo`, another one with `// in: PACKAGE`, or stands alone with `// alone`; `// without: FILE` leaves a file
//! of the fixture out. `//~ RULE …` on a line expects exactly these findings there; `//~ elsewhere RULE` expects one in another file.

use std::collections::BTreeMap;
use std::path::Path;

use normc::check::rules::{Entry, RULES};
use normc::source::Sources;
use normc::{check, graph, model, syntax};

fn fixture() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/fixture");
    let mut files = BTreeMap::new();
    for folder in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
            let key = format!("{}/{}", name(path.parent().unwrap()), name(&path));
            files.insert(key, std::fs::read_to_string(&path).unwrap());
        }
    }
    files
}

/// Findings by place: the line in the example, or 0 for elsewhere.
type Found = Vec<(u32, String)>;

fn run(example: &str) -> (Found, String) {
    let mut files = fixture();
    let directive = |word: &str| example.lines().find_map(|line| line.strip_prefix(word)).map(str::trim);
    if let Some(file) = directive("// without: ") {
        files.remove(file).unwrap();
    }
    let folder = if directive("// alone").is_some() { "example" } else { directive("// in: ").unwrap_or("demo") };
    let path = format!("{folder}/example.norm");
    files.insert(path.clone(), example.to_owned());

    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(path, text);
    }
    let mut diagnostics = Vec::new();
    let trees: Vec<_> = sources
        .iter()
        .map(|(id, file)| {
            let (tree, found) = syntax::parse(id, file.text());
            diagnostics.extend(found);
            tree
        })
        .collect();
    let (model, found) = model::resolve(&sources, &trees);
    diagnostics.extend(found);
    let graph = graph::link(&model);
    diagnostics.extend(check::run(&model, &graph, &check::Config::default()).diagnostics);
    let place = |diagnostic: &normc::diagnostic::Diagnostic| {
        let file = sources.file(diagnostic.primary.span.file);
        if file.path() == path { file.position(diagnostic.primary.span.start).line } else { 0 }
    };
    let mut places: Found =
        diagnostics.iter().map(|diagnostic| (place(diagnostic), diagnostic.rule.to_owned())).collect();
    places.sort();
    let shown = diagnostics.iter().map(|it| format!("  line {}: {}: {}\n", place(it), it.rule, it.message)).collect();
    (places, shown)
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
