//! What a PDF costs, beside what typst itself takes for the same pages: `cargo bench --bench pdf`.
//!
//! `draft` is the backend; `bare` compiles the same content written out as typst's own markup, with the same rules of style. Read the one
//! beside the other of the same run: the draft is to take no more than 1.1 times as long.
#![allow(missing_docs, reason = "a bench is no interface")]

#[path = "pdf/bare.rs"]
mod bare;
#[path = "corpus/mod.rs"]
mod corpus;
#[path = "pdf/world.rs"]
mod world;

use divan::Bencher;
use normc::artifact::Options;
use normc::document::{self, Document, House};
use normc::{graph, model, render, syntax};

fn main() {
    divan::main();
}

/// A draft of a vertical of a hundred requirements.
fn document() -> Document {
    let sources = corpus::sources(&corpus::Corpus::new(125));
    let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
    let (model, _) = model::resolve(&sources, trees);
    let graph = graph::link(&model);
    let package = model.package_named("v000").expect("the first vertical").id;
    let house = House::built_in().expect("the outlines are sound");
    let pictures = |name: &str| Err(format!("no picture {name}"));
    let composed = document::compose(&model, &graph, house, package, &options(), &pictures);
    composed.expect("the outline is sound").expect("it is a deliverable").0
}

fn options() -> Options {
    Options { generator: "normc".to_owned(), date: "2026-01-01".to_owned(), ..Options::default() }
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn draft(bencher: Bencher<'_, '_>) {
    let document = document();
    let pdf = render::BACKENDS.iter().find(|backend| backend.name == "pdf").expect("this build has PDF");
    bencher.bench_local(|| (pdf.emit)(&document, &options()).expect("the draft can be set"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn bare(bencher: Bencher<'_, '_>) {
    let document = document();
    let markup = bare::markup(&document);
    bencher.bench_local(|| world::pdf(&document, &markup));
}
