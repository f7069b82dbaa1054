//! The rules on removing a recorded crime, one module each.

use rulebook::Rule;

pub mod decider_of_nearly_all;
pub mod decider_trained;
pub mod duplicate_in_a_circle;
pub mod duplicate_of_removed_record;
pub mod duplicate_record_live;
pub mod information_additional;
pub mod information_recorded;
pub mod information_verifiable;
pub mod modern_slavery_removal;
pub mod modern_slavery_retention;
pub mod never_enough_alone;
pub mod payment_after_police_contact;
pub mod rape_and_homicide;
pub mod recorded_again;
pub mod removal_after_outcome;
pub mod removal_audit_trail;
pub mod removal_authority;
pub mod removal_duplicate;
pub mod removal_edition_held;
pub mod removal_four_grounds;
pub mod removal_ground;
pub mod removal_independence;
pub mod removal_is_planned;
pub mod removal_named_once;
pub mod removal_near_year_end;
pub mod removal_of_mutilation_report;
pub mod removal_of_reported_rape;
pub mod removal_order;
pub mod removal_recorded_in_error;
pub mod removal_self_defence;
pub mod removal_shows_no_crime;
pub mod removal_transferred;
pub mod removal_transferred_information;
pub mod transfer_in_a_circle;
pub mod victim_told;
pub mod vocabulary_changes;
pub mod withdrawal_under_pressure;

/// Every rule of this room, in the order of their ids.
pub static ALL: &[&Rule] = &[
    &decider_of_nearly_all::RULE,
    &decider_trained::RULE,
    &duplicate_in_a_circle::RULE,
    &duplicate_of_removed_record::RULE,
    &duplicate_record_live::RULE,
    &information_additional::RULE,
    &information_recorded::RULE,
    &information_verifiable::RULE,
    &modern_slavery_removal::RULE,
    &modern_slavery_retention::RULE,
    &never_enough_alone::RULE,
    &payment_after_police_contact::RULE,
    &rape_and_homicide::RULE,
    &recorded_again::RULE,
    &removal_after_outcome::RULE,
    &removal_audit_trail::RULE,
    &removal_authority::RULE,
    &removal_duplicate::RULE,
    &removal_edition_held::RULE,
    &removal_four_grounds::RULE,
    &removal_ground::RULE,
    &removal_independence::RULE,
    &removal_is_planned::RULE,
    &removal_named_once::RULE,
    &removal_near_year_end::RULE,
    &removal_of_mutilation_report::RULE,
    &removal_of_reported_rape::RULE,
    &removal_order::RULE,
    &removal_recorded_in_error::RULE,
    &removal_self_defence::RULE,
    &removal_shows_no_crime::RULE,
    &removal_transferred::RULE,
    &removal_transferred_information::RULE,
    &transfer_in_a_circle::RULE,
    &victim_told::RULE,
    &vocabulary_changes::RULE,
    &withdrawal_under_pressure::RULE,
];
