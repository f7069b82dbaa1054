//! Periods that do not overlap: years out of rolling ones, and quarters by taking rolling totals from each other.

use std::collections::BTreeMap;

use calendar::Window;
use chrono::{Datelike as _, Months, NaiveDate};
use rust_decimal::Decimal;

/// The month in which a year of twelve months ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearEnding {
    /// In March: the financial year.
    March,
    /// In June.
    June,
    /// In September.
    September,
    /// In December: the calendar year.
    December,
}

impl YearEnding {
    const fn month(self) -> u32 {
        match self {
            Self::March => 3,
            Self::June => 6,
            Self::September => 9,
            Self::December => 12,
        }
    }
}

/// A quarter whose number was worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// Its days.
    pub window: Window,
    /// Its number. Below nought where later totals were revised and earlier ones were not.
    pub number: Decimal,
    /// How many steps it is from a quarter that was published; corrections add up with each.
    pub steps: u32,
}

/// Quarters that were worked out, and where the totals contradict those that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DerivedQuarters {
    /// The quarters, in the order of their days; none that was known.
    pub quarters: Vec<Quarter>,
    /// Rolling years whose four known quarters do not add up to them, with the sum of the quarters and the total.
    pub contradicted: Vec<(Window, Decimal, Decimal)>,
}

/// The years of twelve whole months that end in one month, each once, in the order of their days. No two of them share a day.
///
/// ```
/// use calendar::Window;
/// use msf_benchmark::{YearEnding, non_overlapping};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let year = |first: &str, last: &str| Window::new(day(first), day(last)).unwrap();
/// let rolling = [
///     year("2012-04-01", "2013-03-31"),
///     year("2012-07-01", "2013-06-30"),
///     year("2013-04-01", "2014-03-31"),
///     // A wrong last day: no whole months.
///     year("2014-04-01", "2015-03-30"),
/// ];
/// assert_eq!(non_overlapping(&rolling, YearEnding::March), [rolling[0], rolling[2]]);
/// ```
#[must_use]
pub fn non_overlapping(windows: &[Window], ending: YearEnding) -> Vec<Window> {
    let wanted = |window: &Window| is_months(*window, 12) && window.last().month() == ending.month();
    let mut found: Vec<Window> = windows.iter().copied().filter(wanted).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a window is so many whole months.
pub(crate) fn is_months(window: Window, months: u32) -> bool {
    window.first().day() == 1
        && window.first().checked_add_months(Months::new(months)) == window.last().succ_opt()
}

/// Quarters from rolling totals of twelve months: a quarter is the total that ends with it, less the total that ends a quarter before,
/// and the same quarter of the year before. So one published quarter of each of the four seasons must be `known`, and every
/// rolling total between it and the quarter that is asked for. What cannot be reached is not there.
///
/// It is for totals of a force: classes are moved between quarters too often.
#[must_use]
pub fn quarters_from_rolling(rolling: &[(Window, Decimal)], known: &[(Window, Decimal)]) -> DerivedQuarters {
    let totals: BTreeMap<NaiveDate, Decimal> = by_end(rolling, 12);
    let published: BTreeMap<NaiveDate, Decimal> = by_end(known, 3);
    let mut all: BTreeMap<NaiveDate, (Decimal, u32)> =
        published.iter().map(|(end, number)| (*end, (*number, 0))).collect();
    // What the total grew by from one quarter to the next.
    let growth: BTreeMap<NaiveDate, (NaiveDate, Decimal)> = totals
        .iter()
        .filter_map(|(end, total)| {
            let grown = total.checked_sub(*totals.get(&months_before(*end, 3)?)?)?;
            Some((*end, (months_before(*end, 12)?, grown)))
        })
        .collect();
    // Forwards in the order of the days, then backwards.
    for (end, (year_before, grown)) in &growth {
        if let Some((number, steps)) = all.get(year_before).copied()
            && let Some(number) = number.checked_add(*grown)
        {
            all.entry(*end).or_insert((number, steps + 1));
        }
    }
    for (end, (year_before, grown)) in growth.iter().rev() {
        if let Some((number, steps)) = all.get(end).copied()
            && let Some(number) = number.checked_sub(*grown)
        {
            all.entry(*year_before).or_insert((number, steps + 1));
        }
    }
    let quarters = all.iter().filter(|(_, (_, steps))| *steps > 0).filter_map(|(end, (number, steps))| {
        Some(Quarter { window: ending(*end, 3)?, number: *number, steps: *steps })
    });
    let contradicted = totals.iter().filter_map(|(end, total)| {
        let sum = [0, 3, 6, 9].into_iter().try_fold(Decimal::ZERO, |sum, months| {
            sum.checked_add(*published.get(&months_before(*end, months)?)?)
        })?;
        (sum != *total).then_some((ending(*end, 12)?, sum, *total))
    });
    DerivedQuarters { quarters: quarters.collect(), contradicted: contradicted.collect() }
}

/// Numbers by the last day of their window, those of so many whole months only; none where two differ.
fn by_end(numbers: &[(Window, Decimal)], months: u32) -> BTreeMap<NaiveDate, Decimal> {
    let mut found: BTreeMap<NaiveDate, Option<Decimal>> = BTreeMap::new();
    for (window, number) in numbers.iter().filter(|(window, _)| is_months(*window, months)) {
        let kept = found.entry(window.last()).or_insert(Some(*number));
        if *kept != Some(*number) {
            *kept = None;
        }
    }
    found.into_iter().filter_map(|(end, number)| Some((end, number?))).collect()
}

/// The last day of the month so many months before the month that ends on `end`.
fn months_before(end: NaiveDate, months: u32) -> Option<NaiveDate> {
    end.succ_opt()?.checked_sub_months(Months::new(months))?.pred_opt()
}

/// The window of so many whole months that ends on `end`.
pub(crate) fn ending(end: NaiveDate, months: u32) -> Option<Window> {
    Window::new(months_before(end, months)?.succ_opt()?, end).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn numbers(months: u32, rows: &[(&str, i64)]) -> Vec<(Window, Decimal)> {
        rows.iter().map(|(end, number)| (ending(day(end), months).unwrap(), Decimal::from(*number))).collect()
    }

    /// Quarters 10, 20, 30, 40 of one year, 11, 22, 33, 44 of the next: totals 100, 101, 103, 106, 110.
    const TOTALS: [(&str, i64); 5] = [
        ("2013-12-31", 100),
        ("2014-03-31", 101),
        ("2014-06-30", 103),
        ("2014-09-30", 106),
        ("2014-12-31", 110),
    ];

    fn found(known: &[(&str, i64)]) -> Vec<(String, i64, u32)> {
        let derived = quarters_from_rolling(&numbers(12, &TOTALS), &numbers(3, known));
        let words = |quarter: &Quarter| {
            (quarter.window.last().to_string(), quarter.number.try_into().unwrap(), quarter.steps)
        };
        derived.quarters.iter().map(words).collect()
    }

    #[test]
    fn quarters_follow_from_those_of_the_year_before() {
        let known = [("2013-03-31", 10), ("2013-06-30", 20), ("2013-09-30", 30), ("2013-12-31", 40)];
        let expected = [
            ("2014-03-31".to_owned(), 11, 1),
            ("2014-06-30".to_owned(), 22, 1),
            ("2014-09-30".to_owned(), 33, 1),
            ("2014-12-31".to_owned(), 44, 1),
        ];
        assert_eq!(found(&known), expected);
    }

    #[test]
    fn and_from_those_of_the_year_after() {
        assert_eq!(found(&[("2014-06-30", 22)]), [("2013-06-30".to_owned(), 20, 1)]);
        assert!(found(&[]).is_empty());
    }

    #[test]
    fn known_quarters_that_contradict_a_total_are_said() {
        let known = [("2013-03-31", 10), ("2013-06-30", 20), ("2013-09-30", 30), ("2013-12-31", 41)];
        let derived = quarters_from_rolling(&numbers(12, &TOTALS), &numbers(3, &known));
        assert_eq!(derived.contradicted, [(ending(day("2013-12-31"), 12).unwrap(), 101.into(), 100.into())]);
    }

    #[test]
    fn months_of_different_lengths_end_on_their_last_days() {
        assert_eq!(months_before(day("2012-05-31"), 3), Some(day("2012-02-29")));
        assert_eq!(ending(day("2014-02-28"), 12).unwrap().first(), day("2013-03-01"));
    }
}
