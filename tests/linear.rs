//! Holds every stage to work in proportion to its input. Times are compared with each other only, never with a clock's idea of fast: each
//! stage takes a corpus and one of four times its size, and the second may take eight times as long, where a square would take sixteen.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::time::{Duration, Instant};

use normc::source::Sources;
use normc::{check, graph, model, syntax};

/// Requirements of the small corpus.
const SMALL: usize = 1_000;
/// How many times larger the other is.
const FACTOR: usize = 4;
/// How many times longer it may take.
const SLACK: u32 = 8;
/// How often both are run at most. The fastest run of each counts, which the machine disturbed least, so each more can only help.
const RUNS: usize = 12;

/// Linking is so short that it is timed together with the rules.
const STAGES: [&str; 3] = ["parse", "resolve", "link and check"];

/// What each stage takes once.
fn stages(sources: &Sources) -> [Duration; 3] {
    let start = Instant::now();
    let (trees, found): (Vec<_>, Vec<_>) = sources.iter().map(|(id, file)| syntax::parse(id, file.text())).unzip();
    let parsed = Instant::now();
    let (model, unresolved) = model::resolve(sources, &trees);
    let resolved = Instant::now();
    let graph = graph::link(&model);
    let findings = check::run(&model, &graph, &check::Config::default());
    let checked = Instant::now();
    assert!(found.concat().is_empty() && unresolved.is_empty(), "{unresolved:?}");
    // A few findings of rules that are younger than the corpus do no harm.
    assert!(findings.diagnostics.len() < SMALL / 100, "{:?}", findings.diagnostics);
    [parsed - start, resolved - parsed, checked - resolved]
}

#[test]
fn four_times_the_source_takes_about_four_times_as_long() {
    let [small, large] = [SMALL, SMALL * FACTOR].map(|size| corpus::sources(&corpus::Corpus::new(size)));
    let mut best = [[Duration::MAX; 2]; STAGES.len()];
    let too_long = |[small, large]: &[Duration; 2]| *large >= *small * SLACK;
    for _ in 0..RUNS {
        for (best, (small, large)) in best.iter_mut().zip(stages(&small).into_iter().zip(stages(&large))) {
            *best = [best[0].min(small), best[1].min(large)];
        }
        if !best.iter().any(too_long) {
            return;
        }
    }
    for (stage, times) in STAGES.iter().zip(&best) {
        assert!(!too_long(times), "{stage} takes {:?}, and {:?} for {FACTOR} times the source", times[0], times[1]);
    }
}

#[test]
fn the_corpus_has_the_size_and_the_shape_that_it_claims() {
    let corpus = corpus::Corpus::new(SMALL);
    let sources = corpus::sources(&corpus);
    let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
    let (model, _) = model::resolve(&sources, &trees);
    let requirements = model.all::<model::Requirement<'_>>().count();
    assert_eq!(requirements, corpus.requirements);
    assert!((700..900).contains(&(corpus.bytes() / requirements)), "{} bytes", corpus.bytes());
    let nodes = model.declarations().len() * 10 / requirements;
    assert!((23..26).contains(&nodes), "{nodes} tenths of a declaration for each requirement");
}
