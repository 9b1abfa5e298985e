//! One configuration: the counter-example that a finding names.

use crate::model::{Condition, Id, Kind, Model, PackageId, RiskFactor, Standard};

/// A product in a context: which features it has, and which values the context gives to risk factors.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Configuration {
    /// Every feature that is on, in the order of declaration.
    pub features: Vec<Id>,
    /// The value of every factor that is in question, counted from 0 on its scale.
    pub factors: Vec<(Id, usize)>,
    /// Of the features that are on, those that matter: neither the scope nor another one brings them along.
    pub with: Vec<Id>,
    /// The features that must be off.
    pub without: Vec<Id>,
    /// The values among which those of the factors that matter may lie.
    pub stretches: Vec<Stretch>,
}

/// A stretch of a factor's scale, both ends included, counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// The factor.
    pub factor: Id,
    /// The lowest value.
    pub low: usize,
    /// The highest value.
    pub high: usize,
    /// The number of values on the scale.
    pub scale: usize,
}

impl Stretch {
    pub(super) fn at(factor: Id, value: usize, scale: usize) -> Self {
        Self { factor, low: value, high: value, scale }
    }

    /// The stretches around this value, the widest first.
    pub(super) fn wider(self) -> Vec<Self> {
        let top = self.scale.saturating_sub(1);
        let mut wider = vec![Self { low: 0, high: top, ..self }];
        wider.extend((self.high + 1..=top).rev().map(|high| Self { high, ..self }));
        wider.extend((0..self.low).map(|low| Self { low, ..self }));
        wider
    }

    pub(super) fn is_whole(self) -> bool {
        self.low == 0 && self.high + 1 >= self.scale
    }

    /// The condition that the factor lies in this stretch.
    pub fn condition(self) -> Condition {
        Condition::Factor { factor: self.factor, low: self.low, high: self.high }
    }

    fn in_words(self, model: &Model<'_>, from: PackageId) -> String {
        let scale = RiskFactor::of(model.get(self.factor)).map_or(&[][..], |factor| &factor.values);
        let step = |at: usize| scale.get(at).map_or("?", |word| word.text);
        let name = name(model, self.factor, from);
        match (self.low, self.high) {
            (low, high) if low == high => format!("{name} {}", step(low)),
            (low, high) if high + 1 == self.scale => format!("{name} at least {}", step(low)),
            (0, high) => format!("{name} at most {}", step(high)),
            (low, high) => format!("{name} from {} to {}", step(low), step(high)),
        }
    }
}

impl Configuration {
    /// Whether the question has this answer whatever the configuration.
    pub fn is_any(&self) -> bool {
        self.with.is_empty() && self.without.is_empty() && self.stretches.is_empty()
    }

    /// The configuration in the words of a deliverable, as far as it matters: ``a password manager with `sync`, without `fill` ``; `any
    /// password manager` where nothing of it matters.
    pub fn in_words(&self, model: &Model<'_>, from: PackageId) -> String {
        let product = product(model, from);
        if self.is_any() {
            return format!("any {product}");
        }
        let mut words = format!("{} {product}", article(&product));
        let named = |ids: &[Id]| ids.iter().map(|id| name(model, *id, from)).collect::<Vec<_>>();
        let mut with = named(&self.with);
        with.extend(self.stretches.iter().map(|stretch| stretch.in_words(model, from)));
        if !with.is_empty() {
            words += &format!(" with {}", listed(&with, "and"));
        }
        if !self.without.is_empty() {
            let comma = if with.is_empty() { "" } else { "," };
            words += &format!("{comma} without {}", listed(&named(&self.without), "or"));
        }
        words
    }
}

/// What a deliverable calls its product.
fn product(model: &Model<'_>, package: PackageId) -> String {
    let standard = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head));
    let product = standard.and_then(|standard| standard.product);
    product.map_or_else(|| "product".to_owned(), |product| product.content().as_str().to_owned())
}

/// A name in backticks, with its package where it is another.
fn name(model: &Model<'_>, id: Id, from: PackageId) -> String {
    let declaration = model.get(id);
    match declaration.package == from {
        true => format!("`{}`", declaration.name),
        false => format!("`{}`", model.qualified(id)),
    }
}

/// `a` or `an`, by how the first word sounds.
fn article(words: &str) -> &'static str {
    let first = words.split_whitespace().next().unwrap_or_default();
    let spelt = first.len() > 1 && first.chars().all(|c| c.is_ascii_uppercase());
    let sounds_like_you =
        ["uni", "use", "usa", "usb", "eu"].iter().any(|start| first.to_lowercase().starts_with(start));
    let vowels = if spelt { "AEFHILMNORX" } else { "AEIOUaeiou" };
    if first.starts_with(|c: char| vowels.contains(c)) && !sounds_like_you { "an" } else { "a" }
}

fn listed(words: &[String], last: &str) -> String {
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{article, listed};

    #[test]
    fn the_article_goes_by_the_sound() {
        let words = ["password manager", "operating system", "HSM", "VPN", "USB stick", "user agent", "unmanned lock"];
        assert_eq!(words.map(article), ["a", "an", "an", "a", "a", "a", "an"]);
    }

    #[test]
    fn a_list_has_its_last_word_joined() {
        let words = ["`a`", "`b`", "`c`"].map(str::to_owned);
        assert_eq!(listed(&words, "and"), "`a`, `b` and `c`");
        assert_eq!(listed(&words[..1], "or"), "`a`");
    }
}
