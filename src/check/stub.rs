//! What a fix writes where something is missing: items in canonical form whose empty texts a person fills in.

use crate::diagnostic::Fix;
use crate::edit;
use crate::model::{Assessment, Declaration, Model, PackageId};

/// Writes an objective against a threat, or one that upholds an assumption, after that. `line` is what it says of it.
pub(super) fn objective(model: &Model<'_>, of: &Declaration<'_>, prefix: &str, on: &str, line: &str) -> Fix {
    let name = free_name(model, of.package, prefix, &of.name);
    let item = format!("objective {name} \"\" {{\n  on {on}\n  {line} {}\n}}", of.name);
    Fix::proposed(format!("write an objective that {line} it")).edit(edit::after(model.sources, of.span, &item, true))
}

/// Declares a threat to be left, after it.
pub(super) fn residual(model: &Model<'_>, threat: &Declaration<'_>) -> Fix {
    let item = format!("residual {} {{\n  because \"\"\n  instead \"\"\n}}", threat.name);
    let fix = Fix::proposed("leave the threat, with the reason and another way to address it");
    fix.edit(edit::after(model.sources, threat.span, &item, true))
}

/// Writes an assessment into a requirement, by the modules that the package's first assessment names.
pub(super) fn assessment(model: &Model<'_>, requirement: &Declaration<'_>) -> Fix {
    let name = free_name(model, requirement.package, "A", &requirement.name);
    let modules = model.of::<Assessment<'_>>(requirement.package).find_map(|(_, other)| {
        let (first, last) = (other.modules.first()?, other.modules.last()?);
        Some(format!("  modules {}\n", model.sources.slice(first.span.to(last.span))))
    });
    let modules = modules.filter(|line| !line.trim_end().contains('\n')).unwrap_or_default();
    let item = format!(
        "assessment {name} \"\" {{\n  method examine\n{modules}  activity \"\"\n  verdict {{ pass \"\"; fail \"\" }}\n  evidence \"\"\n}}"
    );
    let fix = Fix::proposed("write an assessment to fill in");
    fix.edit(edit::into_block(model.sources, requirement.span, &item))
}

/// Writes an item with an empty reason at the end of the file in which the package's header stands.
pub(super) fn reasoned(model: &Model<'_>, package: PackageId, title: &str, head: &str) -> Option<Fix> {
    let header = model.get(model.package(package).head?);
    let item = format!("{head} {{ because \"\" }}");
    Some(Fix::proposed(title).edit(edit::at_end(model.sources, header.span, &item)))
}

/// Writes a property with an empty text into a declaration.
pub(super) fn property(model: &Model<'_>, declaration: &Declaration<'_>, word: &str) -> Fix {
    let edit = edit::into_block(model.sources, declaration.span, &format!("{word} \"\""));
    Fix::proposed(format!("write its `{word}`")).edit(edit)
}

/// Takes a declaration away.
pub(super) fn without(model: &Model<'_>, declaration: &Declaration<'_>) -> Fix {
    Fix::proposed("take it away").edit(edit::without(model.sources, declaration.span))
}

/// A name that the package does not have: `O-READ` for `T-READ`.
fn free_name(model: &Model<'_>, package: PackageId, prefix: &str, of: &str) -> String {
    let rest = of.split_once('-').map_or(of, |(_, rest)| rest);
    let names =
        std::iter::once(format!("{prefix}-{rest}")).chain((2..).map(|number| format!("{prefix}-{rest}-{number}")));
    let mut free = names.filter(|name| model.lookup(package, name).is_none());
    free.next().unwrap_or_default()
}
