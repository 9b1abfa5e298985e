//! XML of strangers, step by step: no document type, so no entity but the five of XML, and no nesting past a bound.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may nest.
const DEPTH: usize = 512;

/// What is read next. Names are without their prefix: the files of different programs differ in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// An element begins; one without content begins and ends.
    Begin(String),
    /// An element ends.
    End(String),
    /// A piece of text, with characters in place of references.
    Text(String),
    /// The end of the text.
    Done,
}

/// Reads XML step by step.
pub struct Reader<'t> {
    text: &'t str,
    inner: quick_xml::Reader<&'t [u8]>,
    /// The element that began last.
    element: BytesStart<'t>,
    depth: usize,
    /// Whether an element that was empty is to end.
    ends: bool,
    /// Where the last step begins, in bytes.
    from: usize,
}

impl<'t> Reader<'t> {
    /// A reader of a text.
    pub fn new(text: &'t str) -> Self {
        let inner = quick_xml::Reader::from_str(text);
        Self { text, inner, element: BytesStart::new(""), depth: 0, ends: false, from: 0 }
    }

    /// The next step.
    ///
    /// # Errors
    /// What is no sound XML, or has a document type, or nests too deep; in words.
    pub fn step(&mut self) -> Result<Step, String> {
        if std::mem::take(&mut self.ends) {
            self.from = self.at();
            return Ok(Step::End(name(&self.element)));
        }
        loop {
            self.from = self.at();
            match self.inner.read_event().map_err(|error| format!("its XML is damaged: {error}"))? {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(format!("its XML nests deeper than {DEPTH} elements"));
                    }
                    self.element = element;
                    return Ok(Step::Begin(name(&self.element)));
                }
                Event::Empty(element) => {
                    (self.element, self.ends) = (element, true);
                    return Ok(Step::Begin(name(&self.element)));
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Step::End(element.local_name().as_ref().to_owned()));
                }
                Event::Text(text) => return Ok(Step::Text(text.to_string())),
                Event::CData(text) => return Ok(Step::Text(text.to_string())),
                Event::GeneralRef(reference) => return self.reference(&reference).map(Step::Text),
                Event::DocType(_) => return Err("its XML has a document type, which no form needs".to_owned()),
                Event::Eof if self.depth > 0 => return Err("its XML ends in the middle".to_owned()),
                Event::Eof => return Ok(Step::Done),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Reads on to the end of the element that began last, whatever it holds.
    ///
    /// # Errors
    /// As [`Reader::step`].
    pub fn skip(&mut self) -> Result<(), String> {
        let mut open = 1;
        while open > 0 {
            match self.step()? {
                Step::Begin(_) => open += 1,
                Step::End(_) => open -= 1,
                Step::Text(_) => {}
                Step::Done => return Err("its XML ends in the middle".to_owned()),
            }
        }
        Ok(())
    }

    /// An attribute of the element that began last, by its name without prefix.
    pub fn attribute(&self, wanted: &str) -> Option<String> {
        let mut attributes = self.element.attributes();
        let attribute = attributes.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == wanted)?;
        let value = attribute.value;
        Some(quick_xml::escape::unescape(&value).map_or_else(|_| value.to_string(), std::borrow::Cow::into_owned))
    }

    /// The prefix of the element that began last, with its colon.
    pub fn prefix(&self) -> String {
        self.element.name().prefix().map_or_else(String::new, |prefix| prefix.as_ref().to_owned() + ":")
    }

    /// Where the last step begins, in bytes of the text.
    pub fn from(&self) -> usize {
        self.from
    }

    /// Where the last step ends, in bytes of the text.
    pub fn at(&self) -> usize {
        usize::try_from(self.inner.buffer_position()).unwrap_or(usize::MAX).min(self.text.len())
    }

    fn reference(&self, reference: &quick_xml::events::BytesRef<'_>) -> Result<String, String> {
        let name = reference.to_string();
        let character = reference.resolve_char_ref().map_err(|error| format!("its XML is damaged: {error}"))?;
        let text = character.map(String::from).or_else(|| resolve_xml_entity(&name).map(str::to_owned));
        text.ok_or_else(|| format!("its XML refers to the entity `{}`, which no form needs", name.escape_debug()))
    }
}

fn name(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(text: &str) -> Result<Vec<Step>, String> {
        let (mut reader, mut steps) = (Reader::new(text), Vec::new());
        loop {
            match reader.step()? {
                Step::Done => return Ok(steps),
                step => steps.push(step),
            }
        }
    }

    #[test]
    fn steps_are_without_prefixes_and_references() {
        let begin = |name: &str| Step::Begin(name.to_owned());
        let end = |name: &str| Step::End(name.to_owned());
        let text = |text: &str| Step::Text(text.to_owned());
        let found = steps("<?xml version='1.0'?><w:a x:b='1'><c/>d&amp;&#101;</w:a>").unwrap();
        assert_eq!(found, [begin("a"), begin("c"), end("c"), text("d"), text("&"), text("e"), end("a")]);
    }

    #[test]
    fn what_is_hostile_is_refused() {
        assert!(steps("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").unwrap_err().contains("document type"));
        assert!(steps("<a>&b;</a>").unwrap_err().contains("entity `b`"));
        assert!(steps("<a><b></a>").is_err() && steps("<a>").is_err());
        assert!(steps(&"<a>".repeat(100_000)).unwrap_err().contains("nests deeper"));
    }

    #[test]
    fn places_and_attributes_are_told() {
        let mut reader = Reader::new("<w:a><w:b w:val='&lt;1'/><w:c><d/></w:c>e</w:a>");
        assert_eq!(reader.step(), Ok(Step::Begin("a".to_owned())));
        assert_eq!(reader.step(), Ok(Step::Begin("b".to_owned())));
        assert_eq!((reader.from(), reader.at()), (5, 25));
        assert_eq!((reader.attribute("val").as_deref(), reader.prefix().as_str()), (Some("<1"), "w:"));
        reader.skip().unwrap();
        assert_eq!(reader.step(), Ok(Step::Begin("c".to_owned())));
        reader.skip().unwrap();
        assert_eq!(reader.step(), Ok(Step::Text("e".to_owned())));
    }
}
