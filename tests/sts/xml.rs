//! XML as a tree, for tests that look into it.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Child>,
}

#[derive(Debug)]
pub(crate) enum Child {
    Node(Node),
    Text(String),
}

impl Node {
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The elements in it.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The elements in it with this name.
    pub(crate) fn named<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Node> {
        self.nodes().filter(move |node| node.name == name)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.named(name).next().is_some()
    }

    /// Every text in it.
    pub(crate) fn text(&self) -> String {
        let of = |child: &Child| match child {
            Child::Node(node) => node.text(),
            Child::Text(text) => text.clone(),
        };
        self.children.iter().map(of).collect()
    }

    /// Every element with those around it, the outermost first.
    pub(crate) fn walk<'n>(&'n self, around: &mut Vec<&'n Node>, visit: &mut dyn FnMut(&'n Node, &[&'n Node])) {
        visit(self, around);
        around.push(self);
        self.nodes().for_each(|node| node.walk(around, visit));
        around.pop();
    }
}

/// Reads a document; panics where it is not well-formed.
pub(crate) fn read(text: &str) -> Node {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(node(&start)),
            Event::Empty(start) => {
                let node = node(&start);
                open.last_mut().unwrap().children.push(Child::Node(node));
            }
            Event::End(_) => {
                let node = open.pop().unwrap();
                open.last_mut().unwrap().children.push(Child::Node(node));
            }
            Event::Text(text) => {
                let text = text.into_inner().into_owned();
                open.last_mut().unwrap().children.push(Child::Text(text));
            }
            Event::GeneralRef(reference) => {
                let reference = format!("&{};", &*reference.into_inner());
                let text = quick_xml::escape::unescape(&reference).unwrap().into_owned();
                open.last_mut().unwrap().children.push(Child::Text(text));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element is open at the end");
    let root = open.pop().unwrap();
    root.children
        .into_iter()
        .find_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
        .unwrap()
}

fn node(start: &BytesStart<'_>) -> Node {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
        (attribute.key.0.to_owned(), value)
    });
    Node { name: start.name().0.to_owned(), attributes: attributes.collect(), children: Vec::new() }
}
