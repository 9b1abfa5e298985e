//! What a file says about the draft in it: how it is cited, how far it has come, who drafts it.

use crate::artifact::Options;

use super::block::{Block, Metadata};
use super::compose::{Composer, read};
use super::front::{keywords, title};
use super::inline::Inline;

pub(super) fn metadata(composer: &Composer<'_, '_>, options: &Options) -> Metadata {
    let (standard, outline) = (composer.standard, composer.outline);
    let form = &outline.cover.identifier;
    Metadata {
        title: format!("{}: {}", identifier(composer, form), title(composer)),
        publisher: outline.publisher.clone(),
        description: standard.scope.map_or_else(String::new, |scope| first_paragraph(&composer.blocks(scope))),
        keywords: keywords(composer),
        date: options.date.clone(),
        version: standard.version.map_or_else(String::new, read),
        generator: options.generator.clone(),
        number: standard.number.map_or_else(String::new, read),
        dated: cited(composer, form),
        undated: cited(composer, without_edition(form)),
        stage: stage(composer).to_owned(),
        work_item: standard.work_item.map_or_else(String::new, read),
        committee: standard.body.map_or_else(String::new, read),
        issued: standard.date.map_or_else(String::new, |date| date.to_string()),
        answers: if standard.answers.is_empty() { String::new() } else { composer.filled("{items}") },
        annex_types: outline.annex_types.clone(),
    }
}

fn stage(composer: &Composer<'_, '_>) -> &'static str {
    composer.standard.stage.map_or("draft", |stage| stage.word())
}

/// A form of the cover with what the header declares.
pub(super) fn identifier(composer: &Composer<'_, '_>, form: &str) -> String {
    let (standard, rules) = (composer.standard, &composer.outline.cover);
    let date = standard.date.map_or_else(String::new, |date| date.to_string());
    form.replace("{draft}", rules.stages.get(stage(composer)).map_or("", String::as_str))
        .replace("{number}", &standard.number.map_or_else(String::new, read))
        .replace("{version}", &standard.version.map_or_else(String::new, read))
        .replace("{month}", date.get(..7).unwrap_or(""))
        .replace("{year}", date.get(..4).unwrap_or(""))
}

/// The identifier as others cite it: a word such as `Draft` stands before the reference and is no part of it.
fn cited(composer: &Composer<'_, '_>, form: &str) -> String {
    let identifier = identifier(composer, form);
    let word = composer.outline.cover.stages.get(stage(composer)).filter(|word| word.ends_with(' '));
    word.and_then(|word| identifier.strip_prefix(word.as_str())).unwrap_or(&identifier).to_owned()
}

/// The form of an identifier up to the number.
fn without_edition(form: &str) -> &str {
    form.find("{number}").map_or(form, |at| &form[..at + "{number}".len()])
}

/// The words of the first paragraph, without their looks.
fn first_paragraph(blocks: &[Block]) -> String {
    let words = blocks.iter().find_map(|block| match block {
        Block::Paragraph { text } => Some(text.iter().map(Inline::words).collect::<String>()),
        _ => None,
    });
    words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
