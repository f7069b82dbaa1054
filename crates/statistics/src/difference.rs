//! The difference of two shares of independent samples.

use crate::{Confidence, Limits, wilson};

/// A difference with its interval: of two shares each between -1 and 1, of two rates in their unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The first less the second.
    pub value: f64,
    /// Its interval; if it holds 0, the samples do not show which is larger.
    pub limits: Limits,
}

/// The first share less the second, each with its own limits, from samples that do not know each other (MOVER: G. Y. Zou and
/// A. Donner, Statistics in Medicine 27, 2008).
///
/// Both limits have to be of the same confidence; the interval then has it too.
///
/// ```
/// use statistics::{Limits, difference};
/// let this_year = (0.92, Limits { low: 0.90, high: 0.94 });
/// let last_year = (0.85, Limits { low: 0.82, high: 0.88 });
/// let change = difference(this_year, last_year);
/// // By hand: 0.07 less and plus the root of 0.02² + 0.03², which is 0.036.
/// assert_eq!(format!("{:.3}: {:.3} to {:.3}", change.value, change.limits.low, change.limits.high), "0.070: 0.034 to 0.106");
/// ```
#[must_use]
pub fn difference(first: (f64, Limits), second: (f64, Limits)) -> Difference {
    let Difference { value, limits } = rate_difference(first, second);
    Difference { value, limits: Limits { low: limits.low.max(-1.0), high: limits.high.min(1.0) } }
}

/// The same of two rates, or of anything else that may be more than 1: the first less the second, in their unit.
///
/// ```
/// use statistics::{Limits, rate_difference};
/// // Per 1,000 people; by hand: 12.5 less and plus the roots of 3² + 4² and 4² + 3², which are 5.
/// let here = (72.5, Limits { low: 69.5, high: 76.5 });
/// let there = (60.0, Limits { low: 57.0, high: 64.0 });
/// let apart = rate_difference(here, there);
/// assert_eq!((apart.value, apart.limits.low, apart.limits.high), (12.5, 7.5, 17.5));
/// ```
#[must_use]
pub fn rate_difference(first: (f64, Limits), second: (f64, Limits)) -> Difference {
    let value = first.0 - second.0;
    let down = (first.0 - first.1.low).hypot(second.1.high - second.0);
    let up = (first.1.high - first.0).hypot(second.0 - second.1.low);
    Difference { value, limits: Limits { low: value - down, high: value + up } }
}

/// The difference of two simple random samples, each `(successes, trials)`, by R. G. Newcombe's hybrid of two Wilson intervals
/// ("Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, method 10).
///
/// `None` if a sample has no trials, or more successes than trials.
///
/// ```
/// use statistics::{Confidence, newcombe};
/// let change = newcombe((56, 70), (48, 80), Confidence::NinetyFive).ok_or("no trials")?;
/// assert_eq!(format!("{:.4}: {:.4} to {:.4}", change.value, change.limits.low, change.limits.high), "0.2000: 0.0524 to 0.3339");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn newcombe(first: (u64, u64), second: (u64, u64), confidence: Confidence) -> Option<Difference> {
    let with_limits = |(successes, trials): (u64, u64)| {
        let share = crate::count::float(successes) / crate::count::float(trials);
        Some((share, wilson(successes, trials, confidence)?))
    };
    Some(difference(with_limits(first)?, with_limits(second)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe's examples (a) to (h) of 1998, table II, method 10, 95%: four decimal places as printed.
    const PUBLISHED: [(u64, u64, u64, u64, f64, f64); 8] = [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ];

    #[test]
    fn the_published_examples() {
        for (x, m, y, n, low, high) in PUBLISHED {
            let ours = newcombe((x, m), (y, n), Confidence::NinetyFive).unwrap().limits;
            // Tolerance: half of the last place printed.
            assert!(
                (ours.low - low).abs() <= 0.5e-4 && (ours.high - high).abs() <= 0.5e-4,
                "{x}/{m} {y}/{n}: {ours:?}"
            );
        }
    }

    #[test]
    fn exchanged_samples_mirror() {
        let there = newcombe((56, 70), (48, 80), Confidence::Ninety).unwrap();
        let back = newcombe((48, 80), (56, 70), Confidence::Ninety).unwrap();
        assert!(
            (there.limits.low + back.limits.high).abs() < 1e-15 && (there.value + back.value).abs() < 1e-15
        );
        assert_eq!(newcombe((1, 0), (1, 2), Confidence::Ninety), None);
    }
}
