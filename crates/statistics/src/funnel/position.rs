//! Where a point stands in a funnel.

use super::{Confidence, Funnel, FunnelPoint, LimitMethod, Limits, exact::Chances};
use crate::normal;

/// On which side of the limits a point lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Below the lower limit.
    Below,
    /// Between the limits, or on one of them.
    Within,
    /// Above the upper limit.
    Above,
}

/// Where a point stands: everything a page has to print of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Its value, in the unit of the funnel.
    pub value: f64,
    /// The centre.
    pub centre: f64,
    /// The limits for its base.
    pub limits: Limits,
    /// On which side of them it lies.
    pub standing: Standing,
    /// The chance of a value at least as far out on either side: twice the smaller tail, at most 1. The tails are exact, or
    /// normal where the method has a normal distribution about its centre.
    pub chance: f64,
    /// How the limits were made.
    pub method: LimitMethod,
}

impl Funnel {
    /// Where the point at a place, from 0, stands by exact tails.
    ///
    /// `None` if there is no such point.
    #[must_use]
    pub fn position(&self, place: usize, confidence: Confidence) -> Option<Position> {
        self.position_by(place, confidence, LimitMethod::Exact)
    }

    /// The same by another method.
    #[must_use]
    pub fn position_by(&self, place: usize, confidence: Confidence, method: LimitMethod) -> Option<Position> {
        self.place(self.points.get(place)?, confidence, method)
    }

    /// Where any point would stand, whether it belongs to the funnel or not.
    ///
    /// `None` for a point that could not belong to it.
    #[must_use]
    pub fn place(
        &self,
        point: &FunnelPoint,
        confidence: Confidence,
        method: LimitMethod,
    ) -> Option<Position> {
        point.check(self.kind, 0).ok()?;
        let limits = self.limits(point.base, confidence, method)?;
        let value = self.value(point);
        let (standing, chance) = match method {
            LimitMethod::Exact => {
                let chances = self.chances(point);
                let half = confidence.risk() / 2.0;
                // By the chances themselves: two divisions by the base might differ in their last digit.
                let standing = standing_of(chances.at_most < half, chances.at_least < half);
                (standing, chances.doubled())
            }
            LimitMethod::ChiSquare => {
                (standing_of(value < limits.low, value > limits.high), self.chances(point).doubled())
            }
            LimitMethod::Additive(_) | LimitMethod::Multiplicative(_) => {
                let z = (point.value() - self.centre) / self.deviation(point.base, method);
                (standing_of(value < limits.low, value > limits.high), 2.0 * normal::upper_tail(z.abs()))
            }
        };
        Some(Position { value, centre: self.centre(), limits, standing, chance, method })
    }
}

impl Chances {
    fn doubled(self) -> f64 {
        (2.0 * self.at_most.min(self.at_least)).min(1.0)
    }
}

const fn standing_of(below: bool, above: bool) -> Standing {
    if below {
        Standing::Below
    } else if above {
        Standing::Above
    } else {
        Standing::Within
    }
}
