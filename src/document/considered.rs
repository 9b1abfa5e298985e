//! What the deliverable does not deal with, what it considers, and what it builds on.

use crate::model::{BuildsOn, Considers};

use super::block::Block;
use super::compose::Composer;
use super::context::paragraph;
use super::inline::Inline;

/// The scope: the header's text, then what it leaves out.
pub(super) fn scope(composer: &Composer<'_, '_>) -> Vec<Block> {
    let standard = composer.standard;
    let mut blocks = standard.scope.map_or_else(Vec::new, |scope| composer.blocks(scope));
    if !standard.out_of_scope.is_empty() {
        blocks.push(paragraph(&composer.phrases().out_of_scope));
        let items = standard.out_of_scope.iter().map(|text| composer.blocks(*text)).collect();
        blocks.push(Block::List { start: None, items });
    }
    if !standard.complemented_by.is_empty() {
        blocks.push(paragraph(&composer.filled(&composer.phrases().complemented_by)));
        let items = standard.complemented_by.iter().map(|text| composer.blocks(*text)).collect();
        blocks.push(Block::List { start: None, items });
    }
    blocks
}

/// A table of matters with what came of them, and one of earlier work.
pub(super) fn considered(composer: &Composer<'_, '_>) -> Vec<Block> {
    let considers = composer.model.of::<Considers<'_>>(composer.package);
    let rows: Vec<_> = considers
        .map(|(_, considers)| {
            let matters: Vec<_> = considers.matters.iter().map(|word| word.text.replace('-', " ")).collect();
            let outcome = considers.outcome.map_or_else(String::new, |outcome| outcome.word().replace('-', " "));
            vec![vec![Inline::text(matters.join(", "))], vec![Inline::text(outcome)], composer.cell(considers.text)]
        })
        .collect();
    let tables = composer.tables();
    let mut blocks = composer.made("considered", &tables.considered, &[3, 2, 8], rows);
    let works = composer.model.of::<BuildsOn<'_>>(composer.package);
    let rows: Vec<_> = works
        .map(|(_, work)| {
            let documents = composer.links(work.documents.iter().map(|target| target.id));
            let manner = work.manner.map_or("", |word| word.text);
            vec![documents, vec![Inline::text(manner)], composer.cell(work.text)]
        })
        .collect();
    blocks.extend(composer.made("earlier-work", &tables.earlier_work, &[3, 2, 8], rows));
    blocks
}
