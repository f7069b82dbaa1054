//! The intervals of a share, chosen by name.

use std::{fmt, str::FromStr};

use rulebook::Interval;
use rust_decimal::Decimal;

use crate::{Confidence, agresti_coull, clopper_pearson, jeffreys, wilson};

/// Two limits; of a share each lies between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The lower one.
    pub low: f64,
    /// The upper one.
    pub high: f64,
}

/// How the interval of a share of a simple random sample is made.
///
/// ```
/// use statistics::{Confidence, IntervalMethod};
/// let method: IntervalMethod = "clopper-pearson".parse()?;
/// assert_eq!(method.to_string(), "Clopper-Pearson");
/// assert_eq!(IntervalMethod::default(), IntervalMethod::Wilson);
/// let interval = method.interval(24, 30, Confidence::NinetyFive, "an example").ok_or("no trials")?;
/// assert_eq!((interval.method.as_str(), interval.low.to_string()), ("Clopper-Pearson, 95%", "0.614333".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntervalMethod {
    /// [`wilson()`]: covers about as often as it says, for any count.
    #[default]
    Wilson,
    /// [`clopper_pearson`]: never covers less often than it says.
    ClopperPearson,
    /// [`jeffreys()`]: about as often as it says, and equally often missed on both sides.
    Jeffreys,
    /// [`agresti_coull`]: simple arithmetic, a little wide.
    AgrestiCoull,
}

/// A name that is no method of an interval.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no method of an interval: `Wilson`, `Clopper-Pearson`, `Jeffreys` or `Agresti-Coull`")]
pub struct NoSuchMethod {
    /// The text read.
    pub text: String,
}

impl IntervalMethod {
    /// Every method, the default first.
    pub const ALL: [Self; 4] = [Self::Wilson, Self::ClopperPearson, Self::Jeffreys, Self::AgrestiCoull];

    /// The limits for `successes` out of `trials`; `None` for no trials, or for more successes than trials.
    #[must_use]
    pub fn limits(self, successes: u64, trials: u64, confidence: Confidence) -> Option<Limits> {
        match self {
            Self::Wilson => wilson(successes, trials, confidence),
            Self::ClopperPearson => clopper_pearson(successes, trials, confidence),
            Self::Jeffreys => jeffreys(successes, trials, confidence),
            Self::AgrestiCoull => agresti_coull(successes, trials, confidence),
        }
    }

    /// The same as an interval that a figure carries: limits with six decimal places, and `meaning` to say what the interval
    /// does and does not say there.
    #[must_use]
    pub fn interval(
        self,
        successes: u64,
        trials: u64,
        confidence: Confidence,
        meaning: impl Into<String>,
    ) -> Option<Interval> {
        self.limits(successes, trials, confidence)?.interval(format!("{self}, {confidence}"), meaning)
    }
}

impl Limits {
    /// The limits as an interval that a figure carries, with six decimal places.
    ///
    /// `None` if a limit is more than a decimal number can hold.
    #[must_use]
    pub fn interval(self, method: impl Into<String>, meaning: impl Into<String>) -> Option<Interval> {
        let decimal = |limit: f64| Decimal::try_from(limit).ok().map(|exact| exact.round_dp(6));
        Some(Interval {
            low: decimal(self.low)?,
            high: decimal(self.high)?,
            method: method.into(),
            meaning: meaning.into(),
        })
    }

    /// Whether `value` lies between them or on one of them.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

impl fmt::Display for IntervalMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Wilson => "Wilson",
            Self::ClopperPearson => "Clopper-Pearson",
            Self::Jeffreys => "Jeffreys",
            Self::AgrestiCoull => "Agresti-Coull",
        })
    }
}

impl FromStr for IntervalMethod {
    type Err = NoSuchMethod;

    /// Reads the printed name, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |method: &Self| method.to_string().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| NoSuchMethod { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::agree;

    #[test]
    fn limits_agree_with_fifty_digits() {
        let mut compared = 0;
        for line in include_str!("../data/intervals-mpmath.csv").lines().skip(2) {
            let cells: Vec<&str> = line.split(',').collect();
            let method: IntervalMethod = cells[0].parse().unwrap();
            let (successes, trials) = (cells[1].parse().unwrap(), cells[2].parse().unwrap());
            let ours = method.limits(successes, trials, cells[3].parse().unwrap()).unwrap();
            let expected: [f64; 2] = [cells[4].parse().unwrap(), cells[5].parse().unwrap()];
            assert!(agree(ours.low, expected[0], 1e-10), "{line}: {ours:?}");
            assert!(agree(ours.high, expected[1], 1e-10), "{line}: {ours:?}");
            // What is missing to 1 keeps its digits as well, as far as a float near 1 has them.
            assert!((ours.high - expected[1]).abs() < 4e-15, "{line}: {ours:?}");
            compared += 1;
        }
        assert_eq!(compared, 25 * 4 * 4);
    }

    #[test]
    fn no_method_has_limits_where_there_are_no_trials_or_too_many_successes() {
        for method in IntervalMethod::ALL {
            assert_eq!(method.limits(0, 0, Confidence::NinetyFive), None);
            assert_eq!(method.limits(2, 1, Confidence::NinetyFive), None);
            assert_eq!(method.to_string().to_lowercase().parse(), Ok(method));
        }
        assert!("wald".parse::<IntervalMethod>().is_err());
    }

    proptest::proptest! {
        #[test]
        fn every_method_holds_the_share_within_0_and_1_and_mirrors(
            (trials, successes) in (1..200_000_u64).prop_flat_map(|n| (proptest::prelude::Just(n), 0..=n)), percent in 1..100_u32,
        ) {
            let confidence = Confidence::of_percent(percent.into()).unwrap();
            for method in IntervalMethod::ALL {
                let there = method.limits(successes, trials, confidence).unwrap();
                let share = crate::count::float(successes) / crate::count::float(trials);
                proptest::prop_assert!(0.0 <= there.low && there.high <= 1.0, "{method} {there:?}");
                // The median of a beta distribution is not its mean: the Bayesian interval of 1% may miss the share.
                if method != IntervalMethod::Jeffreys || percent >= 50 {
                    proptest::prop_assert!(there.low <= share + 1e-12 && share <= there.high + 1e-12, "{method} {there:?}");
                }
                let mirrored = method.limits(trials - successes, trials, confidence).unwrap();
                proptest::prop_assert!((there.low - (1.0 - mirrored.high)).abs() < 1e-12, "{method}");
            }
        }
    }

    use proptest::prelude::Strategy as _;
}
