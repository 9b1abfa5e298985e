//! Runs a page of the guide. The page begins with the workspace of `normc new`; its blocks of Norm go into the workspace, its commands run
//! there, and what they print is what the page shows.
//!
//! A comment on the line before a block says where it goes:
//! - `<!-- file: PATH -->`: into that file, which is made where there is none; `standards/my-standard/my-standard.norm` where nothing is said.
//!   An item that the file already has, by keyword and first argument, is replaced. Files that are not Norm are replaced whole.
//! - `<!-- in: KEYWORD NAME -->`: at the end of that item's block.
//! - `<!-- shows: KEYWORD NAME -->`: the block shows the item as it stands.
//!
//! `<!-- without: KEYWORD NAME -->` takes an item away. `<!-- afresh -->` begins again with a new workspace. There and at the page's end the workspace has to be without a finding and in canonical
//! form, unless the page says `<!-- findings stay -->` before.

use std::fs;
use std::path::Path;

use normc::source::Sources;
use normc::syntax::{self, Item};
use tempfile::TempDir;

use crate::commands::normc;
use crate::pages;

const STANDARD: &str = "standards/my-standard/my-standard.norm";

/// A part of a page.
enum Part<'t> {
    /// Lines that are no block.
    Prose(Vec<&'t str>),
    /// A fenced block: its language and its text.
    Block(&'t str, String),
}

/// Runs a page, given by its path below `book/src`; refreshes or compares the output that it shows.
pub(crate) fn run(path: &str, text: &str) {
    let mut page = Page { path, workspace: workspace(), stay: false, directive: None };
    let mut out = String::new();
    for part in parts(text) {
        match part {
            Part::Prose(lines) => {
                page.prose(&lines);
                out.extend(lines.iter().flat_map(|line| [*line, "\n"]));
            }
            Part::Block(language, body) => {
                let body = page.block(language, body);
                out += &format!("```{language}\n{body}```\n");
            }
        }
    }
    page.end();
    if pages::update() {
        if out != text {
            pages::write(path, &out);
        }
    } else {
        let differs = text.lines().zip(out.lines()).find(|(old, new)| old != new);
        assert!(
            out == text,
            "{path} shows what normc no longer says; run `UPDATE=1 cargo test --no-default-features --test book` and look at what changed.\n\
             The first line that differs, in the page and in truth: {differs:#?}"
        );
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part::Prose(Vec::new())];
    let mut open = false;
    for line in text.lines() {
        match (line.strip_prefix("```"), parts.last_mut()) {
            (Some(_), _) if open => {
                open = false;
                parts.push(Part::Prose(Vec::new()));
            }
            (Some(language), _) => {
                open = true;
                parts.push(Part::Block(language, String::new()));
            }
            (None, Some(Part::Prose(lines))) => lines.push(line),
            (None, Some(Part::Block(_, body))) => *body += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    assert!(!open, "a block is not closed");
    parts
}

fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(normc().arg("new").arg(folder.path()).output().unwrap().status.success());
    folder
}

struct Page<'t> {
    path: &'t str,
    workspace: TempDir,
    /// Whether the page leaves findings on purpose.
    stay: bool,
    /// What the last comment says of the next block.
    directive: Option<(&'t str, &'t str)>,
}

impl<'t> Page<'t> {
    fn prose(&mut self, lines: &[&'t str]) {
        self.directive = None;
        for line in lines {
            let Some(comment) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) else { continue };
            match comment.split_once(": ") {
                Some(("without", item)) => self.remove(item),
                Some(directive) => self.directive = Some(directive),
                None if comment == "findings stay" => self.stay = true,
                None if comment == "afresh" => {
                    self.end();
                    self.workspace = workspace();
                    self.stay = false;
                }
                None => panic!("{}: what does `{comment}` mean?", self.path),
            }
        }
    }

    /// Does what a block says; gives the text that it should have.
    fn block(&mut self, language: &str, body: String) -> String {
        match (language, self.directive.take()) {
            ("console", None) => self.console(&body),
            ("sh", None) => {
                for line in body.lines().filter_map(|line| line.strip_prefix("normc ")) {
                    let (output, success) = self.normc(line);
                    assert!(success, "{}: `normc {line}` fails:\n{output}", self.path);
                }
                body
            }
            ("norm", None) => self.add(STANDARD, body),
            ("norm", Some(("file", file))) => self.add(file, body),
            ("norm", Some(("in", item))) => self.insert(item, body),
            ("norm", Some(("shows", item))) => self.find(item).1,
            (_, Some(("file", file))) => {
                fs::write(self.workspace.path().join(file), &body).unwrap();
                body
            }
            ("text" | "json" | "yaml", None) => body,
            (language, directive) => panic!("{}: a block of `{language}` with {directive:?}", self.path),
        }
    }

    /// Runs each command of a block, and gives the block with what they print.
    fn console(&self, body: &str) -> String {
        let commands = body.lines().filter_map(|line| line.strip_prefix("$ normc "));
        let shown = commands.map(|command| format!("$ normc {command}\n{}", self.normc(command).0));
        let shown: String = shown.collect();
        assert!(!shown.is_empty(), "{}: a console without a command", self.path);
        shown
    }

    fn normc(&self, line: &str) -> (String, bool) {
        let output = normc().args(arguments(line)).current_dir(self.workspace.path()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        let text: String = text.trim_end().lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
        assert!(!text.contains(self.workspace.path().to_str().unwrap()), "{}: prints its folder:\n{text}", self.path);
        (text, output.status.success())
    }

    fn add(&self, file: &str, body: String) -> String {
        let path = self.workspace.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut text = fs::read_to_string(&path).unwrap_or_default();
        let (mut fresh, mut replaced) = (String::new(), false);
        for (name, item) in items(&body) {
            match items(&text).into_iter().find(|(other, _)| *other == name) {
                Some((_, old)) => {
                    text = text.replacen(&old, &item, 1);
                    replaced = true;
                }
                None => fresh += &item,
            }
        }
        if !replaced {
            fresh.clone_from(&body);
        }
        if !fresh.is_empty() {
            text += if text.is_empty() { "" } else { "\n" };
            text += &fresh;
        }
        fs::write(path, text).unwrap();
        body
    }

    fn insert(&self, item: &str, body: String) -> String {
        let (file, old) = self.find(item);
        let path = self.workspace.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        let head = old.trim_end().strip_suffix('}').unwrap();
        let lines: String = body.lines().flat_map(|line| ["  ", line, "\n"]).collect();
        fs::write(path, text.replacen(old.trim_end(), &format!("{head}{lines}}}"), 1)).unwrap();
        body
    }

    fn remove(&self, item: &str) {
        let (file, old) = self.find(item);
        let path = self.workspace.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replacen(&format!("\n{}", old.trim_end()), "", 1).trim_end().to_owned() + "\n").unwrap();
    }

    /// The file and the text of an item.
    fn find(&self, item: &str) -> (String, String) {
        let found = |folder: &Path| {
            let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
            let mut all = files.flat_map(|file| {
                items(&fs::read_to_string(&file).unwrap()).into_iter().map(move |item| (file.clone(), item))
            });
            all.find(|(_, (name, _))| name == item)
        };
        for folder in fs::read_dir(self.workspace.path().join("standards")).unwrap() {
            if let Some((file, (_, text))) = found(&folder.unwrap().path()) {
                let file = file.strip_prefix(self.workspace.path()).unwrap();
                return (file.to_str().unwrap().to_owned(), text);
            }
        }
        panic!("{}: the workspace has no `{item}`", self.path)
    }

    fn end(&self) {
        if !self.stay {
            let (said, _) = self.normc("check --message-format short");
            let found: Vec<_> = said.lines().filter(|line| !line.starts_with("checked ")).collect();
            assert!(found.is_empty(), "{}: the workspace ends with findings:\n{}", self.path, found.join("\n"));
            let (said, canonical) = self.normc("fmt --check");
            assert!(canonical, "{}: the examples are not in canonical form:\n{said}", self.path);
        }
    }
}

/// The arguments of a command: words, and what stands in quotation marks.
fn arguments(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    let words = |(at, part): (usize, _)| if at % 2 == 1 { vec![part] } else { str::split_whitespace(part).collect() };
    parts.flat_map(words).collect()
}

/// The top-level items of a source: keyword and first argument, and the text.
fn items(text: &str) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let id = sources.add("page.norm", text);
    let (tree, _) = syntax::parse(id, text);
    let name = |item: &Item| {
        let first = item.arguments.first().map_or("", |argument| &text[argument.span.range()]);
        format!("{} {first}", &text[item.keyword.range()])
    };
    tree.items.iter().map(|item| (name(item), text[item.span.range()].to_owned() + "\n")).collect()
}
