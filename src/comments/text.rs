//! Texts as they are kept: lines without blanks at their ends, and no character that a form cannot hold.

/// The text in the form in which it is kept; a character that no form can hold is replaced by a visible one.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let bad =
        |c: char| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}');
    let text: String = text.chars().map(|c| if bad(c) { char::REPLACEMENT_CHARACTER } else { c }).collect();
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let said = |line: &&str| !line.trim().is_empty();
    let from = lines.iter().position(&said).unwrap_or(lines.len());
    let to = lines.iter().rposition(said).map_or(from, |last| last + 1);
    lines[from..to].join("\n").trim().to_owned()
}

/// The text in lower case with single blanks, to compare by.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// How a stretch of text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Look {
    /// As usual.
    #[default]
    Plain,
    /// Struck out: `~~…~~`. Without it a comment may say the opposite.
    Struck,
    /// Raised: `^{…}`.
    Raised,
    /// Lowered: `_{…}`.
    Lowered,
}

impl Look {
    /// The text with what says how it stands.
    pub(super) fn marked(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            _ if text.trim().is_empty() => text.to_owned(),
            Self::Struck => format!("~~{text}~~"),
            Self::Raised => format!("^{{{text}}}"),
            Self::Lowered => format!("_{{{text}}}"),
        }
    }
}

/// A line as stretches of one look each: what [`Look::marked`] joined.
pub(super) fn stretches(line: &str) -> Vec<(Look, &str)> {
    const MARKS: [(Look, &str, &str); 3] =
        [(Look::Struck, "~~", "~~"), (Look::Raised, "^{", "}"), (Look::Lowered, "_{", "}")];
    // Where no end was found once, there is none further on: so a line is walked once.
    let mut ends = [true; 3];
    let (mut found, mut from, mut at) = (Vec::new(), 0, 0);
    while let Some(next) = line[at..].find(['~', '^', '_']).map(|next| at + next) {
        at = next + 1;
        let Some(mark) = MARKS.iter().position(|(_, open, _)| line[next..].starts_with(open)) else { continue };
        let (look, open, close) = MARKS[mark];
        let inside = next + open.len();
        let end = ends[mark].then(|| line[inside..].find(close)).flatten();
        ends[mark] &= end.is_some();
        let said = |length: &usize| !line[inside..inside + length].trim().is_empty();
        let Some(length) = end.filter(said) else { continue };
        if from < next {
            found.push((Look::Plain, &line[from..next]));
        }
        found.push((look, &line[inside..inside + length]));
        at = inside + length + close.len();
        from = at;
    }
    if from < line.len() {
        found.push((Look::Plain, &line[from..]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_kept_line_by_line() {
        assert_eq!(clean(" \r\n a \r\n\r\nb\u{0}c\t \n "), "a\n\nb\u{fffd}c");
        assert_eq!(clean(&clean("\u{feff}x\u{b}y")), clean("\u{feff}x\u{b}y"));
    }

    #[test]
    fn looks_come_back() {
        let line = "may ~~not~~ hold 10^{6} of H_{2}O, ~~ or ^{";
        let joined: String = stretches(line).into_iter().map(|(look, text)| look.marked(text)).collect();
        assert_eq!(joined, line);
        assert_eq!(stretches("a~~b~~"), [(Look::Plain, "a"), (Look::Struck, "b")]);
    }
}
