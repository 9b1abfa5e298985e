//! `language/`: the reference of Norm, from the table of keywords and the table of units.

use std::fmt::Write;

use normc::language::{Argument, COMMON, Children, GROUPS, Group, Header, Keyword, Occurs, Scope, Slot, UNITS};

/// The pages.
pub(crate) fn pages() -> Vec<(String, String)> {
    let mut pages = vec![("language/index.md".to_owned(), index()), ("language/units.md".to_owned(), units())];
    pages.extend(GROUPS.iter().map(|group| (format!("language/{}.md", group.name), page(group))));
    pages
}

fn index() -> String {
    let mut text = String::from(
        "# The language\n\n\
         Which keywords are there, and where may each stand? A file of Norm is a list of *items*. An item is a keyword, its arguments, and for\n\
         many keywords a block in braces with further items: its *properties*. [Files, words and values](words.md) says how arguments are\n\
         written.\n\n\
         ## Keywords at the top of a file\n\n\
         A package has exactly one header; the header decides which other items its files may hold.\n\n\
         | keyword | in packages with the header | what it is |\n| --- | --- | --- |\n",
    );
    for group in GROUPS {
        for keyword in group.keywords {
            let _ = writeln!(
                text,
                "| [`{0}`]({1}.md#{0}) | {2} | {3} |",
                keyword.word,
                group.name,
                headers(keyword),
                keyword.help
            );
        }
    }
    text += "\n## Properties that every item may have\n\n\
             These may stand in the block of every header and of every item in the table above, and of every item inside those that\n\
             declares a name.\n\n";
    table(COMMON, "", &mut text);
    text
}

fn units() -> String {
    let mut text = String::from(
        "# Units\n\n\
         Which units may a quantity have? These and no others. A unit follows its number with or without a blank: `64 MiB`, `64MiB`. Quantities\n\
         of one kind are compared whatever their units: `2 min` is more than `90 s`.\n",
    );
    for (measures, base) in [("size", "bytes"), ("bits", "bits"), ("duration", "milliseconds"), ("percent", "percent")]
    {
        let _ = write!(text, "\n## {measures}\n\n| unit | in {base} |\n| --- | ---: |\n");
        for unit in UNITS.iter().filter(|unit| unit.measures == measures) {
            let _ = writeln!(text, "| `{}` | {} |", unit.word, unit.factor);
        }
    }
    text += "\nA month counts as 30 days and a year as 365. A quantity without a unit is a `count`.\n";
    text
}

fn page(group: &Group) -> String {
    let mut text = format!("# {}\n\n{}\n", group.title, group.help);
    let mut written = Vec::new();
    for keyword in group.keywords {
        section(keyword, keyword.word.to_owned(), 2, &mut written, &mut text);
    }
    text
}

/// A keyword with its form and its properties; then each property that has a block of its own.
fn section(keyword: &'static Keyword, heading: String, depth: usize, written: &mut Vec<String>, out: &mut String) {
    if written.contains(&heading) {
        return;
    }
    let _ = write!(out, "\n{} {heading}\n\n{}\n\n", "#".repeat(depth), keyword.help);
    let _ = write!(out, "```text\n{}\n```\n\n", form(keyword));
    written.push(heading);
    let (place, children) = (place(keyword), keyword.own_children());
    if !place.is_empty() {
        let _ = writeln!(out, "{place}{}", if children.is_empty() { "" } else { "\n" });
    }
    if !children.is_empty() {
        table(children, keyword.word, out);
    }
    for child in children.iter().filter(|child| !child.own_children().is_empty()) {
        if !is_top_level(child) {
            section(child, format!("{} in {}", child.word, keyword.word), depth + 1, written, out);
        }
    }
}

/// Whether a property has the same block as the top-level keyword of its name, which is explained there.
fn is_top_level(child: &Keyword) -> bool {
    let words = |keyword: &Keyword| keyword.own_children().iter().map(|child| child.word).collect::<Vec<_>>();
    normc::language::keyword(child.word).is_some_and(|top| words(top) == words(child))
}

/// Where it stands, and how its name is used.
fn place(keyword: &Keyword) -> String {
    let mut text = String::new();
    if !keyword.headers.is_empty() {
        text = format!("Stands in packages with the header {}. ", headers(keyword));
    }
    text += match keyword.scope {
        Scope::Unnamed if keyword.headers.is_empty() => "",
        Scope::Unnamed => "Declares no name.",
        Scope::Package => "Its name is unique in the package.",
        Scope::Parent => {
            "Its name is unique in the item around it; others write that item's name, a full stop and its name."
        }
        Scope::Local => "Its name is unique in the item around it and is not seen outside.",
    };
    if matches!(keyword.children, Children::Constraints) {
        text +=
            " Its block holds parameters of the requirement, each with [what it may be](words.md#constraints) here.";
    }
    text.trim().to_owned()
}

fn headers(keyword: &Keyword) -> String {
    if keyword.headers.len() == Header::ALL.len() {
        return "any".to_owned();
    }
    listed(keyword.headers.iter().map(|header| header.word()), "or")
}

fn table(keywords: &[Keyword], parent: &str, out: &mut String) {
    *out += "| property | what follows it | how often | what it says |\n| --- | --- | --- | --- |\n";
    for keyword in keywords {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} |",
            named(keyword, parent),
            arguments(keyword),
            occurs(keyword.occurs),
            keyword.help
        );
    }
}

/// The keyword, with a link to where its block is explained.
fn named(keyword: &Keyword, parent: &str) -> String {
    if keyword.own_children().is_empty() {
        return format!("`{}`", keyword.word);
    }
    let anchor = if is_top_level(keyword) { keyword.word.to_owned() } else { format!("{}-in-{parent}", keyword.word) };
    format!("[`{}`](#{anchor})", keyword.word)
}

fn occurs(occurs: Occurs) -> &'static str {
    match occurs {
        Occurs::Once => "at most once",
        Occurs::Required => "exactly once",
        Occurs::Repeated => "any number of times",
        Occurs::RequiredRepeated => "once or more",
    }
}

fn arguments(keyword: &Keyword) -> String {
    let slot = |slot: &Slot| {
        let words = words(slot.argument);
        if slot.optional { format!("{words} (may be missing)") } else { words }
    };
    let mut parts: Vec<_> = keyword.slots.iter().map(slot).collect();
    match keyword.children {
        Children::Constraints => {
            parts.push("a block of parameters with [what they may be](words.md#constraints)".to_owned());
        }
        Children::Keywords(children) if !children.is_empty() => parts.push("a block".to_owned()),
        _ => {}
    }
    parts.join(", then ")
}

/// An argument, in words.
fn words(argument: Argument) -> String {
    match argument {
        Argument::Declares => "its name".to_owned(),
        Argument::Title => "a string".to_owned(),
        Argument::Text => "a string or a text".to_owned(),
        Argument::Texts => "one or more strings or texts".to_owned(),
        Argument::Word(words) => listed(words.iter().copied(), "or"),
        Argument::Words(words) => format!("one or more of {}", listed(words.iter().copied(), "and")),
        Argument::Value => "a value".to_owned(),
        Argument::Values => "one or more values".to_owned(),
        Argument::Scale => "values in rising order, such as `low < high`".to_owned(),
        Argument::Refer(kinds) => format!("the name of {}", kinds_listed(kinds, true)),
        Argument::Refers(kinds) => format!("one or more names of {}", kinds_listed(kinds, false)),
        Argument::Package => "the name of a package".to_owned(),
        Argument::Packages => "one or more names of packages".to_owned(),
        Argument::Rule => "the name of a [rule](../rules/index.md)".to_owned(),
        Argument::Rules => "one or more names of [rules](../rules/index.md)".to_owned(),
        Argument::Date => "a date".to_owned(),
        Argument::Count => "a whole number or a range of two".to_owned(),
        Argument::Whole => "a whole number".to_owned(),
        Argument::Quantity => "a number with its unit where it has one, or a word".to_owned(),
        Argument::Condition => "a [condition](words.md#conditions)".to_owned(),
        Argument::Constraint => "[what it may be](words.md#constraints)".to_owned(),
        Argument::Clause(word, argument) => format!("`{word}` and {}", words(*argument)),
    }
}

fn kinds_listed(kinds: &[&str], one: bool) -> String {
    let link = |kind: &&str| {
        let article = match kind.starts_with(['a', 'e', 'i', 'o']) {
            _ if !one => "",
            true => "an ",
            false => "a ",
        };
        let (page, anchor) = whereabouts(kind);
        format!("{article}[`{kind}`]({page}.md#{anchor})")
    };
    kinds.iter().map(link).collect::<Vec<_>>().join(" or ")
}

/// The page and the heading of a kind: its own, or that of the item it stands in.
fn whereabouts(kind: &str) -> (&'static str, String) {
    let all = || GROUPS.iter().flat_map(|group| group.keywords.iter().map(|top| (group.name, top)));
    if let Some((page, _)) = all().find(|(_, top)| top.word == kind) {
        return (page, kind.to_owned());
    }
    for (page, top) in all() {
        if let Some(child) = top.own_children().iter().find(|child| child.word == kind) {
            let explained = if child.own_children().is_empty() { String::new() } else { format!("{kind}-in-") };
            return (page, explained + top.word);
        }
    }
    panic!("no kind is called {kind}")
}

fn listed<'w>(words: impl Iterator<Item = &'w str>, last: &str) -> String {
    let mut words: Vec<_> = words.map(|word| format!("`{word}`")).collect();
    match words.pop() {
        None => String::new(),
        Some(one) if words.is_empty() => one,
        Some(end) => format!("{} {last} {end}", words.join(", ")),
    }
}

/// How an item of the keyword is written: names in capitals stand for what the author puts there.
fn form(keyword: &Keyword) -> String {
    let mut parts = vec![keyword.word.to_owned()];
    for slot in keyword.slots {
        let sign = sign(slot.argument);
        parts.push(if slot.optional { format!("[{sign}]") } else { sign });
    }
    match keyword.children {
        Children::Constraints => parts.push("{ PARAMETER CONSTRAINT … }".to_owned()),
        Children::Keywords(_) if !keyword.own_children().is_empty() => parts.push("{ … }".to_owned()),
        Children::Keywords(_) if keyword.is_kind() && keyword.scope != Scope::Unnamed => {
            parts.push("{ … }".to_owned());
        }
        _ => {}
    }
    parts.join(" ")
}

fn sign(argument: Argument) -> String {
    match argument {
        Argument::Declares => "NAME".to_owned(),
        Argument::Title => "\"…\"".to_owned(),
        Argument::Text => "\"…\"".to_owned(),
        Argument::Texts => "\"…\", …".to_owned(),
        Argument::Word(words) => words.join("|"),
        Argument::Words(words) => format!("{}, …", words.join("|")),
        Argument::Value => "VALUE".to_owned(),
        Argument::Values => "VALUE, …".to_owned(),
        Argument::Scale => "VALUE < VALUE < …".to_owned(),
        Argument::Refer(kinds) => kinds.join("|").to_uppercase(),
        Argument::Refers(kinds) => format!("{}, …", kinds.join("|").to_uppercase()),
        Argument::Package => "PACKAGE".to_owned(),
        Argument::Packages => "PACKAGE, …".to_owned(),
        Argument::Rule => "RULE".to_owned(),
        Argument::Rules => "RULE, …".to_owned(),
        Argument::Date => "DATE".to_owned(),
        Argument::Count => "COUNT".to_owned(),
        Argument::Whole => "NUMBER".to_owned(),
        Argument::Quantity => "QUANTITY".to_owned(),
        Argument::Condition => "CONDITION".to_owned(),
        Argument::Constraint => "CONSTRAINT".to_owned(),
        Argument::Clause(word, argument) => format!("{word} {}", sign(*argument)),
    }
}
