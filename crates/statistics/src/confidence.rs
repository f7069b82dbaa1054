//! How sure an interval is.

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use crate::normal;

/// How often intervals made in this way contain the share of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// 90 of 100.
    Ninety,
    /// 95 of 100.
    NinetyFive,
    /// 99 of 100.
    NinetyNine,
    /// Another level; only [`Confidence::of_percent`] makes one, and never one of the three above.
    Other(Level),
}

/// A percentage above 0 and below 100 that has no name of its own in [`Confidence`].
// INVARIANT: above 0, below 100, neither 90 nor 95 nor 99, without trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(Decimal);

/// Why something is no confidence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfidenceError {
    /// It is not above 0 and below 100.
    #[error("a confidence is above 0% and below 100%, and {percent}% is not")]
    OutOfRange {
        /// The percentage given.
        percent: Decimal,
    },
    /// It does not read as a percentage.
    #[error("`{text}` is no confidence such as `95%`")]
    NotAPercentage {
        /// The text read.
        text: String,
    },
}

impl Confidence {
    /// The confidence of so many percent.
    ///
    /// # Errors
    ///
    /// [`ConfidenceError::OutOfRange`] for 0, 100 and what lies beyond.
    ///
    /// ```
    /// use statistics::Confidence;
    /// assert_eq!(Confidence::of_percent("95.0".parse()?)?, Confidence::NinetyFive);
    /// assert_eq!(Confidence::of_percent("97.50".parse()?)?.to_string(), "97.5%");
    /// assert!(Confidence::of_percent("100".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_percent(percent: Decimal) -> Result<Self, ConfidenceError> {
        if percent <= Decimal::ZERO || percent >= Decimal::ONE_HUNDRED {
            return Err(ConfidenceError::OutOfRange { percent });
        }
        let named = [Self::Ninety, Self::NinetyFive, Self::NinetyNine];
        let found = named.into_iter().find(|confidence| confidence.percent() == percent);
        Ok(found.unwrap_or_else(|| Self::Other(Level(percent.normalize()))))
    }

    /// In percent, exactly.
    #[must_use]
    pub fn percent(self) -> Decimal {
        match self {
            Self::Ninety => Decimal::from(90),
            Self::NinetyFive => Decimal::from(95),
            Self::NinetyNine => Decimal::from(99),
            Self::Other(Level(percent)) => percent,
        }
    }

    /// Between 0 and 1.
    pub(crate) fn level(self) -> f64 {
        (self.percent() / Decimal::ONE_HUNDRED).to_f64().unwrap_or(0.0)
    }

    /// What is left over, between 0 and 1: the chance that such an interval misses.
    pub(crate) fn risk(self) -> f64 {
        // Exact before it becomes a float: 1 − 0.95 in floats is not 0.05.
        let left = (Decimal::ONE_HUNDRED - self.percent()) / Decimal::ONE_HUNDRED;
        left.to_f64().unwrap_or(f64::MIN_POSITIVE)
    }

    /// The two-sided quantile of the normal distribution.
    pub(crate) fn quantile(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_2,
            Self::NinetyFive => 1.959_963_984_540_054,
            Self::NinetyNine => 2.575_829_303_548_900_4,
            Self::Other(_) => normal::upper_quantile(self.risk() / 2.0),
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}%", self.percent()))
    }
}

impl FromStr for Confidence {
    type Err = ConfidenceError;

    /// Reads `95%`, `95` or `97.5 %`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.trim().trim_end_matches('%').trim_end();
        let percent =
            number.parse().map_err(|_| ConfidenceError::NotAPercentage { text: text.to_owned() })?;
        Self::of_percent(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_reads_back() {
        for text in ["90%", "95%", "99%", "80%", "97.5%", "99.99%"] {
            let confidence: Confidence = text.parse().unwrap();
            assert_eq!(confidence.to_string(), text);
        }
        assert_eq!(" 95.00 ".parse(), Ok(Confidence::NinetyFive));
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in ["", "%", "ninety", "0", "100%", "-5"] {
            assert!(text.parse::<Confidence>().is_err(), "{text}");
        }
    }

    #[test]
    fn named_quantiles_are_those_of_any_level() {
        for confidence in [Confidence::Ninety, Confidence::NinetyFive, Confidence::NinetyNine] {
            let computed = normal::upper_quantile(confidence.risk() / 2.0);
            assert!((confidence.quantile() - computed).abs() < 1e-14, "{confidence}: {computed}");
        }
    }
}
