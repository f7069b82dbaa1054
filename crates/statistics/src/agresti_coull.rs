//! The Agresti-Coull interval of a share.

use crate::{Confidence, Limits, count::float};

/// The plain interval around the middle of Wilson's: z² trials are added, half of them successes. A limit below 0 or above 1
/// is cut to 0 or 1.
///
/// Source: A. Agresti and B. A. Coull, "Approximate is better than exact for interval estimation of binomial proportions",
/// The American Statistician 52 (1998), in the form for any confidence.
///
/// `None` for no trials, or for more successes than trials.
///
/// ```
/// use statistics::{Confidence, agresti_coull};
/// let limits = agresti_coull(30, 30, Confidence::NinetyFive).ok_or("no trials")?;
/// assert_eq!(format!("{:.3} to {:.3}", limits.low, limits.high), "0.865 to 1.000");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn agresti_coull(successes: u64, trials: u64, confidence: Confidence) -> Option<Limits> {
    if trials == 0 || successes > trials {
        return None;
    }
    let z = confidence.quantile();
    let n = float(trials) + z * z;
    let share = (float(successes) + z * z / 2.0) / n;
    let rest = (float(trials - successes) + z * z / 2.0) / n;
    let half = z * (share * rest / n).sqrt();
    Some(Limits { low: (share - half).max(0.0), high: (share + half).min(1.0) })
}
