//! Kinds of the security problem and its objectives.

use super::{Argument, DELIVERABLE, Keyword, NAMED, SHARED, TEXT, TITLED, WHEN, may, need};

const RATING: &[super::Slot] = &[need(Argument::Value), may(Argument::Clause("when", &Argument::Condition))];
const REFERENCES: &[super::Slot] = &[need(Argument::Refers(&["reference"]))];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "asset",
        "Something of value that the product holds or provides.",
        SHARED,
        TITLED,
        &[
            Keyword::property(
                "protects",
                "The security properties that matter for it.",
                &[need(Argument::Words(&[
                    "confidentiality",
                    "integrity",
                    "availability",
                    "authenticity",
                    "accountability",
                    "privacy",
                    "safety",
                ]))],
            )
            .required(),
            Keyword::property("text", "What the asset is.", TEXT),
            Keyword::property("when", "Which configurations have it.", WHEN),
        ],
    ),
    Keyword::kind(
        "assumption",
        "Something taken for granted of the product's environment.",
        DELIVERABLE,
        NAMED,
        &[
            Keyword::property("text", "What is taken for granted.", TEXT).required(),
            Keyword::property("when", "Which configurations it is about.", WHEN),
        ],
    ),
    Keyword::kind(
        "policy",
        "An organisational security policy that the product must support.",
        DELIVERABLE,
        NAMED,
        &[
            Keyword::property("text", "What the policy asks.", TEXT).required(),
            Keyword::property("when", "Which configurations it is about.", WHEN),
        ],
    ),
    Keyword::kind(
        "threat",
        "Something adverse that an agent may do to an asset.",
        SHARED,
        TITLED,
        &[
            Keyword::property("targets", "The assets it is aimed at.", &[need(Argument::Refers(&["asset"]))]),
            Keyword::property("agent", "Who or what carries it out.", TEXT).required(),
            Keyword::property("text", "How it comes about.", TEXT),
            Keyword::property("likelihood", "How likely it is; the first line whose condition holds counts.", RATING)
                .repeated(),
            Keyword::property("impact", "How bad it is; the first line whose condition holds counts.", RATING)
                .repeated(),
            Keyword::property(
                "risk",
                "Likelihood and impact in one use case.",
                &[need(Argument::Refer(&["use-case"]))],
            )
            .repeated()
            .holding(&[
                Keyword::property("likelihood", "How likely it is in this use case.", &[need(Argument::Value)])
                    .required(),
                Keyword::property("impact", "How bad it is in this use case.", &[need(Argument::Value)]).required(),
            ]),
            Keyword::property("when", "Which configurations it is about.", WHEN),
            Keyword::property(
                "based-on",
                "The catalogued threat that this one is a case of.",
                &[need(Argument::Refers(&["threat"]))],
            ),
            Keyword::property(
                "cites",
                "Entries of public catalogues, such as CWE, CAPEC or ENISA's taxonomy.",
                REFERENCES,
            ),
        ],
    ),
    Keyword::kind(
        "objective",
        "What is to be achieved against threats, for policies and for assumptions.",
        DELIVERABLE,
        TITLED,
        &[
            Keyword::property(
                "on",
                "Who achieves it.",
                &[need(Argument::Word(&["product", "environment", "process"]))],
            )
            .required(),
            Keyword::property("text", "What is achieved.", TEXT),
            Keyword::property("counters", "The threats it is set against.", &[need(Argument::Refers(&["threat"]))]),
            Keyword::property("enforces", "The policies it carries out.", &[need(Argument::Refers(&["policy"]))]),
            Keyword::property("upholds", "The assumptions it keeps true.", &[need(Argument::Refers(&["assumption"]))]),
            Keyword::property(
                "achieves",
                "The essential requirements it is there for.",
                &[need(Argument::Refers(&["essential"]))],
            ),
            Keyword::property("when", "Which configurations it is about.", WHEN),
        ],
    ),
    Keyword::kind(
        "profile",
        "A security profile: the requirements that some use cases call for beyond those for all.",
        DELIVERABLE,
        TITLED,
        &[
            Keyword::property("serves", "The use cases it is for.", &[need(Argument::Refers(&["use-case"]))])
                .required(),
            Keyword::property("selects", "The requirements it adds.", &[need(Argument::Refers(&["requirement"]))]),
            Keyword::property("level", "The level whose requirements it adds.", &[need(Argument::Refer(&["level"]))]),
            Keyword::property("text", "What the profile is for.", TEXT),
        ],
    ),
    Keyword::kind(
        "residual",
        "A risk that the deliverable leaves, why, and how else to address it.",
        DELIVERABLE,
        &[need(Argument::Refer(&["threat"]))],
        &[
            Keyword::property("because", "Why it is left.", TEXT).required(),
            Keyword::property("instead", "How else it can be addressed.", TEXT).required(),
        ],
    )
    .scoped(super::Scope::Unnamed),
];
