//! The rules of the room, one module each.

use crime::rules::correct_within_examined;
use rulebook::Rule;

pub mod action_with_due_day;
pub mod action_with_owner;
pub mod case_judged;
pub mod case_replaced;
pub mod class_of_what_is_recorded;
pub mod crime_number_once;
pub mod crimes_are_not_trials;
pub mod disagreement_moderated;
pub mod due_crime_cancelled;
pub mod due_crime_recorded;
pub mod examined_within_population;
pub mod frame_record_named;
pub mod frame_record_once;
pub mod frame_stratum_supplied;
pub mod frame_within_period;
pub mod incident_can_be_matched;
pub mod judged_once;
pub mod judgement_of_the_sample;
pub mod moderation_with_reason;
pub mod moment_has_passed;
pub mod nothing_due_stands_alone;
pub mod outcome_allowed;
pub mod part_of_recorded;
pub mod reclassification_with_approver;
pub mod reclassified_more_than_others;
pub mod recorded_after_received;
pub mod recorded_as_due;
pub mod recorded_crime_due;
pub mod recorded_crime_with_incident;
pub mod recorded_in_time;
pub mod recorded_once;
pub mod recorded_under_its_own_incident;
pub mod recorded_within_due;
pub mod replacement_with_reason;
pub mod sample_is_not_random;
pub mod sample_redrawn;
pub mod sheet_of_this_sample;
pub mod stratum_of_its_own;
pub mod transfer_with_receiver;

/// Every rule, in the order in which they are asked.
pub static ALL: &[&Rule] = &[
    &recorded_within_due::RULE,
    &sample_is_not_random::RULE,
    &crimes_are_not_trials::RULE,
    &action_with_owner::RULE,
    &action_with_due_day::RULE,
    &due_crime_recorded::RULE,
    &recorded_as_due::RULE,
    &recorded_in_time::RULE,
    &recorded_crime_due::RULE,
    &recorded_once::RULE,
    &recorded_crime_with_incident::RULE,
    &recorded_under_its_own_incident::RULE,
    &transfer_with_receiver::RULE,
    &due_crime_cancelled::RULE,
    &reclassification_with_approver::RULE,
    &reclassified_more_than_others::RULE,
    &outcome_allowed::RULE,
    &incident_can_be_matched::RULE,
    &crime_number_once::RULE,
    &frame_record_named::RULE,
    &frame_record_once::RULE,
    &frame_within_period::RULE,
    &frame_stratum_supplied::RULE,
    &sample_redrawn::RULE,
    &replacement_with_reason::RULE,
    &stratum_of_its_own::RULE,
    &part_of_recorded::RULE,
    &examined_within_population::RULE,
    &judgement_of_the_sample::RULE,
    &sheet_of_this_sample::RULE,
    &judged_once::RULE,
    &nothing_due_stands_alone::RULE,
    &class_of_what_is_recorded::RULE,
    &recorded_after_received::RULE,
    &moment_has_passed::RULE,
    &case_judged::RULE,
    &case_replaced::RULE,
    &disagreement_moderated::RULE,
    &moderation_with_reason::RULE,
];

/// The rules that drawing a sample asks.
pub static OF_SAMPLING: &[&Rule] = &[
    &frame_record_named::RULE,
    &frame_record_once::RULE,
    &frame_within_period::RULE,
    &frame_stratum_supplied::RULE,
    &sample_redrawn::RULE,
    &replacement_with_reason::RULE,
];

/// The rules that scoring an audit asks.
pub static OF_SCORE: &[&Rule] = &[
    &judgement_of_the_sample::RULE,
    &sheet_of_this_sample::RULE,
    &judged_once::RULE,
    &nothing_due_stands_alone::RULE,
    &class_of_what_is_recorded::RULE,
    &recorded_after_received::RULE,
    &moment_has_passed::RULE,
    &case_judged::RULE,
    &case_replaced::RULE,
    &disagreement_moderated::RULE,
    &moderation_with_reason::RULE,
    &stratum_of_its_own::RULE,
    &recorded_within_due::RULE,
    &part_of_recorded::RULE,
    &examined_within_population::RULE,
    &correct_within_examined::RULE,
    &sample_is_not_random::RULE,
    &crimes_are_not_trials::RULE,
];

/// The rules that a comparison asks.
pub static OF_COMPARISON: &[&Rule] = &[
    &due_crime_recorded::RULE,
    &recorded_as_due::RULE,
    &recorded_in_time::RULE,
    &recorded_crime_due::RULE,
    &recorded_once::RULE,
    &recorded_crime_with_incident::RULE,
    &recorded_under_its_own_incident::RULE,
    &transfer_with_receiver::RULE,
    &due_crime_cancelled::RULE,
    &reclassification_with_approver::RULE,
    &reclassified_more_than_others::RULE,
    &outcome_allowed::RULE,
    &incident_can_be_matched::RULE,
    &crime_number_once::RULE,
    &table::rules::waiver_in_date::RULE,
];

/// A finding as the case files write it, for tests.
#[cfg(test)]
fn in_words(found: Option<rulebook::Finding>) -> String {
    found.map_or("nothing".to_owned(), |finding| format!("{}: {}", finding.severity, finding.sentence))
}

/// A row as if it stood on line 2 of a table, for tests.
#[cfg(test)]
fn row<T: Clone>(value: &T) -> table::Row<T> {
    table::Row { place: rulebook::Place::row("table.csv", 2), value: value.clone() }
}
