//! Limits that run in months: "beginning with" a day, and "after" a day. They are two different rules.

use chrono::{Datelike as _, Months, NaiveDate};

/// The last day of a period of `months` months *beginning with* `start`: the start is its first day.
///
/// The last day is the day before the corresponding day, or the last day of a month too short to have one. The
/// shortcut "the day before, so many months on" gives 28 May for 1 March: the answer is 31 May.
///
/// `None` if the calendar ends first (after the year 262142), or for a period of no months.
///
/// ```
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// assert_eq!(calendar::months::beginning_with(day("2014-01-16"), 3), Some(day("2014-04-15")));
/// assert_eq!(calendar::months::beginning_with(day("2012-11-30"), 3), Some(day("2013-02-28")));
/// ```
#[must_use]
pub fn beginning_with(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    if months == 0 {
        return None;
    }
    let corresponding = start.checked_add_months(Months::new(months))?;
    if corresponding.day() == start.day() { corresponding.pred_opt() } else { Some(corresponding) }
}

/// The last day of a period of `months` months *after* `start`: the start is not counted, and the period ends on the
/// corresponding day, or on the last day of a month too short to have one.
///
/// `None` if the calendar ends first.
#[must_use]
pub fn after(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    start.checked_add_months(Months::new(months))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        start: NaiveDate,
        months: u32,
    }

    #[test]
    fn months_beginning_with() {
        casebook::check(include_str!("../cases/months-beginning-with.toml"), |facts: &Facts| {
            beginning_with(facts.start, facts.months).unwrap().to_string()
        });
    }

    #[test]
    fn months_after() {
        casebook::check(include_str!("../cases/months-after.toml"), |facts: &Facts| {
            after(facts.start, facts.months).unwrap().to_string()
        });
    }

    proptest::proptest! {
        #[test]
        fn a_later_start_never_ends_earlier(start in 0..40_000_i32, months in 1..24_u32) {
            let first = NaiveDate::from_num_days_from_ce_opt(700_000 + start).unwrap();
            let second = first.succ_opt().unwrap();
            proptest::prop_assert!(beginning_with(first, months) <= beginning_with(second, months));
            proptest::prop_assert!(beginning_with(first, months).unwrap() >= first);
            proptest::prop_assert!(beginning_with(first, months) <= after(first, months));
        }
    }
}
