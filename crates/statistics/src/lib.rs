//! Numerical methods that know no policing, one a file.
//!
//! Of a share of a simple random sample:
//!
//! * [`IntervalMethod`] and [`Confidence`]: its interval, by [`wilson()`], [`clopper_pearson`], [`jeffreys()`] or
//!   [`agresti_coull`];
//! * [`attribute_sample_size`] and [`attribute_upper_limit`]: whether a rate of errors is below so much;
//!
//! Of a series along time, and of many looks at once:
//!
//! * [`Chart`]: control charts by [`ChartKind`], with [`Rebase`]s that have a reason and signals by [`SignalRule`];
//! * [`rate_change`] and [`rate_difference`]: two periods compared;
//! * [`signals_by_chance`] and [`false_discovery`]: what chance alone gives, and p values adjusted for it;
//! * [`ranks`]: a league table, with how much of its order is luck;
//!
//! Of a whole, from a sample drawn by strata, without replacement:
//!
//! * [`weighted_share`] where each record is a success or not, [`clustered_share`] where a record holds several trials,
//!   [`total_of_failures`] for their number; [`WeightedMethod`] is how the interval is made;
//! * [`newcombe`] and [`difference`]: two shares compared.
//!
//! Of a sample to be drawn:
//!
//! * [`sample_size`] and [`stratified_sample_size`]: how many for a wanted margin;
//! * [`allocate`]: how they are shared out among strata;
//! * [`Draw`]: which ones, in one pass and for anybody to repeat;
//!
//! Of two reviewers:
//!
//! * [`agreement`]: percent and Cohen's kappa;
//!
//! Of a count over a base, such as crimes over people:
//!
//! * [`rate()`] and [`RateMethod`]: a rate and its interval; [`expected_count`] and [`standardised_ratio`]: indirect standardisation;
//! * [`Funnel`]: how unusual a force is among others; [`Dispersion`]: how much more they differ than chance has it;
//!
//! Of tables:
//!
//! * [`fits`] and [`best`]: which rounding convention printed a table of percentages;
//! * [`suppress`] and [`suppress_list`]: which counts of a table to leave out so that no small one can be worked out.
//!
//! ```
//! use statistics::{Confidence, wilson};
//! let limits = wilson(24, 30, Confidence::NinetyFive).ok_or("no trials")?;
//! assert_eq!(format!("{:.3} to {:.3}", limits.low, limits.high), "0.627 to 0.905");
//! # Ok::<(), &str>(())
//! ```
//!
//! This crate reads no file, no clock and no environment.

mod agreement;
mod agresti_coull;
mod allocation;
mod attribute;
mod beta;
mod binomial;
mod by_chance;
mod chi_square;
mod clopper_pearson;
mod clustered;
mod confidence;
mod control_chart;
mod convention;
mod count;
mod difference;
mod draw;
mod false_discovery;
mod funnel;
mod gamma;
mod hypergeometric;
mod interval_method;
mod jeffreys;
mod list;
mod mover;
mod normal;
mod poisson;
mod rank;
mod rate;
mod rate_change;
#[cfg(test)]
mod reference;
mod sample_size;
mod score;
mod standardisation;
mod stirling;
mod stratified;
mod student;
mod suppression;
mod walk;
mod weighted;
mod wilson;

pub use {
    agreement::{Agreement, AgreementError, Kappa, agreement},
    agresti_coull::agresti_coull,
    allocation::{Allocation, AllocationError, NoSuchAllocation, PlannedStratum, allocate, smoothed_share},
    attribute::{
        AttributeError, AttributeMethod, NoSuchAttributeMethod, attribute_sample_size, attribute_upper_limit,
    },
    by_chance::{ByChance, signals_by_chance},
    clopper_pearson::clopper_pearson,
    clustered::{EstimatedTotal, SampledClusters, clustered_share, total_of_failures},
    confidence::{Confidence, ConfidenceError, Level},
    control_chart::{
        Baseline, Bounds, Chart, ChartError, ChartKind, ChartSignal, Charted, Control, FEWEST_POINTS, Line,
        NoSuchChart, NoSuchSignalRule, Point, Rebase, SETTLED_POINTS, Segment, SegmentLimits, ShiftLength,
        Side, SignalRule, Spread, TrendLength,
    },
    convention::{Contradiction, Fit, PrintedShare, best, fits},
    difference::{Difference, difference, newcombe, rate_difference},
    draw::{Draw, Drawn, Offered},
    false_discovery::{Dependence, false_discovery},
    funnel::{
        ADDITIVE_ABOVE, AgainstOthers, Centre, Dispersion, DispersionError, Funnel, FunnelError, FunnelKind,
        FunnelPoint, LEAST_POINTS, LimitMethod, Position, SMALL_EXPECTED, Standing, WinsorisedShare,
        Winsorising,
    },
    interval_method::{IntervalMethod, Limits, NoSuchMethod},
    jeffreys::jeffreys,
    list::{SuppressedList, suppress_list},
    rank::{MOST_RANKED, RankError, RankModel, RankPlan, RankSpread, Ranks, UnitRank, ranks},
    rate::{NoSuchRateMethod, RateMethod, rate},
    rate_change::{RateChange, TwoSided, rate_change},
    sample_size::{expected_margin, sample_size, stratified_sample_size},
    standardisation::{ReferenceStratum, StandardisedRatio, expected_count, standardised_ratio},
    stratified::{SampledStratum, weighted_share},
    suppression::{Suppressed, SuppressionError, suppress},
    weighted::{NoSuchWeightedMethod, Note, WeightedError, WeightedMethod, WeightedShare},
    wilson::{wilson, wilson_effective, wilson_interval},
};
