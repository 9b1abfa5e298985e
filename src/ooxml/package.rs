//! A package: parts with their types, and relations from one to another; written as an archive that is the same whenever it is made.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Xml;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A part of a package.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its media type.
    pub media_type: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a part refers to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    /// The name that the part uses for it, such as `rId1`.
    pub id: String,
    /// What sort of relation it is: an address.
    pub sort: String,
    /// What it leads to: a path beside the part, or an address.
    pub target: String,
    /// Whether it leads out of the package.
    pub external: bool,
}

/// Parts by their path, such as `word/document.xml`, and relations by the path of the part that has them; those of the package itself have
/// none.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// The parts.
    pub parts: BTreeMap<String, Part>,
    /// The relations, in the order in which they were made.
    pub relations: BTreeMap<String, Vec<Relation>>,
}

impl Package {
    /// Puts a part into the package, in place of the one that has its path.
    pub fn add(&mut self, path: &str, media_type: &str, bytes: Vec<u8>) {
        self.parts.insert(path.to_owned(), Part { media_type: media_type.to_owned(), bytes });
    }

    /// Lets a part refer to another one of the package; gives the name that it uses for it. The same relation has the same name.
    pub fn relate(&mut self, from: &str, sort: &str, target: &str) -> String {
        self.relation(from, sort, target, false)
    }

    /// Lets a part refer to an address outside.
    pub fn relate_outside(&mut self, from: &str, sort: &str, target: &str) -> String {
        self.relation(from, sort, target, true)
    }

    fn relation(&mut self, from: &str, sort: &str, target: &str, external: bool) -> String {
        let relations = self.relations.entry(from.to_owned()).or_default();
        let same = |known: &&Relation| known.sort == sort && known.target == target && known.external == external;
        if let Some(known) = relations.iter().find(same) {
            return known.id.clone();
        }
        let id = (relations.len() + 1..)
            .map(|at| format!("rId{at}"))
            .find(|id| relations.iter().all(|known| known.id != *id))
            .unwrap_or_default();
        relations.push(Relation { id: id.clone(), sort: sort.to_owned(), target: target.to_owned(), external });
        id
    }

    /// The archive: the list of types first, then the parts by their paths, all of one time.
    pub fn zip(&self) -> Result<Vec<u8>, String> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (from, relations) in &self.relations {
            files.insert(relations_of(from), relations_part(relations));
        }
        let parts = self.parts.iter().map(|(path, part)| (path.clone(), &part.bytes));
        let files = files.iter().map(|(path, bytes)| (path.clone(), bytes)).chain(parts).collect::<BTreeMap<_, _>>();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let told = |error: zip::result::ZipError| format!("the archive cannot be written: {error}");
        let types = self.types();
        for (path, bytes) in std::iter::once(("[Content_Types].xml".to_owned(), &types)).chain(files) {
            zip.start_file(path, options).map_err(told)?;
            zip.write_all(bytes).map_err(|error| format!("the archive cannot be written: {error}"))?;
        }
        Ok(zip.finish().map_err(told)?.into_inner())
    }

    fn types(&self) -> Vec<u8> {
        let mut xml = Xml::part();
        xml.open("Types", &[("xmlns", TYPES)]);
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for (path, part) in &self.parts {
            xml.empty("Override", &[("PartName", &format!("/{path}")), ("ContentType", &part.media_type)]);
        }
        xml.close("Types");
        xml.finish()
    }
}

/// Where the relations of a part stand.
pub(super) fn relations_of(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") }
}

fn relations_part(relations: &[Relation]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    for relation in relations {
        let mut attributes =
            vec![("Id", relation.id.as_str()), ("Type", relation.sort.as_str()), ("Target", relation.target.as_str())];
        if relation.external {
            attributes.push(("TargetMode", "External"));
        }
        xml.empty("Relationship", &attributes);
    }
    xml.close("Relationships");
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_comes_back_as_it_was_written() {
        let mut package = Package::default();
        package.add("word/document.xml", "application/xml", b"<a/>".to_vec());
        assert_eq!(package.relate("", "sort", "word/document.xml"), "rId1");
        assert_eq!(package.relate("word/document.xml", "sort", "a.png"), "rId1");
        assert_eq!(package.relate_outside("word/document.xml", "sort", "https://example.org"), "rId2");
        assert_eq!(package.relate("word/document.xml", "sort", "a.png"), "rId1");
        let zip = package.zip().unwrap();
        assert_eq!(zip, package.zip().unwrap());
        let read = super::super::read(&zip).unwrap();
        assert_eq!(read.parts["word/document.xml"].bytes, b"<a/>");
        assert_eq!(read.relations, package.relations);
        assert_eq!(read.parts["word/document.xml"].media_type, "application/xml");
    }
}
