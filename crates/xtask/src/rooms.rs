//! The rules of every room of the house.

use rulebook::Rule;

/// Every rule, with the folder of its crate: those of the rooms that a paper asks, and of the others.
#[must_use]
pub fn rules() -> Vec<(&'static str, &'static Rule)> {
    let mut rules = board_paper::rules::of_all_rooms();
    rules.extend(counting_rules::rules::ALL.iter().map(|rule| ("counting-rules", *rule)));
    rules
}
