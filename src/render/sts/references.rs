//! Entries of references: standards with their designation and title tagged, acts of the law as they are cited. The text is the draft's.

use crate::document::{Block, Citation, Inline};

use super::Sts;
use super::blocks::Place;

impl<'d> Sts<'d> {
    /// Entries that follow each other.
    pub(super) fn references(&mut self, entries: &[&'d Block], place: Place) {
        if place != Place::Clause {
            return self.element("p", &[], |sts| sts.references(entries, Place::Clause));
        }
        let normative =
            |block: &&Block| matches!(block, Block::Reference { id, .. } if self.ids.get(id).starts_with("norm"));
        let sort = if entries.iter().any(normative) { "norm-refs" } else { "inform-refs" };
        self.element("ref-list", &[("content-type", sort)], |sts| entries.iter().for_each(|entry| sts.entry(entry)));
    }

    /// One entry.
    pub(super) fn entry(&mut self, block: &'d Block) {
        let Block::Reference { id, label, text, citation } = block else { return };
        let id = self.ids.get(id);
        self.element("ref", &[("id", id)], |sts| {
            sts.leaf("label", &[], label);
            if citation.act || citation.title.is_empty() {
                sts.element("mixed-citation", &[], |sts| sts.inlines(text));
            } else {
                sts.standard_cited(citation, text);
            }
        });
    }

    fn standard_cited(&mut self, citation: &Citation, text: &'d [Inline]) {
        let dated = if citation.dated { "dated" } else { "undated" };
        self.element("std", &[("type", dated)], |sts| {
            let urn = urn(&citation.undated);
            match &urn {
                Some(urn) => sts.id("undated", &[("std-id-link-type", "urn")], urn),
                None => sts.id(dated, &[], &citation.document),
            }
            match text.split_first() {
                Some((Inline::Text { text }, rest)) => {
                    sts.entry_text(citation, dated, text);
                    sts.inlines(rest);
                }
                _ => sts.inlines(text),
            }
        });
    }

    fn id(&mut self, sort: &str, link: &[(&str, &str)], id: &str) {
        let attributes: Vec<_> = link.iter().copied().chain([("std-id-type", sort)]).collect();
        self.inline("std-id", &attributes, |sts| sts.xml.text(id));
    }

    /// The text of an entry, its designation and its title tagged where they stand in it.
    fn entry_text(&mut self, citation: &Citation, dated: &str, text: &str) {
        let (before, rest) = text.split_once(citation.document.as_str()).unwrap_or(("", text));
        let (between, after) = rest.split_once(citation.title.as_str()).unwrap_or((rest, ""));
        self.xml.text(before);
        self.inline("std-ref", &[("type", dated)], |sts| sts.xml.text(&citation.document));
        self.xml.text(between);
        self.inline("title", &[], |sts| sts.xml.text(&citation.title));
        self.xml.text(after);
    }
}

/// The name by which ISO's standards are known to machines (RFC 5141), without the edition: the draft does not know its number.
fn urn(designation: &str) -> Option<String> {
    let (publisher, number) = designation.split_once(' ')?;
    let number = number.split(':').next()?;
    let (number, part) = number.split_once('-').map_or((number, None), |(number, part)| (number, Some(part)));
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let known = matches!(publisher, "ISO" | "ISO/IEC") && digits(number) && part.is_none_or(digits);
    let part = part.map_or_else(String::new, |part| format!(":-{part}"));
    known.then(|| format!("urn:iso:std:{}:{number}{part}", publisher.to_lowercase().replace('/', "-")))
}

#[cfg(test)]
mod tests {
    use super::urn;

    #[test]
    fn iso_has_names_for_machines() {
        assert_eq!(urn("ISO/IEC 27005:2022").as_deref(), Some("urn:iso:std:iso-iec:27005"));
        assert_eq!(urn("ISO 9000-1").as_deref(), Some("urn:iso:std:iso:9000:-1"));
        assert_eq!(urn("EN ISO/IEC 30111"), None);
        assert_eq!(urn("ISO/IEC TR 5"), None);
        assert_eq!(urn("ISO"), None);
    }
}
