//! Kinds of a work programme.

use super::{Argument, DATE, Header, Keyword, TEXT, TITLE, TITLED, need};

const PROGRAMME: &[Header] = &[Header::Programme];

/// The official languages of the Union (Regulation No 1 of 1958, Article 1).
pub const LANGUAGES: &[&str] = &[
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl",
    "pt", "ro", "sk", "sl", "sv",
];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "body",
        "A technical body that develops deliverables.",
        PROGRAMME,
        TITLED,
        &[
            Keyword::property(
                "eso",
                "The organisations it belongs to.",
                &[need(Argument::Words(&["cen", "cenelec", "etsi"]))],
            )
            .required(),
            Keyword::property("group", "The working group.", TITLE),
            Keyword::property(
                "lead",
                "Where those are established who coordinate the work and write the drafts: in the Union, in a country treated alike, or elsewhere.",
                &[need(Argument::Word(&["union", "equivalent", "elsewhere"]))],
            ),
            Keyword::property(
                "interests",
                "The date by which every member had declared all interests in writing.",
                DATE,
            ),
            Keyword::property("text", "What the body does.", TEXT),
        ],
    ),
    Keyword::kind(
        "work-item",
        "A planned deliverable: the item it answers and who develops it.",
        PROGRAMME,
        TITLED,
        &[
            Keyword::property("item", "The requested items it answers.", &[need(Argument::Refers(&["item"]))]),
            Keyword::property(
                "supports",
                "The work items that it supports, where it answers no item itself: with terms, methods or catalogues.",
                &[need(Argument::Refers(&["work-item"]))],
            ),
            Keyword::property("body", "Who develops it.", &[need(Argument::Refer(&["body"]))]).required(),
            Keyword::property("number", "The number of the deliverable.", TITLE),
            Keyword::property("reference", "The reference of the work item.", TITLE),
            Keyword::property("deliverable", "The package that holds the deliverable.", &[need(Argument::Package)]),
            Keyword::property(
                "circle",
                "Who may take part: all members, or a restricted circle.",
                &[need(Argument::Word(&["open", "restricted"]))],
            ),
            Keyword::property("parallel", "The work at ISO or IEC that runs in parallel.", TITLE),
            Keyword::property("safeguard", "How that work stays under European lead.", TEXT),
            Keyword::property(
                "titled",
                "The title of the deliverable in an official language of the Union.",
                &[need(Argument::Word(LANGUAGES)), need(Argument::Title)],
            )
            .repeated(),
        ],
    ),
    Keyword::kind(
        "milestone",
        "A stage that a work item has reached or is planned to reach.",
        PROGRAMME,
        TITLED,
        &[
            Keyword::property("of", "The work item.", &[need(Argument::Refer(&["work-item"]))]).required(),
            Keyword::property(
                "stage",
                "The stage.",
                &[need(Argument::Word(&["draft", "enquiry", "vote", "adoption", "publication", "citation"]))],
            )
            .required(),
            Keyword::property("planned", "The date planned.", DATE),
            Keyword::property("reached", "The date on which it was reached.", DATE),
        ],
    ),
    Keyword::kind(
        "participation",
        "An action for the participation of a group of stakeholders.",
        PROGRAMME,
        TITLED,
        &[
            Keyword::property(
                "of",
                "The group of stakeholders.",
                &[need(Argument::Words(&[
                    "sme",
                    "consumers",
                    "civil-society",
                    "open-source",
                    "industry",
                    "authorities",
                ]))],
            )
            .required(),
            Keyword::property("owner", "Who sees to it.", TITLE).required(),
            Keyword::property("date", "When it takes place.", DATE).required(),
            Keyword::property("text", "What is done.", TEXT).required(),
            Keyword::property("outcome", "What came of it.", TEXT),
        ],
    ),
    Keyword::kind(
        "report",
        "A report to the Commission.",
        PROGRAMME,
        TITLED,
        &[
            Keyword::property(
                "type",
                "The kind of report.",
                &[need(Argument::Word(&["progress", "concern", "final"]))],
            )
            .required(),
            Keyword::property("due", "The date on which it is due.", DATE).required(),
            Keyword::property("made", "The date on which it was made.", DATE),
            Keyword::property("text", "What it reported, measured against the programme.", TEXT),
            Keyword::property(
                "concerns",
                "The work items whose scope or dates it is about.",
                &[need(Argument::Refers(&["work-item"]))],
            ),
            Keyword::property(
                "shows",
                "The actions for participation that it gives evidence of.",
                &[need(Argument::Refers(&["participation"]))],
            ),
            Keyword::property(
                "rights",
                "The evidence that deliverables respect fundamental rights and personal data.",
                TEXT,
            ),
        ],
    ),
];
