//! The labels of notes, examples and warnings: they count from 1 in each clause, and carry no number where there is one of the sort only.

use super::block::Block;
use super::outline::Labels;

/// Labels the notes, examples and warnings of a clause or of a table.
pub(super) fn label(blocks: &mut [Block], labels: &Labels, entry: Option<&str>) {
    if let Some(form) = entry {
        entries(blocks, form);
    }
    let mut all = [0; 3];
    each(blocks, &mut |sort, label| all[sort] += usize::from(label.is_empty()));
    let mut at = [0; 3];
    each(blocks, &mut |sort, label| {
        // A note to an entry has its label already.
        if !label.is_empty() {
            return;
        }
        at[sort] += 1;
        let word = [&labels.note, &labels.example, &labels.warning][sort];
        let number = if all[sort] > 1 { format!(" {}", at[sort]) } else { String::new() };
        *label = format!("{word}{number}{}", labels.after_label);
    });
    tables(blocks, labels);
}

/// Shows each label with its sort: note, example, warning. Those of a table are counted for themselves.
fn each(blocks: &mut [Block], show: &mut dyn FnMut(usize, &mut String)) {
    for block in blocks {
        match block {
            Block::Note { label, blocks } => {
                show(0, label);
                each(blocks, show);
            }
            Block::Example { label, blocks } => {
                show(1, label);
                each(blocks, show);
            }
            Block::Warning { label, blocks } => {
                show(2, label);
                each(blocks, show);
            }
            Block::Requirement { blocks, .. } | Block::Term { notes: blocks, .. } => each(blocks, show),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each(item, show)),
            _ => {}
        }
    }
}

/// Labels the notes of each entry of a terms clause, which count from 1 in the entry and always have a number.
fn entries(blocks: &mut [Block], form: &str) {
    let entries = blocks.iter_mut().filter_map(|block| match block {
        Block::Term { notes, .. } => Some(notes),
        _ => None,
    });
    for entry in entries {
        let notes = entry.iter_mut().filter_map(|block| match block {
            Block::Note { label, .. } => Some(label),
            _ => None,
        });
        for (at, label) in (1_u32..).zip(notes) {
            *label = form.replace("{n}", &at.to_string());
        }
    }
}

fn tables(blocks: &mut [Block], labels: &Labels) {
    for block in blocks {
        match block {
            Block::Table(table) => label(&mut table.notes, labels, None),
            Block::Requirement { blocks, .. } => tables(blocks, labels),
            _ => {}
        }
    }
}
