//! Funnels: how unusual a force is among others, allowing for its size.

use crate::{Confidence, Limits, beta::Fraction, count::float};

mod curve;
mod dispersion;
mod exact;
mod leave_one_out;
mod limit_method;
mod position;
mod winsorising;

pub use {
    dispersion::{ADDITIVE_ABOVE, Dispersion, DispersionError, LEAST_POINTS},
    leave_one_out::AgainstOthers,
    limit_method::{LimitMethod, SMALL_EXPECTED},
    position::{Position, Standing},
    winsorising::{WinsorisedShare, Winsorising},
};

/// One force, area or other unit: what was counted, over what.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelPoint {
    /// The count.
    pub observed: u64,
    /// Trials of a [`FunnelKind::Proportion`] (a whole number), people or households of a [`FunnelKind::Rate`], the count
    /// expected of a [`FunnelKind::Ratio`]. The number of people itself, not thousands of them.
    pub base: f64,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FunnelKind {
    /// Successes out of trials; values lie between 0 and 1, chances are binomial.
    Proportion,
    /// A count over people or households; chances are Poisson. Tests are made on the counts, so the multiplier cannot change
    /// who stands out.
    Rate {
        /// Values, centre and limits are per so many: 1,000 for a rate per 1,000 people.
        per: f64,
    },
    /// A count over the count expected; 1 is as expected, chances are Poisson.
    Ratio,
}

/// What the points are compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Centre {
    /// All counts over all bases: the weighted average.
    Pooled,
    /// The plain mean of the points' values, in which a small force counts as much as a large one.
    MeanOfValues,
    /// A value known from elsewhere, in the unit of the values: per 1,000 if they are.
    Given(f64),
}

/// Why there is no funnel.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FunnelError {
    /// Nothing to compare.
    #[error("a funnel without points")]
    NoPoints,
    /// A base that is missing, infinite, or not above 0.
    #[error("point {place} has the base {base}, which is not above 0")]
    NoBase {
        /// Its place, from 0.
        place: usize,
        /// Its base.
        base: f64,
    },
    /// A proportion of more successes than trials, or of trials that are no whole number.
    #[error("point {place} is {observed} successes out of {base} trials")]
    NoProportion {
        /// Its place, from 0.
        place: usize,
        /// Its successes.
        observed: u64,
        /// Its trials.
        base: f64,
    },
    /// A multiplier that is not above 0.
    #[error("a rate per {per}")]
    NoUnit {
        /// The multiplier.
        per: f64,
    },
    /// A centre at which chance has no room: 0 or below, or 1 or above for proportions.
    #[error("the centre {centre} leaves no room for chance")]
    NoRoom {
        /// The centre.
        centre: f64,
    },
}

/// Points about a centre.
///
/// ```
/// use statistics::{Centre, Funnel, FunnelKind, FunnelPoint, Standing};
/// // Burglaries and households of three invented forces, per 1,000 households.
/// let point = |observed, base| FunnelPoint { observed, base };
/// let points = [point(2_130, 310_000.0), point(8_400, 1_150_000.0), point(3_020, 410_000.0)];
/// let funnel = Funnel::of(FunnelKind::Rate { per: 1_000.0 }, &points, Centre::Pooled)?;
/// let first = funnel.position(0, "99.8%".parse()?).ok_or("no such point")?;
/// assert_eq!(format!("{:.2} against {:.2}", first.value, first.centre), "6.87 against 7.25");
/// assert_eq!(format!("{:.2} to {:.2}", first.limits.low, first.limits.high), "6.78 to 7.72");
/// assert_eq!(first.standing, Standing::Within);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    kind: FunnelKind,
    points: Vec<FunnelPoint>,
    /// Whether the centre comes from the points.
    estimated: bool,
    /// Per one of the base.
    centre: f64,
}

impl Funnel {
    /// Points about a centre.
    ///
    /// # Errors
    ///
    /// [`FunnelError`] for no points, a base that is not above 0, an impossible proportion, or a centre of 0.
    pub fn of(kind: FunnelKind, points: &[FunnelPoint], centre: Centre) -> Result<Self, FunnelError> {
        let per = kind.per();
        if !(per > 0.0 && per.is_finite()) {
            return Err(FunnelError::NoUnit { per });
        }
        for (place, point) in points.iter().enumerate() {
            point.check(kind, place)?;
        }
        if points.is_empty() {
            return Err(FunnelError::NoPoints);
        }
        let (centre, estimated) = match centre {
            Centre::Pooled => {
                let counted: f64 = points.iter().map(|point| float(point.observed)).sum();
                (counted / points.iter().map(|point| point.base).sum::<f64>(), true)
            }
            Centre::MeanOfValues => {
                let sum: f64 = points.iter().map(FunnelPoint::value).sum();
                (sum / float(u64::try_from(points.len()).unwrap_or(u64::MAX)), true)
            }
            Centre::Given(centre) => (centre / per, false),
        };
        let highest = if kind == FunnelKind::Proportion { 1.0 } else { f64::INFINITY };
        if !(centre > 0.0 && centre < highest) {
            return Err(FunnelError::NoRoom { centre: centre * per });
        }
        Ok(Self { kind, points: points.to_vec(), estimated, centre })
    }

    /// The same without one point, about a centre of the others. To set a point against an average in
    /// which it has no part: `funnel.without(3, Centre::Pooled)?.place(&point, ..)`.
    ///
    /// # Errors
    ///
    /// [`FunnelError`] if nothing is left, or nothing was counted elsewhere.
    pub fn without(&self, place: usize, centre: Centre) -> Result<Self, FunnelError> {
        let others = self.points.iter().enumerate().filter(|(other, _)| *other != place);
        let others: Vec<FunnelPoint> = others.map(|(_, point)| *point).collect();
        Self::of(self.kind, &others, centre)
    }

    /// What is compared.
    #[must_use]
    pub const fn kind(&self) -> FunnelKind {
        self.kind
    }

    /// The points, in the order given.
    #[must_use]
    pub fn points(&self) -> &[FunnelPoint] {
        &self.points
    }

    /// The centre, in the unit of the values.
    #[must_use]
    pub fn centre(&self) -> f64 {
        self.centre * self.kind.per()
    }

    /// The value of a point: a share, a rate per so many, or a ratio.
    #[must_use]
    pub fn value(&self, point: &FunnelPoint) -> f64 {
        point.value() * self.kind.per()
    }

    /// The variance by chance alone of the value of a point with this base, per one of the base.
    fn variance(&self, base: f64) -> f64 {
        match self.kind {
            FunnelKind::Proportion => self.centre * (1.0 - self.centre) / base,
            FunnelKind::Rate { .. } | FunnelKind::Ratio => self.centre / base,
        }
    }
}

impl FunnelKind {
    /// What values are multiplied with for printing.
    const fn per(self) -> f64 {
        match self {
            Self::Proportion | Self::Ratio => 1.0,
            Self::Rate { per } => per,
        }
    }
}

impl FunnelPoint {
    /// The count over the base.
    fn value(&self) -> f64 {
        float(self.observed) / self.base
    }

    fn check(&self, kind: FunnelKind, place: usize) -> Result<(), FunnelError> {
        let Self { observed, base } = *self;
        if !(base > 0.0 && base.is_finite()) {
            return Err(FunnelError::NoBase { place, base });
        }
        // Beyond 2^53 floats are no counts any more.
        let whole = base.fract() == 0.0 && base < 9e15;
        if kind == FunnelKind::Proportion && !(whole && float(observed) <= base) {
            return Err(FunnelError::NoProportion { place, observed, base });
        }
        Ok(())
    }
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
