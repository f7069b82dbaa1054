//! How a number is cut to the digits that are printed.

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, RoundingStrategy};

/// The two conventions found in papers of forces, and the third that nobody owns up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// To the nearest; a half goes away from zero.
    Nearest,
    /// Digits beyond the last printed one are cut off.
    CutOff,
    /// Always up, away from zero.
    Up,
}

impl Method {
    /// All conventions, in the order in which they are tried.
    pub const ALL: [Self; 3] = [Self::Nearest, Self::CutOff, Self::Up];
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Nearest => "to the nearest",
            Self::CutOff => "cut off",
            Self::Up => "always up",
        })
    }
}

/// A convention and the number of decimal places it leaves.
///
/// ```
/// use rulebook::{Method, Rounding};
/// use rust_decimal::Decimal;
/// let whole = Rounding { method: Method::CutOff, places: 0 };
/// assert_eq!(whole.round(Decimal::new(9_879, 2)).to_string(), "98");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// Which way.
    pub method: Method,
    /// Decimal places kept.
    pub places: u32,
}

impl Rounding {
    /// To the nearest, with this many decimal places.
    #[must_use]
    pub const fn nearest(places: u32) -> Self {
        Self { method: Method::Nearest, places }
    }

    /// The number as it is printed, with trailing zeros up to `places`.
    #[must_use]
    pub fn round(self, exact: Decimal) -> Decimal {
        let strategy = match self.method {
            Method::Nearest => RoundingStrategy::MidpointAwayFromZero,
            Method::CutOff => RoundingStrategy::ToZero,
            Method::Up => RoundingStrategy::AwayFromZero,
        };
        let mut rounded = exact.round_dp_with_strategy(self.places, strategy);
        rounded.rescale(self.places);
        rounded
    }
}

/// A text that is no rounding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no rounding such as `to the nearest, 1 decimal place`")]
pub struct NoRounding(String);

impl FromStr for Rounding {
    type Err = NoRounding;

    /// Reads what is printed.
    fn from_str(text: &str) -> Result<Self, NoRounding> {
        let read = || {
            let (method, places) = text.split_once(", ")?;
            let method = Method::ALL.into_iter().find(|known| known.to_string() == method)?;
            let places =
                if places == "whole numbers" { 0 } else { places.split(' ').next()?.parse().ok()? };
            let rounding = Self { method, places };
            (rounding.to_string() == text).then_some(rounding)
        };
        read().ok_or_else(|| NoRounding(text.to_owned()))
    }
}

impl fmt::Display for Rounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places {
            0 => write!(f, "{}, whole numbers", self.method),
            1 => write!(f, "{}, 1 decimal place", self.method),
            n => write!(f, "{}, {n} decimal places", self.method),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_reads_back() {
        for method in Method::ALL {
            for places in 0..4 {
                let rounding = Rounding { method, places };
                assert_eq!(rounding.to_string().parse(), Ok(rounding));
            }
        }
        for text in ["", "to the nearest", "cut off, 1 decimal places", "cut off, -1 decimal places"] {
            assert_eq!(text.parse::<Rounding>(), Err(NoRounding(text.to_owned())));
        }
    }
}
