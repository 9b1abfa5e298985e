//! The SAT solver behind one door: nothing else names its crate.

use batsat::{BasicSolver, Lit, SolverInterface, lbool};

/// A variable or its negation.
pub(super) type Literal = Lit;

/// Clauses that hold together.
#[derive(Default)]
pub(super) struct Clauses {
    solver: BasicSolver,
}

impl Clauses {
    /// A new variable.
    pub(super) fn literal(&mut self) -> Literal {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// Adds: one of these holds.
    pub(super) fn add(&mut self, clause: &[Literal]) {
        self.solver.add_clause_reuse(&mut clause.to_vec());
    }

    /// Whether all clauses and all assumptions can hold together.
    pub(super) fn satisfiable(&mut self, assumed: &[Literal]) -> bool {
        self.solver.is_ok() && self.solver.solve_limited(assumed) == lbool::TRUE
    }

    /// Whether a literal is true in the way to meet all clauses that the last question found.
    pub(super) fn found(&self, literal: Literal) -> bool {
        SolverInterface::value_lit(&self.solver, literal) == lbool::TRUE
    }

    /// A literal that is true exactly where one of the parts is (Tseitin's encoding).
    pub(super) fn either(&mut self, parts: &[Literal]) -> Literal {
        let whole = self.literal();
        for part in parts {
            self.add(&[!*part, whole]);
        }
        let mut clause = parts.to_vec();
        clause.push(!whole);
        self.add(&clause);
        whole
    }

    /// One literal a number from 1 to `most`: it is true where at least so many of the parts are (a sequential counter).
    pub(super) fn at_least(&mut self, parts: &[Literal], most: usize) -> Vec<Literal> {
        let mut before: Vec<Literal> = Vec::new();
        for part in parts {
            let width = most.min(before.len() + 1);
            let counts: Vec<_> = (0..width).map(|_| self.literal()).collect();
            for (at, count) in counts.iter().enumerate() {
                if let Some(same) = before.get(at) {
                    self.add(&[!*same, *count]);
                }
                match at.checked_sub(1) {
                    None => self.add(&[!*part, *count]),
                    Some(less) => self.add(&[!*part, !before[less], *count]),
                }
            }
            before = counts;
        }
        before
    }
}
