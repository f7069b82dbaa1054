//! Numerical methods that know no policing, one a file.
//!
//! Of a share of a simple random sample:
//!
//! * [`IntervalMethod`] and [`Confidence`]: its interval, by [`wilson()`], [`clopper_pearson`], [`jeffreys()`] or
//!   [`agresti_coull`];
//! * [`attribute_sample_size`] and [`attribute_upper_limit`]: whether a rate of errors is below so much;
//!
//! Of tables:
//!
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

mod agresti_coull;
mod attribute;
mod beta;
mod binomial;
mod clopper_pearson;
mod confidence;
mod convention;
mod count;
mod hypergeometric;
mod interval_method;
mod jeffreys;
mod list;
mod normal;
mod poisson;
#[cfg(test)]
mod reference;
mod stirling;
mod suppression;
mod wilson;

pub use {
    agresti_coull::agresti_coull,
    attribute::{
        AttributeError, AttributeMethod, NoSuchAttributeMethod, attribute_sample_size, attribute_upper_limit,
    },
    clopper_pearson::clopper_pearson,
    confidence::{Confidence, ConfidenceError, Level},
    convention::{Contradiction, Fit, PrintedShare, best, fits},
    interval_method::{IntervalMethod, Limits, NoSuchMethod},
    jeffreys::jeffreys,
    list::{SuppressedList, suppress_list},
    suppression::{Suppressed, SuppressionError, suppress},
    wilson::{wilson, wilson_effective, wilson_interval},
};
