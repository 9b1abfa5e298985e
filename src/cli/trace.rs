//! `normc trace`, `normc why` and `normc impact`: questions to the graph, answered as text, JSON or DOT.

use std::collections::BTreeSet;
use std::fmt::Write;

use clap::ValueEnum;
use serde::Serialize;

use super::{Context, Outcome, print};
use crate::check::rules::rule;
use crate::graph::{Branch, Direction, Graph};
use crate::model::{Id, Model, Obligation};
use crate::nearest::nearest;
use crate::project;
use crate::syntax::Text;

#[derive(Debug, clap::Args)]
struct Of {
    /// The declaration, such as `password-managers:R-KDF-1`, or `R-KDF-1` where no other package has it.
    id: String,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Text,
    Json,
    Dot,
}

/// Show everything above and below a declaration.
#[derive(Debug, clap::Args)]
pub(super) struct Trace {
    #[command(flatten)]
    of: Of,
}

/// Show which essential requirements, threats and obligations a declaration is there for.
#[derive(Debug, clap::Args)]
pub(super) struct Why {
    #[command(flatten)]
    of: Of,
}

/// Show what would have to be looked at again if a declaration changed.
#[derive(Debug, clap::Args)]
pub(super) struct Impact {
    #[command(flatten)]
    of: Of,
}

/// A part of an answer: a heading and a tree.
struct Part {
    heading: &'static str,
    tree: Branch,
}

impl Trace {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        answer(&self.of, context, |graph, _, id| {
            vec![
                Part { heading: "above", tree: graph.trace(id, Direction::Above) },
                Part { heading: "below", tree: graph.trace(id, Direction::Below) },
            ]
        })
    }
}

impl Why {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        answer(&self.of, context, |graph, model, id| {
            let mut tree = graph.trace(id, Direction::Above);
            keep(&mut tree, &|id| {
                matches!(model.get(id).kind(), "essential" | "concept" | "threat" | "policy" | "item")
            });
            let branches = obligations(model, id).into_iter().map(|id| Branch {
                id,
                by: None,
                repeated: false,
                branches: Vec::new(),
            });
            let obligations = Branch { id, by: None, repeated: false, branches: branches.collect() };
            vec![Part { heading: "reasons", tree }, Part { heading: "obligations", tree: obligations }]
        })
    }
}

impl Impact {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        answer(&self.of, context, |graph, _, id| vec![Part { heading: "touched", tree: graph.impact(id) }])
    }
}

/// Cuts the branches that lead to none of the things asked for.
fn keep(branch: &mut Branch, wanted: &dyn Fn(Id) -> bool) {
    branch.branches.retain_mut(|child| {
        keep(child, wanted);
        !child.branches.is_empty() || wanted(child.id)
    });
}

/// The obligations of the requests in force whose rules look at declarations of this kind.
fn obligations(model: &Model<'_>, id: Id) -> Vec<Id> {
    let kind = model.get(id).kind();
    let looks = |name: &str| rule(name).is_some_and(|entry| entry.rule.kinds.contains(&kind));
    model
        .all::<Obligation<'_>>()
        .filter(|(declaration, obligation)| {
            model.is_in_force(declaration.package) && obligation.checked_by.iter().any(|word| looks(word.text))
        })
        .map(|(declaration, _)| declaration.id)
        .collect()
}

fn answer(of: &Of, context: &Context, ask: impl Fn(&Graph, &Model<'_>, Id) -> Vec<Part>) -> Result<Outcome, String> {
    let workspace = context.load()?;
    let checked = project::check(&workspace);
    let model = &checked.model;
    let id = find(model, &of.id)?;
    let parts = ask(&checked.graph, model, id);
    print(&match of.format {
        Form::Text => text(model, id, &parts),
        Form::Json => json(model, &parts),
        Form::Dot => dot(model, &parts),
    })?;
    Ok(Outcome::Clean)
}

fn find(model: &Model<'_>, name: &str) -> Result<Id, String> {
    match named(model, name)?[..] {
        [id] => Ok(id),
        ref several => {
            let names: Vec<_> = several.iter().map(|id| format!("`{}`", model.qualified(*id))).collect();
            Err(format!("`{name}` may mean {}; write its package too", names.join(" or ")))
        }
    }
}

/// What a name may mean: one thing or several. An error where it means nothing.
pub(super) fn named(model: &Model<'_>, name: &str) -> Result<Vec<Id>, String> {
    let found = model.find(name);
    if !found.is_empty() {
        return Ok(found);
    }
    let names: Vec<String> = model.declarations().iter().map(|declaration| model.qualified(declaration.id)).collect();
    let simple = model.declarations().iter().map(|declaration| declaration.name.as_str());
    let near = nearest(name, names.iter().map(String::as_str).chain(simple));
    let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(format!("nothing is called `{name}`{help}"))
}

/// What a declaration is called and what it is about: its title, or what the request asks and where.
fn headline(model: &Model<'_>, id: Id) -> String {
    let declaration = model.get(id);
    let about = model.body::<Obligation<'_>>(id).map_or_else(
        || declaration.label(),
        |obligation| {
            let words = |text: Text<'_>| text.content().as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            let place = obligation.official.map(|place| format!("({})", words(place)));
            obligation.text.map(words).into_iter().chain(place).collect::<Vec<_>>().join(" ")
        },
    );
    let gap = if about == declaration.name { String::new() } else { format!(" \u{2013} {about}") };
    format!("{} {}{gap}", declaration.kind(), model.qualified(id))
}

/// How the edge reads on the way from one declaration to the next.
fn reason(branch: &Branch, from: Id) -> &'static str {
    branch.by.map_or("", |edge| if edge.from == from { edge.relation.forward() } else { edge.relation.backward() })
}

fn text(model: &Model<'_>, id: Id, parts: &[Part]) -> String {
    let mut out = headline(model, id) + "\n";
    for part in parts {
        let _ = writeln!(out, "\n{}:", part.heading);
        if part.tree.branches.is_empty() {
            out.push_str("  nothing\n");
        }
        lines(model, &part.tree, "  ", &mut out);
    }
    out
}

fn lines(model: &Model<'_>, branch: &Branch, indent: &str, out: &mut String) {
    for (at, child) in branch.branches.iter().enumerate() {
        let last = at + 1 == branch.branches.len();
        let (tee, bar) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let why = reason(child, branch.id);
        let gap = if why.is_empty() { "" } else { ": " };
        let again = if child.repeated { " (see above)" } else { "" };
        let _ = writeln!(out, "{indent}{tee}{why}{gap}{}{again}", headline(model, child.id));
        lines(model, child, &format!("{indent}{bar}"), out);
    }
}

#[derive(Serialize)]
struct Node {
    id: String,
    kind: &'static str,
    label: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    repeated: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    branches: Vec<Node>,
}

fn node(model: &Model<'_>, branch: &Branch, from: Id) -> Node {
    let declaration = model.get(branch.id);
    Node {
        id: model.qualified(branch.id),
        kind: declaration.kind(),
        label: declaration.label(),
        reason: reason(branch, from),
        repeated: branch.repeated,
        branches: branch.branches.iter().map(|child| node(model, child, branch.id)).collect(),
    }
}

fn json(model: &Model<'_>, parts: &[Part]) -> String {
    let parts: serde_json::Map<_, _> = parts
        .iter()
        .map(|part| {
            (part.heading.to_owned(), serde_json::to_value(node(model, &part.tree, part.tree.id)).unwrap_or_default())
        })
        .collect();
    serde_json::to_string_pretty(&parts).unwrap_or_default() + "\n"
}

fn dot(model: &Model<'_>, parts: &[Part]) -> String {
    let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut lines = BTreeSet::new();
    for part in parts {
        part.tree.walk(&mut |branch| {
            let label = format!("{}\n{}", model.qualified(branch.id), model.get(branch.id).label());
            lines.insert(format!(
                "  {} [label={}];\n",
                quote(&model.qualified(branch.id)),
                quote(&label).replace('\n', "\\n")
            ));
            if let Some(edge) = branch.by {
                let (from, to) = (quote(&model.qualified(edge.from)), quote(&model.qualified(edge.to)));
                lines.insert(format!("  {from} -> {to} [label={}];\n", quote(edge.relation.forward())));
            }
        });
    }
    format!(
        "digraph trace {{\n  rankdir=BT;\n  node [shape=box, fontname=\"sans-serif\"];\n{}}}\n",
        lines.into_iter().collect::<String>()
    )
}
