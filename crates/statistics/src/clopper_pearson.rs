//! The exact interval of a share.

use crate::{
    Confidence, Limits,
    beta::{lower_quantile, upper_quantile},
    count::float,
};

/// The interval of C. J. Clopper and E. S. Pearson: both binomial tests at half the risk, turned round.
///
/// Source: "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934). It
/// covers at least as often as it says, and mostly more often, so it is wider than need be.
///
/// `None` for no trials, or for more successes than trials.
///
/// ```
/// use statistics::{Confidence, clopper_pearson};
/// let limits = clopper_pearson(0, 59, Confidence::Ninety).ok_or("no trials")?;
/// // Nothing found in 59: below 5% with 95% confidence on the one side.
/// assert_eq!(format!("{:.4} to {:.4}", limits.low, limits.high), "0.0000 to 0.0495");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn clopper_pearson(successes: u64, trials: u64, confidence: Confidence) -> Option<Limits> {
    let failures = trials.checked_sub(successes).filter(|_| trials > 0)?;
    let (x, y, tail) = (float(successes), float(failures), confidence.risk() / 2.0);
    let low = if successes == 0 { 0.0 } else { lower_quantile(x, y + 1.0, tail).x };
    let high = if failures == 0 { 1.0 } else { upper_quantile(x + 1.0, y, tail).x };
    Some(Limits { low, high })
}
