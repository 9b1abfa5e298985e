//! Questions to the graph: what stands above and below, why a thing is there, what its change touches.

use std::collections::BTreeSet;

use crate::model::{Id, Relation};

use super::{Edge, Graph};

/// Which way a walk goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Along references: from a requirement to its objectives, threats and essential requirements.
    Above,
    /// Against them: from an essential requirement to what covers it.
    Below,
}

/// A node of a walk, and how the walk came to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Branch {
    /// The declaration.
    pub id: Id,
    /// The edge that led here; `None` at the root.
    pub by: Option<Edge>,
    /// Whether the declaration was shown before, so that its branches are not repeated.
    pub repeated: bool,
    /// Where the walk goes on.
    pub branches: Vec<Branch>,
}

impl Branch {
    /// Visits every node, the root included.
    pub fn walk<'b>(&'b self, visit: &mut dyn FnMut(&'b Self)) {
        visit(self);
        self.branches.iter().for_each(|branch| branch.walk(visit));
    }
}

/// Relations that carry the reasoning of a standard, as against those that only name or arrange things.
const REASONS: &[Relation] = &[
    Relation::Answers,
    Relation::Addresses,
    Relation::BasedOn,
    Relation::Targets,
    Relation::Counters,
    Relation::Enforces,
    Relation::Upholds,
    Relation::Achieves,
    Relation::Serves,
    Relation::Leaves,
    Relation::Covers,
    Relation::Refines,
    Relation::Reduces,
    Relation::Assesses,
    Relation::Adopts,
    Relation::Deviates,
    Relation::Omits,
    Relation::Maps,
    Relation::PartOf,
    Relation::Selects,
    Relation::Plans,
    Relation::Supports,
];

/// How deep a walk is shown; a corpus' longest chain of reasons is far shorter.
const DEPTH: usize = 64;

impl Graph {
    /// Everything above or below a declaration, as a tree.
    pub fn trace(&self, root: Id, direction: Direction) -> Branch {
        self.tree(root, direction, &|edge| REASONS.contains(&edge.relation))
    }

    /// Everything that would have to be looked at again if a declaration changed: whatever refers to it, on any ground, and what refers to that.
    pub fn impact(&self, root: Id) -> Branch {
        self.tree(root, Direction::Below, &|_| true)
    }

    fn tree(&self, root: Id, direction: Direction, follow: &dyn Fn(&Edge) -> bool) -> Branch {
        let mut seen = BTreeSet::from([root]);
        let mut branch = Branch { id: root, by: None, repeated: false, branches: Vec::new() };
        self.grow(&mut branch, direction, follow, &mut seen, 0);
        branch
    }

    fn grow(
        &self,
        branch: &mut Branch,
        direction: Direction,
        follow: &dyn Fn(&Edge) -> bool,
        seen: &mut BTreeSet<Id>,
        depth: usize,
    ) {
        if depth == DEPTH {
            return;
        }
        let edges: Vec<Edge> = match direction {
            Direction::Above => self.outgoing(branch.id).filter(|edge| follow(edge)).collect(),
            Direction::Below => self.incoming(branch.id).filter(|edge| follow(edge)).collect(),
        };
        for edge in edges {
            let id = if direction == Direction::Above { edge.to } else { edge.from };
            let repeated = !seen.insert(id);
            let mut child = Branch { id, by: Some(edge), repeated, branches: Vec::new() };
            if !repeated {
                self.grow(&mut child, direction, follow, seen, depth + 1);
            }
            branch.branches.push(child);
        }
    }
}
