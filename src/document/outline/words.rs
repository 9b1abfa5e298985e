//! The words that normc itself puts into a draft: captions and heads of tables, sentences, names of fields. They stand in
//! `templates/words.yaml`, and an outline can have others.

use serde::Deserialize;

use super::form::{Form, forms};

/// The words of a draft.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    /// The months, from January.
    pub months: [String; 12],
    /// Captions and heads of the tables that normc makes.
    pub tables: Tables,
    /// The parts of a requirement and of an assessment.
    pub fields: Fields,
    /// Sentences and parts of sentences.
    pub phrases: Phrases,
    /// What stands in the figures that normc draws.
    pub drawings: Drawings,
}

/// The words of a table.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TableWords {
    /// Its caption.
    pub caption: String,
    /// The heads of its columns, in order.
    pub head: Vec<String>,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $key:ident: $columns:literal,)*) => {
        /// The tables that normc makes.
        #[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub struct Tables { $($(#[$doc])* pub $key: TableWords,)* }

        impl Tables {
            /// Each table, and how many columns of it have a head in the outline.
            pub const COLUMNS: &[(&str, usize)] = &[$((stringify!($key), $columns),)*];
        }
    };
}

tables! {
    /// Features of products.
    features: 4,
    /// Use cases.
    use_cases: 5,
    /// Levels.
    levels: 2,
    /// Matters that were considered.
    considered: 3,
    /// What the deliverable builds on.
    earlier_work: 3,
    /// Requirements of others that apply unchanged.
    adopted: 3,
    /// Requirements of others that do not apply.
    deviations: 3,
    /// Assurance by use case or level.
    assurance: 5,
    /// A decision tree; its caption is the tree's title.
    decision: 4,
    /// Essential requirements and what covers them.
    essentials: 4,
    /// Essential requirements that are not covered.
    omitted: 3,
    /// Essential requirements that do not apply.
    not_applicable: 3,
    /// Normative references and the European Standards that correspond to them.
    editions: 4,
    /// Assets.
    assets: 3,
    /// Risk factors.
    risk_factors: 3,
    /// Values of risk factors in use cases; a column for each factor follows.
    factors_use_cases: 1,
    /// Assumptions.
    assumptions: 3,
    /// Policies.
    policies: 3,
    /// Threats.
    threats: 5,
    /// Ratings of threats; the columns of the use cases stand between the two.
    ratings: 2,
    /// Security objectives.
    objectives: 5,
    /// Threats with objectives and requirements.
    tracing: 3,
    /// Security profiles.
    profiles: 5,
    /// Risks that are left.
    residuals: 3,
    /// The versions of the document.
    history: 3,
}

forms! {
    /// The names of the parts of a requirement and of an assessment.
    pub struct Fields {
        /// Parameters of a requirement.
        parameters: String [],
        /// What it refines.
        refines: String [],
        /// What it covers.
        covers: String [],
        /// The objectives that it serves.
        objectives: String [],
        /// What it depends on.
        depends_on: String [],
        /// The phases of the product that it is about.
        phase: String [],
        /// The requirement that is assessed.
        requirement: String [],
        /// The objective of an assessment.
        objective: String [],
        /// Its preparation.
        preparation: String [],
        /// Its activities.
        activities: String [],
        /// Its verdict.
        verdict: String [],
        /// Its evidence.
        evidence: String [],
        /// The verdict that a requirement is met.
        pass: String [],
        /// The verdict that it is not.
        fail: String [],
        /// The verdict that this cannot be told.
        inconclusive: String [],
        /// The methods of an assessment.
        method: String [],
        /// The aspects that it is about.
        aspect: String [],
        /// The modules of conformity assessment.
        modules: String [],
        /// The level from which something binds.
        from_level: String [],
    }
}

forms! {
    /// Sentences and parts of sentences.
    pub struct Phrases {
        /// The heading over text that would hang before the first subclause.
        general: String [],
        /// Before each table that normc makes.
        table_introduction: String ["table" "title"],
        /// Before each figure that normc draws.
        figure_introduction: String ["figure" "title"],
        /// Several things, and the last of them.
        list: String ["others" "last"],
        /// A requested item.
        item: String ["items" "request"],
        /// Several requested items.
        items: String ["items" "request"],
        /// The act, where it has no official reference.
        act: String [],
        /// A document in a list of references.
        document: String ["document" "title"],
        /// An act of the Union in a list of references.
        act_document: String ["document" "title"],
        /// The edition of a document in a list of references.
        edition: String ["document" "edition"],
        /// Before the list of what is out of scope.
        out_of_scope: String [],
        /// Before the list of deliverables for a narrower scope.
        complemented_by: String ["?present"],
        /// Before the table of features.
        features: String ["?ref:requirements"],
        /// Before the table of use cases.
        use_cases: String [],
        /// Behind a use that was not meant but can be foreseen.
        foreseeable: String [],
        /// Before the table of levels.
        levels: String [],
        /// The heading over requirements without a family.
        general_requirements: String [],
        /// Under which conditions a requirement applies.
        applies: String ["conditions"],
        /// The level from which a requirement applies.
        from_level: String ["level"],
        /// The condition under which a requirement applies.
        on_condition: String ["condition"],
        /// What a parameter is where nothing else is stated.
        unless_stated: String ["default"],
        /// Behind an essential requirement that is covered in part.
        in_part: String [],
        /// The same, with what is missing.
        in_part_but: String ["missing"],
        /// What meets a dependency instead.
        satisfied_by: String ["requirements"],
        /// Why a dependency is not needed.
        not_needed: String ["reason"],
        /// Before the table of what is adopted.
        adopted: String [],
        /// Before the table of what is departed from.
        deviations: String [],
        /// The heading of the clause on assurance.
        assurance: String [],
        /// The heading of the clause with decision trees.
        decisions: String [],
        /// What a decision tree decides.
        decides: String ["assessments"],
        /// An essential requirement without a requirement.
        not_covered: String [],
        /// An essential requirement that does not apply.
        not_applicable: String [],
        /// A remark on what covers an essential requirement in part.
        covers_in_part: String ["requirement" "missing"],
        /// For which products an essential requirement is not covered, before the reason.
        where_omitted: String ["condition"],
        /// The risks for which the deliverable is meant to give presumption of conformity.
        presumption: String ["?present" "threats"],
        /// The risks for which it gives none.
        no_presumption: String ["threats"],
        /// Where no European Standard corresponds to a reference.
        no_counterpart: String [],
        /// Who the agent of a threat is.
        agent: String ["agent"],
        /// The catalogue entries of a threat.
        see: String ["entries"],
        /// Every product, where there are no use cases.
        every_product: String [],
        /// The rating of a threat.
        rating: String ["rating" "likelihood" "impact"],
        /// The rating before the requirements that apply.
        before: String ["rating"],
        /// The rating after them.
        after: String ["rating"],
        /// A value that a condition gives.
        value_where: String ["value" "condition"],
        /// The value where no condition holds.
        otherwise: String ["value"],
        /// A threat without an objective.
        residual: String [],
        /// Where no risk is left.
        no_residuals: String [],
        /// The heading of guidance on a module.
        module: String ["module" "heading"],
        /// Whom guidance is for.
        readers: String ["readers"],
        /// Manufacturers.
        manufacturers: String [],
        /// Notified bodies.
        notified_bodies: String [],
        /// Certification bodies.
        certification_bodies: String [],
        /// A version in the history.
        version: String ["version"],
        /// A date in the history.
        month: String ["month" "year"],
        /// Requirements that a revision changed in words only.
        editorial: String ["requirements"],
        /// The stage, where the history is empty.
        stage: String ["stage"],
    }
}

impl Words {
    /// The words of every draft, as normc has them.
    pub const BUILT_IN: &str = include_str!("../../../templates/words.yaml");

    /// The forms of each group of words, by the group's key.
    pub const FORMS: &[(&str, &[Form])] =
        &[("fields", Fields::FORMS), ("phrases", Phrases::FORMS), ("drawings", Drawings::FORMS)];
}

forms! {
    /// The words of the figures that normc draws, and those in which they are told to who cannot see them.
    pub struct Drawings {
        /// The caption of one of several figures that belong together.
        part: String ["caption" "at" "of"],
        /// The caption of the map from threats to requirements.
        map: String [],
        /// Over its threats.
        threats: String [],
        /// Over its objectives.
        objectives: String [],
        /// Over its requirements.
        requirements: String [],
        /// What the map shows of an objective.
        counters: String ["objective" "threats" "requirements"],
        /// The caption of the architecture of use cases.
        architecture: String [],
        /// Over its users.
        users: String [],
        /// Over its use cases.
        use_cases: String [],
        /// Over the product and its features.
        product_and_features: String [],
        /// The product itself.
        product: String [],
        /// What the product itself stands for.
        every_configuration: String [],
        /// Over what is outside of the product.
        outside: String [],
        /// Remote data processing.
        remote: String [],
        /// What it is.
        remote_text: String [],
        /// What the architecture shows of a use case, and of one that every product can have.
        uses: String ["use-case" "users" "features"],
        /// The same of a use case that no feature decides.
        uses_every: String ["use-case" "users"],
        /// Users of a use case that names none.
        every_user: String [],
    }
}
