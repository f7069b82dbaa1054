//! What was due against what was recorded, both ways, record by record.
//!
//! Two tables go in: the crimes that are due ([`DUE`], from a decision or an auditor) and the crimes recorded ([`RECORDED`]). [`merge()`]
//! walks both in the order of their incidents, and [`Judge`] matches the crimes of one incident as an assignment: never first come,
//! first served. What is left over of one incident and might belong to another goes to [`settle`].
//!
//! ```
//! use recording_audit::compare::{DUE, Judge, Kind, RECORDED, Settings, Span, merge};
//! use table::extract::{Records, Shape};
//!
//! let due = "incident,class,victims\nI1,8N,v1\nI2,8N,v2\n";
//! let recorded = "crime,incident,class,victims\nC1,I1,8N,v1\nC2,I2,105A,v2\n";
//! let shape = |layout, file, text: &str| Shape::of(layout, file, text.as_bytes()).map_err(|error| error.to_string());
//! let settings = Settings::new(rulebook::day(2026, 6, 1), &["due.csv"], "crimes.csv");
//! let mut due = [Records::new(shape(&DUE, "due.csv", due)?, due.as_bytes(), 0)];
//! let mut recorded = Records::new(shape(&RECORDED, "crimes.csv", recorded)?, recorded.as_bytes(), 1);
//!
//! let mut judge = Judge::new(&settings);
//! let mut found = Vec::new();
//! merge(&mut due, &mut recorded, &Span::default(), &mut judge, |findings, _left| {
//!     found.extend(findings.drain(..).map(|finding| finding.to_string()));
//!     Ok(())
//! })
//! .map_err(|error| error.to_string())?;
//! assert_eq!(judge.tally.total(Kind::RecordedAsDue), 1);
//! assert_eq!(
//!     found,
//!     ["crimes.csv, line 3, column class: warning [recorded-as-due]: C2 is recorded as 105A; due of I2 is 8N"]
//! );
//! # Ok::<(), String>(())
//! ```

pub(crate) use {
    confusion::{TELLING, by_group},
    pairing::MOST as MOST_OF_A_REPORT,
    tally::LATENESS,
};

mod assignment;
pub(crate) mod classes;
mod confusion;
pub(crate) mod distance;
mod figures;
mod found;
mod judge;
mod kind;
mod lateness;
pub(crate) mod layouts;
mod leftover;
mod merge;
mod order;
mod pairing;
mod rates;
pub(crate) mod rows;
mod settings;
mod tables;
mod taken;
mod tally;

#[cfg(test)]
pub(crate) mod cases;

pub use {
    confusion::{ClassPair, Confusion, GroupPair, confusion},
    figures::{Shown, figures},
    found::{Found, findings_by_rule},
    judge::{Judge, Left, Side},
    kind::Kind,
    layouts::{DUE, RECORDED, due, recorded},
    leftover::{key_of, settle},
    merge::{MergeError, Source, Span, merge},
    rates::{Rate, rates},
    settings::Settings,
    tables::summary_tables,
    taken::rows_taken,
    tally::{Dimension, Tally},
};
