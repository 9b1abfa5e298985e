//! What the search looks through: every declaration with its words. A script, because a page on a disk may load scripts and no data.

use serde::Serialize;

use crate::catalogue::Item;
use crate::corpus::Corpus;

use super::entry::label;
use super::places::Places;

/// How many characters of a text are searched.
const TEXT: usize = 600;

#[derive(Serialize)]
struct Document {
    /// Where it stands.
    h: String,
    /// Its number or name.
    n: String,
    /// Its name in the source.
    i: String,
    /// Its title.
    t: String,
    /// Its kind.
    k: String,
    /// Its package.
    p: String,
    /// What it says.
    x: String,
}

/// The index as a script that sets one variable.
pub(super) fn index(corpus: &Corpus, places: &Places<'_>) -> String {
    let documents = corpus.packages.iter().flat_map(|volume| {
        volume.catalogue.items.iter().map(|item| {
            let link = places.link(&item.id);
            Document {
                h: link.href,
                n: link.text,
                i: item.id.clone(),
                t: item.title.clone(),
                k: label(&item.kind),
                p: volume.catalogue.title.clone(),
                x: text(item),
            }
        })
    });
    let documents: Vec<_> = documents.collect();
    // Strings of structs have a JSON form.
    let json = serde_json::to_string(&documents).unwrap_or_default();
    format!("\"use strict\";\nvar searchIndex = {};\n", escaped(&json))
}

/// JSON that no reader of HTML or of older JavaScript takes for anything else, wherever it is put. These characters stand in strings only.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out += &format!("\\u{:04x}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out
}

fn text(item: &Item) -> String {
    let provision = item.requirement.iter().map(|control| &control.resolved);
    let assessment = item.assessment.iter().flat_map(|fields| fields.objective.iter().chain(&fields.activities));
    let texts = provision.chain(assessment).chain(item.properties.values().flatten());
    let words = texts.flat_map(|text| text.split_whitespace());
    let mut out = String::new();
    for word in words {
        if out.len() + word.len() > TEXT {
            break;
        }
        out += if out.is_empty() { "" } else { " " };
        out += word;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_markup_is_left() {
        assert_eq!(escaped("\"</script>&\u{2028}\""), "\"\\u003c/script\\u003e\\u0026\\u2028\"");
    }
}
