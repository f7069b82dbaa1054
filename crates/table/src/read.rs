//! A table read into good rows and a finding for each bad one.

use std::collections::{BTreeMap, BTreeSet};

use rulebook::{Finding, Place, Severity};
use serde::de::DeserializeOwned;

use crate::{
    Layout, Need, ReadError, Source,
    row::{self, BadCell},
    rules,
};

/// A row that was read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    /// File and line.
    pub place: Place,
    /// What it says.
    pub value: T,
}

/// All rows of a table: those that can be used and a finding for each that cannot.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    /// The file.
    pub file: String,
    /// The rows that can be used, in the order of the file.
    pub good: Vec<Row<T>>,
    /// One finding for each row that cannot.
    pub rejected: Vec<Finding>,
    /// What else is worth saying of the file.
    pub notes: Vec<Finding>,
}

impl<T> Rows<T> {
    /// How many rows the file holds: good and rejected.
    #[must_use]
    pub const fn rows_in(&self) -> usize {
        self.good.len() + self.rejected.len()
    }

    /// Why totals over this table are not to be printed, if they are not.
    #[must_use]
    pub fn withheld(&self) -> Option<String> {
        match self.rejected.len() {
            0 => None,
            1 => Some(format!("1 of {} rows of {} rejected", self.rows_in(), self.file)),
            n => Some(format!("{n} of {} rows of {} rejected", self.rows_in(), self.file)),
        }
    }

    /// Rejects the rows of which `fault` finds fault. The finding takes the row's place if it has none of its own.
    pub fn reject(&mut self, mut fault: impl FnMut(&Row<T>) -> Option<Finding>) {
        let mut kept = Vec::with_capacity(self.good.len());
        for row in self.good.drain(..) {
            match fault(&row) {
                None => kept.push(row),
                Some(mut finding) => {
                    finding.place.get_or_insert(row.place);
                    self.rejected.push(finding);
                }
            }
        }
        self.good = kept;
    }

    /// Rejects every row whose key an earlier row already has. `column` names the column that holds the key.
    pub fn reject_repeated(&mut self, column: &'static str, key: impl Fn(&T) -> String) {
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        self.reject(|row| {
            let name = key(&row.value);
            let Some(earlier) = first.get(&name) else {
                first.insert(name, row.place.clone());
                return None;
            };
            let line = earlier.row.unwrap_or_default();
            let sentence = format!("`{name}` is named twice: already on line {line}");
            Some(
                Finding::new(&rules::KEY_ONCE, Severity::Error, &name, Some(row.place.at(column)), sentence)
                    .with(column, &name)
                    .with("first line", line),
            )
        });
    }

    /// Every finding about the file, rejections first.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.rejected.iter().chain(&self.notes)
    }
}

/// The usable rows of a table that may not have been supplied: none then.
#[must_use]
pub fn good<T>(rows: Option<&Rows<T>>) -> &[Row<T>] {
    rows.map_or(&[], |rows| &rows.good)
}

/// Reads a CSV table with a header line. Columns may stand in any order; unknown ones are kept out and named once.
///
/// # Errors
///
/// [`ReadError`] if the file cannot be read as a table at all.
pub fn read<T: DeserializeOwned>(layout: &'static Layout, source: Source<'_>) -> Result<Rows<T>, ReadError> {
    let text = source.text()?;
    if let Some(line) = open_quote(text) {
        return Err(ReadError::OpenQuote { place: Place::row(source.file, line) });
    }
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) if !header.iter().all(str::is_empty) => header.clone(),
        _ => {
            return Err(ReadError::Empty {
                place: Place::file(source.file),
                header: layout.template().trim().to_owned(),
            });
        }
    };
    check_header(layout, source, &header)?;

    let mut rows =
        Rows { file: source.file.to_owned(), good: Vec::new(), rejected: Vec::new(), notes: Vec::new() };
    rows.notes.extend(unknown_columns(layout, source, &header));
    if !text.ends_with('\n') {
        rows.notes.push(Finding::new(
            &rules::WHOLE_FILE,
            Severity::Warning,
            source.file,
            Some(Place::file(source.file)),
            "the last line has no end: the file may be torn",
        ));
    }
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) => {}
            // Cannot happen on text in memory; an endless loop must not either.
            Err(error) => {
                rows.rejected.push(unreadable(Place::file(source.file), source.file, &error.to_string()));
                return Ok(rows);
            }
        }
        let place = record.position().map_or_else(
            || Place::file(source.file),
            |position| Place::row(source.file, first_line(text, position)),
        );
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() == header.len() {
            match row::deserialize::<T>(&header, &record) {
                Ok(value) => rows.good.push(Row { place, value }),
                Err(error) => rows.rejected.push(bad_cell(layout, &place, &header, &record, &error)),
            }
        } else {
            let sentence = format!("the row has {} cells, the header has {}", record.len(), header.len());
            let name = record.get(0).unwrap_or_default();
            rows.rejected.push(
                unreadable(place, name, &sentence).with("cells", record.len()).with("columns", header.len()),
            );
        }
    }
}

/// The line on which a record starts. The reader counts from before the empty lines that it passes over.
fn first_line(text: &str, position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let passed = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() + passed.filter(|byte| *byte == b'\n').count() as u64
}

fn unreadable(place: Place, record: &str, sentence: &str) -> Finding {
    Finding::new(&rules::READABLE_ROW, Severity::Error, record, Some(place), sentence)
}

fn bad_cell(
    layout: &Layout,
    place: &Place,
    header: &csv::StringRecord,
    record: &csv::StringRecord,
    error: &BadCell,
) -> Finding {
    let name = record.get(0).unwrap_or_default();
    let Some((column, read)) = error.column.and_then(|at| Some((header.get(at)?, record.get(at)?))) else {
        return unreadable(place.clone(), name, &error.message);
    };
    let expected = layout.column(column).map_or("what this column holds", |column| column.holds);
    let sentence = if read.is_empty() {
        format!("empty: expected {expected}")
    } else {
        format!("`{read}` is not {expected}")
    };
    unreadable(place.at(column), name, &sentence).with(column, read).with("expected", expected)
}

fn check_header(layout: &Layout, source: Source<'_>, header: &csv::StringRecord) -> Result<(), ReadError> {
    let place = Place::row(source.file, 1);
    if let (1, Some(only)) = (header.len(), header.get(0)) {
        for (sign, separator) in [(';', "semicolons"), ('\t', "tabs")] {
            if only.contains(sign) {
                return Err(ReadError::Separator { place, separator });
            }
        }
    }
    let mut seen = BTreeSet::new();
    for column in header.iter().filter(|column| !column.is_empty()) {
        if !seen.insert(column) {
            return Err(ReadError::DuplicateColumn { place, column: column.to_owned() });
        }
    }
    for column in layout.columns {
        if column.need == Need::Required && !seen.contains(column.name) {
            return Err(ReadError::MissingColumn {
                place,
                column: column.name,
                holds: column.holds,
                found: found(column.name, header),
            });
        }
    }
    Ok(())
}

/// The columns that are there, and which of them is the missing one but for case and spaces.
fn found(missing: &str, header: &csv::StringRecord) -> String {
    let plain = |name: &str| name.to_lowercase().replace([' ', '-'], "_");
    let all = header.iter().collect::<Vec<_>>().join(", ");
    match header.iter().find(|column| plain(column) == missing) {
        Some(near) => format!("{all}; write `{missing}` for `{near}`"),
        None => all,
    }
}

fn unknown_columns(layout: &Layout, source: Source<'_>, header: &csv::StringRecord) -> Option<Finding> {
    // A column without a name is what spreadsheets leave at the end of a table.
    let unnamed = |column: &&str| !column.is_empty() && layout.column(column).is_none();
    let unknown: Vec<&str> = header.iter().filter(unnamed).collect();
    if unknown.is_empty() {
        return None;
    }
    let sentence = format!("columns not used here: {}", unknown.join(", "));
    let place = Place::row(source.file, 1);
    Some(Finding::new(&rules::KNOWN_COLUMNS, Severity::Note, source.file, Some(place), sentence))
}

/// The line on which a quoted cell is opened that is never closed. Quotation marks count only where CSV gives them a
/// meaning: at the start of a cell, and doubled inside a quoted one.
fn open_quote(text: &str) -> Option<u64> {
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
