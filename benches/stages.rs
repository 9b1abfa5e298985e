//! What each stage of the pipeline takes, by the size of the corpus: `cargo bench --no-default-features --bench stages`.
//!
//! Read the figures beside `baseline` of the same run, which walks the same bytes once: UTF-8 is validated and SHA-256 taken. That takes
//! the machine's speed out of a comparison. `--bench measured` prints these ratios for the book.
#![allow(missing_docs, reason = "a bench is no interface")]

#[path = "corpus/mod.rs"]
mod corpus;

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use normc::artifact::{Backend, Options};
use normc::catalogue::{self, Catalogue};
use normc::document::{self, Document, House};
use normc::graph::{self, Graph};
use normc::model::{self, Model, PackageId};
use normc::source::Sources;
use normc::syntax::SyntaxTree;
use normc::{check, export, project, render, syntax};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};

/// How many requirements the corpora have.
const SIZES: &[usize] = &[1_000, 10_000, 100_000];
/// The same for what makes output of one deliverable of 200 requirements, whose cost is the format's.
const OUTPUT: &[usize] = &[1_000];

fn main() {
    divan::main();
}

fn sources(size: usize) -> Sources {
    corpus::sources(&corpus::Corpus::new(size))
}

fn bytes(sources: &Sources) -> BytesCount {
    BytesCount::new(sources.iter().map(|(_, file)| file.text().len()).sum::<usize>())
}

fn trees(sources: &Sources) -> Vec<SyntaxTree> {
    let files: Vec<_> = sources.iter().collect();
    files.par_iter().map(|(id, file)| syntax::parse(*id, file.text()).0).collect()
}

/// Hands the model and the graph of a corpus to a bench.
fn linked(size: usize, bench: impl FnOnce(&Model<'_>, &Graph)) {
    let sources = sources(size);
    let (model, _) = model::resolve(&sources, trees(&sources));
    let graph = graph::link(&model);
    bench(&model, &graph);
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn baseline(bencher: Bencher<'_, '_>, size: usize) {
    let sources = sources(size);
    bencher.counter(bytes(&sources)).bench_local(|| {
        for (_, file) in sources.iter() {
            let _ = black_box(std::str::from_utf8(black_box(file.text().as_bytes())));
            black_box(Sha256::digest(file.text()));
        }
    });
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn load(bencher: Bencher<'_, '_>, size: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    corpus::write(&corpus::Corpus::new(size), folder.path()).expect("room for the corpus");
    bencher.bench_local(|| project::load(folder.path()));
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn parse(bencher: Bencher<'_, '_>, size: usize) {
    let sources = sources(size);
    bencher.counter(bytes(&sources)).bench_local(|| trees(&sources));
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn resolve(bencher: Bencher<'_, '_>, size: usize) {
    let sources = sources(size);
    let trees = trees(&sources);
    bencher.bench_local(|| model::resolve(&sources, &trees));
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn link(bencher: Bencher<'_, '_>, size: usize) {
    linked(size, |model, _| bencher.bench_local(|| graph::link(model)));
}

#[divan::bench(name = "check", args = SIZES, sample_count = 10, sample_size = 1)]
fn rules(bencher: Bencher<'_, '_>, size: usize) {
    linked(size, |model, graph| bencher.bench_local(|| check::run(model, graph, &check::Config::default())));
}

/// The deliverable that output is made of: the first vertical.
fn vertical(model: &Model<'_>) -> PackageId {
    model.package_named("v000").expect("the first vertical").id
}

fn options() -> Options {
    Options { generator: "normc".to_owned(), date: "2026-01-01".to_owned(), ..Options::default() }
}

fn house() -> &'static House {
    House::built_in().expect("the outlines are sound")
}

fn draft(model: &Model<'_>, graph: &Graph) -> Document {
    let pictures = |name: &str| Err(format!("no picture {name}"));
    let composed = document::compose(model, graph, house(), vertical(model), &options(), &pictures);
    composed.expect("the outline is sound").expect("it is a deliverable").0
}

#[divan::bench(args = OUTPUT)]
fn compose(bencher: Bencher<'_, '_>, size: usize) {
    linked(size, |model, graph| bencher.bench_local(|| draft(model, graph)));
}

#[divan::bench(args = OUTPUT)]
fn extract(bencher: Bencher<'_, '_>, size: usize) {
    linked(size, |model, graph| bencher.bench_local(|| catalogue::extract(model, graph, house(), vertical(model))));
}

/// Emits in every format that this build has; a draft is 200 requirements long.
#[divan::bench(args = render::BACKENDS.iter().map(|backend| backend.name), sample_count = 10, sample_size = 1)]
fn emit_draft(bencher: Bencher<'_, '_>, format: &str) {
    linked(OUTPUT[0], |model, graph| emit(bencher, render::BACKENDS, format, &draft(model, graph)));
}

#[divan::bench(args = export::BACKENDS.iter().map(|backend| backend.name), sample_count = 10, sample_size = 1)]
fn emit_catalogue(bencher: Bencher<'_, '_>, format: &str) {
    linked(OUTPUT[0], |model, graph| {
        let catalogue: Catalogue = catalogue::extract(model, graph, house(), vertical(model));
        emit(bencher, export::BACKENDS, format, &catalogue);
    });
}

fn emit<P>(bencher: Bencher<'_, '_>, backends: &[&Backend<P>], format: &str, product: &P) {
    let backend = backends.iter().find(|backend| backend.name == format).expect("the formats are those of the table");
    bencher.bench_local(|| (backend.emit)(product, &options()));
}
