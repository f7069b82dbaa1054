//! A ranked dot plot: one row an area, with an interval each.

use rulebook::FigureId;

use super::{CentreLine, Standing};

/// Values in the order that the caller gives, with an interval each, on an axis of any unit.
///
/// Values are in hundredths of the unit that `axis` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// What the axis measures: `crimes per 1,000 people, with 95% intervals`.
    pub axis: String,
    /// A line to see the rows by.
    pub centre: Option<CentreLine>,
    /// The rows, from top to bottom.
    pub rows: Vec<RankedRow>,
    /// Sentences on rows that are not here and why, printed below the picture.
    pub left_out: Vec<String>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedRow {
    /// Its name.
    pub label: String,
    /// The figure it draws.
    pub figure: FigureId,
    /// Its value in hundredths of the unit; none if the figure has no value to draw.
    pub hundredths: Option<i64>,
    /// The lower and the upper limit of its interval; none if it has none.
    pub interval: Option<(i64, i64)>,
    /// The figure as printed, with its interval if there is room for it.
    pub printed: String,
    /// Whom it stands for.
    pub standing: Standing,
}
