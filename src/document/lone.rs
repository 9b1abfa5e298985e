//! Subclauses without a sibling: a draft has none where normc makes the clauses. What authors divide, rules judge.

use super::block::Clause;

/// Gives a clause of the first level what its only subclause holds, and puts a deeper one in the place of the clause around it.
pub(super) fn without_lone(clauses: &mut [Clause]) {
    for clause in clauses {
        clause.clauses.iter_mut().for_each(take_place);
        if clause.blocks.is_empty()
            && let [only] = clause.clauses.as_mut_slice()
            && only.clauses.is_empty()
            && only.span.is_none()
        {
            clause.blocks = std::mem::take(&mut only.blocks);
            clause.clauses.clear();
        }
    }
}

fn take_place(clause: &mut Clause) {
    clause.clauses.iter_mut().for_each(take_place);
    if clause.blocks.is_empty() && clause.span.is_none() && clause.clauses.len() == 1 {
        let level = clause.level;
        if let Some(only) = clause.clauses.pop() {
            *clause = only;
            raise(clause, level);
        }
    }
}

fn raise(clause: &mut Clause, level: u8) {
    (clause.level, clause.in_contents) = (level, level < 4);
    clause.clauses.iter_mut().for_each(|inner| raise(inner, level + 1));
}
