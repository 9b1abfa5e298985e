//! A comparison for people at a terminal: the old beside the new, word by word.

use std::collections::BTreeMap;

use crate::diagnostic::printable;
use crate::redline::{Piece, Stroke};

use super::change::{Change, Diff, Number, Property, What};
use super::strictness::Strictness;

/// Columns of a line of text.
const WIDTH: usize = 96;

/// The comparison as text. With `colour`, what is deleted is red and struck through, what is inserted green and underlined; without, the one
/// stands in `[-…-]` and the other in `{+…+}`.
pub fn table(diff: &Diff, colour: bool) -> String {
    let mut out = format!("from {} to {}\n", printable(&diff.old.name), printable(&diff.new.name));
    for changes in diff.changes.chunk_by(|one, other| one.of.package == other.of.package) {
        out += &format!("\n{}\n", printable(&changes[0].of.package));
        let (only_numbers, others): (Vec<_>, Vec<_>) =
            changes.iter().partition(|it| it.what.len() == 1 && it.what.contains(&What::Renumbered));
        others.iter().for_each(|change| out += &shown(change, colour));
        only_numbers.iter().for_each(|change| out += &heading(change));
    }
    for numbers in diff.numbers.chunk_by(|one, other| one.package == other.package) {
        out += &format!("\nnumbers in the draft of {}\n", printable(&numbers[0].package));
        numbers.iter().for_each(|it| out += &number(it));
    }
    out + "\n" + &summary(diff)
}

/// How many changes of each sort there are, in a line.
fn summary(diff: &Diff) -> String {
    let mut counts: BTreeMap<What, usize> = BTreeMap::new();
    diff.changes.iter().flat_map(|change| &change.what).for_each(|what| *counts.entry(*what).or_default() += 1);
    let mut strict: BTreeMap<Strictness, usize> = BTreeMap::new();
    let judged = diff.changes.iter().filter_map(|change| change.strictness.as_ref());
    judged.for_each(|it| *strict.entry(it.strictness).or_default() += 1);
    if counts.is_empty() && diff.numbers.is_empty() {
        return "nothing changed\n".to_owned();
    }
    let counts: Vec<_> = counts.iter().map(|(what, count)| format!("{count} {}", what.word())).collect();
    let strict: Vec<_> = strict.iter().map(|(what, count)| format!("{count} {}", what.word())).collect();
    let requirements =
        if strict.is_empty() { String::new() } else { format!("; of the requirements, {}", strict.join(", ")) };
    format!("{}{requirements}\n", counts.join(", "))
}

fn heading(change: &Change) -> String {
    let of = &change.of;
    let name = if of.name.is_empty() { String::new() } else { format!(" {}", of.name) };
    let title = match (of.name.is_empty(), of.title.is_empty()) {
        (_, false) => format!(" “{}”", of.title),
        (true, true) => format!(" in {}:{}", of.file, of.line),
        (false, true) => String::new(),
    };
    let number = match (&change.renumbered_from, &change.number) {
        (Some(was), Some(now)) => format!(", number {was} -> {now}"),
        (None, Some(number)) => format!(", {number}"),
        _ => String::new(),
    };
    let strictness = change.strictness.as_ref().map_or_else(String::new, |it| format!(", {}", it.strictness.word()));
    printable(&format!("  {}: {}{name}{title}{number}{strictness}", change.in_words(), of.kind)) + "\n"
}

fn shown(change: &Change, colour: bool) -> String {
    let mut out = heading(change);
    let mut line = |text: &str| out += &format!("    {}\n", printable(text));
    if let Some(was) = &change.renamed_from {
        line(&format!("name: {was} -> {}", change.of.name));
    }
    change.moves.iter().for_each(|it| line(&format!("{}: {} -> {}", it.of, it.was, it.now)));
    for reason in change.strictness.iter().flat_map(|it| &it.reasons) {
        line(&format!("{} ({}): {}", reason.effect.word(), reason.of, reason.because));
    }
    if !change.what.contains(&What::Removed) && !change.what.contains(&What::Added) {
        change.properties.iter().for_each(|it| out += &property(it, colour));
    }
    out
}

fn property(property: &Property, colour: bool) -> String {
    let text: String = property.pieces.iter().map(|piece| stroke(piece, colour)).collect();
    let mut out = format!("    {}\n", printable(&property.name));
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        out += &wrapped(line);
    }
    out
}

fn stroke(piece: &Piece, colour: bool) -> String {
    let text: String = piece.text.split('\n').map(printable).collect::<Vec<_>>().join("\n");
    match (piece.stroke, colour) {
        (Stroke::Kept, _) => text,
        (Stroke::Deleted, true) => format!("\u{1b}[31;9m{text}\u{1b}[0m"),
        (Stroke::Inserted, true) => format!("\u{1b}[32;4m{text}\u{1b}[0m"),
        (Stroke::Deleted, false) => format!("[-{text}-]"),
        (Stroke::Inserted, false) => format!("{{+{text}+}}"),
    }
}

/// A line of text in lines of bounded width.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let width = word.chars().count();
        if column == 0 || column + 1 + width > WIDTH {
            out += if column == 0 { "      " } else { "\n      " };
            column = 6;
        } else {
            out.push(' ');
            column += 1;
        }
        out += word;
        column += width;
    }
    out + "\n"
}

fn number(number: &Number) -> String {
    let Number { what, title, was, now, .. } = number;
    let was = if was.is_empty() { "none" } else { was };
    printable(&format!("  {what} {was} -> {now}{}{title}", if title.is_empty() { "" } else { "  " })) + "\n"
}
