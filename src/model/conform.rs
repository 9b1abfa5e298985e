//! Holds items against the table of kinds: unknown and misplaced keywords, missing and repeated properties, wrong arguments.

use crate::diagnostic::{Diagnostic, Fix};
use crate::edit;
use crate::language::{self, Argument as Slotted, Children, Header, Keyword, Occurs, Slot};
use crate::nearest::{Near, near, nearest};
use crate::source::Sources;
use crate::syntax::{self, Block, Item, Value};

use super::arguments::Matcher;
use super::entry::{Entry, Narrowing, Word};

/// Reads items against the table, collecting what is wrong with them.
pub(super) struct Conformer<'s> {
    pub(super) sources: &'s Sources,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'s> Conformer<'s> {
    /// A top-level item of a package with this header; `None` while the package's header is unknown.
    pub(super) fn top(&mut self, item: &Item, header: Option<Header>) -> Option<Entry<'s>> {
        let word = self.sources.slice(item.keyword);
        let Some(keyword) = language::keyword(word) else {
            self.not_at_top(item, word, header);
            return None;
        };
        if let Some(header) = header.filter(|header| !keyword.headers.contains(header)) {
            // A second header was reported as such.
            if Header::of(word).is_some() {
                return None;
            }
            let wants =
                keyword.headers.iter().map(|header| format!("`{}`", header.word())).collect::<Vec<_>>().join(" or ");
            self.diagnostics.push(
                Diagnostic::error(
                    "misplaced-keyword",
                    item.keyword,
                    format!("`{word}` does not belong in a package of kind `{}`", header.word()),
                )
                .help(format!("move it to a package of kind {wants}")),
            );
            return None;
        }
        Some(self.entry(item, keyword))
    }

    fn entry(&mut self, item: &Item, keyword: &'static Keyword) -> Entry<'s> {
        let mut matcher = Matcher::new(self.sources, &item.arguments);
        let matched = keyword.slots.iter().map(|slot| matcher.slot(slot)).collect();
        let leftover = matcher.leftover();
        let reported = self.diagnostics.len();
        if let Some(problem) = matcher.problem.take().or(leftover).filter(|_| !item.broken) {
            let at = problem.span.unwrap_or(item.keyword);
            self.diagnostics.push(
                Diagnostic::error("wrong-argument", at, format!("`{}` {}", keyword.word, problem.message))
                    .here(problem.here)
                    .help(problem.help.unwrap_or_else(|| format!("write `{}`", signature(keyword))))
                    .fixed(problem.fix),
            );
        }
        let wrong = self.diagnostics.len() > reported;
        let mut entry = Entry {
            keyword,
            span: item.span,
            word: item.keyword,
            matched,
            children: Vec::new(),
            narrowings: Vec::new(),
            loose: item.broken || wrong || item.block.as_ref().is_some_and(|block| block.broken),
        };
        let items = item.block.as_ref().map_or(&[][..], |block| &block.items);
        match keyword.children {
            Children::Constraints => {
                entry.narrowings = self.narrowings(items);
                entry.loose |= entry.narrowings.len() < items.len();
            }
            Children::None => self.no_block(item, keyword),
            Children::Keywords(_) => {
                entry.children.reserve_exact(items.len());
                entry.children.extend(items.iter().filter_map(|child| self.child(child, keyword)));
                let blurs = |child: &Entry<'s>| child.loose && !super::is_declared(child.keyword);
                entry.loose |= entry.children.len() < items.len() || entry.children.iter().any(blurs);
            }
        }
        self.occurrences(&entry, item);
        entry
    }

    fn child(&mut self, item: &Item, parent: &'static Keyword) -> Option<Entry<'s>> {
        let word = self.sources.slice(item.keyword);
        if let Some(keyword) = parent.child(word) {
            return Some(self.entry(item, keyword));
        }
        let homes = homes(word);
        let top = language::keyword(word);
        if homes.is_empty() && top.is_none() {
            let known: Vec<_> = parent.all_children().map(|keyword| keyword.word).collect();
            let near = near(word, known.iter().copied());
            self.unknown(item, word, &format!("in `{}`", parent.word), near, &known);
            return None;
        }
        let help = match (top, homes.is_empty()) {
            (Some(_), true) => {
                format!("`{word}` stands at the top level of a file: check that the braces before it are closed")
            }
            (Some(_), false) => format!("`{word}` stands at the top level of a file, or in {}", homes.join(", ")),
            (None, _) => format!("`{word}` belongs in {}", homes.join(", ")),
        };
        self.diagnostics.push(
            Diagnostic::error(
                "misplaced-keyword",
                item.keyword,
                format!("`{word}` may not stand in `{}`", parent.word),
            )
            .help(help),
        );
        None
    }

    fn not_at_top(&mut self, item: &Item, word: &str, header: Option<Header>) {
        let homes = homes(word);
        if homes.is_empty() {
            let fits = |keyword: &&Keyword| {
                header.is_none_or(|header| keyword.headers.contains(&header) && Header::of(keyword.word).is_none())
            };
            let known = language::top_level().filter(fits).map(|keyword| keyword.word).collect::<Vec<_>>();
            // What belongs in another package is still what was meant.
            let near = near(word, language::top_level().map(|keyword| keyword.word));
            self.unknown(item, word, "at the top level of a file", near, &known);
            return;
        }
        self.diagnostics.push(
            Diagnostic::error(
                "misplaced-keyword",
                item.keyword,
                format!("`{word}` may not stand at the top level of a file"),
            )
            .help(format!("`{word}` belongs in {}: check where the block before it is closed", homes.join(", "))),
        );
    }

    fn unknown(&mut self, item: &Item, word: &str, place: &str, near: Option<Near<'_>>, known: &[&str]) {
        // What cannot be read was reported; its first word may be no keyword at all.
        if item.broken {
            return;
        }
        let mut diagnostic =
            Diagnostic::error("unknown-keyword", item.keyword, format!("unknown keyword `{word}` {place}"));
        diagnostic = match near {
            Some(near) => diagnostic.did_you_mean(item.keyword, near.name, near.certain),
            None if matches!(word, "and" | "or" | "not") => {
                diagnostic.help("a line break ends an item: put a condition over several lines between round brackets")
            }
            None if known.is_empty() => diagnostic.help("nothing may stand here"),
            None => diagnostic.help(format!("these may stand here: {}", known.join(", "))),
        };
        self.diagnostics.push(diagnostic);
    }

    fn no_block(&mut self, item: &Item, keyword: &Keyword) {
        if let Some(block) = item.block.as_ref().filter(|block| !block.items.is_empty()) {
            self.diagnostics.push(
                Diagnostic::error("wrong-argument", block.span, format!("`{}` takes no block", keyword.word))
                    .help("take the braces away, or move what they hold to the item around"),
            );
        }
    }

    fn narrowings(&mut self, items: &[Item]) -> Vec<Narrowing<'s>> {
        let mut narrowings = Vec::new();
        for item in items {
            let mut matcher = Matcher::new(self.sources, &item.arguments);
            let constraint = matcher.constraint();
            match (constraint, matcher.leftover()) {
                _ if item.broken => {}
                (Some(constraint), None) => {
                    let parameter = Word { text: self.sources.slice(item.keyword), span: item.keyword };
                    narrowings.push(Narrowing { parameter, constraint });
                }
                (_, leftover) => {
                    let problem = matcher.problem.take().or(leftover);
                    let at = problem.and_then(|problem| problem.span).unwrap_or(item.keyword);
                    self.diagnostics.push(
                        Diagnostic::error(
                            "wrong-argument",
                            at,
                            "a line of `refines` names a parameter and what it may be",
                        )
                        .help("write for instance `memory >= 64 MiB`, `attempts in 3..10` or `cipher in (gcm, ccm)`"),
                    );
                }
            }
        }
        narrowings
    }

    /// Writes a missing property with empty texts to fill in, where it takes nothing but texts.
    fn text_stub(&self, item: &Item, child: &Keyword) -> Option<Fix> {
        let is_text = |slot: &&Slot| matches!(slot.argument, Slotted::Text | Slotted::Texts | Slotted::Title);
        let slots: Vec<_> = child.slots.iter().filter(|slot| !slot.optional).collect();
        let fits = !slots.is_empty() && slots.iter().all(is_text) && !matches!(child.children, Children::Constraints);
        let line = format!("{} {}", child.word, vec!["\"\""; slots.len()].join(" "));
        let edit = || edit::into_block(self.sources, item.span, &line);
        fits.then(|| Fix::proposed(format!("write its `{}`", child.word)).edit(edit()))
    }

    /// Takes a second line away; safe where it says the same as the first.
    fn without_second(&self, first: &Entry<'_>, second: &Entry<'_>) -> Fix {
        let same = self.sources.slice(first.span) == self.sources.slice(second.span);
        let fix = if same { Fix::safe("take the second away") } else { Fix::proposed("keep the first") };
        fix.edit(edit::without(self.sources, second.span))
    }

    fn occurrences(&mut self, entry: &Entry<'s>, item: &Item) {
        // What cannot be read may be what is missing: it is reported once it can.
        let lost = |block: &Block| {
            let on_one_line = !self.sources.slice(block.span).contains('\n');
            block.broken || on_one_line && block.items.iter().any(|item| item.broken)
        };
        let broken = item.broken || item.block.as_deref().is_some_and(lost);
        // What may stand any number of times is never missing and never too much.
        let counted = entry.keyword.all_children().filter(|child| child.occurs != Occurs::Repeated);
        for child in counted {
            let mut same = entry.children.iter().filter(|other| other.keyword.word == child.word);
            match (child.occurs, same.next(), same.next()) {
                (Occurs::Required | Occurs::RequiredRepeated, None, _) if !broken => {
                    // A property that is there but not understood was reported already.
                    let is_meant = |word: &str| {
                        word == child.word || nearest(word, [child.word]).is_some() || is_turned(word, child.word)
                    };
                    let written = item.block.iter().flat_map(|block| &block.items);
                    // A comma too many makes the next line's keyword an argument of this one.
                    let words = written.flat_map(|other| {
                        let arguments = other.arguments.windows(2).filter(|pair| pair[0].comma);
                        std::iter::once(other.keyword).chain(arguments.map(|pair| pair[1].span))
                    });
                    // So does a brace that is missing.
                    let without_brace = item.arguments.iter().map(|argument| argument.span);
                    if words.chain(without_brace).any(|word| is_meant(self.sources.slice(word))) {
                        continue;
                    }
                    let diagnostic = Diagnostic::error(
                        "missing-property",
                        item.keyword,
                        format!("`{}` needs `{}`", entry.keyword.word, child.word),
                    )
                    .here(format!("`{}` is missing in this `{}`", child.word, entry.keyword.word))
                    .help(format!("add `{}`: {}", signature(child), lower_first(child.help)));
                    let fix = self.text_stub(item, child);
                    self.diagnostics.push(diagnostic.misses(&[]).fixed(fix));
                }
                (Occurs::Once | Occurs::Required, Some(first), Some(second)) => self.diagnostics.push(
                    Diagnostic::error(
                        "repeated-property",
                        second.word,
                        format!("`{}` stands twice in this `{}`", child.word, entry.keyword.word),
                    )
                    .label(first.word, "first written here")
                    .help("keep one of the two")
                    .fix(self.without_second(first, second)),
                ),
                _ => {}
            }
        }
    }
}

/// Whether a short word is another with its two letters turned round: `no` for `on`.
fn is_turned(word: &str, other: &str) -> bool {
    word.len() == 2 && word.chars().rev().eq(other.chars())
}

/// The top-level keywords whose blocks may hold a keyword.
fn homes(word: &str) -> Vec<String> {
    language::top_level().filter(|top| top.child(word).is_some()).map(|top| format!("`{}`", top.word)).collect()
}

/// How a keyword is written, for help texts and the book: `due DATE`, `likelihood VALUE [when CONDITION]`.
pub fn signature(keyword: &Keyword) -> String {
    let mut text = keyword.word.to_owned();
    for slot in keyword.slots {
        text.push(' ');
        text.push_str(&slot_form(slot));
    }
    match keyword.children {
        Children::None => {}
        Children::Constraints => text.push_str(" { PARAMETER CONSTRAINT … }"),
        Children::Keywords([]) => {}
        Children::Keywords(_) => text.push_str(" { … }"),
    }
    text
}

fn slot_form(slot: &Slot) -> String {
    let form = argument_form(slot.argument);
    if slot.optional { format!("[{form}]") } else { form }
}

fn argument_form(argument: Slotted) -> String {
    match argument {
        Slotted::Declares => "NAME".to_owned(),
        Slotted::Title => "\"…\"".to_owned(),
        Slotted::Text => "\"…\"".to_owned(),
        Slotted::Texts => "\"…\", \"…\"".to_owned(),
        Slotted::Word(words) => words.join("|"),
        Slotted::Words(words) => format!("{}, …", words.join("|")),
        Slotted::Value => "VALUE".to_owned(),
        Slotted::Values => "VALUE, …".to_owned(),
        Slotted::Scale => "LOW < HIGH".to_owned(),
        Slotted::Refer(kinds) => kinds.join("|").to_uppercase(),
        Slotted::Refers(kinds) => format!("{}, …", kinds.join("|").to_uppercase()),
        Slotted::Package => "PACKAGE".to_owned(),
        Slotted::Packages => "PACKAGE, …".to_owned(),
        Slotted::Rule => "RULE".to_owned(),
        Slotted::Rules => "RULE, …".to_owned(),
        Slotted::Date => "YYYY-MM-DD".to_owned(),
        Slotted::Count | Slotted::Whole => "NUMBER".to_owned(),
        Slotted::Quantity => "QUANTITY".to_owned(),
        Slotted::Condition => "CONDITION".to_owned(),
        Slotted::Constraint => "CONSTRAINT".to_owned(),
        Slotted::Clause(word, then) => format!("{word} {}", argument_form(*then)),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect::<String>())
        .trim_end_matches('.')
        .to_owned()
}

/// Whether a value can be read as a name: a name without a package, or a bare whole number.
pub(super) fn bare_name(argument: &syntax::Argument) -> Option<crate::source::Span> {
    match argument.value {
        Value::Name { package: None, name } => Some(name),
        Value::Quantity { number, unit: None } => Some(number),
        _ => None,
    }
}
