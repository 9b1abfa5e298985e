//! Findings for code scanners' viewers: SARIF 2.1.0 (OASIS). Columns count Unicode scalar values, as everywhere in normc.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::identity::identities;
use super::{Applicability, Diagnostic, Edit, Fix, Label, Severity};
use crate::source::{FileId, Sources, Span};

/// What a report says of a rule.
#[derive(Clone, Debug)]
pub struct RuleHelp {
    /// Its name.
    pub name: &'static str,
    /// How serious its findings are where nobody says otherwise.
    pub severity: Severity,
    /// What it is, in a sentence.
    pub summary: String,
    /// What it checks, in a paragraph of Markdown.
    pub checks: String,
    /// Its whole page, in Markdown.
    pub page: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'d> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'d>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'d> {
    tool: Tool<'d>,
    column_kind: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    invocations: [Invocation; 1],
    results: Vec<Finding<'d>>,
}

#[derive(Serialize)]
struct Tool<'d> {
    driver: Driver<'d>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'d> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'d>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'d> {
    id: &'d str,
    short_description: Words,
    full_description: Words,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Base {
    description: Words,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'d> {
    rule_id: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Words,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Change>,
}

#[derive(Serialize)]
struct Words {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Place,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Words>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    description: Words,
    artifact_changes: Vec<ArtifactChange>,
    properties: Properties,
}

/// What SARIF has no member for.
#[derive(Serialize)]
struct Properties {
    applicability: Applicability,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Inserted,
}

#[derive(Serialize)]
struct Inserted {
    text: String,
}

/// What paths are relative to.
const BASE: &str = "SRCROOT";

/// Renders findings as a SARIF log with these rules.
pub fn sarif(sources: &Sources, diagnostics: &[Diagnostic], rules: &[RuleHelp]) -> String {
    let identities = identities(sources, diagnostics);
    let results = diagnostics.iter().zip(&identities).map(|(diagnostic, (identity, before))| {
        let logical =
            Logical { fully_qualified_name: format!("{} {}", identity.package, identity.item).trim().to_owned() };
        Finding {
            rule_id: diagnostic.rule,
            rule_index: rules.iter().position(|rule| rule.name == diagnostic.rule),
            level: level(diagnostic.severity),
            message: message(diagnostic),
            locations: [Location { logical_locations: vec![logical], ..location(sources, &diagnostic.primary) }],
            related_locations: related(sources, diagnostic),
            partial_fingerprints: BTreeMap::from([("normc/v1", identity.fingerprint(*before))]),
            fixes: diagnostic.fixes.iter().map(|fix| change(sources, fix)).collect(),
        }
    });
    let run = Run {
        tool: Tool { driver: driver(rules) },
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: BTreeMap::from([(BASE, Base { description: words("The root of the workspace.") })]),
        invocations: [Invocation { execution_successful: true }],
        results: results.collect(),
    };
    let log = Log { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn driver(rules: &[RuleHelp]) -> Driver<'_> {
    let descriptor = |rule: &RuleHelp| Descriptor {
        id: rule.name,
        short_description: words(&rule.summary),
        full_description: words(&rule.checks),
        help: Help { text: escaped(&rule.page), markdown: escaped_braces(&rule.page) },
        default_configuration: Configuration { level: level(rule.severity) },
    };
    Driver {
        name: "normc",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.iter().map(descriptor).collect(),
    }
}

const fn level(severity: Severity) -> &'static str {
    severity.name()
}

/// The fact, and in a sentence of its own what to do about it.
fn message(diagnostic: &Diagnostic) -> Words {
    let help = diagnostic.help.iter().map(|help| format!(". Help: {help}"));
    words(&(diagnostic.message.clone() + &help.collect::<String>()))
}

fn words(text: &str) -> Words {
    Words { text: escaped(text) }
}

/// A text that means itself: in SARIF's messages braces stand for arguments (3.11.5) and `[text](place)` is a link (3.11.6).
fn escaped(text: &str) -> String {
    let text = if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() };
    escaped_braces(&text)
}

fn escaped_braces(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// The other places involved, and those of which the same is said.
fn related(sources: &Sources, diagnostic: &Diagnostic) -> Vec<Location> {
    let also = |span: &Span| location(sources, &Label { span: *span, text: "the same here".to_owned() });
    let labels = diagnostic.labels.iter().map(|label| location(sources, label));
    labels.chain(diagnostic.also.iter().map(also)).collect()
}

fn location(sources: &Sources, label: &Label) -> Location {
    Location {
        physical_location: Place {
            artifact_location: artifact(sources, label.span.file),
            region: region(sources, label.span),
        },
        logical_locations: Vec::new(),
        message: (!label.text.is_empty()).then(|| words(&label.text)),
    }
}

/// What stands in a path as it is; all else is percent-encoded, a colon too, or the first folder might look like a scheme.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn artifact(sources: &Sources, file: FileId) -> Artifact {
    Artifact { uri: utf8_percent_encode(sources.file(file).path(), PLAIN).to_string(), uri_base_id: BASE }
}

fn region(sources: &Sources, span: Span) -> Region {
    let file = sources.file(span.file);
    let (start, end) = (file.position(span.start), file.position(span.end));
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn change(sources: &Sources, fix: &Fix) -> Change {
    let mut edits: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in &fix.edits {
        edits.entry(edit.span.file).or_default().push(edit);
    }
    let of_file = |(file, edits): (FileId, Vec<&Edit>)| ArtifactChange {
        artifact_location: artifact(sources, file),
        replacements: edits.into_iter().map(|edit| replacement(sources, edit)).collect(),
    };
    Change {
        description: words(&fix.title),
        artifact_changes: edits.into_iter().map(of_file).collect(),
        properties: Properties { applicability: fix.applicability },
    }
}

fn replacement(sources: &Sources, edit: &Edit) -> Replacement {
    let inserted_content = Inserted { text: edit.replacement.clone() };
    Replacement { deleted_region: region(sources, edit.span), inserted_content }
}
