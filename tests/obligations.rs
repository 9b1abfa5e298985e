//! What a request asks, and how it stands: every obligation of the shipped requests is enforced by something, severities follow the edition
//! that is answered, and `normc obligations` tells the same in every form.

mod support;

use std::fs;

use normc::check::{self, Config};
use normc::diagnostic::{Diagnostic, Severity};
use normc::model::request::Edition;
use normc::model::{Model, Obligation};
use normc::obligations::{self, Account, Evidence, State};
use normc::project;

use support::program::normc;

const ACT: &str = r#"regulation act "Act" { official "Regulation 1" }
essential E-1 "Secrets stay secret" { official "Annex, point 1"; group product }
module A "Internal control" { official "Annex II, Part I" }
module S "Certification" { official "Annex II, Part II"; scheme yes }
"#;

const DRAFT: &str = r#"request draft-1 "Request, draft" { official "M/1, draft"; edition draft }
item 1 "Products" { role horizontal; due 2027-01-01 }
obligation OB-1 { official "Annex, paragraph 1"; on all; strength shall; text "Guidance is given."; checked-by missing-guidance }
obligation OB-2 { official "Annex, paragraph 2"; on all; strength should; text "Essential requirements are covered."; checked-by uncovered-essential }
obligation OB-3 { official "Annex, paragraph 3"; on vertical; strength shall; text "Products are named."; checked-by missing-category }
"#;

const FINAL: &str = r#"request final-1 "Request" { official "M/1"; edition adopted; replaces draft-1 }
use act
item 1 "Products" { role horizontal; due 2027-01-01; addresses act:E-1 }
obligation OB-2 { official "Annex, paragraph 2"; on all; strength shall; text "Essential requirements are covered."; checked-by uncovered-essential }
obligation OB-4 { official "Annex, paragraph 4"; on all; strength shall; text "It reflects the state of the art."; by review }
obligation OB-5 { official "Article 1"; on programme; strength shall; text "Each item is answered."; checked-by unanswered-item }
obligation OB-6 { official "Annex, paragraph 6"; on all; strength may; text "Catalogues may be used."; by review }
"#;

fn standard(answers: &str, more: &str) -> String {
    format!(
        "standard s \"Products\" {{ role horizontal; answers {answers}; eso cen; number \"EN 1\"; stage draft; version \"0.1.0\"\n\
         date 2026-01-01; scope \"The present document specifies nothing.\" }}\nuse act\nuse draft-1\nuse final-1\n{more}"
    )
}

/// The findings of a standard with these lines, and its account in an edition.
fn account(answers: &str, more: &str, manifest: &str, edition: Option<Edition>) -> (Vec<Diagnostic>, Account) {
    let standard = standard(answers, more);
    let draft =
        DRAFT.replace("due 2027-01-01", "due 2027-01-01; addresses act:E-1").replace("\nitem", "\nuse act\nitem");
    let files = [("act/a.norm", ACT), ("draft-1/r.norm", &*draft), ("final-1/r.norm", FINAL), ("s/s.norm", &*standard)];
    let folder = support::workspace(files.map(|(path, text)| (path, text.as_bytes())));
    let path = folder.path().join("norm.yaml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + manifest).unwrap();
    let workspace = project::load(folder.path()).unwrap();
    let config = Config { edition, ..workspace.manifest.config() };
    let checked = project::check_with(&workspace, &config);
    let evidence = Evidence { diagnostics: &checked.diagnostics, accepted: &checked.accepted, config: &config };
    let package = checked.model.package_named("s").unwrap().id;
    let account = obligations::accounts(&checked.model, evidence, Some(package), edition).remove(0);
    (checked.diagnostics.clone(), account)
}

fn states(account: &Account) -> Vec<(&str, &str)> {
    account.obligations.iter().map(|entry| (&*entry.id, entry.state.word())).collect()
}

fn severity(found: &[Diagnostic], rule: &str) -> Option<Severity> {
    found.iter().find(|diagnostic| diagnostic.rule == rule).map(|diagnostic| diagnostic.severity)
}

#[test]
fn severities_follow_the_edition_that_is_answered() {
    let (found, _) = account("final-1:1", "", "", None);
    assert_eq!(severity(&found, "uncovered-essential"), Some(Severity::Error));
    assert_eq!(severity(&found, "missing-guidance"), None, "only the draft asks for it");
    let (found, _) = account("draft-1:1", "", "", None);
    assert_eq!(severity(&found, "uncovered-essential"), Some(Severity::Warning), "the draft only recommends it");
    assert_eq!(severity(&found, "missing-guidance"), Some(Severity::Error));
    let (found, _) = account("draft-1:1", "", "severities: { uncovered-essential: error }\n", None);
    assert_eq!(severity(&found, "uncovered-essential"), Some(Severity::Error), "norm.yaml overrides");
}

#[test]
fn every_state_is_told() {
    let told = |more: &str, manifest: &str| {
        let (_, account) = account("final-1:1", more, manifest, None);
        (account.is_in_breach(), account)
    };
    let (breach, violated) = told("", "");
    assert!(breach);
    let expected = [("OB-2", "violated"), ("OB-4", "needs review"), ("OB-5", "programme"), ("OB-6", "permission")];
    assert_eq!(states(&violated), expected);
    let State::Violated { findings } = &violated.obligations[0].state else { panic!() };
    assert_eq!((&*findings[0].rule, &*findings[0].path, findings[0].line), ("uncovered-essential", "s/s.norm", 1));

    let (breach, met) = told("omits act:E-1 { because \"There is no product yet.\" }", "");
    assert!(!breach);
    assert_eq!(states(&met)[0], ("OB-2", "met"));
    let (_, off) = told("", "severities: { uncovered-essential: off }\n");
    assert_eq!(states(&off)[0], ("OB-2", "unchecked"));
    let State::Unchecked(why) = &off.obligations[0].state else { panic!() };
    assert!(why.because.contains("norm.yaml"), "{why:?}");
}

/// A review of OB-4 with this outcome and date, and more lines of the package.
fn review(outcome: &str, date: &str, more: &str) -> String {
    format!(
        "omits act:E-1 {{ because \"There is no product yet.\" }}\n{more}\nreview RV-1 \"State of the art\" {{ reviews final-1:OB-4; \
         outcome {outcome}; by \"Editor\"; date {date}; text \"Methods were compared.\" }}"
    )
}

#[test]
fn a_review_counts_as_long_as_it_holds() {
    let state = |lines: &str| {
        let (_, account) = account("final-1:1", lines, "", None);
        let entry = account.obligations.iter().find(|entry| entry.id == "OB-4").unwrap();
        (entry.state.word(), account.is_in_breach(), entry.state.details().concat())
    };
    let (word, breach, details) = state(&review("met", "2025-12-31", ""));
    assert_eq!((word, breach, &*details), ("reviewed", false, "met: RV-1, 2025-12-31, by Editor"));
    let (word, breach, _) = state(&review("not-met", "2025-12-31", ""));
    assert_eq!((word, breach), ("reviewed", true));
    let (word, _, details) = state(&review("met", "2026-01-02", ""));
    assert_eq!((word, details.contains("dated after this version")), ("needs review", true), "{details}");
    let (word, _, details) = state(&review("met", "2025-12-01", "revision \"0.1.0\" 2025-12-15 \"More.\""));
    assert_eq!((word, details.contains("the revision of 2025-12-15")), ("needs review", true), "{details}");
    // The newest counts.
    let older = "review RV-0 \"First look\" { reviews final-1:OB-4; outcome not-met; by \"Editor\"; date 2025-06-01; text \"It lacked sources.\" }";
    assert!(!state(&review("met", "2025-12-31", older)).1);
}

#[test]
fn a_breach_ends_with_1_and_a_programme_that_is_lacking_is_a_hint() {
    let standard = standard("final-1:1", "");
    let draft =
        DRAFT.replace("due 2027-01-01", "due 2027-01-01; addresses act:E-1").replace("\nitem", "\nuse act\nitem");
    let files = [("act/a.norm", ACT), ("draft-1/r.norm", &*draft), ("final-1/r.norm", FINAL), ("s/s.norm", &*standard)];
    let folder = support::workspace(files.map(|(path, text)| (path, text.as_bytes())));
    let ended = normc(folder.path(), "obligations");
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(
        ended.out.contains("(no programme)") && ended.out.contains("hint: write a package with the header `programme`")
    );
    // The draft only recommends what is violated, and demands guidance.
    assert_eq!(normc(folder.path(), "obligations s --edition draft").code, 1);
    let lines = "omits act:E-1 { because \"There is no product yet.\" }\n";
    fs::write(folder.path().join("s/more.norm"), lines).unwrap();
    assert_eq!(normc(folder.path(), "obligations s").code, 0);
}

#[test]
fn the_other_edition_is_matched_by_the_number_of_the_item() {
    let (_, other) = account("final-1:1", "", "", Some(Edition::Draft));
    assert_eq!((&*other.request, &other.items[..]), ("draft-1", &["1".to_owned()][..]));
    assert_eq!(states(&other), [("OB-1", "violated"), ("OB-2", "violated"), ("OB-3", "not applicable")]);
    let State::NotApplicable(why) = &other.obligations[2].state else { panic!() };
    assert!(why.because.contains("vertical"), "{why:?}");
}

#[test]
fn every_obligation_of_the_corpus_is_enforced_by_something() {
    let workspace = project::load(support::root()).unwrap();
    let checked = project::check(&workspace);
    let model: &Model<'_> = &checked.model;
    let all: Vec<_> = model.all::<Obligation<'_>>().collect();
    assert!(all.len() > 240, "the two editions have {} obligations", all.len());
    let lost = all.iter().filter(|(_, it)| it.checked_by.is_empty() && !it.is_by_review());
    let lost: Vec<_> = lost.map(|(declaration, _)| model.qualified(declaration.id)).collect();
    assert!(lost.is_empty(), "no rule and no review answers for {lost:?}");
}

#[test]
fn a_rule_that_enforces_an_obligation_names_its_place() {
    let workspace = project::load(support::root()).unwrap();
    let checked = project::check(&workspace);
    let model: &Model<'_> = &checked.model;
    let mut silent = Vec::new();
    for (declaration, obligation) in model.all::<Obligation<'_>>().filter(|(_, it)| !it.checked_by.is_empty()) {
        let entries = obligation.checked_by.iter().filter_map(|word| check::rules::rule(word.text));
        // Rules of the language hold for everything that is written and name no obligation.
        let pages: Vec<_> = entries.filter(|entry| entry.group != "language").collect();
        if pages.is_empty() {
            continue;
        }
        let mut reasons = pages.iter().map(|entry| entry.page().section("Why").unwrap_or_default().replace('\n', " "));
        let official = obligation.official.unwrap().content().as_str().to_owned();
        let place = place(&official);
        if !reasons.any(|why| why.contains(&declaration.name) || why.to_lowercase().contains(&place)) {
            silent.push(format!("{} ({official})", model.qualified(declaration.id)));
        }
    }
    assert!(silent.is_empty(), "no rule says in its *Why* that it enforces {silent:#?}");
}

/// The section, article or recital at which an obligation stands: `section 2.1` of `Annex II, section 2.1, paragraph 1`.
fn place(official: &str) -> String {
    let parts = official.split(", ").map(str::to_lowercase);
    let mut places = parts.filter(|part| ["section", "article", "recital"].iter().any(|word| part.starts_with(word)));
    places.next().unwrap()
}

/// Each obligation of an edition, and how it stands for each package.
fn overview(edition: Edition) -> String {
    let workspace = project::load(support::root()).unwrap();
    let config = Config { edition: Some(edition), ..workspace.manifest.config() };
    let checked = project::check_with(&workspace, &config);
    let evidence = Evidence { diagnostics: &checked.diagnostics, accepted: &checked.accepted, config: &config };
    let accounts = obligations::accounts(&checked.model, evidence, None, Some(edition));
    let names = accounts.iter().map(|account| account.package.as_deref().unwrap_or("no programme"));
    let mut text = format!("{:16}{}\n\n", "", names.map(|name| format!("{name:<24}")).collect::<String>().trim_end());
    for (at, entry) in accounts[0].obligations.iter().enumerate() {
        let states: String =
            accounts.iter().map(|account| format!("{:<24}", account.obligations[at].state.word())).collect();
        text += &format!("{} {:<8} {}\n", entry.id, entry.strength, states.trim_end());
    }
    text
}

#[test]
fn the_corpus_stands_as_it_is_recorded() {
    let mut wrong = String::new();
    for edition in [Edition::Draft, Edition::Adopted] {
        let answer = support::root().join(format!("tests/obligations/{}.txt", edition.word()));
        support::expect(&answer, &overview(edition), &mut wrong);
    }
    assert!(wrong.is_empty(), "look at what changed, then `UPDATE=1 cargo test --test obligations`\n{wrong}");
}

#[test]
fn the_corpus_is_told_in_every_form() {
    let root = support::root();
    let table = normc(root, "obligations password-managers");
    assert_eq!(table.code, 0, "{}", table.err);
    assert!(table.out.lines().all(|line| line.chars().count() <= 100), "a line is wider than a terminal");
    assert!(table.out.contains("OB-029") && table.out.contains("Annex II, section 1, paragraph 1"));
    assert!(table.out.contains("not applicable, because"));
    assert!(normc(root, "obligations password-managers --all").out.lines().count() > table.out.lines().count());

    let json = normc(root, "obligations --format json --edition draft");
    let accounts: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let schema = serde_json::to_value(obligations::schema()).unwrap();
    jsonschema::validate(&schema, &accounts).unwrap();
    assert!(accounts.as_array().unwrap().iter().all(|account| account["request"] == "m606-draft"));

    let html = normc(root, "obligations --format html").out;
    for part in ["<html lang=\"en\">", "<caption", "scope=\"row\"", "OB-138", "@media print"] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("http"), "the page leads elsewhere");
}

#[test]
fn wrong_packages_and_editions_are_named() {
    let root = support::root();
    for (arguments, said) in [
        ("obligations pasword-managers", "did you mean `password-managers`?"),
        ("obligations cra", "`cra` is no package that answers a request"),
        ("obligations --edition final", "possible values: draft, adopted"),
    ] {
        let ended = normc(root, arguments);
        assert_eq!((ended.code, &*ended.out), (2, ""), "{arguments}");
        assert!(ended.err.contains(said), "{}", ended.err);
    }
}
