//! What the directives ask every draft to have, as data in `templates/demands.yaml`, and what of it an outline lacks.

use serde::Deserialize;

use crate::diagnostic::Diagnostic;
use crate::yaml::{Node, Step};

use super::{Element, Organisation, Outline, Part, Sort};

/// An element that the directives ask for.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Demand {
    /// What it holds.
    #[serde(default)]
    part: Option<Part>,
    /// Its slot, where its text is prescribed.
    #[serde(default)]
    slot: Option<String>,
    /// Where they ask for it.
    clause: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Demands {
    etsi: Vec<Demand>,
    cen: Vec<Demand>,
}

impl Demand {
    fn is_met_by(&self, element: &Element) -> bool {
        self.part.map_or(self.slot.is_some() && self.slot == element.slot, |part| part == element.part)
    }

    fn in_words(&self) -> String {
        let slot = self.slot.as_deref().unwrap_or_default();
        self.part.map_or_else(|| format!("with the slot `{slot}`"), |part| format!("with the part `{}`", part.word()))
    }
}

/// Finds what the directives ask for and an outline does not have, or has in another order, for some sort of deliverable.
pub(super) fn check(outline: &Outline, node: &Node, found: &mut Vec<Diagnostic>) {
    let Ok(demands) = serde_yaml::from_str::<Demands>(include_str!("../../../templates/demands.yaml")) else { return };
    let demands = match outline.eso {
        Organisation::Etsi => demands.etsi,
        Organisation::Cen => demands.cen,
    };
    let mut elements = Vec::new();
    in_order(&outline.elements, &[Step::Key("elements".to_owned())], &Sort::ALL, &mut elements);
    let mut before: Option<(usize, &Demand)> = None;
    for demand in &demands {
        let at = elements.iter().position(|(element, _, _)| demand.is_met_by(element));
        lacking(outline, demand, &elements, node, found);
        if let (Some(at), Some((earlier, other))) =
            (at, before.filter(|(earlier, _)| at.is_some_and(|at| at < *earlier)))
        {
            let span = |at: usize| node.place(&elements[at].1);
            let message = format!("the element {} stands before the one {}", demand.in_words(), other.in_words());
            let help = format!("move it behind that element: the directives have it there ({})", demand.clause);
            let label = format!("the element {} stands here", other.in_words());
            found.push(Diagnostic::error("outline-element", span(at), message).label(span(earlier), label).help(help));
        }
        if let Some(at) = at.filter(|at| before.is_none_or(|(earlier, _)| *at > earlier)) {
            before = Some((at, demand));
        }
    }
}

/// An element, the way to it, and the sorts of deliverables that have it.
type Placed<'o> = (&'o Element, Vec<Step>, Vec<Sort>);

fn in_order<'o>(elements: &'o [Element], path: &[Step], sorts: &[Sort], out: &mut Vec<Placed<'o>>) {
    for (at, element) in elements.iter().enumerate() {
        let path = [path, &[Step::Item(at)]].concat();
        let sorts: Vec<_> = sorts.iter().copied().filter(|sort| element.is_for(*sort)).collect();
        out.push((element, path.clone(), sorts.clone()));
        in_order(&element.elements, &[&path[..], &[Step::Key("elements".to_owned())]].concat(), &sorts, out);
    }
}

fn lacking(outline: &Outline, demand: &Demand, elements: &[Placed<'_>], node: &Node, found: &mut Vec<Diagnostic>) {
    let has =
        |sort: &Sort| elements.iter().any(|(element, _, sorts)| demand.is_met_by(element) && sorts.contains(sort));
    let without: Vec<_> = Sort::ALL.iter().filter(|sort| !has(sort)).map(|sort| sort.word()).collect();
    if without.is_empty() {
        return;
    }
    let whom = if without.len() == Sort::ALL.len() {
        String::new()
    } else {
        format!(" for deliverables of the sort {}", without.join(", "))
    };
    let message = format!("there is no element {}{whom}", demand.in_words());
    let help = format!(
        "add it where `normc outline copy {} DIR` has it: the directives ask for it ({})",
        outline.eso.word(),
        demand.clause
    );
    found.push(Diagnostic::error("outline-element", node.key("elements"), message).help(help));
}
