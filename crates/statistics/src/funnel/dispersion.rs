//! Over-dispersion: how much more the points differ than chance alone would have it.

use super::{
    Funnel,
    winsorising::{WinsorisedShare, Winsorising, mean_square},
};
use crate::{FunnelPoint, LimitMethod, count::float};

/// Fewer points say nothing of how much points differ: by chance alone, φ of ten points lies between 0.30 and 2.11 in 95 of 100
/// cases (χ²/9 with 9 degrees of freedom), of four between 0.07 and 3.12.
pub const LEAST_POINTS: usize = 10;

/// Above this φ the headline is the additive limit: chance explains less than a tenth of the squared differences then, and exact
/// limits would call most forces unusual.
pub const ADDITIVE_ABOVE: f64 = 10.0;

/// How much more the points differ than chance alone would have it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// How many points it rests on: all of the funnel.
    pub points: usize,
    /// φ, the mean of the squared z scores of all points; about 1 if chance explains the differences. Never winsorised.
    pub phi: f64,
    /// φ after winsorising, corrected where that was asked; the multiplicative limits use it.
    pub phi_used: f64,
    /// τ², the variance among forces beyond chance, in the square of the unit of the values; 0 if φ asks for none.
    pub tau_squared: f64,
    /// What was done with the most extreme scores.
    pub winsorising: Winsorising,
}

/// Why over-dispersion cannot be estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DispersionError {
    /// Too few points: say, a group of most similar forces.
    #[error(
        "over-dispersion of {points} points is not estimated; {LEAST_POINTS} are needed, such as all forces"
    )]
    TooFewPoints {
        /// How many there are.
        points: usize,
    },
}

impl Funnel {
    /// The over-dispersion of all points about the centre.
    ///
    /// φ is the mean of z² with z = (value − centre) / s, s the standard deviation by chance, and
    /// τ² = (k φ − (k − 1)) / (Σw − Σw²/Σw) with w = 1/s², at least 0: D. J. Spiegelhalter, "Handling over-dispersion of
    /// performance indicators", Quality and Safety in Health Care 14 (2005); after R. `DerSimonian` and N. Laird (1986). Scores
    /// are taken on the scale of the values, without a root or a logarithm.
    ///
    /// # Errors
    ///
    /// [`DispersionError::TooFewPoints`] under [`LEAST_POINTS`].
    pub fn dispersion(&self, winsorising: Winsorising) -> Result<Dispersion, DispersionError> {
        let points = self.points.len();
        if points < LEAST_POINTS {
            return Err(DispersionError::TooFewPoints { points });
        }
        let scores = self.scores(0.0);
        let phi = mean_square(scores.iter().copied());
        let phi_used = match winsorising {
            Winsorising::None => phi,
            Winsorising::AsPublished(share) => share.mean_square(&scores),
            Winsorising::Divided(share) | Winsorising::Corrected(share) => {
                share.mean_square(&scores) / share.normal_mean_square()
            }
        };
        let tau_squared = match winsorising {
            Winsorising::None | Winsorising::AsPublished(_) | Winsorising::Divided(_) => {
                self.moments(phi_used)
            }
            Winsorising::Corrected(share) => self.solved(share),
        };
        let per = self.kind.per();
        Ok(Dispersion { points, phi, phi_used, tau_squared: tau_squared * per * per, winsorising })
    }

    /// The z scores of the points, with so much added to the variance of chance.
    fn scores(&self, added: f64) -> Vec<f64> {
        let score =
            |point: &FunnelPoint| (point.value() - self.centre) / (self.variance(point.base) + added).sqrt();
        self.points.iter().map(score).collect()
    }

    fn count(&self) -> f64 {
        float(u64::try_from(self.points.len()).unwrap_or(u64::MAX))
    }

    fn moments(&self, phi: f64) -> f64 {
        let (mut sum, mut squares) = (0.0, 0.0);
        for point in &self.points {
            let weight = 1.0 / self.variance(point.base);
            sum += weight;
            squares += weight * weight;
        }
        let k = self.count();
        ((k * phi - (k - 1.0)) / (sum - squares / sum)).max(0.0)
    }

    /// The τ² at which the winsorised scores have the second moment of a winsorised normal distribution.
    ///
    /// By false position (the Illinois variant, M. Dowell and P. Jarratt, BIT 11, 1971) on the reciprocal of that moment, which
    /// is nearly a straight line: some five steps.
    fn solved(&self, share: WinsorisedShare) -> f64 {
        let k = self.count();
        // An estimated centre takes one degree of freedom.
        let freedom = if self.estimated { (k - 1.0) / k } else { 1.0 };
        let wanted = share.normal_mean_square() * freedom;
        // Rising in τ², since every score falls; 0 where it is wanted.
        let excess = |added: f64| wanted / share.mean_square(&self.scores(added)) - 1.0;
        let (mut low, mut below) = (0.0, excess(0.0));
        // All scores alike (0/0 of none) or not above what is wanted: nothing beyond chance.
        if below.is_nan() || below >= 0.0 {
            return 0.0;
        }
        let farthest =
            self.points.iter().map(|point| (point.value() - self.centre).powi(2)).fold(0.0, f64::max);
        let mut high = farthest / wanted;
        let mut above = excess(high).max(0.0);
        // The end that stays for a second time pulls half as much.
        let mut last = 0.0;
        for _ in 0..100 {
            let middle = (low * above - high * below) / (above - below);
            let at = excess(middle);
            if at.abs() <= 1e-13 || high - low <= 1e-13 * high || !(middle > low && middle < high) {
                return middle;
            }
            if at < 0.0 {
                (low, below) = (middle, at);
                if last < 0.0 {
                    above /= 2.0;
                }
            } else {
                (high, above) = (middle, at);
                if last > 0.0 {
                    below /= 2.0;
                }
            }
            last = at;
        }
        high
    }
}

impl Dispersion {
    /// The method whose result goes first on a page: exact tails, or the additive limits where φ is above
    /// [`ADDITIVE_ABOVE`].
    #[must_use]
    pub fn headline(self) -> LimitMethod {
        if self.phi > ADDITIVE_ABOVE { LimitMethod::Additive(self) } else { LimitMethod::Exact }
    }
}
