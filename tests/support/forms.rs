//! What must hold of every file of comments, whoever made it. The tests and the fuzzer of `fuzz/` run it alike.

use normc::comments::{Comment, Round, To, export, fill, import, merge};

/// A workbook has no cell for a longer text, and says so.
const CELL: usize = 32_767;

/// The comments of a file in a round of their own; nothing where it is refused.
pub fn round(bytes: &[u8]) -> Option<Round> {
    let table = import("form", bytes).ok()?;
    let mut round = Round { package: "demo".to_owned(), round: "round".to_owned(), ..Round::default() };
    let merged = merge(&mut round, &[], &table);
    assert_eq!((merged.ids.len(), merged.new), (table.rows.len(), round.comments.len()));
    Some(round)
}

/// Reads a file, and where that goes well, holds what came of it against everything that it is written as.
pub fn hold(bytes: &[u8]) -> Option<Round> {
    let round = round(bytes)?;
    hold_round(&round);
    fill(bytes, &|_, _| Some("Accepted".to_owned())).ok();
    Some(round)
}

/// A round comes back from its file and from every form with the same records.
pub fn hold_round(round: &Round) {
    let text = round.write().unwrap();
    assert_eq!(Round::read(&text).as_ref(), Ok(round), "{text}");
    assert_eq!(Round::places(&text).len(), round.comments.len(), "{text}");
    let mut names: Vec<_> = round.comments.iter().map(|comment| &comment.id).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), round.comments.len(), "a name is there twice");
    for to in [To::Csv, To::Xlsx, To::Docx] {
        if round.comments.is_empty() || to == To::Xlsx && text.len() > CELL {
            continue;
        }
        let (bytes, _) = export(round, to, "test").unwrap();
        let again = self::round(&bytes).unwrap_or_else(|| panic!("{to:?} is not read again"));
        assert_eq!(kept(&again.comments, to), kept(&round.comments, to), "{to:?}");
    }
}

/// The records as far as a format has room for them.
fn kept(comments: &[Comment], to: To) -> Vec<Comment> {
    let mut comments = comments.to_vec();
    for comment in &mut comments {
        comment.left_out.clear();
        if to == To::Docx {
            comment.more.clear();
        }
    }
    // A row of which the form holds nothing is none.
    comments.retain(|comment| {
        let said = [&comment.body, &comment.line, &comment.clause, &comment.element, &comment.kind];
        let texts = [&comment.comment, &comment.proposed, &comment.observations];
        let more = !comment.more.is_empty() || comment.resolution.is_some() || comment.written.is_some();
        more || said.into_iter().chain(texts).any(|text| !text.is_empty())
    });
    comments
}
