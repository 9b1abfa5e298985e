//! A round as a fresh form or table, which another import reads as the same records.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::house::house;
use super::id::given;
use super::{Comment, Field, Round, Row, Source, answer, docx, separated, sheet};

/// What a round is written as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum To {
    /// The form, as a text document.
    Docx,
    /// A workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
}

impl To {
    /// The word for it, which is also the ending of its files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

impl FromStr for To {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = [Self::Docx, Self::Xlsx, Self::Csv].into_iter().find(|to| to.word() == word);
        known.ok_or_else(|| format!("comments are not written as `{word}`; these are: docx, xlsx, csv"))
    }
}

/// Writes a round. The second value says in words what the form has no room for.
///
/// # Errors
/// What the format cannot hold.
pub fn export(round: &Round, to: To, generator: &str) -> Result<(Vec<u8>, Vec<String>), String> {
    let rows: Vec<_> = round.comments.iter().map(row).collect();
    if to == To::Docx {
        let without = |comment: &Comment| {
            let columns: Vec<_> = comment.more.keys().map(|heading| format!("`{heading}`")).collect();
            (!columns.is_empty()).then(|| format!("{}: the form has no column {}", comment.id, columns.join(", ")))
        };
        let bytes = docx::write(&head(round), &rows, generator)?;
        return Ok((bytes, round.comments.iter().filter_map(without).collect()));
    }
    let others: BTreeSet<_> = rows.iter().flat_map(|row| row.more.keys()).collect();
    let headings = house().columns.iter().map(|column| column.heading.clone());
    let mut lines = vec![headings.chain(others.iter().map(|other| (*other).clone())).collect::<Vec<_>>()];
    for row in &rows {
        let known = house().columns.iter().map(|column| row.text(column.field).to_owned());
        let more = others.iter().map(|other| row.more.get(*other).cloned().unwrap_or_default());
        lines.push(known.chain(more).collect());
    }
    let bytes = if to == To::Xlsx { sheet::write(&lines)? } else { separated::write(&lines)? };
    let head = head(round);
    let unsaid = [("date", &head.date), ("document", &head.document), ("project", &head.project)];
    let unsaid: Vec<_> = unsaid.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, _)| name).collect();
    let notice = format!("the table has no place for what stood at the head of the form: {}", unsaid.join(", "));
    Ok((bytes, if unsaid.is_empty() { Vec::new() } else { vec![notice] }))
}

/// What column 8 of a comment is to say.
pub(super) fn row(comment: &Comment) -> Row {
    let from_id = given(&comment.id);
    let first = match &comment.written {
        Some(written) => written.clone(),
        None if from_id.body == comment.body && from_id.id.is_some() => comment.id.clone(),
        None => comment.body.clone(),
    };
    let fields = [
        (Field::Body, first),
        (Field::Line, comment.line.clone()),
        (Field::Clause, comment.clause.clone()),
        (Field::Element, comment.element.clone()),
        (Field::Type, comment.kind.clone()),
        (Field::Comment, comment.comment.clone()),
        (Field::Proposed, comment.proposed.clone()),
        (Field::Observations, answer::written(comment)),
    ];
    let fields = fields.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    Row { fields, more: comment.more.clone(), left_out: Vec::new() }
}

/// What stood at the head of the forms: the first that says it.
fn head(round: &Round) -> Source {
    let first = |value: fn(&Source) -> &String| {
        round.sources.iter().map(value).find(|value| !value.is_empty()).cloned().unwrap_or_default()
    };
    Source {
        file: String::new(),
        date: first(|source| &source.date),
        document: first(|source| &source.document),
        project: first(|source| &source.project),
    }
}
