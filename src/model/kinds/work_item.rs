//! A planned deliverable.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::super::{PackageId, Target};
use super::Read;

/// A planned deliverable.
#[derive(Clone, Debug)]
pub struct WorkItem<'s> {
    /// The requested items it answers.
    pub items: Vec<Target>,
    /// Who develops it.
    pub body: Option<Target>,
    /// The number of the deliverable.
    pub number: Option<Text<'s>>,
    /// The reference of the work item.
    pub reference: Option<Text<'s>>,
    /// The package that holds it.
    pub deliverable: Option<PackageId>,
}

impl<'s> Read<'s> for WorkItem<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            items: reader.targets(entry, "item"),
            body: reader.target(entry, "body"),
            number: entry.text("number"),
            reference: entry.text("reference"),
            deliverable: reader.package_of(entry, "deliverable"),
        }
    }
}
