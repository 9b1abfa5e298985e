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

/// A string or markup-line: one line, no outer blanks, not empty.
pub(super) fn line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { "-".to_owned() } else { line }
}

/// Markup-multiline: the Markdown of the source, whose HTML and inserts are not OSCAL's.
pub(super) fn markup(text: &str) -> String {
    let escaped = text.replace('<', "\\<").replace("{{", "\\{\\{");
    let trimmed = escaped.trim();
    if trimmed.is_empty() { "-".to_owned() } else { trimmed.to_owned() }
}
