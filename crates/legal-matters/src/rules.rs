//! The rules of this room, one module each.

use rulebook::Rule;

/// All rules of this room, in the order of their ids.
pub static ALL: &[&Rule] = &[];
