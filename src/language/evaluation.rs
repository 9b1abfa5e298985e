//! Concepts of evaluation, assurance and decision trees.

use super::{Argument, DELIVERABLE, Keyword, Scope, TEXT, TITLED, need};

const ANSWER: &[super::Slot] = &[need(Argument::Value)];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "methodology",
        "The concept by which products are evaluated, evaluations of components are put together, or other deliverables are built.",
        DELIVERABLE,
        &[need(Argument::Word(&["evaluation", "composition", "deliverables"])), need(Argument::Title)],
        &[
            Keyword::property("text", "The concept.", TEXT),
            Keyword::property("roles", "Who takes part in an evaluation, and who does what.", TEXT),
            Keyword::property("inputs", "What an evaluation starts from.", TEXT),
            Keyword::property("verdicts", "What pass, fail and inconclusive mean, and what follows from each.", TEXT),
            Keyword::property("sampling", "When a sample is enough, and how it is drawn.", TEXT),
            Keyword::property("independence", "How independent those who evaluate are of those who develop.", TEXT),
        ],
    )
    .scoped(Scope::Unnamed),
    Keyword::kind(
        "assurance",
        "How far evaluation goes in the use cases or at the levels that it is for.",
        DELIVERABLE,
        TITLED,
        &[
            Keyword::property(
                "for",
                "The use cases, or the levels, that it is for.",
                &[need(Argument::Refers(&["use-case", "level"]))],
            )
            .required(),
            Keyword::property(
                "depth",
                "Whether claims are validated, or verified against the product.",
                &[need(Argument::Word(&["validation", "verification"]))],
            )
            .required(),
            Keyword::property(
                "attack-potential",
                "The attacker that evaluation assumes (Common Methodology, annex on vulnerability assessment).",
                &[need(Argument::Word(&["basic", "enhanced-basic", "moderate", "high", "beyond-high"]))],
            ),
            Keyword::property(
                "vulnerability-analysis",
                "The component of vulnerability analysis of Common Criteria, part 3.",
                &[need(Argument::Word(&["AVA_VAN.1", "AVA_VAN.2", "AVA_VAN.3", "AVA_VAN.4", "AVA_VAN.5"]))],
            ),
            Keyword::property("text", "What is done at this assurance.", TEXT),
        ],
    ),
    Keyword::kind(
        "decision-tree",
        "A decision question by question, each answered by yes or no, that ends in a verdict; it begins at the first question.",
        DELIVERABLE,
        TITLED,
        &[
            Keyword::property(
                "decides",
                "The requirements, or the assessments, whose verdict it gives.",
                &[need(Argument::Refers(&["requirement", "assessment"]))],
            ),
            Keyword::property("question", "A question, with a name that answers lead to.", &[
                need(Argument::Value),
                need(Argument::Title),
            ])
            .repeated()
            .required()
            .holding(&[
                Keyword::property("yes", "What follows from yes: a question, `pass`, `fail` or `not-applicable`.", ANSWER)
                    .required(),
                Keyword::property("no", "What follows from no: a question, `pass`, `fail` or `not-applicable`.", ANSWER)
                    .required(),
            ]),
            Keyword::property("text", "How the tree is used.", TEXT),
        ],
    ),
];
