//! The force along time: a chart that stops where counting changed.

use calendar::Window;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use statistics::{
    Chart, ChartError, ChartKind, ChartSignal, Confidence, Point, RateChange, TwoSided, rate_change,
};

use super::{Asked, Peers};
use crate::{Break, Measure, Observed, Series, Why};

/// The force along time.
#[derive(Debug, Clone, PartialEq)]
pub struct Along {
    /// How each chart is made, as the measure says.
    pub kind: ChartKind,
    /// The stretches that compare with themselves, in order.
    pub charts: Vec<Charted>,
    /// The periods without a number, each with the reason.
    pub absent: Vec<(Window, Why)>,
    /// The last period against the one before it, if both lie in one stretch and have counts.
    pub change: Option<(Window, RateChange)>,
    /// The chosen average of the peers, by period.
    pub peers: Vec<(Window, Decimal)>,
}

/// A stretch of periods that compare with each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Charted {
    /// Its periods.
    pub windows: Vec<Window>,
    /// What the force had in each.
    pub observed: Vec<Option<Observed>>,
    /// What changed before it, so that it does not compare with the stretch before; or within it, if the line was told to go on.
    pub after: Vec<Break>,
    /// Centre and limits, or why there are none.
    pub chart: Result<Chart, NoChart>,
    /// What chance rarely shows.
    pub signals: Vec<ChartSignal>,
}

/// Why a stretch has no chart.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoChart {
    /// None of its periods has a number.
    #[error("no period of it has a number")]
    NoNumber,
    /// The numbers do not make one.
    #[error("{0}")]
    Refused(#[from] ChartError),
}

impl Along {
    /// The signals that the last period is part of.
    pub fn now(&self) -> impl Iterator<Item = &ChartSignal> {
        self.charts.last().into_iter().flat_map(|chart| {
            let last = chart.windows.len().checked_sub(1);
            chart.signals.iter().filter(move |signal| last.is_some_and(|last| signal.points.contains(&last)))
        })
    }
}

/// The force along time.
pub(super) fn along(asked: &Asked<'_>, measure: &Measure, series: &Series, peers: &Peers) -> Along {
    let kind = measure.charting.kind;
    let value = |window: Window| {
        series
            .points
            .iter()
            .find(|point| point.force == asked.focal && point.window == window)
            .map(|point| &point.value)
    };
    let charts: Vec<Charted> = measure
        .stretches(asked.breaks, asked.focal, asked.windows, &asked.across)
        .into_iter()
        .map(|stretch| {
            let observed: Vec<Option<Observed>> =
                stretch.windows.iter().map(|window| value(*window)?.as_ref().ok().cloned()).collect();
            let chart = chart(measure, &stretch.windows, &observed);
            let signals =
                chart.as_ref().map(|chart| chart.signals(&measure.charting.signals)).unwrap_or_default();
            Charted {
                windows: stretch.windows,
                observed,
                after: stretch.after.into_iter().cloned().collect(),
                chart,
                signals,
            }
        })
        .collect();
    let absent = asked
        .windows
        .iter()
        .filter_map(|window| Some((*window, value(*window)?.as_ref().err()?.clone())))
        .collect();
    let change = charts.last().and_then(|last| change(measure, last));
    let peers = match peers {
        Peers::None { .. } => Vec::new(),
        Peers::Of(of) => of.along.clone(),
    };
    Along { kind, charts, absent, change, peers }
}

fn chart(measure: &Measure, windows: &[Window], observed: &[Option<Observed>]) -> Result<Chart, NoChart> {
    if observed.iter().all(Option::is_none) {
        return Err(NoChart::NoNumber);
    }
    let charting = &measure.charting;
    let point = |observed: &Observed| match charting.kind {
        ChartKind::Individuals(_) => observed.rate.to_f64().map(Point::Value),
        // A count below nought is no count: it is a gap in such a chart.
        ChartKind::Counts
        | ChartKind::Rates
        | ChartKind::Proportions
        | ChartKind::RatesPrime
        | ChartKind::ProportionsPrime => {
            let (count, base) = (observed.numerator.to_u64(), observed.base.to_f64());
            count.zip(base).map(|(count, base)| Point::Rate { count, base })
        }
    };
    let points: Vec<Point> =
        observed.iter().map(|observed| observed.as_ref().and_then(point).unwrap_or(Point::Missing)).collect();
    let chart =
        Chart::of(charting.kind, &points, &charting.baseline_of(windows), &charting.rebases_of(windows))?;
    Ok(match charting.kind {
        ChartKind::Individuals(_) => chart,
        ChartKind::Counts
        | ChartKind::Rates
        | ChartKind::Proportions
        | ChartKind::RatesPrime
        | ChartKind::ProportionsPrime => chart.times(measure.multiplier.to_f64().unwrap_or(1.0)),
    })
}

/// The last period against the one before it: exact, taking both as counts that chance moves.
fn change(measure: &Measure, stretch: &Charted) -> Option<(Window, RateChange)> {
    if measure.is_score() || measure.is_proportion() {
        return None;
    }
    let (last, earlier) = stretch.observed.split_last()?;
    let (now, before) = (last.as_ref()?, earlier.last()?.as_ref()?);
    let window = stretch.windows.iter().rev().nth(1)?;
    let pair = |observed: &Observed| Some((observed.numerator.to_u64()?, observed.base.to_f64()?));
    let found = rate_change(pair(before)?, pair(now)?, Confidence::NinetyFive, TwoSided::Doubled)?;
    Some((*window, found))
}
