//! XML of a part as a tree, with the attributes that the tests ask for.

use std::collections::BTreeMap;

use normc::ooxml::{Package, Reader, Step};

const ATTRIBUTES: &[&str] =
    &["val", "id", "name", "anchor", "styleId", "type", "numId", "abstractNumId", "descr", "orient"];

#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<&'static str, String>,
    pub(crate) children: Vec<Node>,
    pub(crate) text: String,
}

impl Node {
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Every element of this name, at any depth, in order.
    pub(crate) fn all<'n>(&'n self, name: &str) -> Vec<&'n Node> {
        let mut found = Vec::new();
        self.walk(&mut |node| {
            if node.name == name {
                found.push(node);
            }
        });
        found
    }

    fn walk<'n>(&'n self, visit: &mut dyn FnMut(&'n Node)) {
        visit(self);
        self.children.iter().for_each(|child| child.walk(visit));
    }
}

/// The tree of a part.
pub(crate) fn part(package: &Package, path: &str) -> Node {
    read(std::str::from_utf8(&package.parts[path].bytes).unwrap())
}

pub(crate) fn read(text: &str) -> Node {
    let mut reader = Reader::new(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.step().unwrap() {
            Step::Begin(name) => {
                let attributes = ATTRIBUTES.iter().filter_map(|name| Some((*name, reader.attribute(name)?))).collect();
                open.push(Node { name, attributes, ..Node::default() });
            }
            Step::End(_) => {
                let node = open.pop().unwrap();
                open.last_mut().unwrap().children.push(node);
            }
            Step::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Step::Done => return open.pop().unwrap().children.pop().unwrap(),
        }
    }
}
