//! A document that a draft would list twice.
//!
//! # What it checks
//! Among the references that a deliverable declares and those of other packages that it cites, no two have the same number and the same edition. The entries of a library are compared with each other as well.
//! # Why
//! ETSI Drafting Rules on references, and ISO/IEC Directives, Part 2, clause 15: a document has one entry and one label.
//! # Bad
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2025" }
//! reference iso-one { number "ISO 1"; title "One"; date "2025" }  //~ duplicate-reference
//! assumption A-2 { text "The room is locked, see [iso-1] and [iso-one]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2025" }
//! assumption A-2 { text "The room is locked, see [iso-1]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Keep one of the two, and cite that one everywhere.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{CitedDocument, Id, Package, Relation};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "duplicate-reference", severity: Severity::Error, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for package in model.packages() {
        let mut first: BTreeMap<(String, Option<u16>), Id> = BTreeMap::new();
        for id in listed(package, context) {
            let Some(document) = model.body::<CitedDocument<'_>>(id).filter(|it| it.catalogue.is_none()) else {
                continue;
            };
            let Some(key) = document.key().filter(|key| !key.is_empty()) else { continue };
            match first.entry((key, document.year())) {
                Entry::Vacant(place) => {
                    place.insert(id);
                }
                Entry::Occupied(place) => {
                    let (one, other) = (model.get(*place.get()), model.get(id));
                    let (at, before) = if other.package == package.id { (other, one) } else { (one, other) };
                    let message = format!(
                        "`{}` and `{}` are the same document",
                        context.name(before, package.id),
                        context.name(at, package.id)
                    );
                    context
                        .report(at.at, message, "keep one of the two, and cite that one everywhere")
                        .label(before.at, "the other one");
                }
            }
        }
    }
}

/// The references that the draft of a package lists, those of others last.
fn listed(package: &Package<'_>, context: &Context<'_, '_>) -> Vec<Id> {
    let (model, graph) = (context.model, context.graph);
    let mut listed = Vec::new();
    let mut others = Vec::new();
    for member in model.members(package.id) {
        if member.kind() == "reference" {
            listed.push(member.id);
        }
        let cited = graph.outgoing(member.id).filter(|edge| {
            matches!(edge.relation, Relation::Mentions | Relation::Cites | Relation::Source)
                && model.get(edge.to).kind() == "reference"
                && model.get(edge.to).package != package.id
        });
        others.extend(cited.map(|edge| edge.to));
    }
    others.sort_unstable();
    others.dedup();
    listed.extend(others);
    listed
}
