//! A YAML text as a tree in which each key and value knows its place, so that what is found wrong with it is shown there. Only this file names
//! the reader of YAML with places. Anchors and aliases are refused.

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};
use serde_json::Value;

use crate::source::{FileId, Span};

/// How deep lists and maps may stand in each other.
const DEPTH: usize = 48;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands: all of a scalar, the beginning of a list or map.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A text, a number, `true`, `false` or nothing.
    Scalar(Value),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in order; a key can be there twice.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Clone, Debug)]
pub struct Key {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Why a text is no YAML.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

/// A step from a value into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, counted from 0.
    Item(usize),
}

impl Node {
    /// The value of a key; the last, where a key is there twice.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().rev().find(|(known, _)| known.text == key).map(|(_, value)| value)
    }

    /// Where a key of a map stands; where the map does, if it is not there.
    pub fn key(&self, key: &str) -> Span {
        let Kind::Map(entries) = &self.kind else { return self.span };
        entries.iter().find(|(known, _)| known.text == key).map_or(self.span, |(known, _)| known.span)
    }

    /// The value at the end of a path.
    pub fn at(&self, path: &[Step]) -> Option<&Self> {
        path.iter().try_fold(self, |node, step| match (step, &node.kind) {
            (Step::Key(key), _) => node.get(key),
            (Step::Item(at), Kind::List(items)) => items.get(*at),
            _ => None,
        })
    }

    /// Where the value at the end of a path stands, or the last value on the way that is there.
    pub fn place(&self, path: &[Step]) -> Span {
        let steps = (0..=path.len()).rev();
        steps.filter_map(|length| self.at(&path[..length])).next().map_or(self.span, |node| node.span)
    }
}

/// Reads a YAML text.
///
/// # Errors
/// The first place at which it is no YAML.
pub fn read(file: FileId, text: &str) -> Result<Node, Fault> {
    let offsets: Vec<u32> = text.char_indices().filter_map(|(at, _)| u32::try_from(at).ok()).collect();
    let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut reader = Reader { file, offsets, end, events: Parser::new_from_str(text) };
    loop {
        match reader.next()? {
            (Event::DocumentStart(_), _) => {
                let first = reader.next()?;
                return reader.node(first, 0);
            }
            (Event::StreamEnd, _) => return Ok(Node { span: Span::new(file, 0, 0), kind: Kind::Map(Vec::new()) }),
            _ => {}
        }
    }
}

struct Reader<'t> {
    file: FileId,
    /// The byte at which each character begins.
    offsets: Vec<u32>,
    end: u32,
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
}

type Met<'t> = (Event<'t>, Span);

impl<'t> Reader<'t> {
    fn offset(&self, marker: &Marker) -> u32 {
        self.offsets.get(marker.index()).copied().unwrap_or(self.end)
    }

    fn next(&mut self) -> Result<Met<'t>, Fault> {
        let place = |start: u32, end: u32| Span::new(self.file, start, end);
        match self.events.next_event() {
            None => Ok((Event::StreamEnd, place(self.end, self.end))),
            Some(Ok((event, span))) => Ok((event, place(self.offset(&span.start), self.offset(&span.end)))),
            Some(Err(error)) => {
                let at = self.offset(error.marker());
                Err(Fault { span: place(at, at), message: error.info().to_owned() })
            }
        }
    }

    fn node(&mut self, (event, span): Met<'t>, depth: usize) -> Result<Node, Fault> {
        let fault = |message: &str| Err(Fault { span, message: message.to_owned() });
        if depth > DEPTH {
            return fault("lists and maps stand in each other too deep");
        }
        match event {
            Event::Scalar(text, style, 0, _) => {
                Ok(Node { span, kind: Kind::Scalar(scalar(&text, style == ScalarStyle::Plain)) })
            }
            Event::SequenceStart(0, _) => self.list(span, depth),
            Event::MappingStart(0, _) => self.map(span, depth),
            Event::Alias(_) | Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) => {
                fault("anchors and aliases (`&`, `*`) are not allowed; quote the value, or write it out")
            }
            _ => fault("a value is missing"),
        }
    }

    fn list(&mut self, span: Span, depth: usize) -> Result<Node, Fault> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Node { span, kind: Kind::List(items) }),
                met => items.push(self.node(met, depth + 1)?),
            }
        }
    }

    fn map(&mut self, span: Span, depth: usize) -> Result<Node, Fault> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        loop {
            let (text, at) = match self.next()? {
                (Event::MappingEnd, _) => {
                    let span = entries.first().map_or(span, |(key, _)| key.span);
                    return Ok(Node { span, kind: Kind::Map(entries) });
                }
                (Event::Scalar(text, _, 0, _), at) => (text.into_owned(), at),
                (_, span) => return Err(Fault { span, message: "a key is no word".to_owned() }),
            };
            let met = self.next()?;
            entries.push((Key { text, span: at }, self.node(met, depth + 1)?));
        }
    }
}

/// What a scalar means: without quotation marks some words are no texts.
fn scalar(text: &str, plain: bool) -> Value {
    match text {
        _ if !plain => Value::from(text),
        "" | "~" | "null" => Value::Null,
        "true" => Value::from(true),
        "false" => Value::from(false),
        _ => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn tree(text: &str) -> Result<Node, Fault> {
        read(Sources::default().attach("x.yaml", text), text)
    }

    #[test]
    fn keys_and_values_know_their_places() {
        let text = "é: [1, \"ü\", { b: true }]\n";
        let node = tree(text).unwrap();
        let key = |key: &str| Step::Key(key.to_owned());
        let at = |path: &[Step]| &text[node.place(path).range()];
        assert_eq!(at(&[]), "é");
        assert_eq!(at(&[key("é"), Step::Item(1)]), "\"ü\"");
        assert_eq!(at(&[key("é"), Step::Item(2), key("b")]), "true");
        assert_eq!(at(&[key("é"), Step::Item(2), key("c")]), "b");
    }

    #[test]
    fn what_is_no_yaml_is_a_fault_at_its_place() {
        assert_eq!(tree("a: [1\nb: 2\n").unwrap_err().span.file, Sources::default().attach("x", ""));
        assert!(tree("a: &x 1\nb: *x\n").unwrap_err().message.contains("aliases"));
        assert!(tree(&"[".repeat(200)).unwrap_err().message.contains("too deep"));
        assert!(matches!(tree("").unwrap().kind, Kind::Map(_)));
    }
}
