//! The rules of the room, one module each.

use rulebook::{Figure, FigureId, Rule, Value};

pub mod agrees_with_reference;
pub mod break_is_whole;
pub mod complete_count_has_no_sampling_interval;
pub mod declared_difference;
pub mod declared_identity;
pub mod differs_by_definition;
pub mod focal_force_in_table;
pub mod force_recognised;
#[cfg(test)]
mod group_case;
pub mod group_dates_agree;
pub mod group_in_force;
pub mod group_names_others;
pub mod group_of_seven;
pub mod no_group_for_city_of_london;
pub mod population_above_nought;
#[cfg(test)]
mod population_case;
pub mod population_plausible;
#[cfg(test)]
mod reference_case;
pub mod values_beside_their_names;

/// Every rule, in the order in which they are asked.
pub static ALL: &[&Rule] = &[
    &force_recognised::RULE,
    &focal_force_in_table::RULE,
    &declared_difference::RULE,
    &complete_count_has_no_sampling_interval::RULE,
    &group_names_others::RULE,
    &group_dates_agree::RULE,
    &group_of_seven::RULE,
    &no_group_for_city_of_london::RULE,
    &group_in_force::RULE,
    &population_above_nought::RULE,
    &population_plausible::RULE,
    &values_beside_their_names::RULE,
    &agrees_with_reference::RULE,
    &differs_by_definition::RULE,
    &declared_identity::RULE,
    &break_is_whole::RULE,
];

/// A count as a figure prints it, with commas between thousands.
fn grouped(count: u64) -> String {
    Figure::new(FigureId::of(&["count"]), "", Value::Count(count)).printed()
}

/// A finding as the case files write it, for tests.
#[cfg(test)]
fn in_words(found: Option<rulebook::Finding>) -> String {
    found.map_or("nothing".to_owned(), |finding| format!("{}: {}", finding.severity, finding.sentence))
}
