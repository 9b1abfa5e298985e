//! Findings for what shows test results: JUnit's XML. A package is a suite and a rule is a test case in it, so that the cases are the same from
//! one check to the next and a history of them means something. Errors fail a case, as they fail a check; warnings and notes stand in its output.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::terminal::printable;
use super::{Diagnostic, Severity};
use crate::source::Sources;

type Xml = Writer<Vec<u8>>;
type Cases<'d> = BTreeMap<&'d str, Vec<&'d Diagnostic>>;

/// Renders findings as a JUnit report over these rules, those without a finding included.
pub fn junit(sources: &Sources, diagnostics: &[Diagnostic], rules: &[&str]) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail.
    let _ = write(&mut xml, &suites(sources, diagnostics, rules), sources);
    String::from_utf8(xml.into_inner()).unwrap_or_default() + "\n"
}

/// The cases of every package, by its folder.
fn suites<'d>(sources: &'d Sources, diagnostics: &'d [Diagnostic], rules: &[&'d str]) -> BTreeMap<&'d str, Cases<'d>> {
    let found: BTreeSet<_> = diagnostics
        .iter()
        .map(|diagnostic| sources.file(diagnostic.primary.span.file))
        .map(|file| file.folder())
        .collect();
    let folders = sources.iter().map(|(_, file)| file.folder()).chain(found);
    let empty = || rules.iter().map(|rule| (*rule, Vec::new())).collect::<Cases<'d>>();
    let mut suites: BTreeMap<_, _> = folders.map(|folder| (folder, empty())).collect();
    for diagnostic in diagnostics {
        let folder = sources.file(diagnostic.primary.span.file).folder();
        suites.entry(folder).or_default().entry(diagnostic.rule).or_default().push(diagnostic);
    }
    suites
}

fn write(xml: &mut Xml, suites: &BTreeMap<&str, Cases<'_>>, sources: &Sources) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (tests, failures) = suites.values().map(sums).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    xml.create_element("testsuites")
        .with_attributes([("name", "normc"), ("tests", &tests.to_string()), ("failures", &failures.to_string())])
        .write_inner_content(|xml| suites.iter().try_for_each(|(folder, cases)| suite(xml, folder, cases, sources)))?;
    Ok(())
}

/// How many cases there are, and how many of them fail.
fn sums(cases: &Cases<'_>) -> (usize, usize) {
    (cases.len(), cases.values().filter(|found| fails(found)).count())
}

fn fails(found: &[&Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

fn suite(xml: &mut Xml, folder: &str, cases: &Cases<'_>, sources: &Sources) -> io::Result<()> {
    let (tests, failures) = sums(cases);
    let (tests, failures) = (tests.to_string(), failures.to_string());
    let name = allowed(folder);
    xml.create_element("testsuite")
        .with_attributes([
            ("name", &*name),
            ("tests", &tests),
            ("failures", &failures),
            ("errors", "0"),
            ("skipped", "0"),
        ])
        .write_inner_content(|xml| cases.iter().try_for_each(|(rule, found)| case(xml, &name, rule, found, sources)))?;
    Ok(())
}

fn case(xml: &mut Xml, suite: &str, rule: &str, found: &[&Diagnostic], sources: &Sources) -> io::Result<()> {
    let file = found.first().map(|first| allowed(sources.file(first.primary.span.file).path()));
    let file = file.iter().map(|file| ("file", &**file));
    let element =
        xml.create_element("testcase").with_attributes([("classname", suite), ("name", rule)].into_iter().chain(file));
    let (errors, rest): (Vec<_>, Vec<_>) = found.iter().copied().partition(|it| it.severity == Severity::Error);
    if found.is_empty() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|xml| {
        if let Some(first) = errors.first() {
            let more = if errors.len() > 1 { format!(" (and {} more)", errors.len() - 1) } else { String::new() };
            xml.create_element("failure")
                .with_attributes([("type", rule), ("message", &*(allowed(&first.message) + &more))])
                .write_text_content(BytesText::new(&shown(&errors, sources)))?;
        }
        if !rest.is_empty() {
            xml.create_element("system-out").write_text_content(BytesText::new(&shown(&rest, sources)))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Findings as lines: place, severity, message, and below it what to do.
fn shown(found: &[&Diagnostic], sources: &Sources) -> String {
    let mut text = String::from("\n");
    for diagnostic in found {
        let file = sources.file(diagnostic.primary.span.file);
        let place = file.position(diagnostic.primary.span.start);
        let (path, severity) = (allowed(file.path()), diagnostic.severity.name());
        text += &format!("{path}:{}:{}: {severity}: {}\n", place.line, place.column, allowed(&diagnostic.message));
        text.extend(diagnostic.help.iter().map(|help| format!("  help: {}\n", allowed(help))));
    }
    text
}

/// The text without what XML 1.0 cannot hold, even escaped. quick-xml escapes markup and leaves this to its users.
fn allowed(text: &str) -> String {
    printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
