//! What the file says about itself and the edition: `processing-meta` and `std-meta`. The order of the elements is the schema's.

use crate::document::{Document, Metadata, PageTwoBlock};

use super::{Release, Sts};

impl Sts<'_> {
    /// How the file is tagged, and by which program; STS 1.0 has no place for it.
    pub(super) fn processing(&mut self) {
        if self.release == Release::First {
            return;
        }
        let attributes = [
            ("tagset-family", "sts"),
            ("base-tagset", "interchange"),
            ("mathml-version", "3.0"),
            ("table-model", "xhtml"),
            ("terminology-model", "tbx"),
            ("math-representation", "mathml"),
        ];
        let generator = self.document.metadata.generator.clone();
        self.element("processing-meta", &attributes, |sts| sts.custom(&[("generator", &generator)]));
    }

    /// The edition.
    pub(super) fn metadata(&mut self) {
        let document = self.document;
        let metadata = &document.metadata;
        self.element("std-meta", &[("std-meta-type", "regional")], |sts| {
            sts.titles(document);
            sts.leaf("proj-id", &[], &metadata.work_item);
            sts.leaf("release-version", &[], &metadata.stage);
            sts.identity(metadata);
            sts.element("std-org", &[("std-org-type", "sdo")], |sts| {
                sts.leaf("std-org-abbrev", &[], &metadata.publisher);
            });
            sts.leaf("content-language", &[], sts.language());
            sts.leaf("std-ref", &[("type", "dated")], &metadata.dated);
            sts.leaf("std-ref", &[("type", "undated")], &metadata.undated);
            sts.leaf("doc-ref", &[], &document.cover.identifier);
            sts.leaf("release-date", &[("iso-8601-date", &metadata.issued)], &metadata.issued);
            sts.leaf("wi-number", &[], &metadata.work_item);
            sts.leaf("comm-ref", &[], &metadata.committee);
            sts.permissions(metadata);
            sts.keywords(&metadata.keywords);
            sts.page_two(document);
            sts.more(document);
        });
    }

    fn titles(&mut self, document: &Document) {
        let language = self.language();
        let title = &document.cover.title;
        self.element("title-wrap", &[("xml:lang", language)], |sts| {
            if let [intro, .., main] = &title[..] {
                sts.leaf("intro", &[], intro);
                sts.leaf("main", &[], main);
            }
            sts.leaf("full", &[], &title.join(" \u{2014} "));
        });
    }

    /// The number in its parts: `EN 40000-1-4` is the type `EN`, the number `40000` and the part `1-4`.
    fn identity(&mut self, metadata: &Metadata) {
        let (kind, rest) = metadata.number.split_once(' ').unwrap_or(("", &metadata.number));
        let (number, part) = rest.split_once('-').unwrap_or((rest, ""));
        self.element("std-ident", &[], |sts| {
            sts.leaf("originator", &[], &metadata.publisher);
            sts.leaf("doc-type", &[], kind);
            sts.leaf("doc-number", &[], number);
            sts.leaf("part-number", &[], part);
            sts.leaf("version", &[], &metadata.version);
        });
    }

    fn permissions(&mut self, metadata: &Metadata) {
        let year = metadata.issued.get(..4).unwrap_or("");
        self.element("permissions", &[], |sts| {
            sts.leaf("copyright-year", &[], year);
            sts.leaf("copyright-holder", &[], &metadata.publisher);
        });
    }

    fn keywords(&mut self, keywords: &[String]) {
        if !keywords.is_empty() {
            self.element("kwd-group", &[], |sts| keywords.iter().for_each(|keyword| sts.leaf("kwd", &[], keyword)));
        }
    }

    /// What page 2 says in the publisher's own wording; keywords and work item have elements of their own.
    fn page_two(&mut self, document: &Document) {
        let Metadata { keywords, work_item, number, .. } = &document.metadata;
        let said = [keywords.join(", "), work_item.clone(), number.clone()];
        let official =
            |block: &&PageTwoBlock| !block.placeholder && !block.paragraphs.iter().all(|it| said.contains(it));
        for block in document.cover.page_two.iter().filter(official) {
            self.element("meta-note", &[], |sts| {
                sts.leaf("title", &[], &block.heading);
                block.paragraphs.iter().for_each(|text| sts.xml.leaf("p", &[], text));
            });
        }
    }

    /// What STS has no element for.
    fn more(&mut self, document: &Document) {
        let watermark = document.watermark.as_deref().unwrap_or("");
        let metadata = &document.metadata;
        let generator = if self.release == Release::First { metadata.generator.as_str() } else { "" };
        self.custom(&[
            ("document-type", &document.cover.type_line),
            ("standardisation-request", &metadata.answers),
            ("watermark", watermark),
            ("generator", generator),
        ]);
    }

    fn custom(&mut self, pairs: &[(&str, &str)]) {
        if pairs.iter().all(|(_, value)| value.is_empty()) {
            return;
        }
        self.element("custom-meta-group", &[], |sts| {
            for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
                sts.element("custom-meta", &[], |sts| {
                    sts.leaf("meta-name", &[], name);
                    sts.leaf("meta-value", &[], value);
                });
            }
        });
    }
}
