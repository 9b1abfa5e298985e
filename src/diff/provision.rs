//! The provision itself: its words and verbs, the level from which it binds, what it covers and what it depends on.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Id, Model, Requirement, Target, requirement::Verb};

use super::strictness::{Both, Reason, Strictness};

/// How the provision changed. `declared`: a revision says that only its words did.
pub(super) fn reasons(both: &Both<'_, '_>, declared: bool) -> Vec<Reason> {
    let mut found = statement(both, declared);
    found.extend(level(both));
    found.extend(coverage(both));
    found.extend(dependencies(both));
    found
}

fn reason(of: &str, effect: Strictness, because: String) -> Reason {
    Reason { of: of.to_owned(), effect, because }
}

fn statement(both: &Both<'_, '_>, declared: bool) -> Vec<Reason> {
    let [was, now] = both.statements().map(spoken);
    if was == now {
        return Vec::new();
    }
    if was.words == now.words {
        return verbs(&was.verbs, &now.verbs);
    }
    if declared {
        let because = "the wording changed, and a revision declares that to be editorial".to_owned();
        return vec![reason("statement", Strictness::Editorial, because)];
    }
    let (strongest, stronger) = (was.verbs.iter().max(), now.verbs.iter().max());
    let mut found = vec![reason(
        "statement",
        Strictness::Undecided,
        "the wording changed; a person has to say whether it asks for more".to_owned(),
    )];
    if strongest != stronger {
        found.extend(verbs(
            &strongest.copied().into_iter().collect::<Vec<_>>(),
            &stronger.copied().into_iter().collect::<Vec<_>>(),
        ));
    }
    found
}

/// A statement as words without verbs, and its verbs.
#[derive(PartialEq, Eq)]
struct Spoken {
    words: String,
    verbs: Vec<Verb>,
}

fn spoken(text: &str) -> Spoken {
    let mut verbs = Vec::new();
    let words = text.split_whitespace().map(|word| {
        let verb = [Verb::Shall, Verb::Should, Verb::May]
            .into_iter()
            .find(|verb| word.trim_end_matches([',', ':']) == verb.word());
        verbs.extend(verb);
        if let Some(verb) = verb { word.replacen(verb.word(), "_", 1) } else { word.to_owned() }
    });
    let words = words.collect::<Vec<_>>().join(" ");
    Spoken { words, verbs }
}

/// Verbs one by one; a statement without one binds nobody.
fn verbs(was: &[Verb], now: &[Verb]) -> Vec<Reason> {
    let word =
        |verb: Option<&Verb>| verb.map_or_else(|| "no verb that binds".to_owned(), |verb| format!("`{}`", verb.word()));
    let length = was.len().max(now.len());
    let pairs = (0..length).map(|at| (was.get(at), now.get(at))).filter(|(was, now)| was != now);
    let effect =
        |was: Option<&Verb>, now: Option<&Verb>| if now > was { Strictness::Tightened } else { Strictness::Loosened };
    pairs
        .map(|(was, now)| reason("verb", effect(was, now), format!("{} in place of {}", word(now), word(was))))
        .collect()
}

fn level(both: &Both<'_, '_>) -> Option<Reason> {
    let (was, now) = (both.was.1.level, both.now.1.level);
    let carried = was.map(|level| both.new_id(level.id).ok_or(level.id)).transpose();
    let carried = match carried {
        Ok(carried) if carried == now.map(|level| level.id) => return None,
        Ok(carried) => carried,
        Err(gone) => {
            let because = format!("it bound from the level `{}`, which is gone", both.old.model.qualified(gone));
            return Some(reason("level", Strictness::Undecided, because));
        }
    };
    let model = both.new.model;
    let rank = |level: Option<Id>| level.and_then(|level| model.level_rank(level)).unwrap_or(0);
    let words = |level: Option<Id>| {
        level.map_or_else(|| "at every level".to_owned(), |level| format!("from `{}`", model.qualified(level)))
    };
    let now = now.map(|level| level.id);
    let effect = match rank(now).cmp(&rank(carried)) {
        std::cmp::Ordering::Less => Strictness::Tightened,
        std::cmp::Ordering::Greater => Strictness::Loosened,
        std::cmp::Ordering::Equal => Strictness::Editorial,
    };
    Some(reason("level", effect, format!("it binds {}; it did {}", words(now), words(carried))))
}

/// How far something is covered.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Degree {
    /// In part, with what is missing.
    Part(String),
    /// In full.
    Full,
}

/// What is covered and how far, by name; and what each is a part of.
type Covered = BTreeMap<String, (Degree, Option<String>)>;

fn degrees(model: &Model<'_>, requirement: &Requirement<'_>, name: impl Fn(Id) -> String) -> Covered {
    let missing = |target: &Target| requirement.partly.iter().find(|(partly, _)| partly.span == target.span);
    let words =
        |text: &crate::syntax::Text<'_>| text.content().as_str().split_whitespace().collect::<Vec<_>>().join(" ");
    let degree = |target: &Target| match missing(target) {
        Some((_, text)) => Degree::Part(text.as_ref().map_or_else(String::new, words)),
        None => Degree::Full,
    };
    let whole = |target: &Target| model.get(target.id).parent.map(&name);
    requirement.covers.iter().map(|target| (name(target.id), (degree(target), whole(target)))).collect()
}

fn coverage(both: &Both<'_, '_>) -> Vec<Reason> {
    let was = degrees(both.old.model, both.was.1, |id| both.new_name(id));
    let now = degrees(both.new.model, both.now.1, |id| both.new.model.qualified(id));
    let names: BTreeSet<_> = was.keys().chain(now.keys()).collect();
    // What is covered as a whole is covered in each of its parts.
    let in_whole = |covered: &Covered, other: &Covered, name: &String| {
        let whole = covered.get(name).and_then(|(_, whole)| whole.as_ref());
        whole.is_some_and(|whole| other.get(whole).is_some_and(|(degree, _)| *degree == Degree::Full))
    };
    let one = |name: &String| {
        if in_whole(&was, &now, name) && !now.contains_key(name)
            || in_whole(&now, &was, name) && !was.contains_key(name)
        {
            return None;
        }
        let degree = |covered: &'_ Covered| covered.get(name).map(|(degree, _)| degree.clone());
        let (effect, because) = match (degree(&was), degree(&now)) {
            (was, now) if was == now => return None,
            (None, _) => (Strictness::Tightened, format!("it covers `{name}` now")),
            (_, None) => (Strictness::Loosened, format!("it no longer covers `{name}`")),
            (Some(Degree::Part(_)), Some(Degree::Part(_))) => {
                (Strictness::Undecided, format!("another part of `{name}` is left uncovered"))
            }
            (_, Some(Degree::Full)) => (Strictness::Tightened, format!("it covers `{name}` in full now")),
            (_, Some(Degree::Part(_))) => (Strictness::Loosened, format!("it covers `{name}` in part only")),
        };
        Some(reason("coverage", effect, because))
    };
    names.into_iter().filter_map(one).collect()
}

fn dependencies(both: &Both<'_, '_>) -> Vec<Reason> {
    let was: BTreeSet<_> = both.was.1.requires.iter().map(|target| both.new_name(target.id)).collect();
    let now: BTreeSet<_> = both.now.1.requires.iter().map(|target| both.new.model.qualified(target.id)).collect();
    let more = now.difference(&was).map(|name| (Strictness::Tightened, format!("it requires `{name}` now")));
    let less = was.difference(&now).map(|name| (Strictness::Loosened, format!("it no longer requires `{name}`")));
    more.chain(less).map(|(effect, because)| reason("dependencies", effect, because)).collect()
}
