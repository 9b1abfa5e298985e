//! The elements of an outline: whether each is whole, and none is there twice; then what the directives ask for.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::yaml::{Node, Step};

use super::{Element, Headed, Outline, Part, Sort, demands};

/// The words that the cover has to have something for.
const TYPES: &[&str] = &["en", "ts", "tr"];
const STAGES: &[&str] = &["draft", "enquiry", "vote", "published"];

/// Finds what is wrong with the elements of an outline that `node` is the tree of.
pub(super) fn check(outline: &Outline, node: &Node, found: &mut Vec<Diagnostic>) {
    let mut checker = Checker { node, found, anchors: Vec::new(), slots: BTreeMap::new() };
    checker.cover(outline);
    let slots = outline.page_two.iter().enumerate();
    for (at, slot) in slots.filter_map(|(at, block)| Some((at, block.slot.as_deref()?))) {
        checker.slot(slot, &[key("page-two"), Step::Item(at), key("slot")]);
    }
    if node.get("elements").is_some() {
        checker.elements(&outline.elements, &[key("elements")]);
        demands::check(outline, node, checker.found);
    }
}

fn key(word: &str) -> Step {
    Step::Key(word.to_owned())
}

struct Checker<'c> {
    node: &'c Node,
    found: &'c mut Vec<Diagnostic>,
    /// The anchors so far, with the sorts of deliverables that have them and where they stand.
    anchors: Vec<(String, Vec<Sort>, Span)>,
    /// The slots so far, and where they stand.
    slots: BTreeMap<String, Span>,
}

impl Checker<'_> {
    fn report(&mut self, rule: &'static str, path: &[Step], message: String, help: &str) {
        self.found.push(Diagnostic::error(rule, self.node.place(path), message).help(help));
    }

    fn cover(&mut self, outline: &Outline) {
        let words = [("types", TYPES, &outline.cover.types), ("stages", STAGES, &outline.cover.stages)];
        for (setting, words, there) in words {
            for word in words.iter().filter(|word| !there.contains_key(**word)) {
                let message = format!("`cover.{setting}` has nothing for `{word}`");
                let help = "say what the cover prints there; `\"\"` prints nothing";
                self.report("outline-gap", &[key("cover"), key(setting)], message, help);
            }
        }
    }

    fn slot(&mut self, slot: &str, path: &[Step]) {
        let span = self.node.place(path);
        if let Some(first) = self.slots.insert(slot.to_owned(), span) {
            let message = format!("the slot `{slot}` is there twice, so both would get the same text");
            let found = Diagnostic::error("outline-repetition", span, message).label(first, "first here");
            self.found.push(found.help("give one of the two another name"));
        }
    }

    fn elements(&mut self, elements: &[Element], path: &[Step]) {
        let mut headings: Vec<(&Element, Span)> = Vec::new();
        for (at, element) in elements.iter().enumerate() {
            let path = [path, &[Step::Item(at)]].concat();
            self.element(element, &path);
            self.heading(element, &path, &headings);
            headings.push((element, self.node.place(&[&path[..], &[key("heading")]].concat())));
            self.elements(&element.elements, &[&path[..], &[key("elements")]].concat());
        }
    }

    fn element(&mut self, element: &Element, path: &[Step]) {
        let inner = |word: &str| [path, &[key(word)]].concat();
        let own_headings = matches!(element.part, Part::FreeClauses | Part::FreeAnnexes);
        if own_headings != element.heading.is_empty() {
            let (message, help) = if own_headings {
                ("free clauses and annexes have the headings that their authors give them", "remove `heading`")
            } else {
                ("the element has no heading", "write `heading` and what stands over the clause")
            };
            self.report("outline-setting", &inner("heading"), message.to_owned(), help);
        }
        if (element.part == Part::FreeClauses) != element.after.is_some() {
            let help =
                "`part: free-clauses` says with `after` behind which part its clauses stand; no other part has it";
            self.report(
                "outline-setting",
                &inner("after"),
                "`after` and `free-clauses` belong together".to_owned(),
                help,
            );
        }
        if element.placeholder && (element.slot.is_none() || element.text.is_empty()) {
            let message =
                "a placeholder needs a `slot`, by which the official text is given, and a `text` until then".to_owned();
            self.report("outline-setting", &inner("placeholder"), message, "name a slot, or remove `placeholder`");
        }
        let is_annex = matches!(element.kind, Headed::InformativeAnnex | Headed::NormativeAnnex);
        if is_annex && path.len() > 2 {
            let message = "an annex stands inside another element".to_owned();
            self.report("outline-setting", &inner("kind"), message, "move it to the first level of `elements`");
        }
        if let Some(slot) = &element.slot {
            self.slot(slot, &inner("slot"));
        }
        if !own_headings {
            self.anchor(element, path);
        }
    }

    fn anchor(&mut self, element: &Element, path: &[Step]) {
        let sorts: Vec<_> = Sort::ALL.into_iter().filter(|sort| element.is_for(*sort)).collect();
        let anchor = element.anchor();
        let word = if element.id.is_some() { "id" } else { "part" };
        let span = self.node.place(&[path, &[key(word)]].concat());
        let same =
            self.anchors.iter().find(|(it, others, _)| *it == anchor && others.iter().any(|it| sorts.contains(it)));
        if let Some((_, _, first)) = same {
            let message = format!(
                "two elements of one draft are called `{}`, and a reference would lead to the first",
                &anchor[3..]
            );
            let found = Diagnostic::error("outline-repetition", span, message).label(*first, "first here");
            self.found.push(found.help("give one an `id` of its own, or say with `for` which deliverables have which"));
        }
        self.anchors.push((anchor, sorts, span));
    }

    fn heading(&mut self, element: &Element, path: &[Step], before: &[(&Element, Span)]) {
        let both = |other: &Element| Sort::ALL.iter().any(|sort| element.is_for(*sort) && other.is_for(*sort));
        let same = before.iter().find(|(other, _)| {
            !element.heading.is_empty() && other.heading.to_lowercase() == element.heading.to_lowercase() && both(other)
        });
        if let Some((_, first)) = same {
            let message = format!("the heading `{}` stands twice beside each other", element.heading);
            let span = self.node.place(&[path, &[key("heading")]].concat());
            let found = Diagnostic::error("outline-repetition", span, message).label(*first, "first here");
            self.found.push(found.help("give one another heading, or say with `for` which deliverables have which"));
        }
    }
}
