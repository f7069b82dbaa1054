//! The columns of a file, as it writes them and by the names of the layout, and a row read by them.

use std::collections::BTreeSet;

use rulebook::{Finding, Place, Severity};
use serde::de::DeserializeOwned;

use crate::{
    Layout, Need, ReadError, Row, Rows, TableMap,
    mapping::Bound,
    row::{self, BadCell},
    rules,
};

/// The columns of a file.
pub(crate) struct Columns<'m> {
    layout: &'static Layout,
    /// Where the header is.
    place: Place,
    /// The header as the file writes it.
    written: csv::StringRecord,
    /// The same by our names, as far as they are ours.
    pub(crate) names: csv::StringRecord,
    /// What a mapping makes of the cells, if there is one.
    bound: Option<Bound<'m>>,
}

impl<'m> Columns<'m> {
    /// How many columns the file has.
    pub(crate) fn width(&self) -> usize {
        self.written.len()
    }

    /// The columns of a header at `place`, if the needed ones are there and none is there twice. `names` are ours without the mapping.
    pub(crate) fn new(
        layout: &'static Layout,
        place: Place,
        written: csv::StringRecord,
        names: csv::StringRecord,
        map: Option<&'m TableMap>,
    ) -> Result<Self, ReadError> {
        let bound = map.map(|map| Bound::new(map, &written, &names).checked(&place, &written)).transpose()?;
        let names = bound.as_ref().map_or(names, |bound| bound.names.clone());
        let mut seen = BTreeSet::new();
        for column in names.iter().filter(|column| !column.is_empty()) {
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
                    found: found(column.name, &written),
                });
            }
        }
        Ok(Self { layout, place, written, names, bound })
    }

    /// The columns that are not used here, if there are any.
    pub(crate) fn unknown(&self) -> Option<Finding> {
        // A column without a name is what spreadsheets leave at the end of a table.
        let unnamed = |column: &&str| !column.is_empty() && self.layout.column(column).is_none();
        let unknown: Vec<&str> = self.names.iter().filter(unnamed).collect();
        if unknown.is_empty() {
            return None;
        }
        let sentence = format!("columns not used here: {}", unknown.join(", "));
        let place = self.place.clone();
        Some(Finding::new(&rules::KNOWN_COLUMNS, Severity::Note, place.file.clone(), Some(place), sentence))
    }

    /// Whether the layout has the column at `at`.
    pub(crate) fn is_used(&self, at: usize) -> bool {
        self.names.get(at).is_some_and(|name| self.layout.column(name).is_some())
    }

    /// The column at `at` as the file writes it.
    pub(crate) fn written(&self, at: usize) -> &str {
        self.written.get(at).unwrap_or_default()
    }

    /// What a finding calls a record: what stands in the layout's first column, wherever the file has it; else in the file's first.
    pub(crate) fn record<'r>(&self, record: &'r csv::StringRecord) -> &'r str {
        let first = self.layout.columns.first().map(|column| column.name);
        let at = self.names.iter().position(|name| Some(name) == first);
        at.and_then(|at| record.get(at)).or_else(|| record.get(0)).unwrap_or_default()
    }

    /// Reads a record into `rows`: a good row, a rejection, or nothing if it is blank.
    pub(crate) fn take<T: DeserializeOwned>(
        &self,
        rows: &mut Rows<T>,
        place: Place,
        record: &csv::StringRecord,
    ) {
        if record.iter().all(str::is_empty) {
            return;
        }
        if record.len() != self.width() {
            let (cells, columns) = (record.len(), self.width());
            let sentence = format!("the row has {cells} cells, the header has {columns}");
            let finding = unreadable(place, self.record(record), &sentence);
            rows.rejected.push(finding.with("cells", cells).with("columns", columns));
            return;
        }
        let mapped = self.bound.as_ref().map(|bound| bound.record(record));
        match row::deserialize::<T>(&self.names, mapped.as_ref().unwrap_or(record)) {
            Ok(value) => rows.good.push(Row { place, value }),
            Err(error) => {
                let mapped = mapped.as_ref().unwrap_or(record);
                rows.rejected.push(self.bad_cell(&place, record, mapped, &error));
            }
        }
    }

    /// A record of as many cells as the file has columns, by our names and in our words.
    pub(crate) fn mapped(&self, record: csv::StringRecord) -> csv::StringRecord {
        match &self.bound {
            Some(bound) => bound.record(&record),
            None => record,
        }
    }

    fn bad_cell(
        &self,
        place: &Place,
        record: &csv::StringRecord,
        mapped: &csv::StringRecord,
        error: &BadCell,
    ) -> Finding {
        let name = self.record(record);
        let cell = |at: usize| Some((at, self.names.get(at)?, mapped.get(at)?));
        let Some((at, column, meant)) = error.column.and_then(cell) else {
            return unreadable(place.clone(), name, &error.message);
        };
        // A constant of a mapping stands in no column of the file.
        let (written, read) = self.written.get(at).zip(record.get(at)).unwrap_or((column, meant));
        let expected = self.layout.column(column).map_or("what this column holds", |column| column.holds);
        let sentence = if meant.is_empty() {
            format!("empty: expected {expected}")
        } else if meant == read {
            format!("`{read}` is not {expected}")
        } else {
            format!("`{read}`, mapped to `{meant}`, is not {expected}")
        };
        unreadable(place.at(written), name, &sentence).with(column, read).with("expected", expected)
    }
}

/// How far a row fits as the header of a layout.
pub(crate) struct Fit {
    /// How many columns are ours.
    pub(crate) known: usize,
    /// The needed ones that are not there.
    pub(crate) missing: Vec<&'static str>,
}

impl Fit {
    /// Of a row as it is `written`; `names` are ours without the mapping.
    pub(crate) fn of(
        layout: &'static Layout,
        map: Option<&TableMap>,
        written: &csv::StringRecord,
        names: &csv::StringRecord,
    ) -> Self {
        let mapped = map.map(|map| Bound::new(map, written, names).names);
        let is_there = |name: &str| mapped.as_ref().unwrap_or(names).iter().any(|there| there == name);
        let known = layout.columns.iter().filter(|column| is_there(column.name)).count();
        let needed = layout.columns.iter().filter(|column| column.need == Need::Required);
        let missing = needed.map(|column| column.name).filter(|name| !is_there(name)).collect();
        Self { known, missing }
    }

    /// Whether every needed column is there, and one at least.
    pub(crate) const fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.known > 0
    }
}

/// A row that cannot be read.
pub(crate) fn unreadable(place: Place, record: &str, sentence: &str) -> Finding {
    Finding::new(&rules::READABLE_ROW, Severity::Error, record, Some(place), sentence)
}

/// The error of a file in which nothing is written.
pub(crate) fn none(layout: &Layout, file: &str) -> ReadError {
    ReadError::Empty { place: Place::file(file), header: layout.template().trim().to_owned() }
}

/// A name as it would be without capitals, spaces and signs: `Crimes Due` is `crimes_due`.
pub(crate) fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}

/// The columns that are there, and which of them is the missing one but for case and spaces.
fn found(missing: &str, header: &csv::StringRecord) -> String {
    let all = header.iter().collect::<Vec<_>>().join(", ");
    match header.iter().find(|column| plain(column) == missing) {
        Some(near) => format!("{all}; write `{missing}` for `{near}`"),
        None => all,
    }
}
