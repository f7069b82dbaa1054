//! A Parquet file as CSV, row by row. Built only with the feature `parquet`.
//!
//! The library that reads it trusts a file more than our reader of workbooks does: it takes as much memory as a page of the file asks for. So
//! this is for files of one's own, as a data platform writes them.

#[cfg(test)]
mod tests;

use std::{
    borrow::Cow,
    io::Write,
    panic::{AssertUnwindSafe, catch_unwind},
};

use ::parquet::{
    basic::{ConvertedType, LogicalType, TimeUnit, Type},
    errors::ParquetError,
    file::reader::{ChunkReader, FileReader as _},
    file::serialized_reader::SerializedFileReader,
    record::Field,
    schema::types::ColumnDescriptor,
};
use chrono::DateTime;
use rulebook::{Finding, Place, Severity};

use crate::{
    ConversionError, Layout, PlainCsv, ReadError, TableMap, book::value, columns::Columns, lines::Lines,
    plain::Breaks, rules,
};

/// What is not said of a column by the values themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    /// What a whole number counts, if it is a time in billionths of a second.
    nanos: Nanos,
    zone: Zone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nanos {
    No,
    Moment,
    Time,
}

/// Whose time a moment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// The local time, as in our tables.
    Local,
    /// Universal Time.
    Universal,
    /// The file does not say.
    NotSaid,
}

/// Writes the rows of a Parquet file as CSV: the header is line 1, row n of the file line n + 1. The file is read page by page from `input`, an
/// open file for instance, and not more than a page of each column is held.
///
/// Cells are written as [`crate::read`] gives those of a workbook. A moment that the file says is in Universal Time ends with `Z`, which no table
/// of ours takes for local time, and a note says so; where the file does not say whose time it is, a note says that.
///
/// # Errors
///
/// [`ConversionError`] if it is no Parquet file of plain columns, the mapping or the layout does not fit it, or `out` fails.
pub fn parquet_csv(
    layout: &'static Layout,
    file: &str,
    input: impl ChunkReader + 'static,
    map: Option<&TableMap>,
    out: impl Write,
) -> Result<PlainCsv, ConversionError> {
    // The library panics on files that are damaged in certain ways (a negative offset of a column, for one): that is an error here.
    let rewritten = catch_unwind(AssertUnwindSafe(|| rewrite(layout, file, input, map, out)));
    rewritten.unwrap_or_else(|_| {
        let reason = "a part of it contradicts another".to_owned();
        Err(ReadError::TornParquet { place: Place::file(file), reason }.into())
    })
}

fn rewrite(
    layout: &'static Layout,
    file: &str,
    input: impl ChunkReader + 'static,
    map: Option<&TableMap>,
    out: impl Write,
) -> Result<PlainCsv, ConversionError> {
    let torn =
        |error: ParquetError| ReadError::TornParquet { place: Place::file(file), reason: error.to_string() };
    let reader = SerializedFileReader::new(input).map_err(torn)?;
    let schema = reader.metadata().file_metadata().schema_descr();
    let mut kinds = Vec::new();
    let mut written = csv::StringRecord::new();
    for column in schema.columns() {
        if column.max_rep_level() > 0 || column.path().parts().len() > 1 {
            let column = column.path().string();
            return Err(ReadError::NestedColumn { place: Place::file(file), column }.into());
        }
        written.push_field(column.name());
        kinds.push(kind(column));
    }
    let mut notes = zone_notes(file, &written, &kinds);
    let columns = Columns::new(layout, Place::row(file, 1), written.clone(), written, map)?;
    notes.extend(columns.unknown());
    let mut lines = Lines::new(out);
    let mut breaks = Breaks::default();
    lines
        .record(1, columns.names.iter().map(|name| breaks.one_line(name)))
        .map_err(ConversionError::Output)?;
    let mut rows = 0;
    for (line, row) in (2..).zip(reader.get_row_iter(None).map_err(torn)?) {
        let row = row.map_err(torn)?;
        let cells = row.get_column_iter().zip(&kinds);
        let record: csv::StringRecord = cells.map(|((_, field), kind)| text(field, *kind)).collect();
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let record = columns.mapped(record);
        let cells = record.iter().map(|cell| breaks.one_line(cell.trim()));
        lines.record(line, cells).map_err(ConversionError::Output)?;
        rows += 1;
    }
    lines.finish().map_err(ConversionError::Output)?;
    notes.extend(breaks.note(Place::file(file)));
    Ok(PlainCsv { sheet: None, rows, rejected: Vec::new(), notes })
}

fn kind(column: &ColumnDescriptor) -> Kind {
    let zone = |utc: bool| if utc { Zone::Universal } else { Zone::Local };
    match column.logical_type_ref() {
        Some(LogicalType::Timestamp(of)) => {
            let nanos = if of.unit == TimeUnit::NANOS { Nanos::Moment } else { Nanos::No };
            Kind { nanos, zone: zone(of.is_adjusted_to_u_t_c) }
        }
        Some(LogicalType::Time(of)) if of.unit == TimeUnit::NANOS => {
            Kind { nanos: Nanos::Time, zone: Zone::Local }
        }
        _ => {
            let old = matches!(
                column.converted_type(),
                ConvertedType::TIMESTAMP_MILLIS | ConvertedType::TIMESTAMP_MICROS
            );
            let not_said = old || column.physical_type() == Type::INT96;
            Kind { nanos: Nanos::No, zone: if not_said { Zone::NotSaid } else { Zone::Local } }
        }
    }
}

fn zone_notes(file: &str, columns: &csv::StringRecord, kinds: &[Kind]) -> Vec<Finding> {
    let of = |zone: Zone, sentence: &str| {
        let named = columns.iter().zip(kinds).filter(|(_, kind)| kind.zone == zone);
        let named: Vec<String> = named.map(|(name, _)| format!("`{name}`")).collect();
        let sentence = format!("{sentence}: {}", named.join(", "));
        let place = Some(Place::file(file));
        let note = Finding::new(&rules::FOUND_IN_WORKBOOK, Severity::Warning, file, place, sentence);
        (!named.is_empty()).then_some(note)
    };
    let universal = of(Zone::Universal, "moments in Universal Time, where local time is needed");
    universal
        .into_iter()
        .chain(of(Zone::NotSaid, "moments taken for local time, which the file does not say"))
        .collect()
}

/// The value as text.
fn text(field: &Field, kind: Kind) -> Cow<'_, str> {
    let z = if kind.zone == Zone::Universal { "Z" } else { "" };
    Cow::Owned(match field {
        Field::Null => return Cow::Borrowed(""),
        Field::Str(text) => return Cow::Borrowed(text),
        Field::Bytes(bytes) => return String::from_utf8_lossy(bytes.data()),
        Field::Bool(true) => return Cow::Borrowed("yes"),
        Field::Bool(false) => return Cow::Borrowed("no"),
        Field::Long(nanos) if kind.nanos == Nanos::Moment => moment(nanos.div_euclid(1_000_000_000)) + z,
        Field::Long(nanos) if kind.nanos == Nanos::Time => value::clock(nanos / 1_000_000_000),
        Field::Date(days) => {
            let day = DateTime::from_timestamp(i64::from(*days) * 86_400, 0);
            day.map_or_else(|| days.to_string(), |day| day.date_naive().to_string())
        }
        Field::TimestampMillis(millis) => moment(millis.div_euclid(1_000)) + z,
        Field::TimestampMicros(micros) => moment(micros.div_euclid(1_000_000)) + z,
        Field::TimeMillis(millis) => value::clock(i64::from(*millis) / 1_000),
        Field::TimeMicros(micros) => value::clock(micros / 1_000_000),
        Field::Float(number) => number.to_string(),
        Field::Double(number) if number.is_finite() => value::plain(*number),
        // Numbers and decimals as the library prints them.
        Field::Byte(_)
        | Field::Short(_)
        | Field::Int(_)
        | Field::Long(_)
        | Field::UByte(_)
        | Field::UShort(_)
        | Field::UInt(_)
        | Field::ULong(_)
        | Field::Float16(_)
        | Field::Double(_)
        | Field::Decimal(_)
        | Field::Group(_)
        | Field::ListInternal(_)
        | Field::MapInternal(_) => field.to_string(),
    })
}

/// A moment that is given in seconds since the beginning of 1970. Parts of a second are left off, as a clock does.
fn moment(seconds: i64) -> String {
    match DateTime::from_timestamp(seconds, 0) {
        Some(moment) => value::said(moment.naive_utc(), value::Shown::Moment),
        None => seconds.to_string(),
    }
}
