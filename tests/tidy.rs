//! Holds the laws of ARCHITECTURE.md that no lint can hold. Every law is a function from text to complaints; beside each law over the real
//! files stand small bad inputs that it must complain of.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use normc::check::rules::RULES;

/// Which files may name a crate, by the beginning of their path below `src`.
const CONFINED: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic/terminal.rs"]),
    ("batsat", &["logic/solver.rs"]),
    ("calamine", &["comments/sheet.rs"]),
    ("csv", &["comments/separated.rs", "coverage/"]),
    ("encoding_rs", &["comments/separated.rs"]),
    ("mimalloc", &["main.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("console", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("lsp_server", &["lsp/"]),
    ("lsp_types", &["lsp/"]),
    ("pest", &["syntax/"]),
    ("pest_derive", &["syntax/"]),
    ("petgraph", &["graph/"]),
    ("pulldown_latex", &["formula/"]),
    ("quick_xml", &["diagnostic/junit.rs", "ooxml/"]),
    ("resvg", &["render/docx/"]),
    ("rust_xlsxwriter", &["comments/sheet.rs"]),
    ("saphyr_parser", &["yaml.rs"]),
    ("similar", &["cli/mend.rs", "redline.rs", "render/docx/changes.rs"]),
    ("tempfile", &["project/"]),
    ("toml", &["diagnostic/baseline.rs", "lock/"]),
    ("typst", &["render/pdf/"]),
    ("typst_layout", &["render/pdf/"]),
    ("typst_pdf", &["render/pdf/"]),
    ("zip", &["ooxml/"]),
];

/// The only folders that may lift the ban on the outside world.
const EDGES: &[&str] = &["project/", "lsp/", "preview/", "cli/"];

/// How many lines a file may have without a reason in its head, and how such a reason begins.
const LINES: usize = 500;
const REASON: &str = "Long because";

/// Words that say nothing: in the names of types, and as names of modules.
const EMPTY_TYPES: &[&str] = &["Manager", "Engine", "Helper", "Util"];
const EMPTY_MODULES: &[&str] = &["common", "helpers", "misc", "prelude", "util", "utils"];

// What the repository holds.

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, by its path with `/` between parts; what a build makes is left out.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(at) = open.pop() {
        let Ok(entries) = fs::read_dir(root().join(&at)) else { continue };
        for entry in entries {
            let path = at.join(entry.unwrap().file_name());
            let name = path.to_str().unwrap().replace('\\', "/");
            if !root().join(&path).is_dir() {
                found.push(name);
            } else if !matches!(name.as_str(), ".git" | "target" | "build" | "fuzz/target" | "fuzz/corpus") {
                open.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> Option<String> {
    String::from_utf8(fs::read(root().join(path)).unwrap()).ok()
}

/// The Rust sources below `src`: path below `src`, text.
fn sources() -> Vec<(String, String)> {
    let files = files("src").into_iter().filter(|path| path.ends_with(".rs"));
    files.map(|path| (path["src/".len()..].to_owned(), read(&path).unwrap())).collect()
}

/// Asserts that a law has no complaint about any source.
fn hold(law: impl Fn(&str, &str) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 100, "the sources were not found");
    let complaints: Vec<_> = sources.iter().flat_map(|(path, text)| law(path, text)).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

// Reading Rust.

/// A source with blanks in place of its comments, strings and characters; line breaks stay.
fn code(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match chars[at] {
            '/' if chars.get(at + 1) == Some(&'/') => until(&chars, at, "\n").map_or(chars.len(), |end| end - 1),
            '/' if chars.get(at + 1) == Some(&'*') => until(&chars, at + 2, "*/").unwrap_or(chars.len()),
            '"' => string_end(&chars, at),
            'r' if !out.strip_suffix(['b', 'c']).unwrap_or(&out).ends_with(is_word) => {
                raw_string_end(&chars, at).unwrap_or(at)
            }
            '\'' if chars.get(at + 1) == Some(&'\\') => until(&chars, at + 3, "'").unwrap_or(chars.len()),
            '\'' if chars.get(at + 2) == Some(&'\'') => at + 3,
            _ => at,
        };
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

fn until(chars: &[char], from: usize, end: &str) -> Option<usize> {
    let end: Vec<char> = end.chars().collect();
    (from..chars.len()).find(|at| chars[*at..].starts_with(&end)).map(|at| at + end.len())
}

fn string_end(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn raw_string_end(chars: &[char], from: usize) -> Option<usize> {
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(from + 1 + hashes) == Some(&'"'))
        .then(|| until(chars, from + 2 + hashes, &format!("\"{}", "#".repeat(hashes))).unwrap_or(chars.len()))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The words of a code, each with the byte it begins at.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + code[rest..].find(is_word)?;
        rest = code[start..].find(|c| !is_word(c)).map_or(code.len(), |length| start + length);
        Some((start, &code[start..rest]))
    })
}

fn line(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

// Law 1: imports point backwards.

/// The modules of the library in the order of the pipeline.
fn order(lib: &str) -> Vec<String> {
    let module = |line: &str| Some(line.trim().strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    lib.lines().filter_map(module).collect()
}

/// The names right after a path's beginning: one, or those in its braces.
fn heads(after: &str) -> Vec<&str> {
    let Some(group) = after.trim_start().strip_prefix('{') else {
        return words(after).take(1).map(|(_, word)| word).collect();
    };
    let (mut depth, mut heads, mut fresh) = (1, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => fresh = true,
            c if fresh && is_word(c) => {
                heads.extend(words(&group[at..]).next().map(|(_, word)| word));
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

fn backwards(order: &[String], path: &str, source: &str) -> Vec<String> {
    let module = path.split('/').next().unwrap_or(path).trim_end_matches(".rs");
    let Some(place) = order.iter().position(|name| name == module) else {
        let root = matches!(path, "lib.rs" | "main.rs");
        return if root { Vec::new() } else { vec![format!("{path}: `{module}` is no `pub mod` of lib.rs")] };
    };
    // How often a file says `super::` until it stands at the root.
    let depth = path.split('/').filter(|part| *part != "mod.rs").count();
    let climb = "super::".repeat(depth);
    let code = code(source);
    let mut complaints = Vec::new();
    for beginning in ["crate::", climb.as_str()] {
        for (at, _) in code.match_indices(beginning) {
            let later = |name: &&str| order.iter().position(|other| other == name).is_some_and(|other| other > place);
            for head in heads(&code[at + beginning.len()..]).into_iter().filter(later) {
                complaints.push(format!("{path}:{}: `{module}` stands before `{head}` in lib.rs", line(&code, at)));
            }
        }
    }
    complaints
}

#[test]
fn imports_point_backwards() {
    let order = order(&read("src/lib.rs").unwrap());
    assert!(order.len() > 10, "{order:?}");
    hold(|path, source| backwards(&order, path, source));
}

#[test]
fn an_import_that_points_forwards_is_seen() {
    let order = order("pub mod source;\npub mod syntax;\n    pub mod model;\nmod hidden;\n");
    assert_eq!(order, ["source", "syntax", "model"]);
    let count = |path: &str, source: &str| backwards(&order, path, source).len();
    assert_eq!(count("syntax/tree.rs", "use crate::model::Model;"), 1);
    assert_eq!(count("source.rs", "use crate::{\n  model::{self, syntax},\n  syntax,\n};"), 2);
    assert_eq!(count("syntax/mod.rs", "fn f() -> super::model::Id {}"), 1);
    assert_eq!(count("syntax/tree.rs", "use super::super::model::Id;"), 1);
    assert_eq!(count("lost/tree.rs", ""), 1);
    assert_eq!(count("model/mod.rs", "use crate::syntax::Text; use crate::{source, model::Id};"), 0);
    assert_eq!(count("syntax/tree.rs", "use super::model; // crate::model\nconst S: &str = \"crate::model\";"), 0);
}

// Law 2: the stages are pure. Clippy's disallowed methods hold it; this holds who may lift them.

fn pure(path: &str, source: &str) -> Vec<String> {
    let lifts = source.lines().any(|line| {
        let lints = line.contains("clippy::disallowed_") || line.contains("clippy::print_");
        lints && (line.contains("allow(") || line.contains("expect(") || line.contains("warn("))
    });
    let may = EDGES.iter().any(|edge| path.starts_with(edge));
    if lifts && !may { vec![format!("{path}: only the edges of the program may touch the world")] } else { Vec::new() }
}

#[test]
fn stages_are_pure() {
    let lib = read("src/lib.rs").unwrap();
    for lint in ["disallowed_methods", "disallowed_types", "print_stdout", "print_stderr"] {
        assert!(lib.contains(&format!("clippy::{lint}")), "lib.rs does not deny {lint}");
    }
    hold(pure);
}

#[test]
fn a_stage_that_lets_the_world_in_is_seen() {
    let lift = "//! A stage.\n#![allow(clippy::disallowed_methods, reason = \"none\")]";
    assert_eq!(pure("model/mod.rs", lift).len(), 1);
    assert_eq!(pure("check/run.rs", "    #[expect(clippy::print_stdout)]").len(), 1);
    assert!(pure("project/mod.rs", lift).is_empty());
}

// Law 4: a crate is named in one place.

fn confined(path: &str, source: &str) -> Vec<String> {
    let code = code(source);
    let mut complaints = BTreeSet::new();
    for (at, word) in words(&code) {
        let Some((_, places)) = CONFINED.iter().find(|(name, _)| *name == word) else { continue };
        let is_path = code[at + word.len()..].starts_with("::") && !code[..at].ends_with("::");
        let is_import = code[..at].trim_end().ends_with("use");
        if (is_path || is_import) && !places.iter().any(|place| path.starts_with(place)) {
            complaints.insert(format!("{path}:{}: only {} names `{word}`", line(&code, at), places.join(", ")));
        }
    }
    complaints.into_iter().collect()
}

#[test]
fn crates_are_named_in_one_place() {
    hold(confined);
}

#[test]
fn a_crate_named_elsewhere_is_seen() {
    assert_eq!(confined("model/mod.rs", "use petgraph::Graph;\nfn f() { petgraph::x() }").len(), 2);
    assert_eq!(confined("logic/mod.rs", "use batsat as sat;").len(), 1);
    assert_eq!(confined("check/run.rs", "#[derive(pest_derive::Parser)]").len(), 1);
    assert!(confined("graph/mod.rs", "use petgraph::Graph;").is_empty());
    assert!(confined("render/mod.rs", "mod typst_like; // typst::compile\nlet typst = \"typst::x\";").is_empty());
}

// Law 5: a rule is a file is a name.

/// Compares rules (group, name) with the paths of the files below `check/rules`.
fn rules_and_files(rules: &[(&str, &str)], paths: &[String]) -> Vec<String> {
    let file = |(group, name): &(&str, &str)| format!("{group}/{}.rs", name.replace('-', "_"));
    let named: BTreeMap<_, _> = rules.iter().map(|rule| (file(rule), rule.1)).collect();
    let mut complaints = Vec::new();
    for (file, name) in named.iter().filter(|(file, _)| !paths.contains(file)) {
        complaints.push(format!("the rule {name} has no file {file}"));
    }
    for path in paths.iter().filter(|path| path.as_str() != "mod.rs" && !named.contains_key(*path)) {
        complaints.push(format!("{path} is the file of no rule"));
    }
    let names: BTreeSet<_> = rules.iter().map(|(_, name)| name).collect();
    if names.len() < rules.len() {
        complaints.push("two rules have one name".to_owned());
    }
    complaints
}

#[test]
fn a_rule_is_a_file_is_a_name() {
    let rules: Vec<_> = RULES.iter().map(|entry| (entry.group, entry.rule.name)).collect();
    let folder = "src/check/rules/";
    let paths: Vec<_> = files("src/check/rules").into_iter().map(|path| path[folder.len()..].to_owned()).collect();
    let complaints = rules_and_files(&rules, &paths);
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn a_rule_without_its_file_is_seen() {
    let paths = ["mod.rs", "trace/uncovered_threat.rs"].map(str::to_owned);
    assert!(rules_and_files(&[("trace", "uncovered-threat")], &paths).is_empty());
    assert_eq!(rules_and_files(&[("wording", "uncovered-threat")], &paths).len(), 2);
    assert_eq!(rules_and_files(&[], &paths).len(), 1);
    assert_eq!(rules_and_files(&[("trace", "uncovered-threat"), ("trace", "uncovered-threat")], &paths).len(), 1);
}

// Style: heads, lengths, names.

/// The lines of the `//!` text at the head of a file.
fn head(source: &str) -> Vec<&str> {
    source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect()
}

fn opening(path: &str, source: &str) -> Vec<String> {
    let first: Vec<_> = head(source).into_iter().take_while(|line| !line.is_empty()).collect();
    let sentence = first.last().is_some_and(|last| last.ends_with(['.', ':']));
    let is_lib = path == "lib.rs" && source.starts_with("#![doc = include_str!(\"../ARCHITECTURE.md\")]");
    if sentence || is_lib {
        Vec::new()
    } else {
        vec![format!("{path}: begins with no sentence on what it is (`//! ….`)")]
    }
}

fn short(path: &str, source: &str) -> Vec<String> {
    let lines = source.lines().count();
    let explained = head(source).iter().any(|line| line.contains(REASON));
    if lines < LINES || explained {
        return Vec::new();
    }
    vec![format!("{path}: {lines} lines; part it, or say in its head `{REASON} …`")]
}

fn telling(path: &str, source: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for part in path.trim_end_matches(".rs").split('/').filter(|part| EMPTY_MODULES.contains(part)) {
        complaints.push(format!("{path}: `{part}` says nothing"));
    }
    let code = code(source);
    let all: Vec<_> = words(&code).collect();
    for pair in all.windows(2) {
        let ((_, keyword), (at, name)) = (pair[0], pair[1]);
        let empty = match keyword {
            "struct" | "enum" | "trait" | "type" | "union" => EMPTY_TYPES.iter().any(|word| name.contains(word)),
            "mod" => EMPTY_MODULES.contains(&name),
            _ => false,
        };
        if empty {
            complaints.push(format!("{path}:{}: the name `{name}` says nothing", line(&code, at)));
        }
    }
    complaints
}

#[test]
fn every_source_says_what_it_is() {
    hold(opening);
}

#[test]
fn files_are_short_or_say_why() {
    hold(short);
    for path in files("tests").into_iter().chain(files("benches")).filter(|path| path.ends_with(".rs")) {
        assert_eq!(short(&path, &read(&path).unwrap()), Vec::<String>::new());
    }
}

#[test]
fn names_say_something() {
    hold(telling);
}

#[test]
fn bad_style_is_seen() {
    assert_eq!(opening("a.rs", "use std::fs;\n//! Late.").len(), 1);
    assert_eq!(opening("a.rs", "//! no sentence\n\nfn f() {}").len(), 1);
    assert_eq!(opening("a.rs", "//! A sentence\n//! over two lines.\n//!\n//! more").len(), 0);
    assert_eq!(opening("lib.rs", "#![warn(clippy::all)]").len(), 1);
    let long = "//! A file.\n".to_owned() + &"\n".repeat(LINES);
    assert_eq!(short("a.rs", &long).len(), 1);
    assert_eq!(short("a.rs", &long.replace("A file.", "Long because it is a table.")).len(), 0);
    assert_eq!(telling("model/utils.rs", "pub struct RuleEngine;\nmod prelude;").len(), 3);
    assert_eq!(telling("model/common/a.rs", "trait\n  Manager {}").len(), 2);
    assert_eq!(telling("model/engine.rs", "use base64::Engine; // struct Engine\nstruct Common;").len(), 0);
}

// The repository: no machine's paths, and an architecture that names every module.

/// Places in a text that name a folder of one machine.
fn machine_paths(path: &str, text: &str) -> Vec<String> {
    let folders = ["home", "root", "work", "Users", "tmp/bash", "mnt", "workspace"].map(|name| format!("/{name}/"));
    let mut complaints = Vec::new();
    for folder in folders {
        for (at, _) in text.match_indices(&folder) {
            let opens = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "\"'`(=[:<".contains(c));
            if opens {
                complaints.push(format!("{path}:{}: `{folder}` is a folder of one machine", line(text, at)));
            }
        }
    }
    complaints
}

#[test]
fn nothing_names_a_machine() {
    let mut complaints = Vec::new();
    for path in files("") {
        complaints.extend(read(&path).iter().flat_map(|text| machine_paths(&path, text)));
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn a_machine_path_is_seen() {
    let home = format!("/{}/me/norm", "home");
    assert_eq!(machine_paths("a.md", &format!("see `{home}`, or {home}")).len(), 2);
    assert_eq!(machine_paths("a.md", &format!("https://example.org{home} and ../root/ and src{home}")).len(), 0);
}

/// The modules that an architecture does not name as `name/` or `name.rs`.
fn unnamed<'m>(modules: &'m [String], text: &str) -> Vec<&'m String> {
    let named = |name: &&String| text.contains(&format!("`{name}/`")) || text.contains(&format!("`{name}.rs`"));
    modules.iter().filter(|name| !named(name)).collect()
}

#[test]
fn the_architecture_is_short_and_names_every_module() {
    let text = read("ARCHITECTURE.md").unwrap();
    assert!(text.lines().count() <= 200, "ARCHITECTURE.md has grown past 200 lines");
    assert_eq!(unnamed(&order(&read("src/lib.rs").unwrap()), &text), Vec::<&String>::new());
    assert_eq!(unnamed(&["gap".to_owned(), "graph".to_owned()], "The folder `graph/` has no gap.").len(), 1);
}

#[test]
fn code_is_what_is_neither_comment_nor_string() {
    let source = "a /* b\n */ c // d\n\"e \\\" f\" g r#\"h \" i\"# 'j' '\\'' k::<'l>(br\"m\") for\"\"";
    let code = code(source);
    let words: Vec<_> = words(&code).map(|(_, word)| word).collect();
    assert_eq!(words, ["a", "c", "g", "k", "l", "b", "for"]);
    assert_eq!(line(&code, code.find('g').unwrap()), 3);
}
