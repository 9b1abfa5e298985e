//! Rows become records of a round. The same comment is known again by who made it, where and in which words: names change where a secretariat
//! merges or sorts.

use std::collections::{BTreeMap, VecDeque};

use super::id::{Given, Names, given};
use super::text::squeezed;
use super::{Comment, Field, Round, Row, Table, answer};
use crate::digest;

/// What became of the rows of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Merged {
    /// The names of the records, row by row.
    pub ids: Vec<String>,
    /// How many records are new.
    pub new: usize,
    /// How many of these are known from an earlier round.
    pub known: usize,
    /// How many decisions came with the rows.
    pub decided: usize,
    /// What the person should know, in words.
    pub notices: Vec<String>,
}

/// Puts the rows of a table into a round. `earlier` are the other rounds on the same deliverable; decisions are taken over from the latest of
/// them that knows the comment.
pub fn merge(round: &mut Round, earlier: &[&Round], table: &Table) -> Merged {
    let mut merged = Merged::default();
    if !round.sources.contains(&table.source) {
        round.sources.retain(|source| source.file != table.source.file);
        round.sources.push(table.source.clone());
    }
    let mut known = by_identity(&round.comments);
    let mut before: Vec<_> = earlier.iter().map(|round| (*round, by_identity(&round.comments))).collect();
    let mut names = Names::default();
    round.comments.iter().for_each(|comment| {
        names.take(&comment.id);
    });
    let fresh: Vec<_> = table.rows.iter().map(record).collect();
    let places: Vec<_> =
        fresh.iter().map(|comment| known.get_mut(&identity(comment)).and_then(VecDeque::pop_front)).collect();
    // Numbers that rows bring come before those that are given to others.
    let named: Vec<_> =
        fresh.iter().zip(&places).map(|(comment, place)| place.is_none() && names.take(&comment.id)).collect();
    for ((mut comment, place), named) in fresh.into_iter().zip(places).zip(named) {
        merged.decided += usize::from(comment.resolution.is_some());
        if let Some(place) = place {
            merged.ids.push(round.comments[place].id.clone());
            update(&mut round.comments[place], comment, &mut merged);
            continue;
        }
        if comment.id.is_empty() {
            comment.id = names.of(&comment.body);
        } else if !named {
            comment.written.get_or_insert_with(|| comment.id.clone());
            comment.id = names.other(&comment.id);
        }
        if let Some((round, old)) = recall(&comment, &mut before) {
            merged.known += 1;
            take_over(&mut comment, round, old, &mut merged);
        }
        merged.new += 1;
        merged.ids.push(comment.id.clone());
        round.comments.push(comment);
    }
    merged
}

/// A row as a record; its name is empty where the row has no number.
fn record(row: &Row) -> Comment {
    let cell = row.text(Field::Body);
    let Given { body, id } = given(cell);
    let number = row.text(Field::Id);
    let id = match given(number) {
        _ if number.is_empty() => id.unwrap_or_default(),
        Given { id: Some(id), .. } => id,
        // A bare number counts the comments of a body.
        Given { .. } => given(&format!("{body}-{number}")).id.or(id).unwrap_or_default(),
    };
    let says_it = cell == body || cell == id;
    let mut more = row.more.clone();
    if !number.is_empty() && number != id {
        more.insert("id".to_owned(), number.to_owned());
    }
    let (resolution, observations) = answer::read(row.text(Field::Observations));
    let text = |field: Field| row.text(field).to_owned();
    Comment {
        id,
        body,
        written: (!says_it).then(|| cell.to_owned()),
        on: None,
        at: None,
        line: text(Field::Line),
        clause: text(Field::Clause),
        element: text(Field::Element),
        kind: text(Field::Type),
        comment: text(Field::Comment),
        proposed: text(Field::Proposed),
        observations,
        more,
        left_out: row.left_out.clone(),
        before: None,
        resolution,
    }
}

/// What a comment is known by: who made it, on which clause, in which words.
pub(super) fn identity(comment: &Comment) -> String {
    let words = if comment.comment.is_empty() { &comment.proposed } else { &comment.comment };
    let parts = [&comment.body, &comment.clause, words].map(|part| squeezed(part));
    digest::short(parts.join("\u{0}"))
}

/// The places of comments by what they are known by; those that say the same in the order in which they came.
fn by_identity(comments: &[Comment]) -> BTreeMap<String, VecDeque<usize>> {
    let mut places: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (at, comment) in comments.iter().enumerate() {
        places.entry(identity(comment)).or_default().push_back(at);
    }
    places
}

type Before<'r> = (&'r Round, BTreeMap<String, VecDeque<usize>>);

fn recall<'r>(comment: &Comment, before: &mut [Before<'r>]) -> Option<(&'r Round, &'r Comment)> {
    let identity = identity(comment);
    let found =
        before.iter_mut().rev().find_map(|(round, places)| Some((*round, places.get_mut(&identity)?.pop_front()?)));
    found.map(|(round, place)| (round, &round.comments[place]))
}

/// Takes over from the round before what was decided, unless the row brings a decision of its own.
fn take_over(comment: &mut Comment, round: &Round, old: &Comment, merged: &mut Merged) {
    comment.before = Some(format!("{}/{}", round.round, old.id));
    merged.notices.extend(differs(comment, old));
    if comment.resolution.is_none() {
        comment.resolution.clone_from(&old.resolution);
    }
}

/// What the row now says, in the place of what it said; what was decided and what it was tied to stay.
fn update(kept: &mut Comment, row: Comment, merged: &mut Merged) {
    merged.notices.extend(differs(&row, kept));
    let resolution = row.resolution.clone().or_else(|| kept.resolution.clone());
    // A form that was sent out before the decision was made brings what stood there then.
    let (on, at, before) = (kept.on.take(), kept.at.take(), kept.before.take());
    let (id, written) = (std::mem::take(&mut kept.id), kept.written.take());
    *kept = Comment { id, written, on, at, before, resolution, ..row };
}

/// Says where a row brings another decision than the one that is recorded.
fn differs(row: &Comment, kept: &Comment) -> Option<String> {
    let (new, old) = (row.resolution.as_ref()?, kept.resolution.as_ref()?);
    (new != old).then(|| format!("{}: the decision of the file takes the place of `{}`", kept.id, old.outcome.word()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::{Outcome, Resolution};

    fn table(rows: &[(&str, &str, &str, &str)]) -> Table {
        let row = |(body, clause, comment, observations): &(&str, &str, &str, &str)| {
            let fields = [
                (Field::Body, *body),
                (Field::Clause, *clause),
                (Field::Comment, *comment),
                (Field::Observations, *observations),
            ];
            let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
            Row { fields: fields.map(|(field, text)| (field, text.to_owned())).collect(), ..Row::default() }
        };
        Table { rows: rows.iter().map(row).collect(), ..Table::default() }
    }

    fn ids(round: &Round) -> Vec<&str> {
        round.comments.iter().map(|comment| comment.id.as_str()).collect()
    }

    #[test]
    fn names_are_given_once() {
        let mut round = Round::default();
        let rows =
            table(&[("FR", "1", "a", ""), ("FR-001", "1", "b", ""), ("FR-001", "2", "c", ""), ("", "", "d", "")]);
        let merged = merge(&mut round, &[], &rows);
        assert_eq!(ids(&round), ["FR-002", "FR-001", "FR-001-2", "C-001"]);
        assert_eq!((merged.new, round.comments[2].written.as_deref()), (4, Some("FR-001")));
        let again = merge(&mut round, &[], &rows);
        assert_eq!((again.new, again.ids), (0, merged.ids));
        assert_eq!(round.comments.len(), 4);
    }

    #[test]
    fn decisions_outlast_another_import_and_another_round() {
        let mut first = Round { round: "first".to_owned(), ..Round::default() };
        merge(&mut first, &[], &table(&[("FR-1", "5.1", "Too  short", ""), ("FR-2", "5.1", "too short", "")]));
        let resolution = Some(Resolution { outcome: Outcome::Reject, because: "no".to_owned() });
        first.comments[1].resolution.clone_from(&resolution);
        merge(&mut first, &[], &table(&[("FR-1", "5.1", "Too short", ""), ("FR-9", "5.1", "Too short", "")]));
        assert_eq!((ids(&first), &first.comments[1].resolution), (vec!["FR-1", "FR-2"], &resolution));

        let mut second = Round::default();
        let rows = table(&[
            ("DE", "5.1", "too short", ""),
            ("FR-7", "5.1", "too short", ""),
            ("FR-8", "5.1", "too short", ""),
        ]);
        let merged = merge(&mut second, &[&first], &rows);
        assert_eq!((merged.new, merged.known), (3, 2));
        let before: Vec<_> = second.comments.iter().map(|comment| comment.before.as_deref()).collect();
        assert_eq!(before, [None, Some("first/FR-1"), Some("first/FR-2")]);
        assert_eq!((&second.comments[1].resolution, &second.comments[2].resolution), (&None, &resolution));
    }

    #[test]
    fn decisions_come_with_rows() {
        let mut round = Round::default();
        let merged = merge(&mut round, &[], &table(&[("FR", "1", "a", "Accepted"), ("FR", "2", "b", "Maybe")]));
        assert_eq!((merged.decided, round.comments[1].observations.as_str()), (1, "Maybe"));
        let merged = merge(&mut round, &[], &table(&[("FR", "1", "a", "Noted: later")]));
        assert_eq!(merged.notices.len(), 1);
        assert_eq!(round.comments[0].resolution.as_ref().unwrap().outcome, Outcome::Noted);
    }
}
