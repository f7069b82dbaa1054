//! The Wilson score interval of a share.

use rulebook::Interval;

use crate::{Confidence, IntervalMethod, Limits, count::float};

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
pub fn wilson(successes: u64, trials: u64, confidence: Confidence) -> Option<Limits> {
    if trials == 0 || successes > trials {
        return None;
    }
    Some(limits(float(successes) / float(trials), float(trials), confidence.quantile()))
}

/// The same of a share that is as sure as one of `effective` independent trials would be; neither needs to be a whole number.
///
/// `effective` is share × (1 − share) / variance, where the variance is known from the way in which the sample was drawn.
///
/// `None` for a share outside 0 to 1, or an effective number that is not above 0.
///
/// ```
/// use statistics::{Confidence, wilson, wilson_effective};
/// assert_eq!(wilson_effective(0.8, 30.0, Confidence::NinetyFive), wilson(24, 30, Confidence::NinetyFive));
/// // Reports that hold several crimes are surer together than the crimes look.
/// let limits = wilson_effective(0.8, 21.4, Confidence::NinetyFive).ok_or("no trials")?;
/// assert_eq!(format!("{:.3} to {:.3}", limits.low, limits.high), "0.592 to 0.917");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn wilson_effective(share: f64, effective: f64, confidence: Confidence) -> Option<Limits> {
    let sound = (0.0..=1.0).contains(&share) && effective > 0.0;
    sound.then(|| limits(share, effective, confidence.quantile()))
}

/// The limits `z` standard errors away; a point for infinitely many trials.
pub(crate) fn limits(share: f64, n: f64, z: f64) -> Limits {
    let stretch = 1.0 + z * z / n;
    let centre = (share + z * z / (2.0 * n)) / stretch;
    let half = z / stretch * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    // With no success or no failure the limit is exactly 0 or 1; the arithmetic would miss it by a last digit.
    // The limits multiply to share² / stretch, which keeps the digits of a small lower one.
    let low = if share <= 0.0 { 0.0 } else { share * share / stretch / (centre + half) };
    let high = if share >= 1.0 { 1.0 } else { (centre + half).min(1.0) };
    Limits { low, high }
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
    IntervalMethod::Wilson.interval(successes, trials, confidence, meaning)
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
        assert_eq!((interval.method.as_str(), interval.meaning.as_str()), ("Wilson, 95%", "as an example"));
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
