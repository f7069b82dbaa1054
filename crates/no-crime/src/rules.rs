//! The rules on removing a recorded crime, one module each.

use rulebook::Rule;

pub mod decider_trained;
pub mod never_enough_alone;
pub mod rape_and_homicide;
pub mod removal_after_outcome;
pub mod removal_audit_trail;
pub mod removal_authority;
pub mod removal_edition_held;
pub mod removal_independence;
pub mod removal_is_planned;
pub mod removal_near_year_end;
pub mod removal_of_mutilation_report;
pub mod removal_of_reported_rape;
pub mod removal_order;
pub mod victim_told;
pub mod withdrawal_under_pressure;

/// Every rule of this room, in the order of their ids.
pub static ALL: &[&Rule] = &[
    &decider_trained::RULE,
    &never_enough_alone::RULE,
    &rape_and_homicide::RULE,
    &removal_after_outcome::RULE,
    &removal_audit_trail::RULE,
    &removal_authority::RULE,
    &removal_edition_held::RULE,
    &removal_independence::RULE,
    &removal_is_planned::RULE,
    &removal_near_year_end::RULE,
    &removal_of_mutilation_report::RULE,
    &removal_of_reported_rape::RULE,
    &removal_order::RULE,
    &victim_told::RULE,
    &withdrawal_under_pressure::RULE,
];
