//! Moments and days as records systems write them.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike as _, NaiveDate};

/// A moment, local time. What is given to the day only is not taken for midnight.
///
/// ```
/// use calendar::Moment;
/// let recorded: Moment = "2026-05-01T14:30".parse()?;
/// let told: Moment = "01/05/2026".parse()?;
/// assert_eq!(recorded.to_string(), "2026-05-01 14:30");
/// // Both on one day, and which came first is not known.
/// assert_eq!((told.before(recorded), told.day() == recorded.day()), (None, true));
/// # Ok::<(), calendar::NoMoment>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Seconds since the beginning of 1970, local time.
    pub seconds: i64,
    /// Whether the time of the day is given.
    pub to_the_minute: bool,
}

const DAY: i64 = 24 * 60 * 60;

impl Moment {
    /// The day, counted from the beginning of 1970.
    #[must_use]
    pub const fn day(self) -> i64 {
        self.seconds.div_euclid(DAY)
    }

    /// Whether it comes before another moment; nothing, where one of the two is given to the day only and the days are the same.
    #[must_use]
    pub const fn before(self, other: Self) -> Option<bool> {
        if self.day() != other.day() {
            return Some(self.day() < other.day());
        }
        if self.to_the_minute && other.to_the_minute {
            return Some(self.seconds < other.seconds);
        }
        None
    }

    /// The day as a date.
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        DateTime::from_timestamp(self.seconds, 0).map(|moment| moment.date_naive())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::from_timestamp(self.seconds, 0) {
            Some(moment) if self.to_the_minute => write!(f, "{}", moment.format("%Y-%m-%d %H:%M")),
            Some(moment) => write!(f, "{}", moment.format("%Y-%m-%d")),
            None => f.pad("no day"),
        }
    }
}

/// Words that hold no moment and no day, though they hold something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no moment: expected one as `2026-05-01T14:30`, or a day as `2026-05-01`")]
pub struct NoMoment;

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        moment(text)?.ok_or(NoMoment)
    }
}

/// Reads `2026-05-01T14:30`, the same with seconds or a space, `01/05/2026 14:30`, or only the day. Nothing, where the cell is empty or says
/// `not known`.
///
/// # Errors
///
/// [`NoMoment`] if it holds something else.
pub fn moment(text: &str) -> Result<Option<Moment>, NoMoment> {
    if missing(text) {
        return Ok(None);
    }
    let bytes = text.as_bytes();
    let (first, rest) = bytes.split_at_checked(10).ok_or(NoMoment)?;
    let days = date(first).ok_or(NoMoment)?;
    let midnight = days * DAY;
    if rest.is_empty() {
        return Ok(Some(Moment { seconds: midnight, to_the_minute: false }));
    }
    let (hours, minutes, seconds) = match rest {
        [b'T' | b' ', h1, h2, b':', m1, m2] => (pair(*h1, *h2), pair(*m1, *m2), Some(0)),
        [b'T' | b' ', h1, h2, b':', m1, m2, b':', s1, s2] => (pair(*h1, *h2), pair(*m1, *m2), pair(*s1, *s2)),
        _ => return Err(NoMoment),
    };
    match (hours, minutes, seconds) {
        (Some(hours @ 0..=23), Some(minutes @ 0..=59), Some(seconds @ 0..=59)) => Ok(Some(Moment {
            seconds: midnight + i64::from(hours * 3600 + minutes * 60 + seconds),
            to_the_minute: true,
        })),
        _ => Err(NoMoment),
    }
}

/// Reads a day as its number since the beginning of 1970; nothing, where the cell is empty or says `not known`.
///
/// # Errors
///
/// [`NoMoment`] if it holds something else.
pub fn day(text: &str) -> Result<Option<i64>, NoMoment> {
    if missing(text) { Ok(None) } else { date(text.as_bytes()).map(Some).ok_or(NoMoment) }
}

/// Whether nobody supplied the cell, or it is not known.
#[inline]
#[must_use]
pub fn missing(text: &str) -> bool {
    text.is_empty() || (text.len() == 9 && text.eq_ignore_ascii_case("not known"))
}

/// The number of a day since the beginning of 1970.
#[must_use]
pub fn number(day: NaiveDate) -> i64 {
    // 719,163 is 1 January 1970 in that count.
    i64::from(day.num_days_from_ce()) - 719_163
}

/// The month as `2026-05`; nothing, where the cell is missing or holds no moment.
#[must_use]
pub fn month(text: &str) -> Option<String> {
    let date = moment(text).ok().flatten()?.date()?;
    Some(format!("{:04}-{:02}", date.year(), date.month()))
}

fn date(bytes: &[u8]) -> Option<i64> {
    let (year, month, day) = match bytes {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] | [d1, d2, b'/', m1, m2, b'/', y1, y2, y3, y4] => {
            (pair(*y1, *y2)? * 100 + pair(*y3, *y4)?, pair(*m1, *m2)?, pair(*d1, *d2)?)
        }
        _ => return None,
    };
    // Other years are slips of the hand.
    if !(1800..=2999).contains(&year) {
        return None;
    }
    number_of(year, month, day)
}

/// The number of a day since the beginning of 1970, for a year from 1800 on. Years are counted from March, so that a leap day ends one.
fn number_of(year: u32, month: u32, day: u32) -> Option<i64> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return None,
    };
    if !(1..=days).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    // 153 days in each five months from March; 719,469 days before 1970, and one.
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    Some(i64::from(days) - 719_469)
}

fn pair(tens: u8, ones: u8) -> Option<u32> {
    (tens.is_ascii_digit() && ones.is_ascii_digit())
        .then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_as_extracts_write_them() {
        // 1 May 2026 is 20,574 days after 1 January 1970 (Python: date(2026, 5, 1) - date(1970, 1, 1)).
        let half_past_two = Moment { seconds: 20_574 * DAY + 52_200, to_the_minute: true };
        for text in [
            "2026-05-01T14:30",
            "2026-05-01 14:30",
            "2026-05-01T14:30:00",
            "01/05/2026 14:30",
            "01/05/2026 14:30:00",
        ] {
            assert_eq!(moment(text), Ok(Some(half_past_two)), "{text}");
        }
        assert_eq!(moment("2026-05-01").unwrap().unwrap().to_string(), "2026-05-01");
        assert_eq!(half_past_two.to_string(), "2026-05-01 14:30");
        assert_eq!(month("01/05/2026 14:30"), Some("2026-05".to_owned()));
    }

    #[test]
    fn every_day_has_the_number_that_the_calendar_of_chrono_gives_it() {
        let first = NaiveDate::from_ymd_opt(1800, 1, 1).unwrap();
        let mut before = number(first) - 1;
        for day in first.iter_days().take_while(|day| day.year() < 3000) {
            let (year, month) = (day.year().unsigned_abs(), day.month());
            assert_eq!(number_of(year, month, day.day()), Some(number(day)), "{day}");
            assert_eq!(number(day), before + 1);
            before = number(day);
            if day.succ_opt().is_some_and(|next| next.day() == 1) {
                assert_eq!(number_of(year, month, day.day() + 1), None, "{day}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_no_fault_and_what_is_wrong_is() {
        for text in ["", "not known", "Not Known"] {
            assert_eq!(moment(text), Ok(None), "{text}");
            assert_eq!(day(text), Ok(None), "{text}");
        }
        for text in [
            "2026-02-30",
            "2026-05-01T24:00",
            "2026-05-01T1430",
            "1 May 2026",
            "0026-05-01",
            "05/13/2026",
            "2026-05-01Tx",
            "é26-05-01T",
        ] {
            assert_eq!(moment(text), Err(NoMoment), "{text}");
        }
        assert_eq!(day("2026-05-01T14:30"), Err(NoMoment));
    }
}
