//! The rules on counts of an inspection that more than one room reads, one module each.

use rulebook::Rule;

pub mod correct_within_examined;
pub mod declared_total;

/// Every rule, in the order in which they are asked.
pub static ALL: &[&Rule] = &[&correct_within_examined::RULE, &declared_total::RULE];

/// A finding as the case files write it, for tests.
#[cfg(test)]
fn in_words(found: Option<rulebook::Finding>) -> String {
    found.map_or("nothing".to_owned(), |finding| format!("{}: {}", finding.severity, finding.sentence))
}
