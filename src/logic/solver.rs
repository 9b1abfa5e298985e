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
}
