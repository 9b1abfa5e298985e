//! `allow RULE because "…"`: findings that the source accepts. On a declaration it covers what is found in it; on a header, in the package.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::edit;
use crate::model::{Allowed, Declaration, Model};
use crate::source::Span;

use super::{Accepted, Config, Findings, rules};

/// One `allow` and what it covers.
struct Allowance<'m, 's> {
    declaration: &'m Declaration<'s>,
    rule: &'s str,
    at: Span,
    /// The whole line.
    line: Span,
    because: String,
    whole_package: bool,
    used: bool,
}

/// Sorts accepted findings from the rest, and reports every `allow` that accepts nothing.
pub(super) fn apply(model: &Model<'_>, found: Vec<Diagnostic>, config: &Config) -> Findings {
    let mut allowances = allowances(model);
    let mut findings = Findings::default();
    for diagnostic in found {
        match allowances.iter_mut().find(|allowance| covers(model, allowance, &diagnostic)) {
            Some(allowance) => {
                allowance.used = true;
                let (because, at) = (allowance.because.clone(), allowance.at);
                findings.accepted.push(Accepted { diagnostic, because, at });
            }
            None => findings.diagnostics.push(diagnostic),
        }
    }
    findings.diagnostics.extend(allowances.iter().filter_map(|allowance| idle(model, allowance, config)));
    findings
}

fn allowances<'m, 's>(model: &'m Model<'s>) -> Vec<Allowance<'m, 's>> {
    let of = |declaration: &'m Declaration<'s>| {
        declaration.common.allowed.iter().map(move |allowed| Allowance {
            declaration,
            rule: allowed.rule.text,
            at: allowed.rule.span,
            line: line(model, allowed),
            because: allowed.because.content().as_str().to_owned(),
            whole_package: model.package(declaration.package).head == Some(declaration.id),
            used: false,
        })
    };
    model.declarations().iter().flat_map(of).collect()
}

/// From the keyword, which stands before the rule, to the end of the reason.
fn line(model: &Model<'_>, allowed: &Allowed<'_>) -> Span {
    let before = &model.sources.file(allowed.rule.span.file).text()[..allowed.rule.span.start as usize];
    let keyword = before.rfind("allow").and_then(|at| u32::try_from(at).ok()).unwrap_or(allowed.rule.span.start);
    Span::new(allowed.rule.span.file, keyword, allowed.because.span().end)
}

fn covers(model: &Model<'_>, allowance: &Allowance<'_, '_>, diagnostic: &Diagnostic) -> bool {
    let (outer, inner) = (allowance.declaration.span, diagnostic.primary.span);
    allowance.rule == diagnostic.rule
        && if allowance.whole_package {
            model.sources.file(inner.file).folder() == model.package(allowance.declaration.package).folder
        } else {
            outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end
        }
}

fn idle(model: &Model<'_>, allowance: &Allowance<'_, '_>, config: &Config) -> Option<Diagnostic> {
    // A name that no rule has is reported by `unknown-rule`.
    let rule = rules::rule(allowance.rule).filter(|_| !allowance.used)?.rule;
    let severity = config.severities.get("idle-allow").copied().unwrap_or(Some(Severity::Error))?;
    let mut diagnostic =
        Diagnostic::error("idle-allow", allowance.at, format!("`allow {}` accepts no finding", allowance.rule))
            .severity(severity)
            .help("take the line away");
    // Where something could not be read, the finding may only come back with it.
    diagnostic.ties.misses = Some(rule.kinds);
    diagnostic.fixes.push(Fix::safe("take it away").edit(edit::without(model.sources, allowance.line)));
    Some(diagnostic)
}
