//! Link: the model's references make a graph of typed edges. The only folder that names petgraph; changes nothing and judges nothing:
//! circles and loose ends are facts that rules report.

mod query;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::Directed;
use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::GraphMap;

use crate::model::{Id, Model, Package, PackageId, Relation};
use crate::source::Span;

pub use query::{Branch, Direction};

/// One edge as seen from one of its ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// The declaration that states the relation.
    pub from: Id,
    /// What it is stated of.
    pub to: Id,
    /// The relation.
    pub relation: Relation,
    /// Where it is stated.
    pub span: Span,
}

/// The declarations of a model and everything they have to do with each other.
#[derive(Debug)]
pub struct Graph {
    /// Every edge, by the declaration that states it and in the order of the source.
    edges: Vec<Edge>,
    /// Where the edges of each declaration begin in `edges`, and after the last where they end.
    first: Vec<u32>,
    /// Every edge again, as a place in `edges`: by the declaration that it is stated of, by relation, by the one that states it.
    incoming: Vec<u32>,
    /// Where those of each declaration begin in `incoming`, and after the last where they end.
    first_incoming: Vec<u32>,
    /// What each package uses.
    uses: Vec<Vec<PackageUse>>,
}

/// Makes the graph of a model: an edge for each reference, and one from each part to its whole.
pub fn link(model: &Model<'_>) -> Graph {
    let declarations = model.declarations();
    let mut edges = Vec::with_capacity(declarations.iter().map(|declaration| declaration.links.len() + 1).sum());
    let mut first = Vec::with_capacity(declarations.len() + 1);
    for declaration in declarations {
        first.push(count(edges.len()));
        let from = declaration.id;
        if let Some(to) = declaration.parent {
            let relation = if declaration.kind() == "assessment" { Relation::Assesses } else { Relation::PartOf };
            edges.push(Edge { from, to, relation, span: declaration.at });
        }
        edges.extend(declaration.links.iter().map(|link| Edge {
            from,
            to: link.target,
            relation: link.relation,
            span: link.span,
        }));
    }
    first.push(count(edges.len()));
    let (incoming, first_incoming) = incoming(&edges, declarations.len());
    Graph { edges, first, incoming, first_incoming, uses: uses(model) }
}

/// The edges by what they are stated of.
fn incoming(edges: &[Edge], declarations: usize) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0; declarations + 1];
    for edge in edges {
        first[edge.to.0 as usize + 1] += 1;
    }
    for at in 0..declarations {
        first[at + 1] += first[at];
    }
    let mut next = first.clone();
    let mut incoming = vec![0; edges.len()];
    for (at, edge) in (0..).zip(edges) {
        let place = &mut next[edge.to.0 as usize];
        incoming[*place as usize] = at;
        *place += 1;
    }
    for ends in first.windows(2) {
        incoming[ends[0] as usize..ends[1] as usize].sort_by_key(|at| {
            let edge = &edges[*at as usize];
            (edge.relation, edge.from, edge.span)
        });
    }
    (incoming, first)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A package that is used, where the source says so, and whether `extends` says it.
#[derive(Clone, Copy, Debug)]
struct PackageUse {
    package: PackageId,
    span: Span,
    extends: bool,
}

fn uses(model: &Model<'_>) -> Vec<Vec<PackageUse>> {
    let of = |package: &Package<'_>| {
        let uses = package.uses.iter();
        uses.map(|used| PackageUse { package: used.package, span: used.span, extends: used.extends }).collect()
    };
    model.packages().iter().map(of).collect()
}

impl Graph {
    /// What a declaration refers to, in the order of the source.
    pub fn outgoing(&self, from: Id) -> impl Iterator<Item = Edge> + '_ {
        stretch(&self.edges, &self.first, from).iter().copied()
    }

    /// What refers to a declaration, by declaration.
    pub fn incoming(&self, to: Id) -> impl Iterator<Item = Edge> + '_ {
        let all = stretch(&self.incoming, &self.first_incoming, to);
        let mut edges: Vec<_> = all.iter().map(|at| self.edges[*at as usize]).collect();
        edges.sort_by_key(|edge| (edge.from, edge.span, edge.relation));
        edges.into_iter()
    }

    /// What refers to a declaration by one relation, by declaration.
    pub fn incoming_by(&self, to: Id, relation: Relation) -> impl Iterator<Item = Edge> + '_ {
        let all = stretch(&self.incoming, &self.first_incoming, to);
        let start = all.partition_point(|at| self.edges[*at as usize].relation < relation);
        let edges = all[start..].iter().map(|at| self.edges[*at as usize]);
        edges.take_while(move |edge| edge.relation == relation)
    }

    /// What a declaration refers to by one relation.
    pub fn targets(&self, from: Id, relation: Relation) -> impl Iterator<Item = Id> + '_ {
        self.outgoing(from).filter(move |edge| edge.relation == relation).map(|edge| edge.to)
    }

    /// What refers to a declaration by one relation.
    pub fn origins(&self, to: Id, relation: Relation) -> impl Iterator<Item = Id> + '_ {
        self.incoming_by(to, relation).map(|edge| edge.from)
    }

    /// Whether anything refers to a declaration by one of these relations.
    pub fn is_target(&self, to: Id, relations: &[Relation]) -> bool {
        relations.iter().any(|relation| self.incoming_by(to, *relation).next().is_some())
    }

    /// Number of declarations.
    pub fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    /// Every edge, by the declaration that states it.
    pub fn all_edges(&self) -> impl Iterator<Item = Edge> + '_ {
        self.edges.iter().copied()
    }

    /// The circles of one relation: each a list of edges that leads back to where it began, whole.
    pub fn circles(&self, relation: Relation) -> Vec<Vec<Edge>> {
        let of_relation = self.edges.iter().filter(|edge| edge.relation == relation);
        circles(of_relation.map(|edge| (edge.from, edge.to)), |from| {
            self.outgoing(from).filter(|edge| edge.relation == relation).collect()
        })
    }

    /// The circles of `extends`, or of `use` and `extends` together: each a list of packages and the place that leads on to the next.
    pub fn package_circles(&self, extends_only: bool) -> Vec<Vec<(PackageId, Span)>> {
        let next = |from: Id| -> Vec<Edge> {
            let uses = self.uses[from.0 as usize].iter().filter(|used| used.extends || !extends_only);
            let edge = |used: &PackageUse| Edge {
                from,
                to: Id(used.package.0),
                relation: Relation::Mentions,
                span: used.span,
            };
            uses.map(edge).collect()
        };
        let edges = (0..count(self.uses.len())).flat_map(|at| next(Id(at))).map(|edge| (edge.from, edge.to));
        let circles = circles(edges, next).into_iter();
        let mut circles: Vec<Vec<_>> =
            circles.map(|edges| edges.iter().map(|edge| (PackageId(edge.from.0), edge.span)).collect()).collect();
        circles.sort();
        circles
    }
}

/// A shortest circle of each strongly connected component, by where it begins. `next` gives the edges that leave a node.
fn circles(edges: impl Iterator<Item = (Id, Id)>, next: impl Fn(Id) -> Vec<Edge>) -> Vec<Vec<Edge>> {
    let graph: GraphMap<u32, (), Directed> = edges.map(|(from, to)| (from.0, to.0)).collect();
    let components = kosaraju_scc(&graph).into_iter();
    let mut circles: Vec<_> =
        components.filter_map(|component| circle(&component.into_iter().map(Id).collect(), &next)).collect();
    circles.sort_by_key(|edges| edges.first().map(|edge| edge.from));
    circles
}

/// What stands in `all` for a declaration.
fn stretch<'g, T>(all: &'g [T], first: &[u32], of: Id) -> &'g [T] {
    let at = of.0 as usize;
    &all[first[at] as usize..first[at + 1] as usize]
}

/// A shortest circle through the smallest member of a strongly connected component; `None` where the component is no circle.
fn circle(component: &BTreeSet<Id>, next: impl Fn(Id) -> Vec<Edge>) -> Option<Vec<Edge>> {
    let start = *component.first()?;
    let mut came_by: BTreeMap<Id, Edge> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for edge in next(at) {
            if edge.to == start {
                let mut path = vec![edge];
                let mut at = edge.from;
                while at != start {
                    let step = *came_by.get(&at)?;
                    path.push(step);
                    at = step.from;
                }
                path.reverse();
                return Some(path);
            }
            if component.contains(&edge.to) && !came_by.contains_key(&edge.to) {
                came_by.insert(edge.to, edge);
                queue.push_back(edge.to);
            }
        }
    }
    None
}
