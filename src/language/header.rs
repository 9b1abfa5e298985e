//! Headers, `use` and `levels`.

use super::{Argument, DATE, Header, Keyword, SHARED, Scope, TEXT, TITLE, TITLED, WHEN, may, need};

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "regulation",
        "A legal act: its essential requirements, product categories and conformity assessment modules.",
        &[Header::Regulation],
        TITLED,
        &[
            Keyword::property("official", "The act's official reference, such as its number.", TITLE).required(),
            Keyword::property("date", "The date of the act.", DATE),
            Keyword::property("applies", "The date from which the act applies.", DATE),
            Keyword::property("url", "Where the official text is published.", TITLE),
            Keyword::property("text", "What the act is about.", TEXT),
        ],
    ),
    Keyword::kind(
        "request",
        "A standardisation request: requested items with deadlines, and what it asks of deliverables.",
        &[Header::Request],
        TITLED,
        &[
            Keyword::property("official", "The request's official reference.", TITLE).required(),
            Keyword::property("edition", "Whether the request is a draft or adopted.", &[need(Argument::Word(&["draft", "adopted"]))])
                .required(),
            Keyword::property("date", "The date of the request.", DATE),
            Keyword::property("expires", "The date on which the request lapses.", DATE),
            Keyword::property("final-report", "The date by which the joint final report is due.", DATE),
            Keyword::property("programme-within", "How long after notification the draft of the work programme is due.", &[need(Argument::Quantity)]),
            Keyword::property("first-report-within", "How long after notification the first report is due.", &[need(Argument::Quantity)]),
            Keyword::property(
                "report-every",
                "How often progress is reported; after `then`, how often once every draft has been in enquiry.",
                &[need(Argument::Quantity), may(Argument::Clause("then", &Argument::Quantity))],
            ),
            Keyword::property("replaces", "The edition that this one replaces.", &[need(Argument::Package)]),
            Keyword::property("url", "Where the official text is published.", TITLE),
            Keyword::property("text", "What the request is about.", TEXT),
        ],
    ),
    Keyword::kind(
        "standard",
        "A deliverable: a European standard, horizontal or vertical.",
        &[Header::Standard],
        TITLED,
        &[
            Keyword::property(
                "role",
                "Whether the deliverable serves every product or one product class.",
                &[need(Argument::Word(&["horizontal", "vertical"]))],
            )
            .required(),
            Keyword::property("answers", "The requested items that the deliverable answers.", &[need(Argument::Refers(&["item"]))])
                .repeated()
                .required(),
            Keyword::property("eso", "Whose format the draft has.", &[need(Argument::Word(&["etsi", "cen", "cenelec"]))]).required(),
            Keyword::property("body", "The technical body that drafts the deliverable.", TITLE),
            Keyword::property("number", "The deliverable's number, such as `EN 304 618`.", TITLE).required(),
            Keyword::property("work-item", "The reference of the work item.", TITLE),
            Keyword::property("deliverable", "The type of deliverable; a European standard where nothing is said.", &[need(Argument::Word(&["en", "ts", "tr"]))]),
            Keyword::property(
                "stage",
                "How far the deliverable has come.",
                &[need(Argument::Word(&["draft", "enquiry", "vote", "published"]))],
            )
            .required(),
            Keyword::property("version", "The version, such as `0.1.0`.", TITLE).required(),
            Keyword::property("date", "The date of this version.", DATE).required(),
            Keyword::property("keywords", "Keywords for the catalogue, in lower case.", &[need(Argument::Texts)]),
            Keyword::property("category", "The product categories in scope.", &[need(Argument::Refers(&["category"]))]),
            Keyword::property("product", "What the product is called in running text, such as `password manager`.", TITLE),
            Keyword::property("short", "The short name of the product that requirement numbers carry, such as `PM`.", TITLE),
            Keyword::property(
                "extends",
                "The horizontals, or the broader verticals, that this one builds on, and the version it was written against.",
                &[need(Argument::Packages), may(Argument::Clause("at", &Argument::Title))],
            )
            .repeated(),
            Keyword::property("in-scope", "Which product configurations are in scope.", &[need(Argument::Clause("when", &Argument::Condition))]),
            Keyword::property("scope", "The text of clause 1.", TEXT).required(),
            Keyword::property(
                "breadth",
                "Whether a vertical is for many sorts of products of its category or for one; granular where nothing is said.",
                &[need(Argument::Word(&["broad", "granular"]))],
            ),
            Keyword::property("complemented-by", "A narrower deliverable that complements a broad one, or is planned to.", TEXT).repeated(),
            Keyword::property("out-of-scope", "Products, uses or risks that the deliverable does not deal with.", TEXT).repeated(),
            Keyword::property("introduction", "The text of the introduction.", TEXT),
            Keyword::property("foreword", "What the foreword says beyond its fixed parts.", TEXT),
            Keyword::property("product-context", "The text that opens clause 4, on the product and its context.", TEXT),
        ],
    ),
    Keyword::kind(
        "library",
        "What several deliverables share: terms, references, levels, features, threat catalogues.",
        &[Header::Library],
        TITLED,
        &[
            Keyword::property("version", "The version, such as `0.1.0`.", TITLE),
            Keyword::property("date", "The date of this version.", DATE),
            Keyword::property("text", "What the library holds.", TEXT),
        ],
    ),
    Keyword::kind(
        "survey",
        "A gap analysis: existing standards, their provisions, and what they map to.",
        &[Header::Survey],
        TITLED,
        &[
            Keyword::property("date", "The date on which the survey was closed.", DATE).required(),
            Keyword::property("by", "Who made the survey.", TITLE),
            Keyword::property("text", "How the survey was made.", TEXT),
        ],
    ),
    Keyword::kind(
        "programme",
        "The work programme that answers a request.",
        &[Header::Programme],
        TITLED,
        &[
            Keyword::property("answers", "The request that the programme answers.", &[need(Argument::Package)]).required(),
            Keyword::property("date", "The date of the programme.", DATE).required(),
            Keyword::property("notified", "The date on which the request was notified.", DATE),
            Keyword::property("submitted", "The date on which the draft of the programme was submitted.", DATE),
            Keyword::property("organisations", "The organisations that agreed on the programme.", &[need(Argument::Words(&["cen", "cenelec", "etsi"]))]),
            Keyword::property("plan", "Where the Commission can consult the overall project plan.", TEXT),
            Keyword::property("coordination", "How the technical bodies are coordinated, and who sees to it.", TEXT),
            Keyword::property(
                "amended",
                "The date of an amendment, what changed, and when it was reported.",
                &[need(Argument::Date), need(Argument::Text), may(Argument::Clause("reported", &Argument::Date))],
            )
            .repeated(),
            Keyword::property("text", "What the programme plans.", TEXT),
        ],
    ),
    Keyword::kind(
        "use",
        "Makes another package of the workspace visible, under its own or another name.",
        &Header::ALL,
        &[need(Argument::Package), may(Argument::Clause("as", &Argument::Declares))],
        &[],
    )
    .scoped(Scope::Unnamed),
    Keyword::kind("levels", "The levels in rising order, such as `levels basic < substantial < high`.", SHARED, &[need(Argument::Scale)], &[])
        .scoped(Scope::Unnamed),
    Keyword::kind(
        "level",
        "One of the ordered levels.",
        SHARED,
        &[need(Argument::Declares), may(Argument::Title)],
        &[Keyword::property("text", "What the level stands for.", TEXT)],
    ),
    Keyword::kind(
        "feature",
        "A yes-or-no property of a product, of which conditions speak.",
        SHARED,
        TITLED,
        &[
            Keyword::property("text", "What a product with the feature has or does.", TEXT),
            Keyword::property("requires", "Features that a product with this one has too.", &[need(Argument::Refers(&["feature"]))]),
            Keyword::property("excludes", "Features that a product with this one never has.", &[need(Argument::Refers(&["feature"]))]),
        ],
    ),
    Keyword::kind(
        "user-category",
        "A kind of user that use cases name.",
        SHARED,
        TITLED,
        &[Keyword::property("text", "Who belongs to it and what may be expected of them.", TEXT)],
    ),
    Keyword::kind(
        "use-case",
        "A way the product is used, with its environment and users.",
        &[Header::Standard],
        TITLED,
        &[
            Keyword::property("purpose", "What the product is used for.", TEXT).required(),
            Keyword::property("environment", "Where the product is used.", TEXT).required(),
            Keyword::property("users", "Who uses the product.", &[need(Argument::Refers(&["user-category"]))]).required(),
            Keyword::property(
                "use",
                "Whether the product is intended for it, or it can only be foreseen; intended where nothing is said.",
                &[need(Argument::Word(&["intended", "foreseeable"]))],
            ),
            Keyword::property("when", "Which configurations the use case is about.", WHEN),
            Keyword::property("level", "The level that the use case calls for.", &[need(Argument::Refer(&["level"]))]),
            Keyword::property(
                "factor",
                "The value of a risk factor in this use case.",
                &[need(Argument::Refer(&["risk-factor"])), need(Argument::Value)],
            )
            .repeated(),
        ],
    ),
];
