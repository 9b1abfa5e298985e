//! What each kind says, as words by property. References are relations and stand there.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Body, Declaration, Model, PackageId, Word};
use crate::syntax::Text;

/// Properties in the making; what is missing leaves no trace.
struct Properties<'m, 's> {
    model: &'m Model<'s>,
    package: PackageId,
    said: BTreeMap<String, Vec<String>>,
}

impl Properties<'_, '_> {
    fn text(&mut self, name: &str, text: Option<Text<'_>>) -> &mut Self {
        self.texts(name, text.as_slice())
    }

    fn texts(&mut self, name: &str, texts: &[Text<'_>]) -> &mut Self {
        let (model, package) = (self.model, self.package);
        self.all(name, texts.iter().map(|text| model.without_references(package, *text)))
    }

    fn word(&mut self, name: &str, word: Option<&str>) -> &mut Self {
        self.all(name, word.into_iter().map(str::to_owned))
    }

    fn words(&mut self, name: &str, words: &[Word<'_>]) -> &mut Self {
        self.all(name, words.iter().map(|word| word.text.to_owned()))
    }

    fn date(&mut self, name: &str, date: Option<Date>) -> &mut Self {
        self.all(name, date.into_iter().map(|date| date.to_string()))
    }

    fn all(&mut self, name: &str, values: impl Iterator<Item = String>) -> &mut Self {
        let values: Vec<_> = values.collect();
        if !values.is_empty() {
            self.said.insert(name.to_owned(), values);
        }
        self
    }
}

/// The properties of a declaration, those of requirements and assessments excepted, which have forms of their own.
pub(super) fn properties(model: &Model<'_>, declaration: &Declaration<'_>) -> BTreeMap<String, Vec<String>> {
    let mut it = Properties { model, package: declaration.package, said: BTreeMap::new() };
    let common = &declaration.common;
    it.texts("note", &common.notes).texts("example", &common.examples).text("rationale", common.rationale);
    it.text("since", common.since).texts("editors-note", &common.editors_notes);
    let when = |when: &Option<crate::model::Condition>| {
        when.as_ref().map(|when| model.condition_in_words(when, &|id| model.qualified(id)))
    };
    match &declaration.body {
        Body::Regulation(act) => {
            it.text("official", act.official).date("date", act.date).date("applies", act.applies).text("url", act.url);
            it.text("text", act.text);
        }
        Body::Request(request) => {
            it.text("official", request.official).word("edition", request.edition.map(|edition| edition.word()));
            it.date("date", request.date).date("expires", request.expires).date("final-report", request.final_report);
            it.text("text", request.text).text("url", request.url);
        }
        Body::Standard(standard) => {
            it.word("role", standard.role.map(|role| role.word())).word("eso", standard.eso.map(|eso| eso.word()));
            it.text("body", standard.body).text("number", standard.number).text("work-item", standard.work_item);
            it.word("stage", standard.stage.map(|stage| stage.word())).text("version", standard.version);
            it.date("date", standard.date).texts("keywords", &standard.keywords).text("scope", standard.scope);
            it.texts("out-of-scope", &standard.out_of_scope).texts("complemented-by", &standard.complemented_by);
            it.word("breadth", standard.breadth.map(|(breadth, _)| breadth.word()));
            it.text("product", standard.product).text("short", standard.short);
            it.text("introduction", standard.introduction).text("product-context", standard.product_context);
            it.all("in-scope", when(&standard.in_scope).into_iter());
            it.all("extends", standard.extends.iter().map(|base| base.name.text.to_owned()));
        }
        Body::Library(library) => {
            it.text("version", library.version).date("date", library.date).text("text", library.text);
        }
        Body::Survey(survey) => {
            it.date("date", survey.date).text("by", survey.by).text("text", survey.text);
        }
        Body::Programme(programme) => {
            it.date("date", programme.date).date("notified", programme.notified).text("text", programme.text);
            it.date("submitted", programme.submitted).words("organisations", &programme.organisations);
            it.text("plan", programme.plan).text("coordination", programme.coordination);
            it.all(
                "amended",
                programme.amended.iter().map(|it| format!("{}: {}", it.date, it.text.content().as_str())),
            );
        }
        Body::Essential(essential) => {
            it.text("official", essential.official).text("text", essential.text).text("formerly", essential.formerly);
            it.word("group", essential.group.map(|group| group.word()));
            it.word("applies", essential.applies.map(|applies| applies.word()));
        }
        Body::Category(category) => {
            it.text("official", category.official).text("text", category.text);
            it.word("class", category.class.map(|class| class.word()));
        }
        Body::Module(module) => {
            it.text("official", module.official).text("text", module.text);
            it.word("third-party", module.third_party.map(|word| word.text));
            it.word("scheme", module.scheme.map(|word| word.text));
        }
        Body::Information(information) => {
            it.text("official", information.official).text("text", information.text);
        }
        Body::Documentation(documentation) => {
            it.text("official", documentation.official).text("text", documentation.text);
        }
        Body::Item(item) => {
            it.text("official", item.official).word("role", item.role.map(|role| role.word())).date("due", item.due);
            it.words("bodies", &item.bodies).texts("printed", &item.printed);
            it.all(
                "proposed",
                item.proposed.iter().map(|(date, source)| format!("{date} ({})", source.content().as_str())),
            );
        }
        Body::Obligation(obligation) => {
            it.text("official", obligation.official).words("on", &obligation.on).text("text", obligation.text);
            it.word("strength", obligation.strength.map(|word| word.text)).words("checked-by", &obligation.checked_by);
            it.word("by", obligation.by.map(|word| word.text));
            it.all(
                "valid",
                obligation.valid.iter().map(|valid| format!("{} {}", valid.number, valid.unit.unwrap_or_default())),
            );
        }
        Body::Levels(levels) => {
            it.words("order", &levels.order);
        }
        Body::Level(level) => {
            it.text("text", level.text);
        }
        Body::Feature(feature) => {
            it.text("text", feature.text);
        }
        Body::UserCategory(category) => {
            it.text("text", category.text);
        }
        Body::UseCase(use_case) => {
            it.word("use", use_case.foreseeable.then_some("foreseeable"));
            it.text("purpose", use_case.purpose).text("environment", use_case.environment);
            it.all("when", when(&use_case.when).into_iter());
            let factor = |(factor, value): &(crate::model::Target, Word<'_>)| {
                format!("{} {}", model.qualified(factor.id), value.text)
            };
            it.all("factor", use_case.factors.iter().map(factor));
        }
        Body::RiskFactor(factor) => {
            it.words("values", &factor.values).text("text", factor.text);
        }
        Body::RiskMatrix(matrix) => {
            it.words("likelihoods", &matrix.likelihoods)
                .words("impacts", &matrix.impacts)
                .words("ratings", &matrix.ratings);
            let row = |(likelihood, ratings): &(Word<'_>, Vec<Word<'_>>)| {
                format!(
                    "{} {}",
                    likelihood.text,
                    ratings.iter().map(|rating| rating.text).collect::<Vec<_>>().join(", ")
                )
            };
            it.all("row", matrix.rows.iter().map(row)).text("text", matrix.text);
            it.all(
                "accept",
                matrix.accept.iter().map(|(rating, why)| format!("{}: {}", rating.text, why.content().as_str())),
            );
        }
        Body::Asset(asset) => {
            it.words("protects", &asset.protects).text("text", asset.text).all("when", when(&asset.when).into_iter());
        }
        Body::Assumption(assumption) => {
            it.text("text", assumption.text).all("when", when(&assumption.when).into_iter());
        }
        Body::Policy(policy) => {
            it.text("text", policy.text).all("when", when(&policy.when).into_iter());
        }
        Body::Threat(threat) => {
            it.text("agent", threat.agent).text("text", threat.text).all("when", when(&threat.when).into_iter());
            let rating = |rating: &crate::model::threat::Rating<'_>| match when(&rating.when) {
                Some(when) => format!("{} when {when}", rating.value.text),
                None => rating.value.text.to_owned(),
            };
            it.all("likelihood", threat.likelihood.iter().map(rating)).all("impact", threat.impact.iter().map(rating));
        }
        Body::Objective(objective) => {
            it.word("on", objective.on.map(|on| on.word())).text("text", objective.text);
            it.all("when", when(&objective.when).into_iter());
        }
        Body::Profile(profile) => {
            it.text("text", profile.text);
        }
        Body::Residual(residual) => {
            it.text("because", residual.because).text("instead", residual.instead);
        }
        Body::Family(family) => {
            it.text("text", family.text);
            it.all("withdrawn", family.withdrawn.iter().map(|gone| gone.number.to_string()));
        }
        Body::Deviates(deviates) => {
            it.text("because", deviates.because);
        }
        Body::Omits(omits) => {
            it.all("when", when(&omits.when).into_iter()).text("because", omits.because);
        }
        Body::NotApplicable(not) => {
            it.text("because", not.because);
        }
        Body::Considers(considers) => {
            it.words("matters", &considers.matters).text("text", considers.text);
            it.word("as", considers.outcome.map(|outcome| outcome.word()));
        }
        Body::BuildsOn(builds_on) => {
            it.word("as", builds_on.manner.map(|word| word.text)).text("text", builds_on.text);
        }
        Body::Methodology(methodology) => {
            it.word("of", methodology.of.map(|of| of.word())).text("text", methodology.text);
            for (aspect, text) in &methodology.aspects {
                it.text(aspect, Some(*text));
            }
        }
        Body::Assurance(assurance) => {
            it.word("depth", assurance.depth.map(|depth| depth.word())).text("text", assurance.text);
            it.word("attack-potential", assurance.attack_potential.map(|word| word.text));
            it.word("vulnerability-analysis", assurance.vulnerability_analysis.map(|word| word.text));
        }
        Body::DecisionTree(tree) => {
            let question = |question: &crate::model::decision_tree::Question<'_>| {
                let [yes, no] = [question.yes, question.no].map(|word| word.map_or("", |word| word.text));
                format!("{}: {} yes {yes}, no {no}", question.name.text, question.asks.content().as_str())
            };
            it.all("question", tree.questions.iter().map(question)).text("text", tree.text);
        }
        Body::Review(review) => {
            it.word("outcome", review.outcome.map(|outcome| outcome.word())).text("by", review.by);
            it.date("date", review.date).date("until", review.until).text("text", review.text);
        }
        Body::Guidance(guidance) => {
            it.words("on", &guidance.on).words("for", &guidance.readers).text("text", guidance.text);
        }
        Body::Term(term) => {
            it.text("definition", term.definition)
                .texts("admitted", &term.admitted)
                .texts("deprecated", &term.deprecated);
        }
        Body::Abbreviation(term) => {
            it.text("definition", term.definition)
                .texts("admitted", &term.admitted)
                .texts("deprecated", &term.deprecated);
        }
        Body::Symbol(term) => {
            it.text("definition", term.definition)
                .texts("admitted", &term.admitted)
                .texts("deprecated", &term.deprecated);
        }
        Body::CitedDocument(reference) => {
            it.word("status", Some(if reference.normative { "normative" } else { "informative" }));
            it.text("number", reference.number).text("title", reference.document_title).text("date", reference.date);
            it.word("type", reference.document_type.map(|word| word.text));
            it.text("body", reference.body).text("url", reference.url).text("catalogue", reference.catalogue);
        }
        Body::FreeClause(clause) => {
            it.text("text", clause.text);
        }
        Body::Annex(annex) => {
            it.text("text", annex.text);
        }
        Body::Revision(revision) => {
            it.text("version", revision.version).date("date", revision.date).text("changes", revision.changes);
        }
        Body::Existing(existing) => {
            it.text("number", existing.number).text("edition", existing.edition).text("body", existing.body);
            it.word("status", existing.status.map(|word| word.text)).text("restricted-to", existing.restricted_to);
        }
        Body::Provision(provision) => {
            it.text("clause", provision.clause).text("text", provision.text);
        }
        Body::Finding(finding) => {
            it.text("text", finding.text);
        }
        Body::TechnicalBody(body) => {
            it.words("eso", &body.eso).text("group", body.group).text("text", body.text);
            it.word("lead", body.lead.map(|word| word.text)).date("interests", body.interests);
        }
        Body::WorkItem(work) => {
            it.text("number", work.number).text("reference", work.reference);
            it.word("circle", work.circle.map(|word| word.text));
            it.text("parallel", work.parallel).text("safeguard", work.safeguard);
            let titled =
                |(language, title): &(Word<'_>, Text<'_>)| format!("{}: {}", language.text, title.content().as_str());
            it.all("titled", work.titled.iter().map(titled));
        }
        Body::Milestone(milestone) => {
            it.word("stage", milestone.stage.map(|word| word.text));
            it.date("planned", milestone.planned).date("reached", milestone.reached);
        }
        Body::Participation(participation) => {
            it.words("of", &participation.of).text("owner", participation.owner).date("date", participation.date);
            it.text("text", participation.text).text("outcome", participation.outcome);
        }
        Body::Report(report) => {
            it.word("type", report.kind.map(|word| word.text)).date("due", report.due).date("made", report.made);
            it.text("text", report.text).text("rights", report.rights);
        }
        Body::FigureFile(figure) => {
            it.text("file", figure.file).text("alt", figure.alt);
        }
        Body::FreeFormula(formula) => {
            it.text("math", formula.math).text("text", formula.text);
        }
        Body::FreeTable(table) => {
            it.texts("head", &table.head);
        }
        Body::Requirement(_) | Body::Assessment(_) | Body::Adopts(_) | Body::Concept(_) | Body::Other(_) => {}
    }
    it.said
}
