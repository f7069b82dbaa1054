//! What a cell of a published table says, as people and spreadsheets print numbers.

use rust_decimal::Decimal;

use crate::{Absence, CellValue};

/// What was read of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Printed {
    /// A value, or why there is none.
    Value(CellValue),
    /// `-00`: nought, printed with a sign by the format of a spreadsheet.
    SignedNought,
    /// `2%`: a number followed by the sign.
    Percent(Decimal),
}

/// A count, as `1,234`, `1 234`, `-3`, ` 12 ` or `-00`; nothing, if it is none.
#[inline]
pub(super) fn count(text: &str) -> Option<Printed> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut value: i64 = 0;
    // Eighteen digits fit.
    if digits.is_empty() || digits.len() > 18 {
        return other_count(text);
    }
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return other_count(text);
        }
        value = value * 10 + i64::from(byte - b'0');
    }
    if digits.len() == text.len() {
        Some(Printed::Value(CellValue::Count(value)))
    } else if value == 0 {
        Some(Printed::SignedNought)
    } else {
        Some(Printed::Value(CellValue::Count(-value)))
    }
}

#[cold]
fn other_count(text: &str) -> Option<Printed> {
    let text = text.trim();
    if let Some(absence) = absence(text) {
        return Some(Printed::Value(CellValue::Absent(absence)));
    }
    let bare = ungrouped(text)?;
    let whole = bare.strip_suffix(".0").unwrap_or(&bare);
    let number: i64 = whole.parse().ok().filter(|_| !whole.starts_with('+'))?;
    Some(Printed::Value(CellValue::Count(number)))
}

/// A number that may have decimals or a percent sign; whole numbers are counts only where `count` is asked.
pub(crate) fn number(text: &str) -> Option<Printed> {
    let text = text.trim();
    if let Some(absence) = absence(text) {
        return Some(Printed::Value(CellValue::Absent(absence)));
    }
    if let Some(percent) = text.strip_suffix('%') {
        return decimal(percent.trim_end()).map(Printed::Percent);
    }
    decimal(text).map(|number| Printed::Value(CellValue::Number(number)))
}

fn decimal(text: &str) -> Option<Decimal> {
    let bare = ungrouped(text)?;
    bare.parse().or_else(|_| Decimal::from_scientific(&bare)).ok()
}

/// Why there is no number, if the text says so.
fn absence(text: &str) -> Option<Absence> {
    match text {
        "" => Some(Absence::Empty),
        ".." | ":" | "[x]" | "[z]" | "N/A" | "n/a" | "NA" | "not available" => Some(Absence::NotAvailable),
        "-" | "–" | "+" | "[low]" | "[u]" => Some(Absence::NotWorkedOut),
        "[c]" | "*" => Some(Absence::Suppressed),
        _ => None,
    }
}

/// The number without its thousands separators, which stand every three digits; nothing, if they stand elsewhere or it is no number.
fn ungrouped(text: &str) -> Option<String> {
    let (sign, digits) = text.strip_prefix(['-', '−']).map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split([',', ' ', '\u{a0}']);
    let first = groups.next()?;
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || first.len() <= 3;
    if !all_digits(first) || !grouped || !rest.iter().all(|group| group.len() == 3 && all_digits(group)) {
        return None;
    }
    let scientific = |text: &str| {
        let plain = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
        plain.is_empty() || plain.strip_prefix(['e', 'E']).is_some_and(|power| power.parse::<i8>().is_ok())
    };
    if fraction.is_some_and(|fraction| fraction.is_empty() || !scientific(fraction)) {
        return None;
    }
    let whole = [&[first], rest.as_slice()].concat().concat();
    Some(fraction.map_or_else(|| format!("{sign}{whole}"), |fraction| format!("{sign}{whole}.{fraction}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_tables_print_them() {
        for (text, value) in [
            ("25959", 25_959),
            ("-3", -3),
            (" 66776 ", 66_776),
            ("170,002", 170_002),
            ("1,234,567", 1_234_567),
            ("1 234", 1_234),
            ("0", 0),
            ("12.0", 12),
        ] {
            assert_eq!(count(text), Some(Printed::Value(CellValue::Count(value))), "{text}");
        }
        assert_eq!(count("-00"), Some(Printed::SignedNought));
        assert_eq!(count(".."), Some(Printed::Value(CellValue::Absent(Absence::NotAvailable))));
        for bad in ["1,23", "1234,567", "12.5", "#REF!", "x", "+3", "--3", "1e3", "99999999999999999999", "٣"]
        {
            assert_eq!(count(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_with_decimals_and_percentages() {
        let value = |text: &str| Decimal::from_str_exact(text).unwrap();
        assert_eq!(number("7.15"), Some(Printed::Value(CellValue::Number(value("7.15")))));
        assert_eq!(number("-0.5%"), Some(Printed::Percent(value("-0.5"))));
        assert_eq!(number("1,000.5"), Some(Printed::Value(CellValue::Number(value("1000.5")))));
        assert_eq!(number("-"), Some(Printed::Value(CellValue::Absent(Absence::NotWorkedOut))));
        for bad in ["#DIV/0!", "1.", "1.2.3", "%", "abc"] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_was_printed_is_read_back(n in -999_999_999_i64..999_999_999) {
            proptest::prop_assert_eq!(count(&n.to_string()), Some(Printed::Value(CellValue::Count(n))));
        }

        #[test]
        fn any_text_is_answered_without_panic(text in "[-0-9., %e\\[\\]x]{0,30}") {
            let _ = (count(&text), number(&text));
        }
    }
}
