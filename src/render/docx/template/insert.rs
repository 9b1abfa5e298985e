//! Puts what a draft needs besides into parts of a template: styles that it lacks, numberings, a watermark.

use crate::ooxml::{Reader, Step};

/// A part with a piece before the end of its root.
pub(in super::super) fn before_end(text: &str, piece: &[u8]) -> Vec<u8> {
    let end = text.rfind("</").unwrap_or(text.len());
    let mut out = text.as_bytes()[..end].to_vec();
    out.extend_from_slice(piece);
    out.extend_from_slice(&text.as_bytes()[end..]);
    out
}

/// The highest numbers of patterns and of numberings in a part.
pub(in super::super) fn highest(text: &str) -> Result<(u32, u32), String> {
    let (mut patterns, mut numberings) = (0, 0);
    let mut reader = Reader::new(text);
    loop {
        let (name, highest, of) = match reader.step()? {
            Step::Begin(name) if name == "abstractNum" => {
                ("abstractNumId", &mut patterns, reader.attribute("abstractNumId"))
            }
            Step::Begin(name) if name == "num" => ("numId", &mut numberings, reader.attribute("numId")),
            Step::Done => return Ok((patterns, numberings)),
            _ => continue,
        };
        let number: u32 =
            of.unwrap_or_default().parse().map_err(|_| format!("its numbering has a `{name}` that is no number"))?;
        // A number near the end of all numbers leaves no room for others.
        *highest = number.max(*highest).min(1 << 30);
    }
}

/// A part with patterns behind its own, and numberings behind its own.
pub(in super::super) fn with_numberings(text: &str, patterns: &[u8], numberings: &[u8]) -> Result<Vec<u8>, String> {
    let (mut first, mut end) = (None, None);
    let (mut reader, mut depth) = (Reader::new(text), 0);
    loop {
        match reader.step()? {
            Step::Begin(name) => {
                if depth == 1 && name == "num" {
                    first.get_or_insert(reader.from());
                }
                if depth == 1 && name == "numIdMacAtCleanup" {
                    end.get_or_insert(reader.from());
                }
                depth += 1;
            }
            Step::End(_) => {
                depth -= 1;
                if depth == 0 {
                    end.get_or_insert(reader.from());
                }
            }
            Step::Text(_) => {}
            Step::Done => break,
        }
    }
    let end = end.ok_or("its numbering is empty")?;
    let first = first.unwrap_or(end);
    let bytes = text.as_bytes();
    Ok([&bytes[..first], patterns, &bytes[first..end], numberings, &bytes[end..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numberings_stand_behind_those_of_the_template() {
        let text = "<w:n><w:abstractNum w:abstractNumId=\"7\"/><w:num w:numId=\"3\"/><w:numIdMacAtCleanup/></w:n>";
        assert_eq!(highest(text), Ok((7, 3)));
        let made = with_numberings(text, b"<A/>", b"<B/>").unwrap();
        let expected =
            "<w:n><w:abstractNum w:abstractNumId=\"7\"/><A/><w:num w:numId=\"3\"/><B/><w:numIdMacAtCleanup/></w:n>";
        assert_eq!(String::from_utf8(made).unwrap(), expected);
        assert_eq!(before_end("<a><b/></a>", b"<c/>"), b"<a><b/><c/></a>");
    }
}
