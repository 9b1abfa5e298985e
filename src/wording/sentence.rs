//! Sentences: where those of a text begin and end.

use std::ops::Range;

use super::lexicon::Lexicon;

/// The sentences of a text, in order and without the white space between them.
///
/// A full stop, an exclamation mark or a question mark ends one where a blank and no small letter follows, unless an abbreviation stands before
/// it; so does a new paragraph or list item, unless what stands before it goes on: `the following:`, `a;`, `b, and`.
pub fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut solid) = (0, 0);
    for (at, byte) in text.bytes().enumerate() {
        if !byte.is_ascii_whitespace() {
            solid = at + 1;
        }
        let end = match byte {
            b'.' | b'!' | b'?' if ends_here(text, at, lexicon) => closed(text, at + 1),
            b'\n' if breaks_here(text, &text[start.min(solid)..solid], at) => at,
            _ => continue,
        };
        if end > start {
            push(text, start..end, &mut sentences);
            start = end;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    let end = range.start + inner.trim_end().len();
    if start < end {
        sentences.push(start..end);
    }
}

/// The end of a sentence with the quotation marks and brackets that close after its last mark.
fn closed(text: &str, end: usize) -> usize {
    end + text[end..].chars().take_while(|c| "\"”’)]*_".contains(*c)).map(char::len_utf8).sum::<usize>()
}

fn ends_here(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    let rest = &text[closed(text, at + 1)..];
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = rest.trim_start().chars().next();
    if next.is_some_and(char::is_lowercase) {
        return false;
    }
    if text.as_bytes()[at] != b'.' {
        return true;
    }
    let before = &text[..at];
    let last = before.rsplit(|c: char| c.is_whitespace() || "([\"“".contains(c)).next().unwrap_or("");
    let is = |list: &[String]| list.iter().any(|word| word.eq_ignore_ascii_case(last));
    let initial = last.len() == 1 && last.bytes().all(|byte| byte.is_ascii_uppercase());
    // `1.` at the beginning of a line is the number of a list item.
    let numbered = last.bytes().all(|byte| byte.is_ascii_digit())
        && before[..before.len() - last.len()].trim_end_matches(' ').chars().next_back().is_none_or(|c| c == '\n');
    let numbers = next.is_some_and(|c| c.is_ascii_digit()) && is(&lexicon.number_abbreviations);
    !(numbered || is(&lexicon.abbreviations) || numbers || initial && next.is_some())
}

/// Whether a line break begins a paragraph or a list item that does not go on with what stands before.
fn breaks_here(text: &str, before: &str, at: usize) -> bool {
    let next = text[at + 1..].lines().next().unwrap_or("").trim_start();
    if !(next.is_empty() || is_item(next)) {
        return false;
    }
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    !(before.is_empty() || before.ends_with([':', ';', ',']) || matches!(word, "and" | "or"))
}

fn is_item(line: &str) -> bool {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        after_number.len() < line.len() && (after_number.starts_with(". ") || after_number.starts_with(") "));
    numbered || ["- ", "* ", "+ ", "|", "> ", "#"].iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::Eso;

    fn check(text: &str, expected: &[&str]) {
        let lexicon = Lexicon::built_in(Eso::Etsi).unwrap();
        let found: Vec<_> = sentences(text, &lexicon).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        check("One. Two! Three? four. Five", &["One.", "Two!", "Three? four.", "Five"]);
        check("A key, e.g. ECDSA, etc. is kept. It is.", &["A key, e.g. ECDSA, etc. is kept.", "It is."]);
        check("See clause 5.1. The rest, cf. Annex B, no. 5.", &["See clause 5.1.", "The rest, cf. Annex B, no. 5."]);
        check("It says no. Nothing else. “So it is.” Yes.", &["It says no.", "Nothing else.", "“So it is.”", "Yes."]);
        check("By J. Doe. Done.", &["By J. Doe.", "Done."]);
        check("", &[]);
    }

    #[test]
    fn a_list_belongs_to_the_sentence_that_opens_it() {
        check(
            "It shall:\n\n- do one;\n- do two, and\n- do three.\n\nThen.",
            &["It shall:\n\n- do one;\n- do two, and\n- do three.", "Then."],
        );
        check("- First\n- Second", &["- First", "- Second"]);
        check("1. First.\n2. Second.", &["1. First.", "2. Second."]);
        check("A heading\n\nA paragraph", &["A heading", "A paragraph"]);
    }
}
