//! What a draft says before its text begins: the cover, and page 2.

use serde::Serialize;

/// What the cover says.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Cover {
    /// `etsi`, `cen` or `cenelec`; chooses the look.
    pub eso: String,
    /// The identifier line, such as `Draft ETSI EN 304 618 V0.1.0 (2026-11)`.
    pub identifier: String,
    /// The type line, such as `HARMONISED EUROPEAN STANDARD`.
    pub type_line: String,
    /// The elements of the title, in order.
    pub title: Vec<String>,
    /// What stands in the running header.
    pub running_header: String,
    /// What stands in the running footer.
    pub running_footer: String,
    /// The lines that page 2 carries, block by block: heading and paragraphs.
    pub page_two: Vec<PageTwoBlock>,
}

/// A block of page 2, such as `Keywords`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PageTwoBlock {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Whether this is normc's neutral wording where the official text belongs.
    pub placeholder: bool,
}
