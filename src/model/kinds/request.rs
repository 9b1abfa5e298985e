//! A standardisation request.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::PackageId;
use super::super::entry::{Entry, Quantity};
use super::super::reader::Reader;
use super::Read;

/// A standardisation request.
#[derive(Clone, Debug)]
pub struct Request<'s> {
    /// Its official reference.
    pub official: Option<Text<'s>>,
    /// Whether it is a draft or adopted.
    pub edition: Option<Edition>,
    /// Its date.
    pub date: Option<Date>,
    /// When it lapses.
    pub expires: Option<Date>,
    /// When the joint final report is due.
    pub final_report: Option<Date>,
    /// How long after notification the draft of the work programme is due.
    pub programme_within: Option<Quantity<'s>>,
    /// How long after notification the first report is due.
    pub first_report_within: Option<Quantity<'s>>,
    /// How often progress is reported, and how often once every draft has been in enquiry.
    pub report_every: Option<(Quantity<'s>, Option<Quantity<'s>>)>,
    /// The edition that this one replaces.
    pub replaces: Option<PackageId>,
    /// Where it is published.
    pub url: Option<Text<'s>>,
    /// What it is about.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Request<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            edition: entry.word("edition").and_then(|word| Edition::of(word.text)),
            date: entry.date("date"),
            expires: entry.date("expires"),
            final_report: entry.date("final-report"),
            programme_within: entry.quantity("programme-within"),
            first_report_within: entry.quantity("first-report-within"),
            report_every: entry
                .first("report-every")
                .and_then(|line| Some((line.quantity_at(0)?, line.quantity_at(1)))),
            replaces: reader.package_of(entry, "replaces"),
            url: entry.text("url"),
            text: entry.text("text"),
        }
    }
}

words! {
    /// How far a request has come.
    pub enum Edition {
        /// A draft.
        Draft = "draft",
        /// Adopted by the Commission.
        Adopted = "adopted",
    }
}
