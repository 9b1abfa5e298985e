//! Edits that come out in canonical form: a line in a block, an item after another, an item taken away. The text of a line or of an item is
//! given as it would stand at the beginning of a file, with two blanks for each depth; here it gets the indent of its place. Reads one item
//! at a time, and never decides what is to be written.

mod apply;
mod layout;

use crate::diagnostic::Edit;
use crate::source::{Sources, Span};

pub use apply::{applied, together};
pub use layout::{INDENT, ONE_LINE, WIDTH};

/// Puts a property at the end of an item's block; an item without a block gets one.
pub fn into_block(sources: &Sources, item: Span, line: &str) -> Edit {
    layout::into_block(sources.file(item.file).text(), item, line)
}

/// Puts an item after another, on a line of its own. `apart` leaves a blank line between the two.
pub fn after(sources: &Sources, item: Span, new: &str, apart: bool) -> Edit {
    let text = sources.file(item.file).text();
    let gap = if apart { "\n\n" } else { "\n" };
    let indent = layout::indent(text, item.start as usize);
    let at = layout::end_of_line(text, item.end as usize);
    layout::insert(item, at, format!("{gap}{}", layout::indented(new, indent)))
}

/// Puts an item at the end of the file in which `near` stands, after a blank line.
pub fn at_end(sources: &Sources, near: Span, new: &str) -> Edit {
    let text = sources.file(near.file).text();
    let body = text.trim_end().len();
    let gap = if body == 0 { "" } else { "\n\n" };
    layout::replace(near, body..text.len(), format!("{gap}{new}\n"))
}

/// Takes an item away, and its line where it stands alone in it.
pub fn without(sources: &Sources, item: Span) -> Edit {
    layout::without(sources.file(item.file).text(), item)
}

/// Takes an entry out of an item's list, which has others; `None` where a comment stands in the list.
pub fn without_entry(sources: &Sources, list: &[Span], gone: Span) -> Option<Edit> {
    layout::without_entry(sources.file(gone.file).text(), list, gone)
}

/// The line of an item's block that begins with a keyword.
pub fn line(sources: &Sources, item: Span, keyword: &str) -> Option<Span> {
    layout::line(sources.file(item.file).text(), item, keyword)
}
