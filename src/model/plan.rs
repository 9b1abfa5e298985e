//! A work programme as a whole: the request it answers, its work items with their milestones, its actions and its reports.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Declaration, Id, Item, Milestone, Model, Package, PackageId, Participation, Programme, Report, Request,
    TechnicalBody, WorkItem,
};

/// The stages of a work item, in order.
pub const STAGES: &[&str] = &["draft", "enquiry", "vote", "adoption", "publication", "citation"];

/// Declarations of a kind, each with what it says.
type All<'m, 's, K> = Vec<(&'m Declaration<'s>, &'m K)>;

/// A work programme and the request it answers.
#[derive(Debug)]
pub struct Plan<'m, 's> {
    /// The declaration of the header.
    pub head: &'m Declaration<'s>,
    /// The header.
    pub programme: &'m Programme<'s>,
    /// The header of the request.
    pub request: &'m Request<'s>,
    /// The requested items that no other replaced.
    pub items: All<'m, 's, Item<'s>>,
    /// The technical bodies.
    pub bodies: All<'m, 's, TechnicalBody<'s>>,
    /// The planned deliverables.
    pub work: All<'m, 's, WorkItem<'s>>,
    /// The milestones of each work item, in the order of their stages.
    pub milestones: BTreeMap<Id, All<'m, 's, Milestone<'s>>>,
    /// The actions for participation.
    pub participation: All<'m, 's, Participation<'s>>,
    /// The reports, by the date on which they are due.
    pub reports: All<'m, 's, Report<'s>>,
}

impl<'s> Model<'s> {
    /// A package as a work programme that is held against a request, which may be another edition than the one that it answers; `None` where it
    /// is no programme.
    pub fn plan<'m>(&'m self, package: &Package<'s>, request: PackageId) -> Option<Plan<'m, 's>> {
        let head = self.get(package.head?);
        let programme: &Programme<'s> = self.body(head.id)?;
        let mut milestones: BTreeMap<_, All<'m, 's, Milestone<'s>>> = BTreeMap::new();
        for (declaration, milestone) in self.of::<Milestone<'s>>(package.id) {
            if let Some(of) = milestone.of {
                milestones.entry(of.id).or_default().push((declaration, milestone));
            }
        }
        milestones.values_mut().for_each(|of| of.sort_by_key(|(_, milestone)| rank(milestone)));
        let mut reports: All<'m, 's, Report<'s>> = self.of(package.id).collect();
        reports.sort_by_key(|(_, report)| report.due);
        Some(Plan {
            head,
            programme,
            request: self.body(self.package(request).head?)?,
            items: self.of::<Item<'s>>(request).filter(|(_, item)| item.replaced_by.is_none()).collect(),
            bodies: self.of(package.id).collect(),
            work: self.of(package.id).collect(),
            milestones,
            participation: self.of(package.id).collect(),
            reports,
        })
    }
}

/// The place of a milestone's stage in [`STAGES`].
fn rank(milestone: &Milestone<'_>) -> Option<usize> {
    let stage = milestone.stage?;
    STAGES.iter().position(|word| *word == stage.text)
}

impl<'m, 's> Plan<'m, 's> {
    /// The milestones of a work item, in the order of their stages.
    pub fn milestones_of(&self, work: Id) -> &[(&'m Declaration<'s>, &'m Milestone<'s>)] {
        self.milestones.get(&work).map_or(&[], Vec::as_slice)
    }

    /// The date of a stage of a work item.
    pub fn date_of(&self, work: Id, stage: &str) -> Option<Date> {
        let of_stage = |milestone: &Milestone<'_>| milestone.stage.is_some_and(|word| word.text == stage);
        self.milestones_of(work).iter().find(|(_, milestone)| of_stage(milestone))?.1.date()
    }

    /// The day by which every draft that has a date for it has been in enquiry.
    pub fn last_enquiry(&self) -> Option<Date> {
        self.work.iter().filter_map(|(declaration, _)| self.date_of(declaration.id, "enquiry")).max()
    }
}
