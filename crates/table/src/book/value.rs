//! What a cell of a spreadsheet holds, as the text that our readers of cells know.

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

/// How a spreadsheet shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shown {
    /// As it is.
    #[default]
    Number,
    /// In percent.
    Percent,
    /// As a day.
    Day,
    /// As a day and a time.
    Moment,
    /// As a time of the day.
    Time,
    /// As hours and minutes that may pass a day.
    Elapsed,
}

/// The day from which a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Epoch {
    /// 1 is 1 January 1900, and 29 February 1900 is counted though it never was.
    #[default]
    Of1900,
    /// 0 is 1 January 1904.
    Of1904,
}

impl Shown {
    /// What a number format shows: `dd/mm/yyyy hh:mm` a moment, `0.0%` a percentage.
    pub(crate) fn by(format: &str) -> Self {
        let (mut date, mut month_or_minute, mut time, mut percent) = (false, false, false, false);
        let mut letters = format.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                // What stands in quotes, or after one of these signs, is not part of the format.
                '"' => {
                    let _ = letters.find(|letter| *letter == '"');
                }
                '\\' | '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    let unit = inside.to_ascii_lowercase();
                    if !unit.is_empty() && ['h', 'm', 's'].iter().any(|of| unit.chars().all(|c| c == *of)) {
                        return Self::Elapsed;
                    }
                }
                // Sections after the first are for negative numbers and the like.
                ';' => break,
                'd' | 'y' => date = true,
                // The first is that of AM/PM.
                'a' | 'h' | 's' => time = true,
                'm' => month_or_minute = true,
                '%' => percent = true,
                'g' if letters.as_str().to_ascii_lowercase().starts_with("eneral") => return Self::Number,
                _ => {}
            }
        }
        match (date || (month_or_minute && !time), time) {
            (true, true) => Self::Moment,
            (true, false) => Self::Day,
            (false, true) => Self::Time,
            (false, false) if percent => Self::Percent,
            (false, false) => Self::Number,
        }
    }

    /// What the number formats show that every workbook has without writing them down (ECMA-376, part 1, 18.8.30).
    pub(crate) const fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Self::Time,
            22 => Self::Moment,
            46 => Self::Elapsed,
            _ => Self::Number,
        }
    }

    /// The number as text.
    pub(crate) fn text(self, number: f64, epoch: Epoch) -> String {
        match self {
            Self::Number => plain(number),
            Self::Percent => plain(number * 100.0) + "%",
            Self::Elapsed => elapsed(number * 86_400.0),
            Self::Time if (0.0..1.0).contains(&number) => elapsed(number * 86_400.0),
            Self::Time | Self::Moment => {
                moment(number, epoch).map_or_else(|| plain(number), |moment| said(moment, Shown::Moment))
            }
            Self::Day => moment(number, epoch).map_or_else(|| plain(number), |moment| said(moment, self)),
        }
    }
}

/// A number with the 15 digits that a spreadsheet keeps; a whole one without a point.
pub(crate) fn plain(number: f64) -> String {
    // Zero has two signs, and a spreadsheet shows neither.
    if number == 0.0 {
        return "0".to_owned();
    }
    format!("{number:.14e}").parse().map_or_else(|_| number.to_string(), |short: f64| short.to_string())
}

/// A day or moment as ODF and strict OOXML write it (`2026-05-01T14:30:00`), as ours. `shown` is what the cell shows: a midnight that is shown
/// as a time is a moment.
pub(crate) fn iso(text: &str, shown: &str) -> String {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let Ok(date) = NaiveDate::parse_from_str(day, "%Y-%m-%d") else { return text.to_owned() };
    if time.is_empty() {
        return if shown.contains(':') {
            said(date.and_time(NaiveTime::MIN), Shown::Moment)
        } else {
            day.to_owned()
        };
    }
    // With a time zone it stays as it is: whose it is we do not know.
    match NaiveTime::parse_from_str(time, "%H:%M:%S%.f").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M"))
    {
        Ok(time) => said(nearest_second(date.and_time(time)), Shown::Moment),
        Err(_) => text.to_owned(),
    }
}

/// A time as ODF writes it (`PT14H30M00S`) as `14:30`.
pub(crate) fn iso_time(text: &str) -> String {
    let seconds = || -> Option<f64> {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?.replace(',', ".");
        let number = |text: &str| text.parse::<f64>().ok().filter(|number| (0.0..1e9).contains(number));
        Some(number(hours)? * 3600.0 + number(minutes)? * 60.0 + number(&seconds)?)
    };
    seconds().map_or_else(|| text.to_owned(), elapsed)
}

/// A truth value in the words of our tables.
pub(crate) fn truth(text: &str) -> String {
    match text {
        "1" | "true" | "TRUE" => "yes".to_owned(),
        "0" | "false" | "FALSE" => "no".to_owned(),
        other => other.to_owned(),
    }
}

/// The moment of a serial number, to the second; `None` before the count begins, on the day that never was, and after the year 9999.
fn moment(serial: f64, epoch: Epoch) -> Option<NaiveDateTime> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let first = match epoch {
        Epoch::Of1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        Epoch::Of1900 if serial < 1.0 || (60.0..61.0).contains(&serial) => return None,
        Epoch::Of1900 if serial < 60.0 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        Epoch::Of1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    first.and_time(NaiveTime::MIN).checked_add_signed(Duration::seconds(whole(serial * 86_400.0)?))
}

/// A day, or a moment whose seconds are said if there are any.
pub(crate) fn said(moment: NaiveDateTime, shown: Shown) -> String {
    let day = format!("{:04}-{:02}-{:02}", moment.year(), moment.month(), moment.day());
    let seconds = i64::from(moment.num_seconds_from_midnight());
    if seconds == 0 && shown == Shown::Day { day } else { format!("{day}T{}", clock(seconds)) }
}

fn elapsed(seconds: f64) -> String {
    match whole(seconds) {
        Some(seconds) if seconds >= 0 => clock(seconds),
        _ => plain(seconds / 86_400.0),
    }
}

/// Seconds as hours and minutes, and seconds if there are any.
pub(crate) fn clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    }
}

/// The nearest whole number, if it is one that a day could need.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn whole(number: f64) -> Option<i64> {
    let nearest = number.round();
    (nearest.abs() < 1e15).then_some(nearest as i64)
}

fn nearest_second(moment: NaiveDateTime) -> NaiveDateTime {
    let half = Duration::milliseconds(500);
    moment.checked_add_signed(half).and_then(|later| later.with_nanosecond(0)).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_are_told_apart() {
        for (format, shown) in [
            ("General", Shown::Number),
            ("#,##0.00;[Red](#,##0.00)", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("\"days\" 0", Shown::Number),
            ("[$£-809]#,##0", Shown::Number),
            ("0.0%", Shown::Percent),
            ("dd/mm/yyyy", Shown::Day),
            ("[$-809]dd mmmm yyyy;@", Shown::Day),
            ("mmm-yy", Shown::Day),
            ("dd/mm/yyyy\\ hh:mm", Shown::Moment),
            ("d/m/yy h:mm AM/PM", Shown::Moment),
            ("hh:mm:ss", Shown::Time),
            ("mm:ss", Shown::Time),
            ("h:mm AM/PM", Shown::Time),
            ("[h]:mm", Shown::Elapsed),
            ("[mm]:ss", Shown::Elapsed),
        ] {
            assert_eq!(Shown::by(format), shown, "{format}");
        }
    }

    #[test]
    fn serial_numbers_are_the_days_that_excel_shows() {
        // As LibreOffice Calc and Excel show them: 1 is 1900-01-01, 59 is 1900-02-28, 61 is 1900-03-01; 46143 is 2026-05-01
        // (Python: date(2026, 5, 1) - date(1899, 12, 30)).
        for (serial, day) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (46_143.0, "2026-05-01"),
            (46_143.25, "2026-05-01T06:00"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(Shown::Day.text(serial, Epoch::Of1900), day);
        }
        // 29 February 1900 never was; 0 is what an empty cell gives that is referred to.
        for serial in [60.0, 0.0, -1.0, 2_958_466.0] {
            assert_eq!(Shown::Day.text(serial, Epoch::Of1900), serial.to_string());
        }
        // 1,462 days lie between the two epochs as Microsoft documents them.
        assert_eq!(Shown::Day.text(44_681.0, Epoch::Of1904), "2026-05-01");
    }

    #[test]
    fn a_midnight_is_a_moment_where_a_time_is_shown() {
        assert_eq!(Shown::Moment.text(46_143.0, Epoch::Of1900), "2026-05-01T00:00");
        // 14:30 is 52,200 of 86,400 seconds; 12 seconds more are kept.
        assert_eq!(Shown::Moment.text(46_143.0 + 52_200.0 / 86_400.0, Epoch::Of1900), "2026-05-01T14:30");
        assert_eq!(Shown::Moment.text(46_143.0 + 52_212.0 / 86_400.0, Epoch::Of1900), "2026-05-01T14:30:12");
        assert_eq!(Shown::Time.text(52_200.0 / 86_400.0, Epoch::Of1900), "14:30");
        assert_eq!(Shown::Elapsed.text(1.5, Epoch::Of1900), "36:00");
    }

    #[test]
    fn numbers_are_as_a_spreadsheet_shows_them() {
        for (number, text) in [
            (3.0, "3"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.3"),
            (1_234_567_890_123.0, "1234567890123"),
            (-2.5, "-2.5"),
        ] {
            assert_eq!(plain(number), text);
        }
        assert_eq!(Shown::Percent.text(0.988, Epoch::Of1900), "98.8%");
    }

    #[test]
    fn days_of_odf() {
        assert_eq!(iso("2026-05-01", "01/05/26"), "2026-05-01");
        assert_eq!(iso("2026-05-01", "01/05/26 00:00"), "2026-05-01T00:00");
        assert_eq!(iso("2026-05-01T14:30:00", ""), "2026-05-01T14:30");
        assert_eq!(iso("2026-05-01T14:29:59.999999999", ""), "2026-05-01T14:30");
        assert_eq!(iso("2026-05-01T14:30:00Z", ""), "2026-05-01T14:30:00Z");
        assert_eq!(iso("soon", ""), "soon");
        assert_eq!(iso_time("PT14H30M00S"), "14:30");
        assert_eq!(iso_time("PT26H00M05S"), "26:00:05");
        assert_eq!(iso_time("P1D"), "P1D");
    }
}
