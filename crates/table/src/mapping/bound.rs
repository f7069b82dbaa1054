//! A mapping held against the header of a file.

use std::borrow::Cow;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use rulebook::Place;

use super::{MappingFault, TableMap};
use crate::{ReadError, columns::plain, nearest::nearest};

/// What a mapping makes of the columns of one file.
#[derive(Debug)]
pub(crate) struct Bound<'m> {
    map: &'m TableMap,
    /// The columns by our names, those of constants last.
    pub(crate) names: csv::StringRecord,
    /// What is done to the cells of each column of the file.
    changes: Vec<Change<'m>>,
    /// What each row has beside its own cells.
    constants: Vec<&'m str>,
    /// Columns of theirs that are not there: ours, theirs.
    missing: Vec<(&'m str, &'m str)>,
    /// A column that has a constant and stands in the file.
    twice: Option<&'m str>,
}

/// What is done to the cells of a column.
#[derive(Debug, Default)]
struct Change<'m> {
    format: Option<&'m str>,
    values: Option<&'m std::collections::BTreeMap<String, String>>,
}

impl<'m> Bound<'m> {
    /// Holds a mapping against a header. `names` are its columns by our names without the mapping.
    pub(crate) fn new(map: &'m TableMap, written: &csv::StringRecord, names: &csv::StringRecord) -> Self {
        let mut ours: Vec<Option<&str>> = vec![None; written.len()];
        let mut missing = Vec::new();
        for (name, theirs) in &map.says.columns {
            let at = written.iter().position(|column| column.trim() == theirs.trim());
            let near = || written.iter().position(|column| plain(column) == plain(theirs));
            match at.or_else(near).and_then(|at| ours.get_mut(at)) {
                Some(place @ None) => *place = Some(name.as_str()),
                Some(Some(_)) | None => missing.push((name.as_str(), theirs.as_str())),
            }
        }
        let mut all: Vec<Cow<'_, str>> = Vec::new();
        for ((written, own), mapped) in written.iter().zip(names).zip(&ours) {
            all.push(match mapped {
                Some(mapped) => Cow::Borrowed(*mapped),
                // Their own column of that name is another.
                None if map.says.columns.contains_key(own) => Cow::Owned(format!("{written} (not mapped)")),
                None => Cow::Borrowed(own),
            });
        }
        let changes = all
            .iter()
            .map(|name| Change {
                format: map.says.formats.get(name.as_ref()).map(String::as_str),
                values: map.says.values.get(name.as_ref()),
            })
            .collect();
        let constant = &map.says.constant;
        let twice = constant.keys().find(|name| all.iter().any(|there| there == *name)).map(String::as_str);
        all.extend(constant.keys().map(|name| Cow::Borrowed(name.as_str())));
        let names = all.iter().map(Cow::as_ref).collect();
        let constants = constant.values().map(String::as_str).collect();
        Self { map, names, changes, constants, missing, twice }
    }

    /// The same, if the mapping fits the file whose header is at `place`.
    pub(crate) fn checked(self, place: &Place, written: &csv::StringRecord) -> Result<Self, ReadError> {
        let wrong = |fault| Err(ReadError::Mapping { place: place.clone(), fault });
        if let Some((ours, theirs)) = self.missing.first() {
            return wrong(MappingFault::ColumnNotThere {
                mapping: self.map.file.clone(),
                ours: (*ours).to_owned(),
                theirs: (*theirs).to_owned(),
                nearest: nearest(theirs, written.iter()).map(str::to_owned),
            });
        }
        match self.twice {
            Some(column) => wrong(self.map.constant_and_column(column)),
            None => Ok(self),
        }
    }

    /// A record of as many cells as the file has columns, with ours for theirs and the constants at its end.
    pub(crate) fn record(&self, record: &csv::StringRecord) -> csv::StringRecord {
        let mut changed = csv::StringRecord::new();
        for (cell, change) in record.iter().zip(&self.changes) {
            changed.push_field(&change.of(cell));
        }
        for constant in &self.constants {
            changed.push_field(constant);
        }
        changed
    }
}

impl Change<'_> {
    fn of<'c>(&'c self, cell: &'c str) -> Cow<'c, str> {
        let cell = cell.trim();
        if let Some(value) = self.values.and_then(|values| values.get(cell)) {
            return Cow::Borrowed(value);
        }
        match self.format.and_then(|format| reformatted(cell, format)) {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(cell),
        }
    }
}

/// A moment or a day in the form of our tables, if the text fits the format.
fn reformatted(text: &str, format: &str) -> Option<String> {
    // Other years are slips of the hand, or two digits where the format says four.
    let likely = |day: NaiveDate| (1800..=2999).contains(&day.year());
    if let Ok(moment) = NaiveDateTime::parse_from_str(text, format) {
        let seconds = if moment.format("%S").to_string() == "00" { "" } else { ":%S" };
        let format = format!("%Y-%m-%dT%H:%M{seconds}");
        return likely(moment.date()).then(|| moment.format(&format).to_string());
    }
    let has_time =
        ["%H", "%I", "%k", "%l", "%M", "%R", "%T", "%X", "%r"].iter().any(|sign| format.contains(sign));
    let day = NaiveDate::parse_from_str(text, format).ok().filter(|day| !has_time && likely(*day))?;
    Some(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_as_systems_write_them() {
        for (text, format, ours) in [
            ("01/05/2026 14:30", "%d/%m/%Y %H:%M", Some("2026-05-01T14:30")),
            ("01/05/2026 00:00:00", "%d/%m/%Y %H:%M:%S", Some("2026-05-01T00:00")),
            ("01/05/2026 14:30:09", "%d/%m/%Y %H:%M:%S", Some("2026-05-01T14:30:09")),
            ("1-May-26", "%d-%b-%y", Some("2026-05-01")),
            ("20260501", "%Y%m%d", Some("2026-05-01")),
            ("May 1 2026  2:30PM", "%b %d %Y %I:%M%p", Some("2026-05-01T14:30")),
            ("01/05/26", "%d/%m/%Y", None),
            ("31/02/2026", "%d/%m/%Y", None),
            ("01/05/2026", "%d/%m/%Y %H:%M", None),
            ("not known", "%d/%m/%Y", None),
        ] {
            assert_eq!(reformatted(text, format).as_deref(), ours, "{text} {format}");
        }
    }
}
