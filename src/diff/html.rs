//! A comparison as one web page that needs nothing else: old and new side by side, readable without a script. minijinja escapes every text.

use minijinja::value::Serde;
use minijinja::{Environment, context};
use serde::Serialize;

use super::change::{Change, Diff, Number};

/// A package as the template shows it.
#[derive(Serialize)]
struct Shown<'d> {
    package: &'d str,
    changes: Vec<ShownChange<'d>>,
    numbers: Vec<&'d Number>,
}

#[derive(Serialize)]
struct ShownChange<'d> {
    change: &'d Change,
    /// What became of it, in words.
    words: String,
    /// What became of its strictness, in a word.
    strictness: Option<&'static str>,
    /// The same as a class of the style.
    class: Option<&'static str>,
    reasons: Vec<(&'d str, &'static str, &'d str)>,
}

/// The comparison as a web page.
pub fn html(diff: &Diff, generator: &str) -> Result<String, String> {
    let told = |error: minijinja::Error| format!("{error:#}");
    let mut environment = Environment::new();
    environment.add_template("diff.html", include_str!("../../templates/html/diff.html")).map_err(told)?;
    let page = environment.get_template("diff.html").map_err(told)?;
    let mut packages: Vec<Shown<'_>> = Vec::new();
    for changes in diff.changes.chunk_by(|one, other| one.of.package == other.of.package) {
        let changes = changes.iter().map(shown).collect();
        packages.push(Shown { package: "", changes, numbers: Vec::new() });
        if let Some(last) = packages.last_mut() {
            last.package = last.changes.first().map_or("", |shown| &shown.change.of.package);
        }
    }
    for number in &diff.numbers {
        match packages.iter_mut().find(|shown| shown.package == number.package) {
            Some(shown) => shown.numbers.push(number),
            None => packages.push(Shown { package: &number.package, changes: Vec::new(), numbers: vec![number] }),
        }
    }
    page.render(context! { diff => Serde(diff), packages => Serde(packages), generator => generator }).map_err(told)
}

fn shown(change: &Change) -> ShownChange<'_> {
    let judgement = change.strictness.as_ref();
    let class = judgement.map(|it| it.strictness.word().split(' ').next().unwrap_or_default());
    let reasons = judgement.iter().flat_map(|it| &it.reasons);
    ShownChange {
        change,
        words: change.in_words(),
        strictness: judgement.map(|it| it.strictness.word()),
        class,
        reasons: reasons.map(|it| (&*it.of, it.effect.word(), &*it.because)).collect(),
    }
}
