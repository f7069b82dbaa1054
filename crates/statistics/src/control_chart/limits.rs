//! Centre, sigma and limits of a segment.

use super::{ChartKind, point::Reading};
use crate::count::float;

/// Below so many points in the baseline there are no limits.
///
/// D. J. Wheeler, "Understanding Variation" (page 60): useful limits can be had from as few as five or six values; we ask for six.
pub const FEWEST_POINTS: usize = 6;

/// Below so many points in the baseline limits are on trial: they will move as points come.
///
/// The NHS-R Community's "How many points are required for robust control limits?" calls limits of fewer than 12 trial limits.
pub const SETTLED_POINTS: usize = 12;

/// Three sigma in mean moving ranges, 3/1.128: the factor as the textbooks print it.
const THREE_SIGMA: f64 = 2.66;
/// The upper limit of moving ranges in mean moving ranges: D4 for two values.
const UPPER_RANGE: f64 = 3.267;
/// The mean range of two values of a normal distribution in sigmas: d2 for two values.
const MEAN_RANGE: f64 = 1.128;

/// Whether a segment has limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SegmentLimits {
    /// It has.
    Drawn(Line),
    /// Its baseline has too few points, or so many gaps that there are too few pairs of neighbours.
    TooFew {
        /// Points in the baseline that are not missing; at least [`FEWEST_POINTS`] are needed.
        points: usize,
        /// Pairs of neighbours among them; where limits rest on such pairs, half as many as [`FEWEST_POINTS`] are needed.
        pairs: usize,
    },
    /// Its baseline does not vary, so that limits would lie on the centre.
    NoVariation {
        /// The centre.
        centre: f64,
        /// Points in the baseline that are not missing.
        points: usize,
    },
}

/// The line of a segment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The centre, in the unit of the values.
    pub centre: f64,
    /// How far points lie from it when nothing happens.
    pub spread: Spread,
    /// Points in the baseline that are not missing.
    pub points: usize,
}

/// How the distance of the limits was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    /// From moving ranges: `XmR`.
    Ranges {
        /// The mean distance of a value from the one before.
        mean: f64,
        /// The upper limit of such distances; their lower one is 0.
        upper: f64,
    },
    /// From the distribution that counts of a constant rate would have: c, u, p, and multiplied by `sigma_z` u' and p'.
    Counts {
        /// The sigma of the z scores by their moving ranges: about 1 if points vary as the distribution says. `None` if gaps
        /// leave too few pairs of neighbours. Below 1 it narrows the limits of u' and p', as Laney has it; some programs stop at 1.
        sigma_z: Option<f64>,
        /// The sum of the squared z scores over the number of points less one: 1 in the mean if points vary so. Unlike
        /// `sigma_z` it counts slow movements too, and it is a square.
        phi: f64,
    },
}

/// Centre and limits at one point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Control {
    /// The centre of the segment.
    pub centre: f64,
    /// The standard deviation about it that is allowed for at this point.
    pub sigma: f64,
    /// Three sigma below, or where the measure ends.
    pub lower: f64,
    /// Three sigma above, or where the measure ends.
    pub upper: f64,
}

impl Control {
    /// In another unit.
    pub(super) fn times(self, factor: f64) -> Self {
        let Self { centre, sigma, lower, upper } = self;
        Self { centre: centre * factor, sigma: sigma * factor, lower: lower * factor, upper: upper * factor }
    }
}

impl SegmentLimits {
    /// In another unit.
    pub(super) fn times(self, factor: f64) -> Self {
        match self {
            Self::Drawn(line) => Self::Drawn(Line {
                centre: line.centre * factor,
                spread: match line.spread {
                    Spread::Ranges { mean, upper } => {
                        Spread::Ranges { mean: mean * factor, upper: upper * factor }
                    }
                    // They are in sigmas.
                    Spread::Counts { sigma_z, phi } => Spread::Counts { sigma_z, phi },
                },
                points: line.points,
            }),
            Self::NoVariation { centre, points } => Self::NoVariation { centre: centre * factor, points },
            Self::TooFew { points, pairs } => Self::TooFew { points, pairs },
        }
    }
}

impl Line {
    /// Whether its limits rest on fewer than [`SETTLED_POINTS`] points and will move as points come.
    #[must_use]
    pub const fn is_on_trial(&self) -> bool {
        self.points < SETTLED_POINTS
    }
}

impl SegmentLimits {
    /// Centre and limits at a point of the segment.
    pub(super) fn control(&self, kind: ChartKind, reading: Reading) -> Option<Control> {
        let line = match self {
            Self::Drawn(line) => line,
            Self::TooFew { .. } | Self::NoVariation { .. } => return None,
        };
        let sigma = match line.spread {
            Spread::Ranges { mean, .. } => THREE_SIGMA / 3.0 * mean,
            Spread::Counts { sigma_z, .. } => {
                let widened = match kind {
                    ChartKind::RatesPrime | ChartKind::ProportionsPrime => sigma_z?,
                    ChartKind::Individuals(_)
                    | ChartKind::Counts
                    | ChartKind::Rates
                    | ChartKind::Proportions => 1.0,
                };
                widened * expected_sigma(kind, line.centre, reading.base)
            }
        };
        let bounds = kind.bounds();
        Some(Control {
            centre: line.centre,
            sigma,
            lower: bounds.clamp(line.centre - 3.0 * sigma),
            upper: bounds.clamp(line.centre + 3.0 * sigma),
        })
    }
}

/// The line of a segment from the readings of its baseline.
pub(super) fn standing(kind: ChartKind, baseline: &[Option<Reading>]) -> SegmentLimits {
    let seen: Vec<Reading> = baseline.iter().copied().flatten().collect();
    let points = seen.len();
    let pairs = ranges(baseline, |reading| reading.value).count();
    let enough_pairs = pairs * 2 >= FEWEST_POINTS;
    let rests_on_pairs = match kind {
        ChartKind::Individuals(_) | ChartKind::RatesPrime | ChartKind::ProportionsPrime => true,
        ChartKind::Counts | ChartKind::Rates | ChartKind::Proportions => false,
    };
    if points < FEWEST_POINTS || (rests_on_pairs && !enough_pairs) {
        return SegmentLimits::TooFew { points, pairs };
    }
    let weights: f64 = seen.iter().map(|reading| reading.base).sum();
    let centre = seen.iter().map(|reading| reading.value * reading.base).sum::<f64>() / weights;
    let none = SegmentLimits::NoVariation { centre, points };
    if matches!(kind, ChartKind::Individuals(_)) {
        let mean = mean(ranges(baseline, |reading| reading.value));
        if mean <= 0.0 {
            return none;
        }
        let spread = Spread::Ranges { mean, upper: UPPER_RANGE * mean };
        return SegmentLimits::Drawn(Line { centre, spread, points });
    }
    if expected_sigma(kind, centre, 1.0) <= 0.0 {
        return none;
    }
    let z = |reading: Reading| (reading.value - centre) / expected_sigma(kind, centre, reading.base);
    let squares: f64 = seen.iter().map(|reading| z(*reading).powi(2)).sum();
    let phi = squares / (float(points as u64) - 1.0);
    let sigma_z = enough_pairs.then(|| mean(ranges(baseline, z)) / MEAN_RANGE);
    if rests_on_pairs && sigma_z.is_some_and(|sigma_z| sigma_z <= 0.0) {
        return none;
    }
    SegmentLimits::Drawn(Line { centre, spread: Spread::Counts { sigma_z, phi }, points })
}

/// The standard deviation of a point of that base if counts vary about the centre as their distribution says.
fn expected_sigma(kind: ChartKind, centre: f64, base: f64) -> f64 {
    match kind {
        ChartKind::Proportions | ChartKind::ProportionsPrime => (centre * (1.0 - centre) / base).sqrt(),
        ChartKind::Individuals(_) | ChartKind::Counts | ChartKind::Rates | ChartKind::RatesPrime => {
            (centre / base).sqrt()
        }
    }
}

/// How far neighbours lie apart by that measure, where both are there.
fn ranges(
    baseline: &[Option<Reading>],
    of: impl Fn(Reading) -> f64 + Copy,
) -> impl Iterator<Item = f64> + Clone {
    baseline
        .iter()
        .zip(baseline.iter().skip(1))
        .filter_map(move |(before, reading)| Some((of((*reading)?) - of((*before)?)).abs()))
}

/// The mean; 0 of nothing.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0_u64), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { 0.0 } else { sum / float(count) }
}
