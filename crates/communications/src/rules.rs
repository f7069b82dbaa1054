//! The rules of this room, one module each.

use rulebook::Rule;

pub mod agreement_review_not_past;
pub mod agreement_with_owner;
pub mod agreement_with_review_date;
pub mod desk_known;
pub mod message_in_pre_election_period;
pub mod message_matter_known;
pub mod message_touches_active_proceeding;
pub mod planned_message_dated;

/// All rules of this room.
pub static ALL: &[&Rule] = &[
    &message_in_pre_election_period::RULE,
    &message_touches_active_proceeding::RULE,
    &message_matter_known::RULE,
    &planned_message_dated::RULE,
    &desk_known::RULE,
    &agreement_with_review_date::RULE,
    &agreement_review_not_past::RULE,
    &agreement_with_owner::RULE,
];
