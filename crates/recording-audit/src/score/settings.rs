//! How an audit is scored: methods by name, how sure, and from how few on nothing is said.

use chrono::NaiveDate;
use statistics::{
    Confidence, ConfidenceError, IntervalMethod, NoSuchMethod, NoSuchWeightedMethod, WeightedMethod,
};

/// How an audit is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The interval of a share in which each record holds one thing at the most.
    pub interval: IntervalMethod,
    /// The interval of an estimate over strata, or of records that hold several crimes.
    pub weighted: WeightedMethod,
    /// How sure an interval is.
    pub confidence: Confidence,
    /// With fewer than so many a rate is not printed: too few to say.
    pub least: u64,
    /// How many records the whole year has, if an estimate of a part of it is to be carried over to the year.
    pub year_records: Option<u64>,
    /// Today.
    pub as_at: NaiveDate,
}

/// Why settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// No such method of a simple interval.
    #[error(transparent)]
    Interval(#[from] NoSuchMethod),
    /// No such method of a weighted interval.
    #[error(transparent)]
    Weighted(#[from] NoSuchWeightedMethod),
    /// No such confidence.
    #[error(transparent)]
    Confidence(#[from] ConfidenceError),
}

impl Settings {
    /// Wilson's interval, the score interval for what is weighted, 95%, and at least 30.
    #[must_use]
    pub fn new(as_at: NaiveDate) -> Self {
        Self {
            interval: IntervalMethod::default(),
            weighted: WeightedMethod::default(),
            confidence: Confidence::NinetyFive,
            least: 30,
            year_records: None,
            as_at,
        }
    }

    /// The same with methods and confidence as people write them: `wilson`, `mover`, `95`.
    ///
    /// # Errors
    ///
    /// [`SettingsError`] for a name that is none, or a confidence that is none.
    pub fn named(self, interval: &str, weighted: &str, confidence: &str) -> Result<Self, SettingsError> {
        Ok(Self {
            interval: interval.parse()?,
            weighted: weighted.parse()?,
            confidence: confidence.parse()?,
            ..self
        })
    }
}
