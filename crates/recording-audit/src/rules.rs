//! The rules of the room, one module each.

use rulebook::Rule;

pub mod action_with_due_day;
pub mod action_with_owner;
pub mod correct_within_examined;
pub mod crimes_are_not_trials;
pub mod declared_total;
pub mod recorded_within_due;
pub mod sample_is_not_random;

/// Every rule, in the order in which they are asked.
pub static ALL: &[&Rule] = &[
    &recorded_within_due::RULE,
    &correct_within_examined::RULE,
    &sample_is_not_random::RULE,
    &crimes_are_not_trials::RULE,
    &declared_total::RULE,
    &action_with_owner::RULE,
    &action_with_due_day::RULE,
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
