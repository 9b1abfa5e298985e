//! Kinds of a gap analysis.

use super::{Argument, DATE, Header, Keyword, Scope, TEXT, TITLE, TITLED, may, need};

const SURVEY: &[Header] = &[Header::Survey];

const MAPS: Keyword = Keyword::property(
    "maps",
    "What it maps to, to which degree, and what is missing.",
    &[
        need(Argument::Refer(&["essential", "concept"])),
        need(Argument::Word(&["none", "partial", "full"])),
        may(Argument::Text),
    ],
)
.repeated()
.holding(&[
    Keyword::property(
        "relation",
        "The set-theory relation of the two, after NIST IR 8477.",
        &[need(Argument::Word(&["equal", "equivalent", "subset", "superset", "intersects", "none"]))],
    ),
    Keyword::property(
        "phase",
        "The phase of the life cycle it is about.",
        &[need(Argument::Word(&["design", "development", "production", "delivery", "maintenance", "end-of-life"]))],
    ),
    Keyword::property("rationale", "Why the degree is what it is.", TEXT),
    Keyword::property(
        "against",
        "The text of the essential requirement that was compared, such as the proposal of 2022.",
        TITLE,
    ),
    Keyword::property("judged-by", "Who judged.", TITLE),
    Keyword::property("judged", "The date of the judgement.", DATE),
    Keyword::property("confidence", "How sure the judge is.", &[need(Argument::Word(&["low", "medium", "high"]))]),
]);

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "existing",
        "A standard that exists.",
        SURVEY,
        TITLED,
        &[
            Keyword::property("number", "Its number.", TITLE).required(),
            Keyword::property("edition", "Its edition.", TITLE),
            Keyword::property("body", "Who publishes it.", TITLE),
            Keyword::property(
                "status",
                "Whether it is in force.",
                &[need(Argument::Word(&["published", "draft", "superseded", "withdrawn"]))],
            ),
            Keyword::property(
                "superseded-by",
                "The standard that took its place.",
                &[need(Argument::Refer(&["existing"]))],
            ),
            Keyword::property(
                "restricted-to",
                "The part of the products in question that its scope is restricted to.",
                TEXT,
            ),
            Keyword::property(
                "categories",
                "The product categories that its scope touches.",
                &[need(Argument::Refers(&["category"]))],
            ),
            MAPS,
        ],
    ),
    Keyword::kind(
        "provision",
        "A clause of an existing standard.",
        SURVEY,
        TITLED,
        &[
            Keyword::property("of", "The standard it belongs to.", &[need(Argument::Refer(&["existing"]))]).required(),
            Keyword::property("clause", "Its number in the standard.", TITLE),
            Keyword::property("text", "What it asks, paraphrased.", TEXT),
            MAPS,
        ],
    ),
    Keyword::kind(
        "finding",
        "A remark on the survey's own sources, such as a contradiction between two of them.",
        SURVEY,
        TITLED,
        &[Keyword::property("text", "What was found.", TEXT).required()],
    )
    .scoped(Scope::Package),
];
