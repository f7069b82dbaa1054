//! The Wilson score interval of a share.

use std::fmt;

use rulebook::Interval;
use rust_decimal::Decimal;

/// How often intervals made in this way contain the share of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// 90 of 100.
    Ninety,
    /// 95 of 100.
    NinetyFive,
    /// 99 of 100.
    NinetyNine,
}

impl Confidence {
    /// The two-sided quantile of the normal distribution.
    const fn quantile(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_2,
            Self::NinetyFive => 1.959_963_984_540_054,
            Self::NinetyNine => 2.575_829_303_548_900_4,
        }
    }

    /// The method and confidence in words, as a figure carries them.
    const fn method(self) -> &'static str {
        match self {
            Self::Ninety => "Wilson, 90%",
            Self::NinetyFive => "Wilson, 95%",
            Self::NinetyNine => "Wilson, 99%",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Ninety => "90%",
            Self::NinetyFive => "95%",
            Self::NinetyNine => "99%",
        })
    }
}

/// Two limits, each between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The lower one.
    pub low: f64,
    /// The upper one.
    pub high: f64,
}

/// The Wilson score interval of `successes` out of `trials`, without continuity correction.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927). It assumes independent trials with one common probability, or a simple random
/// sample of a large whole; whoever prints it says how far that holds.
///
/// `None` for no trials, or for more successes than trials.
///
/// ```
/// use statistics::{Confidence, wilson};
/// assert_eq!(wilson(0, 0, Confidence::NinetyFive), None);
/// assert_eq!(wilson(31, 30, Confidence::NinetyFive), None);
/// ```
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of records are far below 2^53; the limits are rounded anyway"
)]
pub fn wilson(successes: u64, trials: u64, confidence: Confidence) -> Option<Limits> {
    if trials == 0 || successes > trials {
        return None;
    }
    let n = trials as f64;
    let share = successes as f64 / n;
    let z = confidence.quantile();
    let stretch = 1.0 + z * z / n;
    let centre = (share + z * z / (2.0 * n)) / stretch;
    let half = z / stretch * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    // With no success or no failure the limit is exactly 0 or 1; the arithmetic would miss it by a last digit.
    let low = if successes == 0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if successes == trials { 1.0 } else { (centre + half).min(1.0) };
    Some(Limits { low, high })
}

/// The same as an interval that a figure carries: limits between 0 and 1 with six decimal places, and `meaning` to say
/// what the interval does and does not say there.
///
/// `None` as for [`wilson()`].
#[must_use]
pub fn wilson_interval(
    successes: u64,
    trials: u64,
    confidence: Confidence,
    meaning: impl Into<String>,
) -> Option<Interval> {
    let limits = wilson(successes, trials, confidence)?;
    let decimal = |limit: f64| Decimal::try_from(limit).ok().map(|exact| exact.round_dp(6));
    Some(Interval {
        low: decimal(limits.low)?,
        high: decimal(limits.high)?,
        method: confidence.method(),
        meaning: meaning.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY_STATSMODELS: &str = include_str!("../data/wilson-statsmodels.csv");

    #[test]
    fn statsmodels_gives_the_same_limits() {
        let mut compared = 0;
        for line in BY_STATSMODELS.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())) {
            let cells: Vec<&str> = line.split(',').collect();
            let confidence = match cells[2] {
                "90" => Confidence::Ninety,
                "95" => Confidence::NinetyFive,
                "99" => Confidence::NinetyNine,
                other => panic!("no such confidence: {other}"),
            };
            let ours = wilson(cells[0].parse().unwrap(), cells[1].parse().unwrap(), confidence).unwrap();
            let theirs: (f64, f64) = (cells[3].parse().unwrap(), cells[4].parse().unwrap());
            // Tolerance: the table has 12 decimal places.
            assert!((ours.low - theirs.0).abs() < 1e-11, "{line}: {ours:?}");
            assert!((ours.high - theirs.1).abs() < 1e-11, "{line}: {ours:?}");
            compared += 1;
        }
        assert_eq!(compared, 23);
    }

    #[test]
    fn an_interval_of_a_figure_has_six_places_and_its_method() {
        let interval = wilson_interval(24, 30, Confidence::NinetyFive, "as an example").unwrap();
        assert_eq!(
            (interval.low.to_string().as_str(), interval.high.to_string().as_str()),
            ("0.626943", "0.904949")
        );
        assert_eq!((interval.method, interval.meaning.as_str()), ("Wilson, 95%", "as an example"));
    }

    proptest::proptest! {
        #[test]
        fn the_interval_holds_the_share_and_stays_within_bounds((part, whole) in (1..100_000_u64).prop_flat_map(|n| (0..=n, proptest::prelude::Just(n)))) {
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            let share = part as f64 / whole as f64;
            let at = |confidence| wilson(part, whole, confidence).unwrap();
            let limits = at(Confidence::NinetyFive);
            proptest::prop_assert!(0.0 <= limits.low && limits.low <= share + 1e-12);
            proptest::prop_assert!(share <= limits.high + 1e-12 && limits.high <= 1.0);
            proptest::prop_assert!(at(Confidence::Ninety).low >= limits.low && at(Confidence::NinetyNine).low <= limits.low);
        }

        #[test]
        fn failures_mirror_successes((part, whole) in (1..100_000_u64).prop_flat_map(|n| (0..=n, proptest::prelude::Just(n)))) {
            let there = wilson(part, whole, Confidence::NinetyFive).unwrap();
            let mirrored = wilson(whole - part, whole, Confidence::NinetyFive).unwrap();
            proptest::prop_assert!((there.low - (1.0 - mirrored.high)).abs() < 1e-12);
        }

        #[test]
        fn more_trials_of_the_same_share_narrow_it(part in 0..50_u64, more in 0..50_u64, times in 2..20_u64) {
            let whole = part + more + 1;
            let width = |k: u64| { let l = wilson(part * k, whole * k, Confidence::NinetyFive).unwrap(); l.high - l.low };
            proptest::prop_assert!(width(times) < width(1));
        }
    }

    use proptest::prelude::Strategy as _;
}
