//! Winsorising: the most extreme z scores are pulled in, so that the outliers looked for do not widen the limits that find them.

use std::fmt;

use crate::{
    count::{float, floor},
    normal,
};

/// What is done with the most extreme z scores before the over-dispersion is estimated.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Winsorising {
    /// Nothing.
    #[default]
    None,
    /// Scores beyond the percentiles at the share and at 1 less it are moved onto them, and that is all. What is estimated is then
    /// too small even where nobody is an outlier, and limits at a nominal risk of 0.2% give off some ten times as many signals.
    AsPublished(WinsorisedShare),
    /// The same, then φ is divided by the second moment of a normal distribution winsorised in the same way. It mends the bias where
    /// all bases are alike. Where they are not, z scores of the large forces are larger than those of the small ones, which is no
    /// normal distribution, and part of the bias stays.
    Divided(WinsorisedShare),
    /// The same for φ; and τ² is the one at which the scores with τ² *in* their standard deviations have, after winsorising, the
    /// second moment a normal distribution would have. (It is the method of R. C. Paule and J. Mandel, Journal of Research of
    /// the National Bureau of Standards 87, 1982, on winsorised scores.)
    Corrected(WinsorisedShare),
}

/// The share of scores that are moved at each end: above 0 and below one half.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct WinsorisedShare(f64);

impl WinsorisedShare {
    /// The usual 10% at each end.
    pub const TEN_PERCENT: Self = Self(0.1);

    /// `None` unless it is above 0 and below one half.
    #[must_use]
    pub fn of(share: f64) -> Option<Self> {
        (share > 0.0 && share < 0.5).then_some(Self(share))
    }

    /// Between 0 and 0.5.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The mean square of scores after winsorising. Percentiles between two scores are interpolated, as R and Python do.
    pub(super) fn mean_square(self, scores: &[f64]) -> f64 {
        let mut sorted = scores.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (low, high) = (percentile(&sorted, self.0), percentile(&sorted, 1.0 - self.0));
        mean_square(sorted.iter().map(|score| score.max(low).min(high)))
    }

    /// The mean square of a standard normal distribution after winsorising: with c the percentile, the part between −c and c,
    /// (1 − 2q) − 2 c φ(c), and 2 q c² for both ends. For 10% it is 0.679.
    pub(super) fn normal_mean_square(self) -> f64 {
        let c = normal::upper_quantile(self.0);
        1.0 - 2.0 * self.0 - 2.0 * c * normal::density(c) + 2.0 * self.0 * c * c
    }
}

/// The mean of the squares; 0 of nothing.
pub(super) fn mean_square(scores: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = float(u64::try_from(scores.len()).unwrap_or(u64::MAX)).max(1.0);
    scores.map(|score| score * score).sum::<f64>() / count
}

fn percentile(sorted: &[f64], share: f64) -> f64 {
    let last = float(u64::try_from(sorted.len().saturating_sub(1)).unwrap_or(u64::MAX));
    let place = last * share;
    let at = |place: u64| usize::try_from(place).ok().and_then(|place| sorted.get(place)).copied();
    let below = at(floor(place)).unwrap_or(0.0);
    let above = at(floor(place) + 1).unwrap_or(below);
    below + (above - below) * place.fract()
}

impl fmt::Display for Winsorising {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |share: &WinsorisedShare| share.0 * 100.0;
        match self {
            Self::None => f.pad("not winsorised"),
            Self::AsPublished(share) => write!(f, "{:.0}% winsorised as published", percent(share)),
            Self::Divided(share) => write!(f, "{:.0}% winsorised, divided by the moment", percent(share)),
            Self::Corrected(share) => write!(f, "{:.0}% winsorised, corrected", percent(share)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_scores_by_hand() {
        // 1 to 9 with 100: the percentiles at 10% and 90% lie at places 0.9 and 8.1, so 1.9 and 9 + 0.1 × 91 = 18.1.
        let scores = [5.0, 1.0, 2.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0, 100.0];
        // 1.9² + (4 + 9 + … + 81 = 284) + 18.1² = 3.61 + 284 + 327.61 = 615.22.
        assert!((WinsorisedShare::TEN_PERCENT.mean_square(&scores) - 61.522).abs() < 1e-12);
    }

    #[test]
    fn the_second_moment_of_a_winsorised_normal() {
        // mpmath 1.4.1, quad of min(|x|, c)² times the density: q = 0.1, 0.05, 0.2.
        for (share, expected) in
            [(0.1, 0.678_654_558_952_874_4), (0.05, 0.831_268_281_130_757), (0.2, 0.412_086_726_706_194_2)]
        {
            let ours = WinsorisedShare::of(share).unwrap().normal_mean_square();
            assert!((ours - expected).abs() < 1e-12, "{share}: {ours}");
        }
        assert_eq!(WinsorisedShare::of(0.0), None);
        assert_eq!(WinsorisedShare::of(0.5), None);
    }
}
