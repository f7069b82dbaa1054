//! What is asked of a portfolio, a roll-out and an organisation: one module for each rule.

pub mod announced_phases_listed;
pub mod declared_count_borne_out;
pub mod every_unit_in_a_phase;
pub mod go_live_near_event;
pub mod inspection_with_coordinator;
pub mod item_with_owner;
pub mod key_date_item_known;
pub mod phase_named_once;
pub mod phase_numbers_without_gap;
pub mod phase_scope_known;
pub mod phases_in_order;
pub mod priority_with_project;
pub mod risk_with_owner;
pub mod unit_in_one_phase;
pub mod weekday_matches_day;

use rulebook::{Finding, Place, Rule, Severity};
use table::Rows;

/// All rules of this room.
pub static ALL: &[&Rule] = &[
    &announced_phases_listed::RULE,
    &declared_count_borne_out::RULE,
    &every_unit_in_a_phase::RULE,
    &go_live_near_event::RULE,
    &inspection_with_coordinator::RULE,
    &item_with_owner::RULE,
    &key_date_item_known::RULE,
    &phase_named_once::RULE,
    &phase_numbers_without_gap::RULE,
    &phase_scope_known::RULE,
    &phases_in_order::RULE,
    &priority_with_project::RULE,
    &risk_with_owner::RULE,
    &unit_in_one_phase::RULE,
    &weekday_matches_day::RULE,
];

/// What a rule says when rejected rows could hold the answer: neither yes nor no.
fn undecided(rule: &'static Rule, file: &str, question: &str, reason: &str) -> Finding {
    let sentence = format!("{question} cannot be decided: {reason}");
    Finding::new(rule, Severity::Warning, file, Some(Place::file(file)), sentence).with("because", reason)
}

/// What to add where a name is not found in a table that has rejected rows: it may stand on one of them.
fn perhaps_rejected<T>(rows: &Rows<T>) -> String {
    rows.withheld().map(|reason| format!("; it may stand on a rejected row ({reason})")).unwrap_or_default()
}
