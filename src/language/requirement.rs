//! Requirements, their parameters and assessments, and what a deliverable says of its horizontals.

use super::{Argument, DELIVERABLE, Keyword, Scope, Slot, TEXT, TITLED, WHEN, may, need};

const BECAUSE: &[Keyword] = &[Keyword::property("because", "The reason.", TEXT).required()];

const PARAM_SLOTS: &[Slot] = &[
    need(Argument::Declares),
    need(Argument::Word(&["count", "size", "bits", "duration", "percent", "choice", "text"])),
    may(Argument::Constraint),
    may(Argument::Clause("default", &Argument::Quantity)),
    may(Argument::Title),
];

const PICK: Keyword = Keyword::property("pick", "How many of the options may be picked.", &[need(Argument::Count)]);

const OPTION: Keyword = Keyword::kind(
    "option",
    "One of the options of a choice; its text may name parameters of its own.",
    &[],
    &[need(Argument::Declares), may(Argument::Title)],
    &[Keyword::kind("param", "A parameter of the option.", &[], PARAM_SLOTS, &[]).scoped(Scope::Local)],
)
.scoped(Scope::Local);

const PARAM: Keyword = Keyword::kind(
    "param",
    "A parameter of the requirement: its name, type, allowed values, default and what it measures.",
    &[],
    PARAM_SLOTS,
    &[OPTION, PICK],
)
.scoped(Scope::Local);

const ASSESSMENT_CHILDREN: &[Keyword] = &[
    Keyword::property(
        "assesses",
        "The requirements it assesses, where it does not stand inside one.",
        &[need(Argument::Refers(&["requirement"]))],
    ),
    Keyword::property(
        "method",
        "How it is assessed.",
        &[need(Argument::Words(&["examine", "interview", "test", "analysis"]))],
    )
    .required(),
    Keyword::property(
        "aspect",
        "What is assessed: the concept, that nothing is left out, or that the mechanism works.",
        &[need(Argument::Words(&["conceptual", "completeness", "sufficiency"]))],
    ),
    Keyword::property(
        "modules",
        "The conformity assessment modules in which it is used.",
        &[need(Argument::Refers(&["module"]))],
    ),
    Keyword::property("level", "The level from which it is asked.", &[need(Argument::Refer(&["level"]))]),
    Keyword::property("objective", "What the assessment is to find out.", TEXT),
    Keyword::property("preparation", "What must be at hand before it starts.", TEXT),
    Keyword::property("activity", "A step, in order.", TEXT).repeated(),
    Keyword::property("verdict", "When the assessment passes, fails, or stays without result.", &[]).holding(&[
        Keyword::property("pass", "When it passes.", TEXT).required(),
        Keyword::property("fail", "When it fails.", TEXT).required(),
        Keyword::property("inconclusive", "When it stays without result.", TEXT),
    ]),
    Keyword::property("evidence", "What is kept to show the verdict.", TEXT),
];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "family",
        "A group of requirements that belong together; its name goes into their numbers.",
        super::SHARED,
        TITLED,
        &[
            Keyword::property("text", "What the requirements of the family have in common.", TEXT),
            Keyword::property(
                "withdrawn",
                "The number of a requirement of the family that is no longer there, which no other gets, and why it went.",
                &[need(Argument::Whole), need(Argument::Clause("because", &Argument::Text))],
            )
            .repeated(),
        ],
    ),
    Keyword::kind(
        "requirement",
        "A provision that a product (or a process) must meet.",
        DELIVERABLE,
        TITLED,
        &[
            Keyword::property("family", "The family it belongs to.", &[need(Argument::Refer(&["family"]))]),
            Keyword::property(
                "number",
                "The number that it keeps within its family; without it, requirements are counted in the order of the source.",
                &[need(Argument::Whole)],
            ),
            Keyword::property("statement", "The provision itself, with `shall`, `should` or `may`.", TEXT).required(),
            Keyword::property("serves", "The objectives it serves.", &[need(Argument::Refers(&["objective"]))]),
            Keyword::property(
                "covers",
                "The essential requirements, or their concepts, that it covers; where it covers them in part only, what is missing.",
                &[
                    need(Argument::Refers(&["essential", "concept"])),
                    may(Argument::Word(&["partial"])),
                    may(Argument::Text),
                ],
            )
            .repeated(),
            Keyword::property(
                "refines",
                "The requirement that it makes stricter or more specific, and what its parameters may be here.",
                &[need(Argument::Refer(&["requirement"]))],
            )
            .repeated()
            .holding_constraints(),
            Keyword::property(
                "reduces",
                "The threat whose likelihood or impact it lowers, and to what.",
                &[
                    need(Argument::Refer(&["threat"])),
                    need(Argument::Word(&["likelihood", "impact"])),
                    need(Argument::Clause("to", &Argument::Value)),
                ],
            )
            .repeated(),
            Keyword::property(
                "requires",
                "The requirements that it depends on; where others do their part, which ones, or why the dependency is met without them.",
                &[
                    need(Argument::Refers(&["requirement"])),
                    may(Argument::Clause("satisfied-by", &Argument::Refers(&["requirement"]))),
                    may(Argument::Clause("because", &Argument::Text)),
                ],
            )
            .repeated(),
            Keyword::property(
                "phase",
                "The phases of the product's life cycle in which it is met.",
                &[need(Argument::Words(super::PHASES))],
            ),
            Keyword::property("level", "The level from which it binds.", &[need(Argument::Refer(&["level"]))]),
            Keyword::property("when", "Which configurations it applies to.", WHEN),
            PARAM.repeated(),
            Keyword::kind("assessment", "How it is assessed.", &[], TITLED, ASSESSMENT_CHILDREN),
        ],
    ),
    Keyword::kind("assessment", "How one or more requirements are assessed.", DELIVERABLE, TITLED, ASSESSMENT_CHILDREN),
    Keyword::kind(
        "adopts",
        "Applies requirements of a horizontal unchanged.",
        DELIVERABLE,
        &[need(Argument::Refers(&["requirement"]))],
        &[],
    )
    .scoped(Scope::Unnamed),
    Keyword::kind(
        "deviates",
        "Departs from requirements of a horizontal, with the reason.",
        DELIVERABLE,
        &[need(Argument::Refers(&["requirement"]))],
        BECAUSE,
    )
    .scoped(Scope::Unnamed),
    Keyword::kind(
        "omits",
        "Leaves essential requirements, or their concepts, uncovered, with the reason.",
        DELIVERABLE,
        &[need(Argument::Refers(&["essential", "concept"]))],
        &[
            Keyword::property("when", "Which configurations leave them uncovered.", WHEN),
            Keyword::property("because", "The reason.", TEXT).required(),
        ],
    )
    .scoped(Scope::Unnamed),
    Keyword::kind(
        "not-applicable",
        "Says that essential requirements, or their concepts, do not apply to the products in scope, with the reason.",
        DELIVERABLE,
        &[need(Argument::Refers(&["essential", "concept"]))],
        &[
            Keyword::property("when", "To which configurations they do not apply.", WHEN),
            Keyword::property("because", "The reason.", TEXT).required(),
        ],
    )
    .scoped(Scope::Unnamed),
];
