//! A dated window: an event or a period, both ends included.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

/// From a first to a last day, both included. What happens on one day is a window of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    // INVARIANT: first <= last.
    first: NaiveDate,
    last: NaiveDate,
}

/// A window that would end before it begins.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the window ends on {last}, before it begins on {first}")]
pub struct InvertedWindow {
    /// The first day given.
    pub first: NaiveDate,
    /// The last day given.
    pub last: NaiveDate,
}

/// Where a day lies as seen from a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// So many days before the first day.
    Before {
        /// 1 is the day before the window.
        days: u64,
    },
    /// On one of its days.
    Inside,
    /// So many days after the last day.
    After {
        /// 1 is the day after the window.
        days: u64,
    },
}

impl Nearness {
    /// The distance in days; 0 inside.
    #[must_use]
    pub const fn days(self) -> u64 {
        match self {
            Self::Inside => 0,
            Self::Before { days } | Self::After { days } => days,
        }
    }
}

impl fmt::Display for Nearness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inside => f.pad("inside"),
            Self::Before { days: 1 } => f.pad("1 day before"),
            Self::After { days: 1 } => f.pad("1 day after"),
            Self::Before { days } => write!(f, "{days} days before"),
            Self::After { days } => write!(f, "{days} days after"),
        }
    }
}

impl Window {
    /// From `first` to `last`.
    ///
    /// # Errors
    ///
    /// [`InvertedWindow`] if `last` is before `first`.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, InvertedWindow> {
        if first <= last { Ok(Self { first, last }) } else { Err(InvertedWindow { first, last }) }
    }

    /// A single day.
    #[must_use]
    pub const fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    /// The first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    #[must_use]
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days it has; at least 1.
    #[must_use]
    pub fn days(self) -> u64 {
        self.last.signed_duration_since(self.first).num_days().unsigned_abs() + 1
    }

    /// Whether `day` is one of its days.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days that both have.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last)).ok()
    }

    /// Where `day` lies as seen from this window.
    #[must_use]
    pub fn nearness(self, day: NaiveDate) -> Nearness {
        let between = |a: NaiveDate, b: NaiveDate| b.signed_duration_since(a).num_days().unsigned_abs();
        if day < self.first {
            Nearness::Before { days: between(day, self.first) }
        } else if day > self.last {
            Nearness::After { days: between(self.last, day) }
        } else {
            Nearness::Inside
        }
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let long = |day: NaiveDate| format!("{} {}", day.day(), day.format("%B %Y"));
        if self.first == self.last {
            f.pad(&long(self.first))
        } else {
            write!(f, "{} to {}", long(self.first), long(self.last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn both_ends_belong_to_the_window() {
        let summit = Window::new(day("2014-09-04"), day("2014-09-05")).unwrap();
        assert_eq!(summit.days(), 2);
        for (at, nearness) in [
            ("2014-09-01", "3 days before"),
            ("2014-09-03", "1 day before"),
            ("2014-09-04", "inside"),
            ("2014-09-05", "inside"),
            ("2014-09-06", "1 day after"),
        ] {
            assert_eq!(summit.nearness(day(at)).to_string(), nearness, "{at}");
        }
    }

    #[test]
    fn a_window_cannot_end_before_it_begins() {
        let error = Window::new(day("2014-09-05"), day("2014-09-04")).unwrap_err();
        assert_eq!(error.to_string(), "the window ends on 2014-09-04, before it begins on 2014-09-05");
    }

    fn any_window() -> impl Strategy<Value = Window> {
        (0..20_000_i64, 0..400_i64).prop_map(|(start, length)| {
            let first = day("1990-01-01") + chrono::Duration::days(start);
            Window::new(first, first + chrono::Duration::days(length)).unwrap()
        })
    }

    proptest! {
        #[test]
        fn overlap_is_symmetric_and_within_both(a in any_window(), b in any_window()) {
            prop_assert_eq!(a.overlap(b), b.overlap(a));
            if let Some(both) = a.overlap(b) {
                prop_assert!(a.contains(both.first()) && b.contains(both.last()) && both.days() <= a.days().min(b.days()));
            }
        }

        #[test]
        fn near_and_inside_agree(window in any_window(), offset in -500..500_i64) {
            let at = window.first() + chrono::Duration::days(offset);
            prop_assert_eq!(window.contains(at), window.nearness(at).days() == 0);
        }
    }
}
