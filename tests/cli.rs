//! The built program in temporary folders: what it prints, what it writes, and the codes it ends with.

mod support;

use std::fs;

use serde_json::Value;

use support::program::{STANDARD, broken, change, new, normc, normc_with, tree};

const BUILT: [&str; 7] = [
    "act/act.json",
    "act/act.oscal-catalog.json",
    "library/library.json",
    "my-standard/my-standard.html",
    "my-standard/my-standard.json",
    "my-standard/my-standard.oscal-catalog.json",
    "request/request.json",
];

#[test]
fn a_new_workspace_checks_formats_and_builds_without_a_finding() {
    let folder = new();
    let workspace = folder.path().join("w");
    let checked = normc(&workspace, "check");
    assert_eq!((checked.code, &*checked.out), (0, ""), "{}", checked.err);
    assert!(checked.err.contains("0 errors, 0 warnings"), "{}", checked.err);
    assert_eq!(normc(&workspace, "fmt --check").code, 0);
    let built = normc(&workspace, "build --to html,json,oscal");
    assert_eq!(built.code, 0, "{}", built.err);
    assert_eq!(tree(&workspace.join("build")).into_keys().collect::<Vec<_>>(), BUILT);
}

#[test]
fn findings_end_with_1_and_stand_on_standard_error() {
    let folder = broken();
    let workspace = folder.path().join("w");
    let ended = normc(&workspace, "check");
    assert_eq!((ended.code, &*ended.out), (1, ""));
    assert!(ended.err.contains("error[unknown-name]: no objective called `O-SECRT`"), "{}", ended.err);
    assert!(ended.err.contains("did you mean `O-SECRET`?"), "{}", ended.err);
    assert!(ended.err.contains("standards/my-standard/my-standard.norm:"), "{}", ended.err);
    // From a folder below, and from elsewhere.
    assert_eq!(normc(&workspace.join("standards/act"), "check").err, ended.err);
    assert_eq!(normc(folder.path(), "check --root w").err, ended.err);
}

#[test]
fn wrong_arguments_end_with_2() {
    let folder = new();
    for arguments in ["", "chek", "check --rot x", "build --date tomorrow", "build --to htlm", "trace", "explain a b"] {
        let ended = normc(&folder.path().join("w"), arguments);
        assert_eq!((ended.code, &*ended.out), (2, ""), "{arguments}: {}", ended.err);
    }
    let ended = normc(&folder.path().join("w"), "chek");
    assert!(ended.err.contains("'check'"), "{}", ended.err);
    let ended = normc(&folder.path().join("w"), "build --to htlm");
    assert!(ended.err.contains("`htlm`") && ended.err.contains("these are: html, "), "{}", ended.err);
}

#[test]
fn the_date_comes_from_the_option_the_environment_or_the_package() {
    let folder = new();
    let workspace = folder.path().join("w");
    let date = |arguments: &str, variables: &[(&str, &str)]| {
        let arguments: Vec<_> = arguments.split_whitespace().collect();
        assert_eq!(normc_with(&workspace, &arguments, variables).code, 0);
        let path = workspace.join("build/my-standard/my-standard.oscal-catalog.json");
        let catalog: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        catalog["catalog"]["metadata"]["last-modified"].as_str().unwrap()[..10].to_owned()
    };
    assert_eq!(date("build --to oscal", &[]), "2030-01-01");
    assert_eq!(date("build --to oscal", &[("SOURCE_DATE_EPOCH", "86400")]), "1970-01-02");
    assert_eq!(date("build --to oscal --date 2031-02-03", &[("SOURCE_DATE_EPOCH", "86400")]), "2031-02-03");
    assert_eq!(normc_with(&workspace, &["build"], &[("SOURCE_DATE_EPOCH", "soon")]).code, 2);
}

#[test]
fn a_build_with_errors_writes_nothing_and_a_draft_says_so() {
    let folder = broken();
    let workspace = folder.path().join("w");
    let before = tree(&workspace);
    let ended = normc(&workspace, "build --to html,json");
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("nothing was built") && ended.err.contains("--draft"), "{}", ended.err);
    assert_eq!(tree(&workspace), before);

    let ended = normc(&workspace, "build --to html,json --draft");
    assert_eq!(ended.code, 1, "{}", ended.err);
    let page = fs::read_to_string(workspace.join("build/my-standard/my-standard.html")).unwrap();
    assert!(page.contains("class=\"watermark\""), "the draft does not say that it has findings");
    assert_eq!(normc(&new().path().join("w"), "build --to html").code, 0);

    let sound = new();
    assert_eq!(normc(&sound.path().join("w"), "build --to html").code, 0);
    let page = fs::read_to_string(sound.path().join("w/build/my-standard/my-standard.html")).unwrap();
    assert!(!page.contains("with findings"), "a sound draft says that it has findings");
}

#[test]
fn only_builds_what_it_names() {
    let folder = new();
    let workspace = folder.path().join("w");
    assert_eq!(normc(&workspace, "build --to json --only act library --out some").code, 0);
    assert_eq!(tree(&workspace.join("some")).into_keys().collect::<Vec<_>>(), ["act/act.json", "library/library.json"]);
    let ended = normc(&workspace, "build --to json --only my-standrad --out none");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("did you mean `my-standard`?"), "{}", ended.err);
    assert!(!workspace.join("none").exists());
}

#[cfg(unix)]
#[test]
fn json_messages_are_one_object_a_line_and_nothing_else() {
    let folder = broken();
    let workspace = folder.path().join("w");
    for command in ["check", "build", "fmt"] {
        change(&workspace, "serves O-SECRT", "serves O-SECRT, O-SECRT\n  banana \"\u{202e}\n");
        let ended = normc(&workspace, &format!("{command} --message-format json"));
        assert_eq!(ended.code, 1, "{command}");
        let lines: Vec<Value> = ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(!lines.is_empty(), "{command}");
        for line in &lines {
            assert!(line["rule"].is_string() && line["message"].is_string(), "{line}");
            assert!(["error", "warning", "note"].contains(&line["severity"].as_str().unwrap()), "{line}");
            assert_eq!(line["primary"]["path"], STANDARD, "{line}");
            assert!(
                line["primary"]["line"].as_u64() > Some(0) && line["primary"]["column"].as_u64() > Some(0),
                "{line}"
            );
        }
        change(&workspace, "serves O-SECRT, O-SECRT\n  banana \"\u{202e}\n", "serves O-SECRT");
    }
    let lines = normc(&workspace, "check --message-format json").out;
    let mut lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    assert_eq!(
        lines.find(|line| line["rule"] == "unknown-name").unwrap()["fixes"][0]["edits"][0]["replacement"],
        "O-SECRET"
    );
}

#[test]
fn short_messages_are_one_line_each() {
    let folder = broken();
    let workspace = folder.path().join("w");
    let ended = normc(&workspace, "check --message-format short");
    assert_eq!(ended.code, 1);
    let text = fs::read_to_string(workspace.join(STANDARD)).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("O-SECRT")).unwrap();
    let expected = format!("{STANDARD}:{line}:10: error[unknown-name]: no objective called `O-SECRT`");
    assert!(ended.out.lines().any(|line| line.starts_with(&expected)), "{}", ended.out);
    assert!(ended.out.lines().all(|line| line.starts_with(&format!("{STANDARD}:"))), "{}", ended.out);
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let folder = broken();
    let workspace = folder.path().join("w");
    assert!(!normc(&workspace, "check").err.contains('\u{1b}'));
    assert!(normc(&workspace, "check --color always").err.contains("\u{1b}["));
    assert!(!normc_with(&workspace, &["check"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]).err.contains('\u{1b}'));
    assert!(!normc(&workspace, "check --color never").err.contains('\u{1b}'));
}

#[test]
fn fmt_rewrites_what_it_can_read_and_nothing_else() {
    let folder = new();
    let workspace = folder.path().join("w");
    let canonical = tree(&workspace);
    change(&workspace, "  date 2030-01-01\n", "       date    2030-01-01   // set later\n");
    let ended = normc(&workspace, "fmt --check");
    assert_eq!((ended.code, &*ended.out), (1, &*format!("{STANDARD}\n")));
    assert_eq!(normc(&workspace, "fmt").code, 0);
    let text = fs::read_to_string(workspace.join(STANDARD)).unwrap();
    assert!(text.contains("\n  date 2030-01-01  // set later\n"), "{text}");
    assert_eq!(normc(&workspace, "fmt --check").code, 0);
    change(&workspace, "  // set later", "");
    assert_eq!(tree(&workspace), canonical);

    change(&workspace, "protects confidentiality", "protects   \"confidentiality");
    let before = tree(&workspace);
    let ended = normc(&workspace, "fmt");
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("syntax-error"), "{}", ended.err);
    assert_eq!(tree(&workspace), before);
}

#[test]
fn explain_knows_every_rule_and_suggests() {
    let folder = tempfile::tempdir().unwrap();
    let list = normc(folder.path(), "list rules");
    assert_eq!(list.code, 0);
    for rule in list.out.lines() {
        let ended = normc(folder.path(), &format!("explain {rule}"));
        assert_eq!(ended.code, 0, "{rule}");
        for heading in ["What it checks", "Why", "Bad", "Good", "How to fix"] {
            assert!(ended.out.contains(&format!("\n{heading}\n")), "{rule}");
        }
    }
    assert_eq!(normc(folder.path(), "explain").out.lines().count(), list.out.lines().count());
    let ended = normc(folder.path(), "explain uncoverd-threat");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("did you mean `uncovered-threat`?"), "{}", ended.err);
}

#[test]
fn trace_why_and_impact_answer_in_every_form() {
    let folder = new();
    let workspace = folder.path().join("w");
    for (question, heads) in
        [("trace", ["above", "below"]), ("why", ["reasons", "obligations"]), ("impact", ["touched"; 2])]
    {
        let text = normc(&workspace, &format!("{question} R-CRYPT"));
        assert_eq!(text.code, 0, "{}", text.err);
        assert!(text.out.starts_with("requirement my-standard:R-CRYPT"), "{}", text.out);
        let json: Value =
            serde_json::from_str(&normc(&workspace, &format!("{question} my-standard:R-CRYPT --format json")).out)
                .unwrap();
        for head in heads {
            assert!(text.out.contains(&format!("\n{head}:\n")), "{}", text.out);
            assert_eq!(json[head]["id"], "my-standard:R-CRYPT", "{json}");
        }
        let dot = normc(&workspace, &format!("{question} R-CRYPT --format dot")).out;
        assert!(dot.starts_with("digraph trace {\n") && dot.ends_with("}\n"), "{dot}");
        assert!(dot.contains("\"my-standard:R-CRYPT\" [label="), "{dot}");
    }
    let why = normc(&workspace, "why R-CRYPT").out;
    assert!(why.contains("act:I-2e") && why.contains("T-READ"), "{why}");
    let ended = normc(&workspace, "why R-CRPT");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("did you mean `R-CRYPT`?"), "{}", ended.err);
}

#[test]
fn list_names_packages_rules_and_formats() {
    let folder = new();
    let workspace = folder.path().join("w");
    let packages = normc(&workspace, "list").out;
    let names: Vec<_> = packages.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert_eq!(names, ["act", "library", "my-standard", "request"]);
    let formats = normc(&workspace, "list formats").out;
    for name in ["html", "json", "oscal"] {
        assert!(formats.lines().any(|line| line.starts_with(name)), "{formats}");
    }
}

#[test]
fn completions_man_and_help_need_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ended = normc(folder.path(), &format!("completions {shell}"));
        assert_eq!(ended.code, 0);
        assert!(ended.out.contains("normc") && ended.out.contains("message-format"), "{shell}");
    }
    let man = normc(folder.path(), "man");
    assert_eq!(man.code, 0);
    assert!(man.out.contains(".TH normc 1") && man.out.contains("impact"), "{}", man.out);
    for arguments in ["--help", "--version", "build --help"] {
        let ended = normc(folder.path(), arguments);
        assert_eq!((ended.code, &*ended.err), (0, ""), "{arguments}");
        assert!(!ended.out.is_empty());
    }
}

#[test]
fn what_is_written_as_json_follows_the_schema_that_is_printed() {
    let folder = new();
    let workspace = folder.path().join("w");
    let path = workspace.join("standards/my-standard/my-standard.norm");
    let text = fs::read_to_string(&path).unwrap() + "\nthreat T-NEW { text \"See [nowhere].\" }\n";
    fs::write(&path, text).unwrap();
    let findings = normc(&workspace, "check --message-format json").out;
    let findings: Vec<Value> = findings.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(findings.len() > 1);
    for (what, values) in [
        ("finding", findings),
        ("coverage", vec![serde_json::from_str(&normc(support::root(), "coverage --format json").out).unwrap()]),
        ("obligations", vec![serde_json::from_str(&normc(support::root(), "obligations --format json").out).unwrap()]),
    ] {
        let schema: Value = serde_json::from_str(&normc(&workspace, &format!("schema {what}")).out).unwrap();
        assert!(jsonschema::meta::is_valid(&schema));
        let validator = jsonschema::validator_for(&schema).unwrap();
        assert!(!validator.is_valid(&serde_json::json!(7)), "the schema of {what} allows anything");
        for value in values {
            let errors: Vec<_> =
                validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{what}: {errors:#?}");
        }
    }
    let unknown = normc(&workspace, "schema coverge");
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("did you mean `coverage`?"), "{}", unknown.err);
}

#[test]
fn every_catalogue_follows_the_schema_that_is_printed() {
    let folder = new();
    let schema: Value = serde_json::from_str(&normc(folder.path(), "schema").out).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&serde_json::json!({})), "the schema allows anything");

    let corpus = tempfile::tempdir().unwrap();
    let out = corpus.path().to_str().unwrap();
    let ended = normc(support::root(), &format!("build --to json --draft --out {out}"));
    assert!(ended.code < 2, "{}", ended.err);
    assert_eq!(normc(&folder.path().join("w"), &format!("build --to json --out {out}/new")).code, 0);
    let files = support::files(corpus.path(), "json");
    assert!(files.len() > 8, "{files:?}");
    for path in &files {
        let mut catalogue: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&catalogue).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        catalogue["catalogue"]["made-up"] = Value::Null;
        assert!(!validator.is_valid(&catalogue), "the schema allows unknown members");
    }
}

#[test]
fn a_choice_is_shown_as_its_options_say() {
    let folder = new();
    let workspace = folder.path().join("w");
    let choice = "param mode choice default gcm \"mode\" {\n    option gcm \"GCM with a tag of {tag}\" {\n      \
                  param tag bits >= 96 bits default 128 bits \"length of the tag\"\n    }\n    option siv \"SIV\"\n  }\n  param key bits";
    change(&workspace, "param key bits", choice);
    change(&workspace, "with a key of at least {key}.\"", "by {mode} with a key of at least {key}.\"");
    let ended = normc(&workspace, "build --to html --out o");
    assert_eq!(ended.code, 0, "{}", ended.err);
    let path = support::files(&workspace.join("o"), "html").remove(0);
    let page = fs::read_to_string(path).unwrap();
    assert!(page.contains("by <strong>GCM with a tag of 128\u{a0}bits</strong> with"));
    assert!(
        page.contains(
            "GCM with a tag of 128\u{a0}bits or SIV, GCM with a tag of 128\u{a0}bits unless stated otherwise"
        )
    );
}

#[test]
fn a_misspelt_word_of_an_outline_is_found_once_and_slots_that_are_no_texts_are_told() {
    let folder = new();
    let workspace = folder.path().join("w");
    assert_eq!(normc(&workspace, "outline copy etsi house").code, 0);
    let path = workspace.join("house/etsi/outline.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let wrong = text.replace("part: essentials", "part: essentialz");
    assert_ne!(text, wrong);
    fs::write(&path, wrong).unwrap();
    let ended = normc(&workspace, "outline check house --message-format json");
    assert_eq!((ended.code, ended.out.lines().count()), (1, 1), "{}", ended.out);
    let finding: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((&finding["rule"], &finding["help"]), (&"outline-setting".into(), &"did you mean `essentials`?".into()));

    let manifest = workspace.join("norm.yaml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text + "slots: { etsi: [one] }\n").unwrap();
    let ended = normc(&workspace, "check");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("by organisation and slot"), "{}", ended.err);
}
