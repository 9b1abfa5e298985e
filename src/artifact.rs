//! What a backend is, and what it is told. Knows no format.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::standard::Eso;

/// What every emit is told from outside, so that it needs no clock and no environment.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Name and version of the generator, such as `normc 0.1.0`.
    pub generator: String,
    /// The date of the output, `YYYY-MM-DD`.
    pub date: String,
    /// Whether the source has findings of severity error, so that the output says on each page that it is a draft with findings.
    pub faulty: bool,
    /// Whether the draft leaves the committee: it has no remarks of the editor and nothing across its pages, and needs every official text.
    pub submission: bool,
    /// Whose format the draft has, where it is not the one that the deliverable names.
    pub format: Option<Eso>,
    /// Whether drafts number their lines, for comments.
    pub line_numbers: bool,
    /// The catalogue as JSON, where drafts that can carry other files are to carry it.
    pub attached: Option<Arc<[u8]>>,
    /// The publisher's own template for word processors, as it was read.
    pub template: Option<Arc<[u8]>>,
    /// Who is named as the author of what changed since the draft before; the generator where nobody is.
    pub author: Option<String>,
    /// The release of its specification that a backend follows, by the backend's name, where it is not the newest that it knows.
    pub releases: BTreeMap<&'static str, String>,
}

/// A format that a product can be emitted in. `P` is the product: `document::Document` or `catalogue::Catalogue`.
pub struct Backend<P> {
    /// The name after `--to`, such as `pdf`.
    pub name: &'static str,
    /// What follows the package's name in the file's name, such as `pdf` or `oscal-catalog.json`.
    pub extension: &'static str,
    /// The media type, such as `application/pdf`.
    pub media_type: &'static str,
    /// The specification it follows, with its version, in a sentence.
    pub follows: &'static str,
    /// Whether it has anything to say of this product.
    pub applies: fn(&P) -> bool,
    /// Makes the file. Fails only where the format cannot hold the product; the message says why.
    pub emit: fn(&P, &Options) -> Result<Vec<u8>, String>,
    /// What lies beside the file because the file names it, such as pictures; [`alone`] where there is nothing.
    pub beside: fn(&P) -> Vec<Beside>,
}

/// A file that another names: its name, without a folder, and its bytes.
pub type Beside = (String, Arc<[u8]>);

/// For a file that needs no other.
pub fn alone<P>(_: &P) -> Vec<Beside> {
    Vec::new()
}

/// A format that a whole corpus is emitted in, such as a site or a database. `P` is the product: `corpus::Corpus`.
pub struct Collection<P> {
    /// The name after `--to`, such as `site`.
    pub name: &'static str,
    /// The media type, or that of its first file.
    pub media_type: &'static str,
    /// The specification it follows, with its version, in a sentence.
    pub follows: &'static str,
    /// Makes the files, in order, the first being the one to open. Fails only where the format cannot hold the product; the message says why.
    pub emit: fn(&P, &Options) -> Result<Vec<Part>, String>,
}

/// A file of a collection: its path below the output folder, with `/` between parts, and its bytes.
pub type Part = (String, Vec<u8>);
