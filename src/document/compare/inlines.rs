//! Running text, word by word. Looks alone are no change: the new ones are shown.

use super::super::block::Mark;
use super::super::inline::Inline;
use super::gone;
use crate::redline::{self, Stroke};

/// What surrounds a piece of text.
#[derive(Clone, PartialEq, Eq)]
enum Around {
    Emphasis,
    Strong,
    Link(String),
}

/// A word, or what cannot be parted.
struct Atom {
    /// What it is known by.
    key: String,
    inline: Inline,
    around: Vec<Around>,
}

/// Two running texts as one.
pub(super) fn compare(old: &[Inline], new: &[Inline]) -> Vec<Inline> {
    if old == new {
        return new.to_vec();
    }
    let (olds, news) = (atoms(old), atoms(new));
    let keys = |atoms: &[Atom]| atoms.iter().map(|atom| atom.key.clone()).collect::<Vec<_>>();
    let steps = redline::steps(&keys(&olds), &keys(&news));
    let steps = redline::phrases(steps, |step| olds[step.old.clone()].iter().all(|atom| atom.key.trim().is_empty()));
    let mut out = Vec::new();
    for step in steps {
        match step.stroke {
            Stroke::Kept => out.extend(joined(&news[step.new], 0)),
            Stroke::Deleted => out.extend(marked(Mark::Deleted, gone::text(joined(&olds[step.old], 0)))),
            Stroke::Inserted => out.extend(marked(Mark::Inserted, joined(&news[step.new], 0))),
        }
    }
    out
}

/// Text of one lot; nothing where it says nothing.
pub(super) fn marked(mark: Mark, content: Vec<Inline>) -> Option<Inline> {
    (!content.is_empty()).then_some(Inline::Marked { mark, content })
}

fn atoms(inlines: &[Inline]) -> Vec<Atom> {
    let mut found = Vec::new();
    flatten(inlines, &mut Vec::new(), &mut found);
    found
}

fn flatten(inlines: &[Inline], around: &mut Vec<Around>, found: &mut Vec<Atom>) {
    for inline in inlines {
        let (outer, content) = match inline {
            Inline::Text { text } => {
                let atom =
                    |word: &str| Atom { key: word.to_owned(), inline: Inline::text(word), around: around.clone() };
                found.extend(redline::tokens(text).into_iter().map(atom));
                continue;
            }
            Inline::Emphasis { content } => (Around::Emphasis, content),
            Inline::Strong { content } => (Around::Strong, content),
            Inline::Link { url, content } => (Around::Link(url.clone()), content),
            other => {
                found.push(Atom { key: key(other), inline: other.clone(), around: around.clone() });
                continue;
            }
        };
        around.push(outer);
        flatten(content, around, found);
        around.pop();
    }
}

/// What is known by more than its words begins with a sign that no text has.
fn key(inline: &Inline) -> String {
    match inline {
        Inline::Anchor { id } => format!("\u{1}#{id}"),
        Inline::Footnote { text, .. } => format!("\u{1}*{}", text.iter().map(Inline::words).collect::<String>()),
        Inline::Formula { source, .. } => format!("\u{1}${source}"),
        Inline::Break => "\u{1}\n".to_owned(),
        other => other.words(),
    }
}

/// Atoms as running text again.
fn joined(atoms: &[Atom], depth: usize) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for run in atoms.chunk_by(|one, other| one.around.get(depth) == other.around.get(depth)) {
        match run[0].around.get(depth) {
            Some(Around::Emphasis) => out.push(Inline::Emphasis { content: joined(run, depth + 1) }),
            Some(Around::Strong) => out.push(Inline::Strong { content: joined(run, depth + 1) }),
            Some(Around::Link(url)) => out.push(Inline::Link { url: url.clone(), content: joined(run, depth + 1) }),
            None => run.iter().for_each(|atom| push(&mut out, &atom.inline)),
        }
    }
    out
}

fn push(out: &mut Vec<Inline>, inline: &Inline) {
    match (out.last_mut(), inline) {
        (Some(Inline::Text { text: before }), Inline::Text { text }) => before.push_str(text),
        _ => out.push(inline.clone()),
    }
}
