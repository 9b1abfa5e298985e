//! Edits made: which fixes can be made at once, and the texts that they leave.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Edit, Fix};
use crate::source::{FileId, Sources};

/// The edits of one file that were chosen, by where they begin and end.
type Taken<'d> = BTreeMap<FileId, BTreeSet<(u32, u32, &'d str)>>;

/// Of some fixes those that can be made together: no edit of one overlaps or touches an edit of another. An edit that two fixes share is made
/// once. The places are those in what was given.
pub fn together<'d>(fixes: impl IntoIterator<Item = &'d Fix>) -> Vec<usize> {
    let mut taken = Taken::new();
    let mut chosen = Vec::new();
    for (at, fix) in fixes.into_iter().enumerate() {
        let fits = |edit: &Edit| taken.get(&edit.span.file).is_none_or(|taken| fits(taken, edit));
        if !fix.edits.is_empty() && fix.edits.iter().all(fits) {
            for edit in &fix.edits {
                taken.entry(edit.span.file).or_default().insert((edit.span.start, edit.span.end, &edit.replacement));
            }
            chosen.push(at);
        }
    }
    chosen
}

/// Whether an edit is one that was taken, or keeps clear of all that were.
fn fits(taken: &BTreeSet<(u32, u32, &str)>, edit: &Edit) -> bool {
    let (start, end) = (edit.span.start, edit.span.end);
    if taken.contains(&(start, end, edit.replacement.as_str())) {
        return true;
    }
    // What was taken does not overlap, so that only the neighbours matter.
    let before = taken.range(..(start, u32::MAX, "")).next_back();
    let after = taken.range((start, 0, "")..).next();
    before.is_none_or(|(_, other, _)| *other < start) && after.is_none_or(|(other, ..)| *other > end)
}

/// The texts of the files that some fixes change, with all their edits made.
pub fn applied<'d>(sources: &Sources, fixes: impl IntoIterator<Item = &'d Fix>) -> BTreeMap<FileId, String> {
    let mut taken = Taken::new();
    for edit in fixes.into_iter().flat_map(|fix| &fix.edits) {
        taken.entry(edit.span.file).or_default().insert((edit.span.start, edit.span.end, &edit.replacement));
    }
    taken.into_iter().map(|(file, edits)| (file, rewritten(sources.file(file).text(), &edits))).collect()
}

fn rewritten(text: &str, edits: &BTreeSet<(u32, u32, &str)>) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (start, end, replacement) in edits {
        out.push_str(&text[at..*start as usize]);
        out.push_str(replacement);
        at = *end as usize;
    }
    out + &text[at..]
}

#[cfg(test)]
mod tests {
    use super::{applied, together};
    use crate::diagnostic::Fix;
    use crate::source::{FileId, Sources, Span};

    #[test]
    fn no_edit_is_made_over_another() {
        let span = |start, end| Span::new(FileId(0), start, end);
        let one = |start, end, new: &str| Fix::safe("").replace(span(start, end), new);
        let fixes = [
            one(2, 4, "X"),
            one(3, 5, "Y"),
            one(4, 4, "Z"),
            one(6, 6, "V"),
            one(6, 6, "W"),
            one(6, 6, "V").replace(span(8, 9), "U"),
            one(0, 9, "all"),
        ];
        let chosen = together(&fixes);
        assert_eq!(chosen, [0, 3, 5]);
        let mut sources = Sources::default();
        let file = sources.add("a.norm", "abcdefghij");
        let made = applied(&sources, chosen.iter().map(|at| &fixes[*at]));
        assert_eq!(made[&file], "abXefVghUj");
    }
}
