//! The rules of this room, one module each.

use rulebook::Rule;

pub mod claims_reconcile;
pub mod commencement_as_announced;
pub mod commencement_of_the_2014_act;
pub mod contribution_known;
pub mod matter_known;
pub mod matter_with_next_step;
pub mod one_claim_one_liability;
pub mod shares_sum_to_the_pool;
pub mod tribunal_time_limit;

/// All rules of this room, in the order of their ids.
pub static ALL: &[&Rule] = &[
    &claims_reconcile::RULE,
    &commencement_as_announced::RULE,
    &commencement_of_the_2014_act::RULE,
    &contribution_known::RULE,
    &matter_known::RULE,
    &matter_with_next_step::RULE,
    &one_claim_one_liability::RULE,
    &shares_sum_to_the_pool::RULE,
    &tribunal_time_limit::RULE,
];
