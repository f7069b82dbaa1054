//! Sheets that reports share: break-downs, rates, figures and findings as tables of a workbook.

use rulebook::{Figure, OfRule, Rated, Value, interval_head, left_out};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use crate::workbook::{Cell, Entry, Holds, Line, Sheet, SheetColumn, TableSheet, TextSheet};

/// A sheet of text: a title, then paragraphs.
#[must_use]
pub fn text_sheet(name: &str, title: &str, paragraphs: impl IntoIterator<Item = String>) -> Sheet {
    let lines = [Line::Heading(title.to_owned())];
    let lines = lines
        .into_iter()
        .chain(paragraphs.into_iter().map(|words| Line::Paragraph(fitted(&words))))
        .collect();
    Sheet::Text(TextSheet { name: name.to_owned(), lines })
}

/// A break-down as a sheet; nothing, if it has no header. The first `words` columns are names, the others counts.
///
/// # Errors
///
/// Why it is left out, if it is: a sentence for the notes.
///
/// ```
/// use table::workbook::{Sheet, sheets::summary_sheet};
/// let rows = [["unit", "late"], ["North", "12"]].map(|row| row.map(str::to_owned).to_vec());
/// let Some(Ok(Sheet::Table(sheet))) = summary_sheet("By unit", "Late by unit", 1, &rows) else { panic!("a table") };
/// assert_eq!((sheet.caption.as_str(), sheet.rows.len()), ("Late by unit", 1));
/// ```
#[must_use]
pub fn summary_sheet(
    name: &str,
    caption: &str,
    words: usize,
    rows: &[Vec<String>],
) -> Option<Result<Sheet, String>> {
    let (header, rows) = rows.split_first()?;
    if let Some(why) = left_out(header, rows, words) {
        return Some(Err(format!("{caption}: {why}.")));
    }
    let heads = header.iter().enumerate();
    let columns = heads
        .map(|(at, head)| if at < words { column(head, 34) } else { column(head, wide_enough(head)) })
        .collect();
    let cell = |(at, cell): (usize, &String)| match cell.parse() {
        Ok(count) if at >= words => Cell::Count(count),
        Ok(_) | Err(_) => text(cell),
    };
    let rows = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    Some(Ok(table_sheet(name, caption, columns, rows)))
}

/// Rates with their intervals, each under what it is a rate by: `store`.
#[must_use]
pub fn rates_sheet(name: &str, caption: &str, rates: &[(String, Rated<'_>)]) -> Sheet {
    let interval = interval_head(rates.iter().map(|(_, rate)| rate.figure));
    let columns = vec![
        column("by", as_wide_as(rates.iter().map(|(by, _)| by.as_str()), 16)),
        column("name", as_wide_as(rates.iter().map(|(_, rate)| rate.name), 30)),
        column("rate in per cent", 18),
        column(&format!("{interval} from"), 18),
        column(&format!("{interval} to"), 18),
        column("of how many", 16),
    ];
    let limit = |limit: Option<Decimal>| limit.map_or(Cell::Empty, percent);
    let rows = rates
        .iter()
        .map(|(by, rate)| {
            let interval = rate.figure.interval.as_ref();
            vec![
                text(by),
                text(rate.name),
                value(rate.figure),
                limit(interval.map(|interval| interval.low)),
                limit(interval.map(|interval| interval.high)),
                rate.figure.n.map_or(Cell::Empty, Cell::Count),
            ]
        })
        .collect();
    table_sheet(name, caption, columns, rows)
}

/// Every figure, with how it was made and where it was read from.
#[must_use]
pub fn figures_sheet(figures: &[Figure]) -> Sheet {
    list_sheet("Figures", "Every figure, and where it comes from", &figures.iter().collect::<Vec<_>>())
}

/// Some figures, with how each was made and where it was read from.
#[must_use]
pub fn list_sheet(name: &str, caption: &str, figures: &[&Figure]) -> Sheet {
    let words: Vec<[String; 7]> = figures
        .iter()
        .map(|&figure| {
            let unit = if matches!(figure.value, Value::Share { .. }) { "per cent" } else { &*figure.unit };
            let interval = match (&figure.interval, figure.interval_printed()) {
                (Some(interval), Some(printed)) => format!("{printed} ({})", interval.method),
                (Some(_) | None, _) => String::new(),
            };
            let origin = figure.origin.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            let (id, made) = (figure.id.to_string(), figure.made());
            [id, figure.label.clone(), unit.to_owned(), figure.printed(), interval, made, origin]
        })
        .collect();
    let heads = ["figure", "what it is", "unit", "as printed", "interval", "how it was made", "read from"]
        .into_iter();
    let mut columns: Vec<SheetColumn> = heads
        .enumerate()
        .map(|(at, head)| {
            column(head, as_wide_as(words.iter().filter_map(|row| row.get(at)).map(String::as_str), 12))
        })
        .collect();
    // The number itself stands behind what it is.
    columns.insert(2, column("value", 16));
    let rows = words
        .iter()
        .zip(figures)
        .map(|(words, figure)| {
            let mut cells: Vec<Cell> = words.iter().map(|words| text(words)).collect();
            cells.insert(2, value(figure));
            cells
        })
        .collect();
    table_sheet(name, caption, columns, rows)
}

/// What each rule found, with its text.
#[must_use]
pub fn findings_sheet(found: &[OfRule<'_>]) -> Sheet {
    let waived = found.iter().any(|one| one.waived.is_some());
    let mut columns = vec![column("rule", 34), column("findings", 14)];
    columns.extend(waived.then(|| column("of them waived", 16)));
    columns.extend([
        column("what it says", 70),
        column("who says so, and how that was read", 70),
        column("what mends a record", 70),
    ]);
    let rows = found
        .iter()
        .map(|one| {
            let mut row = vec![text(one.rule.id.0), value(one.findings)];
            row.extend(waived.then(|| one.waived.map_or(Cell::Empty, value)));
            row.extend([text(one.rule.says), text(&one.rule.basis.to_string()), text(one.rule.mend)]);
            row
        })
        .collect();
    table_sheet("Findings by rule", "What the rules found", columns, rows)
}

/// A number as a number, and a word for one that is missing.
fn value(figure: &Figure) -> Cell {
    match &figure.value {
        Value::Count(count) => Cell::Count(*count),
        Value::Share { part, whole } => {
            Decimal::from(*part).checked_div(Decimal::from(*whole)).map_or(text(&figure.printed()), percent)
        }
        Value::Number(number) => match number.to_f64() {
            Some(value) => {
                Cell::Number { value, digits: u8::try_from(figure.rounding.places).unwrap_or(u8::MAX) }
            }
            None => text(&figure.printed()),
        },
        Value::Difference(_)
        | Value::Money(_)
        | Value::Day(_)
        | Value::Words(_)
        | Value::NotKnown
        | Value::NotSupplied
        | Value::Withheld(_)
        | Value::Suppressed => text(&figure.printed()),
    }
}

/// A share in per cent, with one digit after the point.
fn percent(share: Decimal) -> Cell {
    let percent = (share * Decimal::ONE_HUNDRED).to_f64();
    percent.map_or(Cell::Empty, |value| Cell::Number { value, digits: 1 })
}

/// As many characters a cell takes, with room for the words that say that it was cut.
const LONGEST: usize = 32_000;

/// A text as a cell. One that is longer than a cell takes must not keep the rest from being written: it is cut and says so.
#[must_use]
pub fn text(words: &str) -> Cell {
    Cell::Text(fitted(words))
}

/// A text that a cell takes. What is cut says so; the CSV files hold the whole.
fn fitted(words: &str) -> String {
    let mut taken = 0;
    // Excel counts in pairs of bytes.
    let end = words.char_indices().find(|(_, c)| {
        taken += c.len_utf16();
        taken > LONGEST
    });
    match end.and_then(|(at, _)| words.get(..at)) {
        Some(start) => format!("{start}… (cut: a cell takes no more; the CSV files hold all of it)"),
        None => words.to_owned(),
    }
}

/// The width of a column of words, which a row of one line can show; at least so much.
fn as_wide_as<'a>(words: impl Iterator<Item = &'a str>, least: u16) -> u16 {
    let longest = words.map(|words| words.chars().count()).max().unwrap_or_default();
    u16::try_from(longest).unwrap_or(u16::MAX).saturating_add(2).clamp(least, 120)
}

/// The width of a column of counts: that of its header, with the button of a filter beside it.
fn wide_enough(header: &str) -> u16 {
    u16::try_from(header.chars().count()).unwrap_or(u16::MAX).clamp(10, 60) + 6
}

fn column(header: &str, width: u16) -> SheetColumn {
    SheetColumn {
        header: header.to_owned(),
        width,
        holds: Holds::Text,
        entry: Entry::Locked,
        help: String::new(),
    }
}

fn table_sheet(name: &str, caption: &str, columns: Vec<SheetColumn>, rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet::Table(TableSheet { name: name.to_owned(), caption: caption.to_owned(), columns, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_does_not_take_is_cut_and_says_so() {
        assert_eq!(fitted("unit 1"), "unit 1");
        let long = fitted(&"👮".repeat(40_000));
        assert!(long.encode_utf16().count() < 32_767);
        assert!(long.ends_with("(cut: a cell takes no more; the CSV files hold all of it)"));
    }

    #[test]
    fn counts_are_numbers_and_names_are_text() {
        let rows = [["store", "late"], ["2026", "12"], ["=1+1", "suppressed"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let Some(Ok(Sheet::Table(table))) = summary_sheet("by store", "Late", 1, &rows) else {
            panic!("a table")
        };
        assert_eq!(table.rows[0], [text("2026"), Cell::Count(12)]);
        assert_eq!(table.rows[1], [text("=1+1"), text("suppressed")]);
        let out =
            [vec!["store".to_owned(), "late".to_owned()], vec!["left out: too few are late".to_owned()]];
        let why = summary_sheet("by store", "Late", 1, &out);
        assert_eq!(why, Some(Err("Late: left out: too few are late.".to_owned())));
    }
}
