//! Numerical methods that know no policing, one a file.
//!
//! * [`wilson()`] and [`wilson_interval`]: how far a share of a random sample may be from the share of the whole;
//! * [`fits`] and [`best`]: which rounding convention printed a table of percentages;
//! * [`suppress`] and [`suppress_list`]: which counts of a table to leave out so that no small one can be worked out.
//!
//! ```
//! use statistics::{Confidence, wilson};
//! let limits = wilson(24, 30, Confidence::NinetyFive).ok_or("no trials")?;
//! assert_eq!(format!("{:.3} to {:.3}", limits.low, limits.high), "0.627 to 0.905");
//! # Ok::<(), &str>(())
//! ```
//!
//! This crate reads no file, no clock and no environment.

mod convention;
mod list;
mod suppression;
mod wilson;

pub use {
    convention::{Contradiction, Fit, PrintedShare, best, fits},
    list::{SuppressedList, suppress_list},
    suppression::{Suppressed, SuppressionError, suppress},
    wilson::{Confidence, Limits, wilson, wilson_interval},
};
