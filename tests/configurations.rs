//! Configurations against brute force: for small sets of features and factors every configuration is tried, and solver and trial agree on
//! whether there is one, on the smallest, and on what of it matters.

mod support;

use std::fmt::Write;

use normc::logic::{Configuration, Configurations};
use normc::model::{self, Condition, Id, Model};
use normc::source::Sources;
use normc::syntax;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestRunner};

/// Values of each factor's scale.
const SCALE: usize = 3;

/// Features with what each requires and excludes, and how many factors there are.
#[derive(Clone, Debug)]
struct World {
    requires: Vec<Vec<usize>>,
    excludes: Vec<Vec<usize>>,
    factors: usize,
}

/// A condition over places instead of names.
#[derive(Clone, Debug)]
enum Shape {
    Feature(usize),
    Factor(usize, usize, usize),
    Not(Box<Shape>),
    And(Vec<Shape>),
    Or(Vec<Shape>),
}

/// One product in one context.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Trial {
    size: usize,
    on: Vec<usize>,
    values: Vec<usize>,
}

impl World {
    fn source(&self) -> String {
        let mut text = "library lib \"Library\" { }\n".to_owned();
        let names = |places: &[usize]| places.iter().map(|at| format!("f{at}")).collect::<Vec<_>>().join(", ");
        for (at, (requires, excludes)) in self.requires.iter().zip(&self.excludes).enumerate() {
            let line = |word: &str, places: &[usize]| match places {
                [] => String::new(),
                _ => format!("  {word} {}\n", names(places)),
            };
            let (requires, excludes) = (line("requires", requires), line("excludes", excludes));
            writeln!(text, "feature f{at} \"F\" {{\n  text \"F\"\n{requires}{excludes}}}").unwrap();
        }
        for at in 0..self.factors {
            writeln!(text, "risk-factor r{at} \"R\" {{ values low < middle < top }}").unwrap();
        }
        text
    }

    /// Every configuration that the features allow, the smallest first.
    fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        for bits in 0..1_u32 << self.requires.len() {
            let has = |at: &usize| bits & (1 << at) != 0;
            let on: Vec<_> = (0..self.requires.len()).filter(has).collect();
            if !on.iter().all(|at| self.requires[*at].iter().all(has) && !self.excludes[*at].iter().any(has)) {
                continue;
            }
            for mut rest in 0..SCALE.pow(u32::try_from(self.factors).unwrap()) {
                let mut value = || (rest % SCALE, rest /= SCALE).0;
                let values = (0..self.factors).map(|_| value()).collect();
                trials.push(Trial { size: on.len(), on: on.clone(), values });
            }
        }
        trials.sort();
        trials
    }
}

impl Shape {
    fn holds(&self, trial: &Trial) -> bool {
        match self {
            Self::Feature(at) => trial.on.contains(at),
            Self::Factor(at, low, high) => (low..=high).contains(&&trial.values[*at]),
            Self::Not(inner) => !inner.holds(trial),
            Self::And(parts) => parts.iter().all(|part| part.holds(trial)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(trial)),
        }
    }

    fn condition(&self, names: &Names) -> Condition {
        let all = |parts: &[Self]| parts.iter().map(|part| part.condition(names)).collect();
        match self {
            Self::Feature(at) => Condition::Feature(names.features[*at]),
            Self::Factor(at, low, high) => Condition::Factor { factor: names.factors[*at], low: *low, high: *high },
            Self::Not(inner) => Condition::Not(Box::new(inner.condition(names))),
            Self::And(parts) => Condition::And(all(parts)),
            Self::Or(parts) => Condition::Or(all(parts)),
        }
    }
}

struct Names {
    features: Vec<Id>,
    factors: Vec<Id>,
}

impl Names {
    fn of(model: &Model<'_>, world: &World) -> Self {
        let id = |name: String| model.find(&name)[0];
        Self {
            features: (0..world.requires.len()).map(|at| id(format!("lib:f{at}"))).collect(),
            factors: (0..world.factors).map(|at| id(format!("lib:r{at}"))).collect(),
        }
    }

    fn features(&self, ids: &[Id]) -> Vec<usize> {
        ids.iter().map(|id| self.features.iter().position(|it| it == id).unwrap()).collect()
    }

    fn factor(&self, id: Id) -> usize {
        self.factors.iter().position(|it| *it == id).unwrap()
    }
}

fn worlds() -> impl Strategy<Value = World> {
    (1..=12_usize, 0..=2_usize).prop_flat_map(|(features, factors)| {
        let some = move |most| vec(vec(0..features, 0..=most), features);
        let rare = prop_oneof![3 => Just(Vec::new()), 1 => vec(0..features, 1..=2)];
        (some(1), vec(rare, features)).prop_map(move |(requires, excludes)| {
            let sorted = |mut all: Vec<Vec<usize>>| {
                all.iter_mut().for_each(|one| one.dedup());
                all
            };
            World { requires: sorted(requires), excludes: sorted(excludes), factors }
        })
    })
}

fn shapes(features: usize, factors: usize) -> impl Strategy<Value = Shape> {
    let factor = (0..factors.max(1), 0..SCALE, 0..SCALE);
    let factor = factor.prop_map(|(at, one, other)| Shape::Factor(at, one.min(other), one.max(other)));
    let feature = (0..features).prop_map(Shape::Feature);
    let leaf = if factors == 0 { feature.boxed() } else { prop_oneof![3 => feature, 1 => factor].boxed() };
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|shape| Shape::Not(Box::new(shape))),
            vec(inner.clone(), 0..=3).prop_map(Shape::And),
            vec(inner, 0..=3).prop_map(Shape::Or),
        ]
    })
}

#[derive(Clone, Debug)]
struct Case {
    world: World,
    scope: Option<Shape>,
    holds: Vec<Shape>,
    fails: Vec<Shape>,
}

fn cases() -> impl Strategy<Value = Case> {
    worlds().prop_flat_map(|world| {
        let shape = || shapes(world.requires.len(), world.factors);
        let scope = (any::<bool>(), shape()).prop_map(|(is, shape)| is.then_some(shape));
        (scope, vec(shape(), 0..=2), vec(shape(), 0..=2)).prop_map(move |(scope, holds, fails)| Case {
            world: world.clone(),
            scope,
            holds,
            fails,
        })
    })
}

#[test]
fn the_smallest_configuration_is_the_one_that_trial_finds() {
    let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
    let agree = |case| {
        compare(&case);
        Ok(())
    };
    runner.run(&cases(), agree).unwrap();
}

fn compare(case: &Case) {
    let mut sources = Sources::default();
    sources.add("lib/lib.norm".to_owned(), case.world.source());
    let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
    let (model, found) = model::resolve(&sources, &trees);
    assert!(found.is_empty(), "{found:?}\n{}", case.world.source());
    let names = Names::of(&model, &case.world);
    let conditions = |shapes: &[Shape]| shapes.iter().map(|shape| shape.condition(&names)).collect::<Vec<_>>();
    let scope = case.scope.as_ref().map(|shape| shape.condition(&names));
    let (holds, fails) = (conditions(&case.holds), conditions(&case.fails));
    let mut set = Configurations::new(&model, scope.as_ref());
    let (holds, fails): (Vec<_>, Vec<_>) = (holds.iter().collect(), fails.iter().collect());
    let found = set.find(&holds, &fails);
    assert_eq!(found, set.find(&holds, &fails), "a question asked twice has one answer");

    let in_scope = |trial: &&Trial| case.scope.as_ref().is_none_or(|scope| scope.holds(trial));
    let trials: Vec<_> = case.world.trials();
    let trials: Vec<_> = trials.iter().filter(in_scope).collect();
    let answers = |trial: &Trial| {
        case.holds.iter().all(|shape| shape.holds(trial)) && !case.fails.iter().any(|shape| shape.holds(trial))
    };
    assert_eq!(set.some(&holds), trials.iter().any(|trial| case.holds.iter().all(|shape| shape.holds(trial))));
    let smallest = trials.iter().find(|trial| answers(trial));
    let (found, smallest) = match (found, smallest) {
        (None, None) => return,
        (Some(found), Some(smallest)) => (found, smallest),
        (found, smallest) => panic!("{found:?} against {smallest:?}"),
    };
    assert_eq!(names.features(&found.features), smallest.on);
    for (factor, value) in &found.factors {
        assert_eq!(*value, smallest.values[names.factor(*factor)]);
    }
    reasons_suffice_and_none_is_idle(&found, &names, &trials, &answers);
}

/// What is said to matter decides the answer, and would not without any one of its parts.
fn reasons_suffice_and_none_is_idle(
    found: &Configuration,
    names: &Names,
    trials: &[&Trial],
    answers: &dyn Fn(&Trial) -> bool,
) {
    type Reason<'r> = Box<dyn Fn(&Trial) -> bool + 'r>;
    let mut reasons: Vec<Reason<'_>> = Vec::new();
    for at in names.features(&found.with) {
        reasons.push(Box::new(move |trial| trial.on.contains(&at)));
    }
    for at in names.features(&found.without) {
        reasons.push(Box::new(move |trial| !trial.on.contains(&at)));
    }
    for stretch in &found.stretches {
        let at = names.factor(stretch.factor);
        reasons.push(Box::new(move |trial| (stretch.low..=stretch.high).contains(&trial.values[at])));
    }
    let decided = |left_out: Option<usize>| {
        let meets = |trial: &Trial| reasons.iter().enumerate().all(|(at, it)| Some(at) == left_out || it(trial));
        trials.iter().filter(|trial| meets(trial)).all(|trial| answers(trial))
    };
    assert!(decided(None), "{found:?}");
    for at in 0..reasons.len() {
        assert!(!decided(Some(at)), "reason {at} of {found:?} is idle");
    }
}

#[test]
fn sixty_features_are_no_burden() {
    let features = 60;
    let requires = (0..features).map(|at| if at % 5 == 4 { vec![at - 3] } else { Vec::new() }).collect();
    let excludes = (0..features).map(|at| if at % 14 == 7 { vec![at - 7] } else { Vec::new() }).collect();
    let world = World { requires, excludes, factors: 0 };
    let mut sources = Sources::default();
    sources.add("lib/lib.norm".to_owned(), world.source());
    let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
    let (model, _) = model::resolve(&sources, &trees);
    let names = Names::of(&model, &world);
    let feature = |at: usize| Condition::Feature(names.features[at]);
    // One of each pair of neighbours: far more ways than could be tried.
    let pairs = (0..features).map(|at| Condition::Or(vec![feature(at), feature((at + 1) % features)])).collect();
    let scope = Condition::And(pairs);
    let mut set = Configurations::new(&model, Some(&scope));
    let questions: Vec<_> = (0..features).map(|at| Condition::Not(Box::new(feature(at)))).collect();
    let start = std::time::Instant::now();
    let mut answered = 0;
    for (at, question) in questions.iter().enumerate() {
        let Some(found) = set.find(&[question], &[]) else { continue };
        assert!(found.features.len() >= features / 2 && !found.features.contains(&names.features[at]), "{found:?}");
        answered += 1;
    }
    assert!(answered > 0);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
