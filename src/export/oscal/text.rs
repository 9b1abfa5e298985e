//! Texts in OSCAL's data types.

/// A token (`^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$`): other characters become `_`; one that would begin with a digit gets a `c` before it.
pub(super) fn token(text: &str) -> String {
    let token: String =
        text.chars().map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' }).collect();
    match token.chars().next() {
        Some(first) if first.is_alphabetic() || first == '_' => token,
        _ => format!("c{token}"),
    }
}

/// The control id of a declaration's id: the package is the catalogue's, so the name alone.
pub(super) fn control_id(id: &str) -> String {
    token(id.split_once(':').map_or(id, |(_, name)| name)).to_lowercase()
}

/// A string: one line, no outer blanks, not empty.
pub(super) fn line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { "-".to_owned() } else { line }
}

/// Markup-line: a title, whose characters mean themselves, not Markdown, HTML or an insert.
pub(super) fn markup_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '<' | '[' | '{') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Markup-multiline: the Markdown of the source, whose HTML and inserts are not OSCAL's.
pub(super) fn markup(text: &str) -> String {
    let escaped = literal(text);
    let trimmed = escaped.trim();
    if trimmed.is_empty() { "-".to_owned() } else { trimmed.to_owned() }
}

/// Markdown without HTML and inserts: their first characters are escaped, unless they are already.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '<' || c == '{' && (chars.peek() == Some(&'{') || out.ends_with("\\{")) {
            out.push('\\');
        }
        out.push(c);
        if c == '\\' {
            out.extend(chars.next());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{literal, markup_line};

    #[test]
    fn markup_of_others_is_escaped_once() {
        assert_eq!(literal("a <b> {{ x }} {y}"), "a \\<b> \\{\\{ x }} {y}");
        assert_eq!(literal(r"\<b> \{\{ x"), r"\<b> \{\{ x");
        assert_eq!(literal(r"\\<b> {\{ {{{ x"), r"\\\<b> {\{ \{\{\{ x");
        assert_eq!(markup_line("a *b* <c> {{ d"), r"a \*b\* \<c> \{\{ d");
    }
}
