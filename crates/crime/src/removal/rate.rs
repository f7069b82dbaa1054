//! How large a share of recorded crimes was removed: the one definition of that rate.

use rulebook::Value;

/// The crimes removed, of those initially recorded: what a table of 2014 calls the no-crime rate.
///
/// The whole are the crimes recorded before any of them was removed, not those that remain. It is a count of all records, so it has no
/// sampling error.
///
/// ```
/// use crime::removal::Rate;
/// // Dorset, an invented year: 30 of 2,000 crimes recorded were removed.
/// let rate = Rate::new(30, 2_000)?;
/// assert_eq!(rate.working(), "30 of 2000");
/// assert_eq!(rate.remaining(), 1_970);
/// assert!(Rate::new(2_001, 2_000).is_err());
/// # Ok::<(), crime::removal::MoreRemovedThanRecorded>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    // INVARIANT: no more than were recorded.
    removed: u64,
    initially_recorded: u64,
}

/// More crimes are said to be removed than were recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{removed} crimes are said to be removed of only {initially_recorded} initially recorded")]
pub struct MoreRemovedThanRecorded {
    /// The crimes removed.
    pub removed: u64,
    /// The crimes initially recorded.
    pub initially_recorded: u64,
}

impl Rate {
    /// What the share is of, in the words of the time before 2015.
    pub const OF_NO_CRIMES: &'static str = "\"no crimes\" of crimes initially recorded";
    /// What the share is of, in the words of today.
    pub const OF_REMOVED: &'static str = "crimes removed of crimes initially recorded";

    /// The rate of these counts.
    ///
    /// # Errors
    ///
    /// [`MoreRemovedThanRecorded`], for then one of the counts is wrong.
    pub const fn new(removed: u64, initially_recorded: u64) -> Result<Self, MoreRemovedThanRecorded> {
        if removed > initially_recorded {
            return Err(MoreRemovedThanRecorded { removed, initially_recorded });
        }
        Ok(Self { removed, initially_recorded })
    }

    /// The rate of several counts taken together; nothing, if they are too large to add.
    #[must_use]
    pub fn together(rates: impl IntoIterator<Item = Self>) -> Option<Self> {
        rates.into_iter().try_fold(Self { removed: 0, initially_recorded: 0 }, |sum, rate| {
            Some(Self {
                removed: sum.removed.checked_add(rate.removed)?,
                initially_recorded: sum.initially_recorded.checked_add(rate.initially_recorded)?,
            })
        })
    }

    /// The crimes removed.
    #[must_use]
    pub const fn removed(self) -> u64 {
        self.removed
    }

    /// The crimes recorded before any was removed.
    #[must_use]
    pub const fn initially_recorded(self) -> u64 {
        self.initially_recorded
    }

    /// The crimes that remain.
    #[must_use]
    pub const fn remaining(self) -> u64 {
        self.initially_recorded.saturating_sub(self.removed)
    }

    /// The share, as a figure prints it.
    #[must_use]
    pub const fn value(self) -> Value {
        Value::Share { part: self.removed, whole: self.initially_recorded }
    }

    /// The arithmetic in words: `30 of 2000`.
    #[must_use]
    pub fn working(self) -> String {
        format!("{} of {}", self.removed, self.initially_recorded)
    }

    /// Whether it is lower than another, without dividing. A rate of no crimes at all is lower than none, and none is lower than it.
    #[must_use]
    pub fn is_lower_than(self, other: Self) -> bool {
        let times = |removed: u64, recorded: u64| u128::from(removed) * u128::from(recorded);
        times(self.removed, other.initially_recorded) < times(other.removed, self.initially_recorded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_compared_without_dividing() {
        let rate = |removed, recorded| Rate::new(removed, recorded).unwrap();
        // 2 of 100 is 2%, 3 of 140 is more than 2.1%; 20 of 1000 is 2% again.
        assert!(rate(2, 100).is_lower_than(rate(3, 140)));
        assert!(!rate(3, 140).is_lower_than(rate(2, 100)));
        assert!(!rate(2, 100).is_lower_than(rate(20, 1000)) && !rate(20, 1000).is_lower_than(rate(2, 100)));
        assert!(!rate(0, 0).is_lower_than(rate(1, 2)) && !rate(1, 2).is_lower_than(rate(0, 0)));
        // What a u64 multiplied by a u64 would not hold.
        assert!(rate(u64::MAX - 1, u64::MAX).is_lower_than(rate(u64::MAX, u64::MAX)));
    }

    #[test]
    fn together_is_the_sum_and_no_mean_of_rates() {
        // 1 of 10 and 0 of 90: 1 of 100, not the mean of 10% and 0%.
        let together = Rate::together([Rate::new(1, 10).unwrap(), Rate::new(0, 90).unwrap()]);
        assert_eq!(together, Rate::new(1, 100).ok());
        assert_eq!(
            Rate::together([Rate::new(0, u64::MAX).unwrap(), Rate::new(0, 1).unwrap()]),
            None,
            "a sum that no count holds"
        );
    }
}
