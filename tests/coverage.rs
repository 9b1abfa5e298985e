//! Coverage: the matrices in every form, and the products that are left out.

mod support;

use normc::coverage;
use support::program::{change, new, normc};

#[test]
fn the_corpus_is_shown_in_every_form() {
    let root = support::root();
    let table = normc(root, "coverage");
    assert_eq!(table.code, 0, "{}", table.err);
    let wide: Vec<_> = table.out.lines().filter(|line| line.chars().count() > 100).collect();
    assert!(wide.is_empty(), "wider than a terminal: {wide:?}");
    assert!(table.out.contains("T-ROOT        left       (residual)"), "{}", table.out);
    assert!(!table.out.contains(" none "), "the corpus leaves something open:\n{}", table.out);

    let json = normc(root, "coverage password-managers --format json");
    let coverages: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    jsonschema::validate(&serde_json::to_value(coverage::schema()).unwrap(), &coverages).unwrap();
    assert_eq!(coverages[0]["matrices"].as_array().unwrap().len(), 4);

    let html = normc(root, "coverage --format html").out;
    for part in ["<html lang=\"en\">", "<caption", "scope=\"row\"", "scope=\"colgroup\"", "<details>", "@media print"] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("http") && !html.contains("<script"), "the page needs something else");
}

#[test]
fn a_matrix_and_a_deliverable_can_be_picked() {
    let root = support::root();
    let csv = normc(root, "coverage password-managers --matrix essentials --format csv").out;
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().starts_with("package,matrix,row,title,degree,note,cra:I-1,cra:I-2a"));
    assert!(lines.all(|line| line.starts_with("password-managers,essentials,")), "{csv}");
    assert!(csv.contains("partial: in part: Stored data; where not unlock-by-device or sync"), "{csv}");
}

#[test]
fn wrong_names_are_told() {
    let root = support::root();
    for (arguments, said) in [
        ("coverage pasword-managers", "did you mean `password-managers`?"),
        ("coverage cra", "no deliverable is called `cra`"),
        ("coverage --matrix assets", "possible values: threats, objectives, essentials, assessments"),
    ] {
        let ended = normc(root, arguments);
        assert_eq!((ended.code, &*ended.out), (2, ""), "{arguments}");
        assert!(ended.err.contains(said), "{}", ended.err);
    }
}

#[test]
fn text_of_a_source_is_no_markup_and_no_formula() {
    let folder = new();
    let workspace = folder.path().join("w");
    change(&workspace, "Encryption of stored data", "=1+1 <script>alert(1)</script>");
    let html = normc(&workspace, "coverage --format html").out;
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    let csv = normc(&workspace, "coverage --format csv").out;
    assert!(csv.contains("\"'=1+1 <script>"), "{csv}");
}

#[test]
fn what_is_left_out_is_said_with_the_smallest_product() {
    let folder = new();
    let workspace = folder.path().join("w");
    change(&workspace, "  level library:high\n  param", "  level library:high\n  when stores and not paper\n  param");
    change(
        &workspace,
        "use-case UC-HOME",
        "feature paper \"On paper\"\n\nfeature stores \"Keeps data\"\n\nuse-case UC-HOME",
    );
    let shown = normc(&workspace, "coverage --matrix objectives --format json").out;
    assert!(shown.contains("\"note\": \"not for a product without `stores` in UC-HOME\""), "{shown}");
    let essentials = normc(&workspace, "coverage --matrix essentials").out;
    assert!(
        essentials.contains("act:I-2e partial: I-2e neither covered nor omitted for a product without"),
        "{essentials}"
    );
    let found = normc(&workspace, "check --message-format short").out;
    let rules = ["uncovered-essential", "unrealised-objective"];
    assert!(rules.iter().all(|rule| found.contains(rule)) && found.lines().count() == 2, "{found}");
}
