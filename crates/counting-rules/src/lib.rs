//! Should it be recorded, as what, how many, where, by when?
//!
//! Start at [`rules`]: one module for each published rule. So far one is here: by when a crime must be recorded.
//!
//! ```
//! use counting_rules::rules::recording_deadline::deadline;
//! use chrono::NaiveDate;
//!
//! let received = NaiveDate::from_ymd_opt(2026, 5, 1).and_then(|day| day.and_hms_opt(14, 30, 0)).ok_or("no such time")?;
//! let deadline = deadline(received).map_err(|_| "no edition held")?;
//! assert_eq!(deadline.safe().to_string(), "2026-05-02 14:30:00");
//! # Ok::<(), &str>(())
//! ```
//!
//! This crate reads no file, no clock and no environment. It does not decide whether a record may be removed; that is
//! another room's question.

pub mod rules;
