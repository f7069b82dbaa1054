//! The files of a benchmark, read into facts.

use statistics::PrintedShare;
use table::{Layout, ReadError, Rows, Source};

use crate::{BenchmarkFile, ForceCounts, NO_CRIMES, OFFICIAL_TOTALS, OfficialTotal, Reconciled};

/// The settings file, by its path in the folder.
pub static BENCHMARK_FILE: &str = "benchmark/benchmark.toml";

/// The tables that this room reads.
pub static LAYOUTS: &[&Layout] = &[&NO_CRIMES, &OFFICIAL_TOTALS];

/// The tables by their usual path in the folder; a paper may name another, one for each year.
pub static FILES: &[(&str, &Layout)] =
    &[("benchmark/no_crimes.csv", &NO_CRIMES), ("benchmark/official_totals.csv", &OFFICIAL_TOTALS)];

/// The files that a paper has. Each may be absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `benchmark/no_crimes.csv`, or the table of a year such as `benchmark/no_crimes_2012_13.csv`
    pub no_crimes: Option<Source<'a>>,
    /// `benchmark/benchmark.toml`
    pub benchmark: Option<Source<'a>>,
    /// `benchmark/official_totals.csv`
    pub official: Option<Source<'a>>,
}

/// What the files say. A file that is absent was not supplied: it gives no figure and no finding.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The table of forces.
    pub no_crimes: Option<Rows<ForceCounts>>,
    /// What the table is about.
    pub benchmark: Option<BenchmarkFile>,
    /// The official totals of the same year.
    pub official: Option<Rows<OfficialTotal>>,
}

/// Reads the files of a benchmark.
///
/// # Errors
///
/// Every file that cannot be read at all, in the order of [`Inputs`]. A bad row is no error: it is a finding in
/// [`crate::Answer`].
pub fn read(inputs: &Inputs<'_>) -> Result<Facts, Vec<ReadError>> {
    let mut errors = Vec::new();
    let mut failed = |error| errors.push(error);
    let no_crimes =
        inputs.no_crimes.and_then(|source| table::read(&NO_CRIMES, source).map_err(&mut failed).ok());
    let benchmark = inputs.benchmark.and_then(|source| {
        Some(BenchmarkFile::new(table::settings(source).map_err(&mut failed).ok()?, source))
    });
    let official =
        inputs.official.and_then(|source| table::read(&OFFICIAL_TOTALS, source).map_err(&mut failed).ok());
    let official = official.map(OfficialTotal::checked);
    let facts = Facts { official, no_crimes: no_crimes.map(ForceCounts::checked), benchmark };
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

/// The percentages that the table prints, in its order, each with the counts to use.
///
/// Rows without a printed percentage, or whose counts are in doubt, are left out.
#[must_use]
pub fn printed_shares(facts: &Facts) -> Vec<PrintedShare> {
    let share = |row: &table::Row<ForceCounts>| {
        let in_use = Reconciled::of(&row.value).in_use(&row.value);
        Some(PrintedShare {
            record: row.value.force.to_string(),
            place: row.place.at("printed_percent"),
            counts: ["no_crimes", "initially_recorded", "recorded"]
                .map(|column| row.place.at(column))
                .to_vec(),
            part: in_use.no_crimes?,
            whole: in_use.initially_recorded?,
            printed: *row.value.printed_percent.value()?,
        })
    };
    facts.no_crimes.iter().flat_map(|rows| &rows.good).filter_map(share).collect()
}
