//! What a paragraph, a run or a table is for. `templates/<eso>/docx.yaml` says which style of the organisation each has.

use serde::Deserialize;

macro_rules! roles {
    ($($(#[$about:meta])* $role:ident)*) => {
        /// What a paragraph, a run or a table is for.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub(super) enum Role {
            $($(#[$about])* $role,)*
        }

        impl Role {
            /// Every role.
            pub(super) const ALL: &[Role] = &[$(Role::$role,)*];
        }
    };
}

roles! {
    // The cover and page 2.
    CoverIdentifier CoverType CoverTitle CoverMainTitle CoverDate PageTwoHeading PageTwo PageTwoPlaceholder
    // The contents.
    ContentsTitle Contents1 Contents2 Contents3 Contents4 Contents5 Contents6 ContentsAnnex ListingEntry
    // Headings of clauses.
    Heading1 Heading2 Heading3 Heading4 Heading5 Heading6 Unnumbered Annex Annex2 Annex3 Annex4 Annex5 Annex6
    // Text.
    Paragraph Label Bullet1 Bullet2 Bullet3 Number1 Number2 Number3 More1 More2 More3
    Note NoteMore Example ExampleMore Warning WarningMore EditorsNoteLabel EditorsNote
    Code Formula Figure FigureTitle
    // Terms, abbreviations and references.
    TermNumber Term Definition TermInline TermOther
    Abbreviation AbbreviationLast Reference UnlabelledReference
    // Requirements and assessments.
    RequirementTitle Applicability Relation AssessmentTitle
    // Tables.
    TableTitle TableHead TableCell TableBullet TableNumber TableNote TableCode
    // What is between: after tables, at the end of pages, sections and lists of contents.
    Space
    // Headers, footers and footnotes.
    Header HeaderWide Footer FootnoteText
    // Runs.
    Emphasis Strong StrongEmphasis CodeText Hyperlink FootnoteReference
    // Tables as a whole.
    Table AssessmentTable
}

fn of(roles: &[Role], level: usize) -> Role {
    roles[level.clamp(1, roles.len()) - 1]
}

/// The heading of a clause at a depth, from 1.
pub(super) fn heading(level: u8) -> Role {
    use Role::{Heading1, Heading2, Heading3, Heading4, Heading5, Heading6};
    of(&[Heading1, Heading2, Heading3, Heading4, Heading5, Heading6], level.into())
}

/// The heading of a clause in an annex, at a depth from 1.
pub(super) fn annex_heading(level: u8) -> Role {
    use Role::{Annex, Annex2, Annex3, Annex4, Annex5, Annex6};
    of(&[Annex, Annex2, Annex3, Annex4, Annex5, Annex6], level.into())
}

/// An entry of the contents at a depth, from 1.
pub(super) fn contents(level: u8) -> Role {
    use Role::{Contents1, Contents2, Contents3, Contents4, Contents5, Contents6};
    of(&[Contents1, Contents2, Contents3, Contents4, Contents5, Contents6], level.into())
}

/// An item of a list at a depth, from 1.
pub(super) fn item(ordered: bool, level: usize) -> Role {
    use Role::{Bullet1, Bullet2, Bullet3, Number1, Number2, Number3};
    if ordered { of(&[Number1, Number2, Number3], level) } else { of(&[Bullet1, Bullet2, Bullet3], level) }
}

/// What follows in an item of a list at a depth, from 1.
pub(super) fn more(level: usize) -> Role {
    of(&[Role::More1, Role::More2, Role::More3], level)
}
