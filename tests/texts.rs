//! Sentences as editors meet them: `tests/drafting/texts.yaml` says what a rule finds in them and what it leaves alone.

#[path = "rules/fixture.rs"]
mod fixture;

use serde::Deserialize;

use fixture::Example;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Case {
    /// The rule.
    rule: String,
    /// The package that holds the texts.
    #[serde(default = "demo", rename = "in")]
    package: String,
    /// The item that holds a text, at `{}`.
    #[serde(default = "clause")]
    item: String,
    bad: Vec<String>,
    good: Vec<String>,
}

fn demo() -> String {
    "demo".to_owned()
}

fn clause() -> String {
    "clause cl-extra \"Extra\" { text {} }".to_owned()
}

/// References that texts can cite.
const REFERENCES: &str = "reference dated { status normative; number \"ISO 1\"; title \"One\"; date \"2025\" }\n\
                          reference undated { number \"ISO 2\"; title \"Two\" }\n";

/// Whether a rule finds something in a text.
fn finds(case: &Case, text: &str) -> Result<bool, String> {
    let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
    let item = case.item.replacen("{}", &quoted, 1);
    let source = format!("// in: {}\n{item}\n{REFERENCES}", case.package);
    let (_, diagnostics) = Example::read(&source).check(&source);
    match diagnostics.iter().find(|it| matches!(it.rule, "syntax-error" | "unknown-name" | "misplaced-keyword")) {
        Some(broken) => Err(format!("{text:?} cannot be read: {}", broken.message)),
        None => Ok(diagnostics.iter().any(|diagnostic| diagnostic.rule == case.rule)),
    }
}

#[test]
fn rules_find_what_editors_find() {
    let cases: Vec<Case> = serde_yaml::from_str(include_str!("drafting/texts.yaml")).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        assert!(normc::check::rules::rule(&case.rule).is_some(), "{} is no rule", case.rule);
        assert!(!case.bad.is_empty() && !case.good.is_empty(), "{} has texts of one sort only", case.rule);
        for (texts, expected) in [(&case.bad, true), (&case.good, false)] {
            for text in texts {
                match finds(case, text) {
                    Ok(found) if found == expected => {}
                    Ok(found) => wrong.push(format!(
                        "{} finds {}: {text:?}",
                        case.rule,
                        if found { "this" } else { "nothing in this" }
                    )),
                    Err(error) => wrong.push(error),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
