//! Entries of terms, in the elements of TBX: definition, notes and examples, then the preferred term and its synonyms.

use crate::document::Block;

use super::Sts;
use super::blocks::visible;

impl<'d> Sts<'d> {
    pub(super) fn term(&mut self, block: &'d Block) {
        let Block::Term { id, number, term, admitted, deprecated, definition, notes } = block else { return };
        let id = self.ids.get(id);
        let section = format!("sec_{}", if number.is_empty() { id } else { id.trim_start_matches("term_") });
        let language = self.language();
        self.element("term-sec", &[("id", &section)], |sts| {
            sts.leaf("label", &[], number);
            sts.element("tbx:termEntry", &[("id", id)], |sts| {
                sts.element("tbx:langSet", &[("xml:lang", language)], |sts| {
                    sts.element("tbx:definition", &[], |sts| sts.inlines(definition));
                    visible(notes).into_iter().for_each(|note| sts.remark_on_term(note));
                    sts.name(term, "preferredTerm");
                    admitted.iter().for_each(|term| sts.name(term, "admittedTerm"));
                    deprecated.iter().for_each(|term| sts.name(term, "deprecatedTerm"));
                });
            });
        });
    }

    /// A note or an example. TBX numbers them itself, so the label stands in none.
    fn remark_on_term(&mut self, block: &'d Block) {
        let (name, blocks) = match block {
            Block::Example { blocks, .. } => ("tbx:example", &blocks[..]),
            Block::Note { blocks, .. } | Block::Warning { blocks, .. } | Block::EditorsNote { blocks, .. } => {
                ("tbx:note", &blocks[..])
            }
            other => ("tbx:note", std::slice::from_ref(other)),
        };
        self.element(name, &[], |sts| sts.running(blocks));
    }

    /// Blocks as running text, which is all that TBX holds beside lists and tables.
    fn running(&mut self, blocks: &'d [Block]) {
        for (at, block) in visible(blocks).into_iter().enumerate() {
            match block {
                Block::Paragraph { text } | Block::Label { text } => {
                    if at > 0 {
                        self.xml.empty("break", &[]);
                    }
                    self.inlines(text);
                }
                other => self.blocks(&[other], super::blocks::Place::Clause),
            }
        }
    }

    fn name(&mut self, term: &str, standing: &str) {
        self.element("tbx:tig", &[], |sts| {
            sts.xml.leaf("tbx:term", &[], term);
            sts.xml.mark("tbx:normativeAuthorization", &[("value", standing)]);
        });
    }
}
