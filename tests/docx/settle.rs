//! Accepts or rejects every change of a draft, as a word processor does, and says what is then there: each paragraph with its style and text,
//! each table with its rows.

use std::collections::BTreeMap;

use super::tree::Node;

/// What to do with changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Settle {
    Accept,
    Reject,
}

impl Settle {
    fn takes(self) -> [&'static str; 2] {
        match self {
            Self::Accept => ["ins", "moveTo"],
            Self::Reject => ["del", "moveFrom"],
        }
    }

    fn drops(self) -> [&'static str; 2] {
        match self {
            Self::Accept => ["del", "moveFrom"],
            Self::Reject => ["ins", "moveTo"],
        }
    }
}

/// The lines of a body when its changes are settled.
pub(crate) fn lines(document: &Node, settle: Settle) -> Vec<String> {
    let mut state = State { settle, lists: BTreeMap::new(), lines: Vec::new() };
    state.block(document.child("body").unwrap(), "");
    state.lines
}

struct State {
    settle: Settle,
    /// Numberings by the order in which they come.
    lists: BTreeMap<String, usize>,
    lines: Vec<String>,
}

impl State {
    fn block(&mut self, parent: &Node, indent: &str) {
        for node in &parent.children {
            match node.name.as_str() {
                "p" => self.paragraph(node, indent),
                "tbl" => self.table(node, indent),
                "sectPr" => self.lines.push(format!("{indent}section {}", orientation(node))),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: &Node, indent: &str) {
        let properties = node.child("pPr").unwrap();
        let text = self.text(node);
        let mark = properties.child("rPr");
        if mark.is_some_and(|mark| self.settle.drops().iter().any(|name| mark.child(name).is_some())) {
            assert_eq!(text, "", "the end of a paragraph goes, and its text would join the next");
            return;
        }
        let style = properties.child("pStyle").map_or("", |style| style.attribute("val"));
        let list = properties.child("numPr").map_or(String::new(), |list| {
            let id = list.child("numId").unwrap().attribute("val").to_owned();
            let next = self.lists.len();
            format!(" #{}", self.lists.entry(id).or_insert(next))
        });
        let section =
            properties.child("sectPr").map_or(String::new(), |section| format!(" section {}", orientation(section)));
        self.lines.push(format!("{indent}{style}{list}{section}: {text}"));
    }

    fn table(&mut self, node: &Node, indent: &str) {
        let rows: Vec<_> = node.all("tr").into_iter().filter(|row| self.keeps(row)).collect();
        if rows.is_empty() {
            return;
        }
        self.lines.push(format!("{indent}table of {}", node.child("tblGrid").unwrap().children.len()));
        for row in rows {
            self.lines.push(format!("{indent}  row"));
            for cell in row.children.iter().filter(|child| child.name == "tc") {
                self.lines.push(format!("{indent}    cell"));
                let before = self.lines.len();
                self.block(cell, &format!("{indent}      "));
                assert!(self.lines.len() > before, "a cell has no paragraph");
            }
        }
    }

    fn keeps(&self, row: &Node) -> bool {
        let properties = row.child("trPr").unwrap();
        !self.settle.drops().iter().any(|name| properties.child(name).is_some())
    }

    fn text(&self, node: &Node) -> String {
        let mut out = String::new();
        self.runs(node, &mut out);
        out
    }

    fn runs(&self, node: &Node, out: &mut String) {
        for child in &node.children {
            match child.name.as_str() {
                name if self.settle.drops().contains(&name) => {}
                name if self.settle.takes().contains(&name) => self.runs(child, out),
                "hyperlink" => self.runs(child, out),
                "r" => run(child, out),
                "oMath" => {
                    let text: String = child.all("t").iter().map(|text| text.text.as_str()).collect();
                    out.push_str(&format!("<math {text}>"));
                }
                _ => {}
            }
        }
    }
}

fn run(node: &Node, out: &mut String) {
    let look = node.child("rPr").and_then(|look| look.child("rStyle")).map_or("", |style| style.attribute("val"));
    for child in &node.children {
        let text = match child.name.as_str() {
            "t" | "delText" => child.text.clone(),
            "tab" => "\t".to_owned(),
            "br" => format!("<br {}>", child.attribute("type")),
            "drawing" => format!("<picture {}>", child.all("docPr")[0].attribute("descr")),
            "footnoteReference" => "<footnote>".to_owned(),
            _ => continue,
        };
        // Each letter with its look, so that it does not matter how a text is cut into runs.
        if look.is_empty() {
            out.push_str(&text);
        } else {
            text.chars().for_each(|c| out.push_str(&format!("{c}[{look}]")));
        }
    }
}

fn orientation(section: &Node) -> String {
    section.child("pgSz").map_or("", |size| size.attribute("orient")).to_owned()
}
