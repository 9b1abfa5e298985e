//! A decision tree that does not decide.
//!
//! # What it checks
//! Every answer of a decision tree leads to a question of the tree or to `pass`, `fail` or `not-applicable`; no question leads back to itself; every question can be reached from the first one; and at least one way ends in `pass`.
//! # Why
//! Request M/606, Annex II, section 1, paragraphs 2 and 11 (OB-036, OB-086): criteria are objectively verifiable, and the results of evaluation are defined. The form is that of EN 18031.
//! # Bad
//! ```norm
//! decision-tree D-1 "Is the vault shut?" {  //~ unsound-decision-tree
//!   question Q-1 "Is there a door?" { yes Q-2; no not-applicable }
//!   question Q-2 "Is it shut?" { yes Q-1; no fail }  //~ unsound-decision-tree
//!   question Q-3 "Is it locked?" { yes fail; no fail }  //~ unsound-decision-tree
//! }
//! ```
//! # Good
//! ```norm
//! decision-tree D-1 "Is the vault shut?" {
//!   question Q-1 "Is there a door?" { yes Q-2; no not-applicable }
//!   question Q-2 "Is it shut?" { yes pass; no fail }
//! }
//! ```
//! # How to fix
//! Let each answer lead to a question further down or to a verdict.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{
    DecisionTree, Declaration,
    decision_tree::{Question, VERDICTS},
};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unsound-decision-tree", severity: Severity::Error, kinds: &["decision-tree"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, tree) in context.model.all::<DecisionTree<'_>>() {
        let astray = astray(context, tree);
        let reached = reach(context, tree);
        for question in tree.questions.iter().filter(|question| !reached.contains(question.name.text)) {
            if !astray {
                let message = format!("no answer leads to the question `{}`", question.name.text);
                context.report(question.name.span, message, "let an answer lead to it, or take it away");
            }
        }
        hopeless(context, declaration, tree);
    }
}

/// Reports answers that lead nowhere; whether there are any.
fn astray(context: &mut Context<'_, '_>, tree: &DecisionTree<'_>) -> bool {
    let mut any = false;
    for answer in tree.questions.iter().flat_map(answers) {
        let leads = VERDICTS.contains(&answer.text) || tree.questions.iter().any(|it| it.name.text == answer.text);
        if !leads {
            any = true;
            let message = format!("`{}` is neither a question of this tree nor a verdict", answer.text);
            context.report(answer.span, message, "name a question, or write `pass`, `fail` or `not-applicable`");
        }
    }
    any
}

fn answers<'s>(question: &Question<'s>) -> impl Iterator<Item = crate::model::Word<'s>> {
    [question.yes, question.no].into_iter().flatten()
}

/// The questions that can be reached from the first one. Reports an answer that leads back to a question on its own way.
fn reach<'s>(context: &mut Context<'_, 's>, tree: &DecisionTree<'s>) -> BTreeSet<&'s str> {
    let (mut reached, mut done) = (BTreeSet::new(), BTreeSet::new());
    let Some(first) = tree.questions.first() else { return reached };
    // A way is walked by hand: a question is `reached` when it is entered and `done` when all behind it was walked.
    let mut way = vec![(first, answers(first).collect::<Vec<_>>())];
    reached.insert(first.name.text);
    while let Some((at, open)) = way.last_mut() {
        let Some(answer) = open.pop() else {
            done.insert(at.name.text);
            way.pop();
            continue;
        };
        let Some(next) = tree.questions.iter().find(|it| it.name.text == answer.text) else { continue };
        if reached.insert(next.name.text) {
            way.push((next, answers(next).collect()));
        } else if !done.contains(next.name.text) {
            let message = format!("this leads back to `{}`, so that the decision never ends", next.name.text);
            context
                .report(answer.span, message, "let it lead to a question that was not asked yet, or to a verdict")
                .label(next.name.span, "asked before");
        }
    }
    reached
}

fn hopeless(context: &mut Context<'_, '_>, declaration: &Declaration<'_>, tree: &DecisionTree<'_>) {
    if !declaration.loose && !tree.questions.iter().flat_map(answers).any(|answer| answer.text == "pass") {
        let message = format!("no answer in `{}` leads to `pass`", declaration.name);
        context.report(declaration.at, message, "write `pass` where the product has shown what is asked");
    }
}
