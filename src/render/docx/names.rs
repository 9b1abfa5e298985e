//! Names of WordprocessingML: namespaces, relations, media types.

/// The attribute that most elements have their value in.
pub(super) const MAIN: &str = "w:val";
/// The namespace of the text.
pub(super) const W: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
/// The namespaces of parts with text, pictures and formulas.
pub(super) const ALL: &[(&str, &str)] = &[
    W,
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
];

/// The address of a sort of relation.
pub(super) fn relation(sort: &str) -> String {
    format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{sort}")
}

/// The media type of a part of the text.
pub(super) fn media(sort: &str) -> String {
    format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{sort}+xml")
}
