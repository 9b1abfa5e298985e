//! The drafting rules: each is enforced by rules that there are, by the construction of drafts, which the tests below prove, or says why not.

use std::collections::BTreeSet;

use normc::check::{DraftingRule, drafting_rules, rules};

/// How many drafting rules there are of each sort.
const SORTS: &[(&str, usize)] = &[("S", 20), ("V", 13), ("R", 12), ("T", 9), ("N", 11), ("H", 9), ("M", 10), ("F", 4)];

fn table() -> Vec<DraftingRule> {
    drafting_rules().unwrap()
}

#[test]
fn the_table_has_every_drafting_rule_in_order() {
    let expected: Vec<_> =
        SORTS.iter().flat_map(|(sort, count)| (1..=*count).map(move |number| format!("{sort}-{number:02}"))).collect();
    let found: Vec<_> = table().into_iter().map(|rule| rule.id).collect();
    assert_eq!(found.len(), 88);
    assert_eq!(found, expected);
}

#[test]
fn every_drafting_rule_is_enforced_or_says_why_not() {
    let tests = include_str!("drafting.rs");
    for rule in table() {
        let DraftingRule { id, rules: names, construction, later, clause, about, .. } = &rule;
        assert!(!clause.is_empty() && !about.is_empty() && !about.ends_with('.'), "{id}");
        let enforced = !names.is_empty() || !construction.is_empty();
        assert_ne!(enforced, later.is_some(), "{id} is enforced, or says why not, and not both");
        for name in names {
            assert!(rules::rule(name).is_some(), "{id} names `{name}`, which is no rule");
        }
        for test in construction {
            assert!(
                tests.contains(&format!("\nfn {test}()")),
                "{id} names `{test}`, which is no test of tests/drafting.rs"
            );
        }
    }
}

#[test]
fn a_rule_is_named_once_in_a_row() {
    for rule in table() {
        let once: BTreeSet<_> = rule.rules.iter().chain(&rule.construction).collect();
        assert_eq!(once.len(), rule.rules.len() + rule.construction.len(), "{}", rule.id);
    }
}
