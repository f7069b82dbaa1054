//! The Jeffreys interval of a share.

use crate::{
    Confidence, Limits,
    beta::{lower_quantile, upper_quantile},
    count::float,
};

/// The central interval of the beta distribution that follows from Jeffreys' prior, one half of a success and one half of a
/// failure; with no success the lower limit is 0, and with no failure the upper one is 1, as is usual.
///
/// Source: L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16
/// (2001), section 4.1.2 for the ends.
///
/// `None` for no trials, or for more successes than trials.
///
/// ```
/// use statistics::{Confidence, jeffreys};
/// let limits = jeffreys(332, 332, Confidence::NinetyFive).ok_or("no trials")?;
/// assert_eq!(limits.high, 1.0);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn jeffreys(successes: u64, trials: u64, confidence: Confidence) -> Option<Limits> {
    let failures = trials.checked_sub(successes).filter(|_| trials > 0)?;
    let (a, b, tail) = (float(successes) + 0.5, float(failures) + 0.5, confidence.risk() / 2.0);
    let low = if successes == 0 { 0.0 } else { lower_quantile(a, b, tail).x };
    let high = if failures == 0 { 1.0 } else { upper_quantile(a, b, tail).x };
    Some(Limits { low, high })
}
