//! The interval of a rate: a count over a base, such as crimes over people.

use std::{fmt, str::FromStr};

use crate::{Confidence, Limits, count::float, gamma};

/// How the interval of a Poisson count is made. It is the interval of the mean of the process that made the count; a count of
/// all recorded crimes is no sample of more crimes, and whoever prints the interval says so.
///
/// ```
/// use statistics::{Confidence, RateMethod};
/// // 22 offences among 48,000 people, per 1,000 of them.
/// let limits = RateMethod::Exact.rate(22, 48_000.0, 1_000.0, Confidence::NinetyFive).ok_or("nobody lives there")?;
/// assert_eq!(format!("{:.3} to {:.3}", limits.low, limits.high), "0.287 to 0.694");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateMethod {
    /// F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936): never covers less often than it says.
    #[default]
    Exact,
    /// Byar's approximation to it (N. E. Breslow and N. E. Day, "Statistical methods in cancer research" II, 1987, page 69):
    /// good to the third digit from about ten events on, and the one that public health tools print.
    Byar,
}

/// A name that is no method of the interval of a rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no method of the interval of a rate: `exact` or `Byar`")]
pub struct NoSuchRateMethod {
    /// The text read.
    pub text: String,
}

impl RateMethod {
    /// Every method, the default first.
    pub const ALL: [Self; 2] = [Self::Exact, Self::Byar];

    /// The limits of the mean of a count.
    #[must_use]
    pub fn count(self, count: u64, confidence: Confidence) -> Limits {
        let x = float(count);
        match self {
            Self::Exact => {
                let tail = confidence.risk() / 2.0;
                let low = if count == 0 { 0.0 } else { gamma::lower_quantile(x, tail) };
                Limits { low, high: gamma::upper_quantile(x + 1.0, tail) }
            }
            Self::Byar => {
                let z = confidence.quantile();
                let cubed = |n: f64, z: f64| {
                    let root = 1.0 - 1.0 / (9.0 * n) + z / (3.0 * n.sqrt());
                    n * (root * root * root).max(0.0)
                };
                let low = if count == 0 { 0.0 } else { cubed(x, -z) };
                Limits { low, high: cubed(x + 1.0, z) }
            }
        }
    }

    /// The limits of a count over `base`, a number of people or households or an expected count, per so many of them.
    ///
    /// `None` unless `base` and `per` are finite and above 0.
    #[must_use]
    pub fn rate(self, count: u64, base: f64, per: f64, confidence: Confidence) -> Option<Limits> {
        let Limits { low, high } = self.count(count, confidence);
        let unit = sound(base)? / sound(per)?;
        Some(Limits { low: low / unit, high: high / unit })
    }
}

/// A count over a base, per so many of it: `rate(22, 48_000.0, 1_000.0)` is 22 per 48 thousand.
///
/// `None` unless `base` and `per` are finite and above 0.
///
/// ```
/// assert_eq!(statistics::rate(24, 48_000.0, 1_000.0), Some(0.5));
/// assert_eq!(statistics::rate(24, 0.0, 1_000.0), None);
/// ```
#[must_use]
pub fn rate(count: u64, base: f64, per: f64) -> Option<f64> {
    Some(float(count) / (sound(base)? / sound(per)?))
}

fn sound(number: f64) -> Option<f64> {
    (number > 0.0 && number.is_finite()).then_some(number)
}

impl fmt::Display for RateMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Exact => "exact",
            Self::Byar => "Byar",
        })
    }
}

impl FromStr for RateMethod {
    type Err = NoSuchRateMethod;

    /// Reads the printed name, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |method: &Self| method.to_string().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| NoSuchRateMethod { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::agree;

    #[test]
    fn exact_limits_agree_with_fifty_digits() {
        let mut compared = 0;
        for line in include_str!("../data/garwood-mpmath.csv").lines().skip(2) {
            let cells: Vec<&str> = line.split(',').collect();
            let ours = RateMethod::Exact.count(cells[0].parse().unwrap(), cells[1].parse().unwrap());
            let expected: [f64; 2] = [cells[2].parse().unwrap(), cells[3].parse().unwrap()];
            assert!(
                agree(ours.low, expected[0], 1e-10) && agree(ours.high, expected[1], 1e-10),
                "{line}: {ours:?}"
            );
            compared += 1;
        }
        assert_eq!(compared, 12 * 4);
    }

    #[test]
    fn byar_by_hand() {
        // 100 (1 − 1/900 − 1.959964/30)³ = 100 × 0.9335568³ = 81.3621; 101 (1 − 1/909 + 1.959964/(3 × 10.0498756))³
        // = 101 × 1.0639083³ = 121.6279.
        let limits = RateMethod::Byar.count(100, Confidence::NinetyFive);
        assert!((limits.low - 81.3621).abs() < 5e-4 && (limits.high - 121.6279).abs() < 5e-4, "{limits:?}");
        assert!(RateMethod::Byar.count(0, Confidence::NinetyFive).low <= 0.0);
    }

    #[test]
    fn nobody_is_no_base() {
        for base in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(RateMethod::Exact.rate(3, base, 1000.0, Confidence::NinetyFive), None);
        }
        assert_eq!("byar".parse(), Ok(RateMethod::Byar));
        assert!("wald".parse::<RateMethod>().is_err());
    }
}
