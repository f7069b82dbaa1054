//! Attribute sampling: is the error rate below so much?

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive as _};

use crate::{
    Confidence,
    beta::{Fraction, upper_quantile},
    binomial,
    count::{ceil, float},
    hypergeometric::Hypergeometric,
    poisson::reliability_factor,
};

/// How chances are reckoned in attribute sampling. The three differ by a few records, so whoever prints a number says which.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributeMethod {
    /// The exact binomial distribution: a sample of a very large whole.
    #[default]
    Binomial,
    /// The exact hypergeometric distribution: a sample without replacement of so many records.
    Hypergeometric,
    /// The reliability factors of auditors, which are means of a Poisson distribution; a little more than exact.
    ReliabilityFactor,
}

/// A name that is no method of attribute sampling.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no method of attribute sampling: `binomial`, `hypergeometric` or `reliability factor`")]
pub struct NoSuchAttributeMethod {
    /// The text read.
    pub text: String,
}

/// Why there is no sample size or limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttributeError {
    /// The tolerable rate is not above 0 and below 1.
    #[error("the tolerable rate is {rate}, which is not above 0 and below 1")]
    NoRate {
        /// The rate.
        rate: Decimal,
    },
    /// More errors are accepted than a whole at the tolerable rate holds, so that no sample could find too many.
    #[error("{accepted} errors are accepted, and {population} records at the tolerable rate hold {errors}")]
    AlwaysAccepted {
        /// How many errors are accepted.
        accepted: u64,
        /// How many records there are.
        population: u64,
        /// How many errors they hold at the tolerable rate.
        errors: u64,
    },
    /// More than a thousand million records would be needed.
    #[error("more than 1,000,000,000 records would be needed")]
    TooMany,
    /// A sample of none, one larger than the whole, or with more errors than records.
    #[error("{found} errors in {sampled} of {population} records cannot be")]
    NoSample {
        /// Errors found.
        found: u64,
        /// Records sampled.
        sampled: u64,
        /// Records there are.
        population: u64,
    },
}

const MOST: u64 = 1_000_000_000;

/// The smallest sample that, with no more than `accepted` errors in it, shows with one-sided `confidence` that the rate of
/// errors is below `tolerable`.
///
/// `population` is used by [`AttributeMethod::Hypergeometric`] only, for which the rate is below the tolerable one if there
/// are fewer errors than the smallest whole number at or above `tolerable` times `population`.
///
/// # Errors
///
/// [`AttributeError`] for a rate that is none, or if no sample does.
///
/// ```
/// use statistics::{AttributeMethod, Confidence, attribute_sample_size};
/// let five_percent = "0.05".parse()?;
/// let size = |method, accepted| attribute_sample_size(method, five_percent, accepted, 1_000, Confidence::NinetyFive);
/// assert_eq!(size(AttributeMethod::Binomial, 0)?, 59);
/// assert_eq!(size(AttributeMethod::ReliabilityFactor, 0)?, 60);
/// assert_eq!((size(AttributeMethod::Binomial, 1)?, size(AttributeMethod::ReliabilityFactor, 1)?), (93, 95));
/// assert_eq!(size(AttributeMethod::Hypergeometric, 0)?, 57);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn attribute_sample_size(
    method: AttributeMethod,
    tolerable: Decimal,
    accepted: u64,
    population: u64,
    confidence: Confidence,
) -> Result<u64, AttributeError> {
    let none = AttributeError::NoRate { rate: tolerable };
    if tolerable <= Decimal::ZERO || tolerable >= Decimal::ONE {
        return Err(none);
    }
    let (risk, rate) = (confidence.risk(), tolerable.to_f64().ok_or(none)?);
    match method {
        AttributeMethod::Binomial => {
            let chance = Fraction::of(rate);
            smallest(accepted, MOST, |n| within(binomial::cumulative(accepted, n, chance).lower, risk))
                .ok_or(AttributeError::TooMany)
        }
        AttributeMethod::Hypergeometric => {
            let errors = errors_at(tolerable, population);
            smallest(accepted, population, |n| {
                Hypergeometric::new(population, errors, n)
                    .is_some_and(|draw| within(draw.cumulative(accepted).lower, risk))
            })
            .ok_or(AttributeError::AlwaysAccepted { accepted, population, errors })
        }
        AttributeMethod::ReliabilityFactor => {
            let size = ceil(reliability_factor(accepted, risk) / rate);
            if size > MOST { Err(AttributeError::TooMany) } else { Ok(size) }
        }
    }
}

/// The largest rate of errors with which `found` in `sampled` records still agree, with one-sided `confidence`, between 0 and 1.
///
/// By [`AttributeMethod::Hypergeometric`] it is a whole number of errors over `population`, and none that was not found if
/// everything was looked at; the other methods do not use `population`.
///
/// # Errors
///
/// [`AttributeError::NoSample`] for counts that cannot be.
///
/// ```
/// use statistics::{AttributeMethod, Confidence, attribute_upper_limit};
/// let limit = |method| attribute_upper_limit(method, 1, 93, 1_000, Confidence::NinetyFive);
/// assert_eq!(format!("{:.4}", limit(AttributeMethod::Binomial)?), "0.0500");
/// assert_eq!(format!("{:.4}", limit(AttributeMethod::ReliabilityFactor)?), "0.0510");
/// assert_eq!(format!("{:.3}", limit(AttributeMethod::Hypergeometric)?), "0.048");
/// # Ok::<(), statistics::AttributeError>(())
/// ```
pub fn attribute_upper_limit(
    method: AttributeMethod,
    found: u64,
    sampled: u64,
    population: u64,
    confidence: Confidence,
) -> Result<f64, AttributeError> {
    let whole = method == AttributeMethod::Hypergeometric;
    if sampled == 0 || found > sampled || (whole && sampled > population) {
        return Err(AttributeError::NoSample { found, sampled, population });
    }
    let risk = confidence.risk();
    match method {
        AttributeMethod::Binomial if found == sampled => Ok(1.0),
        AttributeMethod::Binomial => {
            let (a, b) = (float(found) + 1.0, float(sampled - found));
            // The quantile is found from the smaller tail.
            let at = if risk <= 0.5 {
                upper_quantile(a, b, risk)
            } else {
                crate::beta::lower_quantile(a, b, confidence.level())
            };
            Ok(at.x)
        }
        AttributeMethod::Hypergeometric => {
            // The largest number of errors that is not rejected; those found are there, and no more than were not found can be.
            let (mut low, mut high) = (found, population - (sampled - found));
            while low < high {
                let middle = low + (high - low).div_ceil(2);
                let agrees = Hypergeometric::new(population, middle, sampled)
                    .is_some_and(|draw| !within(draw.cumulative(found).lower, risk));
                if agrees { low = middle } else { high = middle - 1 }
            }
            Ok(float(low) / float(population))
        }
        AttributeMethod::ReliabilityFactor => Ok((reliability_factor(found, risk) / float(sampled)).min(1.0)),
    }
}

/// Whether a chance is no more than the risk taken. Chances of small numbers may be exactly the risk, 10 of 100 for instance,
/// and must not be missed by a last digit.
fn within(chance: f64, risk: f64) -> bool {
    chance <= risk * (1.0 + 1e-12)
}

/// The smallest number of errors that is at or above the tolerable rate, and at least one.
fn errors_at(tolerable: Decimal, population: u64) -> u64 {
    let exact = tolerable.checked_mul(Decimal::from(population));
    let errors = exact
        .and_then(|exact| exact.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity).to_u64());
    // A rate below 1 of so many that the product does not fit is more than any sample needs to tell apart.
    errors.unwrap_or(population).max(1).min(population)
}

/// The smallest number above `least` and up to `most` for which `enough` holds, which must hold for all larger ones.
fn smallest(least: u64, most: u64, enough: impl Fn(u64) -> bool) -> Option<u64> {
    let mut low = least.saturating_add(1);
    let mut high = low.min(most);
    while !enough(high) {
        if high >= most {
            return None;
        }
        low = high + 1;
        high = high.saturating_mul(2).min(most);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(middle) { high = middle } else { low = middle + 1 }
    }
    Some(high)
}

impl AttributeMethod {
    /// Every method, the default first.
    pub const ALL: [Self; 3] = [Self::Binomial, Self::Hypergeometric, Self::ReliabilityFactor];
}

impl fmt::Display for AttributeMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Binomial => "binomial",
            Self::Hypergeometric => "hypergeometric",
            Self::ReliabilityFactor => "reliability factor",
        })
    }
}

impl FromStr for AttributeMethod {
    type Err = NoSuchAttributeMethod;

    /// Reads the printed name, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |method: &Self| method.to_string().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| NoSuchAttributeMethod { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests;
