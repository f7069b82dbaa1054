//! Where does the change portfolio stand, what clashes, what is missing?
//!
//! Start at [`read`] and [`examine`]; [`rules`] holds one module for each rule, [`FILES`] the tables of a folder.
//!
//! ```
//! use change_programme::{Inputs, examine, read};
//! use table::Source;
//!
//! let phases = "phase,go_live,weekday\nOne,2031-03-03,Monday\nThree,2031-05-05,Monday\n";
//! let inputs =
//!     Inputs { phases: Some(Source::new("change/phases.csv", phases.as_bytes())), ..Inputs::default() };
//! let facts = read(&inputs).expect("a table with a header");
//! let answer = examine(&facts, None, rulebook::day(2031, 4, 1));
//! assert_eq!(
//!     answer.findings[0].to_string(),
//!     "change/phases.csv, line 3, column phase: warning [phase-numbers-without-gap]: phase Two is missing between \
//!      One and Three"
//! );
//! let missing = answer.figures.iter().find(|figure| figure.id.as_str() == "roll-out.missing-phases");
//! assert_eq!(missing.map(|figure| figure.printed()).as_deref(), Some("Two"));
//! ```
//!
//! This crate reads no file, no clock and no environment. Events come from the caller, since other rooms need them too.

mod cells;
mod examine;
#[cfg(test)]
mod examples;
mod facts;
mod figures;
mod folder;
mod organisation;
mod phase_number;
mod portfolio;
mod roll_out;
pub mod rules;
pub mod schedule;
mod settings;

pub use {
    examine::{Answer, Distance, ItemStanding, PhaseStanding, examine},
    facts::{Facts, Inputs, read},
    folder::{FILES, LAYOUTS, SETTINGS},
    organisation::{FUNCTIONS, Function, INSPECTIONS, Inspection, RISKS, Risk},
    phase_number::{PhaseNumber, UnknownPhaseNumber},
    portfolio::{
        ITEM_FACTS, ITEMS, Item, ItemFact, ItemKind, KEY_DATES, KeyDate, Naming, PRIORITIES, Portfolio,
        Priority, UnknownItemKind,
    },
    roll_out::{PHASE_SCOPE, PHASES, Phase, RollOut, Scope, ScopeKind, UNITS, Unit},
    settings::Settings,
};
