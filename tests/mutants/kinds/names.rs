//! Packages and names that lead nowhere, in circles, or where they may not.

use normc::model::{Declaration, Requirement, Standard, Threat, standard::Role};

use super::Kind;
use crate::corpus::{Corpus, Mutant};

fn is_vertical(corpus: &Corpus<'_>, declaration: &Declaration<'_>) -> bool {
    let head = corpus.model.package(declaration.package).head;
    head.and_then(|head| corpus.model.body::<Standard<'_>>(head)).is_some_and(|it| it.role == Some(Role::Vertical))
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a package is used that is not there",
        rule: "unknown-package",
        mutants: |corpus| corpus.appended("use comon", "comon", "unknown-package"),
    },
    Kind {
        name: "a name of a package that is not used",
        rule: "package-not-in-use",
        mutants: |corpus| {
            let requirements = corpus.all::<Requirement<'_>>();
            let horizontal =
                requirements.filter(|(declaration, _, _)| corpus.model.package(declaration.package).name == "generic");
            horizontal
                .filter_map(|(_, _, item)| {
                    let line = corpus.insert(item, "note \"See [password-managers:R-KDF].\"")?;
                    Some(Mutant::inside(vec![line], "package-not-in-use", "password-managers"))
                })
                .collect()
        },
    },
    Kind {
        name: "a package has a second header",
        rule: "second-header",
        mutants: |corpus| corpus.appended("library twin \"A twin\" { }", "library", "second-header"),
    },
    Kind {
        name: "a reference inside a text leads nowhere",
        rule: "unknown-name",
        mutants: |corpus| {
            corpus.inserted("note \"This follows from [R-NOWHERE-AT-ALL].\"", "R-NOWHERE", "unknown-name")
        },
    },
    Kind {
        name: "a placeholder names no parameter",
        rule: "unknown-parameter",
        mutants: |corpus| corpus.inserted("note \"This takes {nothing-such}.\"", "nothing-such", "unknown-parameter"),
    },
    Kind {
        name: "a finding is accepted that is not there",
        rule: "idle-allow",
        mutants: |corpus| {
            corpus.inserted(
                "allow uncovered-threat because \"The threat is left to the platform.\"",
                "uncovered-threat",
                "idle-allow",
            )
        },
    },
    Kind {
        name: "a rule is accepted that does not exist",
        rule: "unknown-rule",
        mutants: |corpus| {
            corpus.inserted(
                "allow uncoverd-threat because \"The threat is left to the platform.\"",
                "uncoverd-threat",
                "unknown-rule",
            )
        },
    },
    Kind {
        name: "a likelihood that the scale does not have",
        rule: "unknown-value",
        mutants: |corpus| {
            let lines = corpus.all::<Threat<'_>>().filter_map(|(_, _, item)| corpus.line(item, "likelihood"));
            lines
                .filter_map(|line| {
                    let value = line.arguments.first()?.span;
                    Some(Mutant::new(vec![corpus.replace(value, "sometimes")], "unknown-value", value))
                })
                .collect()
        },
    },
    Kind {
        name: "names differ in capitals only",
        rule: "confusable-name",
        mutants: |corpus| {
            let requirements = corpus
                .all::<Requirement<'_>>()
                .filter(|(declaration, _, _)| declaration.name.ends_with('S') && is_vertical(corpus, declaration));
            requirements
                .filter_map(|(declaration, _, item)| {
                    let twin = declaration.name.strip_suffix('S')?.to_owned() + "s";
                    let text = corpus
                        .text(item.span)
                        .replacen(&declaration.name, &twin, 1)
                        .replace("assessment A-", "assessment A-TWIN-");
                    Some(Mutant::inside(vec![corpus.append(declaration.span.file, &text)], "confusable-name", &twin))
                })
                .collect()
        },
    },
];
