//! Reads a form.

use super::super::Table;
use super::form;
use crate::ooxml::Package;

/// The part that holds the text, where the package is a text document.
pub(in crate::comments) fn main_part(package: &Package) -> Option<String> {
    let main = package.relations.get("")?.iter().find(|relation| relation.sort.ends_with("/officeDocument"))?;
    let path = main.target.trim_start_matches('/').to_owned();
    let part = package.parts.get(&path)?;
    part.media_type.contains("wordprocessingml").then_some(path)
}

/// The comments of a text document.
pub(in crate::comments) fn read(package: &Package) -> Result<Table, String> {
    let main = main_part(package).ok_or("it is no text document")?;
    Ok(form::read(package, &main)?.table)
}
