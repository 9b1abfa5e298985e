//! Stretches of a text that are not the deliverable's own words: code, quotations, the names and addresses of links; and its footnotes.

use std::ops::Range;

use super::lexicon::Exemptions;

/// What stands apart in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Apart {
    /// What is not read, in order.
    pub(super) exempt: Vec<Range<usize>>,
    /// Footnotes: read, but as footnotes.
    pub(super) footnotes: Vec<Range<usize>>,
}

impl Apart {
    /// Whether a stretch stands in, or reaches into, what is not read.
    pub(super) fn is_exempt(&self, range: &Range<usize>) -> bool {
        overlaps(&self.exempt, range)
    }

    /// Whether a stretch stands in a footnote.
    pub(super) fn is_footnote(&self, range: &Range<usize>) -> bool {
        overlaps(&self.footnotes, range)
    }
}

/// Whether one of these, which are in order, overlaps a stretch.
fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|other| other.end <= range.start);
    ranges.get(next).is_some_and(|other| other.start < range.end)
}

/// What stands apart in a text. The Markdown is read as lightly as finding words needs.
pub(super) fn apart(text: &str, exemptions: &Exemptions) -> Apart {
    let mut apart = Apart::default();
    for (range, line) in paragraphs_and_blocks(text) {
        match line {
            Lines::Code if exemptions.code => apart.exempt.push(range),
            Lines::Quotation if exemptions.block_quotations => apart.exempt.push(range),
            Lines::Code | Lines::Quotation => {}
            Lines::Footnote => {
                inline(text, range.clone(), exemptions, &mut apart.exempt);
                apart.footnotes.push(range);
            }
            Lines::Prose => inline(text, range.clone(), exemptions, &mut apart.exempt),
        }
    }
    apart.exempt.sort_by_key(|range| range.start);
    apart
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Prose,
    Code,
    Quotation,
    Footnote,
}

/// Runs of lines of one sort; a paragraph of prose is a run of its own, because quotations and code in a line do not go past its end.
fn paragraphs_and_blocks(text: &str) -> Vec<(Range<usize>, Lines)> {
    let mut runs: Vec<(Range<usize>, Lines)> = Vec::new();
    let (mut at, mut fence, mut blank_before) = (0, None, true);
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        let sort = match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => {
                fence = None;
                Lines::Code
            }
            (Some(_), _) => Lines::Code,
            (None, Some(mark)) => {
                fence = Some(mark);
                Lines::Code
            }
            // Notes and warnings are the deliverable's own words.
            (None, None) if trimmed.starts_with("> [!") => Lines::Prose,
            (None, None) if trimmed.starts_with('>') && !is_in_alert(&runs, blank_before, text) => Lines::Quotation,
            (None, None) if trimmed.starts_with('>') => Lines::Prose,
            (None, None) if trimmed.starts_with("[^") && trimmed.contains("]:") => Lines::Footnote,
            (None, None) if blank_before && line.starts_with("    ") && !is_in_list(&runs, text) => Lines::Code,
            (None, None) => Lines::Prose,
        };
        match runs.last_mut() {
            Some((run, last)) if !blank_before && (*last == sort || continues(*last, sort)) => run.end = range.end,
            _ => runs.push((range, sort)),
        }
        blank_before = trimmed.is_empty();
    }
    runs
}

/// Whether the line above stands in a note or a warning.
fn is_in_alert(runs: &[(Range<usize>, Lines)], blank_before: bool, text: &str) -> bool {
    let alert = |(run, _): &(Range<usize>, Lines)| text[run.clone()].trim_start().starts_with("> [!");
    !blank_before && runs.last().is_some_and(alert)
}

/// Whether a line of prose goes on with a quotation or a footnote above it.
fn continues(last: Lines, sort: Lines) -> bool {
    sort == Lines::Prose && matches!(last, Lines::Quotation | Lines::Footnote)
}

/// Whether the paragraph before stands in a list, so that an indented one goes on in it.
fn is_in_list(runs: &[(Range<usize>, Lines)], text: &str) -> bool {
    let before = runs.iter().rev().map(|(range, _)| &text[range.clone()]).find(|run| !run.trim().is_empty());
    before.is_some_and(|run| {
        let first = run.trim_start();
        let number = first.trim_start_matches(|c: char| c.is_ascii_digit());
        first.starts_with(['-', '*', '+', ' ']) || number.len() < first.len() && number.starts_with(['.', ')'])
    })
}

/// What is exempt inside a paragraph.
fn inline(text: &str, range: Range<usize>, exemptions: &Exemptions, exempt: &mut Vec<Range<usize>>) {
    let is_mark = |byte: u8| byte >= 0xc2 || b"\\`[]{<:$\"".contains(&byte);
    // Marks that nothing closes are looked for once, so that a text of nothing else costs no more than others.
    let mut open = Vec::new();
    let mut at = range.start;
    while let Some(skipped) = text.as_bytes()[at..range.end].iter().position(|byte| is_mark(*byte)) {
        at += skipped;
        let rest = &text[at..range.end];
        let Some(c) = rest.chars().next() else { break };
        let end = match c {
            '\\' => at + 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            '`' => match code_span(rest, &mut open) {
                Some(length) if exemptions.code => take(exempt, at..at + length),
                Some(length) => at + length,
                None => at + run(rest, '`'),
            },
            '$' => match formula(rest, &mut open) {
                Some(length) => take(exempt, at..at + length),
                None => at + run(rest, '$'),
            },
            '[' => name_in_brackets(rest).map_or(at + 1, |length| take(exempt, at..at + length)),
            ']' => after_bracket(rest).map_or(at + 1, |length| take(exempt, at + 1..at + length)),
            '{' | '<' => enclosed(rest, c).map_or(at + 1, |length| take(exempt, at..at + length)),
            ':' if rest.starts_with("://") => {
                take(exempt, at..at + rest.find(char::is_whitespace).unwrap_or(rest.len()))
            }
            c if open.contains(&Open::Mark(c)) => at + c.len_utf8(),
            c => quotation(rest, c, exemptions, &mut open)
                .map_or(at + c.len_utf8(), |length| take(exempt, at..at + length)),
        };
        at = end;
    }
}

fn take(exempt: &mut Vec<Range<usize>>, range: Range<usize>) -> usize {
    let end = range.end;
    exempt.push(range);
    end
}

fn run(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// What was opened and is closed nowhere in the rest of a paragraph.
#[derive(PartialEq, Eq)]
enum Open {
    /// A quotation mark.
    Mark(char),
    /// So many back quotes.
    BackQuotes(usize),
}

/// How far a name, a parameter or an address may reach, in bytes.
const FAR: usize = 200;

/// Where one of these characters stands first, not too far away.
fn near(text: &str, wanted: &[char]) -> Option<usize> {
    text.char_indices().take_while(|(at, _)| *at < FAR).find(|(_, c)| wanted.contains(c)).map(|(at, _)| at)
}

/// The length of a code span: as many back quotes again as opened it.
fn code_span(text: &str, open: &mut Vec<Open>) -> Option<usize> {
    let count = run(text, '`');
    if open.contains(&Open::BackQuotes(count)) {
        return None;
    }
    let mut at = count;
    while let Some(found) = text[at..].find('`') {
        let close = run(&text[at + found..], '`');
        at += found + close;
        if close == count {
            return Some(at);
        }
    }
    open.push(Open::BackQuotes(count));
    None
}

/// The length of a formula: as many dollar signs again as opened it, those inside a line next to no blank.
fn formula(text: &str, open: &mut Vec<Open>) -> Option<usize> {
    let count = run(text, '$');
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if count > 2 || open.contains(&Open::Mark('$')) || count == 1 && blank(text[1..].chars().next()) {
        return None;
    }
    let marks = &text[..count];
    let closes = |at: &usize| count == 2 || !blank(text[..*at].chars().next_back());
    match text[count..].match_indices(marks).map(|(at, _)| count + at).find(closes) {
        Some(at) => Some(at + count),
        None => {
            open.push(Open::Mark('$'));
            None
        }
    }
}

/// The length of `[name]`, which is a name and no prose; `None` where the bracket holds the words of a link.
fn name_in_brackets(text: &str) -> Option<usize> {
    let close = near(text, &[']', '\n'])?;
    let after = text[close..].strip_prefix(']')?;
    (!after.starts_with(['[', '('])).then_some(close + 1)
}

/// The length of `][name]` or `](address)` at the end of a link's words.
fn after_bracket(text: &str) -> Option<usize> {
    let close = match text.as_bytes().get(1)? {
        b'[' => ']',
        b'(' => ')',
        _ => return None,
    };
    near(&text[2..], &[close]).map(|at| at + 3)
}

/// The length of `{parameter}` or `<https://…>`.
fn enclosed(text: &str, open: char) -> Option<usize> {
    let close = near(text, &[if open == '{' { '}' } else { '>' }, ' ', '\n'])?;
    text[close..].starts_with(['}', '>']).then_some(close + 1)
}

/// The length of a quotation that begins here with one of the marks.
fn quotation(text: &str, mark: char, exemptions: &Exemptions, open: &mut Vec<Open>) -> Option<usize> {
    let closing = |pair: &String| pair.strip_prefix(mark)?.chars().next();
    let closing: Vec<_> = exemptions.quotation_marks.iter().filter_map(closing).collect();
    if closing.is_empty() {
        return None;
    }
    let inside = mark.len_utf8();
    match text[inside..].char_indices().find(|(_, c)| closing.contains(c)) {
        Some((at, close)) => Some(inside + at + close.len_utf8()),
        None => {
            open.push(Open::Mark(mark));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::Eso;
    use crate::wording::Lexicon;

    fn check(text: &str, expected: &[&str]) {
        let lexicon = Lexicon::built_in(Eso::Etsi).unwrap();
        let found: Vec<_> = apart(text, &lexicon.exempt).exempt.into_iter().map(|at| text[at].trim_end()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn quotations_code_and_names_are_exempt() {
        check("He says “it must” and \"shall\".", &["“it must”", "\"shall\""]);
        check("A `must` and ``a ` b`` but ` alone.", &["`must`", "``a ` b``"]);
        check(
            "[R-MUST] and [the words][must-name] and [more](https://must.example/a).",
            &["[R-MUST]", "[must-name]", "(https://must.example/a)"],
        );
        check("At least {must} of it, <https://a.example/shall>.", &["{must}", "<https://a.example/shall>"]);
        check("See https://a.example/must now.", &["://a.example/must"]);
        check("From $2^{must}$ to $$\n\\max must\n$$, for $5 and $6.", &["$2^{must}$", "$$\n\\max must\n$$"]);
        check("An \\[escaped\\] bracket, a \" alone.", &[]);
    }

    #[test]
    fn a_quotation_ends_with_its_paragraph() {
        check("A \" here.\n\nAnd a \" there.", &[]);
        check("> It must\n> be.\n\nNo.", &["> It must\n> be."]);
        check("> [!WARNING]\n> It must\n> be.\n\n> No, it must.", &["[!WARNING]", "> No, it must."]);
        check("Code:\n\n    must be\n\nNo.", &["    must be"]);
        check("```\nmust\n```\nNo.", &["```\nmust\n```"]);
        check("- An item\n\n    that goes on", &[]);
    }

    #[test]
    fn a_text_of_marks_that_nothing_closes_is_read_in_one_go() {
        let lexicon = Lexicon::built_in(Eso::Etsi).unwrap();
        for mark in ["“", "\"", "$", "$ ", "[", "{", "<", "`", "]("] {
            let text = mark.repeat(10_001);
            assert!(apart(&text, &lexicon.exempt).exempt.len() <= text.len(), "{mark}");
        }
    }

    #[test]
    fn footnotes_are_told_apart() {
        let lexicon = Lexicon::built_in(Eso::Etsi).unwrap();
        let text = "A claim[^1].\n\n[^1]: It is so\nand so.\n\nMore.";
        let found: Vec<_> = apart(text, &lexicon.exempt).footnotes.into_iter().map(|at| text[at].trim()).collect();
        assert_eq!(found, ["[^1]: It is so\nand so."]);
    }
}
