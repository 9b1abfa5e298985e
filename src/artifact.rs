//! What a backend is, and what it makes. Knows no format.

use std::path::PathBuf;

/// A file that a backend made: its name below the package's output folder, and its bytes.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// File name or relative path, such as `pm.pdf`.
    pub path: PathBuf,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What every emit is told from outside, so that it needs no clock and no environment.
#[derive(Clone, Debug)]
pub struct Options {
    /// Name and version of the generator, such as `normc 0.1.0`.
    pub generator: String,
    /// The date of the output, `YYYY-MM-DD`.
    pub date: String,
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
    /// Makes the file. Fails only where the format cannot hold the product; the message says why.
    pub emit: fn(&P, &Options) -> Result<Vec<u8>, String>,
}
