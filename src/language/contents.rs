//! What a deliverable considers, and what it builds on.

use super::{Argument, DELIVERABLE, Keyword, Scope, may, need};

/// What a request may want considered: matters, other law, phases of the life cycle, and parts of a deliverable that can be missing for a reason.
pub const MATTERS: &[&str] = &[
    "health-and-safety",
    "remote-data-processing",
    "separate-components",
    "state-of-the-art",
    "radio-equipment",
    "machinery",
    "artificial-intelligence",
    "health-records",
    "trusted-chips",
    "certification-schemes",
    "secure-development",
    "composition",
    "policies",
    "assumptions",
    "levels",
    "planning",
    "design",
    "development",
    "production",
    "delivery",
    "maintenance",
];

pub(super) const KEYWORDS: &[Keyword] = &[
    Keyword::kind(
        "considers",
        "What the deliverable says of a matter that its request wants considered, and what came of it.",
        DELIVERABLE,
        &[
            need(Argument::Words(MATTERS)),
            may(Argument::Clause("as", &Argument::Word(&["included", "excluded", "none", "not-relevant"]))),
            need(Argument::Text),
        ],
        &[],
    )
    .scoped(Scope::Unnamed),
    Keyword::kind(
        "builds-on",
        "What the deliverable makes of earlier work: reuses it, maps to it, or differs from it, and how.",
        DELIVERABLE,
        &[
            need(Argument::Refers(&["reference"])),
            need(Argument::Clause("as", &Argument::Word(&["reused", "mapped", "different"]))),
            need(Argument::Text),
        ],
        &[],
    )
    .scoped(Scope::Unnamed),
];
