//! Which hours of the week are worked.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

use crate::Weekday;

/// Which hours of which days of the week are worked, by the clock on the wall. An hour is the least that is told apart.
///
/// ```
/// use calendar::WorkingHours;
/// use chrono::NaiveDate;
/// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
///
/// let office = WorkingHours::none().and("Monday".parse()?, 9, 17)?.and("Friday".parse()?, 9, 12)?;
/// assert!(office.works(day("2014-06-02"), 16));
/// assert!(!office.works(day("2014-06-02"), 17));
/// assert_eq!(office.hours_of(day("2014-06-06")), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkingHours {
    /// By day of the week from Monday on: a bit for each hour, the lowest for that from midnight to one.
    days: [u32; 7],
}

/// Hours that are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("from {from} to {to} is no time of a day: both are hours from 0 to 24, the first below the second")]
pub struct NoHours {
    /// The first hour given.
    pub from: u8,
    /// The hour given as the end.
    pub to: u8,
}

impl WorkingHours {
    /// Nobody works.
    #[must_use]
    pub const fn none() -> Self {
        Self { days: [0; 7] }
    }

    /// Monday to Friday from nine to five.
    #[must_use]
    pub const fn office() -> Self {
        let day = 0xFF << 9;
        Self { days: [day, day, day, day, day, 0, 0] }
    }

    /// Every hour of every day.
    #[must_use]
    pub const fn always() -> Self {
        Self { days: [0xFF_FFFF; 7] }
    }

    /// The same, and from the hour `from` to the hour `to` of this day of the week.
    ///
    /// # Errors
    ///
    /// [`NoHours`] if `to` is not after `from`, or beyond 24.
    pub fn and(mut self, day: Weekday, from: u8, to: u8) -> Result<Self, NoHours> {
        if from >= to || to > 24 {
            return Err(NoHours { from, to });
        }
        if let Some(hours) = self.days.get_mut(day.days_after_monday()) {
            *hours |= (u32::MAX >> (32 - (to - from))) << from;
        }
        Ok(self)
    }

    /// The hours of a day as bits, the lowest for that from midnight to one.
    #[must_use]
    pub fn bits_of(&self, day: NaiveDate) -> u32 {
        self.days.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
    }

    /// Whether the hour that begins then is worked.
    #[must_use]
    pub fn works(&self, day: NaiveDate, hour: u8) -> bool {
        hour < 24 && self.bits_of(day) >> hour & 1 == 1
    }

    /// How many hours of a day are worked.
    #[must_use]
    pub fn hours_of(&self, day: NaiveDate) -> u32 {
        self.bits_of(day).count_ones()
    }

    /// How many hours of a week are worked.
    #[must_use]
    pub fn hours_of_week(&self) -> u32 {
        self.days.iter().map(|hours| hours.count_ones()).sum()
    }
}

impl fmt::Display for WorkingHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} hours a week", self.hours_of_week())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_office_works_forty_hours_and_no_weekend() {
        let office = WorkingHours::office();
        assert_eq!(office.hours_of_week(), 40);
        // 2 June 2014 was a Monday.
        let worked: Vec<u8> = (0..24).filter(|hour| office.works(day("2014-06-02"), *hour)).collect();
        assert_eq!(worked, [9, 10, 11, 12, 13, 14, 15, 16]);
        assert_eq!(office.hours_of(day("2014-06-07")), 0);
    }

    #[test]
    fn whole_days_and_wrong_hours() {
        let sunday = "Sunday".parse::<Weekday>().unwrap();
        let all = WorkingHours::none().and(sunday, 0, 24).unwrap();
        assert_eq!(all.hours_of(day("2014-06-08")), 24);
        assert!(!all.works(day("2014-06-08"), 24));
        for (from, to) in [(9, 9), (17, 9), (9, 25)] {
            assert_eq!(WorkingHours::none().and(sunday, from, to), Err(NoHours { from, to }));
        }
    }
}
