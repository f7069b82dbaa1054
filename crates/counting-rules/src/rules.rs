//! The rules of this room, one module each.

use rulebook::Rule;

pub mod recording_deadline;

/// All rules of this room.
pub static ALL: &[&Rule] = &[&recording_deadline::RULE];
