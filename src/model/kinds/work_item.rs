//! A planned deliverable.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::super::{PackageId, Target};
use super::Read;

/// A planned deliverable.
#[derive(Clone, Debug)]
pub struct WorkItem<'s> {
    /// The requested items it answers.
    pub items: Vec<Target>,
    /// The work items it supports.
    pub supports: Vec<Target>,
    /// Who develops it.
    pub body: Option<Target>,
    /// The number of the deliverable.
    pub number: Option<Text<'s>>,
    /// The reference of the work item.
    pub reference: Option<Text<'s>>,
    /// The package that holds it.
    pub deliverable: Option<PackageId>,
    /// `open` or `restricted`: who may take part.
    pub circle: Option<Word<'s>>,
    /// The work at ISO or IEC that runs in parallel.
    pub parallel: Option<Text<'s>>,
    /// How that work stays under European lead.
    pub safeguard: Option<Text<'s>>,
    /// The title by language.
    pub titled: Vec<(Word<'s>, Text<'s>)>,
}

impl<'s> Read<'s> for WorkItem<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            items: reader.targets(entry, "item"),
            supports: reader.targets(entry, "supports"),
            body: reader.target(entry, "body"),
            number: entry.text("number"),
            reference: entry.text("reference"),
            deliverable: reader.package_of(entry, "deliverable"),
            circle: entry.word("circle"),
            parallel: entry.text("parallel"),
            safeguard: entry.text("safeguard"),
            titled: entry.all("titled").filter_map(|line| Some((line.word_at(0)?, line.text_at(1)?))).collect(),
        }
    }
}
