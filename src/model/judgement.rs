//! Which review of an obligation counts in a package, and whether it still holds. Facts; whether one is wanted is for rules.

use jiff::civil::Date;

use super::standard::Stage;
use super::{Declaration, Id, Model, Obligation, PackageId, Programme, Review, Revision, Standard};

/// Why a review no longer holds, or not yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lapse {
    /// It is dated after the version of the package that holds it.
    Future(Date),
    /// The package changed after it.
    Changed(Date),
    /// It was to be renewed by this day.
    Expired(Date),
}

impl Lapse {
    /// The reason in words, after the name of the review.
    pub fn in_words(self) -> String {
        match self {
            Self::Future(version) => format!("it is dated after this version, which is of {version}"),
            Self::Changed(revision) => format!("the revision of {revision} came after it"),
            Self::Expired(until) => format!("it held until {until}"),
        }
    }
}

impl<'s> Model<'s> {
    /// The newest review of an obligation in a package.
    pub fn review(&self, package: PackageId, obligation: Id) -> Option<(&Declaration<'s>, &Review<'s>)> {
        let of = |review: &Review<'_>| review.reviews.iter().any(|target| target.id == obligation);
        self.of::<Review<'s>>(package).filter(|(_, review)| of(review)).max_by_key(|(_, review)| review.date)
    }

    /// Why a review of an obligation does not hold for the package that it stands in; `None` where it does.
    pub fn lapse(&self, package: PackageId, review: &Review<'s>, obligation: &Obligation<'_>) -> Option<Lapse> {
        let (date, version) = (review.date?, self.version_date(package)?);
        if date > version {
            return Some(Lapse::Future(version));
        }
        let revisions = self.of::<Revision<'s>>(package).filter_map(|(_, revision)| revision.date);
        if let Some(changed) = revisions.filter(|revision| *revision > date).max() {
            return Some(Lapse::Changed(changed));
        }
        let renewed = obligation.valid.and_then(|valid| valid.after(date));
        let until = review.until.into_iter().chain(renewed).min()?;
        (until < version).then_some(Lapse::Expired(until))
    }

    /// The date of the version of a deliverable or a work programme.
    pub fn version_date(&self, package: PackageId) -> Option<Date> {
        let head = self.package(package).head?;
        let standard = self.body::<Standard<'s>>(head).and_then(|standard| standard.date);
        standard.or_else(|| self.body::<Programme<'s>>(head)?.date)
    }

    /// How far a deliverable has come; a work programme is always in use.
    pub fn stage(&self, package: PackageId) -> Option<Stage> {
        self.body::<Standard<'s>>(self.package(package).head?)?.stage
    }
}
