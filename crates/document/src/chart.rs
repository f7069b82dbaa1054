//! Pictures as data. Each carries its title, a description and the table that says the same.

use chrono::NaiveDate;
use rulebook::FigureId;

use crate::Table;

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
    /// Points with an interval each, on an axis of percentages from 0 to 100.
    Intervals {
        /// What the axis measures.
        axis: String,
        /// The points, from top to bottom.
        points: Vec<WithInterval>,
    },
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
