//! A list whose items end in different ways.
//!
//! # What it checks
//! The items of a list all end alike: with semicolons and at last a full stop, with full stops, or with nothing. `and` or `or` may stand behind the semicolon of the last but one.
//! # Why
//! ISO/IEC Directives, Part 2, clause 23, and the ETSI Drafting Rules: the ends of the items say whether they are one sentence or several.
//! # Bad
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     A vault has:
//!
//!     - a door;
//!     - a lock  //~ list-punctuation
//!     - a hinge.
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     A vault has:
//!
//!     - a door;
//!     - a lock; and
//!     - a hinge.
//!     """
//! }
//! ```
//! # How to fix
//! End each item like the first, and the last with a full stop where the others have a mark.

use crate::check::{Context, Mark, Prose, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::Style;
use std::ops::Range;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "list-punctuation", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked() {
        let Some(style) = Style::of(prose.eso) else { continue };
        let marks: Vec<_> = prose.marks().collect();
        for (at, (mark, range)) in marks.iter().enumerate() {
            let Mark::List { depth, .. } = mark else { continue };
            // Deeper lists are reported as such.
            if *depth <= style.list_depth {
                let inside = marks[at..].iter().take_while(|(_, inner)| inner.start < range.end);
                let items = inside.filter(|(inner, _)| *inner == Mark::Item(*depth)).map(|(_, item)| item.clone());
                list(prose, &items.collect::<Vec<_>>(), *depth > 1, context);
            }
        }
    }
}

/// Reports the first item that does not end as the list asks.
fn list(prose: &Prose<'_, '_>, items: &[Range<usize>], goes_on: bool, context: &mut Context<'_, '_>) {
    let Some((last, rest)) = items.split_last() else { return };
    let Some(first) = rest.first().map(|item| end(prose, item)) else { return };
    let odd = rest.iter().find(|item| end(prose, item).1 != first.1).map(|item| (item, first.1));
    let wanted = first.1.map(|_| '.');
    // The sentence can go on behind a list inside another.
    let at_last = end(prose, last).1;
    let odd = odd.or_else(|| (at_last != wanted && !(goes_on && at_last == first.1)).then_some((last, wanted)));
    let Some((item, wanted)) = odd else { return };
    let (at, found) = end(prose, item);
    let message = match wanted {
        Some(wanted) => format!("this item does not end with `{wanted}`, as the list asks"),
        None => "this item ends with a mark, and the first of the list without".to_owned(),
    };
    let begin = found.map_or(at, |mark| at - mark.len_utf8());
    let fix = Fix::proposed("end it like the first")
        .replace(prose.span(begin..at), wanted.map_or_else(String::new, String::from));
    context
        .report(prose.first_line(item.clone()), message, "end each item like the first, and the last with a full stop")
        .fix(fix);
}

/// Where the words of an item end, and the mark that they end with. What introduces an inner list, `and` and `or` do not count.
fn end(prose: &Prose<'_, '_>, item: &Range<usize>) -> (usize, Option<char>) {
    let text = prose.as_str()[item.clone()].trim_end();
    let text = [" and", " or"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    let mark = text.chars().next_back().filter(|c| matches!(c, ';' | '.' | ',' | ':'));
    (item.start + text.len(), mark)
}
