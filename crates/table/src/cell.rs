//! What a cell may hold: days, counts, percentages and money as people and spreadsheets write them.

use chrono::NaiveDate;
use rulebook::Known;
use rust_decimal::Decimal;
use serde::{Deserialize as _, Deserializer, de::Error as _};

/// A day: `2014-07-01`, or `01/07/2014` as a British spreadsheet exports it.
///
/// # Errors
///
/// If the text is no day.
pub fn day<'de, D: Deserializer<'de>>(cell: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(cell)?;
    parse_day(&text).ok_or_else(|| D::Error::custom("no such day; expected a day as `2014-07-01`"))
}

/// A day that may be missing; see [`Known`].
///
/// # Errors
///
/// If the text is neither a day, `not known` nor empty.
pub fn known_day<'de, D: Deserializer<'de>>(cell: D) -> Result<Known<NaiveDate>, D::Error> {
    known(cell, parse_day)
}

/// A count: a whole number, 0 or more, with or without commas between thousands.
///
/// # Errors
///
/// If the text is no count.
pub fn count<'de, D: Deserializer<'de>>(cell: D) -> Result<u64, D::Error> {
    let text = String::deserialize(cell)?;
    parse_count(&text).ok_or_else(|| D::Error::custom("no count"))
}

/// A name of at least one letter or digit, for a cell that names its row and so may not be empty; figures are called after it.
///
/// # Errors
///
/// If the text has neither.
pub fn name<'de, D: Deserializer<'de>>(cell: D) -> Result<String, D::Error> {
    let name = String::deserialize(cell)?;
    if name.chars().any(char::is_alphanumeric) { Ok(name) } else { Err(D::Error::custom("no name")) }
}

/// A count that may be missing; see [`Known`].
///
/// # Errors
///
/// If the text is neither a count, `not known` nor empty.
pub fn known_count<'de, D: Deserializer<'de>>(cell: D) -> Result<Known<u64>, D::Error> {
    known(cell, parse_count)
}

/// A percentage as somebody printed it: `98%`, `98`, `98.8%`; see [`Known`]. The value is in percent.
///
/// # Errors
///
/// If the text is neither a percentage, `not known` nor empty.
pub fn percent<'de, D: Deserializer<'de>>(cell: D) -> Result<Known<Decimal>, D::Error> {
    known(cell, |text| text.strip_suffix('%').unwrap_or(text).trim().parse().ok())
}

/// Pounds and pence that may be missing: `£1,200.50`, `1200.5`; see [`Known`].
///
/// # Errors
///
/// If the text is neither an amount, `not known` nor empty.
pub fn money<'de, D: Deserializer<'de>>(cell: D) -> Result<Known<Decimal>, D::Error> {
    known(cell, |text| {
        let text = text.strip_prefix('£').unwrap_or(text);
        let (pounds, pence) = text.split_once('.').unwrap_or((text, "0"));
        (pence.len() <= 2).then_some(())?;
        format!("{}.{pence}", parse_count(pounds)?).parse().ok()
    })
}

fn known<'de, T, D: Deserializer<'de>>(
    cell: D,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Known<T>, D::Error> {
    let words = String::deserialize(cell)?;
    match words.parse::<Known<String>>().map_err(D::Error::custom)? {
        Known::Is(text) => parse(&text).map(Known::Is).ok_or_else(|| D::Error::custom("not understood")),
        Known::NotKnown => Ok(Known::NotKnown),
        Known::NotSupplied => Ok(Known::NotSupplied),
    }
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let day =
        NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"));
    // A two-digit year parses as the first century: no paper means that.
    day.ok().filter(|day| (1800..=2999).contains(&chrono::Datelike::year(day)))
}

fn parse_count(text: &str) -> Option<u64> {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut groups = text.split(',');
    let first = groups.next()?;
    let grouped = text.contains(',');
    if grouped && first.len() > 3 {
        return None;
    }
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let first_of_july = NaiveDate::from_ymd_opt(2014, 7, 1);
        assert_eq!(parse_day("2014-07-01"), first_of_july);
        assert_eq!(parse_day("01/07/2014"), first_of_july);
        for bad in ["2014-02-30", "31/04/2014", "07/13/2014", "1 July 2014", "", "0014-07-01", "01/07/14"] {
            assert_eq!(parse_day(bad), None, "{bad}");
        }
    }

    #[test]
    fn counts_as_people_write_them() {
        assert_eq!(parse_count("167,890"), Some(167_890));
        assert_eq!(parse_count(" 50 "), Some(50));
        for bad in ["-3", "+3", "1.5", "16,78", "1678,90", "1,", ",1", "", "fifty", "99999999999999999999"] {
            assert_eq!(parse_count(bad), None, "{bad}");
        }
    }
}
