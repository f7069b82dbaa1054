//! Why there is no chart.

use super::ChartKind;

/// Why points make no chart of the kind that was asked for. Places count from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// A point is no number, or one of more than fifty digits.
    #[error("point {at} is no number that can be drawn")]
    NoNumber {
        /// Its place.
        at: usize,
    },
    /// A rate or proportion without a base, or with a base of 0 or less. Give such a point as missing.
    #[error("point {at} has no base above 0, which a {kind} chart needs")]
    NoBase {
        /// Its place.
        at: usize,
        /// The chart.
        kind: ChartKind,
    },
    /// A value where the chart needs a count.
    #[error("point {at} is a value and no count, which a {kind} chart needs")]
    NoCount {
        /// Its place.
        at: usize,
        /// The chart.
        kind: ChartKind,
    },
    /// A count with a base on a chart of bare counts, which would not look at it.
    #[error("point {at} has a base, which a c chart would not look at")]
    BaseUnused {
        /// Its place.
        at: usize,
    },
    /// More successes than trials.
    #[error("point {at} is a proportion above 1")]
    AboveOne {
        /// Its place.
        at: usize,
    },
    /// A value outside the bounds that the measure is said to have.
    #[error("point {at} lies outside the bounds of its measure")]
    OutOfBounds {
        /// Its place.
        at: usize,
    },
    /// A rebase that says no reason.
    #[error("the rebase at point {at} has no reason")]
    NoReason {
        /// The place at which it would begin.
        at: usize,
    },
    /// A rebase at the first point, beyond the last, or not after the one before.
    #[error("a rebase cannot begin at point {at}: it comes after the one before and within the series")]
    RebaseOutOfPlace {
        /// The place given.
        at: usize,
    },
    /// A baseline of no points, or one that ends beyond the series.
    #[error("the baseline holds no points or ends beyond the series")]
    BaselineOutOfPlace,
    /// A baseline on both sides of a rebase.
    #[error("the baseline runs across the rebase at point {at}")]
    BaselineAcrossRebase {
        /// Where the rebase is.
        at: usize,
    },
}
