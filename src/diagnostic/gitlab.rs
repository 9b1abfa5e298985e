//! Findings for GitLab's merge requests: the JSON of its code quality report (<https://docs.gitlab.com/ci/testing/code_quality>).

use serde::Serialize;

use super::identity::identities;
use super::terminal::printable;
use super::{Diagnostic, Severity};
use crate::source::Sources;

#[derive(Serialize)]
struct Issue<'d> {
    description: String,
    check_name: &'d str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'d>,
}

#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Renders findings as a code quality report. The fingerprints stay while lines shift, so that GitLab tells new findings from old ones.
pub fn gitlab(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let identities = identities(sources, diagnostics);
    let issues: Vec<_> = diagnostics
        .iter()
        .zip(&identities)
        .map(|(diagnostic, (identity, before))| Issue {
            description: description(diagnostic),
            check_name: diagnostic.rule,
            fingerprint: identity.fingerprint(*before),
            severity: severity(diagnostic.severity),
            location: location(sources, diagnostic),
        })
        .collect();
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&issues).unwrap_or_default() + "\n"
}

/// The fact and what to do about it: GitLab shows nothing else of a finding.
fn description(diagnostic: &Diagnostic) -> String {
    let help = diagnostic.help.iter().map(|help| format!("; {}", printable(help)));
    printable(&diagnostic.message) + &help.collect::<String>()
}

/// GitLab's words: `blocker` and `critical` are for what brings a service down, so an error is `major`.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

fn location<'d>(sources: &'d Sources, diagnostic: &Diagnostic) -> Location<'d> {
    let span = diagnostic.primary.span;
    let file = sources.file(span.file);
    Location {
        path: file.path(),
        lines: Lines { begin: file.position(span.start).line, end: file.position(span.end).line },
    }
}
