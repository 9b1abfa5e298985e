//! Collect: the catalogues and drafts of all packages, with the matrices of the deliverables, make one corpus. Knows no format.

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::catalogue::Catalogue;
use crate::coverage::{self, Coverage};
use crate::document::Document;
use crate::graph::Graph;
use crate::model::{Model, Standard};

/// Everything that a workspace comes to.
#[derive(Debug)]
pub struct Corpus {
    /// The packages, by name.
    pub packages: Vec<Volume>,
}

/// What one package adds to a corpus.
#[derive(Debug)]
pub struct Volume {
    /// What it declares.
    pub catalogue: Catalogue,
    /// Its draft, where it is a deliverable.
    pub document: Option<Document>,
    /// Its matrices, where it is a deliverable.
    pub coverage: Option<Coverage>,
}

/// Makes the corpus of a workspace from the products of its packages.
pub fn collect(model: &Model<'_>, graph: &Graph, products: Vec<(Catalogue, Option<Document>)>) -> Corpus {
    let volume = |(catalogue, document): (Catalogue, Option<Document>)| {
        let package = model.package_named(&catalogue.package);
        let standard = package.and_then(|package| Some((package.id, model.body::<Standard<'_>>(package.head?)?)));
        let coverage = standard.map(|(package, standard)| coverage::coverage(model, graph, package, standard));
        Volume { catalogue, document, coverage }
    };
    Corpus { packages: products.into_par_iter().map(volume).collect() }
}
