//! Signals: patterns that a process which only varies shows rarely.

use std::{fmt, str::FromStr};

use super::{Chart, SegmentLimits};

/// A pattern that is looked for.
///
/// Points on the centre line neither break a shift nor count for it, and of equal neighbours one counts for a trend: R. J.
/// Perla, L. P. Provost and S. K. Murray, "The run chart: a simple analytical tool for learning from variation in healthcare
/// processes", BMJ Quality & Safety 20 (2011). Some programs let such points break both. The rest is after the "Statistical
/// Quality Control Handbook" of Western Electric (1956).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignalRule {
    /// A point outside the limits; on a limit is not outside.
    Astronomical,
    /// So many points in a row on one side of the centre, or more.
    Shift(ShiftLength),
    /// So many points in a row, each above the one before (or each below), or more.
    Trend(TrendLength),
    /// Two of three points in a row more than two sigma from the centre, on the same side.
    TwoOfThree,
}

/// How many points on one side are a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShiftLength {
    /// Six, as for run charts.
    Six,
    /// Seven, as in "Making data count" of the NHS.
    Seven,
    /// Eight, as in Western Electric's handbook.
    Eight,
}

/// How many points are a trend, the first one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrendLength {
    /// Six.
    Six,
    /// Seven.
    Seven,
}

/// A pattern that was found: one for each stretch, however long it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartSignal {
    /// What was looked for.
    pub rule: SignalRule,
    /// Which way.
    pub side: Side,
    /// The places of the points that make it; those which only do not break it are left out.
    pub points: Vec<usize>,
}

/// Which way a signal points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Above the centre, or rising.
    Up,
    /// Below the centre, or falling.
    Down,
}

/// A name that is no rule for signals.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is no signal: `astronomical`, `shift of 6`, `shift of 7`, `shift of 8`, `trend of 6`, `trend of 7` or `two of three`"
)]
pub struct NoSuchSignalRule {
    /// The text read.
    pub text: String,
}

impl SignalRule {
    /// What is looked for if nobody chooses: all four patterns, with the lengths of "Making data count".
    pub const USUAL: [Self; 4] = [
        Self::Astronomical,
        Self::Shift(ShiftLength::Seven),
        Self::Trend(TrendLength::Seven),
        Self::TwoOfThree,
    ];

    /// Every rule that there is.
    pub const ALL: [Self; 7] = [
        Self::Astronomical,
        Self::Shift(ShiftLength::Six),
        Self::Shift(ShiftLength::Seven),
        Self::Shift(ShiftLength::Eight),
        Self::Trend(TrendLength::Six),
        Self::Trend(TrendLength::Seven),
        Self::TwoOfThree,
    ];
}

/// So many sigmas from a line is on it: the mean of decimals is a hair off in floats.
const HAIR: f64 = 1e-9;

/// A point that is there, with what a rule may ask of it.
#[derive(Debug, Clone, Copy)]
struct Seen {
    at: usize,
    value: f64,
    /// How many sigmas it lies above the centre.
    off: f64,
    outside: Option<Side>,
}

/// The signals of one rule.
pub(super) fn found(chart: &Chart, rule: SignalRule) -> Vec<ChartSignal> {
    let signals = unbroken(chart).into_iter().flat_map(|points| {
        let mut of_stretch = match rule {
            SignalRule::Astronomical => outside(&points),
            SignalRule::Shift(length) => shifts(&points, length),
            SignalRule::Trend(length) => trends(&points, length),
            SignalRule::TwoOfThree => two_of_three(&points),
        };
        of_stretch.sort_by(|one, other| one.1.cmp(&other.1));
        of_stretch
    });
    signals.map(|(side, points)| ChartSignal { rule, side, points }).collect()
}

/// The stretches within segments that have limits, without a gap.
fn unbroken(chart: &Chart) -> Vec<Vec<Seen>> {
    let mut stretches = Vec::new();
    for segment in &chart.segments {
        match segment.standing {
            SegmentLimits::Drawn(_) => {}
            SegmentLimits::TooFew { .. } | SegmentLimits::NoVariation { .. } => continue,
        }
        let mut stretch = Vec::new();
        let points = chart.points.get(segment.points.clone()).unwrap_or_default();
        for (at, point) in segment.points.clone().zip(points) {
            if let Some((value, control)) = point.value.zip(point.control) {
                let sigmas = |line: f64| (value - line) / control.sigma;
                let outside = if sigmas(control.upper) > HAIR {
                    Some(Side::Up)
                } else if sigmas(control.lower) < -HAIR {
                    Some(Side::Down)
                } else {
                    None
                };
                let off = sigmas(control.centre);
                stretch.push(Seen { at, value, off, outside });
            } else {
                stretches.push(std::mem::take(&mut stretch));
            }
        }
        stretches.push(stretch);
    }
    stretches
}

fn outside(points: &[Seen]) -> Vec<(Side, Vec<usize>)> {
    points.iter().filter_map(|point| Some((point.outside?, vec![point.at]))).collect()
}

fn shifts(points: &[Seen], length: ShiftLength) -> Vec<(Side, Vec<usize>)> {
    let mut runs: Vec<(Side, Vec<usize>)> = Vec::new();
    for point in points {
        let on_centre = point.off.abs() <= HAIR;
        let Some(side) = side(point.off).filter(|_| !on_centre) else { continue };
        match runs.last_mut() {
            Some((of_run, run)) if *of_run == side => run.push(point.at),
            Some(_) | None => runs.push((side, vec![point.at])),
        }
    }
    runs.retain(|(_, run)| run.len() >= length.points());
    runs
}

fn trends(points: &[Seen], length: TrendLength) -> Vec<(Side, Vec<usize>)> {
    let mut runs: Vec<(Side, Vec<usize>)> = Vec::new();
    let mut before: Option<Seen> = None;
    for point in points {
        // Of equal neighbours the first one stands for all.
        if before.is_some_and(|before| side(point.value - before.value).is_none()) {
            continue;
        }
        if let Some((before, side)) =
            before.and_then(|before| Some((before, side(point.value - before.value)?)))
        {
            match runs.last_mut() {
                Some((of_run, run)) if *of_run == side => run.push(point.at),
                Some(_) | None => runs.push((side, vec![before.at, point.at])),
            }
        }
        before = Some(*point);
    }
    runs.retain(|(_, run)| run.len() >= length.points());
    runs
}

fn two_of_three(points: &[Seen]) -> Vec<(Side, Vec<usize>)> {
    let mut signals = Vec::new();
    for side in [Side::Up, Side::Down] {
        let far = |point: &Seen| match side {
            Side::Up => point.off > 2.0 + HAIR,
            Side::Down => point.off < -2.0 - HAIR,
        };
        let places: Vec<usize> = points.iter().filter(|point| far(point)).map(|point| point.at).collect();
        // Within an unbroken stretch places are consecutive: two of three are at most two places apart.
        for group in places.chunk_by(|one, next| next - one <= 2) {
            if group.len() >= 2 {
                signals.push((side, group.to_vec()));
            }
        }
    }
    signals
}

/// The side on which a difference points; `None` for none.
fn side(difference: f64) -> Option<Side> {
    if difference > 0.0 {
        Some(Side::Up)
    } else if difference < 0.0 {
        Some(Side::Down)
    } else {
        None
    }
}

impl ShiftLength {
    /// The number.
    #[must_use]
    pub const fn points(self) -> usize {
        match self {
            Self::Six => 6,
            Self::Seven => 7,
            Self::Eight => 8,
        }
    }
}

impl TrendLength {
    /// The number.
    #[must_use]
    pub const fn points(self) -> usize {
        match self {
            Self::Six => 6,
            Self::Seven => 7,
        }
    }
}

impl fmt::Display for SignalRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Astronomical => f.pad("astronomical"),
            Self::Shift(length) => f.pad(&format!("shift of {}", length.points())),
            Self::Trend(length) => f.pad(&format!("trend of {}", length.points())),
            Self::TwoOfThree => f.pad("two of three"),
        }
    }
}

impl FromStr for SignalRule {
    type Err = NoSuchSignalRule;

    /// Reads the printed name, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |rule: &Self| rule.to_string().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| NoSuchSignalRule { text: text.to_owned() })
    }
}
