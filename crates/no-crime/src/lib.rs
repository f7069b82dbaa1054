//! May this recorded crime be removed? ("No crime" once; cancelled or transferred since.)
//!
//! Start at [`judge`]: it asks every rule of [`rules`] that concerns the ground of a removal, and answers with a [`Judgement`]: it stands,
//! it does not stand, it cannot be told for want of a fact, or no edition is held for its day.
//!
//! ```
//! use crime::removal::Removal;
//! use no_crime::{Verdict, judge};
//! use rulebook::day;
//!
//! let removal: Removal = serde_json::from_str(
//!     r#"{"record": "20/0417", "class": "8N", "subcode": "008/06", "ground": "C2", "recorded": "2026-05-01T16:00",
//!         "removed": "2026-06-02T09:00", "rests_on": ["victim-untraceable"]}"#,
//! )?;
//! let judgement = judge(&removal, day(2026, 6, 30));
//! assert_eq!(judgement.verdict, Verdict::DoesNotStand);
//! assert!(judgement.broken().any(|step| step.rule.id.0 == "never-enough-alone"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! A records system asks the same before a removal is saved: [`Judgement::mends`] says what would have to be added.
//!
//! Decisions of which only counts are known, as an inspection gives them, are examined by [`decisions`].
//!
//! This crate reads no file, no clock and no environment. It does not decide whether a crime should have been recorded; that is another
//! crate's question.

mod account;
pub mod across;
mod answer;
#[cfg(test)]
mod cases;
pub mod decisions;
mod edition;
mod information;
mod judge;
mod judgement;
mod offences;
#[cfg(test)]
mod properties;
pub mod rows;
pub mod rules;
pub mod tally;

/// The example of the README, so that it is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

pub use {
    account::account,
    answer::{Answer, Mover, Objection},
    judge::judge,
    judgement::{Judgement, Step, Verdict},
};
