//! Findings for programs: what SARIF, JUnit and GitLab read, and baselines. Hostile names and texts stay data in all of them.

mod support;

use std::fs;
use std::path::Path;

use normc::check::rules::{Entry, RULES};
use normc::diagnostic::{self, Diagnostic, Fix, Severity};
use normc::source::{Sources, Span};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use support::program::{STANDARD, broken, change, normc};

/// A path and a text that look like markup, links, arguments, escapes and control sequences.
const HOSTILE: &str =
    "]]>\"'&<x y=\"z\"> [a](http://b) {0} {{1}} %2e ../ \u{0}\u{1b}[2J\u{7}\u{85}\u{202e}\u{fffe}\u{ffff} ü😀 \\ $x";

fn span(sources: &Sources, slice: &str) -> Span {
    let (id, file) = sources.iter().next().unwrap();
    let start = u32::try_from(file.text().find(slice).unwrap()).unwrap();
    Span::new(id, start, start + u32::try_from(slice.len()).unwrap())
}

/// A file with a finding that has everything, and one that has nothing.
fn findings(path: &str, said: &str) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    sources.add(path, "// 😀ü here\nrequirement R-1 \"One\" {\n  serves 😀ü O-1, O-2\n}\n");
    let full = Diagnostic::error("unknown-name", span(&sources, "O-1"), said)
        .here(said)
        .label(span(&sources, "O-2"), said)
        .label(span(&sources, "here"), "")
        .help(said)
        .fix(Fix::proposed(said).replace(span(&sources, "O-1"), said).replace(span(&sources, "O-2"), ""));
    let bare = Diagnostic::error("open-editors-note", span(&sources, "here"), said).severity(Severity::Warning);
    (sources, vec![full, bare])
}

fn sarif(sources: &Sources, found: &[Diagnostic]) -> Value {
    let rules: Vec<_> = RULES.iter().map(Entry::help).collect();
    serde_json::from_str(&diagnostic::sarif(sources, found, &rules)).unwrap()
}

#[test]
fn sarif_says_it_all() {
    let (sources, found) = findings("a b/ü#%:.norm", "is `{x}` or [y](z)");
    let run = &sarif(&sources, &found)["runs"][0];
    let first = &run["results"][0];
    let rule = &run["tool"]["driver"]["rules"][usize::try_from(first["ruleIndex"].as_u64().unwrap()).unwrap()];
    assert_eq!((&rule["id"], &first["ruleId"]), (&Value::from("unknown-name"), &Value::from("unknown-name")));
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    assert!(rule["help"]["markdown"].as_str().unwrap().contains("## How to fix"));
    assert_eq!(first["message"]["text"], "is `{{x}}` or \\[y\\](z). Help: is `{{x}}` or \\[y\\](z)");
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b/%C3%BC%23%25%3A.norm");
    // The line is `  serves 😀ü O-1, …`: two characters, not six bytes or three UTF-16 units, before the blank.
    let region = serde_json::json!({ "startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 16 });
    assert_eq!((&place["region"], &run["columnKind"]), (&region, &Value::from("unicodeCodePoints")));
    assert_eq!(first["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "a b requirement R-1");
    assert_eq!(first["relatedLocations"].as_array().unwrap().len(), 2);
    assert_eq!(first["fixes"][0]["properties"]["applicability"], "proposed");
    assert_eq!(first["fixes"][0]["artifactChanges"][0]["replacements"].as_array().unwrap().len(), 2);
    let replacement = &first["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(
        (&replacement["deletedRegion"], &replacement["insertedContent"]["text"]),
        (&region, &Value::from("is `{x}` or [y](z)"))
    );
    assert_eq!(run["results"][1]["level"], "warning");
    let uris = &run["originalUriBaseIds"];
    assert!(uris[place["artifactLocation"]["uriBaseId"].as_str().unwrap()].is_object(), "{uris}");
}

#[test]
fn sarif_follows_its_schema() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/schemas/sarif/sarif-2.1.0.json");
    let Ok(schema) = fs::read_to_string(schema) else {
        println!("skipped: the schema of SARIF is not beside this folder");
        return;
    };
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let hold = |log: &Value| {
        let errors: Vec<_> =
            validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    };
    let (sources, found) = findings(HOSTILE, HOSTILE);
    let mut log = sarif(&sources, &found);
    hold(&log);
    hold(&sarif(&sources, &[]));
    log["runs"][0]["results"][0]["level"] = Value::from("warn");
    assert!(!validator.is_valid(&log), "the schema allows anything");
    let folder = broken();
    hold(&serde_json::from_str(&normc(&folder.path().join("w"), "check --message-format sarif").out).unwrap());
}

/// An element's name and its attributes.
type Element = (String, Vec<(String, String)>);

/// The elements of an XML text, each with its attributes, and its texts; an error where it is not well formed.
fn elements(xml: &str) -> (Vec<Element>, String) {
    let mut reader = Reader::from_str(xml);
    let (mut elements, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                let attribute = |it: quick_xml::events::attributes::Attribute<'_>| {
                    let name = it.key.as_ref().to_owned();
                    (name, quick_xml::escape::unescape(&it.value).unwrap().into_owned())
                };
                let attributes = start.attributes().map(|it| attribute(it.unwrap())).collect();
                elements.push((start.name().as_ref().to_owned(), attributes));
            }
            Event::Text(said) => text += &said,
            Event::GeneralRef(entity) => {
                text += match &*entity {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("what is &{other};?"),
                }
            }
            Event::Eof => return (elements, text),
            _ => {}
        }
    }
}

#[test]
fn junit_is_a_suite_a_package_and_a_case_a_rule() {
    let (sources, found) = findings(&format!("{}/x.norm", HOSTILE.replace('/', "")), HOSTILE);
    let rules = ["unknown-name", "open-editors-note", "syntax-error"];
    let (elements, text) = elements(&diagnostic::junit(&sources, &found, &rules));
    let names: Vec<_> = elements.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["testsuites", "testsuite", "testcase", "system-out", "testcase", "testcase", "failure"]);
    let attribute =
        |at: usize, name: &str| elements[at].1.iter().find(|(key, _)| key == name).map(|(_, value)| &**value);
    assert_eq!((attribute(1, "tests"), attribute(1, "failures")), (Some("3"), Some("1")));
    let said = HOSTILE.replace(['\u{0}', '\u{1b}', '\u{7}', '\u{85}', '\u{202e}', '\u{fffe}', '\u{ffff}'], "\u{fffd}");
    assert_eq!(attribute(6, "message"), Some(&*said));
    assert_eq!(attribute(5, "name"), Some("unknown-name"));
    assert!(text.contains(&said) && text.contains(":3:13: error: "), "{text}");
}

#[test]
fn gitlab_gets_one_issue_a_finding() {
    let (sources, found) = findings(HOSTILE, HOSTILE);
    let issues: Value = serde_json::from_str(&diagnostic::gitlab(&sources, &found)).unwrap();
    assert_eq!(issues[0]["location"]["path"], HOSTILE);
    assert_eq!(issues[0]["location"]["lines"], serde_json::json!({ "begin": 3, "end": 3 }));
    assert_eq!((&issues[0]["severity"], &issues[1]["severity"]), (&Value::from("major"), &Value::from("minor")));
    assert_eq!(issues[0]["check_name"], "unknown-name");
    assert_ne!(issues[0]["fingerprint"], issues[1]["fingerprint"]);
}

#[test]
fn fingerprints_stay_while_lines_shift() {
    let folder = broken();
    let workspace = folder.path().join("w");
    let prints = || {
        let issues: Value = serde_json::from_str(&normc(&workspace, "check --message-format gitlab").out).unwrap();
        issues.as_array().unwrap().iter().map(|issue| issue["fingerprint"].clone()).collect::<Vec<_>>()
    };
    let before = prints();
    assert!(!before.is_empty());
    change(&workspace, "requirement R-CRYPT", "// A remark.\n\nrequirement R-CRYPT");
    assert_eq!(prints(), before);
    change(&workspace, "O-SECRT", "O-SECREET");
    assert_ne!(prints(), before);
}

#[test]
fn reports_go_to_standard_output_whole() {
    let folder = broken();
    let workspace = folder.path().join("w");
    for format in ["sarif", "junit", "gitlab"] {
        for command in ["check", "build", "fmt --check"] {
            let ended = normc(&workspace, &format!("{command} --message-format {format}"));
            assert!(ended.code < 2 && !ended.err.contains("error["), "{}", ended.err);
            match format {
                "junit" => assert!(elements(&ended.out).0.len() > RULES.len(), "{}", ended.out),
                _ => drop(serde_json::from_str::<Value>(&ended.out).unwrap()),
            }
        }
    }
}

#[test]
fn a_baseline_keeps_what_is_known_quiet() {
    let folder = broken();
    let workspace = folder.path().join("w");
    assert_eq!(normc(&workspace, "check").code, 1);
    let ended = normc(&workspace, "check --write-baseline known.toml");
    assert_eq!(ended.code, 0, "{}", ended.err);
    let written = fs::read_to_string(workspace.join("known.toml")).unwrap();
    assert!(
        written.contains("rule = \"unknown-name\"\n") && written.contains("item = \"requirement R-CRYPT\"\n"),
        "{written}"
    );

    let ended = normc(&workspace, "check --baseline known.toml");
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("0 errors") && ended.err.contains("1 finding known from `known.toml`"), "{}", ended.err);
    assert!(!ended.err.contains("mended"), "{}", ended.err);

    // Lines above shift nothing; a second finding of the same kind is new.
    change(&workspace, "requirement R-CRYPT", "// A remark.\nrequirement R-CRYPT");
    assert_eq!(normc(&workspace, "check --baseline known.toml").code, 0);
    change(&workspace, "serves O-SECRT", "serves O-SECRT, O-SECTER");
    let ended = normc(&workspace, "check --baseline known.toml --message-format short");
    assert_eq!((ended.code, ended.out.lines().count()), (1, 1), "{}", ended.out);

    change(&workspace, "serves O-SECRT, O-SECTER", "serves O-SECRET");
    let ended = normc(&workspace, "check --baseline known.toml");
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("mended") && ended.err.contains("unknown-name: no objective"), "{}", ended.err);
    assert_eq!(normc(&workspace, "check --write-baseline known.toml").code, 0);
    assert!(!normc(&workspace, "check --baseline known.toml").err.contains("mended"));
}

#[test]
fn a_baseline_that_cannot_be_read_is_told() {
    let folder = broken();
    let workspace = folder.path().join("w");
    assert_eq!(normc(&workspace, "check --baseline nowhere.toml").code, 2);
    for text in ["finding = 1\n", "[[finding]]\nrule = \"x\"\n", "<<<<<<< ours\n", "[[finding]]\nrule = 1\u{1b}[2J"] {
        fs::write(workspace.join("known.toml"), text).unwrap();
        let ended = normc(&workspace, "check --baseline known.toml");
        assert_eq!(ended.code, 2, "{text}");
        assert!(ended.err.contains("`known.toml` is no baseline") && ended.err.contains("line"), "{}", ended.err);
        assert!(!ended.err.contains('\u{1b}'), "{}", ended.err);
    }
    assert_eq!(normc(&workspace, &format!("check --baseline {STANDARD} --write-baseline x")).code, 2);
}
