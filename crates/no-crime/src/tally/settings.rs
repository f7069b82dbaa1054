//! How removals are counted: methods, how few are too few, what was judged, and what they are held against.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use statistics::{Confidence, IntervalMethod};

/// How removals are counted, and what they are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How the interval of a share is made.
    pub interval: IntervalMethod,
    /// How sure an interval is.
    pub confidence: Confidence,
    /// With fewer that could be judged a share is not printed: too few to say.
    pub least: u64,
    /// Whether all removals are there.
    pub coverage: Coverage,
    /// The day on which something changed, if before and since are to be held against each other.
    pub changed_on: Option<NaiveDate>,
    /// How many crimes were initially recorded in the same time, if the rate of removals is asked for.
    pub recorded: Option<u64>,
    /// The same by offence group, by the names of the list.
    pub recorded_by_group: BTreeMap<String, u64>,
}

/// Whether all removals of a time are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// All of them.
    Census,
    /// Some of them.
    Sample {
        /// How many there are in all, if that is known.
        population: Option<u64>,
    },
}

impl Default for Settings {
    /// Wilson's interval, 95%, at least 10, all removals, and nothing they are held against.
    fn default() -> Self {
        Self {
            interval: IntervalMethod::default(),
            confidence: Confidence::NinetyFive,
            least: 10,
            coverage: Coverage::Census,
            changed_on: None,
            recorded: None,
            recorded_by_group: BTreeMap::new(),
        }
    }
}
