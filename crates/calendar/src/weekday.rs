//! Weekdays by their English names.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate};

/// A day of the week, read and printed by its English name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Weekday(chrono::Weekday);

impl Weekday {
    /// How many days after Monday it comes.
    pub(crate) const fn days_after_monday(self) -> usize {
        self.0.num_days_from_monday() as usize
    }
}

/// The day of the week on which `day` falls.
///
/// ```
/// let first_of_july = chrono::NaiveDate::from_ymd_opt(2014, 7, 1).unwrap();
/// assert_eq!(calendar::weekday(first_of_july).to_string(), "Tuesday");
/// ```
#[must_use]
pub fn weekday(day: NaiveDate) -> Weekday {
    Weekday(day.weekday())
}

/// A word that names no day of the week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day of the week")]
pub struct UnknownWeekday(String);

const NAMES: [(chrono::Weekday, &str); 7] = [
    (chrono::Weekday::Mon, "Monday"),
    (chrono::Weekday::Tue, "Tuesday"),
    (chrono::Weekday::Wed, "Wednesday"),
    (chrono::Weekday::Thu, "Thursday"),
    (chrono::Weekday::Fri, "Friday"),
    (chrono::Weekday::Sat, "Saturday"),
    (chrono::Weekday::Sun, "Sunday"),
];

impl FromStr for Weekday {
    type Err = UnknownWeekday;

    fn from_str(text: &str) -> Result<Self, UnknownWeekday> {
        let word = text.trim();
        NAMES
            .into_iter()
            .find(|(_, name)| {
                name.eq_ignore_ascii_case(word)
                    || name.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(word))
            })
            .map(|(weekday, _)| Self(weekday))
            .ok_or_else(|| UnknownWeekday(text.to_owned()))
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        NAMES.iter().find(|(weekday, _)| *weekday == self.0).map_or(Ok(()), |(_, name)| f.pad(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_short_forms_are_read() {
        assert_eq!("monday".parse::<Weekday>().unwrap().to_string(), "Monday");
        assert_eq!("Tue".parse::<Weekday>().unwrap().to_string(), "Tuesday");
        assert!("Mo".parse::<Weekday>().is_err());
    }
}
