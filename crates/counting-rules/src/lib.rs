//! Should it be recorded, as what, how many, where, by when?
//!
//! [`decide`] takes the facts of one report (a [`crime::Incident`]) and says what follows: crimes to record, what is registered
//! instead, what must not be recorded, and what cannot be decided for want of which fact. Under [`rules`] stands one module for each
//! published rule.
//!
//! ```
//! use counting_rules::{Rulings, Working, decide};
//!
//! let incident: crime::Incident = serde_json::from_str(
//!     r#"{ "id": "R1", "received": "2026-05-01T14:30:00", "acts": [{ "id": "a1", "what": { "given": { "subcode": "033/00" } } }] }"#,
//! )?;
//! let decision = decide(&incident, &Rulings::default(), Working::Left);
//! assert_eq!(decision.undecided[0].fact, "setting");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! This crate reads no file, no clock and no environment, and keeps no state. It does not decide whether a record may be removed;
//! that is another room's question.

mod account;
mod answers;
mod ask;
mod changes;
mod classification;
mod counting;
mod decide;
pub mod edition;
pub mod export;
pub mod flags;
pub mod matter;
pub mod offences;
pub mod outcome;
mod reading;
pub mod recording;
pub mod rules;
mod ruling;
pub mod schema;
pub mod verdict;

#[cfg(test)]
mod cases;

use decide::governing_day;
pub use {
    account::{account, rule},
    answers::Answers,
    ask::{Ask, Missing, Working},
    changes::{Change, How, changes},
    decide::{about, decide},
    reading::{FactRow, Fault, crime_from_json, from_json, from_rows, path},
    ruling::{QUESTIONS, Ruling, Rulings},
};
