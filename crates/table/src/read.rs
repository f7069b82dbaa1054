//! A table read into good rows and a finding for each bad one.

use rulebook::Place;
use serde::de::DeserializeOwned;

use crate::{
    ConversionError, Layout, ReadError, Rows, Source, TableMap,
    book::Book,
    columns::{self, Columns, Fit},
    is_parquet, mapping, plain_csv, sheet, top,
};

/// Reads a table with a header: CSV, or a sheet of a workbook (XLSX, ODS), which is told by its content. Columns may stand in any order;
/// unknown ones are kept out and named once.
///
/// Of a CSV file the header is the first line, or where that is none the first below it that has every needed column (down to line 20), for a
/// spreadsheet saves the title above a table with it; that is noted.
///
/// Of a workbook the one sheet is read that has the needed columns, or the one that [`Source::sheet`] names. Its header may stand below a title
/// (down to row 21), and its columns may be written as people write them: `Crimes Due` is `crimes_due`. What was found where is a note. Cells
/// come as their text in our tables: a day is `2026-05-01`, a moment `2026-05-01T14:30` (with seconds if there are any), a time of the day
/// `14:30`, a percentage `98.8%`, a truth value `yes` or `no`, a whole number has no point. Of a formula the value is read that was saved with
/// it, and where that is an error such as `#REF!` the row is rejected.
///
/// # Errors
///
/// [`ReadError`] if the file cannot be read as a table at all.
pub fn read<T: DeserializeOwned>(layout: &'static Layout, source: Source<'_>) -> Result<Rows<T>, ReadError> {
    read_mapped(layout, source, None)
}

/// The same for a table of a records system whose columns, codes and dates a mapping explains; without a mapping, [`read`].
///
/// A finding names the column as the file writes it, and shows the text that stands there.
///
/// # Errors
///
/// As [`read`], and [`ReadError::Mapping`] if the mapping does not fit the file.
pub fn read_mapped<T: DeserializeOwned>(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
) -> Result<Rows<T>, ReadError> {
    if is_parquet(source.bytes) {
        read_parquet(layout, source, map)
    } else if Book::is_one(source.bytes) {
        sheet::read(layout, source, map)
    } else {
        read_csv(layout, source, map)
    }
}

/// A Parquet file is read by way of CSV; without the feature the way ends in an error that says how to get it.
fn read_parquet<T: DeserializeOwned>(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
) -> Result<Rows<T>, ReadError> {
    let mut csv = Vec::new();
    let plain = plain_csv(layout, source, map, &mut csv).map_err(|error| match error {
        ConversionError::Read(error) => error,
        // Memory takes what is written to it.
        ConversionError::Input(error) | ConversionError::Output(error) => {
            ReadError::TornParquet { place: Place::file(source.file), reason: error.to_string() }
        }
    })?;
    let mut rows = read_csv(layout, Source { bytes: &csv, ..source }, None)?;
    // What the columns are has been said already.
    rows.notes = plain.notes;
    Ok(rows)
}

fn read_csv<T: DeserializeOwned>(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
) -> Result<Rows<T>, ReadError> {
    let text = source.text()?;
    if let Some(line) = open_quote(text) {
        return Err(ReadError::OpenQuote { place: Place::row(source.file, line) });
    }
    let Some(top) = top::of(text, |header| Fit::of(layout, map, header, header)) else {
        return Err(columns::none(layout, source.file));
    };
    let place = Place::row(source.file, top.line);
    check_separator(&place, &top.header)?;
    let columns = Columns::new(layout, place, top.header.clone(), top.header.clone(), map)?;
    let mut rows = Rows::none(source.file);
    rows.notes.extend(top.note(source.file));
    rows.notes.extend(columns.unknown());
    if !text.ends_with('\n') {
        rows.notes.push(mapping::not_ended(source.file));
    }
    let mut reader = top::reader(text);
    let mut record = csv::StringRecord::new();
    let mut passed = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) if passed < top.records => {
                passed += 1;
                continue;
            }
            Ok(true) => {}
            // Cannot happen on text in memory; an endless loop must not either.
            Err(error) => {
                rows.rejected.push(columns::unreadable(
                    Place::file(source.file),
                    source.file,
                    &error.to_string(),
                ));
                return Ok(rows);
            }
        }
        let place = record.position().map_or_else(
            || Place::file(source.file),
            |position| Place::row(source.file, first_line(text, position)),
        );
        columns.take(&mut rows, place, &record);
    }
}

/// Other programs separate cells by semicolons or tabs: then there is one column, and its name holds them.
pub(crate) fn check_separator(place: &Place, header: &csv::StringRecord) -> Result<(), ReadError> {
    if let (1, Some(only)) = (header.len(), header.get(0)) {
        for (sign, separator) in [(';', "semicolons"), ('\t', "tabs")] {
            if only.contains(sign) {
                return Err(ReadError::Separator { place: place.clone(), separator });
            }
        }
    }
    Ok(())
}

/// The line on which a record starts. The reader counts from before the empty lines that it passes over.
pub(crate) fn first_line(text: &str, position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let passed = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() + passed.filter(|byte| *byte == b'\n').count() as u64
}

/// The line on which a quoted cell is opened that is never closed. Quotation marks count only where CSV gives them a
/// meaning: at the start of a cell, and doubled inside a quoted one.
pub(crate) fn open_quote(text: &str) -> Option<u64> {
    let mut line = 1;
    let mut opened = None;
    let mut at_cell_start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'\n' {
            line += 1;
        }
        if opened.is_some() {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                opened = None;
            }
        } else if byte == b'"' && at_cell_start {
            opened = Some(line);
        }
        at_cell_start = opened.is_none() && matches!(byte, b',' | b'\n' | b'\r');
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Column;

    static LAYOUT: Layout = Layout {
        name: "units",
        what: "one row a unit",
        columns: &[
            Column::required("unit", "its name"),
            Column::required("officers", "a whole number, 0 or more"),
            Column::optional("since", "a day"),
        ],
    };

    #[derive(Debug, Clone, PartialEq, serde::Deserialize)]
    struct Unit {
        #[serde(rename = "unit")]
        name: String,
        #[serde(deserialize_with = "crate::count")]
        officers: u64,
        #[serde(default, deserialize_with = "crate::known_day")]
        since: rulebook::Known<chrono::NaiveDate>,
    }

    fn units(text: &str) -> Result<Rows<Unit>, ReadError> {
        read(&LAYOUT, Source::new("units.csv", text.as_bytes()))
    }

    #[test]
    fn rows_in_are_good_rows_and_rejected_rows() {
        let rows = units("unit,officers\nA,1\nB,x\nC,3,4\n\nD,5\n").unwrap();
        assert_eq!((rows.rows_in(), rows.good.len(), rows.rejected.len()), (4, 2, 2));
        assert_eq!(rows.good[1].place, Place::row("units.csv", 6));
        assert_eq!(rows.withheld().unwrap(), "2 of 4 rows of units.csv rejected");
    }

    #[test]
    fn a_torn_file_is_refused_at_the_quote_that_tears_it() {
        let error = units("unit,officers\nA,1\n\"B,2\nC,3\n").unwrap_err();
        assert_eq!(error, ReadError::OpenQuote { place: Place::row("units.csv", 3) });
        assert!(units("unit,officers\n\"A \"\"the first\"\"\",1\nB 6\" rule,2\n").is_ok());
    }

    #[test]
    fn a_missing_column_is_named_with_those_that_are_there() {
        let error = units("unit,offcers\nA,1\n").unwrap_err().to_string();
        assert_eq!(
            error,
            "units.csv, line 1: no column `officers` (a whole number, 0 or more); the columns are: unit, offcers"
        );
    }

    #[test]
    fn a_header_that_is_nearly_right_is_told_what_it_should_be() {
        let error = units("Unit;officers\nA;1\n").unwrap_err().to_string();
        assert!(error.starts_with("units.csv, line 1: the cells are separated by semicolons"), "{error}");
        let error = units("unit,Officers,,\nA,1,,\n").unwrap_err().to_string();
        assert!(error.ends_with("write `officers` for `Officers`"), "{error}");
        assert!(units("unit,officers,,\nA,1,,\n").unwrap().notes.is_empty());
    }

    #[test]
    fn unknown_columns_are_named_once() {
        let rows = units("officers,colour,unit\n1,red,A\n2,blue,B\n").unwrap();
        assert_eq!(rows.notes.len(), 1);
        assert_eq!(rows.notes[0].sentence, "columns not used here: colour");
        assert_eq!(rows.good[1].value.name, "B");
    }

    #[test]
    fn a_title_that_a_spreadsheet_saved_above_the_table_is_passed_over() {
        let rows =
            units("Units of the force,,,\n,,,\n\nunit,officers,since,\nA,1,01/05/2026,\nB,x,,\n").unwrap();
        let sentences: Vec<&str> = rows.notes.iter().map(|note| note.sentence.as_str()).collect();
        assert_eq!(sentences, ["line 4 is read as the header; what stands above it is not used"]);
        assert_eq!(rows.good[0].place, Place::row("units.csv", 5));
        assert_eq!(rows.rejected[0].place, Some(Place::row("units.csv", 6).at("officers")));
        // Below line 20 nobody looks for it.
        for (lines, found) in [(19, true), (20, false)] {
            let text = format!("{}unit,officers\nA,1\n", "a title\n".repeat(lines));
            assert_eq!(units(&text).is_ok(), found, "{lines}");
        }
    }

    #[test]
    fn a_row_is_called_by_the_first_column_of_the_layout_wherever_it_stands() {
        let rows = units("officers,since,unit\nx,,Dudley\n").unwrap();
        assert_eq!(rows.rejected[0].record, "Dudley");
    }

    #[test]
    fn an_empty_file_says_which_header_it_should_have() {
        let error = units("").unwrap_err().to_string();
        assert!(error.ends_with("expected a header line `unit,officers,since`"), "{error}");
    }

    #[test]
    fn a_name_may_be_used_once() {
        let mut rows = units("unit,officers\nA,1\nB,2\nA,3\n").unwrap();
        rows.reject_repeated("unit", |unit| unit.name.clone());
        assert_eq!(
            rows.rejected[0].to_string(),
            "units.csv, line 4, column unit: error [key-once]: `A` is named twice: already on line 2"
        );
    }

    #[test]
    fn an_impossible_day_is_a_finding_on_its_cell() {
        let rows = units("unit,officers,since\nA,1,2014-02-30\n").unwrap();
        assert_eq!(rows.rejected[0].sentence, "`2014-02-30` is not a day");
        assert_eq!(rows.rejected[0].place, Some(Place::row("units.csv", 2).at("since")));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_answered_without_panic(text in "[a-z0-9,\"\n\r -]{0,200}") {
            let _ = units(&text);
            let _ = units(&format!("unit,officers\n{text}"));
        }

        #[test]
        fn a_quote_is_open_exactly_when_the_csv_crate_runs_to_the_end(text in "[ab,\"\n]{0,40}") {
            // Two lines added: if a quote is open they are swallowed, else they are two records of their own.
            let count = |text: &str| {
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes()).records().count()
            };
            let padded = format!("{text}\nx\nx\n");
            let open = open_quote(&text).is_some();
            let grown = count(&padded) - count(&text);
            proptest::prop_assert_eq!(open, grown == 0, "{:?}", text);
        }
    }
}
