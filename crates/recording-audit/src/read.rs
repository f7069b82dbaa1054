//! The files of an audit, read into facts.

use rulebook::{Finding, Known};
use statistics::PrintedShare;
use table::{Layout, ReadError, Rows, Source};

use crate::{DECISIONS, Decision, IMPROVEMENTS, Improvement, InspectionFile, STRATA, Stratum};

/// The settings file, by its path in the folder.
pub static INSPECTION_FILE: &str = "audit/inspection.toml";

/// The tables that this room reads.
pub static LAYOUTS: &[&Layout] = &[&STRATA, &DECISIONS, &IMPROVEMENTS];

/// The tables by their path in the folder.
pub static FILES: &[(&str, &Layout)] = &[
    ("audit/strata.csv", &STRATA),
    ("audit/no_crime_decisions.csv", &DECISIONS),
    ("audit/improvements.csv", &IMPROVEMENTS),
];

/// The files that a paper has. Each may be absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `audit/strata.csv`
    pub strata: Option<Source<'a>>,
    /// `audit/no_crime_decisions.csv`
    pub no_crime_decisions: Option<Source<'a>>,
    /// `audit/improvements.csv`
    pub improvements: Option<Source<'a>>,
    /// `audit/inspection.toml`
    pub inspection: Option<Source<'a>>,
}

/// What the files say. A file that is absent was not supplied: it gives no figure and no finding.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The strata of the audit.
    pub strata: Option<Rows<Stratum>>,
    /// The "no crime" decisions examined.
    pub no_crime_decisions: Option<Rows<Decision>>,
    /// Themes, concerns and strengths.
    pub improvements: Option<Rows<Improvement>>,
    /// The inspection itself.
    pub inspection: Option<InspectionFile>,
}

impl Facts {
    /// What was found wrong or worth saying while reading, file by file.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let strata = self.strata.iter().flat_map(Rows::findings);
        let decisions = self.no_crime_decisions.iter().flat_map(Rows::findings);
        let improvements = self.improvements.iter().flat_map(Rows::findings);
        strata.chain(decisions).chain(improvements)
    }
}

/// Reads the files of an audit.
///
/// # Errors
///
/// Every file that cannot be read at all, in the order of [`Inputs`]. A bad row is no error: it is a finding in
/// [`crate::Answer`].
pub fn read(inputs: &Inputs<'_>) -> Result<Facts, Vec<ReadError>> {
    let mut errors = Vec::new();
    let mut failed = |error| errors.push(error);
    let strata = inputs.strata.and_then(|source| table::read(&STRATA, source).map_err(&mut failed).ok());
    let decisions = inputs
        .no_crime_decisions
        .and_then(|source| table::read(&DECISIONS, source).map_err(&mut failed).ok());
    let improvements =
        inputs.improvements.and_then(|source| table::read(&IMPROVEMENTS, source).map_err(&mut failed).ok());
    let inspection = inputs.inspection.and_then(|source| {
        Some(InspectionFile::new(table::settings(source).map_err(&mut failed).ok()?, source))
    });
    let facts = Facts {
        strata: strata.map(Stratum::checked),
        no_crime_decisions: decisions.map(Decision::checked),
        improvements: improvements.map(Improvement::checked),
        inspection,
    };
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

/// The percentages that the audit's tables print, strata first, each in the order of its file.
///
/// Rows without a printed percentage, or whose counts are not known, are left out.
#[must_use]
pub fn printed_shares(facts: &Facts) -> Vec<PrintedShare> {
    let strata = facts.strata.iter().flat_map(|rows| &rows.good).filter_map(|row| {
        let (part, whole) = row.value.recorded_of_due()?;
        let printed = printed(&row.value.printed_percent)?;
        let place = row.place.at("printed_percent");
        let counts = vec![row.place.at("crimes_recorded"), row.place.at("crimes_due")];
        Some(PrintedShare { record: row.value.stratum.clone(), place, counts, part, whole, printed })
    });
    let decisions = facts.no_crime_decisions.iter().flat_map(|rows| &rows.good).filter_map(|row| {
        let (part, whole) = (row.value.correct, row.value.examined);
        let printed = printed(&row.value.printed_percent)?;
        let place = row.place.at("printed_percent");
        let counts = vec![row.place.at("correct"), row.place.at("examined")];
        Some(PrintedShare { record: row.value.offence.clone(), place, counts, part, whole, printed })
    });
    strata.chain(decisions).collect()
}

fn printed(percent: &Known<rust_decimal::Decimal>) -> Option<rust_decimal::Decimal> {
    percent.value().copied()
}
