//! The table of rules. A rule is a file in its group's folder and its name in the list below; nothing else lists them.

use super::{Page, Rule, page};
use crate::diagnostic::RuleHelp;

/// A rule with its group and its file's text, whose head is the rule's page.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// The group, which is its folder's name.
    pub group: &'static str,
    /// The text of its file.
    source: &'static str,
}

impl Entry {
    /// The rule's page.
    pub fn page(&self) -> Page {
        page(self.source)
    }

    /// What reports say of the rule.
    pub fn help(&self) -> RuleHelp {
        let page = self.page();
        RuleHelp {
            name: self.rule.name,
            severity: self.rule.severity,
            checks: page.section("What it checks").unwrap_or(&page.summary).trim().to_owned(),
            page: page.markdown(),
            summary: page.summary,
        }
    }
}

macro_rules! rules {
    ($($group:ident { $($name:ident)* })*) => {
        $(mod $group { $(pub(super) mod $name;)* })*

        /// Every rule, by group and in the order of the book.
        pub const RULES: &[Entry] = &[
            $($(Entry {
                rule: &$group::$name::RULE,
                group: stringify!($group),
                source: include_str!(concat!(stringify!($group), "/", stringify!($name), ".rs")),
            },)*)*
        ];

        #[cfg(test)]
        const FILES: &[&str] = &[$($(stringify!($name),)*)*];
    };
}

rules! {
    language {
        syntax_error
        unknown_keyword
        misplaced_keyword
        missing_property
        repeated_property
        wrong_argument
        missing_header
        second_header
        duplicate_name
        confusable_name
        unknown_name
        wrong_kind
        unknown_value
        unknown_package
        package_not_in_use
        circular_use
        circular_extends
        circular_refines
        unknown_parameter
        unused_declaration
        unknown_rule
        idle_allow
    }
    trace {
        uncovered_threat
        idle_objective
        unrealised_objective
        ungrounded_objective
        unserved_requirement
        untraced_requirement
        unupheld_assumption
        long_objective
    }
    assessment {
        unassessed_requirement
        incomplete_assessment
        late_assessment
        unassessed_module
    }
    coverage {
        uncovered_essential
        covered_and_omitted
        missing_reason
        unqualified_partial_cover
        unachieved_essential
        unmet_dependency
    }
    inheritance {
        unaddressed_horizontal
        contradictory_inheritance
        unjustified_requirement
        not_extended
        idle_inheritance
        weaker_refinement
        narrower_condition
        lost_coverage
        lost_assessment
        wider_parameter
        empty_parameter
        forbidden_default
        wrong_measure
        stale_inheritance
        extended_version
        foreign_editorial
    }
    risk {
        unsound_matrix
        unset_factor
        unrated_threat
        unacceptable_risk
        idle_reduction
        weaker_use_case
    }
    scope {
        unanswered_item
        item_role
        missing_category
        missing_use_case
        unlevelled_use_case
        missing_risk_method
        untargeted_asset
        missing_level
        unused_level
        missing_guidance
        deadline_passed
        unbounded_scope
        always_applicable
        unconsidered_remote_processing
        missing_foreseeable_use
        idle_use_case
        narrowed_vulnerability_handling
        lone_broad_vertical
        overlapping_scope
    }
    contents {
        missing_element
        unstated_basis
        unexplained_threat
        missing_problem_guidance
        missing_direct_use_guidance
        unconsidered_phase
        unconsidered_safety
        unconsidered_state_of_the_art
        unconsidered_union_law
        unused_radio_work
        missing_secure_development
        framework_phase
        missing_deliverable_contents
        unfounded_risk_method
    }
    evaluation {
        missing_evaluation_concept
        missing_composition_concept
        unprepared_assessment
        unsound_decision_tree
        missing_assurance
        falling_assurance
        unrelated_certification
        unaddressed_guidance
    }
    horizontal {
        unset_parameter
        rigid_horizontal
        missing_handling_element
    }
    structure {
        foreword_content
        subclause_in_scope
        subclause_in_references
        hanging_paragraph
        lone_subclause
        heading_in_text
        empty_clause
        document_type_in_title
        revision_order
        reused_number
        unfixed_number
    }
    references {
        undated_normative_reference
        draft_normative_reference
        bare_reference
        unlisted_publisher
        superseded_edition
        wrong_reference_status
        see_normative
        clause_of_undated_reference
        reference_entry
        duplicate_reference
    }
    terms {
        leading_article
        definition_full_stop
        second_definition
        legal_term
        unused_term
        undefined_term
        unused_abbreviation
        undefined_abbreviation
    }
    typography {
        uncited_element
        caption_full_stop
        table_in_text
        uneven_table
        typed_note
        list_depth
        list_introduction
        list_punctuation
        second_ordered_list
        unit_spacing
        decimal_sign
        digit_grouping
        minus_sign
        cross_reference_wording
        unread_formula
        loose_footnote
    }
    programme {
        missing_notification
        missing_organisation
        unplanned_item
        foreign_body
        idle_work_item
        differing_deliverable
        missing_supporting_work
        missing_milestone
        milestone_order
        late_milestone
        missing_participation
        late_programme
        unreported_amendment
        missing_plan
        missing_coordination
        unguarded_parallel_work
        missing_report
        report_interval
        overdue_report
        thin_report
        foreign_lead
        undeclared_interests
        open_circle
        missing_titles
    }
    harmonised {
        unmapped_requirement
        process_in_vertical
    }
    review {
        missing_review
        outdated_review
        future_review
        failed_review
        unbound_review
        needless_review
    }
    comments {
        repeated_comment
        unreasoned_resolution
        stray_comment
    }
    wording {
        wrong_verb
        forbidden_must
        unfounded_must
        misplaced_shall
        misplaced_recommendation
        equivalent_verb
        mixed_verbs
        compound_requirement
        vague_predicate
        escape_clause
        avoided_word
        ambiguous_word
        self_reference
        wrong_subject
        open_editors_note
        unfinished_text
    }
    outline {
        outline_setting
        outline_gap
        outline_element
        outline_repetition
        outline_placeholder
        outline_reference
        outline_number
    }
}

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Entry> {
    RULES.iter().find(|entry| entry.rule.name == name)
}

#[cfg(test)]
mod tests {
    use super::{FILES, RULES};

    #[test]
    fn a_rule_is_called_like_its_file() {
        for (entry, file) in RULES.iter().zip(FILES) {
            assert_eq!(entry.rule.name, file.replace('_', "-"));
        }
    }
}
