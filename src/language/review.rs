//! Records of what people judged.

use super::{Argument, DATE, Header, Keyword, TEXT, TITLE, TITLED, need};

pub(super) const KEYWORDS: &[Keyword] = &[Keyword::kind(
    "review",
    "The record of a review: who judged, on which day, whether an obligation is met.",
    &[Header::Standard, Header::Programme],
    TITLED,
    &[
        Keyword::property("reviews", "The obligations that were judged.", &[need(Argument::Refers(&["obligation"]))])
            .required(),
        Keyword::property(
            "outcome",
            "What the judgement was.",
            &[need(Argument::Word(&["met", "not-met", "not-applicable"]))],
        )
        .required(),
        Keyword::property("by", "Who judged: the name, or the role that the committee keeps a name for.", TITLE)
            .required(),
        Keyword::property("date", "The day of the judgement.", DATE).required(),
        Keyword::property("text", "What was looked at, and why the judgement is as it is.", TEXT).required(),
        Keyword::property("until", "The day after which it has to be judged anew.", DATE),
    ],
)];
