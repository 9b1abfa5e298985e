//! Comments as they are listed: for a terminal, or for programs.

use std::fmt::Write;

use clap::ValueEnum;

use crate::comments::{Comment, Places, Round, Tie};
use crate::diagnostic::printable;

/// How comments are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Form {
    /// For a terminal.
    Table,
    /// For programs.
    Json,
}

/// A round with those of its comments that are shown, and the places of the draft as it stands.
pub(super) struct Listed<'r> {
    pub(super) round: &'r Round,
    pub(super) shown: Vec<&'r Comment>,
    pub(super) places: Places,
}

/// How much of a comment a line shows, in characters.
const SHOWN: usize = 60;

/// The comments of rounds.
pub(super) fn list(lists: &[Listed<'_>], form: Form) -> String {
    match form {
        Form::Json => json(lists),
        Form::Table => lists.iter().map(table).collect::<Vec<_>>().join("\n"),
    }
}

fn table(list: &Listed<'_>) -> String {
    let Listed { round, shown, places } = list;
    let open = shown.iter().filter(|comment| comment.is_open()).count();
    let mut out = format!("{}/{}: {} shown, {open} open\n", round.package, round.round, shown.len());
    let widest =
        |of: &dyn Fn(&Comment) -> String| shown.iter().map(|comment| of(comment).chars().count()).max().unwrap_or(0);
    let (id, place) = (|comment: &Comment| comment.id.clone(), |comment: &Comment| on(places, comment));
    let (ids, ons) = (widest(&id), widest(&place).min(40));
    for comment in shown {
        let state = comment.resolution.as_ref().map_or("open", |resolution| resolution.outcome.word());
        let line = format!(
            "  {:ids$}  {state:15}  {:ons$}  {:2}  {}",
            comment.id,
            on(places, comment),
            comment.kind,
            beginning(comment)
        );
        let _ = writeln!(out, "{}", printable(line.trim_end()));
    }
    out
}

/// What a comment is on, in the words of the draft as it stands.
fn on(places: &Places, comment: &Comment) -> String {
    let place = match (&comment.on, &comment.at) {
        (Some(name), _) => places.named(name),
        (None, Some(anchor)) => places.anchor(anchor),
        (None, None) => None,
    };
    match (place, places.tie(comment)) {
        (Some(place), _) => match &place.name {
            Some(name) if *name != place.label => format!("{} ({name})", place.label),
            _ => place.label.clone(),
        },
        (None, _) if comment.on.is_some() || comment.at.is_some() => {
            format!("{}, which is gone", comment.on.as_ref().or(comment.at.as_ref()).map_or("", String::as_str))
        }
        (None, Tie::General) => "the whole draft".to_owned(),
        (None, Tie::To(_) | Tie::Nothing) => format!("nothing ({})", written(comment)),
    }
}

/// The place as the commenter wrote it.
fn written(comment: &Comment) -> String {
    let line = if comment.line.is_empty() { String::new() } else { format!("line {}", comment.line) };
    let parts = [comment.clause.as_str(), comment.element.as_str(), line.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| part.replace('\n', " ")).collect::<Vec<_>>().join(", ")
}

fn beginning(comment: &Comment) -> String {
    let text = if comment.comment.is_empty() { &comment.proposed } else { &comment.comment };
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = words.chars().take(SHOWN).collect();
    if shown.len() < words.len() {
        shown.push('\u{2026}');
    }
    shown
}

/// The comments of a round that are on nothing that the draft has, as the person who brought them in is to see them.
pub(super) fn untied(round: &Round, places: &Places) -> String {
    let lost = |comment: &&Comment| {
        comment.on.is_none() && comment.at.is_none() && !matches!(places.tie(comment), Tie::General)
    };
    let lost: Vec<_> = round.comments.iter().filter(lost).collect();
    if lost.is_empty() {
        return String::new();
    }
    let mut out = "on nothing that the draft has; write behind `on:` what they are on:\n".to_owned();
    for comment in lost {
        let line = format!("  {}  {}: {}", comment.id, written(comment), beginning(comment));
        let _ = writeln!(out, "{}", printable(&line));
    }
    out
}

fn json(lists: &[Listed<'_>]) -> String {
    let record = |list: &Listed<'_>, comment: &Comment| {
        let mut value = serde_json::to_value(comment).unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("package".to_owned(), list.round.package.clone().into());
            fields.insert("round".to_owned(), list.round.round.clone().into());
            fields.insert("place".to_owned(), on(&list.places, comment).into());
        }
        value
    };
    let all: Vec<_> =
        lists.iter().flat_map(|list| list.shown.iter().map(move |comment| record(list, comment))).collect();
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
