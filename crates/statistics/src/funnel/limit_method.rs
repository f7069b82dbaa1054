//! How the limits of a funnel are made.

use std::fmt;

use super::{Confidence, Dispersion, Funnel, FunnelKind, Limits};
use crate::{chi_square, count::float};

/// Below this expected count the chi-square limits do not keep to their risk, nor do the normal ones.
///
/// Of Poisson counts at the centre, those outside the chi-square limits of a nominal 0.2% are, by `SciPy` 1.17.1 over 200 expected
/// counts each: from 1 to 5 expected 9.1% on average, from 5 to 10 0.78%, from 10 to 20 0.43%, from 20 to 50 0.27%, from 50 to 100
/// 0.22% and at most 0.28%. Nearly all are on the low side.
pub const SMALL_EXPECTED: f64 = 50.0;

/// How the limits of a funnel are made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LimitMethod {
    /// The counts whose chance on either side, themselves included, is at least half the risk. Who lies outside has less, so
    /// that false signals are at or under nominal on each side.
    Exact,
    /// What `FunnelPlotR` and other packages draw for ratios: χ²(tail; 2 E) / 2 E and χ²(1 − tail; 2 (E + 1)) / 2 E for E expected, times
    /// the centre. It is the exact interval of a mean after a count of E, turned into limits of a count, and not quite what
    /// chance does where E is small. It knows counts only: for a proportion it is meant for rare successes.
    ChiSquare,
    /// The centre ± z √(s² + τ²): forces differ among themselves by τ, and chance comes on top (D. J. Spiegelhalter,
    /// "Handling over-dispersion of performance indicators", Quality and Safety in Health Care 14, 2005).
    Additive(Dispersion),
    /// The centre ± z s √φ: the same paper's other way, which takes the large forces to differ less than the small ones. φ
    /// below 1 is taken as 1.
    Multiplicative(Dispersion),
}

impl Funnel {
    /// The limits for a point with this base, in the unit of the values: two-sided, half the risk on each side.
    ///
    /// `None` for a base that is not finite and above 0. Exact limits of a proportion are those of the next whole number of
    /// trials.
    #[must_use]
    pub fn limits(&self, base: f64, confidence: Confidence, method: LimitMethod) -> Option<Limits> {
        let sound = base > 0.0 && base.is_finite();
        let per = self.kind.per();
        sound.then(|| match method {
            LimitMethod::Exact => {
                let (low, high) = self.counts(base, confidence.risk() / 2.0);
                let whole = if self.kind == FunnelKind::Proportion { base.ceil() } else { base };
                Limits { low: float(low) / whole * per, high: float(high) / whole * per }
            }
            LimitMethod::ChiSquare => {
                let (expected, tail) = (self.centre * base, confidence.risk() / 2.0);
                let low = chi_square::lower_quantile(2.0 * expected, tail) / 2.0;
                let high = chi_square::upper_quantile(2.0 * (expected + 1.0), tail) / 2.0;
                self.within_range(low / base * per, high / base * per)
            }
            LimitMethod::Additive(_) | LimitMethod::Multiplicative(_) => {
                let half = confidence.quantile() * self.deviation(base, method) * per;
                self.within_range(self.centre() - half, self.centre() + half)
            }
        })
    }

    /// Whether fewer than [`SMALL_EXPECTED`] events are expected of this base (or, of a proportion, fewer failures): normal and
    /// chi-square limits then do not keep to their risk, and the exact ones should be read.
    #[must_use]
    pub fn counts_are_small(&self, base: f64) -> bool {
        let rarer = match self.kind {
            FunnelKind::Proportion => self.centre.min(1.0 - self.centre),
            FunnelKind::Rate { .. } | FunnelKind::Ratio => self.centre,
        };
        rarer * base < SMALL_EXPECTED
    }

    /// The standard deviation of a value with this base, per one of the base.
    pub(super) fn deviation(&self, base: f64, method: LimitMethod) -> f64 {
        let chance = self.variance(base);
        let per = self.kind.per();
        match method {
            LimitMethod::Exact | LimitMethod::ChiSquare => chance,
            LimitMethod::Additive(dispersion) => chance + dispersion.tau_squared / (per * per),
            LimitMethod::Multiplicative(dispersion) => chance * dispersion.phi_used.max(1.0),
        }
        .sqrt()
    }

    /// No value is below 0, and no share above 1.
    fn within_range(&self, low: f64, high: f64) -> Limits {
        let highest = if self.kind == FunnelKind::Proportion { 1.0 } else { f64::INFINITY };
        Limits { low: low.max(0.0), high: high.min(highest) }
    }
}

impl fmt::Display for LimitMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact => f.pad("exact tails"),
            Self::ChiSquare => f.pad("chi-square limits"),
            Self::Additive(dispersion) => write!(f, "additive random effects, {}", dispersion.winsorising),
            Self::Multiplicative(dispersion) => {
                write!(f, "multiplicative over-dispersion, {}", dispersion.winsorising)
            }
        }
    }
}
