//! Pictures as data. Each carries its title, a description and the table that says the same.

use chrono::NaiveDate;
use rulebook::FigureId;

use crate::Table;

mod control;
mod funnel;
mod ranked;

pub use control::{Beside, Break, Control, ControlLimits, ControlPoint, Segment, Signal};
pub use funnel::{CentreLine, DrawnAs, Funnel, FunnelPoint, Limits, Position, Reach, Spacing, Standing};
pub use ranked::{Ranked, RankedRow};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its anchor, a slug, unique in the document.
    pub id: String,
    /// Its title, without a number.
    pub title: String,
    /// What a person sees in it, in one or two sentences; read out by screen readers.
    pub description: String,
    /// The picture.
    pub kind: ChartKind,
    /// The same data as a table.
    pub table: Table,
}

/// The kinds of picture. Values are in hundredths of the unit, so that the picture is the same on every machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartKind {
    /// Horizontal bars from zero.
    Bars {
        /// What the axis measures: `no crimes as a percentage of crimes initially recorded`.
        axis: String,
        /// The bars, from top to bottom.
        bars: Vec<Bar>,
    },
    /// Points with an interval each, on an axis of percentages that ends at 100.
    Intervals {
        /// What the axis measures.
        axis: String,
        /// Where the axis begins, in per cent: 0, or what [`beginning`] found. The picture says so in words if it is not 0.
        from: u8,
        /// So many points at the top are set apart from the others by a line: what they come to together.
        apart: usize,
        /// The points, from top to bottom.
        points: Vec<WithInterval>,
    },
    /// A square of counts: what a thing is against what it is taken for, the same names down and across.
    ///
    /// A count is written in its cell and told by darkness as well. If there are more names than can be read, those with most are drawn and
    /// the rest taken together, which the picture says; the table holds all.
    HeatMap {
        /// What a row is: `group due`.
        rows: String,
        /// What a column is: `group recorded`.
        columns: String,
        /// What is counted: `crimes`.
        of: String,
        /// The names, from top to bottom and from left to right.
        names: Vec<String>,
        /// The cells that are not empty, by the places of their row and their column among the names.
        cells: Vec<HeatCell>,
    },
    /// Rates against the size of what they are rates of, within limits.
    Funnel(Box<Funnel>),
    /// Values over periods, within the limits of ordinary variation.
    Control(Box<Control>),
    /// Rows in order, with an interval each, on an axis of any unit.
    Ranked(Box<Ranked>),
    /// Lanes on an axis of days.
    Timeline {
        /// The first day of the axis.
        from: NaiveDate,
        /// The last day of the axis.
        to: NaiveDate,
        /// The day on which the reader stands; drawn if it is on the axis.
        as_at: NaiveDate,
        /// The lanes, from top to bottom.
        lanes: Vec<Lane>,
    },
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// The figure it draws.
    pub figure: FigureId,
    /// Its length in hundredths of the axis unit; none if the figure has no value to draw.
    pub hundredths: Option<i64>,
    /// The figure as printed.
    pub printed: String,
    /// Whether this is the one the paper is about.
    pub focus: bool,
}

/// A point with its interval, in hundredths of a percentage point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithInterval {
    /// What it stands for.
    pub label: String,
    /// The figure it draws.
    pub figure: FigureId,
    /// The point, the lower and the upper limit; none if the figure has no value to draw.
    pub hundredths: Option<(i64, i64, i64)>,
    /// The figure and its interval as printed.
    pub printed: String,
}

/// Where an axis of percentages may begin so that its points can be told apart: 99, 98, 95, 90, 80, 70 or 60 if every lower limit lies above that,
/// with a tenth of the axis to spare, and else 0.
///
/// ```
/// use document::{WithInterval, beginning};
/// let point = |value, low, high| WithInterval {
///     label: "a store".into(),
///     figure: rulebook::FigureId::of(&["share", "a store"]),
///     hundredths: Some((value, low, high)),
///     printed: "a share".into(),
/// };
/// assert_eq!(beginning(&[point(9297, 9136, 9429), point(8800, 8100, 9300)]), 70);
/// assert_eq!(beginning(&[point(9297, 9136, 9429), point(6833, 5579, 7869)]), 0);
/// assert_eq!(beginning(&[point(9980, 9970, 9990)]), 99);
/// assert_eq!(beginning(&[]), 0);
/// ```
#[must_use]
pub fn beginning(points: &[WithInterval]) -> u8 {
    let lowest =
        points.iter().filter_map(|point| point.hundredths).map(|(value, low, high)| value.min(low).min(high));
    let lowest = lowest.min().unwrap_or_default();
    let holds = |from: &u8| i64::from(*from) * 100 + i64::from(100 - from) * 10 <= lowest;
    [99, 98, 95, 90, 80, 70, 60].into_iter().find(holds).unwrap_or_default()
}

/// A cell of a heat map that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeatCell {
    /// The place of its row among the names.
    pub row: usize,
    /// The place of its column among the names.
    pub column: usize,
    /// How many.
    pub heat: Heat,
}

/// How many, or that nobody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heat {
    /// So many; nought is drawn as an empty cell.
    Count(u64),
    /// Left out, since so small a count could point at a person or would tell one that does.
    LeftOut,
}

/// A lane of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Its name, at the left.
    pub label: String,
    /// Periods in it.
    pub spans: Vec<Span>,
    /// Days in it.
    pub marks: Vec<Mark>,
    /// What to say in a lane that has neither: `no dates supplied`.
    pub empty: String,
}

/// A period in a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// Its name.
    pub label: String,
    /// What it is, told by pattern as well as by colour.
    pub kind: SpanKind,
}

/// What a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// Work of our own.
    Work,
    /// An event of others that draws on the same people.
    Event,
    /// A period that restricts what may be said.
    Restriction,
}

/// A day in a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: NaiveDate,
    /// Its name.
    pub label: String,
}
