//! The outside world: the workspace on disk, and the pipeline from it to written files. The only folder that reads or writes files.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "this is where files are read and written")]

mod comments;
mod compile;
mod git;
mod house;
mod manifest;
mod mend;
mod place;
mod session;
mod stamp;
mod state;
mod workspace;
mod write;

pub use comments::{Brought, bring_in, fill_in, keep, places};
pub use compile::{Built, Checked, Order, Written, build, check, check_with, draft};
pub use house::{examined, examined_file};
pub use manifest::Manifest;
pub use mend::{Mended, Mending, mend, write_mended};
pub use session::Session;
pub use stamp::Stamp;
pub use state::{Linked, State, drafts, linked};
pub use workspace::{Workspace, find_root, load, read_baseline, templates};
pub use write::write;
