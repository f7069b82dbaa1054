//! Chores of the workspace: the pages that are made from the rules, and the checks that CI runs.
//!
//! `cargo xtask` lists them. This is no library for others; the house tests ask it whether pages are stale.

pub mod bench;
pub mod bench_compare;
pub mod bench_decide;
pub mod bench_draw;
pub mod bench_forces;
pub mod bench_removals;
pub mod checks;
pub mod coverage;
pub mod forces_example;
pub mod invented_plans;
pub mod mutants;
pub mod new_rule;
pub mod pages;
pub mod published;
pub mod rooms;
pub mod studies;
pub mod synthetic_removals;
pub mod taskjuggler;
mod timed;
