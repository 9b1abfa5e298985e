//! Every form of Norm and the tree it makes, and every mistake and the message it gets.
//!
//! `tests/syntax/sound/*.norm` parse without a finding into the `.tree` beside them; `tests/syntax/broken/*.norm` are packages of a workspace
//! whose check says what stands in the `.txt` beside them.

mod support;

use std::fmt::Write;
use std::fs;

use normc::source::{SourceFile, Sources, Span};
use normc::syntax::{self, Argument, Bound, Item, Text, Value};

fn folder(name: &str) -> std::path::PathBuf {
    support::root().join("tests/syntax").join(name)
}

/// A tree as text: the place of every item and argument, and what texts read.
struct Shown<'s> {
    file: &'s SourceFile,
    out: String,
}

impl Shown<'_> {
    fn slice(&self, span: Span) -> &str {
        &self.file.text()[span.range()]
    }

    fn place(&self, span: Span) -> String {
        let (start, end) = (self.file.position(span.start), self.file.position(span.end));
        match start.line == end.line {
            true => format!("{}:{}-{}", start.line, start.column, end.column),
            false => format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column),
        }
    }

    fn items(&mut self, items: &[Item], depth: usize) {
        for item in items {
            let line = format!("{}{} {}\n", "  ".repeat(depth), self.slice(item.keyword), self.place(item.span));
            self.out += &line;
            self.arguments(&item.arguments, depth + 1);
            if let Some(block) = &item.block {
                let line = format!("{}block {}\n", "  ".repeat(depth + 1), self.place(block.span));
                self.out += &line;
                self.items(&block.items, depth + 2);
            }
        }
    }

    fn arguments(&mut self, arguments: &[Argument], depth: usize) {
        for argument in arguments {
            let text = |span: &Option<Span>| span.map_or("none", |span| self.slice(span)).to_owned();
            let form = match &argument.value {
                Value::Name { package: None, name } => format!("name `{}`", self.slice(*name)),
                Value::Name { package: Some(package), name } => {
                    format!("name `{}` in `{}`", self.slice(*name), self.slice(*package))
                }
                Value::String | Value::Text => {
                    let read = Text::new(self.slice(argument.span), argument.span).content().as_str().to_owned();
                    let kind = if argument.value == Value::Text { "text" } else { "string" };
                    format!("{kind} {read:?}")
                }
                Value::Quantity { number, unit } => format!("quantity {} unit {}", self.slice(*number), text(unit)),
                Value::Range(bounds) => {
                    let bound = |bound: &Bound| format!("{} unit {}", self.slice(bound.number), text(&bound.unit));
                    format!("range {} to {}", bound(&bounds.0), bound(&bounds.1))
                }
                Value::Date => format!("date {}", self.slice(argument.span)),
                Value::Operator => format!("operator {}", self.slice(argument.span)),
                Value::Group(_) => "group".to_owned(),
            };
            let comma = if argument.comma { ", and a comma" } else { "" };
            let _ = writeln!(self.out, "{}{form} {}{comma}", "  ".repeat(depth), self.place(argument.span));
            if let Value::Group(members) = &argument.value {
                self.arguments(members, depth + 1);
            }
        }
    }
}

#[test]
fn every_form_makes_its_tree() {
    let mut wrong = String::new();
    let sources = support::files(&folder("sound"), "norm");
    assert!(sources.len() > 5);
    for path in sources {
        let mut sources = Sources::default();
        let id = sources.add("sound.norm", fs::read_to_string(&path).unwrap());
        let file = sources.file(id);
        let (tree, diagnostics) = syntax::parse(id, file.text());
        if !diagnostics.is_empty() {
            wrong += &normc::diagnostic::terminal(&sources, &diagnostics, false);
        }
        let mut shown = Shown { file, out: String::new() };
        shown.items(&tree.items, 0);
        for comment in &tree.comments {
            let line = format!("comment {} {:?}\n", shown.place(*comment), shown.slice(*comment));
            shown.out += &line;
        }
        support::expect(&path.with_extension("tree"), &shown.out, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_mistake_is_told_where_it_stands() {
    let mut wrong = String::new();
    let sources = support::files(&folder("broken"), "norm");
    assert!(sources.len() > 20);
    for path in sources {
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read(&path).unwrap();
        let workspace = support::workspace([(&*format!("p/{name}"), &*text)]);
        let (shown, diagnostics) = support::check(workspace.path());
        assert!(!diagnostics.is_empty(), "nothing is wrong with {name}");
        support::expect(&path.with_extension("txt"), &shown, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}
