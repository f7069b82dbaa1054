//! By which day, under which provision, at what exposure: the legal matters of a force.
//!
//! Start at [`rules`]: one module for each rule.

pub mod rules;
