//! A control chart: one value a period, with the limits of ordinary variation.

use rulebook::FigureId;

/// Values over periods that do not overlap, within limits that are worked out for each segment.
///
/// Values are in hundredths of the unit that `value` names. The line is not drawn across a break, nor over a period without a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// What lies upwards: `crimes per 1,000 people`.
    pub value: String,
    /// What a period is: `years to 31 March`.
    pub period: String,
    /// Whose values they are, for the key: `West Midlands`.
    pub name: String,
    /// What the centre line is, for the key: `mean of the segment`.
    pub centre: String,
    /// What the limits are, for the key: `limits of an XmR chart`.
    pub limits: String,
    /// The periods, from the first to the last.
    pub points: Vec<ControlPoint>,
    /// Runs of periods that share a centre, from the first to the last.
    pub segments: Vec<Segment>,
    /// Changes of what is counted or how.
    pub breaks: Vec<Break>,
    /// Another line to see it by, without limits: the average of peers.
    pub beside: Option<Beside>,
}

/// A period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlPoint {
    /// The period: `2017/18`.
    pub label: String,
    /// The figure it draws.
    pub figure: FigureId,
    /// Its value in hundredths of the unit; none leaves a gap.
    pub hundredths: Option<i64>,
    /// The figure as printed.
    pub printed: String,
    /// What is unusual about it; the first decides its shape.
    pub signals: Vec<Signal>,
}

/// What is unusual about a point of a control chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// It lies outside the limits. Lettered A.
    Outside,
    /// It is in a run on one side of the centre. Lettered S.
    Shift,
    /// It is in a run that rises or falls. Lettered T.
    Trend,
    /// It is one of two of three near the same limit. Lettered 2.
    TwoOfThree,
}

/// A run of periods that share a centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The place of its first period among the points.
    pub first: usize,
    /// The place of its last.
    pub last: usize,
    /// Its centre in hundredths of the unit; none if there is none.
    pub centre: Option<i64>,
    /// Its limits.
    pub limits: ControlLimits,
    /// Why it begins where it does, or why it has no limits: printed below the picture with its periods. Empty if there is nothing to say.
    pub note: String,
}

/// The limits of a segment, in hundredths of the unit: lower, then upper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ControlLimits {
    /// None, as where there are too few points.
    None,
    /// The same for every period.
    Same(i64, i64),
    /// One pair a period of the segment, as where each has its own base.
    Each(Vec<(i64, i64)>),
}

/// A change of what is counted or how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The place of the first period after it. Breaks at the same place share a line.
    pub before: usize,
    /// What changed, and who says so: printed below the picture.
    pub what: String,
}

/// Another line to see the values by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What it is: `average of the peers`.
    pub name: String,
    /// Its values in hundredths of the unit, a period each; none leaves a gap.
    pub hundredths: Vec<Option<i64>>,
}
