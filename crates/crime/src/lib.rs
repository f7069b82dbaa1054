//! The nouns of the trade that several rooms share: police forces, events that draw on officers, proceedings, notifiable
//! offences.
//!
//! ```
//! use crime::Force;
//! let force: Force = "West Midlands Police".parse()?;
//! assert_eq!(force.code(), "E23000014");
//! assert_eq!(force.to_string(), "West Midlands");
//! # Ok::<(), crime::UnknownForce>(())
//! ```
//!
//! Nouns and published lists only; no rules live here.

mod event;
mod force;
mod offence;
mod proceeding;

pub use {
    event::{Confidence, EVENTS, Event, EventKind, FirstDay},
    force::{Force, UnknownForce},
    offence::{Against, LIST_YEAR, Listed, Mode, Offence},
    proceeding::{PROCEEDINGS, Proceeding, ProceedingKind},
};
