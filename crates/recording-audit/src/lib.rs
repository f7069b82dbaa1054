//! Were the crimes recorded that should have been?
//!
//! From the aggregate counts that an inspection gives: start at [`read`] and [`examine`]. A sample of records for auditors to judge
//! is [`sample`], and what they judged is scored by [`score`]. Record by record, what was due against what was recorded, is
//! [`compare`]. The checks are in [`rules`], one module each.
//!
//! ```
//! use recording_audit::{Inputs, examine, read};
//! use rulebook::{Rounding, day};
//! use table::Source;
//!
//! let strata = "stratum,records_examined,crimes_due,crimes_recorded,printed_percent\nOnline reports,40,44,33,75%\n";
//! let inputs = Inputs { strata: Some(Source::new("audit/strata.csv", strata.as_bytes())), ..Inputs::default() };
//! let facts = read(&inputs).map_err(|errors| format!("{errors:?}"))?;
//! let answer = examine(&facts, Rounding::nearest(0), day(2031, 4, 1));
//! let compliance = answer.figures.iter().find(|f| f.id.as_str() == "audit.online-reports.compliance").unwrap();
//! assert_eq!(compliance.printed(), "75%");
//! assert_eq!(compliance.interval_printed().unwrap(), "60.6% to 85.4%");
//! // 44 crimes out of 40 records: the answer says that the interval is too narrow.
//! assert!(answer.findings.iter().any(|f| f.rule.id.0 == "crimes-are-not-trials"));
//! # Ok::<(), String>(())
//! ```
//!
//! This crate reads no file, no clock and no environment.

pub mod compare;
mod examine;
mod figures;
mod improvements;
mod read;
pub mod rules;
pub mod sample;
pub mod score;
mod strata;

pub use {
    examine::{Answer, examine},
    figures::StratumFigures,
    improvements::{IMPROVEMENTS, Improvement, Kind},
    read::{FILES, Facts, Inputs, LAYOUTS, printed_shares, read},
    strata::{STRATA, Stratum},
};
