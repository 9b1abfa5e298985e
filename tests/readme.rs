//! Runs the taste in README.md: its Norm is added to the workspace that `normc new` writes, and its finding is what normc says.

use std::fs;
use std::path::Path;

use normc::source::Sources;
use normc::{check, diagnostic, graph, model, syntax};

/// The files of a new workspace, by their path in it.
const FILES: &[(&str, &str)] = &[
    ("standards/act/act.norm", "act.norm"),
    ("standards/library/library.norm", "library.norm"),
    ("standards/my-standard/my-standard.norm", "my-standard.norm"),
    ("standards/request/request.norm", "request.norm"),
];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The first code block of a language.
fn block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, after) = text.split_once(&format!("```{language}\n")).unwrap();
    after.split_once("```").unwrap().0
}

/// What normc says of a new workspace with an addition to its standard.
fn findings(addition: &str) -> String {
    let mut sources = Sources::default();
    for (path, file) in FILES {
        let text = read(&format!("templates/new/{file}"));
        sources.add(*path, if file.starts_with("my-") { text + addition } else { text });
    }
    let parsed = sources.iter().map(|(id, file)| syntax::parse(id, file.text()));
    let (trees, mut found): (Vec<_>, Vec<_>) = parsed.unzip();
    let (model, unresolved) = model::resolve(&sources, &trees);
    found.push(unresolved);
    found.push(check::run(&model, &graph::link(&model), &check::Config::default()).diagnostics);
    diagnostic::terminal(&sources, &found.concat(), false)
}

#[test]
fn the_taste_in_the_readme_is_real() {
    assert_eq!(findings(""), "");
    let readme = read("README.md");
    let said = findings(&format!("\n{}", block(&readme, "norm")));
    assert_eq!(said.trim(), block(&readme, "text").trim());
}
