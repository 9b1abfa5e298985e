//! Kinds of a standardisation request.

use super::{Argument, DATE, Header, Keyword, NAMED, TEXT, TITLE, TITLED, need};

const REQUEST: &[Header] = &[Header::Request];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "item",
        "A requested deliverable.",
        REQUEST,
        TITLED,
        &[
            Keyword::property("official", "Where it stands in the request.", TITLE),
            Keyword::property(
                "role",
                "What the item asks for.",
                &[need(Argument::Word(&["horizontal", "vulnerability-handling", "vertical"]))],
            )
            .required(),
            Keyword::property("due", "The date by which it is to be adopted.", DATE).required(),
            Keyword::property(
                "proposed",
                "A date that is proposed but not binding, and where.",
                &[need(Argument::Date), need(Argument::Title)],
            )
            .repeated(),
            Keyword::property(
                "category",
                "The product category it is about.",
                &[need(Argument::Refers(&["category"]))],
            ),
            Keyword::property(
                "addresses",
                "The essential requirements it is about.",
                &[need(Argument::Refers(&["essential"]))],
            ),
            Keyword::property(
                "bodies",
                "The organisations that are asked.",
                &[need(Argument::Words(&["cen", "cenelec", "etsi"]))],
            ),
            Keyword::property("printed", "What the official text prints, where the resolved reading differs.", TITLE)
                .repeated(),
            Keyword::property("replaced-by", "The item that took its place.", &[need(Argument::Refer(&["item"]))]),
        ],
    ),
    Keyword::kind(
        "obligation",
        "Something that the request asks of deliverables or of the work programme.",
        REQUEST,
        NAMED,
        &[
            Keyword::property("official", "Where it stands in the request.", TITLE).required(),
            Keyword::property(
                "on",
                "What it binds.",
                &[need(Argument::Words(&[
                    "all",
                    "horizontal",
                    "vulnerability-handling",
                    "vertical",
                    "third-party",
                    "critical",
                    "programme",
                ]))],
            )
            .required(),
            Keyword::property(
                "items",
                "The items whose deliverables it binds, where it does not bind those of all.",
                &[need(Argument::Refers(&["item"]))],
            ),
            Keyword::property(
                "strength",
                "How strongly it binds.",
                &[need(Argument::Word(&["shall", "should", "may", "expected"]))],
            )
            .required(),
            Keyword::property("text", "What is asked, paraphrased.", TEXT).required(),
            Keyword::property("checked-by", "The rules that enforce it.", &[need(Argument::Rules)]),
            Keyword::property(
                "by",
                "That a person has to judge it, alone or beside the rules.",
                &[need(Argument::Word(&["review"]))],
            ),
            Keyword::property(
                "valid",
                "For how long a review of it holds, where it has to be renewed.",
                &[need(Argument::Quantity)],
            ),
        ],
    ),
];
