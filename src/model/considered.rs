//! What a deliverable says of the matters that its request wants considered.

use super::{Considers, Declaration, Model, PackageId};

impl<'s> Model<'s> {
    /// What a deliverable says of a matter.
    pub fn considered(&self, package: PackageId, matter: &str) -> Option<(&Declaration<'s>, &Considers<'s>)> {
        self.of::<Considers<'s>>(package).find(|(_, it)| it.matters.iter().any(|word| word.text == matter))
    }
}
