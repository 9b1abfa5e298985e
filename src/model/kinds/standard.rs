//! A deliverable.

use jiff::civil::Date;

use crate::source::Span;
use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::super::{Condition, PackageId, Target};
use super::Read;

/// A deliverable.
#[derive(Clone, Debug)]
pub struct Standard<'s> {
    /// Whether it serves every product or one class.
    pub role: Option<Role>,
    /// The requested items it answers.
    pub answers: Vec<Target>,
    /// Whose format its draft has.
    pub eso: Option<Eso>,
    /// The technical body.
    pub body: Option<Text<'s>>,
    /// Its number.
    pub number: Option<Text<'s>>,
    /// The reference of the work item.
    pub work_item: Option<Text<'s>>,
    /// The type of deliverable, where the source says it.
    pub deliverable: Option<Deliverable>,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// Its version.
    pub version: Option<Text<'s>>,
    /// The date of the version.
    pub date: Option<Date>,
    /// Keywords.
    pub keywords: Vec<Text<'s>>,
    /// The product categories in scope.
    pub category: Vec<Target>,
    /// What the product is called in running text.
    pub product: Option<Text<'s>>,
    /// The short name of the product in requirement numbers.
    pub short: Option<Text<'s>>,
    /// What it builds on.
    pub extends: Vec<Extension<'s>>,
    /// Which configurations are in scope.
    pub in_scope: Option<Condition>,
    /// The text of clause 1.
    pub scope: Option<Text<'s>>,
    /// Whether it is broad, and where it says so.
    pub breadth: Option<(Breadth, Span)>,
    /// The narrower deliverables that complement it.
    pub complemented_by: Vec<Text<'s>>,
    /// What it does not deal with.
    pub out_of_scope: Vec<Text<'s>>,
    /// The text of the introduction.
    pub introduction: Option<Text<'s>>,
    /// What the foreword adds.
    pub foreword: Option<Text<'s>>,
    /// The text that opens clause 4.
    pub product_context: Option<Text<'s>>,
}

impl<'s> Read<'s> for Standard<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            role: entry.word("role").and_then(|word| Role::of(word.text)),
            answers: reader.targets(entry, "answers"),
            eso: entry.word("eso").and_then(|word| Eso::of(word.text)),
            body: entry.text("body"),
            number: entry.text("number"),
            work_item: entry.text("work-item"),
            deliverable: entry.word("deliverable").and_then(|word| Deliverable::of(word.text)),
            stage: entry.word("stage").and_then(|word| Stage::of(word.text)),
            version: entry.text("version"),
            date: entry.date("date"),
            keywords: entry.texts("keywords"),
            category: reader.targets(entry, "category"),
            product: entry.text("product"),
            short: entry.text("short"),
            extends: entry.all("extends").flat_map(|line| reader.extensions(line)).collect(),
            in_scope: reader.condition(entry, "in-scope"),
            scope: entry.text("scope"),
            breadth: entry.word("breadth").and_then(|word| Some((Breadth::of(word.text)?, word.span))),
            complemented_by: entry.texts("complemented-by"),
            out_of_scope: entry.texts("out-of-scope"),
            introduction: entry.text("introduction"),
            foreword: entry.text("foreword"),
            product_context: entry.text("product-context"),
        }
    }
}

words! {
    /// Whether a deliverable serves every product or one product class.
    pub enum Role {
        /// Every product.
        Horizontal = "horizontal",
        /// One product class.
        Vertical = "vertical",
    }
}
words! {
    /// How much of its category a vertical is for.
    pub enum Breadth {
        /// Many sorts of products.
        Broad = "broad",
        /// One sort of products.
        Granular = "granular",
    }
}
words! {
    /// Whose format a draft has.
    pub enum Eso {
        /// ETSI.
        Etsi = "etsi",
        /// CEN, or CEN and CENELEC together.
        Cen = "cen",
        /// CENELEC.
        Cenelec = "cenelec",
    }
}
words! {
    /// The type of deliverable.
    pub enum Deliverable {
        /// A European standard.
        Standard = "en",
        /// A technical specification.
        Specification = "ts",
        /// A technical report.
        Report = "tr",
    }
}
words! {
    /// How far a deliverable has come.
    pub enum Stage {
        /// In drafting.
        Draft = "draft",
        /// In public enquiry.
        Enquiry = "enquiry",
        /// In vote.
        Vote = "vote",
        /// Published.
        Published = "published",
    }
}

/// A package that a deliverable builds on.
#[derive(Clone, Debug)]
pub struct Extension<'s> {
    /// The package, where the workspace has it.
    pub package: Option<PackageId>,
    /// Its name as it is written.
    pub name: Word<'s>,
    /// The version it was written against.
    pub at: Option<Text<'s>>,
}
