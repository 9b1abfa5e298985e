//! What a deliverable owes what it extends: cases beside their answers in `tests/inheritance/`, and verdicts against brute force for small
//! packages that are made up.
//!
//! A case has packages, each begun by `=== NAME`, then `extends A, B`, `in-scope when CONDITION` and `product "WORDS"` as needed. All see the
//! act, the features below, and the packages before them. The answer lists what the rules on inheritance say, by package and line,
//! and what is in force where one package builds on another over a third.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use normc::check::rules::RULES;
use normc::diagnostic::Diagnostic;
use normc::logic::values::{Numbers, Stretch, Words};
use normc::source::Sources;
use normc::{check, graph, model, syntax};
use proptest::collection::{btree_set, vec};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestRunner};

const ACT: &str = r#"regulation act "Act" { official "Act" }
essential E-1 "One" { official "1"; group product }
essential E-2 "Two" { official "2"; group product; concept first "First"; concept second "Second" }
module A "A" { official "A" }
module B "B" { official "B" }
"#;

const FEATURES: &str = r#"library f "Features" { }
levels bottom < middle < top
level bottom
level middle
level top
risk-factor exposure "Exposure" { values none < some < full }
feature home "At home"
feature radio "Radio"
feature wire "Wire"
feature sync "Synchronises" { requires radio }
"#;

/// The files of a workspace and what the rules on inheritance say of it.
struct Case {
    files: Vec<(String, String)>,
}

impl Case {
    fn new() -> Self {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        Self { files: vec![file("act/act.norm", ACT), file("f/f.norm", FEATURES)] }
    }

    /// Adds a deliverable whose header says these lines.
    fn standard(&mut self, name: &str, lines: &str, uses: &str, body: &str) {
        let header = format!("standard {name} \"{name}\" {{\n{lines}}}\n\nuse act\nuse f\n{uses}");
        self.files.push((format!("{name}/header.norm"), header));
        self.files.push((format!("{name}/{name}.norm"), body.to_owned()));
    }

    fn read(text: &str) -> Self {
        let mut case = Self::new();
        for part in text.split("=== ").skip(1) {
            let (head, body) = part.split_once('\n').unwrap();
            let stretch = |word: &str, ends: &[&str]| {
                let rest = head.split_once(word)?.1;
                let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
                Some(rest[..end].trim().to_owned())
            };
            let name = head.split(' ').next().unwrap();
            let mut lines = String::new();
            for (word, ends) in
                [("extends ", &[" in-scope", " product"][..]), ("in-scope ", &[" product"]), ("product ", &[])]
            {
                lines += &stretch(word, ends).map_or_else(String::new, |said| format!("  {word}{said}\n"));
            }
            let seen = case.files.iter().filter_map(|(path, _)| path.strip_suffix("/header.norm"));
            let seen: Vec<_> = seen.filter(|other| !lines.contains(&format!(" {other}"))).collect();
            let uses: String = seen.iter().map(|other| format!("use {other}\n")).collect();
            case.standard(name, &lines, &uses, body);
        }
        case
    }

    /// What is in force in each package that builds on another over a third, one a line.
    fn in_force(&self) -> String {
        let (sources, _) = self.check();
        let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
        let (model, _) = model::resolve(&sources, &trees);
        let mut out = String::new();
        let over = |package| model.bases(package).iter().any(|base| !model.bases(*base).is_empty());
        for package in model.packages().iter().filter(|package| over(package.id)) {
            let name = |id| {
                let declaration = model.get(id);
                format!("{}:{}", model.package(declaration.package).name, declaration.name)
            };
            let names: Vec<_> = model.in_force(package.id).into_iter().map(name).collect();
            writeln!(out, "{}: in force: {}", package.name, names.join(", ")).unwrap();
        }
        out
    }

    fn check(&self) -> (Sources, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        for (path, text) in &self.files {
            sources.add(path.clone(), text.clone());
        }
        let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
        let (model, unresolved) = model::resolve(&sources, &trees);
        // A case leaves most properties away; what it does say, it says rightly.
        let wrong: Vec<_> = unresolved.iter().filter(|it| it.rule != "missing-property").collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let graph = graph::link(&model);
        let mut found = check::run(&model, &graph, &check::Config::default()).diagnostics;
        drop((graph, model));
        let subject = |name: &str| RULES.iter().any(|entry| entry.rule.name == name && entry.group == "inheritance");
        found.retain(|it| subject(it.rule) && it.rule != "unjustified-requirement");
        (sources, found)
    }

    /// The findings, one a line, with the fixes that are offered.
    fn findings(&self) -> String {
        let (sources, found) = self.check();
        let mut out = String::new();
        for it in &found {
            let file = sources.file(it.primary.span.file);
            let place = match file.path().strip_suffix("/header.norm") {
                Some(name) => format!("{name}: header"),
                None => {
                    format!("{}:{}", file.path().split('/').next().unwrap(), file.position(it.primary.span.start).line)
                }
            };
            writeln!(out, "{place}: {}: {}", it.rule, it.message).unwrap();
            for fix in &it.fixes {
                let kind = if fix.is_safe() { "fix" } else { "proposal" };
                writeln!(out, "    {kind}: {}", fix.title).unwrap();
            }
        }
        out
    }
}

#[test]
fn cases() {
    let mut wrong = String::new();
    for path in support::files(&support::root().join("tests/inheritance"), "norm") {
        let case = Case::read(&fs::read_to_string(&path).unwrap());
        support::expect(&path.with_extension("out"), &(case.findings() + &case.in_force()), &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn run<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value)) {
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    runner
        .run(strategy, |value| {
            test(value);
            Ok(())
        })
        .unwrap();
}

/// Numbers up to here, in half wholes, so that both grids are tried.
const MOST: u128 = 24;

fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
    let high = prop_oneof![3 => (0..MOST).prop_map(Some), 1 => Just(None)];
    let stretch = (0..MOST, high).prop_map(|(low, high)| Stretch { low: low * 500, high: high.map(|high| high * 500) });
    vec(stretch, 0..4)
}

#[test]
fn sets_of_numbers_do_what_lists_of_numbers_do() {
    run(500, &(any::<bool>(), stretches(), stretches()), |(whole, one, other)| {
        let all = Numbers::all(whole);
        let sets = [&one, &other].map(|stretches| all.with(stretches.iter().copied()));
        let lies = |stretches: &[Stretch], number: u128| {
            stretches.iter().any(|it| it.low <= number && it.high.is_none_or(|high| number <= high))
        };
        let step = if whole { 1_000 } else { 1 };
        let beside = |at: u128| [at.saturating_sub(1), at, at + 1];
        let numbers = || (0..MOST + 4).flat_map(move |at| beside(at * 500)).filter(|number| number % step == 0);
        for number in numbers() {
            let [in_one, in_other] = [&one, &other].map(|stretches| lies(stretches, number));
            assert_eq!(sets[0].contains(number), in_one);
            assert_eq!(sets[0].intersection(&sets[1]).contains(number), in_one && in_other);
            assert_eq!(sets[0].without(&sets[1]).contains(number), in_one && !in_other);
            assert_eq!(sets[0].complement().contains(number), !in_one);
        }
        // Every stretch begins below the last number tried, so that emptiness shows among them.
        assert_eq!(sets[0].is_empty(), !numbers().any(|number| lies(&one, number)));
        assert_eq!(sets[0].least(), numbers().find(|number| lies(&one, *number)));
        assert!(!whole || !sets[0].contains(500));
    });
}

const OPTIONS: [&str; 4] = ["a", "b", "c", "d"];

fn choices() -> impl Strategy<Value = Words<'static>> {
    (btree_set(0..OPTIONS.len(), 0..=3), 0..=2_u32, 0..=3_u32).prop_map(|(options, low, high)| Words {
        options: Some(options.into_iter().map(|at| OPTIONS[at]).collect()),
        pick: (low, high),
    })
}

/// Everything that can be picked.
fn picks(words: &Words<'static>) -> BTreeSet<BTreeSet<&'static str>> {
    let subsets = (0..1_u32 << OPTIONS.len()).map(|bits| {
        (0..OPTIONS.len()).filter(|at| bits & (1 << at) != 0).map(|at| OPTIONS[at]).collect::<BTreeSet<_>>()
    });
    let options = words.options.as_ref().unwrap();
    let sizes = words.pick.0 as usize..=words.pick.1 as usize;
    subsets.filter(|picked| sizes.contains(&picked.len()) && picked.is_subset(options)).collect()
}

#[test]
fn choices_do_what_lists_of_picks_do() {
    run(500, &(choices(), choices()), |(one, other)| {
        let (here, there) = (picks(&one), picks(&other));
        assert_eq!(one.is_empty(), here.is_empty());
        let beyond = one.beyond(&other);
        assert_eq!(beyond.is_none(), here.is_subset(&there), "{one:?} {other:?}");
        if let Some(beyond) = beyond {
            assert!(here.contains(&beyond) && !there.contains(&beyond), "{one:?} {other:?} {beyond:?}");
        }
        assert_eq!(picks(&one.intersection(&other)), &here & &there);
        assert!(here.iter().all(|picked| one.allows(picked)));
    });
}

/// Features of a made-up package, and the options of its parameter.
const FEW: usize = 6;
const COLOURS: [&str; 3] = ["red", "green", "blue"];
const COVERS: [&str; 4] = ["act:E-1", "act:E-2", "act:E-2.first", "act:E-2.second"];
const METHODS: [&str; 3] = ["test", "examine", "analysis"];
const MODULES: [&str; 2] = ["act:A", "act:B"];

/// One of these holds: all of its features are on, or off.
type Any = Vec<Vec<(usize, bool)>>;

fn holds(condition: &Any, on: &[bool]) -> bool {
    condition.iter().any(|all| all.iter().all(|(at, is)| on[*at] == *is))
}

fn text(condition: &Any) -> String {
    let literal = |(at, is): &(usize, bool)| format!("{}w:f{at}", if *is { "" } else { "not " });
    let all = |all: &Vec<_>| format!("({})", all.iter().map(literal).collect::<Vec<_>>().join(" and "));
    condition.iter().map(all).collect::<Vec<_>>().join(" or ")
}

fn conditions() -> impl Strategy<Value = Option<Any>> {
    let all = vec((0..FEW, any::<bool>()), 1..=2);
    prop_oneof![1 => Just(None), 3 => vec(all, 1..=2).prop_map(Some)]
}

/// A requirement, by places in the lists above.
#[derive(Clone, Debug)]
struct Made {
    when: Option<Any>,
    covers: BTreeSet<usize>,
    methods: BTreeSet<usize>,
    modules: BTreeSet<usize>,
    /// What a line of the `refines` block lists, and what a `param` of its own does.
    line: Option<BTreeSet<usize>>,
    own: Option<BTreeSet<usize>>,
}

fn requirements() -> impl Strategy<Value = Made> {
    let colours = || prop_oneof![1 => Just(None), 2 => btree_set(0..COLOURS.len(), 1..=3).prop_map(Some)];
    let (covers, methods, modules) =
        (btree_set(0..COVERS.len(), 1..=3), btree_set(0..METHODS.len(), 1..=2), btree_set(0..MODULES.len(), 1..=2));
    (conditions(), covers, methods, modules, colours(), colours())
        .prop_map(|(when, covers, methods, modules, line, own)| Made { when, covers, methods, modules, line, own })
}

impl Made {
    fn source(&self, name: &str, parent: Option<&str>) -> String {
        let listed =
            |all: &[&str], places: &BTreeSet<usize>| places.iter().map(|at| all[*at]).collect::<Vec<_>>().join(", ");
        let mut text = format!(
            "requirement {name} \"R\" {{\n  statement \"It shall hold.\"\n  covers {}\n",
            listed(&COVERS, &self.covers)
        );
        if let Some(parent) = parent {
            let line = self.line.as_ref().map(|line| format!(" {{ colour in ({}) }}", listed(&COLOURS, line)));
            writeln!(text, "  refines {parent}{}", line.unwrap_or_default()).unwrap();
        }
        if let Some(when) = &self.when {
            writeln!(text, "  when {}", self::text(when)).unwrap();
        }
        if let Some(own) = &self.own {
            writeln!(text, "  param colour choice in ({})", listed(&COLOURS, own)).unwrap();
        }
        let (methods, modules) = (listed(&METHODS, &self.methods), listed(&MODULES, &self.modules));
        writeln!(text, "  assessment A-{name} \"A\" {{ method {methods}; modules {modules} }}\n}}").unwrap();
        text
    }

    fn applies(&self, on: &[bool]) -> bool {
        self.when.as_ref().is_none_or(|when| holds(when, on))
    }

    /// The smallest parts of what it covers: E-1, and the two concepts of E-2.
    fn parts(&self) -> BTreeSet<usize> {
        self.covers.iter().flat_map(|at| if *at == 1 { vec![2, 3] } else { vec![*at] }).collect()
    }

    fn assessed(&self) -> BTreeSet<(usize, usize)> {
        self.methods.iter().flat_map(|method| self.modules.iter().map(move |module| (*method, *module))).collect()
    }
}

#[test]
fn verdicts_on_small_packages_agree_with_brute_force() {
    let links = vec((0..FEW, 0..FEW, any::<bool>()), 0..=3);
    let own = btree_set(0..COLOURS.len(), 1..=3);
    let world = (links, conditions(), requirements(), own, vec(requirements(), 1..=3));
    run(400, &world, |(links, scope, mut parent, colours, children)| {
        parent.own = Some(colours.clone());
        let mut case = Case::new();
        let mut features = "library w \"World\" { }\n".to_owned();
        for at in 0..FEW {
            let lines = links.iter().filter(|(from, to, _)| *from == at && to != from);
            let lines: BTreeSet<_> =
                lines.map(|(_, to, requires)| (if *requires { "requires" } else { "excludes" }, *to)).collect();
            let said = |word: &str| {
                let all: Vec<_> = lines.iter().filter(|(is, _)| *is == word).map(|(_, to)| format!("f{to}")).collect();
                if all.is_empty() { String::new() } else { format!("; {word} {}", all.join(", ")) }
            };
            writeln!(features, "feature f{at} \"F\" {{ text \"F\"{}{} }}", said("requires"), said("excludes")).unwrap();
        }
        case.files.push(("w/w.norm".to_owned(), features));
        case.standard("base", "", "use w\n", &parent.source("P", None));
        let body: String =
            children.iter().enumerate().map(|(at, child)| child.source(&format!("C{at}"), Some("base:P"))).collect();
        let scope_line = scope.as_ref().map_or_else(String::new, |scope| format!("  in-scope when {}\n", text(scope)));
        case.standard("child", &format!("  extends base\n{scope_line}"), "use w\n", &body);

        let possible = |on: &Vec<bool>| {
            let linked = links.iter().all(|(from, to, requires)| from == to || !on[*from] || on[*to] == *requires);
            linked && scope.as_ref().is_none_or(|scope| holds(scope, on))
        };
        let all = (0..1_u32 << FEW).map(|bits| (0..FEW).map(|at| bits & (1 << at) != 0).collect::<Vec<_>>());
        let products: Vec<_> = all.filter(possible).collect();
        let due: Vec<_> = products.iter().filter(|on| parent.applies(on)).collect();
        let mut expected = BTreeSet::new();
        let mut expect = |rule: &'static str, is: bool| {
            expected.extend(is.then_some(rule));
        };
        expect("idle-inheritance", !products.is_empty() && due.is_empty());
        expect("narrower-condition", due.iter().any(|on| !children.iter().any(|child| child.applies(on))));
        let shares: Vec<Vec<&Made>> =
            due.iter().map(|on| children.iter().filter(|child| child.applies(on)).collect()).collect();
        let shares: Vec<_> = shares.iter().filter(|shares| !shares.is_empty()).collect();
        expect(
            "lost-coverage",
            shares.iter().any(|shares| {
                let covered: BTreeSet<_> = shares.iter().flat_map(|child| child.parts()).collect();
                !parent.parts().is_subset(&covered)
            }),
        );
        expect(
            "lost-assessment",
            shares.iter().any(|shares| {
                let assessed: BTreeSet<_> = shares.iter().flat_map(|child| child.assessed()).collect();
                !parent.assessed().is_subset(&assessed)
            }),
        );
        let within = |one: &Option<BTreeSet<usize>>, other: &BTreeSet<usize>| {
            one.as_ref().is_none_or(|one| one.is_subset(other))
        };
        expect(
            "wider-parameter",
            children.iter().any(|child| {
                !within(&child.line, &colours) || !within(&child.own, child.line.as_ref().unwrap_or(&colours))
            }),
        );
        let (_, found) = case.check();
        let found: BTreeSet<_> = found.iter().map(|it| it.rule).collect();
        assert_eq!(
            found,
            expected,
            "{}",
            case.files.iter().map(|(path, text)| format!("// {path}\n{text}")).collect::<String>()
        );
    });
}
