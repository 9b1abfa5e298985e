//! What a deliverable says of the matters that its request wants considered, and whether the request means it.

use super::item::ItemRole;
use super::standard::Role;
use super::{Considers, Declaration, Item, Model, PackageId, Standard};

impl<'s> Model<'s> {
    /// Whether the items that a deliverable answers ask for its role.
    pub fn answers_its_role(&self, standard: &Standard<'s>) -> bool {
        let Some(role) = standard.role else { return true };
        let mut items = standard.answers.iter().filter_map(|item| self.body::<Item<'s>>(item.id)?.role);
        items.all(|asked| (asked == ItemRole::Vertical) == (role == Role::Vertical))
    }

    /// What a deliverable says of a matter.
    pub fn considered(&self, package: PackageId, matter: &str) -> Option<(&Declaration<'s>, &Considers<'s>)> {
        self.of::<Considers<'s>>(package).find(|(_, it)| it.matters.iter().any(|word| word.text == matter))
    }
}
