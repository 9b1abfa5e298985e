//! The architecture of use cases: who uses the product, for what, with which features, and what stands outside of it.

use crate::model::considers::Outcome;
use crate::model::{Considers, Feature, Id, Relation, UseCase};

use super::super::block::Block;
use super::super::compose::Composer;
use super::super::outline::fill;
use super::svg::{Node, Picture, Shape};
use super::{figure, grouped, place};

/// A use case with its users, and the features that it is about.
struct Use {
    id: Id,
    users: Vec<Id>,
    features: Vec<Id>,
}

/// The architecture of a deliverable's use cases, on as many figures as pages need.
pub(in crate::document) fn architecture(composer: &Composer<'_, '_>) -> Vec<Block> {
    let (model, graph) = (composer.model, composer.graph);
    let uses = model.of::<UseCase<'_>>(composer.package).map(|(declaration, use_case)| Use {
        id: declaration.id,
        users: use_case.users.iter().map(|user| user.id).collect(),
        features: graph
            .targets(declaration.id, Relation::Conditioned)
            .filter(|id| model.body::<Feature<'_>>(*id).is_some())
            .collect(),
    });
    let parts = grouped(uses, |uses| picture(composer, uses));
    let (of, caption) = (parts.len(), &composer.drawings().architecture);
    let figures = parts.iter().enumerate().map(|(at, uses)| {
        figure(composer, ("architecture", caption), (at, of), &picture(composer, uses), in_words(composer, uses))
    });
    figures.collect()
}

fn picture(composer: &Composer<'_, '_>, uses: &[Use]) -> Picture {
    let (model, words) = (composer.model, composer.drawings());
    let (mut users, mut features, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for (at, one) in uses.iter().enumerate() {
        lines.extend(one.users.iter().map(|id| (0, place(&mut users, *id), at)));
        // The product itself is the first box of its column.
        if one.features.is_empty() {
            lines.push((1, at, 0));
        }
        lines.extend(one.features.iter().map(|id| (1, at, 1 + place(&mut features, *id))));
    }
    let node = |id: &Id, shape| Node { name: model.get(*id).name.clone(), text: model.get(*id).label(), shape };
    let label = |id: &Id| Node { name: model.get(*id).label(), text: String::new(), shape: Shape::Round };
    let text = words.every_configuration.clone();
    let mut product = vec![Node { name: words.product.clone(), text, shape: Shape::Round }];
    product.extend(features.iter().map(|id| node(id, Shape::Plain)));
    let mut picture = Picture {
        heads: [&words.users, &words.use_cases, &words.product_and_features].map(String::clone).to_vec(),
        columns: vec![
            users.iter().map(label).collect(),
            uses.iter().map(|one| node(&one.id, Shape::Marked)).collect(),
            product,
        ],
        lines,
    };
    if is_remote(composer) {
        picture.heads.push(words.outside.clone());
        let (name, text) = (words.remote.clone(), words.remote_text.clone());
        picture.columns.push(vec![Node { name, text, shape: Shape::Outside }]);
        picture.lines.push((2, 0, 0));
    }
    picture
}

/// Whether remote data processing belongs to what the deliverable deals with.
fn is_remote(composer: &Composer<'_, '_>) -> bool {
    composer.model.of::<Considers<'_>>(composer.package).any(|(_, considers)| {
        considers.outcome == Some(Outcome::Included)
            && considers.matters.iter().any(|word| word.text == "remote-data-processing")
    })
}

/// What the picture shows, for those who cannot see it.
fn in_words(composer: &Composer<'_, '_>, uses: &[Use]) -> String {
    let (model, words) = (composer.model, composer.drawings());
    let names = |ids: &[Id]| ids.iter().map(|id| model.get(*id).label()).collect::<Vec<_>>().join(", ");
    let sentence = |one: &Use| {
        let users = if one.users.is_empty() { words.every_user.clone() } else { names(&one.users) };
        let features = names(&one.features);
        let form = if one.features.is_empty() { &words.uses_every } else { &words.uses };
        let name = &*model.get(one.id).name;
        fill(form, &[("use-case", name), ("users", &users), ("features", &features)])
    };
    let mut sentences: Vec<_> = uses.iter().map(sentence).collect();
    if is_remote(composer) {
        sentences.push(format!("{}: {}.", words.remote, words.remote_text));
    }
    sentences.join(" ")
}
