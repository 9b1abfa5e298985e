//! What deliverables were reviewed against: the lock records what each requirement of a horizontal said when a deliverable that adopts it, refines
//! it or departs from it was last compared with it. So a change of the horizontal is seen in everything that was written against it. Reads and
//! writes no file; judges nothing.

mod content;
mod file;
mod review;
mod version;

use std::collections::BTreeMap;

pub use content::{Content, Part};
pub use file::{FILE, Fault};
pub use review::{Change, Review, State, changes, is_editorial, recorded, reviews, treated, version_of};
pub use version::newer;

/// The records of a workspace.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lock {
    /// By the deliverable's package and the qualified name of the requirement that it treats.
    pub records: BTreeMap<(String, String), Record>,
}

/// What a requirement said when it was last compared with what a deliverable makes of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    /// The version of the requirement's deliverable.
    pub version: String,
    /// The day of the comparison.
    pub date: String,
    /// Who compared.
    pub by: Option<String>,
    /// The digest of what binds.
    pub binding: String,
    /// The digest of what only explains.
    pub prose: String,
    /// What binds, part by part.
    pub says: BTreeMap<String, String>,
}
