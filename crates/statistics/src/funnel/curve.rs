//! The limits of a funnel over a range of bases, to be drawn.

use super::{Confidence, Funnel, LimitMethod, Limits};
use crate::count::float;

impl Funnel {
    /// The limits at so many bases from the smallest to the largest, each with its base, closer together where bases are
    /// small and the limits bend (even steps of the root of the base).
    ///
    /// Empty unless `0 < smallest <= largest` and both are finite. Fewer than two bases are made two.
    #[must_use]
    pub fn curve(
        &self,
        (smallest, largest): (f64, f64),
        bases: u32,
        confidence: Confidence,
        method: LimitMethod,
    ) -> Vec<(f64, Limits)> {
        if !(smallest > 0.0 && smallest <= largest) {
            return Vec::new();
        }
        let steps = u64::from(bases.max(2) - 1);
        let (from, to) = (smallest.sqrt(), largest.sqrt());
        let base = |step: u64| {
            // The ends as they were given, without the rounding of roots.
            if step == 0 {
                smallest
            } else if step == steps {
                largest
            } else {
                let root = from + (to - from) * float(step) / float(steps);
                root * root
            }
        };
        let at = |base: f64| Some((base, self.limits(base, confidence, method)?));
        (0..=steps).filter_map(|step| at(base(step))).collect()
    }
}
