//! The workspace of `tests/rules/fixture`, and examples that are checked in it.
//!
//! An example joins the package `demo`, another one with `// in: PACKAGE`, or stands alone with `// alone`; `// without: FILE` leaves a file
//! of the fixture out, and `// asked: RULE on WORD` lets the request ask for it of the deliverables that the word means. With `// locked` all
//! of the fixture was reviewed before the example joined it. Comments below `// comments/PACKAGE/ROUND.yaml` are the comments of that round.
//! With `// outline` the example is an outline and stands by itself. `//~ RULE …` on a line expects exactly these findings there; `//~ elsewhere RULE`
//! expects one in another file.
#![allow(dead_code, reason = "each test uses a part")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use normc::comments::{Kept, Round};
use normc::diagnostic::Diagnostic;
use normc::document::outline::{self, Organisation};
use normc::source::Sources;
use normc::{check, graph, lock, model, syntax};

/// The files of the fixture, by `folder/name`.
pub(crate) fn files() -> BTreeMap<String, String> {
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

/// The lock of the fixture as it stands.
fn reviewed() -> lock::Lock {
    let mut sources = Sources::default();
    for (path, text) in files() {
        sources.add(path, text);
    }
    let (model, _) = model::resolve(&sources, sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0));
    lock::recorded(&model, &graph::link(&model))
}

/// An example, with where it stands.
pub(crate) struct Example {
    /// Its text, with all marks.
    pub(crate) source: String,
    /// The folder that it joins.
    pub(crate) folder: String,
    /// Whether it is a package of its own.
    pub(crate) alone: bool,
    /// The file of the fixture that is left out.
    pub(crate) without: Option<String>,
    /// What the request asks.
    pub(crate) asked: Option<String>,
    /// Whether everything in the fixture was reviewed before the example joined it.
    pub(crate) locked: bool,
    /// The comments of a round: the path of its file, and its text.
    pub(crate) round: Option<(String, String)>,
    /// Whether it is an outline, and no source.
    pub(crate) outline: bool,
}

impl Example {
    /// Reads an example's directives.
    pub(crate) fn read(source: &str) -> Self {
        let directive = |word: &str| source.lines().find_map(|line| line.strip_prefix(word)).map(str::trim);
        let alone = directive("// alone").is_some();
        let folder = if alone { "example" } else { directive("// in: ").unwrap_or("demo") };
        Self {
            source: source.to_owned(),
            folder: folder.to_owned(),
            alone,
            without: directive("// without: ").map(str::to_owned),
            asked: directive("// asked: ").map(asked),
            locked: directive("// locked").is_some(),
            round: round(source),
            outline: directive("// outline").is_some(),
        }
    }

    /// Its path in the workspace.
    pub(crate) fn path(&self) -> String {
        format!("{}/example.{}", self.folder, if self.outline { "yaml" } else { "norm" })
    }

    /// The example without directives and marks.
    pub(crate) fn plain(&self) -> String {
        check::plain(&self.source)
    }

    /// Everything that normc finds in the workspace with `text` for the example.
    pub(crate) fn check(&self, text: &str) -> (Sources, Vec<Diagnostic>) {
        if self.outline {
            return self.examine(text);
        }
        let mut files = files();
        if let Some(file) = &self.without {
            files.remove(file).unwrap();
        }
        if let Some(asked) = &self.asked {
            files.insert("req/asked.norm".to_owned(), asked.clone());
        }
        files.insert(self.path(), text.to_owned());
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add(path, text);
        }
        let mut rounds = Vec::new();
        if let Some((path, text)) = &self.round {
            let round = Round::read(text).unwrap();
            let file = sources.attach(path, text);
            rounds.push(Kept { file, places: Round::places(text), round });
        }
        let parsed = sources.iter().map(|(id, file)| syntax::parse(id, file.text()));
        let (trees, found): (Vec<_>, Vec<_>) = parsed.unzip();
        let mut diagnostics: Vec<_> = found.into_iter().flatten().collect();
        let (model, found) = model::resolve(&sources, &trees);
        diagnostics.extend(found);
        let graph = graph::link(&model);
        let lock = if self.locked { reviewed() } else { lock::Lock::default() };
        let config = check::Config { lock: Arc::new(lock), comments: Arc::new(rounds), ..check::Config::default() };
        diagnostics.extend(check::run(&model, &graph, &config).diagnostics);
        diagnostics.sort_by(Diagnostic::order);
        let diagnostics = check::causes::fold(&model, diagnostics);
        drop(graph);
        drop(model);
        drop(trees);
        (sources, diagnostics)
    }
}

/// The round that the comments of an example are.
fn round(source: &str) -> Option<(String, String)> {
    let (_, below) = source.split_once("// comments/")?;
    let (path, lines) = below.split_once('\n')?;
    let (package, name) = path.trim_end_matches(".yaml").split_once('/')?;
    let lines = lines.lines().map_while(|line| line.strip_prefix("// ")).flat_map(|line| [line, "\n"]);
    let head = format!("package: {package}\nround: {name}\ncomments:\n");
    Some((format!("comments/{path}"), head + &lines.collect::<String>()))
}

impl Example {
    /// Everything that normc finds in an outline.
    fn examine(&self, text: &str) -> (Sources, Vec<Diagnostic>) {
        let text = text.replacen("// outline", "", 1);
        let mut sources = Sources::default();
        let file = sources.attach(self.path(), text.clone());
        let words = outline::built_in_words().unwrap();
        let (_, mut found) = outline::examine(file, &text, &words, Organisation::Etsi).unwrap();
        found.sort_by(Diagnostic::order);
        (sources, found)
    }
}

/// An obligation of the fixture's request, and an item 9 for an example to answer where items 1 and 2 are not what the word means; `framework`
/// is a horizontal item that the obligation names.
fn asked(words: &str) -> String {
    let (rule, on) = words.split_once(" on ").unwrap();
    let (on, items) = if on == "framework" { ("horizontal", "items 9; ") } else { (on, "") };
    let obligation = format!(
        "obligation OB-1 {{ official \"Annex\"; on {on}; {items}strength shall; text \"It is asked.\"; checked-by {rule} }}\n"
    );
    let (role, more) = match on {
        "third-party" | "critical" => ("vertical", "category act:C-2; addresses act:E-1"),
        "vulnerability-handling" => (on, "addresses act:E-9"),
        _ if !items.is_empty() => (on, "addresses act:E-1"),
        _ => return obligation,
    };
    format!("{obligation}item 9 \"Asked\" {{ role {role}; due 2027-01-01; {more} }}\n")
}
