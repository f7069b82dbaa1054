//! The chances of a count at the centre: binomial for a proportion, Poisson for a rate or a ratio.

use super::{Fraction, Funnel, FunnelKind, FunnelPoint};
use crate::{binomial, count::ceil, poisson};

/// The chances of at most and of at least the count observed; both count the count itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chances {
    pub at_most: f64,
    pub at_least: f64,
}

impl Funnel {
    pub(super) fn chances(&self, point: &FunnelPoint) -> Chances {
        let cumulative = |k: u64| match self.kind {
            FunnelKind::Proportion => binomial::cumulative(k, ceil(point.base), Fraction::of(self.centre)),
            FunnelKind::Rate { .. } | FunnelKind::Ratio => poisson::cumulative(k, self.centre * point.base),
        };
        let at_least = match point.observed.checked_sub(1) {
            Some(below) => cumulative(below).upper,
            None => 1.0,
        };
        Chances { at_most: cumulative(point.observed).lower, at_least }
    }

    /// The smallest and the largest count that leave on their side at least the chance `tail`.
    pub(super) fn counts(&self, base: f64, tail: f64) -> (u64, u64) {
        match self.kind {
            FunnelKind::Proportion => {
                let (trials, chance) = (ceil(base), Fraction::of(self.centre));
                (
                    binomial::lower_quantile(trials, chance, tail),
                    binomial::upper_quantile(trials, chance, tail),
                )
            }
            FunnelKind::Rate { .. } | FunnelKind::Ratio => {
                let mean = self.centre * base;
                (poisson::lower_quantile(mean, tail), poisson::upper_quantile(mean, tail))
            }
        }
    }
}
