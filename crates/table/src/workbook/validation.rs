//! What a spreadsheet accepts in a cell, and what it says to a person who writes something else.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};
use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, XlsxError};

use super::{Holds, SheetColumn, WorkbookError, lists::Lists};

/// How long a list may be that stands in the cell itself, and how long a message.
pub(super) const LONGEST: usize = 255;
const LONGEST_TITLE: usize = 32;

/// The rule of a column that is to be filled in.
pub(super) fn of(column: &SheetColumn, lists: &mut Lists) -> Result<DataValidation, WorkbookError> {
    let rule = DataValidation::new();
    let (rule, mend) = match &column.holds {
        Holds::Text => (rule.allow_any_value(), String::new()),
        Holds::List(values) if values.is_empty() => (rule.allow_any_value(), String::new()),
        Holds::List(values) => {
            let list = values.join(", ");
            let mend = format!("Write one of these, or choose it from the list of the cell: {list}.");
            let mend = if length(&mend) <= LONGEST {
                mend
            } else {
                "Choose one of the values from the list that the cell offers.".to_owned()
            };
            let in_cell = values.join(",");
            let fits = length(&in_cell) <= LONGEST && !values.iter().any(|value| value.contains([',', '"']));
            let rule = if fits {
                rule.allow_list_strings(values)?
            } else {
                rule.allow_list_formula(lists.range(&column.header, values))
            };
            (rule, mend)
        }
        Holds::Day { from, to } => {
            let rule = rule.allow_date(DataValidationRule::Between(day(*from)?, day(*to)?));
            let [from, to] = [from, to].map(|day| day.format("%d/%m/%Y"));
            (rule, format!("Write a day from {from} to {to}, as {from}."))
        }
        Holds::Moment { from, to } => {
            let rule = rule.allow_date(DataValidationRule::Between(moment(*from)?, moment(*to)?));
            let [from, to] = [from, to].map(|moment| moment.format("%d/%m/%Y %H:%M"));
            (rule, format!("Write a day and a time from {from} to {to}, as {from}."))
        }
        Holds::WholeNumber { from, to } => (
            rule.allow_whole_number(DataValidationRule::Between(*from, *to)),
            format!("Write a whole number from {from} to {to}."),
        ),
    };
    let title = if length(&column.header) <= LONGEST_TITLE { column.header.as_str() } else { "" };
    let rule = rule.set_input_title(title)?.set_input_message(&column.help)?;
    Ok(rule.set_error_title("This does not fit here")?.set_error_message(mend)?)
}

/// The day as Excel counts it; an error before 1900.
pub(super) fn day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    moment(day.and_time(NaiveTime::MIN))
}

/// The moment as Excel counts it; an error before 1900.
pub(super) fn moment(moment: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(moment.year()).unwrap_or_default();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let day = ExcelDateTime::from_ymd(year, small(moment.month()), small(moment.day()))?;
    day.and_hms(u16::from(small(moment.hour())), small(moment.minute()), small(moment.second()))
}

/// How long a text is for Excel.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
