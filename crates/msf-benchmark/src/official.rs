//! Official tables of recorded crime, read as they are published, with everything that is wrong with them.
//!
//! [`read_official`] tells the kind of a table by its header, never by the name of the file. A row that cannot be used becomes a finding with
//! its place, and the others go on; nothing is mended.

mod area;
mod draft;
mod grid;
mod heading;
mod lines;
mod long;
mod names;
pub(crate) mod number;
mod period;
mod quarters;
mod rolling;
mod rows;
mod severity;

use rulebook::Place;
use table::{ReadError, Source, extract::Shape, printed};

use crate::{
    Published,
    rules::{
        cell_once, class_continues, count_not_negative, force_in_every_period, percent_scale, period_end,
        published_sum,
    },
};

pub use {
    lines::Lines,
    long::{RECORDED_CRIME, read_long},
    quarters::read_quarters,
    rolling::read_rolling_years,
    severity::read_severity,
};

/// Why an official table could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OfficialError {
    /// The file is damaged, or no table.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No table of a known kind is in the file.
    #[error(
        "{place}: no header of an official table of recorded crime; the first row reads: {found}; expected the columns of the Home Office \
         (`12 months ending`, `PFA`, ... or `Financial Year`, `Financial Quarter`, ...), of the ONS (`Area Code`, `Area Name`, ... or `code`, \
         `name`, `year`, `score`), or of a table of your own ({own})"
    )]
    UnknownKind {
        /// The file.
        place: Place,
        /// Its first row.
        found: String,
        /// The columns of a table of one's own.
        own: String,
    },
    /// Nothing says which period the figures are of.
    #[error(
        "{place}: no title says which year the figures are of; expected `year ending` and a month and year above the header"
    )]
    NoPeriod {
        /// The header.
        place: Place,
    },
}

/// Reads a table of one kind.
type Reader = fn(Source<'_>) -> Result<Published, OfficialError>;

/// The kinds of table that are known by their columns alone.
const KINDS: [(&table::Layout, Reader); 4] = [
    (&rolling::ROLLING, read_rolling_years),
    (&quarters::QUARTERS, read_quarters),
    (&severity::SEVERITY, read_severity),
    (&RECORDED_CRIME, read_long),
];

/// Reads an official table of any known kind: the tables of a workbook one by one, in its order, and of a CSV file the one that it holds.
///
/// ```
/// use msf_benchmark::read_official;
/// use table::Source;
///
/// let table = "12 months ending,PFA,Region,Offence,Rolling year total number of offences\n31-03-2018,Kent,South East,Robbery,1900\n";
/// let read = read_official(Source::new("any.csv", table.as_bytes()))?;
/// assert_eq!(read[0].windows[0].to_string(), "1 April 2017 to 31 March 2018");
/// # Ok::<(), msf_benchmark::OfficialError>(())
/// ```
///
/// # Errors
///
/// [`OfficialError`] if there is no table in the file that is known.
pub fn read_official(source: Source<'_>) -> Result<Vec<Published>, OfficialError> {
    if !table::is_workbook(source.bytes) {
        let header = header(source.bytes);
        for (layout, read) in KINDS {
            let needed = |column: &table::Column| column.need == table::Need::Required;
            if layout
                .columns
                .iter()
                .filter(|column| needed(column))
                .all(|column| header.iter().any(|name| name == column.name))
            {
                return Ok(vec![read(source)?]);
            }
        }
    }
    read_printed(source)
}

/// Reads tables of the ONS that are printed for people: police force areas (a sheet each), community safety partnerships.
///
/// # Errors
///
/// [`OfficialError`] if no sheet has a header of areas, or one that has names no period.
pub fn read_printed(source: Source<'_>) -> Result<Vec<Published>, OfficialError> {
    let mut tables = Vec::new();
    let sheets = printed::sheets(source)?;
    for sheet in &sheets {
        tables.extend(grid::read(source.file, sheet)?);
    }
    if tables.is_empty() {
        let first = sheets.iter().find_map(|sheet| sheet.rows.first());
        let cells = first.map(|row| row.cells.iter().map(|cell| shortened(&cell.text)).collect::<Vec<_>>());
        return Err(OfficialError::UnknownKind {
            place: Place::file(source.file),
            found: cells.map_or_else(|| "nothing".to_owned(), |cells| cells.join(", ")),
            own: RECORDED_CRIME.template().trim_end().to_owned(),
        });
    }
    Ok(tables)
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    if short.len() < text.len() { short + "..." } else { short }
}

/// The names of the columns of a CSV file, which are its first row.
fn header(bytes: &[u8]) -> Vec<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
    let near = bytes.get(start..).unwrap_or_default();
    let near = near.get(..1 << 16).unwrap_or(near);
    let row = Shape::first_row(near);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(row);
    let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
    record.iter().map(str::to_owned).collect()
}

/// Asks the rules of a whole table.
fn examined(mut published: Published) -> Published {
    let mut findings = period_end::check(&published);
    findings.extend(force_in_every_period::check(&published));
    findings.extend(class_continues::check(&published));
    findings.extend(cell_once::check(&published));
    findings.extend(count_not_negative::check(&published));
    findings.extend(percent_scale::check(&published));
    findings.extend(published_sum::check(&published));
    published.findings.extend(findings);
    published
}
