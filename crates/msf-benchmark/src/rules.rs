//! The rules of the room, one module each.

use rulebook::{Figure, FigureId, Rule, Value};

pub mod agrees_with_reference;
pub mod area_recognised;
pub mod break_is_whole;
pub mod cell_once;
pub mod class_continues;
pub mod code_and_name_agree;
pub mod complete_count_has_no_sampling_interval;
pub mod count_not_negative;
pub mod declared_difference;
pub mod declared_identity;
pub mod differs_by_definition;
pub mod focal_force_in_table;
pub mod footnoted_name;
pub mod force_in_every_period;
pub mod force_recognised;
#[cfg(test)]
mod group_case;
pub mod group_dates_agree;
pub mod group_in_force;
pub mod group_names_others;
pub mod group_of_seven;
pub mod no_group_for_city_of_london;
pub mod nought_without_sign;
pub mod percent_scale;
pub mod period_end;
pub mod population_above_nought;
#[cfg(test)]
mod population_case;
pub mod population_plausible;
pub mod published_sum;
#[cfg(test)]
mod reference_case;
pub mod releases_disagree;
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
    &area_recognised::RULE,
    &code_and_name_agree::RULE,
    &footnoted_name::RULE,
    &nought_without_sign::RULE,
    &period_end::RULE,
    &force_in_every_period::RULE,
    &class_continues::RULE,
    &cell_once::RULE,
    &count_not_negative::RULE,
    &percent_scale::RULE,
    &published_sum::RULE,
    &releases_disagree::RULE,
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

/// What `rule` finds in an official table, for tests.
#[cfg(test)]
fn found_in(rule: &Rule, text: &str) -> Vec<String> {
    let read = crate::read_official(table::Source::new("table.csv", text.as_bytes())).unwrap();
    for table in &read {
        assert_eq!(table.rows.read, table.rows.answered + table.rows.rejected);
    }
    let findings = read.iter().flat_map(|table| &table.findings);
    let of_rule = findings.filter(|finding| finding.rule.id == rule.id);
    let place =
        |finding: &rulebook::Finding| finding.place.as_ref().map_or_else(String::new, ToString::to_string);
    of_rule.map(|finding| format!("{}: {}: {}", place(finding), finding.severity, finding.sentence)).collect()
}
