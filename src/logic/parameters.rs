//! The parameters of every requirement, those that it has from its parents included, with what they may be there.

use crate::model::{Id, Model, Narrowing, Param, ParamType, ParamValue, Refinement, Requirement, Word};
use crate::source::Span;

use super::values::Values;

/// A parameter as a requirement has it.
#[derive(Clone, Debug)]
pub struct Parameter<'m, 's> {
    /// The declaration nearest to the requirement.
    pub param: &'m Param<'s>,
    /// The choice and the option that it belongs to.
    pub under: Option<(&'s str, &'s str)>,
    /// What it may be.
    pub values: Values<'s>,
    /// Where that is said.
    pub said: Span,
    /// The refinements, by number, that it comes from; none where the requirement declares it itself.
    pub from: Vec<usize>,
}

impl<'m, 's> Parameter<'m, 's> {
    /// Its name.
    pub const fn name(&self) -> Word<'s> {
        self.param.name
    }

    /// Its type.
    pub const fn kind(&self) -> Option<ParamType> {
        self.param.kind
    }

    /// Its default, and where that stands.
    pub fn default(&self) -> Option<(ParamValue<'s>, Span)> {
        let default = self.param.default?;
        let span = match default {
            ParamValue::Quantity(quantity) => quantity.span,
            ParamValue::Word(word) => word.span,
        };
        Some((default, span))
    }

    fn declared(param: &'m Param<'s>, under: Option<(&'s str, &'s str)>) -> Self {
        let said = param.constraint.as_ref().map_or(param.name.span, |constraint| constraint.span);
        Self { param, under, values: Values::of(param), said, from: Vec::new() }
    }

    /// The same as a child has it that refines its requirement.
    fn refined(&self, refinement: &Refinement<'s>, number: usize) -> Self {
        let (values, said) = match narrowing(refinement, self.name().text) {
            Some(narrowing) => (self.narrowed(narrowing), narrowing.constraint.span),
            None => (self.values.clone(), refinement.parent.span),
        };
        Self { values, said, from: vec![number], ..self.clone() }
    }

    /// What it may be under a narrowing.
    pub fn narrowed(&self, narrowing: &Narrowing<'s>) -> Values<'s> {
        self.kind().map_or(Values::Unknown, |kind| self.values.narrowed(kind, &narrowing.constraint, true))
    }
}

/// The line of a refinement that narrows a parameter.
pub fn narrowing<'m, 's>(refinement: &'m Refinement<'s>, name: &str) -> Option<&'m Narrowing<'s>> {
    refinement.narrowings.iter().find(|narrowing| narrowing.parameter.text == name)
}

/// The parameters of all requirements.
pub struct Parameters<'m, 's> {
    of: Vec<Option<Vec<Parameter<'m, 's>>>>,
}

impl<'m, 's> Parameters<'m, 's> {
    /// Reads the parameters of all requirements, parents before children. A requirement in a circle has nothing from the one that closes it.
    pub fn new(model: &'m Model<'s>) -> Self {
        let mut all = Self { of: vec![None; model.declarations().len()] };
        let mut begun = vec![false; model.declarations().len()];
        for (declaration, _) in model.all::<Requirement<'s>>() {
            let mut open = vec![declaration.id];
            while let Some(id) = open.last().copied() {
                let at = id.0 as usize;
                let requirement = model.body::<Requirement<'s>>(id).filter(|_| all.of[at].is_none());
                let Some(requirement) = requirement else {
                    open.pop();
                    continue;
                };
                if begun[at] {
                    all.of[at] = Some(all.read(requirement));
                } else {
                    begun[at] = true;
                    let parents = requirement.refines.iter().map(|refinement| refinement.parent.id);
                    open.extend(parents.filter(|parent| !begun[parent.0 as usize]));
                }
            }
        }
        all
    }

    /// The parameters of a requirement: its own first, then those of its parents.
    pub fn of(&self, id: Id) -> &[Parameter<'m, 's>] {
        self.of[id.0 as usize].as_deref().unwrap_or_default()
    }

    /// The parameter that a requirement has for one of its parents', in the same option or outside all of them.
    pub fn counterpart(&self, of: Id, parent: &Parameter<'_, 's>) -> Option<&Parameter<'m, 's>> {
        counterpart(self.of(of), parent)
    }

    fn read(&self, requirement: &'m Requirement<'s>) -> Vec<Parameter<'m, 's>> {
        let mut found = own(requirement);
        let declared = found.len();
        for (number, refinement) in requirement.refines.iter().enumerate() {
            for parameter in self.of(refinement.parent.id) {
                if counterpart(&found[..declared], parameter).is_some() {
                    continue;
                }
                let refined = parameter.refined(refinement, number);
                let same = |other: &&mut Parameter<'m, 's>| {
                    other.name().text == refined.name().text && other.under == refined.under
                };
                match found[declared..].iter_mut().find(same) {
                    Some(other) => {
                        other.values = other.values.intersection(&refined.values);
                        other.from.push(number);
                    }
                    None => found.push(refined),
                }
            }
        }
        found
    }
}

/// What a requirement declares itself, options included.
fn own<'m, 's>(requirement: &'m Requirement<'s>) -> Vec<Parameter<'m, 's>> {
    let mut found = Vec::new();
    for param in &requirement.params {
        found.push(Parameter::declared(param, None));
        for option in &param.options {
            let under = Some((param.name.text, option.name.text));
            found.extend(option.params.iter().map(|inner| Parameter::declared(inner, under)));
        }
    }
    found
}

fn counterpart<'l, 'm, 's>(all: &'l [Parameter<'m, 's>], parent: &Parameter<'_, 's>) -> Option<&'l Parameter<'m, 's>> {
    let named = || all.iter().filter(|parameter| parameter.name().text == parent.name().text);
    named()
        .find(|parameter| parameter.under == parent.under)
        .or_else(|| named().find(|parameter| parameter.under.is_none()))
}
