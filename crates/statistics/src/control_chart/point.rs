//! A point of a series, and what a chart reads of it.

use super::{Bounds, ChartError, ChartKind};
use crate::count::float;

/// One period of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Point {
    /// Nothing is known of it: a gap, which nothing is drawn or counted across.
    Missing,
    /// A measured value; for `XmR` charts.
    Value(f64),
    /// A count of a period as long as all the others; for `XmR` and c charts.
    Count(u64),
    /// A count over its base: people, households, trials, in any unit that is the same for all points. For all but c charts.
    Rate {
        /// How many.
        count: u64,
        /// Of or among how many; above 0.
        base: f64,
    },
}

/// What a chart needs to know of a point that is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reading {
    /// What is drawn.
    pub value: f64,
    /// Its weight in the centre: 1 for values and counts, and for rates that are drawn as single values.
    pub base: f64,
}

/// Larger numbers, and bases as much below 1, are no measures, and their squares would leave the floats.
const LARGEST: f64 = 1e50;

/// The reading of a point; `None` where it is missing.
pub(super) fn reading(kind: ChartKind, at: usize, point: Point) -> Result<Option<Reading>, ChartError> {
    let reading = match point {
        Point::Missing => return Ok(None),
        Point::Value(value) => {
            if !matches!(kind, ChartKind::Individuals(_)) {
                return Err(ChartError::NoCount { at, kind });
            }
            Reading { value, base: 1.0 }
        }
        Point::Count(count) => match kind {
            ChartKind::Individuals(_) | ChartKind::Counts => Reading { value: float(count), base: 1.0 },
            ChartKind::Rates
            | ChartKind::Proportions
            | ChartKind::RatesPrime
            | ChartKind::ProportionsPrime => {
                return Err(ChartError::NoBase { at, kind });
            }
        },
        Point::Rate { count, base } => {
            if kind == ChartKind::Counts {
                return Err(ChartError::BaseUnused { at });
            }
            if base.is_nan() || base <= 0.0 {
                return Err(ChartError::NoBase { at, kind });
            }
            if !(1.0 / LARGEST..=LARGEST).contains(&base) {
                return Err(ChartError::NoNumber { at });
            }
            let weight = if matches!(kind, ChartKind::Individuals(_)) { 1.0 } else { base };
            Reading { value: float(count) / base, base: weight }
        }
    };
    within(kind, at, reading).map(Some)
}

fn within(kind: ChartKind, at: usize, reading: Reading) -> Result<Reading, ChartError> {
    let value = reading.value;
    if value.is_nan() || value.abs() > LARGEST {
        return Err(ChartError::NoNumber { at });
    }
    match kind {
        ChartKind::Proportions | ChartKind::ProportionsPrime if value > 1.0 => {
            Err(ChartError::AboveOne { at })
        }
        ChartKind::Individuals(Bounds::AtLeastZero) if value < 0.0 => Err(ChartError::OutOfBounds { at }),
        ChartKind::Individuals(Bounds::ZeroToOne) if !(0.0..=1.0).contains(&value) => {
            Err(ChartError::OutOfBounds { at })
        }
        ChartKind::Individuals(_)
        | ChartKind::Counts
        | ChartKind::Rates
        | ChartKind::Proportions
        | ChartKind::RatesPrime
        | ChartKind::ProportionsPrime => Ok(reading),
    }
}
