//! Control charts: whether a series along time does more than vary as it always did.

mod baseline;
mod error;
mod kind;
mod limits;
mod point;
mod signals;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use {
    baseline::{Baseline, Rebase},
    error::ChartError,
    kind::{Bounds, ChartKind, NoSuchChart},
    limits::{Control, FEWEST_POINTS, Line, SETTLED_POINTS, SegmentLimits, Spread},
    point::Point,
    signals::{ChartSignal, NoSuchSignalRule, ShiftLength, Side, SignalRule, TrendLength},
};

/// A series with its centre line and its limits, segment by segment.
///
/// The points are of periods that do not overlap, in order; what each is called is the caller's. A new segment begins at every
/// [`Rebase`] and nowhere else: nothing here finds a change by itself and moves the limits after it.
///
/// ```
/// use statistics::{Baseline, Bounds, Chart, ChartKind, Point, SignalRule, SegmentLimits};
/// let points: Vec<Point> = [12.0, 14.0, 13.0, 12.0, 14.0, 13.0, 12.0, 14.0, 21.0].map(Point::Value).into();
/// let kind = ChartKind::Individuals(Bounds::AtLeastZero);
/// let chart = Chart::of(kind, &points, &Baseline::First(8), &[])?;
/// // By hand: the first eight have a mean of 13, and ranges 2 1 1 2 1 1 2, which are 10/7 in the mean; 2.66 x 10/7 = 3.8.
/// let control = chart.points[8].control.ok_or("no limits")?;
/// assert_eq!((control.centre, format!("{:.1} to {:.1}", control.lower, control.upper)), (13.0, "9.2 to 16.8".to_owned()));
/// let signals = chart.signals(&[SignalRule::Astronomical]);
/// assert_eq!(signals.len(), 1);
/// assert_eq!(signals[0].points, [8]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// How it is made.
    pub kind: ChartKind,
    /// Every point that was given, missing ones too, in the same order.
    pub points: Vec<Charted>,
    /// The stretches that have a line each, in order; they cover all points.
    pub segments: Vec<Segment>,
}

/// A point as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Charted {
    /// The value, count or rate; `None` where the point is missing.
    pub value: Option<f64>,
    /// How far it lies from the point before; `None` at the beginning of a segment and on both sides of a missing point.
    pub moving_range: Option<f64>,
    /// Centre and limits here; `None` where the point is missing or its segment has no line.
    pub control: Option<Control>,
}

/// A stretch of points with one centre line.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its points, by their places in the chart.
    pub points: Range<usize>,
    /// Why it begins there; `None` for the first.
    pub reason: Option<String>,
    /// Its line, or why it has none.
    pub standing: SegmentLimits,
}

impl Chart {
    /// Draws a chart of the points, with limits from the baseline and a new segment at each rebase.
    ///
    /// # Errors
    ///
    /// What [`ChartError`] lists: points that do not suit the kind, a baseline or rebase outside the series, a rebase without a
    /// reason. That a segment is too short for limits is no error: see [`SegmentLimits`].
    pub fn of(
        kind: ChartKind,
        points: &[Point],
        baseline: &Baseline,
        rebases: &[Rebase],
    ) -> Result<Self, ChartError> {
        let readings = points
            .iter()
            .enumerate()
            .map(|(at, point)| point::reading(kind, at, *point))
            .collect::<Result<Vec<_>, _>>()?;
        let stretches = baseline::stretches(readings.len(), baseline, rebases)?;
        let mut chart = Self { kind, points: Vec::with_capacity(points.len()), segments: Vec::new() };
        for stretch in stretches {
            let of_segment = readings.get(stretch.points.clone()).unwrap_or_default();
            let used = baseline::used(of_segment, &stretch);
            let standing = limits::standing(kind, used);
            let mut before = None;
            for reading in of_segment {
                let value = reading.map(|reading| reading.value);
                chart.points.push(Charted {
                    value,
                    moving_range: value.zip(before).map(|(value, before): (f64, f64)| (value - before).abs()),
                    control: reading.and_then(|reading| standing.control(kind, reading)),
                });
                before = value;
            }
            chart.segments.push(Segment { points: stretch.points, reason: stretch.reason, standing });
        }
        Ok(chart)
    }

    /// The same chart in another unit: `factor` of the new one are one of the old. What is found in it stays the same.
    ///
    /// ```
    /// use statistics::{Baseline, Chart, ChartKind, Point};
    /// let points = [30, 40, 35, 33, 38, 36].map(|count| Point::Rate { count, base: 1_000.0 });
    /// let percent = Chart::of(ChartKind::Proportions, &points, &Baseline::All, &[])?.times(100.0);
    /// assert_eq!(format!("{:.2}", percent.points[0].control.ok_or("no limits")?.centre), "3.53");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn times(mut self, factor: f64) -> Self {
        for point in &mut self.points {
            point.value = point.value.map(|value| value * factor);
            point.moving_range = point.moving_range.map(|range| range * factor);
            point.control = point.control.map(|control| control.times(factor));
        }
        for segment in &mut self.segments {
            segment.standing = segment.standing.times(factor);
        }
        self
    }

    /// What the rules find, rule by rule as they are given and then in order of time.
    ///
    /// Nothing runs across the border of a segment or across a missing point, and a segment without limits gives no signals.
    #[must_use]
    pub fn signals(&self, rules: &[SignalRule]) -> Vec<ChartSignal> {
        rules.iter().flat_map(|rule| signals::found(self, *rule)).collect()
    }
}
