//! Reads a package that somebody else made, and trusts nothing in it: how large it may become, where its paths lead and what XML it holds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::package::{Package, Part, Relation};

/// How many parts a package may have, how long one may be when unpacked, and all together.
const PARTS: usize = 4_000;
const PART: u64 = 64 << 20;
const ALL: u64 = 128 << 20;
/// How a file of the older, binary form begins, or one that a password protects.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// Reads a package. The error says what is wrong with it, in words for the person who has it.
pub fn read(bytes: &[u8]) -> Result<Package, String> {
    if bytes.starts_with(&COMPOUND) {
        return Err("it is of the older, binary form or protected by a password; save it anew without one".to_owned());
    }
    let files = unpack(bytes)?;
    let types = Types::read(files.get("[Content_Types].xml").ok_or("it has no list of content types")?)?;
    let mut package = Package::default();
    for (path, bytes) in files {
        if path == "[Content_Types].xml" {
        } else if let Some(from) = source_of(&path) {
            package.relations.insert(from, relations(&bytes)?);
        } else {
            package.parts.insert(path.clone(), Part { media_type: types.of(&path), bytes });
        }
    }
    Ok(package)
}

fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let told = |error: zip::result::ZipError| format!("it cannot be unpacked: {error}");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(told)?;
    if archive.len() > PARTS {
        return Err(format!("it has {} parts, and {PARTS} at most are read", archive.len()));
    }
    let (mut files, mut all) = (BTreeMap::new(), 0);
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(told)?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(told)?.into_owned();
        if name.starts_with('/') || name.contains('\\') || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(format!("its part `{name}` leads out of it"));
        }
        let mut content = Vec::new();
        // What the archive says of the length is not believed.
        let limit = PART.min(ALL - all);
        file.take(limit + 1)
            .read_to_end(&mut content)
            .map_err(|error| format!("`{name}` cannot be unpacked: {error}"))?;
        let length = content.len() as u64;
        if length > limit {
            return Err(format!("it unpacks to more than {} MiB, which no document needs", limit >> 20));
        }
        all += length;
        if files.insert(name.clone(), content).is_some() {
            return Err(format!("it has two parts called `{name}`"));
        }
    }
    Ok(files)
}

/// The part whose relations stand at this path.
fn source_of(path: &str) -> Option<String> {
    let (folder, name) = path.strip_suffix(".rels")?.rsplit_once('/')?;
    match folder.strip_suffix("_rels")? {
        "" => Some(name.to_owned()),
        parent => Some(format!("{parent}{name}")),
    }
}

fn relations(bytes: &[u8]) -> Result<Vec<Relation>, String> {
    let mut found = Vec::new();
    elements(bytes, &mut |start| {
        if start.local_name().as_ref() == "Relationship" {
            found.push(Relation {
                id: attribute(start, "Id"),
                sort: attribute(start, "Type"),
                target: attribute(start, "Target"),
                external: attribute(start, "TargetMode") == "External",
            });
        }
    })?;
    Ok(found)
}

/// Media types by ending and by path.
#[derive(Default)]
struct Types {
    endings: BTreeMap<String, String>,
    paths: BTreeMap<String, String>,
}

impl Types {
    fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut types = Self::default();
        elements(bytes, &mut |start| {
            let media_type = attribute(start, "ContentType");
            match start.local_name().as_ref() {
                "Default" => types.endings.insert(attribute(start, "Extension").to_lowercase(), media_type),
                "Override" => {
                    types.paths.insert(attribute(start, "PartName").trim_start_matches('/').to_owned(), media_type)
                }
                _ => None,
            };
        })?;
        Ok(types)
    }

    fn of(&self, path: &str) -> String {
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        let found = self.paths.get(path).or_else(|| self.endings.get(&ending));
        found.map_or("application/octet-stream", String::as_str).to_owned()
    }
}

fn elements(bytes: &[u8], visit: &mut dyn FnMut(&BytesStart<'_>)) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "its XML is not in UTF-8".to_owned())?;
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|error| format!("its XML cannot be read: {error}"))? {
            Event::Start(start) | Event::Empty(start) => visit(&start),
            Event::DocType(_) => return Err("its XML declares entities, which no document needs".to_owned()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> String {
    let found = start.try_get_attribute(name).ok().flatten();
    found
        .and_then(|value| value.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_hostile_is_refused() {
        let error = |files: &[(&str, &[u8])]| read(&zip(files)).unwrap_err();
        let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
        assert!(read(b"no archive").unwrap_err().contains("cannot be unpacked"));
        assert!(read(&COMPOUND).unwrap_err().contains("password"));
        assert!(error(&[]).contains("content types"));
        assert!(error(&[types, ("../a", b"")]).contains("leads out"));
        assert!(error(&[types, ("a", &vec![0; usize::try_from(PART + 1).unwrap()])]).contains("more than 64 MiB"));
        assert!(error(&[("[Content_Types].xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><Types/>")]).contains("entities"));
        assert!(read(&zip(&[types, ("a", b"b")])).is_ok());
    }
}
