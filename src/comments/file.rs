//! A round as a file: YAML, one entry a comment, in the order in which they came, so that a decision is a change of a few lines.

use std::collections::BTreeMap;

use super::{Comment, Round};

/// The folder of the workspace that keeps rounds: `comments/PACKAGE/ROUND.yaml`.
pub const FOLDER: &str = "comments";
/// How large a file may be, in bytes.
pub const LIMIT: u64 = 16 << 20;

const HEAD: &str =
    "# Comments on a draft. `normc comments` writes this file; keep it with the sources. `normc check` reads it.\n";

/// Why a file cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The byte at which it is wrong.
    pub at: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

impl Round {
    /// Reads a file.
    ///
    /// # Errors
    /// What is no round, with its place.
    pub fn read(text: &str) -> Result<Self, Fault> {
        if let Some(at) = alias(text) {
            let message = "anchors and aliases of YAML (`&`, `*`), keys that are asked for (`?`), and lists in brackets over several lines are not read here";
            return Err(Fault {
                at,
                message: message.to_owned(),
                help: "write the value out, in quotation marks where it begins so",
            });
        }
        serde_yaml::from_str(text).map_err(|error| {
            let at = error.location().map_or(0, |location| location.index().min(text.len()));
            Fault { at, message: format!("the comments cannot be read: {error}"), help: help(text) }
        })
    }

    /// The file's text.
    ///
    /// # Errors
    /// None is known: texts always serialise.
    pub fn write(&self) -> Result<String, String> {
        let body = serde_yaml::to_string(self).map_err(|error| format!("the comments cannot be written: {error}"))?;
        Ok(format!("{HEAD}{body}"))
    }

    /// The bytes of the line that names each comment in the text of this round, in order; fewer where the text is laid out in another way.
    pub fn places(text: &str) -> Vec<std::ops::Range<usize>> {
        let (mut offset, mut within, mut places) = (0, false, Vec::new());
        for line in text.split_inclusive('\n') {
            within |= line.trim_end() == "comments:";
            // Entries stand at the margin, and texts inside them do not.
            if within && line.starts_with("- ") {
                places.push(offset..offset + line.trim_end().len());
            }
            offset += line.len();
        }
        places
    }

    /// The record of which lines of the draft that was commented on hold what: `17: R-KDF`.
    ///
    /// # Errors
    /// What is no such record, with its place.
    pub fn read_lines(text: &str) -> Result<BTreeMap<u32, String>, Fault> {
        if let Some(at) = alias(text) {
            let message = "only lines such as `17: R-KDF` are read here".to_owned();
            return Err(Fault { at, message, help: "write each line out" });
        }
        serde_yaml::from_str(text).map_err(|error| {
            let at = error.location().map_or(0, |location| location.index().min(text.len()));
            Fault { at, message: format!("the lines cannot be read: {error}"), help: "write lines such as `17: R-KDF`" }
        })
    }

    /// The comment of a name.
    pub fn comment(&self, id: &str) -> Option<&Comment> {
        self.comments.iter().find(|comment| comment.id == id)
    }
}

fn help(text: &str) -> &'static str {
    let merging = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| text.lines().any(|line| line.starts_with(mark)));
    if merging {
        "both sides of a merge stand here; take the lines with `<<<<<<<`, `=======` and `>>>>>>>` away and keep one entry of each comment"
    } else {
        "mend it, or go back to the last version that could be read"
    }
}

/// The first place that stands for another one in the text: a few lines of such could mean more than any memory holds.
fn alias(text: &str) -> Option<usize> {
    let (mut offset, mut block) = (0, None);
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let (start, blank) = (offset, line.trim().is_empty());
        offset += line.len();
        if blank || block.is_some_and(|block| indent > block) {
            continue;
        }
        block = None;
        let (at, value) = value(line);
        let value = value.trim_end();
        let hostile = match value.chars().next() {
            Some('&' | '*' | '?' | '!') => true,
            Some('|' | '>') => {
                block = Some(indent);
                false
            }
            Some(open @ ('[' | '{')) => {
                !value.ends_with(if open == '[' { ']' } else { '}' }) || value[1..].contains(['&', '*'])
            }
            _ => false,
        };
        if hostile {
            return Some(start + at);
        }
    }
    None
}

/// What a line gives to its key or to its place in a list, and where that begins.
fn value(line: &str) -> (usize, &str) {
    let mut at = line.len() - line.trim_start().len();
    while let Some(rest) = line[at..].strip_prefix("- ") {
        at = line.len() - rest.trim_start().len();
    }
    let rest = &line[at..];
    if rest.starts_with(['"', '\'', '[', '{', '&', '*', '?', '!']) {
        return key_in_quotes(line, at).unwrap_or((at, rest));
    }
    match rest.find(": ") {
        Some(colon) => {
            let value = rest[colon + 2..].trim_start();
            (line.len() - value.len(), value)
        }
        None => (at, rest),
    }
}

/// The value behind a key in quotation marks.
fn key_in_quotes(line: &str, at: usize) -> Option<(usize, &str)> {
    let quote = line[at..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let end = at + 1 + line[at + 1..].find(quote)?;
    let value = line[end + 1..].strip_prefix(": ")?.trim_start();
    Some((line.len() - value.len(), value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::{Outcome, Resolution, Source};

    fn round() -> Round {
        let odd = ["- a\n\n  b: *c\n\t&d", "'=\"x\" #", "~", "no", "a: |\nb", "17", "<<: *x", "? y"];
        let comment = |(at, text): (usize, &&str)| Comment {
            id: format!("FR-{at:03}"),
            comment: (*text).to_owned(),
            proposed: text.repeat(3),
            more: [(text.replace('\n', " "), (*text).to_owned())].into(),
            resolution: Some(Resolution { outcome: Outcome::Reject, because: (*text).to_owned() }),
            ..Comment::default()
        };
        Round {
            package: "pm".to_owned(),
            round: "enquiry".to_owned(),
            sources: vec![Source { file: "a.docx".to_owned(), ..Source::default() }],
            comments: odd.iter().enumerate().map(comment).collect(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let (round, text) = (round(), round().write().unwrap());
        assert_eq!(Round::read(&text), Ok(round.clone()), "{text}");
        let places = Round::places(&text);
        assert_eq!(places.len(), round.comments.len());
        assert_eq!(&text[places[2].clone()], "- id: FR-002");
    }

    #[test]
    fn mistakes_have_a_place() {
        let fault = |text: &str| Round::read(text).unwrap_err();
        assert!(fault("package: a\nround: b\ncomments:\n- id: FR-1\n  commnt: x\n").message.contains("commnt"));
        assert!(fault("package: a\n<<<<<<< ours\nround: b\n").help.contains("merge"));
        for text in [
            "a: &x b\nc: *x\n",
            "- *x\n",
            "a: [*x, *x]\n",
            "a: [\n*x\n]\n",
            "'a': &x\n",
            "? a\n",
            "a: |\n  b\nc: *d\n",
            "*x : b\n",
        ] {
            assert!(fault(text).message.contains("aliases"), "{text}");
        }
        let deep = format!("package: a\nround: b\nsources: {}", "[".repeat(100_000));
        assert!(Round::read(&deep).is_err());
    }
}
