//! The kinds of control charts, by name.

use std::{fmt, str::FromStr};

/// How centre and limits are made. All limits are three sigma from the centre.
///
/// Formulas of `XmR`: D. J. Wheeler, "Understanding Variation" (1993). Of c, u and p: D. C. Montgomery, "Introduction to
/// Statistical Quality Control", chapter 7. Of u' and p': D. B. Laney, "Improved control charts for attributes", Quality
/// Engineering 14 (2002).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// `XmR`: single values, whose sigma is taken from what one differs from the next.
    Individuals(Bounds),
    /// c: counts of periods of the same size, as Poisson counts vary.
    Counts,
    /// u: counts over bases, as Poisson counts vary.
    Rates,
    /// p: successes over trials, as binomial counts vary.
    Proportions,
    /// u': as u, widened or narrowed by how much the points vary in fact. The one for large bases.
    RatesPrime,
    /// p': as p, widened or narrowed in the same way.
    ProportionsPrime,
}

/// What the measure of single values cannot pass; limits stop there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bounds {
    /// It may be any number.
    None,
    /// It cannot be less than 0.
    AtLeastZero,
    /// It lies between 0 and 1.
    ZeroToOne,
}

/// A name that is no kind of chart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no kind of control chart: `XmR`, `c`, `u`, `p`, `u'` or `p'`")]
pub struct NoSuchChart {
    /// The text read.
    pub text: String,
}

impl ChartKind {
    /// What its values cannot pass.
    #[must_use]
    pub const fn bounds(self) -> Bounds {
        match self {
            Self::Individuals(bounds) => bounds,
            Self::Counts | Self::Rates | Self::RatesPrime => Bounds::AtLeastZero,
            Self::Proportions | Self::ProportionsPrime => Bounds::ZeroToOne,
        }
    }
}

impl Bounds {
    /// The value, or the bound that it would pass.
    pub(super) const fn clamp(self, value: f64) -> f64 {
        match self {
            Self::None => value,
            Self::AtLeastZero => value.max(0.0),
            Self::ZeroToOne => value.clamp(0.0, 1.0),
        }
    }
}

impl fmt::Display for ChartKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Individuals(_) => "XmR",
            Self::Counts => "c",
            Self::Rates => "u",
            Self::Proportions => "p",
            Self::RatesPrime => "u'",
            Self::ProportionsPrime => "p'",
        })
    }
}

impl FromStr for ChartKind {
    type Err = NoSuchChart;

    /// Reads the printed name, in capital or small letters. An `XmR` chart read so is of a measure that cannot be less than 0.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let all = [
            Self::Individuals(Bounds::AtLeastZero),
            Self::Counts,
            Self::Rates,
            Self::Proportions,
            Self::RatesPrime,
            Self::ProportionsPrime,
        ];
        let named = |kind: &Self| kind.to_string().eq_ignore_ascii_case(text.trim());
        all.into_iter().find(named).ok_or_else(|| NoSuchChart { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for name in ["XmR", "c", "u", "p", "u'", "p'"] {
            assert_eq!(name.parse::<ChartKind>().unwrap().to_string(), name);
        }
        assert!("np".parse::<ChartKind>().is_err());
    }
}
