//! An organisation's own template: its styles, numbering, theme, headers, footers and cover are used as they are. What is not needed is left out;
//! what would run or load something is refused or left out, and said.

mod cover;
mod insert;

use std::collections::BTreeMap;

use crate::ooxml::{Package, Reader, Relation, Step};

use super::role::Role;
use super::rules::{Rules, style_id};

pub(super) use cover::{Cover, last_section};
pub(super) use insert::{before_end, highest, with_numberings};

/// What parts must not hold, and what it is called.
const RUNS: &[(&str, &str)] = &[
    ("vbaProject", "macros"),
    ("vbaData", "macros"),
    ("macro", "macros"),
    ("activeX", "controls that run programs"),
    ("keyMapCustomizations", "key bindings"),
    ("oleObject", "embedded objects"),
    ("embeddings/", "embedded objects"),
];

/// A template that was read.
pub(super) struct Template {
    package: Package,
    /// The path of its text.
    main: String,
    /// The identifiers of its styles by their names, without blanks and capitals.
    styles: BTreeMap<String, String>,
    /// What was left out, in words.
    pub(super) notes: Vec<String>,
}

impl Template {
    /// Reads a template. The error says why it is not used.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut package = crate::ooxml::read(bytes)?;
        let main = package
            .relations
            .get("")
            .and_then(|relations| relations.iter().find(|relation| relation.sort.ends_with("/officeDocument")))
            .map(|relation| relation.target.trim_start_matches('/').to_owned())
            .filter(|main| package.parts.contains_key(main))
            .ok_or("it has no text; is it a template of a word processor?")?;
        let media_type = &package.parts[&main].media_type;
        if !media_type.contains("wordprocessingml") && !media_type.contains("ms-word") {
            return Err(format!("it is no template of a word processor but `{media_type}`"));
        }
        let notes = strip(&mut package);
        let mut template = Self { package, main, styles: BTreeMap::new(), notes };
        template.styles = template.names()?;
        Ok(template)
    }

    /// The identifiers of styles by their names and other names.
    fn names(&self) -> Result<BTreeMap<String, String>, String> {
        let text = self.text("styles").ok_or("it has no styles")?;
        let (mut names, mut id) = (BTreeMap::new(), String::new());
        let mut reader = Reader::new(text);
        loop {
            match reader.step()? {
                Step::Begin(name) if name == "style" => id = reader.attribute("styleId").unwrap_or_default(),
                // Several names of one style can stand in its name as well, with commas between.
                Step::Begin(name) if !id.is_empty() && matches!(name.as_str(), "name" | "aliases") => {
                    for name in reader.attribute("val").unwrap_or_default().split(',') {
                        names.entry(plain(name)).or_insert(id.clone());
                    }
                }
                Step::Done => return Ok(names),
                _ => {}
            }
        }
    }

    /// The identifier that the template has for a style; those that it lacks keep theirs, unless it is taken.
    pub(super) fn style(&self, name: &str) -> Option<&String> {
        self.styles.get(&plain(name))
    }

    /// The styles of a draft that the template has not, in order.
    pub(super) fn lacks<'r>(&self, rules: &'r Rules) -> Vec<&'r str> {
        rules.styles.keys().map(String::as_str).filter(|name| self.style(name).is_none()).collect()
    }

    /// The identifier of every style of a draft.
    pub(super) fn id(&self, name: &str) -> String {
        if let Some(id) = self.style(name) {
            return id.clone();
        }
        let id = style_id(name);
        if self.styles.values().any(|taken| *taken == id) { format!("{id}Draft") } else { id }
    }

    /// The styles of the roles.
    pub(super) fn roles(&self, rules: &Rules) -> BTreeMap<Role, String> {
        rules.roles.iter().map(|(role, name)| (*role, self.id(name))).collect()
    }

    /// The text of a part of the document that is related to it by this word.
    pub(super) fn text(&self, sort: &str) -> Option<&str> {
        let relation = self.relations().iter().find(|relation| relation.sort.ends_with(&format!("/{sort}")))?;
        std::str::from_utf8(&self.package.parts.get(&beside(&self.main, &relation.target))?.bytes).ok()
    }

    /// The text itself.
    pub(super) fn document(&self) -> &str {
        self.package.parts.get(&self.main).and_then(|part| std::str::from_utf8(&part.bytes).ok()).unwrap_or_default()
    }

    fn relations(&self) -> &[Relation] {
        self.package.relations.get(&self.main).map_or(&[], Vec::as_slice)
    }

    /// Copies everything that headers and cover refer to into a package, under the names that they use for it.
    pub(super) fn bring(&self, into: &mut Package, document: &str) {
        for relation in self.relations() {
            let sort = relation.sort.rsplit('/').next().unwrap_or_default();
            if !matches!(sort, "header" | "footer" | "image" | "hyperlink" | "theme" | "fontTable") {
                continue;
            }
            let mut relation = relation.clone();
            if !relation.external {
                let Some(path) = self.copy(&relation, into) else { continue };
                relation.target = format!("/{path}");
            }
            into.relations.entry(document.to_owned()).or_default().push(relation);
        }
    }

    /// Copies the part of a relation of the template's text, with everything it refers to, into a package; gives its path there.
    fn copy(&self, relation: &Relation, into: &mut Package) -> Option<String> {
        let from = beside(&self.main, &relation.target);
        self.copy_part(&from, into)
    }

    fn copy_part(&self, from: &str, into: &mut Package) -> Option<String> {
        let part = self.package.parts.get(from)?;
        let name = from.rsplit('/').next()?;
        let folder = if part.media_type.starts_with("image/") { "word/media" } else { "word" };
        let path = format!("{folder}/template-{name}");
        if into.parts.contains_key(&path) {
            return Some(path);
        }
        into.add(&path, &part.media_type, part.bytes.clone());
        for inner in self.package.relations.get(from).into_iter().flatten() {
            let mut relation = inner.clone();
            if !inner.external {
                let copied = self.copy_part(&beside(from, &inner.target), into)?;
                relation.target = format!("/{copied}");
            }
            into.relations.entry(path.clone()).or_default().push(relation);
        }
        Some(path)
    }
}

/// Takes out what would run or load something; says what.
fn strip(package: &mut Package) -> Vec<String> {
    let mut notes = std::collections::BTreeSet::new();
    let runs = |text: &str| RUNS.iter().find(|(word, _)| text.contains(word)).map(|(_, what)| *what);
    let bad: Vec<_> = package
        .parts
        .iter()
        .filter_map(|(path, part)| {
            Some((
                path.clone(),
                runs(path).or_else(|| runs(&part.media_type).filter(|_| !path.ends_with("document.xml")))?,
            ))
        })
        .collect();
    for (path, what) in bad {
        package.parts.remove(&path);
        package.relations.remove(&path);
        notes.insert(format!("its {what} were left out"));
    }
    for relations in package.relations.values_mut() {
        relations.retain(|relation| {
            let is_link = relation.sort.ends_with("/hyperlink")
                && ["https:", "http:", "mailto:"].iter().any(|scheme| relation.target.starts_with(scheme));
            let keeps = !relation.external || is_link;
            if !keeps {
                let sort = relation.sort.rsplit('/').next().unwrap_or_default();
                notes.insert(format!("what it loads from elsewhere (`{sort}`) was left out"));
            }
            keeps && runs(&relation.sort).is_none()
        });
    }
    notes.into_iter().collect()
}

/// A name as it is compared: `Heading 1` is `heading1`.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The path of what a part refers to.
fn beside(part: &str, target: &str) -> String {
    if let Some(target) = target.strip_prefix('/') {
        return target.to_owned();
    }
    let mut folders: Vec<_> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                folders.pop();
            }
            "." => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}
