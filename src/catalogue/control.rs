//! Requirements and assessments as data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Assessment, Declaration, Kind, Model, Requirement, constraint_in_words};
use crate::syntax::Text;

use super::Parameter;

/// What a requirement says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Control {
    /// The provision, with parameters as `{name}`.
    pub statement: String,
    /// The provision with its parameters' values.
    pub resolved: String,
    /// `shall`, `should` or `may`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// The id of the level from which it binds; it always binds where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The condition under which it applies, over ids of features and risk factors; it always applies where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Its parameters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// What the parameters of refined requirements may be here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub narrowings: Vec<NarrowedParameter>,
}

/// A parameter of a refined requirement, and what it may be here.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NarrowedParameter {
    /// The id of the refined requirement.
    pub requirement: String,
    /// The parameter's name.
    pub parameter: String,
    /// What it may be here, in words.
    pub allowed: String,
}

/// What an assessment says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AssessmentFields {
    /// `examine`, `interview`, `test`, `analysis`.
    pub methods: Vec<String>,
    /// `conceptual`, `completeness`, `sufficiency`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<String>,
    /// What it is to find out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// What must be at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preparation: Option<String>,
    /// The steps, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<String>,
    /// When it passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass: Option<String>,
    /// When it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail: Option<String>,
    /// When it stays without result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inconclusive: Option<String>,
    /// What is kept to show the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

impl Control {
    pub(super) fn extract(model: &Model<'_>, declaration: &Declaration<'_>) -> Option<Self> {
        let requirement = Requirement::of(declaration)?;
        let statement =
            requirement.statement.map_or_else(String::new, |text| model.without_references(declaration.package, text));
        let narrowings = requirement.refines.iter().flat_map(|refinement| {
            refinement.narrowings.iter().map(|narrowing| NarrowedParameter {
                requirement: model.qualified(refinement.parent.id),
                parameter: narrowing.parameter.text.to_owned(),
                allowed: constraint_in_words(&narrowing.constraint),
            })
        });
        Some(Self {
            resolved: model.with_values(requirement, &statement, |_, value| value.to_owned()),
            statement,
            verb: requirement.verb().map(|verb| verb.word().to_owned()),
            level: requirement.level.map(|level| model.qualified(level.id)),
            when: requirement.when.as_ref().map(|when| model.condition_in_words(when, &|id| model.qualified(id))),
            parameters: requirement.params.iter().map(Parameter::extract).collect(),
            narrowings: narrowings.collect(),
        })
    }
}

impl AssessmentFields {
    pub(super) fn extract(model: &Model<'_>, declaration: &Declaration<'_>) -> Option<Self> {
        let assessment = Assessment::of(declaration)?;
        let parent = declaration.parent.or_else(|| assessment.assesses.first().map(|target| target.id));
        let requirement = parent.and_then(|parent| model.body::<Requirement<'_>>(parent));
        let read = |text: Text<'_>| {
            let content = model.without_references(declaration.package, text);
            match requirement {
                Some(requirement) => model.with_values(requirement, &content, |_, value| value.to_owned()),
                None => content,
            }
        };
        let verdict = assessment.verdict;
        Some(Self {
            methods: assessment.methods.iter().map(|method| method.word().to_owned()).collect(),
            aspects: assessment.aspects.iter().map(|aspect| aspect.word().to_owned()).collect(),
            objective: assessment.objective.map(read),
            preparation: assessment.preparation.map(read),
            activities: assessment.activities.iter().copied().map(read).collect(),
            pass: verdict.and_then(|verdict| verdict.pass).map(read),
            fail: verdict.and_then(|verdict| verdict.fail).map(read),
            inconclusive: verdict.and_then(|verdict| verdict.inconclusive).map(read),
            evidence: assessment.evidence.map(read),
        })
    }
}
