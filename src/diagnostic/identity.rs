//! What a finding is called from one check to the next: its rule, its package, the item it stands in, its message. Lines may shift under it.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::digest;
use crate::source::{FileId, SourceFile, Sources};

/// What stays the same of a finding while lines are added above it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The rule's name.
    pub rule: String,
    /// The folder of the package.
    pub package: String,
    /// The top-level item that it stands in, by keyword and first argument, such as `requirement R-KDF`; empty outside of all.
    pub item: String,
    /// The message.
    pub message: String,
}

/// The identity of each finding, in order, and how many equal ones stand before it.
pub fn identities(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<(Identity, usize)> {
    let mut heads: BTreeMap<FileId, Vec<(usize, String)>> = BTreeMap::new();
    let mut seen: BTreeMap<Identity, usize> = BTreeMap::new();
    let identity = |diagnostic: &Diagnostic| {
        let span = diagnostic.primary.span;
        let file = sources.file(span.file);
        let heads = heads.entry(span.file).or_insert_with(|| items(file));
        let before = heads.partition_point(|(start, _)| *start <= span.start as usize);
        let identity = Identity {
            rule: diagnostic.rule.to_owned(),
            package: file.folder().to_owned(),
            item: before.checked_sub(1).map_or_else(String::new, |at| heads[at].1.clone()),
            message: diagnostic.message.clone(),
        };
        let count = seen.entry(identity.clone()).or_default();
        *count += 1;
        (identity, *count - 1)
    };
    diagnostics.iter().map(identity).collect()
}

impl Identity {
    /// A name for the finding, 32 hexadecimal digits, that differs between equal ones.
    pub fn fingerprint(&self, before: usize) -> String {
        let said = [&*self.rule, &*self.package, &*self.item, &*self.message, &*before.to_string()];
        digest::short(said.join("\0"))
    }
}

/// Where the items of a file begin, and their keywords and first arguments. In canonical form an item begins at the left edge and nothing else
/// does; this asks no more of a text, because what cannot be parsed has findings, too.
fn items(file: &SourceFile) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut items = Vec::new();
    for line in file.text().split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let words = line.split(['{', '\n']).next().unwrap_or_default().split_whitespace().take(2);
            let words: Vec<_> = words.map(|word| word.trim_end_matches([',', ';'])).collect();
            items.push((at, words.join(" ")));
        }
        at += line.len();
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn named(text: &str, offsets: &[usize]) -> Vec<(Identity, usize)> {
        let mut sources = Sources::default();
        let file = sources.add("a/b.norm", text);
        let at = |offset: &usize| Span::new(file, u32::try_from(*offset).unwrap(), u32::try_from(*offset).unwrap());
        let found: Vec<_> = offsets.iter().map(|at_| Diagnostic::error("a-rule", at(at_), "said")).collect();
        identities(&sources, &found)
    }

    #[test]
    fn lines_may_shift() {
        let text = "// head\nrequirement R-1 \"One\" {\n  level x\n}\nadopts b:R-2, b:R-3\n";
        let offsets = [0, text.find("level").unwrap(), text.find("level").unwrap() + 2, text.find("b:R-3").unwrap()];
        let found = named(text, &offsets);
        let items: Vec<_> = found.iter().map(|(identity, before)| (&*identity.item, *before)).collect();
        assert_eq!(items, [("", 0), ("requirement R-1", 0), ("requirement R-1", 1), ("adopts b:R-2", 0)]);
        let moved = named(&format!("// more\n\n{text}"), &offsets.map(|at| at + 9));
        assert_eq!(moved, found);
        assert_ne!(found[1].0.fingerprint(0), found[2].0.fingerprint(1));
        assert_eq!(found[1].0.fingerprint(0).len(), 32);
    }
}
