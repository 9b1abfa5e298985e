//! What must hold of every package, and no validator looks at: what is named is there, and there once.

use std::collections::BTreeSet;

use normc::ooxml::Package;

use super::tree::{Node, part};

/// Properties that a paragraph or a run may have besides its style: structure and marks of change, no looks.
const STRUCTURE: &[&str] = &["pStyle", "numPr", "rPr", "sectPr", "rStyle"];

/// What is wrong with a package.
pub(crate) fn complaints(package: &Package) -> Vec<String> {
    let mut found = Vec::new();
    let texts = package.parts.keys().filter(|path| is_text(path)).map(|path| (path.clone(), part(package, path)));
    let texts: Vec<(String, Node)> = texts.collect();
    let styles = part(package, "word/styles.xml");
    let styles: BTreeSet<_> = styles.all("style").iter().map(|style| style.attribute("styleId").to_owned()).collect();
    let all = |name: &str| texts.iter().flat_map(|(_, text)| text.all(name)).collect::<Vec<_>>();
    for name in ["pStyle", "rStyle", "tblStyle"] {
        for used in all(name).iter().filter(|used| !styles.contains(used.attribute("val"))) {
            found.push(format!("the style `{}` is not defined", used.attribute("val")));
        }
    }
    let bookmarks: Vec<_> = all("bookmarkStart").iter().map(|start| start.attribute("name").to_owned()).collect();
    let known: BTreeSet<_> = bookmarks.iter().map(|name| name.to_lowercase()).collect();
    if known.len() != bookmarks.len() {
        found.push("two bookmarks have one name".to_owned());
    }
    for name in &bookmarks {
        let legal = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.len() <= 40;
        if !legal || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            found.push(format!("`{name}` is no name of a bookmark"));
        }
    }
    let anchors =
        all("hyperlink").into_iter().map(|link| link.attribute("anchor").to_owned()).filter(|it| !it.is_empty());
    let fields = all("instrText").into_iter().filter_map(|field| {
        let mut words = field.text.split_whitespace();
        matches!(words.next()?, "REF" | "PAGEREF").then(|| words.next().unwrap_or_default().to_owned())
    });
    for target in anchors.collect::<Vec<_>>().into_iter().chain(fields.collect::<Vec<_>>()) {
        if !known.contains(&target.to_lowercase()) {
            found.push(format!("there is no bookmark `{target}`"));
        }
    }
    found.extend(ids(&texts));
    found.extend(numbering(package, &all("numId")));
    found.extend(looks(&all("pPr"), &all("rPr")));
    found.extend(relations(package));
    found
}

fn is_text(path: &str) -> bool {
    ["word/document.xml", "word/footnotes.xml"].contains(&path) || path.contains("header") || path.contains("footer")
}

fn ids(texts: &[(String, Node)]) -> Vec<String> {
    let mut found = Vec::new();
    for names in [&["bookmarkStart"][..], &["docPr"], &["ins", "del", "moveFrom", "moveTo"]] {
        let ids: Vec<_> = texts.iter().flat_map(|(_, text)| names.iter().flat_map(|name| text.all(name))).collect();
        let ids: Vec<_> = ids.iter().map(|node| node.attribute("id").to_owned()).filter(|id| !id.is_empty()).collect();
        if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
            found.push(format!("two of {names:?} have one number"));
        }
    }
    for (path, text) in texts {
        let ends = text.all("bookmarkEnd").len();
        if ends != text.all("bookmarkStart").len() {
            found.push(format!("a bookmark of {path} has no end"));
        }
    }
    found
}

fn numbering(package: &Package, used: &[&Node]) -> Vec<String> {
    let numbering = part(package, "word/numbering.xml");
    let known: BTreeSet<_> = numbering.all("num").iter().map(|num| num.attribute("numId").to_owned()).collect();
    let patterns: BTreeSet<_> =
        numbering.all("abstractNum").iter().map(|pattern| pattern.attribute("abstractNumId").to_owned()).collect();
    let unknown = used.iter().map(|id| id.attribute("val")).filter(|id| !known.contains(*id));
    let mut found: Vec<_> = unknown.map(|id| format!("there is no numbering `{id}`")).collect();
    for num in numbering.all("num") {
        let of = num.child("abstractNumId").map_or("", |of| of.attribute("val"));
        if !patterns.contains(of) {
            found.push(format!("there is no pattern `{of}` of a numbering"));
        }
    }
    found
}

/// F-02: a draft has no formatting but its styles.
fn looks(paragraphs: &[&Node], runs: &[&Node]) -> Vec<String> {
    let of = |node: &&Node| node.children.iter().map(|child| child.name.clone()).collect::<Vec<_>>();
    let marks = ["ins", "del", "moveFrom", "moveTo"];
    // In formulas the run has properties of its own, which are no looks of text.
    let allowed = |name: &String| {
        STRUCTURE.contains(&name.as_str()) || marks.contains(&name.as_str()) || ["sty", "nor"].contains(&name.as_str())
    };
    let names = paragraphs.iter().chain(runs).flat_map(of).filter(|name| !allowed(name));
    names.map(|name| format!("`{name}` is formatting that no style has")).collect()
}

fn relations(package: &Package) -> Vec<String> {
    let mut found = Vec::new();
    for (from, relations) in &package.relations {
        let folder = from.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        for relation in relations.iter().filter(|relation| !relation.external) {
            let path =
                relation.target.strip_prefix('/').map_or_else(|| format!("{folder}{}", relation.target), str::to_owned);
            if !package.parts.contains_key(&path) {
                found.push(format!("`{from}` refers to `{path}`, which is not there"));
            }
        }
    }
    found
}
