//! Reports as rows of facts: incident, about, fact, value.

use std::io::{self, Read};

use counting_rules::FactRow;

/// One report as it stands in a table of facts.
pub struct Report {
    pub id: String,
    /// The line of its first row.
    pub first: u64,
    /// The line of each row.
    pub lines: Vec<u64>,
    pub rows: Vec<FactRow>,
    /// Why its rows cannot be used, if they cannot.
    pub fault: Option<String>,
}

/// What a table of facts is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Reports to be decided.
    Reports,
    /// Answers to questions, and what is declared for every report.
    Answers,
}

/// As many rows as one report may have.
const MOST_ROWS: usize = 1_000_000;

/// Gives each report of a table of facts, its rows one after the other.
pub fn each(
    input: impl Read,
    table: Table,
    mut take: impl FnMut(Report) -> io::Result<()>,
) -> io::Result<()> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(input);
    let columns = columns(&mut reader)?;
    let mut current: Option<Report> = None;
    let width = reader.headers()?.len();
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |at: usize| unprotected(&String::from_utf8_lossy(record.get(at).unwrap_or_default()));
        let [incident, about, fact, value] = columns.map(cell);
        let fault = if record.iter().any(|cell| std::str::from_utf8(cell).is_err()) {
            Some("not UTF-8".to_owned())
        } else if record.len() > width {
            Some(format!("{} cells, and the table has {width} columns", record.len()))
        } else if incident == "*" && table == Table::Reports {
            Some("what is declared for every report (`*`) is given with --answers".to_owned())
        } else {
            None
        };
        if current.as_ref().is_none_or(|report| report.id != incident) {
            if let Some(report) = current.take() {
                take(report)?;
            }
            current =
                Some(Report { id: incident, first: line, lines: Vec::new(), rows: Vec::new(), fault: None });
        }
        if let Some(report) = &mut current {
            if let Some(fault) = fault {
                report.fault.get_or_insert(format!("line {line}: {fault}"));
            } else if report.rows.len() < MOST_ROWS {
                report.lines.push(line);
                report.rows.push(FactRow { about, fact, value });
            } else {
                report.fault = Some(format!("more than {MOST_ROWS} rows of one report"));
            }
        }
    }
    current.map_or(Ok(()), take)
}

/// Every row of a table of facts, with the report it is about.
pub fn all(input: impl Read) -> io::Result<Vec<(String, FactRow)>> {
    let mut rows = Vec::new();
    each(input, Table::Answers, |report| {
        if let Some(fault) = report.fault {
            return Err(io::Error::other(fault));
        }
        rows.extend(report.rows.into_iter().map(|row| (report.id.clone(), row)));
        Ok(())
    })?;
    Ok(rows)
}

/// Where the four columns stand.
fn columns(reader: &mut csv::Reader<impl Read>) -> io::Result<[usize; 4]> {
    let header = reader.headers()?.clone();
    let find = |name: &str| {
        header.iter().position(|column| column.trim_start_matches('\u{feff}').trim() == name).ok_or_else(|| {
            io::Error::other(format!(
                "line 1: no column `{name}`: a table of facts has the columns incident, about, fact, value; reports in JSON begin with a brace"
            ))
        })
    };
    Ok([find("incident")?, find("about")?, find("fact")?, find("value")?])
}

/// A cell without the apostrophe that [`record`] puts before what a spreadsheet would take for a formula.
fn unprotected(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(bare) if table::neutral(bare) == cell => bare.to_owned(),
        Some(_) | None => cell.to_owned(),
    }
}

/// One record of CSV; what a spreadsheet would take for a formula is neutralised.
pub fn record<T: AsRef<str>>(cells: &[T]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Into memory: it cannot fail.
    let _ = writer.write_record(cells.iter().map(|cell| table::neutral(cell.as_ref())));
    writer.into_inner().unwrap_or_default()
}
