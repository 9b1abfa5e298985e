//! Evaluation: concepts, assurance, decision trees.

use crate::model::{Assurance, DecisionTree, Methodology, methodology::Subject};

use super::block::{Block, Clause, Field};
use super::compose::Composer;
use super::inline::Inline;
use super::outline::{fill, say};

/// A clause for each concept, and one for assurance.
pub(super) fn concepts(composer: &Composer<'_, '_>, level: u8) -> Vec<Clause> {
    let methodologies = composer.model.of::<Methodology<'_>>(composer.package);
    let mut clauses: Vec<_> =
        methodologies.map(|(declaration, methodology)| concept(composer, declaration.id, methodology, level)).collect();
    clauses.extend(assurance(composer, level));
    clauses
}

fn concept<'s>(composer: &Composer<'_, 's>, id: crate::model::Id, methodology: &Methodology<'s>, level: u8) -> Clause {
    let mut blocks = methodology.text.map_or_else(Vec::new, |text| composer.blocks(text));
    for (aspect, text) in &methodology.aspects {
        let field = Field { label: capital(aspect), blocks: composer.blocks(*text) };
        blocks.push(Block::Label { text: vec![Inline::text(field.label)] });
        blocks.extend(field.blocks);
    }
    blocks.extend(composer.remarks(id));
    let title = methodology.heading.map_or_else(String::new, super::compose::read);
    let word = methodology.of.map_or("", Subject::word);
    composer.clause(&format!("cl-methodology-{word}"), &title, level, blocks, Vec::new())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn assurance(composer: &Composer<'_, '_>, level: u8) -> Option<Clause> {
    let rows: Vec<_> = composer
        .model
        .of::<Assurance<'_>>(composer.package)
        .map(|(declaration, assurance)| {
            let mut name = composer.named(declaration.id);
            name.push(Inline::text(format!(": {}", declaration.label())));
            let mut what = composer.cell(assurance.text);
            if let Some(text) = declaration.common.rationale {
                what.push(Inline::text(" "));
                what.extend(composer.inlines(text));
            }
            let attacker = [assurance.attack_potential, assurance.vulnerability_analysis];
            let attacker: Vec<_> = attacker.into_iter().flatten().map(|word| word.text).collect();
            let depth = assurance.depth.map_or("", |depth| depth.word());
            let scope = composer.links(assurance.scope.iter().map(|target| target.id));
            vec![name, scope, vec![Inline::text(depth)], vec![Inline::text(attacker.join(", "))], what]
        })
        .collect();
    let table = composer.made("assurance", &composer.tables().assurance, &[3, 3, 2, 2, 5], rows);
    let heading = &composer.phrases().assurance;
    (!table.is_empty()).then(|| composer.clause("cl-assurance", heading, level, table, Vec::new()))
}

/// A clause with a table for each decision tree.
pub(super) fn decisions(composer: &Composer<'_, '_>, level: u8) -> Option<Clause> {
    let trees = composer.model.of::<DecisionTree<'_>>(composer.package);
    let clauses: Vec<_> = trees
        .map(|(declaration, tree)| {
            let mut blocks = tree.text.map_or_else(Vec::new, |text| composer.blocks(text));
            if !tree.decides.is_empty() {
                let assessments = composer.links(tree.decides.iter().map(|target| target.id));
                let text = say(&composer.phrases().decides, &[("assessments", &assessments)]);
                blocks.push(Block::Paragraph { text });
            }
            let rows = tree.questions.iter().map(|question| {
                let answer = |word: Option<crate::model::Word<'_>>| vec![Inline::text(word.map_or("", |it| it.text))];
                let name = vec![Inline::text(question.name.text)];
                vec![name, composer.inlines(question.asks), answer(question.yes), answer(question.no)]
            });
            let mut words = composer.tables().decision.clone();
            words.caption = fill(&words.caption, &[("title", &declaration.label())]);
            let id = format!("decision-{}", declaration.name.to_lowercase());
            blocks.extend(composer.made(&id, &words, &[2, 7, 2, 2], rows.collect()));
            blocks.extend(composer.remarks(declaration.id));
            composer.clause(&composer.anchor(declaration.id), &declaration.label(), level + 1, blocks, Vec::new())
        })
        .collect();
    let heading = &composer.phrases().decisions;
    (!clauses.is_empty()).then(|| composer.clause("cl-decisions", heading, level, Vec::new(), clauses))
}
