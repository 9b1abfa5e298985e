//! Parameters: which values are allowed now and were not, and which no longer are; and which value the provision shows.

use crate::logic::parameters::Parameter;
use crate::logic::values::{Numbers, Scale, Values};
use crate::model::ParamValue;

use super::strictness::{Reason, Strictness};

/// How the parameters of a requirement changed, those that it has from its parents included.
pub(super) fn reasons<'s>(were: &[Parameter<'_, 's>], are: &[Parameter<'_, 's>]) -> Vec<Reason> {
    let twin = |of: &Parameter<'_, 's>, among: &[Parameter<'_, 's>]| {
        among.iter().position(|it| it.name().text == of.name().text && it.under == of.under)
    };
    let mut found = Vec::new();
    for was in were {
        match twin(was, are) {
            Some(at) => found.extend(changed(was, &are[at])),
            None => found.push(reason(was, Strictness::Undecided, "the parameter is gone".to_owned())),
        }
    }
    let fresh = are.iter().filter(|now| twin(now, were).is_none());
    found.extend(fresh.map(|now| reason(now, Strictness::Undecided, "the parameter is new".to_owned())));
    found
}

fn reason(of: &Parameter<'_, '_>, effect: Strictness, because: String) -> Reason {
    Reason { of: format!("parameter {}", of.name().text), effect, because }
}

fn changed<'s>(was: &Parameter<'_, 's>, now: &Parameter<'_, 's>) -> Vec<Reason> {
    let (Some(kind), true) = (now.kind(), was.kind() == now.kind()) else {
        return vec![reason(now, Strictness::Undecided, "its type is another".to_owned())];
    };
    let written = [was, now].into_iter().filter_map(|parameter| parameter.param.constraint.as_ref());
    let scale = Scale::new(kind, written);
    let mut found = Vec::new();
    if was.values != now.values && [&was.values, &now.values].contains(&&Values::Unknown) {
        found.push(reason(now, Strictness::Undecided, "what it may be could not be read".to_owned()));
    }
    if let Some(witness) = was.values.beyond(&now.values, &scale) {
        found.push(reason(now, Strictness::Tightened, format!("{} is no longer allowed", scale.witness(&witness))));
    }
    if let Some(witness) = now.values.beyond(&was.values, &scale) {
        found.push(reason(now, Strictness::Loosened, format!("{} is allowed now", scale.witness(&witness))));
    }
    found.extend(default(was, now));
    found
}

/// The value that the provision shows where nobody says otherwise: a greater one asks for more where only a least value is set, and for less
/// where only a greatest one is.
fn default(was: &Parameter<'_, '_>, now: &Parameter<'_, '_>) -> Option<Reason> {
    let words = |value: Option<ParamValue<'_>>| value.map_or_else(|| "none".to_owned(), |value| value.display());
    let (old, new) = (was.default().map(|(value, _)| value), now.default().map(|(value, _)| value));
    let because = format!("the default is {}; it was {}", words(new), words(old));
    if words(old) == words(new) {
        return None;
    }
    let (Some(ParamValue::Quantity(old)), Some(ParamValue::Quantity(new)), Values::Numbers(numbers)) =
        (old, new, &now.values)
    else {
        return Some(reason(now, Strictness::Undecided, because));
    };
    let effect = match (direction(numbers), new.thousandths.cmp(&old.thousandths)) {
        (_, std::cmp::Ordering::Equal) => Strictness::Editorial,
        (Some(Direction::Up), std::cmp::Ordering::Greater) | (Some(Direction::Down), std::cmp::Ordering::Less) => {
            Strictness::Tightened
        }
        (Some(_), _) => Strictness::Loosened,
        (None, _) => Strictness::Undecided,
    };
    Some(reason(now, effect, because))
}

/// Where the stricter values lie.
enum Direction {
    Up,
    Down,
}

fn direction(numbers: &Numbers) -> Option<Direction> {
    match (numbers.least(), numbers.greatest()) {
        (Some(1..), None) => Some(Direction::Up),
        (Some(0), Some(_)) => Some(Direction::Down),
        _ => None,
    }
}
