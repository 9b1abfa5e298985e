//! Places: what part of a draft a text stands in, and so whether it may bind.

use crate::model::{Annex, Declaration, FreeClause, Model};

/// The kind of place at which a text stands in a draft.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Place {
    /// The statement of a requirement.
    Statement,
    /// A field of an assessment.
    Assessment,
    /// A free clause or annex that binds.
    NormativeProse,
    /// What a numbered clause describes outside of provisions: product context, features, use cases, levels, families.
    Description,
    /// A note.
    Note,
    /// An example.
    Example,
    /// A footnote.
    Footnote,
    /// A definition.
    Definition,
    /// The scope.
    Scope,
    /// The foreword.
    Foreword,
    /// The introduction.
    Introduction,
    /// A rationale.
    Rationale,
    /// Guidance on a module.
    Guidance,
    /// A free clause or annex that informs.
    InformativeProse,
    /// The security analysis: assets, threats, assumptions, policies, objectives, profiles, residual risks.
    Analysis,
    /// Why something is left out, departed from or left open.
    Justification,
    /// What no reader of the standard relies on: history, editor's notes.
    Editorial,
}

impl Place {
    /// The place in words: `a note`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Statement => "a statement",
            Self::Assessment => "an assessment",
            Self::NormativeProse => "a normative clause",
            Self::Description => "a description",
            Self::Note => "a note",
            Self::Example => "an example",
            Self::Footnote => "a footnote",
            Self::Definition => "a definition",
            Self::Scope => "the scope",
            Self::Foreword => "the foreword",
            Self::Introduction => "the introduction",
            Self::Rationale => "a rationale",
            Self::Guidance => "guidance",
            Self::InformativeProse => "an informative clause",
            Self::Analysis => "the security analysis, which is an informative annex",
            Self::Justification => "a justification",
            Self::Editorial => "a remark of the editor",
        }
    }

    /// Whether provisions may stand there.
    pub const fn may_bind(self) -> bool {
        matches!(self, Self::Statement | Self::Assessment | Self::NormativeProse | Self::Editorial)
    }
}

/// Where a text of a declaration stands, by the property that holds it; `None` for what no draft prints as prose.
pub fn place(model: &Model<'_>, declaration: &Declaration<'_>, property: &str) -> Option<Place> {
    Some(match (property, declaration.kind()) {
        ("note", _) => Place::Note,
        ("example", _) => Place::Example,
        ("rationale", _) => Place::Rationale,
        ("editors-note", _) | (_, "revision") => Place::Editorial,
        // What accepts a finding, and the clause of a source, are no prose of the draft.
        ("allow" | "source" | "since", _) => return None,
        ("statement", _) => Place::Statement,
        ("definition", _) => Place::Definition,
        ("scope" | "out-of-scope", _) => Place::Scope,
        ("foreword", _) => Place::Foreword,
        ("introduction", _) => Place::Introduction,
        (_, "assessment" | "methodology" | "assurance" | "decision-tree") => Place::Assessment,
        (_, "guidance") => Place::Guidance,
        (_, "clause" | "annex" | "figure" | "formula" | "table") => prose(model, declaration),
        (
            _,
            "omits" | "not-applicable" | "deviates" | "adopts" | "residual" | "requirement" | "considers" | "builds-on",
        ) => Place::Justification,
        (_, "asset" | "threat" | "objective" | "assumption" | "policy" | "profile" | "risk-factor" | "risk-matrix") => {
            Place::Analysis
        }
        _ => Place::Description,
    })
}

/// A free clause binds as the outermost clause or annex says that it stands in.
fn prose(model: &Model<'_>, declaration: &Declaration<'_>) -> Place {
    let mut outermost = declaration;
    while let Some(parent) = outermost.parent {
        outermost = model.get(parent);
    }
    let clause = model.body::<FreeClause<'_>>(outermost.id).is_some_and(|clause| clause.normative);
    let annex = model.body::<Annex<'_>>(outermost.id).is_some_and(|annex| annex.normative);
    if clause || annex { Place::NormativeProse } else { Place::InformativeProse }
}
