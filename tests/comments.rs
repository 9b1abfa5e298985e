//! Comments on drafts: what forms say comes in whole and goes back unharmed, whoever made them. `tests/comments/fixture.py` made the forms here.

mod support;

use std::fs;
use std::path::PathBuf;

use normc::comments::{Round, To, export, fill, import};
use normc::ooxml;
use proptest::prelude::*;

use support::forms::{hold, hold_round, round};
use support::program::{new, normc, normc_with};

fn path(name: &str) -> PathBuf {
    support::root().join("tests/comments").join(name)
}

fn form(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap()
}

/// The texts of a column.
fn texts<'r>(round: &'r Round, of: impl Fn(&'r normc::comments::Comment) -> &'r str) -> Vec<&'r str> {
    round.comments.iter().map(of).collect()
}

#[test]
fn the_current_form_comes_in_whole() {
    let round = hold(&form("current.docx")).unwrap();
    assert_eq!(texts(&round, |comment| &comment.id), ["FR-001", "FR-002", "DE-001", "CS-001", "DE-002", "SE-001"]);
    assert_eq!(texts(&round, |comment| &comment.body), ["FR", "FR", "DE", "**", "DE", "SE"]);
    assert_eq!(round.comments[0].comment, "The key is too short.\n\nAES-256 is usual.");
    assert_eq!((round.comments[1].line.as_str(), round.comments[1].clause.as_str()), ("12", "3.1"));
    assert_eq!(round.comments[1].comment, "The term may ~~not~~ be used before 10^{6} items.");
    assert_eq!(round.comments[2].comment, "The asset <data> & its copies are one.");
    assert_eq!(round.comments[3].resolution.as_ref().unwrap().because, "see the next draft");
    assert_eq!(round.comments[5].comment, "An insertion.");
    let head = &round.sources[0];
    assert_eq!([&head.date, &head.document, &head.project], ["2030-02-01", "prEN 300 000", "NEW-1"]);
}

#[test]
fn the_older_form_has_no_lines() {
    let round = hold(&form("form-13b.docx")).unwrap();
    assert_eq!(texts(&round, |comment| &comment.clause), ["5.2", "R-CRYPT"]);
    assert_eq!(texts(&round, |comment| &comment.element), ["Note 1", ""]);
    assert_eq!(texts(&round, |comment| &comment.kind), ["te", "ge"]);
    assert_eq!(
        (round.comments[0].proposed.as_str(), round.sources[0].date.as_str()),
        ("Make it a requirement.", "2029-12-24")
    );
}

#[test]
fn workbooks_keep_the_columns_that_no_form_has() {
    let round = hold(&form("workbook.xlsx")).unwrap();
    assert_eq!(texts(&round, |comment| &comment.id), ["ACME-1", "ACME-2"]);
    assert_eq!(round.comments[0].more["Priority"], "high");
    assert_eq!(texts(&round, |comment| &comment.comment), ["=HYPERLINK is no formula here", "Who tests?"]);
}

/// A text document with one table of these rows and no headings.
fn document(rows: &[[&str; 8]]) -> Vec<u8> {
    let text = |text: &str| format!("<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |row: &[&str; 8]| format!("<w:tr>{}</w:tr>", row.iter().map(|cell| text(cell)).collect::<String>());
    with_body(&format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>()))
}

fn with_body(body: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    with_main(&format!("<w:document xmlns:w='{main}'><w:body>{body}</w:body></w:document>"))
}

fn with_main(xml: &str) -> Vec<u8> {
    let mut package = ooxml::Package::default();
    let sort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    package.relate("", sort, "word/document.xml");
    let media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    package.add("word/document.xml", media, xml.as_bytes().to_vec());
    package.zip().unwrap()
}

#[test]
fn a_row_that_reads_like_headings_is_a_comment() {
    let first = ["NO", "3", "Clause 5", "Table 1", "te", "Comments are too short", "Proposal: more", "Response later"];
    let round = hold(&document(&[first, ["", "", "", "", "", "", "", ""]])).unwrap();
    assert_eq!(texts(&round, |comment| &comment.comment), ["Comments are too short"]);
    let headings =
        ["MB", "Line", "Clause", "Paragraph", "Type", "Comments", "Proposed change", "Observations of the secretariat"];
    assert_eq!(hold(&document(&[headings, first])).unwrap().comments.len(), 1);
}

#[test]
fn cells_of_every_shape_are_read() {
    let cell = |inner: &str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
    let p = |inner: &str| format!("<w:p>{inner}</w:p>");
    let t = |text: &str| p(&format!("<w:r><w:t>{text}</w:t></w:r>"));
    let comment = [
        p("<w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r>"),
        p(
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>",
        ),
        p("<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>on</w:t><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"),
        p(
            "<w:r><w:drawing/></w:r><w:r><w:footnoteReference/></w:r><w:sdt><w:sdtContent><w:r><w:t>z</w:t></w:r></w:sdtContent></w:sdt>",
        ),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", t("inner")),
    ];
    let spanned = format!("<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc>", t("5.1"));
    let begun = format!("<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{}</w:tc>", t("FR"));
    let rest = [cell(&t("te")), cell(&comment.concat()), cell(&t("")), cell(&t(""))].concat();
    let first = format!("<w:tr>{begun}{}{spanned}{rest}</w:tr>", cell(&t("")));
    let goes_on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    let second = format!("<w:tr>{goes_on}{}{}{}{rest}</w:tr>", cell(&t("9")), cell(&t("6")), cell(&t("")));
    let bytes = with_body(&format!("<w:tbl>{first}{second}</w:tbl>"));
    let round = round(&bytes).unwrap();
    assert_eq!(texts(&round, |comment| &comment.body), ["FR", "FR"]);
    assert_eq!(texts(&round, |comment| &comment.clause), ["5.1", "6"]);
    assert_eq!(round.comments[0].comment, "- item\nnew~~old~~\tx\ny\non\nz\ninner");
    assert_eq!(round.comments[0].left_out, ["a picture in `Comments`", "a footnote in `Comments`"]);
}

#[test]
fn filling_in_changes_column_8_and_nothing_else() {
    let before = form("current.docx");
    let answer = |at: usize| if at == 0 { Some("Not accepted: <no> & ~~never~~\nsee 5.2".to_owned()) } else { None };
    let filled = fill(&before, &|at, _| answer(at)).unwrap();
    assert_eq!((filled.filled, filled.without), (1, 0));
    let (before, after) = (ooxml::read(&before).unwrap(), ooxml::read(&filled.bytes).unwrap());
    for (path, part) in &before.parts {
        let same = part.bytes == after.parts[path].bytes;
        assert_eq!(same, path != "word/document.xml", "{path}");
    }
    let read = import("x", &filled.bytes).unwrap();
    assert_eq!(read.rows[0].text(normc::comments::Field::Observations), answer(0).unwrap());
    let again = fill(&filled.bytes, &|at, _| answer(at)).unwrap();
    assert_eq!((again.filled, again.bytes == filled.bytes), (0, true));
    assert!(fill(&form("workbook.xlsx"), &|_, _| None).unwrap_err().contains("only a text document"));
}

#[test]
fn what_is_hostile_is_refused_in_words() {
    let refused = |bytes: &[u8]| import("x", bytes).unwrap_err();
    assert!(refused(b"").contains("headings"));
    assert!(refused(b"PK\x03\x04").contains("cannot be unpacked"));
    assert!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 1, 2]).contains("password"));
    assert!(refused(&[0, 159, 146, 150]).contains("no text"));
    assert!(refused(&with_main("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")).contains("document type"));
    assert!(refused(&with_main(&"<a>".repeat(100_000))).contains("nests deeper"));
    assert!(refused(&with_main("<a><b></a>")).contains("damaged"));
    assert!(refused(&with_body("<w:p/>")).contains("no table"));
    assert!(
        refused(&with_body(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(1_000_001)))).contains("cells")
    );
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val='4000000000'/></w:tcPr></w:tc>".repeat(100);
    assert!(refused(&with_body(&format!("<w:tbl><w:tr>{wide}</w:tr></w:tbl>"))).contains("no table"));
}

#[test]
fn a_sheet_that_claims_billions_of_cells_is_read_as_it_is() {
    let mut package = ooxml::read(&form("workbook.xlsx")).unwrap();
    let sheet = package.parts.get_mut("xl/worksheets/sheet2.xml").unwrap();
    let text = String::from_utf8(sheet.bytes.clone()).unwrap();
    let far = "<row r=\"1048576\"><c r=\"B1048576\" t=\"inlineStr\"><is><t>far</t></is></c></row></sheetData>";
    sheet.bytes = text.replace("</sheetData>", far).into_bytes();
    let far = round(&package.zip().unwrap()).unwrap();
    assert_eq!(texts(&far, |comment| &comment.body), ["ACME", "ACME", "far"]);
}

/// Texts that are hard on YAML, XML, spreadsheets and the marks of looks.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "",
        "a",
        "FR",
        "-",
        "\n",
        "\t",
        " ",
        "~~",
        "^{",
        "}",
        "_{",
        "=1",
        "'",
        "\"",
        ",",
        ";",
        "<b>",
        "&amp;",
        "]]>",
        ": ",
        "#",
        "- ",
        "*x",
        "&y",
        "? ",
        "|",
        "Accepted",
        "Noted: ",
        "\u{0}",
        "\u{1b}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{fffe}",
        "\u{e9}",
        "\u{1f600}",
        "_x0041_",
        "5.1",
        "null",
        "1e3",
        "\r\n",
        "{{",
        "[",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..6).prop_map(|pieces| pieces.concat())
}

fn body() -> impl Strategy<Value = String> {
    let bodies = ["FR", "FR-001", "FR-1", "**", "CS", "CEN/TC 13", "", "FR-001-2", "**-001"];
    prop_oneof![prop::sample::select(bodies.to_vec()).prop_map(str::to_owned), text()]
}

/// Rows of comments: the first column, and seven others.
type Rows = Vec<(String, Vec<String>)>;

/// Rows as a file of separated values, as any spreadsheet writes it.
fn separated(rows: &Rows, priority: bool) -> Vec<u8> {
    let mut text = "MB,Line,Clause,Paragraph,Type,Comments,Proposed change,Observations".to_owned();
    text += if priority { ",Priority\n" } else { "\n" };
    for (body, cells) in rows {
        let cells = std::iter::once(body).chain(cells).take(if priority { 9 } else { 8 });
        let quoted: Vec<_> = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        text += &format!("{}\n", quoted.join(","));
    }
    text.into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_out_comes_back(rows in prop::collection::vec((body(), prop::collection::vec(text(), 8)), 1..6), priority: bool) {
        let round = round(&separated(&rows, priority));
        prop_assume!(round.is_some());
        hold_round(&round.unwrap());
    }

    #[test]
    fn damaged_files_do_no_harm(at in 0.0..1.0, byte: u8, length in 0_usize..40, which in 0_usize..3) {
        let bytes = form(["current.docx", "form-13b.docx", "workbook.xlsx"][which]);
        let mut package = ooxml::read(&bytes).unwrap();
        let parts = ["word/document.xml", "word/header1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml"];
        for part in parts {
            if let Some(part) = package.parts.get_mut(part) {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
                let from = (part.bytes.len() as f64 * at) as usize;
                let to = (from + length).min(part.bytes.len());
                part.bytes.splice(from..to, [byte]);
            }
        }
        hold(&package.zip().unwrap());
    }
}

#[test]
fn comments_go_through_a_round() {
    let folder = new();
    let workspace = folder.path().join("w");
    let run = |arguments: &[&str]| {
        let ended = normc_with(&workspace, arguments, &[]);
        assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.err);
        ended
    };
    let current = path("current.docx");
    let current = current.to_str().unwrap();
    let brought = run(&["comments", "import", current, "--round", "enquiry"]);
    assert!(brought.out.contains("CS-001  7.3: There is no such clause."), "{}", brought.out);
    let file = workspace.join("comments/my-standard/enquiry.yaml");
    let first = fs::read_to_string(&file).unwrap();
    for said in ["on: R-CRYPT", "at: cl-terms", "at: tab-assets", "at: cl-scope"] {
        assert!(first.contains(said), "{said} is not in\n{first}");
    }
    assert_eq!(normc(&workspace, "check").code, 0);
    run(&["comments", "resolve", "FR-001", "reject", "--because", "See clause 5.2."]);
    let listed = run(&["comments", "list", "--open", "--format", "json"]).out;
    assert!(!listed.contains("FR-001") && listed.contains("\"place\": \"clause 3.1\""), "{listed}");
    // Another import of the same form changes nothing, and another round knows the comment.
    let resolved = fs::read_to_string(&file).unwrap();
    run(&["comments", "import", current, "--round", "enquiry"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), resolved);
    run(&["comments", "import", current, "--round", "vote"]);
    let vote = fs::read_to_string(workspace.join("comments/my-standard/vote.yaml")).unwrap();
    assert!(vote.contains("before: enquiry/FR-001") && vote.contains("because: See clause 5.2."), "{vote}");
    // Back on the form.
    run(&["comments", "export", "--round", "enquiry", "--into", current]);
    let back = fs::read(workspace.join("build/my-standard/current.docx")).unwrap();
    assert_eq!(round(&back).unwrap().comments[0].resolution.as_ref().unwrap().because, "See clause 5.2.");
    run(&["comments", "export", "--round", "enquiry", "--to", "csv", "--out", "back.csv"]);
    assert_eq!(round(&fs::read(workspace.join("back.csv")).unwrap()).unwrap().comments.len(), 6);
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = new();
    let workspace = folder.path().join("w");
    let refused = |arguments: &[&str]| {
        let ended = normc_with(&workspace, arguments, &[]);
        assert_eq!(ended.code, 2, "{arguments:?}");
        ended.err
    };
    let current = path("current.docx");
    let current = current.to_str().unwrap();
    assert!(refused(&["comments", "list"]).contains("no comments"));
    assert!(refused(&["comments", "import", current, "--round", "../x"]).contains("no name of a round"));
    assert!(
        refused(&["comments", "import", current, "--package", "my-standrd"]).contains("did you mean `my-standard`?")
    );
    assert!(refused(&["comments", "import", "norm.yaml"]).contains("headings"));
    assert_eq!(normc_with(&workspace, &["comments", "import", current], &[]).code, 0);
    assert!(refused(&["comments", "resolve", "FR-001", "reject"]).contains("--because"));
    assert!(refused(&["comments", "resolve", "FR-004", "accept"]).contains("did you mean"));
    assert!(refused(&["comments", "resolve", "FR-001", "rejected"]).contains("these are: accept"));
    // A file that cannot be read is a finding, and is not written over.
    let file = workspace.join("comments/my-standard/current.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("  body: DE", "  bdy: DE")).unwrap();
    let checked = normc(&workspace, "check");
    assert!(checked.code == 1 && checked.err.contains("comments/my-standard/current.yaml:"), "{}", checked.err);
    assert!(refused(&["comments", "resolve", "FR-001", "accept"]).contains("normc check"));
    fs::write(&file, text.replace("round: current", "round: other")).unwrap();
    assert!(normc(&workspace, "check").err.contains("comments/my-standard/other.yaml"));
    fs::write(&file, text.replace("on: R-CRYPT", "on: R-CRIPT")).unwrap();
    assert!(normc(&workspace, "check").err.contains("warning[stray-comment]"));
}

#[test]
fn a_record_of_lines_ties_what_names_a_line_only() {
    let folder = new();
    let workspace = folder.path().join("w");
    fs::create_dir_all(workspace.join("comments/my-standard")).unwrap();
    fs::write(workspace.join("comments/my-standard/r.lines.yaml"), "10: '3.1'\n40: R-CRYPT\n").unwrap();
    fs::write(workspace.join("in.csv"), "MB,Line,Clause,Comments\nFR,45,,One\nFR,7,,Two\n").unwrap();
    let brought = normc(&workspace, "comments import in.csv --round r");
    assert!(brought.code == 0 && brought.out.contains("FR-002  line 7: Two"), "{}{}", brought.out, brought.err);
    assert!(fs::read_to_string(workspace.join("comments/my-standard/r.yaml")).unwrap().contains("on: R-CRYPT"));
}

#[test]
fn exports_are_the_same_every_time() {
    let round = round(&form("current.docx")).unwrap();
    for to in [To::Docx, To::Xlsx, To::Csv] {
        assert_eq!(export(&round, to, "test").unwrap(), export(&round, to, "test").unwrap());
    }
}
