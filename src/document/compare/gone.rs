//! What is gone, as the new draft shows it: nothing leads to it, and it leads nowhere, because what it referred to may be gone too.

use super::super::block::{Block, Clause, Mark};
use super::super::inline::Inline;
use super::{blocks, walk};

/// A clause that is gone, with all that did not move away from it.
pub(super) fn clause(old: &Clause, is_kept: &dyn Fn(&str) -> bool) -> Clause {
    let stays = |id: Option<&str>| id.is_none_or(|id| !is_kept(id));
    let blocks = old.blocks.iter().filter(|it| stays(blocks::id(it))).map(block).collect();
    let clauses = old.clauses.iter().filter(|it| stays(Some(&it.id))).map(|inner| clause(inner, is_kept)).collect();
    Clause {
        id: renamed(&old.id),
        mark: Some(Mark::Deleted),
        page_break: false,
        in_contents: false,
        blocks,
        clauses,
        ..old.clone()
    }
}

/// A block that is gone.
pub(super) fn block(old: &Block) -> Block {
    let mut blocks = vec![old.clone()];
    walk::in_blocks(&mut blocks, &mut plain);
    walk::blocks(&mut blocks, &mut |block| match block {
        Block::Term { id, .. }
        | Block::Reference { id, .. }
        | Block::Requirement { id, .. }
        | Block::Assessment { id, .. }
        | Block::Formula { id, .. } => rename(id),
        Block::Table(table) => rename(&mut table.id),
        Block::Figure(figure) => rename(&mut figure.id),
        Block::Definitions { entries } => entries.iter_mut().for_each(|entry| rename(&mut entry.id)),
        // What it lists may be gone; the new one stands beside it.
        Block::Listing { entries, .. } => entries.clear(),
        _ => {}
    });
    blocks.pop().unwrap_or_else(|| old.clone())
}

/// Running text that is gone.
pub(super) fn text(mut old: Vec<Inline>) -> Vec<Inline> {
    walk::in_text(&mut old, &mut plain);
    old.retain(|inline| !matches!(inline, Inline::Text { text } if text.is_empty()));
    old
}

fn plain(inline: &mut Inline) {
    match inline {
        Inline::Reference { text, .. } => *inline = Inline::text(std::mem::take(text)),
        Inline::Anchor { .. } => *inline = Inline::text(""),
        Inline::Footnote { text, .. } => {
            let words: String = text.iter().map(Inline::words).collect();
            *inline = Inline::text(format!(" [{words}]"));
        }
        _ => {}
    }
}

/// No new thing has such an anchor.
fn renamed(id: &str) -> String {
    format!("was-{id}")
}

fn rename(id: &mut String) {
    if !id.is_empty() {
        *id = renamed(id);
    }
}
