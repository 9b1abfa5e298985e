//! The forms of an outline: whether each name between braces is one that the draft knows, and none is missing that has to be there.

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::nearest::nearest;
use crate::yaml::{Kind, Node, Step};

use super::form::{Form, Piece, pieces};
use super::{Element, Entries, Labels, Outline, Tables, Words};

/// What every text of an outline may name: what the header declares.
const DECLARED: &[&str] = &["?present", "?present-cap", "?act", "?body", "?items"];
/// What the identifier on the cover may name.
const IDENTIFIER: &[&str] = &["?draft", "number", "?version", "?month", "?year"];

/// Finds what is wrong with the forms of an outline that `node` is the tree of.
pub(super) fn check(outline: &Outline, node: &Node, found: &mut Vec<Diagnostic>) {
    let anchors = anchors(&outline.elements);
    let mut checker = Checker { node, anchors: &anchors, found };
    checker.group("labels", Labels::FORMS);
    checker.group("entries", Entries::FORMS);
    checker.text(&["cover", "identifier"], IDENTIFIER);
    checker.text(&["numbering", "in-clause"], &["clause", "n"]);
    checker.text(&["numbering", "in-annex"], &["annex", "n"]);
    checker.title(outline);
    checker.items(&["page-two"]);
    checker.items(&["elements"]);
    if let Some(node) = node.get("words") {
        check_words(node, &anchors, checker.found);
    }
}

/// Finds what is wrong with words that `node` is the tree of. References are looked at where elements are known.
pub(super) fn check_words(node: &Node, anchors: &[String], found: &mut Vec<Diagnostic>) {
    let mut checker = Checker { node, anchors, found };
    for (group, forms) in Words::FORMS {
        checker.group(group, forms);
    }
    checker.tables();
}

/// What `{ref:…}` may name.
fn anchors(elements: &[Element]) -> Vec<String> {
    let own = elements.iter().map(|element| element.anchor().trim_start_matches("cl-").to_owned());
    own.chain(elements.iter().flat_map(|element| anchors(&element.elements))).collect()
}

struct Checker<'c> {
    node: &'c Node,
    anchors: &'c [String],
    found: &'c mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn group(&mut self, group: &str, forms: &[Form]) {
        for form in forms {
            self.text(&[group, &form.key()], form.names);
        }
    }

    /// Looks at a text, where the outline says it itself.
    fn text(&mut self, keys: &[&str], names: &[&str]) {
        let path: Vec<_> = keys.iter().map(|key| Step::Key((*key).to_owned())).collect();
        self.at(&path, names);
    }

    fn at(&mut self, path: &[Step], names: &[&str]) {
        if let Some(text) = self.node.at(path).map(super::shape::value).as_ref().and_then(Value::as_str) {
            self.form(text, path, names);
        }
    }

    fn form(&mut self, text: &str, path: &[Step], names: &[&str]) {
        let met = pieces(text).into_iter().filter_map(|piece| match piece {
            Piece::Name(name) => Some(name),
            Piece::Text(_) => None,
        });
        let met: Vec<_> = met.collect();
        let known: Vec<_> = names.iter().map(|name| name.trim_start_matches('?')).collect();
        for name in met.iter().filter(|name| !known.contains(name)) {
            self.unknown(name, path, &known);
        }
        let needed = names.iter().filter(|name| !name.starts_with('?') && !met.contains(name));
        let missing: Vec<_> = needed.map(|name| format!("`{{{name}}}`")).collect();
        // A label of nothing is a choice: references of CEN and CENELEC have none.
        if !missing.is_empty() && !text.is_empty() {
            let message = format!("{} is missing in `{text}`", missing.join(" and "));
            let help = "write it where what it stands for belongs; without it the draft loses that";
            self.found.push(Diagnostic::error("outline-number", self.node.place(path), message).help(help));
        }
    }

    fn unknown(&mut self, name: &str, path: &[Step], known: &[&str]) {
        let span = self.node.place(path);
        if let Some(target) = name.strip_prefix("ref:") {
            if self.anchors.is_empty() || self.anchors.iter().any(|anchor| anchor == target) {
                return;
            }
            let near = nearest(target, self.anchors.iter().map(String::as_str));
            let help = near.map_or_else(
                || format!("name an element by its `id`, else by its part: {}", self.anchors.join(", ")),
                |near| format!("did you mean `{{ref:{near}}}`?"),
            );
            let message = format!("`{{{name}}}` leads to no element of this outline");
            self.found.push(Diagnostic::error("outline-reference", span, message).help(help));
            return;
        }
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{{{near}}}`?"),
            None if known.is_empty() => "nothing is put into this text; write the words themselves".to_owned(),
            None => format!(
                "these can stand here: {}",
                known.iter().map(|it| format!("`{{{it}}}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        let message = format!("nothing is called `{{{name}}}` here, so the draft would print it as it stands");
        self.found.push(Diagnostic::error("outline-placeholder", span, message).help(help));
    }

    fn title(&mut self, outline: &Outline) {
        let path = |at| [Step::Key("cover".to_owned()), Step::Key("title".to_owned()), Step::Item(at)];
        for (at, text) in outline.cover.title.iter().enumerate() {
            self.form(text, &path(at), &["?title"]);
        }
        if !outline.cover.title.iter().any(|text| text.contains("{title}")) {
            let message = "`{title}` is missing in the title on the cover".to_owned();
            let help = "write `\"{title}\"` as one of its elements";
            self.found.push(Diagnostic::error("outline-number", self.node.place(&path(0)[..2]), message).help(help));
        }
    }

    /// The paragraphs of slots and elements, and of the elements in them.
    fn items(&mut self, keys: &[&str]) {
        let path: Vec<_> = keys.iter().map(|key| Step::Key((*key).to_owned())).collect();
        let list = keys.iter().try_fold(self.node, |node, key| node.get(key));
        if let Some(list) = list {
            self.paragraphs(list, &path);
        }
    }

    fn paragraphs(&mut self, list: &Node, path: &[Step]) {
        let Kind::List(items) = &list.kind else { return };
        for (at, item) in items.iter().enumerate() {
            let path = [path, &[Step::Item(at)]].concat();
            if let Some(Kind::List(texts)) = item.get("text").map(|text| &text.kind) {
                for (at, text) in texts.iter().enumerate() {
                    let path = [&path[..], &[Step::Key("text".to_owned()), Step::Item(at)]].concat();
                    self.form(super::shape::value(text).as_str().unwrap_or_default(), &path, DECLARED);
                }
            }
            if let Some(inner) = item.get("elements") {
                self.paragraphs(inner, &[&path[..], &[Step::Key("elements".to_owned())]].concat());
            }
        }
    }

    fn tables(&mut self) {
        for (key, columns) in Tables::COLUMNS {
            let key = key.replace('_', "-");
            let path = ["tables", &key, "head"].map(|key| Step::Key(key.to_owned()));
            let Some(Kind::List(heads)) = self.node.at(&path).map(|head| &head.kind) else { continue };
            let heads = heads.len();
            if heads != *columns {
                let message = format!("the table `{key}` has {heads} heads, and {columns} columns have one");
                let help = "give each column one head, in the order in which normc fills them";
                self.found.push(Diagnostic::error("outline-setting", self.node.place(&path), message).help(help));
            }
            for at in 0..*columns {
                self.at(&[&path[..], &[Step::Item(at)]].concat(), DECLARED);
            }
            self.text(&["tables", &key, "caption"], if key == "decision" { &["title"] } else { &[] });
        }
    }
}
