//! Kinds of the risk method: factors and the matrix.

use super::{Argument, Keyword, SHARED, TEXT, TITLED, need};

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "risk-factor",
        "A property of the context, on an ordered scale, that likelihood and impact depend on.",
        SHARED,
        TITLED,
        &[
            Keyword::property("values", "The scale, in rising order.", &[need(Argument::Scale)]).required(),
            Keyword::property("text", "What the factor measures and what its values stand for.", TEXT),
        ],
    ),
    Keyword::kind(
        "risk-matrix",
        "How likelihood and impact make a rating, and which rating is accepted.",
        SHARED,
        TITLED,
        &[
            Keyword::property("likelihoods", "The scale of likelihood, in rising order.", &[need(Argument::Scale)])
                .required(),
            Keyword::property("impacts", "The scale of impact, in rising order.", &[need(Argument::Scale)]).required(),
            Keyword::property("ratings", "The scale of ratings, in rising order.", &[need(Argument::Scale)]).required(),
            Keyword::property(
                "row",
                "For one likelihood, the rating at each impact in rising order.",
                &[need(Argument::Value), need(Argument::Values)],
            )
            .repeated()
            .required(),
            Keyword::property(
                "accept",
                "The highest rating that is accepted, and why.",
                &[need(Argument::Value), need(Argument::Text)],
            )
            .required(),
            Keyword::property("text", "Where the method comes from and how it is applied.", TEXT),
        ],
    ),
];
