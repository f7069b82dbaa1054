//! The rules on removing a recorded crime, one module each.

use rulebook::Rule;

pub mod never_enough_alone;
pub mod removal_authority;
pub mod removal_edition_held;

/// Every rule of this room, in the order of their ids.
pub static ALL: &[&Rule] =
    &[&never_enough_alone::RULE, &removal_authority::RULE, &removal_edition_held::RULE];
