//! Front, body and back: what is unnumbered before the first numbered clause, the numbered clauses, and annexes with what follows.

use crate::document::{Block, Clause, ClauseKind};

use super::Sts;
use super::blocks::{Place, is_gone, visible};

impl<'d> Sts<'d> {
    pub(super) fn front(&mut self) {
        self.element("front", &[], |sts| {
            sts.metadata();
            sts.clauses()
                .take_while(|clause| clause.kind == ClauseKind::Unnumbered)
                .for_each(|clause| sts.section(clause));
        });
    }

    pub(super) fn body(&mut self) {
        self.element("body", &[], |sts| {
            sts.clauses().filter(|clause| clause.kind == ClauseKind::Numbered).for_each(|clause| sts.section(clause));
        });
    }

    pub(super) fn back(&mut self) {
        let behind: Vec<_> = self.clauses().skip_while(|clause| clause.kind == ClauseKind::Unnumbered).collect();
        let annexes: Vec<_> = behind.iter().filter(|clause| is_annex(clause)).collect();
        let others: Vec<_> = behind.iter().filter(|clause| clause.kind == ClauseKind::Unnumbered).collect();
        if annexes.is_empty() && others.is_empty() {
            return;
        }
        self.element("back", &[], |sts| {
            if !annexes.is_empty() {
                sts.element("app-group", &[], |sts| annexes.iter().for_each(|annex| sts.annex(annex)));
            }
            others.iter().for_each(|clause| sts.unnumbered(clause));
        });
    }

    /// The clauses of the first level that the file holds.
    fn clauses(&self) -> impl Iterator<Item = &'d Clause> + use<'d> {
        self.document.clauses.iter().filter(|clause| !is_gone(clause) && !is_listing(clause))
    }

    fn annex(&mut self, annex: &'d Clause) {
        let types = &self.document.metadata.annex_types;
        let (content_type, status) = match annex.kind {
            ClauseKind::NormativeAnnex => (&types.normative, "(normative)"),
            _ => (&types.informative, "(informative)"),
        };
        let id = self.ids.get(&annex.id);
        self.element("app", &[("content-type", content_type), ("id", id)], |sts| {
            sts.leaf("label", &[], &format!("Annex {}", annex.number));
            sts.leaf("annex-type", &[], status);
            sts.leaf("title", &[], &annex.title);
            sts.content(annex);
        });
    }

    /// What stands unnumbered behind the annexes: the bibliography, or a section.
    fn unnumbered(&mut self, clause: &'d Clause) {
        if clause.role != "informative-references" || !clause.clauses.is_empty() {
            return self.section(clause);
        }
        let id = self.ids.get(&clause.id);
        self.element("ref-list", &[("content-type", "bibl"), ("id", id)], |sts| {
            sts.leaf("title", &[], &clause.title);
            let (entries, rest): (Vec<_>, Vec<_>) =
                visible(&clause.blocks).into_iter().partition(|block| matches!(block, Block::Reference { .. }));
            sts.blocks(&rest, Place::Clause);
            entries.into_iter().for_each(|entry| sts.entry(entry));
        });
    }

    fn section(&mut self, clause: &'d Clause) {
        let sort = match &*clause.role {
            "scope" => "scope",
            "normative-references" => "norm-refs",
            "terms" => "terms",
            "foreword" if clause.number.is_empty() => "foreword",
            "introduction" if clause.number.is_empty() => "intro",
            _ => "",
        };
        let attributes = [("id", self.ids.get(&clause.id)), ("sec-type", sort)];
        let attributes = if sort.is_empty() { &attributes[..1] } else { &attributes[..] };
        self.element("sec", attributes, |sts| {
            sts.leaf("label", &[], &clause.number);
            sts.xml.leaf("title", &[], &clause.title);
            sts.content(clause);
        });
    }

    /// The blocks and clauses of a clause. Entries of terms are clauses to STS and stand behind the blocks.
    fn content(&mut self, clause: &'d Clause) {
        let (terms, blocks): (Vec<_>, Vec<_>) =
            visible(&clause.blocks).into_iter().partition(|block| matches!(block, Block::Term { .. }));
        self.blocks(&blocks, Place::Clause);
        self.blocks(&terms, Place::Clause);
        clause.clauses.iter().filter(|clause| !is_gone(clause)).for_each(|clause| self.section(clause));
    }
}

fn is_annex(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::NormativeAnnex | ClauseKind::InformativeAnnex)
}

/// Whether it is a list of tables, figures or requirements without a number, which readers of the file make themselves.
fn is_listing(clause: &Clause) -> bool {
    let lists = |block: &Block| matches!(block, Block::Listing { .. });
    let unnumbered = clause.number.is_empty() && clause.clauses.is_empty();
    unnumbered && !clause.blocks.is_empty() && clause.blocks.iter().all(lists)
}
