//! What files of word processors and spreadsheets consist of: a package of parts that refer to each other, and XML in them. Knows no draft
//! and no form; only it names the crate for archives.

mod package;
mod read;
mod steps;
mod xml;

pub use package::{Package, Part, Relation};
pub use read::read;
pub use steps::{Reader, Step};
pub use xml::{Xml, legal};
