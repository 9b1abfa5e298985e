//! Whether a requirement that changed asks for more than before or for less, part by part, each with its reason. What only a person can judge is
//! said to be undecided.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::lock::{self, Content};
use crate::logic::Configurations;
use crate::logic::parameters::Parameters;
use crate::model::{Condition, Declaration, Id, Model, PackageId, Requirement, RiskFactor, Standard};

use super::pairs::Pairs;
use super::said::Said;
use super::{Side, assessed, parameters, provision};

/// What became of the strictness of a requirement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Strictness {
    /// It asks for more.
    Tightened,
    /// It asks for less.
    Loosened,
    /// It asks for the same.
    Editorial,
    /// It asks for more in one respect and for less in another.
    Both,
    /// That a person has to judge.
    Undecided,
}

impl Strictness {
    /// The word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tightened => "tightened",
            Self::Loosened => "loosened",
            Self::Editorial => "editorial",
            Self::Both => "tightened and loosened",
            Self::Undecided => "undecided",
        }
    }
}

/// Why a requirement is stricter or less strict in one respect.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Reason {
    /// In which respect: `verb`, `condition`, `parameter memory`.
    pub of: String,
    /// What became of it there.
    pub effect: Strictness,
    /// Why, in a clause.
    pub because: String,
}

/// What became of the strictness of a requirement, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Judgement {
    /// All reasons taken together.
    pub strictness: Strictness,
    /// The reasons.
    pub reasons: Vec<Reason>,
}

/// What two models say of one requirement.
pub(super) struct Both<'a, 's> {
    pub(super) old: &'a Side<'s>,
    pub(super) new: &'a Side<'s>,
    pub(super) was: (&'a Declaration<'s>, &'a Requirement<'s>),
    pub(super) now: (&'a Declaration<'s>, &'a Requirement<'s>),
    pub(super) pairs: &'a Pairs,
    pub(super) said: &'a Said,
    pub(super) says: &'a Said,
}

/// What judging needs of the two models, made once.
pub(super) struct Judge<'a, 's> {
    old: &'a Side<'s>,
    new: &'a Side<'s>,
    pairs: &'a Pairs,
    said: (&'a Said, &'a Said),
    were: Parameters<'a, 's>,
    are: Parameters<'a, 's>,
    products: BTreeMap<PackageId, Configurations<'a, 's>>,
}

impl<'a, 's> Judge<'a, 's> {
    /// `said`: what the two models say.
    pub(super) fn new(old: &'a Side<'s>, new: &'a Side<'s>, pairs: &'a Pairs, said: (&'a Said, &'a Said)) -> Self {
        let (were, are) = (Parameters::new(old.model), Parameters::new(new.model));
        Self { old, new, pairs, said, were, are, products: BTreeMap::new() }
    }

    /// What became of a requirement, without a reason where nothing that binds did; nothing where the two are no requirements.
    pub(super) fn judge(&mut self, was: Id, now: Id) -> Option<Judgement> {
        let (old, new, pairs) = (self.old, self.new, self.pairs);
        let requirement = |model: &'a Model<'s>, id: Id| Some((model.get(id), model.body::<Requirement<'s>>(id)?));
        let (was_of, now_of) = (requirement(old.model, was)?, requirement(new.model, now)?);
        let (said, says) = self.said;
        let both = Both { old, new, was: was_of, now: now_of, pairs, said, says };
        let contents = [Content::of(old.model, old.graph, was), Content::of(new.model, new.graph, now)];
        let [Some(bound), Some(binds)] = contents else {
            return Some(unread());
        };
        let mut reasons = provision::reasons(&both, is_declared(&both, &bound, &binds));
        reasons.extend(self.condition(&both));
        reasons.extend(parameters::reasons(self.were.of(was), self.are.of(now)));
        reasons.extend(assessed::reasons(&both));
        Some(judgement(reasons))
    }

    /// The products that it did not bind and binds now, and the other way round.
    fn condition(&mut self, both: &Both<'a, 's>) -> Vec<Reason> {
        let reason = |effect, because| Reason { of: "condition".to_owned(), effect, because };
        let always = Condition::ALWAYS;
        let now = both.now.1.when.as_ref().unwrap_or(&always);
        let was = match both.carried(both.was.1.when.as_ref().unwrap_or(&always)) {
            Ok(was) if was == *now => return Vec::new(),
            Ok(was) => was,
            Err(why) => return vec![reason(Strictness::Undecided, why)],
        };
        let (model, package) = (both.new.model, both.now.0.package);
        let products =
            self.products.entry(package).or_insert_with(|| Configurations::new(model, scope(model, package)));
        let more = products.find(&[now], &[&was]).map(|product| product.in_words(model, package));
        let less = products.find(&[&was], &[now]).map(|product| product.in_words(model, package));
        let more = more.map(|product| reason(Strictness::Tightened, format!("it binds {product} now")));
        let less = less.map(|product| reason(Strictness::Loosened, format!("it no longer binds {product}")));
        let found: Vec<_> = more.into_iter().chain(less).collect();
        if found.is_empty() {
            vec![reason(Strictness::Editorial, "it binds the same products".to_owned())]
        } else {
            found
        }
    }
}

fn scope<'m>(model: &'m Model<'_>, package: PackageId) -> Option<&'m Condition> {
    model.body::<Standard<'_>>(model.package(package).head?)?.in_scope.as_ref()
}

fn unread() -> Judgement {
    let because = "one of the two could not be read whole; `normc check` says where".to_owned();
    judgement(vec![Reason { of: "requirement".to_owned(), effect: Strictness::Undecided, because }])
}

/// Whether the new model's revisions declare the change to be one of words.
fn is_declared(both: &Both<'_, '_>, said: &Content, says: &Content) -> bool {
    let was: BTreeMap<_, _> = said.parts.iter().map(|part| (part.name.clone(), part.words.clone())).collect();
    let since = lock::version_of(both.old.model, both.was.0.package).unwrap_or_default();
    lock::is_editorial(both.new.model, both.now.0.id, &since, &lock::changes(&was, says))
}

/// What reasons come to.
fn judgement(reasons: Vec<Reason>) -> Judgement {
    let effects: BTreeSet<_> = reasons.iter().map(|reason| reason.effect).collect();
    let has = |effect| effects.contains(&effect);
    let strictness = match (has(Strictness::Tightened), has(Strictness::Loosened)) {
        _ if has(Strictness::Undecided) => Strictness::Undecided,
        (true, true) => Strictness::Both,
        (true, false) => Strictness::Tightened,
        (false, true) => Strictness::Loosened,
        (false, false) => Strictness::Editorial,
    };
    Judgement { strictness, reasons }
}

impl<'a, 's> Both<'a, 's> {
    /// The statements, what was renamed called alike in both.
    pub(super) fn statements(&self) -> [&'a str; 2] {
        [(self.said, self.was.0.id), (self.says, self.now.0.id)].map(|(said, id)| said.property(id, "statement"))
    }

    /// What became of a declaration of the old model.
    pub(super) fn new_id(&self, old: Id) -> Option<Id> {
        self.pairs.both.get(&old).copied()
    }

    /// The name, in the new model, of a declaration of the old one; its old name where it is gone.
    pub(super) fn new_name(&self, old: Id) -> String {
        self.new_id(old).map_or_else(|| self.old.model.qualified(old), |id| self.new.model.qualified(id))
    }

    /// A condition of the old model in the names of the new one; where that cannot be, why.
    fn carried(&self, condition: &Condition) -> Result<Condition, String> {
        let list = |parts: &[Condition]| parts.iter().map(|part| self.carried(part)).collect::<Result<Vec<_>, _>>();
        let name = |id: Id| self.old.model.qualified(id);
        let gone = |id: Id| format!("it was about `{}`, which is gone", name(id));
        Ok(match condition {
            Condition::Feature(id) => Condition::Feature(self.new_id(*id).ok_or_else(|| gone(*id))?),
            Condition::Factor { factor, low, high } => {
                let now = self.new_id(*factor).ok_or_else(|| gone(*factor))?;
                if scale(self.old.model, *factor) != scale(self.new.model, now) {
                    return Err(format!("the scale of `{}` is another", name(*factor)));
                }
                Condition::Factor { factor: now, low: *low, high: *high }
            }
            Condition::Not(part) => Condition::Not(Box::new(self.carried(part)?)),
            Condition::And(parts) => Condition::And(list(parts)?),
            Condition::Or(parts) => Condition::Or(list(parts)?),
        })
    }
}

fn scale<'s>(model: &Model<'s>, factor: Id) -> Vec<&'s str> {
    model.body::<RiskFactor<'s>>(factor).map_or_else(Vec::new, |it| it.values.iter().map(|word| word.text).collect())
}
