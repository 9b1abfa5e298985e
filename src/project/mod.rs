//! The outside world: the workspace on disk, and the pipeline from it to written files. The only folder that reads or writes files.

mod compile;
mod manifest;
mod workspace;
mod write;

pub use compile::{Built, Checked, Order, Written, build, check};
pub use manifest::Manifest;
pub use workspace::{Workspace, find_root, load};
pub use write::write;
