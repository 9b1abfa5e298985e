//! Terms, references, clauses, guidance and history.

use super::{Argument, DELIVERABLE, Keyword, SHARED, Scope, Slot, TEXT, TITLE, TITLED, may, need};

const TERM: &[Keyword] = &[
    Keyword::property("definition", "The definition: lower case, no article at the start, no full stop.", TEXT)
        .required(),
    Keyword::property("admitted", "A synonym that may be used.", TITLE).repeated(),
    Keyword::property("deprecated", "A synonym that should no longer be used.", TITLE).repeated(),
];

const WHERE: Keyword = Keyword::property(
    "after",
    "The part of the draft after which it stands.",
    &[need(Argument::Word(&["scope", "references", "terms", "product-context", "requirements", "assessment"]))],
);
const STATUS: &[Slot] = &[need(Argument::Word(&["normative", "informative"]))];
const FIGURE: Keyword = Keyword::kind(
    "figure",
    "A picture with its caption and a text for those who cannot see it.",
    &[],
    TITLED,
    &[
        Keyword::property("file", "The picture: a PNG or SVG file below the package's folder.", TITLE).required(),
        Keyword::property("alt", "What the picture shows, in words.", TEXT).required(),
    ],
);
const TABLE: Keyword = Keyword::kind(
    "table",
    "A table with its caption: a header row, then rows of as many cells.",
    &[],
    TITLED,
    &[
        Keyword::property("head", "The header cells.", &[need(Argument::Texts)]).required(),
        Keyword::property("row", "The cells of one row.", &[need(Argument::Texts)]).repeated().required(),
    ],
);

const FORMULA: Keyword = Keyword::kind(
    "formula",
    "A formula with a number, for the text to refer to.",
    &[],
    &[need(Argument::Declares)],
    &[
        Keyword::property("math", "The formula, in the notation of LaTeX and without dollar signs.", TITLE).required(),
        Keyword::property("text", "What its symbols stand for.", TEXT),
    ],
);

const CLAUSE_2: &[Keyword] =
    &[Keyword::property("text", "The prose of the clause, in Markdown.", TEXT), FIGURE, TABLE, FORMULA];
const CLAUSE_1: &[Keyword] = &[
    Keyword::property("text", "The prose of the clause, in Markdown.", TEXT),
    FIGURE,
    TABLE,
    FORMULA,
    Keyword::kind("clause", "A clause inside the clause.", &[], TITLED, CLAUSE_2),
];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "guidance",
        "Informative guidance: on a conformity assessment module, or on what its `on` names.",
        DELIVERABLE,
        &[may(Argument::Clause("module", &Argument::Refer(&["module"]))), need(Argument::Title)],
        &[
            Keyword::property(
                "on",
                "What it is about besides a module: finding threats, policies and assumptions, or use without a vertical.",
                &[need(Argument::Words(&["threats", "policies", "assumptions", "direct-use"]))],
            ),
            Keyword::property(
                "for",
                "Whom it is for.",
                &[need(Argument::Words(&["manufacturer", "notified-body", "certification-body"]))],
            ),
            Keyword::property("text", "The guidance.", TEXT).required(),
        ],
    )
    .scoped(Scope::Unnamed),
    Keyword::kind("term", "A term with its definition.", SHARED, TITLED, TERM),
    Keyword::kind("abbreviation", "An abbreviation with what it stands for.", SHARED, TITLED, TERM),
    Keyword::kind("symbol", "A symbol with what it stands for.", SHARED, TITLED, TERM),
    Keyword::kind(
        "reference",
        "A document that is cited, or an entry of a public catalogue.",
        SHARED,
        &[need(Argument::Declares)],
        &[
            Keyword::property(
                "status",
                "Whether it is needed to apply the deliverable; informative where nothing is said.",
                STATUS,
            ),
            Keyword::property(
                "number",
                "Its number, such as `ETSI EN 303 645`, or its identifier in a catalogue, such as `CWE-916`.",
                TITLE,
            )
            .required(),
            Keyword::property("title", "Its title.", TITLE).required(),
            Keyword::property("date", "The edition or version cited, such as `V3.1.3 (2024-09)`.", TITLE),
            Keyword::property("body", "Who publishes it.", TITLE),
            Keyword::property("url", "Where it is published.", TITLE),
            Keyword::property(
                "type",
                "What kind of document it is, where that matters: a certification scheme, a protection profile, a technical domain.",
                &[need(Argument::Word(&["scheme", "protection-profile", "technical-domain"]))],
            ),
            Keyword::property(
                "catalogue",
                "The catalogue whose entry it is, such as `CWE`, `CAPEC`, `STRIDE` or `LINDDUN`.",
                TITLE,
            ),
        ],
    ),
    Keyword::kind(
        "clause",
        "Free prose with a heading, and where it stands in the draft.",
        DELIVERABLE,
        TITLED,
        &[
            WHERE,
            Keyword::property("status", "Whether it is normative; informative where nothing is said.", STATUS),
            Keyword::property("text", "The prose of the clause, in Markdown.", TEXT),
            FIGURE,
            TABLE,
            FORMULA,
            Keyword::kind("clause", "A clause inside the clause.", &[], TITLED, CLAUSE_1),
        ],
    ),
    Keyword::kind(
        "annex",
        "Free prose in an annex of its own, after the generated ones.",
        DELIVERABLE,
        TITLED,
        &[
            Keyword::property("status", "Whether it is normative; informative where nothing is said.", STATUS),
            Keyword::property("text", "The prose of the annex, in Markdown.", TEXT),
            FIGURE,
            TABLE,
            FORMULA,
            Keyword::kind("clause", "A clause inside the annex.", &[], TITLED, CLAUSE_1),
        ],
    ),
    Keyword::kind(
        "revision",
        "A version in the deliverable's history: its number, date and what changed.",
        DELIVERABLE,
        &[need(Argument::Title), need(Argument::Date), need(Argument::Text)],
        &[Keyword::property(
            "editorial",
            "The requirements whose statements this version puts into other words that mean the same.",
            &[need(Argument::Refers(&["requirement"]))],
        )],
    )
    .scoped(Scope::Unnamed),
];
