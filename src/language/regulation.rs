//! Kinds of a legal act.

use super::{Argument, Header, Keyword, NAMED, Scope, TEXT, TITLE, TITLED, need};

const REGULATION: &[Header] = &[Header::Regulation];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "essential",
        "An essential requirement of the act.",
        REGULATION,
        TITLED,
        &[
            Keyword::property(
                "official",
                "Where it stands in the act, such as `Annex I, Part I, point (2)(e)`.",
                TITLE,
            )
            .required(),
            Keyword::property(
                "group",
                "Whether it is on the product or on the manufacturer's process.",
                &[need(Argument::Word(&["product", "process"]))],
            )
            .required(),
            Keyword::property(
                "applies",
                "Whether it always applies or depends on the risk assessment.",
                &[need(Argument::Word(&["always", "risk-based"]))],
            ),
            Keyword::property("text", "What it asks, paraphrased.", TEXT).required(),
            Keyword::property("formerly", "Its place in an earlier text of the act.", TITLE),
            Keyword::kind(
                "concept",
                "One of the things that the essential requirement asks, for coverage below its letter.",
                &[],
                TITLED,
                &[],
            )
            .scoped(Scope::Parent),
        ],
    ),
    Keyword::kind(
        "category",
        "A product category of the act.",
        REGULATION,
        TITLED,
        &[
            Keyword::property("official", "Where it stands in the act.", TITLE).required(),
            Keyword::property(
                "class",
                "The class of the category, on which the conformity assessment depends.",
                &[need(Argument::Word(&["default", "important-1", "important-2", "critical"]))],
            )
            .required(),
            Keyword::property("text", "What belongs to it, paraphrased.", TEXT),
        ],
    ),
    Keyword::kind(
        "module",
        "A conformity assessment procedure of the act.",
        REGULATION,
        TITLED,
        &[
            Keyword::property("official", "Where it stands in the act.", TITLE).required(),
            Keyword::property("text", "What it asks, paraphrased.", TEXT),
            Keyword::property(
                "third-party",
                "Whether a notified body takes part.",
                &[need(Argument::Word(&["yes", "no"]))],
            ),
            Keyword::property(
                "scheme",
                "Whether it is a certification scheme that the act refers to, and no procedure of its own.",
                &[need(Argument::Word(&["yes", "no"]))],
            ),
            Keyword::property("with", "Modules that always go with it.", &[need(Argument::Refers(&["module"]))]),
        ],
    ),
    Keyword::kind(
        "information",
        "Something that the act wants users to be told.",
        REGULATION,
        NAMED,
        &[
            Keyword::property("official", "Where it stands in the act.", TITLE).required(),
            Keyword::property("text", "What users are told, paraphrased.", TEXT).required(),
            Keyword::property(
                "supports",
                "Essential requirements that it belongs to.",
                &[need(Argument::Refers(&["essential"]))],
            ),
        ],
    ),
    Keyword::kind(
        "documentation",
        "Something that the act wants in the technical documentation.",
        REGULATION,
        NAMED,
        &[
            Keyword::property("official", "Where it stands in the act.", TITLE).required(),
            Keyword::property("text", "What is documented, paraphrased.", TEXT).required(),
            Keyword::property(
                "supports",
                "Essential requirements that it belongs to.",
                &[need(Argument::Refers(&["essential"]))],
            ),
        ],
    ),
];
