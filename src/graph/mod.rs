//! Link: the model's references make a graph of typed edges. The only folder that names petgraph; changes nothing and judges nothing:
//! circles and loose ends are facts that rules report.

mod query;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::{EdgeFiltered, EdgeRef};

use crate::model::{Id, Model, PackageId, Relation};
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
    edges: DiGraph<(), (Relation, Span), u32>,
    packages: DiGraph<(), (bool, Span), u32>,
}

/// Makes the graph of a model: an edge for each reference, and one from each part to its whole.
pub fn link(model: &Model<'_>) -> Graph {
    let declarations = model.declarations();
    let count: usize = declarations.iter().map(|declaration| declaration.links.len()).sum();
    let mut edges = DiGraph::with_capacity(declarations.len(), count);
    for _ in declarations {
        edges.add_node(());
    }
    for declaration in declarations {
        if let Some(parent) = declaration.parent {
            let relation = if declaration.kind() == "assessment" { Relation::Assesses } else { Relation::PartOf };
            edges.add_edge(node(declaration.id), node(parent), (relation, declaration.at));
        }
        for link in &declaration.links {
            edges.add_edge(node(declaration.id), node(link.target), (link.relation, link.span));
        }
    }
    Graph { edges, packages: package_graph(model) }
}

fn package_graph(model: &Model<'_>) -> DiGraph<(), (bool, Span), u32> {
    let mut packages = DiGraph::default();
    for _ in model.packages() {
        packages.add_node(());
    }
    for package in model.packages() {
        for used in &package.uses {
            packages.add_edge(
                NodeIndex::from(package.id.0),
                NodeIndex::from(used.package.0),
                (used.extends, used.span),
            );
        }
    }
    packages
}

fn node(id: Id) -> NodeIndex<u32> {
    NodeIndex::from(id.0)
}

fn id(node: NodeIndex<u32>) -> Id {
    Id(u32::try_from(node.index()).unwrap_or(u32::MAX))
}

impl Graph {
    /// What a declaration refers to, in the order of the source.
    pub fn outgoing(&self, from: Id) -> impl Iterator<Item = Edge> + '_ {
        let mut edges: Vec<_> = self.edges.edges(node(from)).map(|edge| self.edge(edge.id())).collect();
        edges.reverse();
        edges.into_iter()
    }

    /// What refers to a declaration, by declaration.
    pub fn incoming(&self, to: Id) -> impl Iterator<Item = Edge> + '_ {
        let directed = self.edges.edges_directed(node(to), petgraph::Direction::Incoming);
        let mut edges: Vec<_> = directed.map(|edge| self.edge(edge.id())).collect();
        edges.sort_by_key(|edge| (edge.from, edge.span, edge.relation));
        edges.into_iter()
    }

    /// What a declaration refers to by one relation.
    pub fn targets(&self, from: Id, relation: Relation) -> impl Iterator<Item = Id> + '_ {
        self.outgoing(from).filter(move |edge| edge.relation == relation).map(|edge| edge.to)
    }

    /// What refers to a declaration by one relation.
    pub fn origins(&self, to: Id, relation: Relation) -> impl Iterator<Item = Id> + '_ {
        self.incoming(to).filter(move |edge| edge.relation == relation).map(|edge| edge.from)
    }

    /// Whether anything refers to a declaration by one of these relations.
    pub fn is_target(&self, to: Id, relations: &[Relation]) -> bool {
        self.edges
            .edges_directed(node(to), petgraph::Direction::Incoming)
            .any(|edge| relations.contains(&edge.weight().0))
    }

    /// Number of declarations.
    pub fn nodes(&self) -> usize {
        self.edges.node_count()
    }

    /// Every edge, by the declaration that states it.
    pub fn all_edges(&self) -> impl Iterator<Item = Edge> + '_ {
        self.edges.edge_indices().map(|index| self.edge(index))
    }

    /// The circles of one relation: each a list of edges that leads back to where it began, whole.
    pub fn circles(&self, relation: Relation) -> Vec<Vec<Edge>> {
        let only = EdgeFiltered::from_fn(&self.edges, |edge| edge.weight().0 == relation);
        let mut circles: Vec<_> = tarjan_scc(&only)
            .into_iter()
            .filter_map(|component| {
                let inside: Vec<Id> = component.into_iter().map(id).collect();
                circle(&inside, |from| self.outgoing(from).filter(|edge| edge.relation == relation).collect())
            })
            .collect();
        circles.sort_by_key(|edges| edges.first().map(|edge| edge.from));
        circles
    }

    /// The circles of `extends`, or of `use` and `extends` together: each a list of packages and the place that leads on to the next.
    pub fn package_circles(&self, extends_only: bool) -> Vec<Vec<(PackageId, Span)>> {
        let only = EdgeFiltered::from_fn(&self.packages, |edge| edge.weight().0 || !extends_only);
        let mut circles: Vec<_> = tarjan_scc(&only)
            .into_iter()
            .filter_map(|component| {
                let inside: Vec<Id> = component.into_iter().map(id).collect();
                let next = |from: Id| {
                    let edges = self.packages.edges(node(from)).filter(|edge| edge.weight().0 || !extends_only);
                    let mut edges: Vec<_> = edges
                        .map(|edge| Edge {
                            from,
                            to: id(edge.target()),
                            relation: Relation::Mentions,
                            span: edge.weight().1,
                        })
                        .collect();
                    edges.reverse();
                    edges
                };
                circle(&inside, next)
            })
            .map(|edges| edges.into_iter().map(|edge| (PackageId(edge.from.0), edge.span)).collect::<Vec<_>>())
            .collect();
        circles.sort();
        circles
    }

    fn edge(&self, index: EdgeIndex<u32>) -> Edge {
        let (from, to) = self.edges.edge_endpoints(index).unwrap_or_default();
        let (relation, span) = self.edges[index];
        Edge { from: id(from), to: id(to), relation, span }
    }
}

/// A shortest circle through the smallest member of a strongly connected component; `None` where the component is no circle.
fn circle(component: &[Id], next: impl Fn(Id) -> Vec<Edge>) -> Option<Vec<Edge>> {
    let start = *component.iter().min()?;
    let mut came_by: std::collections::BTreeMap<Id, Edge> = std::collections::BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
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
