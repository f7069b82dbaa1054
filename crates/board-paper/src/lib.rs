//! The results of the rooms and a narrative, composed into a paper whose every number can be traced.
//!
//! Start at [`compose()`]: the files of a folder go in, a [`Paper`] comes out, or every [`Problem`] that stands in its way.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! let mut files = BTreeMap::new();
//! files.insert("paper.toml".to_owned(), br#"
//!     title = "Crime data integrity"
//!     board = "Strategic Policing and Crime Board"
//!     meeting = "2014-07-01"
//!     author = "Deputy Chief Constable"
//!     marking = "OFFICIAL"
//!     rounding = { method = "nearest", places = 1 }
//!     section = [{ id = "audit", heading = "The audit" }]
//!     input = [{ file = "audit/no_crime_decisions.csv", kind = "published", source = "inspection" }]
//! "#.to_vec());
//! files.insert("audit/no_crime_decisions.csv".to_owned(),
//!     b"offence,examined,correct,printed_percent,paragraph\nRape,30,24,80%,13\n".to_vec());
//! files.insert("narrative/audit.md".to_owned(),
//!     b"Of {figure:no-crime-decisions.rape.examined} decisions {figure:no-crime-decisions.rape.rate} were right.\n".to_vec());
//!
//! let paper = board_paper::compose(&files, rulebook::day(2014, 7, 1)).map_err(|problems| problems[0].clone())?;
//! let page = String::from_utf8_lossy(&paper.outputs()?[0].bytes).into_owned();
//! assert!(page.contains("80.0%"));
//! # Ok::<(), board_paper::Problem>(())
//! ```
//!
//! This crate opens no file and knows no clock: `batch` and the commands do.

mod appendix;
mod compose;
mod export;
mod material;
mod narrative;
mod placeholder;
mod problem;
mod rooms;
pub mod rules;
pub mod settings;
mod shelf;

pub use {
    compose::{Output, Paper, compose},
    material::RowCount,
    problem::Problem,
    rooms::{inputs, settings_inputs},
    shelf::Files,
};
