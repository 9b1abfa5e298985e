//! `numbering.xml`: bullets, ordered lists and, where an organisation wants it, headings that the word processor counts.

use std::collections::BTreeMap;

use crate::ooxml::Xml;

use super::flat::Numbered;
use super::names::{MAIN, W};
use super::role::Role;
use super::rules::{Rules, Style};
use super::styles::indent;

/// The numberings of a draft: each is made from one of a few patterns.
#[derive(Default)]
pub(super) struct Numberings {
    /// The patterns by what they are of, with their places.
    patterns: Vec<Pattern>,
    /// The numberings: pattern, and the first number.
    made: Vec<(usize, Option<u64>)>,
    lists: BTreeMap<(usize, Role), u32>,
    headings: BTreeMap<String, u32>,
    /// What is already there in a template.
    base: (u32, u32),
}

/// The identifiers of the styles that are ours: those of a template have numberings of their own.
pub(super) type StyleIds<'i> = dyn Fn(&str) -> Option<String> + 'i;

struct Pattern {
    levels: Vec<Level>,
}

struct Level {
    counts: String,
    text: String,
    /// The style whose paragraphs have this level by themselves.
    style: Option<String>,
    indent: Style,
}

impl Numberings {
    /// The patterns of the styles that are bullets or ordered lists; `base` are the highest numbers of patterns and numberings in a template.
    pub(super) fn new(rules: &Rules, base: (u32, u32)) -> Self {
        let mut made = Self { base, ..Self::default() };
        for (name, style) in &rules.styles {
            let Some(text) = &style.bullet else { continue };
            let counts = style.counts.clone().unwrap_or_else(|| "bullet".to_owned());
            let style = style.clone();
            made.patterns.push(Pattern {
                levels: vec![Level { counts, text: text.clone(), style: Some(name.clone()), indent: style }],
            });
            made.made.push((made.patterns.len() - 1, None));
        }
        made
    }

    /// The numbering that a style has by itself.
    pub(super) fn of_style(&self, name: &str) -> Option<u32> {
        let at = self.patterns.iter().position(|pattern| {
            pattern.levels.iter().any(|level| level.style.as_deref() == Some(name) && level.counts != "none")
        })?;
        self.id(at)
    }

    fn id(&self, pattern: usize) -> Option<u32> {
        let at = self.made.iter().position(|(of, start)| *of == pattern && start.is_none())?;
        u32::try_from(at).ok().map(|at| self.base.1 + at + 1)
    }

    fn add(&mut self, pattern: usize, start: Option<u64>) -> u32 {
        self.made.push((pattern, start));
        self.base.1 + u32::try_from(self.made.len()).unwrap_or(0)
    }

    /// The numbering of a paragraph and its level: an ordered list begins anew each time.
    pub(super) fn of(&mut self, rules: &Rules, role: Role, numbered: &Numbered) -> Option<(u32, u8)> {
        match numbered {
            Numbered::Typed => None,
            Numbered::List(list, start) => {
                if let Some(known) = self.lists.get(&(*list, role)) {
                    return Some((*known, 0));
                }
                let name = rules.name(role);
                let has = |pattern: &Pattern| pattern.levels.iter().any(|level| level.style.as_deref() == Some(name));
                let pattern = self.patterns.iter().position(has)?;
                let id = self.add(pattern, Some(*start));
                self.lists.insert((*list, role), id);
                Some((id, 0))
            }
            Numbered::Heading(letter, level) => {
                if let Some(known) = self.headings.get(letter) {
                    return Some((*known, *level));
                }
                self.patterns.push(headings(letter));
                let id = self.add(self.patterns.len() - 1, None);
                self.headings.insert(letter.clone(), id);
                Some((id, *level))
            }
        }
    }

    /// Whether there is anything.
    pub(super) fn is_empty(&self) -> bool {
        self.made.is_empty()
    }

    /// The part.
    pub(super) fn part(&self, ids: &StyleIds<'_>) -> Vec<u8> {
        let mut xml = Xml::part();
        xml.open("w:numbering", &[W]);
        self.write_patterns(&mut xml, ids);
        self.write_numberings(&mut xml);
        xml.close("w:numbering");
        xml.finish()
    }

    /// The patterns.
    pub(super) fn write_patterns(&self, xml: &mut Xml, ids: &StyleIds<'_>) {
        for (at, pattern) in (self.base.0 + 1..).zip(&self.patterns) {
            xml.open("w:abstractNum", &[("w:abstractNumId", &at.to_string())]);
            let several = if pattern.levels.len() > 1 { "multilevel" } else { "singleLevel" };
            xml.empty("w:multiLevelType", &[(MAIN, several)]);
            for (depth, level) in pattern.levels.iter().enumerate() {
                write_level(xml, depth, level, ids);
            }
            xml.close("w:abstractNum");
        }
    }

    /// The numberings.
    pub(super) fn write_numberings(&self, xml: &mut Xml) {
        for (at, (pattern, start)) in (self.base.1 + 1..).zip(&self.made) {
            xml.open("w:num", &[("w:numId", &at.to_string())]);
            let pattern = self.base.0 as usize + pattern + 1;
            xml.empty("w:abstractNumId", &[(MAIN, &pattern.to_string())]);
            if let Some(start) = start {
                xml.open("w:lvlOverride", &[("w:ilvl", "0")]);
                xml.empty("w:startOverride", &[(MAIN, &start.to_string())]);
                xml.close("w:lvlOverride");
            }
            xml.close("w:num");
        }
    }
}

/// Headings of clauses, or of an annex: its letter stands before what is counted.
fn headings(letter: &str) -> Pattern {
    let levels = (1..=6).map(|depth: usize| {
        let counted = (1..=depth).map(|level| format!("%{level}")).collect::<Vec<_>>().join(".");
        let text = if letter.is_empty() { counted } else { counted.replacen("%1", letter, 1) };
        Level { counts: "decimal".to_owned(), text, style: None, indent: Style::default() }
    });
    Pattern { levels: levels.collect() }
}

fn write_level(xml: &mut Xml, depth: usize, level: &Level, ids: &StyleIds<'_>) {
    xml.open("w:lvl", &[("w:ilvl", &depth.to_string())]);
    xml.empty("w:start", &[(MAIN, "1")]);
    xml.empty("w:numFmt", &[(MAIN, &level.counts)]);
    if let Some(style) = level.style.as_ref().and_then(|name| ids(name)) {
        xml.empty("w:pStyle", &[(MAIN, &style)]);
    }
    xml.empty("w:suff", &[(MAIN, "tab")]);
    xml.empty("w:lvlText", &[(MAIN, &level.text)]);
    xml.empty("w:lvlJc", &[(MAIN, "left")]);
    if level.style.is_some() {
        xml.open("w:pPr", &[]);
        indent(xml, &level.indent);
        xml.close("w:pPr");
    }
    xml.close("w:lvl");
}
