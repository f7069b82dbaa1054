//! The periods of published tables, as their cells and titles say them.

use calendar::Window;
use chrono::{Datelike as _, Days, Months, NaiveDate};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day, as `31-03-2003`, `31/03/2003` or `2003-03-31`.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let parsed = ["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok())?;
    (1800..2200).contains(&parsed.year()).then_some(parsed)
}

/// The twelve months that end on a day.
pub(super) fn twelve_months_to(last: NaiveDate) -> Option<Window> {
    let next = last.checked_add_days(Days::new(1))?;
    Window::new(next.checked_sub_months(Months::new(12))?, last).ok()
}

/// The three months of a quarter of a financial year: the first of `2017/18` begins in April 2017.
pub(super) fn quarter(financial_year: &str, quarter: &str) -> Option<Window> {
    let number: u32 = quarter
        .trim()
        .trim_start_matches(['Q', 'q'])
        .parse()
        .ok()
        .filter(|number| (1..=4).contains(number))?;
    months(
        self::financial_year(financial_year)?.first().checked_add_months(Months::new(3 * (number - 1)))?,
        3,
    )
}

/// April to March: `2017/18`.
pub(super) fn financial_year(text: &str) -> Option<Window> {
    let (first, last) = text.trim().split_once(['/', '-'])?;
    let year: i32 = first.parse().ok().filter(|year| (1800..2200).contains(year))?;
    let follows = (year + 1).to_string();
    if last != follows && Some(last) != follows.get(2..) {
        return None;
    }
    months(NaiveDate::from_ymd_opt(year, 4, 1)?, 12)
}

/// January to December: `2018`.
pub(super) fn calendar_year(text: &str) -> Option<Window> {
    let year: i32 = text.trim().parse().ok().filter(|year| (1800..2200).contains(year))?;
    months(NaiveDate::from_ymd_opt(year, 1, 1)?, 12)
}

/// The year that a title names last: `year ending December 2018`. A footnote may be glued to the year, and the year may have two digits:
/// `year ending December 181,2` is that of 2018 with the notes 1 and 2.
pub(super) fn year_ending(title: &str) -> Option<Window> {
    let lower = title.to_lowercase();
    let mut found: Option<Window> = None;
    for (at, month) in MONTHS.iter().enumerate() {
        for (begin, _) in lower.match_indices(month) {
            let before = lower.get(..begin).unwrap_or_default();
            let behind = lower.get(begin + month.len()..).unwrap_or_default();
            if !["year ending ", "with year ending ", "compared with "]
                .iter()
                .any(|lead| before.ends_with(lead))
            {
                continue;
            }
            let window = year_of(behind)
                .and_then(|year| month_end(year, u32::try_from(at).ok()? + 1))
                .and_then(twelve_months_to);
            // A change is of the later year.
            found = later(found, window);
        }
    }
    found
}

fn later(one: Option<Window>, two: Option<Window>) -> Option<Window> {
    match (one, two) {
        (Some(one), Some(two)) => Some(if two.last() > one.last() { two } else { one }),
        (one, two) => one.or(two),
    }
}

fn year_of(text: &str) -> Option<i32> {
    let text = text.trim_start();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let four: Option<i32> = digits.get(..4).and_then(|four| four.parse().ok());
    four.filter(|year| (1990..2100).contains(year))
        .or_else(|| digits.get(..2).and_then(|two| two.parse::<i32>().ok()).map(|two| 2000 + two))
}

/// `Apr '10 to Mar '11`
pub(super) fn months_between(text: &str) -> Option<Window> {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let (first, last) = one_line.split_once(" to ")?;
    let (year, month) = short_month(first)?;
    let (last_year, last_month) = short_month(last)?;
    Window::new(NaiveDate::from_ymd_opt(year, month, 1)?, month_end(last_year, last_month)?).ok()
}

fn short_month(text: &str) -> Option<(i32, u32)> {
    let (month, year) = text.split_once(' ')?;
    let at = MONTHS.iter().position(|name| month.len() >= 3 && name.starts_with(month))?;
    let year: i32 = year.trim_start_matches(['\'', '’']).parse().ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    Some((year, u32::try_from(at).ok()? + 1))
}

/// 30 June of a mid-year estimate: `(mid-2017)`.
pub(super) fn mid_year(text: &str) -> Option<Window> {
    let (_, behind) = text.split_once("mid-")?;
    let year: i32 = behind.get(..4)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, 6, 30).map(Window::day)
}

fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

fn months(first: NaiveDate, count: u32) -> Option<Window> {
    Window::new(first, first.checked_add_months(Months::new(count))?.pred_opt()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(window: Option<Window>) -> String {
        window.map_or("none".to_owned(), |window| format!("{} {}", window.first(), window.last()))
    }

    #[test]
    fn periods_as_tables_say_them() {
        let twelve = |text| said(day(text).and_then(twelve_months_to));
        assert_eq!(twelve("31-03-2003"), "2002-04-01 2003-03-31");
        assert_eq!(twelve("30-12-2017"), "2016-12-31 2017-12-30");
        assert_eq!(twelve("28/02/2005"), "2004-03-01 2005-02-28");
        assert_eq!(twelve("29-02-2004"), "2003-03-01 2004-02-29");
        assert_eq!(said(quarter("2017/18", "1")), "2017-04-01 2017-06-30");
        assert_eq!(said(quarter("2017/18", "Q4")), "2018-01-01 2018-03-31");
        assert_eq!(said(quarter("2017/18", "5")), "none");
        assert_eq!(said(financial_year("1999/00")), "1999-04-01 2000-03-31");
        assert_eq!(said(financial_year("2017/19")), "none");
        assert_eq!(said(calendar_year("2018")), "2018-01-01 2018-12-31");
        assert_eq!(said(months_between("Apr '10 to\n Mar '11")), "2010-04-01 2011-03-31");
        assert_eq!(said(mid_year("Population figures (mid-2017)3")), "2017-06-30 2017-06-30");
    }

    #[test]
    fn titles_with_footnotes_glued_to_the_year() {
        for title in [
            "number of offences, year ending December 181,2",
            "year ending December 2017 compared with year ending December 20181,2",
            "for year ending December 2018 compared with selected periods from year ending March 20111,2",
            "year ending December 2018",
        ] {
            assert_eq!(said(year_ending(title)), "2018-01-01 2018-12-31", "{title}");
        }
        assert_eq!(said(year_ending("year ending June 2025 [note 1][note 2]")), "2024-07-01 2025-06-30");
        assert_eq!(said(year_ending("Notes")), "none");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_answered_without_panic(text in "(year ending |december|mid-|[0-9/' toé-]){0,12}") {
            let _ = (day(&text), quarter(&text, &text), calendar_year(&text), year_ending(&text), months_between(&text), mid_year(&text));
        }
    }
}
