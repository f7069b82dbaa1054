//! The two nights a year on which clocks in the United Kingdom change.

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime, Weekday};

/// A change of the clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockChange {
    /// The local time at which it begins, before the change.
    pub at: NaiveDateTime,
    /// How many hours the clock gains: 1 in March, −1 in October.
    pub hours: i64,
}

/// The first year for which [`clock_changes`] answers: since then summer time has begun and ended on the last Sundays of
/// March and October, as the time zone database has it for London. The orders themselves were not read.
pub const FIRST_YEAR: i32 = 1996;

/// The changes of a year: forward at 01:00 on the last Sunday of March, back at 02:00 on the last Sunday of October.
/// Empty before [`FIRST_YEAR`].
///
/// ```
/// let changes = calendar::clock_changes(2026);
/// assert_eq!(changes[0].at.to_string(), "2026-03-29 01:00:00");
/// assert_eq!(changes[1].at.to_string(), "2026-10-25 02:00:00");
/// ```
#[must_use]
pub fn clock_changes(year: i32) -> Vec<ClockChange> {
    if year < FIRST_YEAR {
        return Vec::new();
    }
    [(3, 1, 1), (10, 2, -1)]
        .into_iter()
        .filter_map(|(month, hour, hours)| {
            let at = last_sunday(year, month)?.and_hms_opt(hour, 0, 0)?;
            Some(ClockChange { at, hours })
        })
        .collect()
}

fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let back = last.weekday().days_since(Weekday::Sun);
    last.checked_sub_signed(Duration::days(i64::from(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_clock_changes_in_the_time_zone_database() {
        // Europe/London as Python's zoneinfo reads it. There, 1996 to 2037 all follow the last Sundays, and 1995 does not.
        for (year, march, october) in [(2024, 31, 27), (2025, 30, 26), (2026, 29, 25), (2027, 28, 31)] {
            let days: Vec<u32> = clock_changes(year).iter().map(|change| change.at.date().day()).collect();
            assert_eq!(days, [march, october], "{year}");
        }
        assert!(clock_changes(1995).is_empty());
    }
}
