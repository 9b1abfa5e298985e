//! Column 8: a decision as the commenter reads it, and read back.

use super::house::house;
use super::{Comment, Outcome, Resolution, text};

/// What column 8 says of a comment: the decision, then what stood there before.
pub fn written(comment: &Comment) -> String {
    let Some(Resolution { outcome, because }) = &comment.resolution else { return comment.observations.clone() };
    let word = house().outcomes.get(outcome.word()).map_or(outcome.word(), String::as_str);
    let decision = if because.is_empty() { word.to_owned() } else { format!("{word}: {}", one(because)) };
    if comment.observations.is_empty() { decision } else { format!("{decision}\n\n{}", comment.observations) }
}

/// A decision and what else column 8 says. What does not read exactly as a decision is none, and stays as it is.
pub(super) fn read(cell: &str) -> (Option<Resolution>, String) {
    let decided = |outcome: Outcome| {
        let rest = cell.strip_prefix(house().outcomes.get(outcome.word())?.as_str())?;
        let (because, observations) = match rest.strip_prefix(": ") {
            Some(rest) => rest.split_once("\n\n").unwrap_or((rest, "")),
            None => ("", rest.strip_prefix("\n\n").or_else(|| rest.is_empty().then_some(""))?),
        };
        let resolution = Some(Resolution { outcome, because: because.to_owned() });
        let comment = Comment { resolution, observations: observations.to_owned(), ..Comment::default() };
        (written(&comment) == cell).then_some((comment.resolution, comment.observations))
    };
    Outcome::ALL.into_iter().find_map(decided).unwrap_or_else(|| (None, cell.to_owned()))
}

/// A reason without empty lines: one ends it.
pub fn one(because: &str) -> String {
    let because = text::clean(because);
    because.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_come_back() {
        for outcome in Outcome::ALL {
            for because in ["", "see 5.2", "one\ntwo"] {
                for observations in ["", "Noted: at the meeting\n\nlater"] {
                    let resolution = Some(Resolution { outcome, because: because.to_owned() });
                    let comment = Comment { resolution, observations: observations.to_owned(), ..Comment::default() };
                    let back = read(&written(&comment));
                    assert_eq!(back, (comment.resolution, comment.observations));
                }
            }
        }
    }

    #[test]
    fn what_is_no_decision_stays() {
        for cell in ["", "Accepted in principle: see 5.2", "Accepted.", "accepted", "Accepted: ", "Rejected"] {
            assert_eq!(read(cell), (None, cell.to_owned()), "{cell}");
        }
    }
}
