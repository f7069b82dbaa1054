//! One point against all others, where the average of all would hold the point itself.

use super::{Funnel, FunnelKind};
use crate::{
    beta::{Fraction, Tails},
    binomial,
    count::{ceil, float},
    hypergeometric::Hypergeometric,
};

/// A point against the pooled others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgainstOthers {
    /// The value of the point.
    pub value: f64,
    /// The value of the others together: all their counts over all their bases.
    pub others: f64,
    /// The chance, if the point and the others had one and the same mean, of a split of the whole count at least this uneven:
    /// twice the smaller tail, at most 1.
    pub chance: f64,
}

impl Funnel {
    /// The point at a place, from 0, against all others, by the exact test that takes the sum of all counts as given: binomial
    /// for rates and ratios (J. Przyborowski and H. Wilenski, Biometrika 31, 1940), hypergeometric for proportions (R. A.
    /// Fisher's). Unlike a funnel about a centre it allows for the others' being counted too.
    ///
    /// It knows of no difference among the others. Where there is over-dispersion, set the point against
    /// [`Funnel::without`] it, by additive limits.
    ///
    /// `None` if there is no such point, or no other.
    #[must_use]
    pub fn against_others(&self, place: usize) -> Option<AgainstOthers> {
        let point = self.points.get(place)?;
        let others = || self.points.iter().enumerate().filter(|(other, _)| *other != place);
        let counted: u64 = others().try_fold(0_u64, |sum, (_, other)| sum.checked_add(other.observed))?;
        let base: f64 = others().map(|(_, other)| other.base).sum();
        let total = counted.checked_add(point.observed)?;
        if base <= 0.0 {
            return None;
        }
        let whole = base + point.base;
        let cumulative = |k: u64| -> Option<Tails> {
            match self.kind {
                FunnelKind::Proportion => {
                    Some(Hypergeometric::new(ceil(whole), total, ceil(point.base))?.cumulative(k))
                }
                FunnelKind::Rate { .. } | FunnelKind::Ratio => {
                    let share = Fraction { x: point.base / whole, rest: base / whole };
                    Some(binomial::cumulative(k, total, share))
                }
            }
        };
        let at_most = cumulative(point.observed)?.lower;
        let at_least = match point.observed.checked_sub(1) {
            Some(below) => cumulative(below)?.upper,
            None => 1.0,
        };
        Some(AgainstOthers {
            value: self.value(point),
            others: float(counted) / base * self.kind.per(),
            chance: (2.0 * at_most.min(at_least)).min(1.0),
        })
    }
}
