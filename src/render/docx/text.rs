//! Running text as pieces: looks, links, cross-references as fields, footnotes and formulas.

use crate::document::{Inline, Mark};

use super::flat::{Link, Piece, What};
use super::flatten::Flatten;
use super::role::Role;
use super::rules::Numbering;
use super::targets::Target;

/// How the text around a piece looks, and where it leads.
#[derive(Clone, Default)]
struct Around {
    emphasis: bool,
    strong: bool,
    link: Option<Link>,
}

impl Around {
    fn look(&self) -> Option<Role> {
        match (self.emphasis, self.strong) {
            (true, true) => Some(Role::StrongEmphasis),
            (true, false) => Some(Role::Emphasis),
            (false, true) => Some(Role::Strong),
            (false, false) => matches!(self.link, Some(Link::Outside(_))).then_some(Role::Hyperlink),
        }
    }

    fn piece(&self, what: What) -> Piece {
        Piece { look: self.look(), link: self.link.clone(), ..Piece::new(what) }
    }
}

impl Flatten<'_> {
    /// The pieces of a running text.
    pub(super) fn text(&mut self, inlines: &[Inline]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.inlines(inlines, &Around::default(), &mut pieces);
        pieces
    }

    /// The same, set strong.
    pub(super) fn strong(&mut self, inlines: &[Inline]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.inlines(inlines, &Around { strong: true, ..Around::default() }, &mut pieces);
        pieces
    }

    fn inlines(&mut self, inlines: &[Inline], around: &Around, out: &mut Vec<Piece>) {
        inlines.iter().for_each(|inline| self.inline(inline, around, out));
    }

    fn inline(&mut self, inline: &Inline, around: &Around, out: &mut Vec<Piece>) {
        match inline {
            Inline::Text { text } => out.push(around.piece(What::Text(one_line(text)))),
            Inline::Emphasis { content } => {
                self.inlines(content, &Around { emphasis: true, ..around.clone() }, out);
            }
            Inline::Strong { content } => self.inlines(content, &Around { strong: true, ..around.clone() }, out),
            Inline::Code { text } => {
                out.push(Piece { look: Some(Role::CodeText), ..around.piece(What::Text(one_line(text))) });
            }
            Inline::Link { url, content } => {
                let link = Some(Link::Outside(url.clone()));
                self.inlines(content, &Around { link, ..around.clone() }, out);
            }
            Inline::Reference { target, text, .. } => match self.targets.get(target).cloned() {
                Some(target) => self.reference(&target, text, around, out),
                None => out.push(around.piece(What::Text(one_line(text)))),
            },
            Inline::Anchor { id } => {
                if let Some(target) = self.targets.get(id) {
                    out.extend(Piece::place(&target.bookmark, Vec::new()));
                }
            }
            Inline::Formula { math, source } => out.push(Piece::new(What::Formula(math.clone(), source.clone()))),
            Inline::Footnote { id, number, text } => {
                let mark = self.sequences.footnote(number);
                let mut pieces = Vec::new();
                self.inlines(text, &Around::default(), &mut pieces);
                let bookmark = self.targets.get(id).map(|target| target.bookmark.clone());
                let note = Piece { look: Some(Role::FootnoteReference), ..Piece::new(What::Footnote(pieces, mark)) };
                out.extend(bookmark.map_or_else(|| vec![note.clone()], |name| Piece::place(&name, vec![note.clone()])));
            }
            Inline::Marked { mark: Mark::Deleted, .. } => {}
            Inline::Marked { content, .. } => self.inlines(content, around, out),
            Inline::Break => out.push(around.piece(What::Break)),
        }
    }

    /// A cross-reference: the number in it is a field that repeats what stands at the place; where there is no number to repeat, it is a link.
    fn reference(&self, target: &Target, text: &str, around: &Around, out: &mut Vec<Piece>) {
        let text = one_line(text);
        let number = Some(target.number.as_str()).filter(|number| !number.is_empty());
        let Some((before, number, after)) = number.and_then(|number| split_at_word(&text, number)) else {
            let link = Some(Link::Inside(target.bookmark.clone()));
            out.push(Piece { link, ..around.piece(What::Text(text)) });
            return;
        };
        let counted = self.rules.numbering == Numbering::Word && target.heading;
        let paragraph = if counted { " \\r" } else { "" };
        let instruction = format!("REF {}{paragraph} \\h", target.bookmark);
        let field = What::Field { instruction, result: number.to_owned() };
        for what in [What::Text(before.to_owned()), field, What::Text(after.to_owned())] {
            if what != What::Text(String::new()) {
                out.push(around.piece(what));
            }
        }
    }
}

/// What stands before a word, the word, and what stands behind it; `None` where the text has it inside another word only.
fn split_at_word<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let at = text.rfind(word)?;
    let (before, rest) = text.split_at(at);
    let (word, after) = rest.split_at(word.len());
    let joins = |c: char| c.is_alphanumeric() || c == '.' && !after.trim_end_matches('.').is_empty();
    let alone = !before.ends_with(|c: char| c.is_alphanumeric() || c == '.') && !after.starts_with(joins);
    alone.then_some((before, word, after))
}

/// Breaks of lines in a source are spaces in a draft.
pub(super) fn one_line(text: &str) -> String {
    text.replace(['\r', '\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words() {
        assert_eq!(split_at_word("clause 5.1", "5.1"), Some(("clause ", "5.1", "")));
        assert_eq!(split_at_word("clause 5.12", "5.1"), None);
        assert_eq!(split_at_word("Table A.1", "A.1"), Some(("Table ", "A.1", "")));
        assert_eq!(split_at_word("vault (3.5)", "3.5"), Some(("vault (", "3.5", ")")));
    }
}
