//! The rules of the room, one module each.

use rulebook::Rule;

pub mod complete_count_has_no_sampling_interval;
pub mod declared_difference;
pub mod focal_force_in_table;
pub mod force_recognised;

/// Every rule, in the order in which they are asked.
pub static ALL: &[&Rule] = &[
    &force_recognised::RULE,
    &focal_force_in_table::RULE,
    &declared_difference::RULE,
    &complete_count_has_no_sampling_interval::RULE,
];

/// A finding as the case files write it, for tests.
#[cfg(test)]
fn in_words(found: Option<rulebook::Finding>) -> String {
    found.map_or("nothing".to_owned(), |finding| format!("{}: {}", finding.severity, finding.sentence))
}
