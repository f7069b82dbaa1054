//! The frame: the records from which a sample is drawn, row by row.

use rulebook::Finding;
use table::{
    Column, Layout, ReadError,
    extract::{Record, Shape},
};

use crate::{
    rules::{frame_record_named, frame_stratum_supplied, frame_within_period},
    sample::Filter,
};
use calendar::moment;

/// The frame. Its other columns may make strata, or be shown to auditors.
pub static FRAME: Layout = Layout {
    name: "frame",
    what: "one row a record that may be audited: a report, an incident, a crime",
    columns: &[
        Column::required("record", "the reference of the record, which stands once"),
        Column::optional(
            "day",
            "the day that places it in the period, as `2026-05-01`, with or without a time",
        ),
    ],
};

const RECORD: usize = 0;
const DAY: usize = 1;

/// The stratum column that the column `day` makes, where the file has none of this name.
const MONTH: &str = "month";

/// The stratum of all records, where no column makes strata.
pub const ALL_RECORDS: &str = "all records";

/// So many strata at most: columns with more values make none.
pub const MOST_STRATA: usize = 2_000;

/// How the rows of a frame are read.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The columns of the file.
    pub shape: Shape,
    filter: Filter,
    strata: Vec<Stratum>,
    shown: Vec<usize>,
}

#[derive(Debug, Clone)]
enum Stratum {
    Column { name: String, at: usize },
    Month,
}

/// Why a frame cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// It is no table, or a column that every frame has is missing.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A column that was asked for is not there.
    #[error("{file}, line 1: no column `{column}`; the columns are: {found}")]
    NoColumn {
        /// The file.
        file: String,
        /// The column that was asked for.
        column: String,
        /// The columns that are there.
        found: String,
    },
    /// A period or months are asked for, and no column tells the day.
    #[error("{file}, line 1: no column `day`, which the period and the stratum `month` need")]
    NoDay {
        /// The file.
        file: String,
    },
}

/// Where a row of the frame belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed<'a> {
    /// To the stratum whose name was written, as this record. A stratum column may be empty.
    In {
        /// Its reference.
        record: &'a str,
        /// A stratum column that is empty.
        not_supplied: Option<Finding>,
    },
    /// Not to the audit: it lies outside the period.
    Outside(Finding),
    /// Nowhere: it cannot be used.
    Rejected(Finding),
}

impl Frame {
    /// Reads the header, at the front of the first bytes of the file. `strata` and `shown` are columns by name; a stratum `month` is
    /// made from the column `day`, if there is no column of that name.
    ///
    /// # Errors
    ///
    /// [`FrameError`] if the file is no table or a column is missing.
    pub fn of(
        file: &str,
        first_bytes: &[u8],
        filter: &Filter,
        strata: &[String],
        shown: &[String],
    ) -> Result<Self, FrameError> {
        let mut shape = Shape::of(&FRAME, file, first_bytes)?;
        let named = |shape: &mut Shape, column: &str| {
            shape.also(column).ok_or_else(|| FrameError::NoColumn {
                file: file.to_owned(),
                column: column.to_owned(),
                found: shape.names().join(", "),
            })
        };
        let has_day = shape.names().iter().any(|name| name == "day");
        let mut read = Vec::new();
        for name in strata {
            read.push(match shape.also(name) {
                Some(at) => Stratum::Column { name: name.clone(), at },
                None if name == MONTH && has_day => Stratum::Month,
                None if name == MONTH => return Err(FrameError::NoDay { file: file.to_owned() }),
                None => Stratum::Column { name: name.clone(), at: named(&mut shape, name)? },
            });
        }
        if !has_day && (filter.from.is_some() || filter.to.is_some()) {
            return Err(FrameError::NoDay { file: file.to_owned() });
        }
        let shown = shown.iter().map(|name| named(&mut shape, name)).collect::<Result<_, _>>()?;
        Ok(Self { shape, filter: filter.clone(), strata: read, shown })
    }

    /// Places a row, and writes the name of its stratum into `stratum`.
    pub fn place<'a>(&self, row: &'a Record, stratum: &mut String) -> Placed<'a> {
        let place = self.shape.place(row.line);
        let record = row.get(RECORD);
        if let Some(fault) = &row.fault {
            return Placed::Rejected(frame_record_named::unreadable(&place, fault));
        }
        if record.is_empty() {
            return Placed::Rejected(frame_record_named::check(&place));
        }
        let day = row.get(DAY);
        match frame_within_period::check(&place, record, day, &self.filter) {
            Ok(None) => {}
            Ok(Some(outside)) => return Placed::Outside(outside),
            Err(rejected) => return Placed::Rejected(*rejected),
        }
        stratum.clear();
        let mut not_supplied = None;
        for part in &self.strata {
            if !stratum.is_empty() {
                stratum.push_str(" | ");
            }
            let (name, value) = match part {
                Stratum::Column { name, at } => (name.as_str(), row.get(*at).replace('|', "||")),
                Stratum::Month => (MONTH, moment::month(day).unwrap_or_default()),
            };
            if value.is_empty() {
                let missing = || frame_stratum_supplied::check(&place, record, name);
                not_supplied.get_or_insert_with(missing);
                stratum.push_str("not supplied");
            } else {
                stratum.push_str(&value);
            }
        }
        if stratum.is_empty() {
            stratum.push_str(ALL_RECORDS);
        }
        Placed::In { record, not_supplied }
    }

    /// The reference of the record of a row.
    #[must_use]
    pub fn record<'a>(&self, row: &'a Record) -> &'a str {
        row.get(RECORD)
    }

    /// The cells that auditors are shown.
    #[must_use]
    pub fn shown(&self, row: &Record) -> Vec<String> {
        self.shown.iter().map(|at| row.get(*at).to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::day;
    use table::extract::Records;

    fn placed(header: &str, rows: &[&str], strata: &[&str], filter: &Filter) -> Vec<String> {
        let text = format!("{header}\n{}\n", rows.join("\n"));
        let strata: Vec<String> = strata.iter().map(|name| (*name).to_owned()).collect();
        let frame = Frame::of("frame.csv", text.as_bytes(), filter, &strata, &[]).unwrap();
        let mut records = Records::new(frame.shape.clone(), text.as_bytes(), 0);
        let (mut row, mut stratum, mut answers) = (Record::default(), String::new(), Vec::new());
        while records.read(&mut row).unwrap() {
            answers.push(match frame.place(&row, &mut stratum) {
                Placed::In { record, not_supplied: None } => format!("{record} in {stratum}"),
                Placed::In { record, not_supplied: Some(finding) } => {
                    format!("{record} in {stratum}: {}", finding.rule.id)
                }
                Placed::Outside(finding) | Placed::Rejected(finding) => finding.to_string(),
            });
        }
        answers
    }

    const ANY: Filter = Filter { from: None, to: None };

    #[test]
    fn strata_come_from_columns_and_months() {
        assert_eq!(
            placed(
                "route,record,day",
                &["999,I1,2026-01-31", ",I2,01/02/2026 10:00"],
                &["route", "month"],
                &ANY
            ),
            ["I1 in 999 | 2026-01", "I2 in not supplied | 2026-02: frame-stratum-supplied"]
        );
        assert_eq!(placed("record", &["I1"], &[], &ANY), ["I1 in all records"]);
        // A bar inside a value cannot be taken for the one between two.
        assert_eq!(placed("record,a,b", &["I1,x | y,z"], &["a", "b"], &ANY), ["I1 in x || y | z"]);
    }

    #[test]
    fn the_first_and_the_last_day_belong_to_the_period() {
        let filter = Filter { from: Some(day(2026, 1, 1)), to: Some(day(2026, 1, 31)) };
        let rows = ["I1,2025-12-31", "I2,2026-01-01", "I3,2026-01-31 23:59", "I4,2026-02-01"];
        let answers = placed("record,day", &rows, &[], &filter);
        assert_eq!(answers[1..3], ["I2 in all records", "I3 in all records"]);
        assert!(answers[0].contains("[frame-within-period]") && answers[3].contains("[frame-within-period]"));
    }

    #[test]
    fn a_column_that_is_not_there_is_named() {
        let of = |strata: &[&str], filter: &Filter| {
            let strata: Vec<String> = strata.iter().map(|name| (*name).to_owned()).collect();
            Frame::of("frame.csv", b"record,unit\n", filter, &strata, &[]).unwrap_err().to_string()
        };
        assert_eq!(
            of(&["units"], &ANY),
            "frame.csv, line 1: no column `units`; the columns are: record, unit"
        );
        let no_day = "frame.csv, line 1: no column `day`, which the period and the stratum `month` need";
        assert_eq!(of(&["month"], &ANY), no_day);
        assert_eq!(of(&[], &Filter { from: Some(day(2026, 1, 1)), to: None }), no_day);
    }
}
