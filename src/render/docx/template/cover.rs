//! The cover of a template: what stands in its text up to the first end of a section. Its content controls are filled by their tags.

use crate::document::Document;
use crate::ooxml::{Reader, Step, Xml, legal};

use super::super::names::ALL;

/// A cover, as XML.
pub(in super::super) struct Cover {
    /// The beginning of the root, with the names that the cover uses.
    pub(in super::super) root: Vec<u8>,
    /// What begins the text of the draft.
    pub(in super::super) xml: Vec<u8>,
}

impl Cover {
    /// The cover in a text; none where the text has one section only.
    pub(in super::super) fn read(text: &str, document: &Document) -> Result<Option<Self>, String> {
        let Some((from, to)) = bounds(text)? else { return Ok(None) };
        Ok(Some(Self { root: root(text)?.into_bytes(), xml: fill(&text[from..to], document)? }))
    }
}

/// The beginning of the root, with the names that a draft uses besides.
fn root(text: &str) -> Result<String, String> {
    let mut reader = Reader::new(text);
    reader.step()?;
    let mut tag = text[reader.from()..reader.at()].trim_end_matches('>').to_owned();
    for (name, address) in ALL {
        if !tag.contains(&format!("{name}=")) {
            tag.push_str(&format!(" {name}=\"{address}\""));
        }
    }
    Ok(tag + ">")
}

/// Where the first section begins and ends, where another follows it.
fn bounds(text: &str) -> Result<Option<(usize, usize)>, String> {
    let mut reader = Reader::new(text);
    let (mut open, mut from, mut ends) = (Vec::<String>::new(), None, false);
    loop {
        match reader.step()? {
            Step::Begin(name) => {
                let in_paragraph = open.len() == 4 && open[2] == "p" && open[3] == "pPr";
                ends |= name == "sectPr" && in_paragraph;
                if name == "body" {
                    from = Some(reader.at());
                }
                open.push(name);
            }
            Step::End(_) => {
                open.pop();
                if ends && open.len() == 2 {
                    return Ok(from.map(|from| (from, reader.at())));
                }
            }
            Step::Text(_) => {}
            Step::Done => return Ok(None),
        }
    }
}

/// What stands in a content control of this tag.
fn value<'d>(tag: &str, document: &'d Document) -> Option<&'d str> {
    let cover = &document.cover;
    match tag.to_lowercase().as_str() {
        "reference" | "identifier" => Some(&cover.identifier),
        "type" => Some(&cover.type_line),
        "title" => cover.title.last().map(String::as_str),
        "version" => Some(&document.metadata.version),
        "date" => Some(&document.metadata.date),
        "publisher" => Some(&document.metadata.publisher),
        _ => None,
    }
}

/// The first text of each content control that has a known tag is what the draft says; its other texts are empty.
fn fill(text: &str, document: &Document) -> Result<Vec<u8>, String> {
    // A piece of XML has no root of its own.
    let whole = format!("<x>{text}</x>");
    let mut reader = Reader::new(&whole);
    let (mut out, mut copied) = (Vec::new(), "<x>".len());
    // What the controls around hold, and whether it was written.
    let mut controls: Vec<(usize, Option<&str>, bool)> = Vec::new();
    let (mut depth, mut in_text) = (0, false);
    loop {
        match reader.step()? {
            Step::Begin(name) => {
                depth += 1;
                match name.as_str() {
                    "sdt" => controls.push((depth, None, false)),
                    "tag" | "alias" => {
                        let said = value(&reader.attribute("val").unwrap_or_default(), document);
                        if let Some(control) = controls.last_mut() {
                            control.1 = control.1.or(said);
                        }
                    }
                    _ => {}
                }
                in_text = name == "t";
            }
            Step::End(name) => {
                if name == "sdt" {
                    controls.pop();
                }
                (depth, in_text) = (depth - 1, false);
            }
            Step::Text(_) => {
                let Some((_, Some(said), written)) = controls.last_mut().filter(|_| in_text) else { continue };
                out.extend_from_slice(&whole.as_bytes()[copied..reader.from()]);
                if !std::mem::replace(written, true) {
                    let mut piece = Xml::fragment();
                    piece.text(&legal(said));
                    out.extend(piece.finish());
                }
                copied = reader.at();
            }
            Step::Done => break,
        }
    }
    out.extend_from_slice(&whole.as_bytes()[copied..whole.len() - "</x>".len()]);
    Ok(out)
}

/// The headers and footers of the last section: element, sort of pages, relation.
pub(in super::super) fn last_section(text: &str) -> Result<Vec<(String, String, String)>, String> {
    let mut reader = Reader::new(text);
    let mut found = Vec::new();
    loop {
        match reader.step()? {
            Step::Begin(name) if name == "sectPr" => found.clear(),
            Step::Begin(name) if matches!(name.as_str(), "headerReference" | "footerReference") => {
                let of = |name: &str| reader.attribute(name).unwrap_or_default();
                found.push((name.clone(), of("type"), of("id")));
            }
            Step::Done => return Ok(found),
            _ => {}
        }
    }
}
