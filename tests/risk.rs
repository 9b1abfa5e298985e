//! Ratings and gaps against brute force: for small deliverables every product of every use case is tried, and computation and trial agree on the
//! ratings before and after, on the product that is left with the most, and on the products that no requirement reaches.

use std::fmt::Write;

use normc::coverage::{Products, servants};
use normc::model::{self, Objective, Standard};
use normc::source::Sources;
use normc::{graph, risk, syntax};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};

/// Features of the world.
const FEATURES: usize = 4;
/// What every scale has.
const STEPS: [&str; 3] = ["low", "middle", "top"];
/// The rating by likelihood and impact.
const RATINGS: [[usize; 3]; 3] = [[0, 0, 1], [0, 1, 1], [1, 1, 2]];

/// Whether a feature is there, and whether the factor reaches a value.
#[derive(Clone, Debug)]
struct When {
    feature: Option<(usize, bool)>,
    at_least: Option<usize>,
}

#[derive(Clone, Debug)]
struct Measure {
    impact: bool,
    to: usize,
    when: Option<When>,
    high: bool,
}

#[derive(Clone, Debug)]
struct Use {
    factor: usize,
    high: bool,
    when: Option<When>,
}

#[derive(Clone, Debug)]
struct World {
    uses: Vec<Use>,
    likelihood: Vec<(usize, When)>,
    impact: Vec<(usize, When)>,
    last: (usize, usize),
    measures: Vec<Measure>,
}

impl When {
    fn holds(&self, on: usize, factor: usize) -> bool {
        let feature = self.feature.is_none_or(|(at, is)| (on & (1 << at) != 0) == is);
        feature && self.at_least.is_none_or(|least| factor >= least)
    }

    fn text(&self) -> String {
        let feature = self.feature.map(|(at, is)| format!("{}f{at}", if is { "" } else { "not " }));
        let factor = self.at_least.map(|least| format!("r >= {}", STEPS[least]));
        feature.into_iter().chain(factor).collect::<Vec<_>>().join(" and ")
    }
}

fn holds(when: Option<&When>, on: usize, factor: usize) -> bool {
    when.is_none_or(|when| when.holds(on, factor))
}

fn line(word: &str, when: Option<&When>) -> String {
    when.map_or_else(String::new, |when| format!("{word}when {}\n", when.text()))
}

impl World {
    fn source(&self) -> String {
        let mut text =
            "standard s \"S\" { role vertical; scope \"S\" }\nlevels basic < high\nlevel basic\nlevel high\n"
                .to_owned();
        text += "risk-factor r \"R\" { values low < middle < top }\n";
        text += "risk-matrix m \"M\" {\n  likelihoods low < middle < top\n  impacts low < middle < top\n  ratings low < middle < top\n";
        for (likelihood, row) in RATINGS.iter().enumerate() {
            let row: Vec<_> = row.iter().map(|rating| STEPS[*rating]).collect();
            writeln!(text, "  row {} {}", STEPS[likelihood], row.join(", ")).unwrap();
        }
        text += "  accept low \"A.\"\n}\n";
        (0..FEATURES).for_each(|at| writeln!(text, "feature f{at} \"F\"").unwrap());
        for (at, it) in self.uses.iter().enumerate() {
            let (level, factor) = (if it.high { "high" } else { "basic" }, STEPS[it.factor]);
            let when = line("  ", it.when.as_ref());
            writeln!(text, "use-case U{at} \"U\" {{\n  purpose \"P\"\n  environment \"E\"\n  level {level}\n  factor r {factor}\n{when}}}").unwrap();
        }
        text += "threat T \"T\" {\n  agent \"A\"\n";
        for (word, lines, last) in
            [("likelihood", &self.likelihood, self.last.0), ("impact", &self.impact, self.last.1)]
        {
            lines
                .iter()
                .for_each(|(value, when)| writeln!(text, "  {word} {} when {}", STEPS[*value], when.text()).unwrap());
            writeln!(text, "  {word} {}", STEPS[last]).unwrap();
        }
        text += "}\nobjective O \"O\" { on product; counters T }\n";
        for (at, it) in self.measures.iter().enumerate() {
            let (scale, level) =
                (if it.impact { "impact" } else { "likelihood" }, if it.high { "  level high\n" } else { "" });
            let when = line("  ", it.when.as_ref());
            writeln!(text, "requirement R{at} \"R\" {{\n  statement \"It shall.\"\n  serves O\n  reduces T {scale} to {}\n{level}{when}}}", STEPS[it.to]).unwrap();
        }
        text
    }

    /// Rating, likelihood and impact of a product in a use case.
    fn cell(&self, on: usize, it: &Use, treated: bool) -> (usize, usize, usize) {
        let first = |lines: &[(usize, When)], last| {
            lines.iter().find(|(_, when)| when.holds(on, it.factor)).map_or(last, |(value, _)| *value)
        };
        let (mut likelihood, mut impact) = (first(&self.likelihood, self.last.0), first(&self.impact, self.last.1));
        for measure in self.measures.iter().filter(|_| treated).filter(|measure| self.applies(measure, on, it)) {
            let value = if measure.impact { &mut impact } else { &mut likelihood };
            *value = measure.to.min(*value);
        }
        (RATINGS[likelihood][impact], likelihood, impact)
    }

    fn applies(&self, measure: &Measure, on: usize, it: &Use) -> bool {
        (it.high || !measure.high) && holds(measure.when.as_ref(), on, it.factor)
    }

    fn products(&self, it: &Use) -> Vec<usize> {
        (0..1 << FEATURES).filter(|on| holds(it.when.as_ref(), *on, it.factor)).collect()
    }
}

fn whens() -> impl Strategy<Value = When> {
    (0..FEATURES, any::<bool>(), option::of(0..3_usize), any::<bool>()).prop_map(|(at, is, at_least, both)| When {
        feature: (both || at_least.is_none()).then_some((at, is)),
        at_least,
    })
}

fn worlds() -> impl Strategy<Value = World> {
    let uses =
        (0..3_usize, any::<bool>(), option::of(whens())).prop_map(|(factor, high, when)| Use { factor, high, when });
    let measures = (any::<bool>(), 0..3_usize, option::weighted(0.8, whens()), any::<bool>());
    let measures = measures.prop_map(|(impact, to, when, high)| Measure { impact, to, when, high });
    let lines = || vec((0..3_usize, whens()), 0..3);
    (vec(uses, 1..4), lines(), lines(), (0..3_usize, 0..3_usize), vec(measures, 0..5))
        .prop_map(|(uses, likelihood, impact, last, measures)| World { uses, likelihood, impact, last, measures })
}

#[test]
fn what_is_computed_is_what_trial_finds() {
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    let agree = |world| {
        compare(&world);
        Ok(())
    };
    runner.run(&worlds(), agree).unwrap();
}

fn compare(world: &World) {
    let mut sources = Sources::default();
    sources.add("s/s.norm".to_owned(), world.source());
    let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
    let (model, _) = model::resolve(&sources, &trees);
    let graph = graph::link(&model);
    let package = model.package_named("s").unwrap();
    let standard = model.body::<Standard<'_>>(package.head.unwrap()).unwrap();
    let ratings = risk::rate(&model, &graph, package.id, standard).unwrap();
    for (at, it) in world.uses.iter().enumerate() {
        let most = |treated| world.products(it).into_iter().map(|on| world.cell(on, it, treated)).max();
        let rated = ratings.rated.iter().find(|rated| rated.situation == at);
        let cell = |cell: risk::Cell| (cell.rating, cell.likelihood, cell.impact);
        assert_eq!(rated.map(|rated| cell(rated.before)), most(false), "{}", world.source());
        assert_eq!(rated.map(|rated| cell(rated.after)), most(true), "{}", world.source());
        let named = rated.map(|rated| {
            rated.product.features.iter().map(|id| 1 << model.get(*id).name[1..].parse::<usize>().unwrap()).sum()
        });
        assert_eq!(named.map(|on: usize| world.cell(on, it, true)), most(true), "{}", world.source());
    }
    let objective = model.find("s:O")[0];
    let servants = servants(&model, &graph, objective);
    let found =
        Products::of(&model, package.id, standard).unserved(model.body::<Objective<'_>>(objective).unwrap(), &servants);
    let unreached = |it: &Use| {
        let products = world.products(it).into_iter();
        let left = products.filter(|on| !world.measures.iter().any(|measure| world.applies(measure, *on, it)));
        left.map(usize::count_ones).min()
    };
    let smallest = world.uses.iter().find_map(unreached);
    assert_eq!(found.map(|(product, _)| product.features.len()), smallest.map(|it| it as usize), "{}", world.source());
}
