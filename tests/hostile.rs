//! Texts from strangers become literal text in every output, whatever markup they look like; what is huge or deep ends, and soon.

mod support;

use std::fs;

use support::program::{normc, tree};

/// What must come out as it went in: markup of HTML, Typst, TeX, templates, spreadsheets and terminals.
const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "\" onmouseover=\"alert(4)",
    "' autofocus onfocus='alert(5)",
    "<!-- a comment",
    "]]>",
    "<![CDATA[ x",
    "&lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }} {% include 'x' %} {# x #}",
    "{{ insert: param, nothing }}",
    "#eval(\"1 + 1\") #let x = 1 #import \"x\"",
    "$x^2$ $ $ \\(x\\) \\begin{x}",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "*/ /* // --",
    "../../etc/passwd",
    "%s %n \\u0000 \\x41",
    "=== = == - + / * _ ` ~ | < >",
    "ÄÖÜ ß € 😀 \u{627}\u{644}\u{639} \u{5d0} \u{4e2d} e\u{301}",
];

/// A workspace whose every title, definition and prose is this text.
fn workspace(string: &str, prose: &str) -> tempfile::TempDir {
    let files = [
        ("norm.yaml", "packages: [act, req, lib, it]\n".to_owned()),
        (
            "act/act.norm",
            format!(
                "regulation act {string} {{ official {string} }}\nessential E-1 {string} {{ official {string}; group product; text {prose} }}\n\
             category C-1 {string} {{ official {string}; class important-1 }}\nmodule A {string} {{ official {string} }}\n"
            ),
        ),
        (
            "req/req.norm",
            format!(
                "request req {string} {{ official {string}; edition adopted }}\nuse act\n\
             item 1 {string} {{ role vertical; due 2030-12-31; category act:C-1; addresses act:E-1 }}\n"
            ),
        ),
        (
            "lib/lib.norm",
            format!(
                "library lib {string} {{ text {prose} }}\nlevels low < high\nlevel low {string}\nlevel high {string}\n\
             user-category anyone {string} {{ text {prose} }}\n\
             risk-matrix matrix {string} {{\n  likelihoods low < high\n  impacts minor < severe\n  ratings fine < bad\n  row low fine, fine\n  \
             row high fine, bad\n  accept fine {string}\n}}\n"
            ),
        ),
        (
            "it/it.norm",
            format!(
                "standard it {string} {{\n  role vertical\n  answers req:1\n  eso etsi\n  number {string}\n  stage draft\n  version {string}\n  \
             date 2030-01-01\n  category act:C-1\n  product {string}\n  short \"IT\"\n  scope {prose}\n  introduction {prose}\n  foreword {prose}\n  \
             product-context {prose}\n  keywords {string}, {string}\n}}\nuse act\nuse req\nuse lib\n\
             term t {string} {{ definition {prose}; admitted {string}; deprecated {string}; note {prose} }}\n\
             abbreviation ABB {string} {{ definition {string} }}\n\
             reference r {{ informative; number {string}; title {string}; url {string} }}\n\
             feature f {string} {{ text {prose} }}\n\
             use-case UC {string} {{ purpose {prose}; environment {prose}; users lib:anyone; level lib:high; when f }}\n\
             asset a {string} {{ protects integrity; text {prose} }}\n\
             threat T {string} {{ targets a; agent {prose}; text {prose}; likelihood high; impact severe }}\n\
             objective O {string} {{ on product; counters T; achieves act:E-1; rationale {prose}; text {prose} }}\n\
             requirement R {string} {{\n  serves O\n  covers act:E-1\n  level lib:high\n  \
             param key bits >= 128 bits default 256 bits {string}\n  statement {prose}\n  note {prose}\n  example {prose}\n  \
             editors-note {prose}\n  assessment A {string} {{\n    method test\n    modules act:A\n    objective {prose}\n    preparation {prose}\n    \
             activity {prose}\n    verdict {{ pass {string}; fail {string} }}\n    evidence {string}\n  }}\n}}\n\
             clause c {string} {{\n  after scope\n  text {prose}\n  table tab {string} {{ head {string}, {string}; row {string}, {string} }}\n}}\n\
             guidance module act:A {string} {{ text {prose} }}\nannex X {string} {{ informative; text {prose} }}\n\
             omits act:E-1 {{ because {prose} }}\nresidual T {{ because {prose}; instead {prose} }}\n"
            ),
        ),
    ];
    support::workspace(files.iter().map(|(path, text)| (*path, text.as_bytes())))
}

fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The text as Markdown that means just the text.
fn literal(text: &str) -> String {
    let escaped: String =
        text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect();
    string(&escaped)
}

/// Builds every format and gives the files.
fn built(folder: &tempfile::TempDir) -> std::collections::BTreeMap<String, Vec<u8>> {
    let ended = normc(folder.path(), "build --draft --to html,json,oscal --out out");
    assert!(ended.code < 2, "{}", ended.err);
    assert!(!ended.err.contains("syntax-error") && !ended.err.contains("wrong-argument"), "{}", ended.err);
    tree(&folder.path().join("out"))
}

fn page(folder: &tempfile::TempDir) -> String {
    String::from_utf8(built(folder).remove("it/it.html").unwrap()).unwrap()
}

/// The names of all elements and attributes of a page, and its text; good enough for a page whose markup is well formed.
fn taken_apart(page: &str) -> (Vec<String>, String) {
    let (mut names, mut text) = (Vec::new(), String::new());
    let page = match page.split_once("<style>") {
        Some((before, after)) => format!("{before}{}", after.split_once("</style>").unwrap().1),
        None => page.to_owned(),
    };
    let mut rest = &*page;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let tag = &rest[open + 1..];
        let mut quoted = false;
        let close = tag.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let tag = &tag[..close.unwrap()];
        // What stands in quotes is text.
        let bare: String = tag.split('"').step_by(2).collect::<Vec<_>>().join("");
        names.extend(bare.split_whitespace().map(|word| word.trim_matches(['/', '=']).to_owned()));
        text.extend(tag.split('"').skip(1).step_by(2));
        rest = &rest[open + 1 + tag.len() + 1..];
    }
    text.push_str(rest);
    names.sort();
    names.dedup();
    (names, unescaped(&text))
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2f;", "/"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn becomes_literal_text_in_html() {
    let (harmless, _) = taken_apart(&page(&workspace(&string("harmless"), &string("harmless"))));
    assert!(harmless.contains(&"h1".to_owned()) && !harmless.contains(&"script".to_owned()), "{harmless:?}");
    for text in TEXTS {
        let (names, shown) = taken_apart(&page(&workspace(&string(text), &literal(text))));
        hold_names(text, &names, &harmless);
        let collapsed = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            shown.matches(&collapsed).count() > 20,
            "{text:?} is shown {} times",
            shown.matches(&collapsed).count()
        );
    }
}

/// Elements and attributes of formulas, which texts between dollar signs are.
const MATH: &[&str] = &["alttext", "display", "math", "mi", "mn", "mo", "mrow", "msup", "xmlns"];

/// Whether a text makes no markup that a harmless one does not make, but for formulas.
fn hold_names(text: &str, names: &[String], harmless: &[String]) {
    let known = |name: &&String| harmless.contains(name) || MATH.contains(&name.as_str());
    let new: Vec<_> = names.iter().filter(|name| !known(name)).collect();
    assert!(new.is_empty(), "{text:?} makes markup: {new:?}");
}

/// The names of all elements and attributes in all pages of the site, the text of its pages, and its index.
fn site(folder: &tempfile::TempDir) -> (Vec<String>, String, String) {
    let ended = normc(folder.path(), "build --draft --to site --out out");
    assert!(ended.code < 2, "{}", ended.err);
    let mut files = tree(&folder.path().join("out/site"));
    let index = String::from_utf8(files.remove("search-index.js").unwrap()).unwrap();
    let (mut names, mut text) = (Vec::new(), String::new());
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8(bytes.clone()).unwrap();
        assert!(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "), "{name}");
        let (more, shown) = taken_apart(&page);
        names.extend(more);
        text += &shown;
    }
    names.sort();
    names.dedup();
    (names, text, index)
}

#[test]
fn becomes_literal_text_in_the_site() {
    let (harmless, ..) = site(&workspace(&string("harmless"), &string("harmless")));
    for text in TEXTS {
        let (names, shown, index) = site(&workspace(&string(text), &literal(text)));
        hold_names(text, &names, &harmless);
        let collapse = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let count = collapse(&shown).matches(&collapse(text)).count();
        assert!(count > 20, "{text:?} is shown {count} times");
        assert!(!index.contains(['<', '>', '&']), "the index holds markup");
        let json = index.split_once("searchIndex = ").unwrap().1.trim_end().trim_end_matches(';');
        let documents: serde_json::Value = serde_json::from_str(json).unwrap();
        assert!(documents.as_array().unwrap().iter().any(|document| document["t"] == *text), "{text:?} is not found");
    }
}

#[test]
fn as_raw_markdown_makes_no_markup_but_markdown_s() {
    for text in TEXTS {
        let prose = format!("\"\"\"\n{text}\n\"\"\"");
        if prose.matches("\"\"\"").count() > 2 {
            continue;
        }
        let page = page(&workspace(&string("harmless"), &prose.replace('[', "\\[")));
        let (names, _) = taken_apart(&page);
        // Figures that normc draws are pictures in the page itself.
        let pictures = page.matches("<img ").count();
        assert_eq!(page.matches("<img src=\"data:").count(), pictures, "{text:?} makes a picture");
        for forbidden in ["script", "onerror", "onmouseover", "onfocus", "autofocus", "b", "iframe"] {
            assert!(!names.contains(&forbidden.to_owned()), "{text:?} makes `{forbidden}`");
        }
    }
}

#[test]
fn leads_nowhere_but_to_the_web() {
    let picture = workspace(&string("harmless"), &string("![h](https://evil.example/pixel.png)"));
    let ended = normc(picture.path(), "build --draft --to html,site --out out");
    assert!(ended.err.contains("leads out of the package's folder"), "{}", ended.err);
    for (name, bytes) in tree(picture.path()).iter().filter(|(name, _)| name.starts_with("out/")) {
        assert!(!String::from_utf8_lossy(bytes).contains("src=\"http"), "{name}");
    }
    let prose = "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](vbscript:x) [e](file:///etc/passwd) \
        [f](//evil.example) [g](java&#10;script:x) <javascript:alert(1)> \
        [i](https://fine.example/?a=1&b=2)";
    let page = page(&workspace(&string("harmless"), &string(prose)));
    let hrefs = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut web = 0;
    for href in hrefs {
        web +=
            usize::from(href.starts_with("https://fine.example") || href.starts_with("https:&#x2f;&#x2f;fine.example"));
        assert!(href.starts_with('#') || href.starts_with("http") || href.starts_with("mailto:"), "{href}");
    }
    assert!(web > 0, "the good link is gone");
    assert!(!page.contains("<iframe") && !page.contains("src=\"http"));
}

#[test]
fn of_a_url_that_is_no_url() {
    let folder = workspace(&string("javascript:alert(1)"), &string("harmless"));
    assert!(!page(&folder).contains("href=\"javascript"));
}

#[test]
fn control_characters_are_an_error_and_reach_no_output_as_such() {
    let folder = workspace(&string("a\u{0}b\u{1b}[31mc\u{9b}d\u{202e}e\u{7f}f"), &string("x\u{0}y\u{b}z"));
    let ended = normc(folder.path(), "check");
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("may not stand in a source"), "{}", ended.err);
    assert!(!ended.err.chars().any(|c| c.is_control() && c != '\n'), "{:?}", ended.err);
    assert_eq!(normc(folder.path(), "build --to html").code, 1);
    assert!(!folder.path().join("build").exists());
}

#[test]
fn json_and_oscal_hold_the_text_as_it_is() {
    for text in TEXTS {
        let files = built(&workspace(&string(text), &literal(text)));
        let json: serde_json::Value = serde_json::from_slice(&files["it/it.json"]).unwrap();
        let items = json["catalogue"]["items"].as_array().unwrap();
        let title = &items.iter().find(|item| item["id"] == "it:R").unwrap()["title"];
        assert_eq!(title, text);
        let oscal: serde_json::Value = serde_json::from_slice(&files["it/it.oscal-catalog.json"]).unwrap();
        no_markup(&oscal);
    }
}

/// Whether the members that OSCAL reads as markup hold neither HTML nor inserts.
fn no_markup(value: &serde_json::Value) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(no_markup),
        serde_json::Value::Object(object) => {
            for member in ["title", "prose", "label", "description", "text"] {
                let text = object.get(member).and_then(|text| text.as_str()).unwrap_or_default().replace("\\\\", "");
                for markup in ["<", "{{"] {
                    let escaped = format!("\\{markup}");
                    assert!(!text.replace(&escaped, "").contains(markup), "{member} holds {markup}: {text}");
                }
            }
            object.values().for_each(no_markup);
        }
        _ => {}
    }
}

/// A package with this text in a definition.
fn package(text: &str) -> tempfile::TempDir {
    let source = format!("library p \"Package\"\nterm one \"one\" {{\n  definition {text}\n}}\n");
    support::workspace([("p/p.norm", source.as_bytes())])
}

#[test]
fn what_is_deep_or_huge_ends() {
    let five_megabytes = 5 << 20;
    let markdown = [
        "> ".repeat(10_000),
        "- ".repeat(10_000),
        "[".repeat(10_000),
        "*a ".repeat(10_000),
        "`".repeat(10_000),
        "<a ".repeat(10_000),
        "![".repeat(10_000),
        "a".repeat(five_megabytes),
        "é ".repeat(200_000),
        "\n".repeat(1_000_000),
        format!("| a | b |\n|---|---|\n{}", "| x | y |\n".repeat(20_000)),
        format!("|{}\n|{}\n", "a|".repeat(2_000), "-|".repeat(2_000)),
    ];
    for text in &markdown {
        let folder = package(&format!("\"\"\"\n{text}\n\"\"\""));
        let ended = normc(folder.path(), "build --draft --to json");
        assert!(ended.code < 2, "{}… ends with {}", &text[..20], ended.code);
    }
    let syntax = [
        "a { ".repeat(10_000),
        format!("{}{}", "a { ".repeat(10_000), "}".repeat(10_000)),
        "(".repeat(10_000),
        "a (".repeat(10_000),
        "\"".repeat(100_001),
        "\"\"\" ".repeat(10_001),
        "}".repeat(100_000),
        format!("a {}", "b, ".repeat(20_000)),
        "asset a \"A\" {\n".repeat(3_000),
        "asset a \"A\" { text \"\"\"\n".repeat(3_000),
        "asset a \"A\" {\n\"\"\"\n(".repeat(3_000),
        format!("asset a \"A\" {{ when {} }}", "(a or ".repeat(10_000)),
        format!("asset a \"A\" {{ when {} a }}", "not ".repeat(10_000)),
        format!("asset a \"A\" {{ when a{} }}", " or a".repeat(10_000)),
        "x".repeat(five_megabytes),
        "x ".repeat(200_000),
        "// comment\n".repeat(five_megabytes / 11),
        ";".repeat(five_megabytes),
        "\u{0}".repeat(five_megabytes),
    ];
    for text in &syntax {
        let folder = support::workspace([("p/p.norm", format!("library p \"Package\"\n{text}\n").as_bytes())]);
        let ended = normc(folder.path(), "check --message-format short");
        assert!(ended.code < 2, "{}… ends with {}", &text[..10], ended.code);
        assert!(ended.out.lines().count() < 40_000, "{}… has {} findings", &text[..10], ended.out.lines().count());
    }
}

#[test]
fn what_is_too_large_is_told_and_not_read() {
    let large = "// comment\n".repeat((17 << 20) / 11);
    let folder =
        support::workspace([("p/p.norm", &b"library p \"Package\"\n"[..]), ("p/large.norm", large.as_bytes())]);
    let ended = normc(folder.path(), "check");
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("p/large.norm") && ended.err.contains("larger than 16 MiB"), "{}", ended.err);
    fs::write(folder.path().join("norm.yaml"), "# comment\n".repeat(1 << 17)).unwrap();
    let ended = normc(folder.path(), "check");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("norm.yaml"), "{}", ended.err);
}

/// Typst is slow without optimisation: one draft holds them all, but for scripts that the fonts of the drafts do not have.
#[cfg(feature = "pdf")]
#[test]
fn becomes_literal_text_in_pdf() {
    let texts: Vec<_> = TEXTS.iter().copied().filter(|text| text.chars().all(|c| c < '\u{300}')).collect();
    let all = texts.join(" \u{2013} ");
    for prose in [literal(&all), string(&all.replace('[', "("))] {
        let folder = workspace(&string(&all), &prose);
        let ended = normc(folder.path(), "build --draft --to pdf --out out");
        assert!(ended.code < 2, "{}", ended.err);
        let file = tree(&folder.path().join("out")).remove("it/it.pdf").unwrap();
        assert!(file.starts_with(b"%PDF-1.7"));
    }
}
