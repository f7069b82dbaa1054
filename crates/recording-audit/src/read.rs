//! The files of an audit, read into facts.

use crime::inspection::InspectionFile;
use rulebook::{Finding, Known};
use statistics::PrintedShare;
use table::{Layout, ReadError, Row, Rows, Source};

use crate::{IMPROVEMENTS, Improvement, STRATA, Stratum};

/// The tables that this room reads.
pub static LAYOUTS: &[&Layout] = &[&STRATA, &IMPROVEMENTS];

/// The tables by their path in the folder.
pub static FILES: &[(&str, &Layout)] =
    &[("audit/strata.csv", &STRATA), ("audit/improvements.csv", &IMPROVEMENTS)];

/// The files that a paper has. Each may be absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `audit/strata.csv`
    pub strata: Option<Source<'a>>,
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
    /// Themes, concerns and strengths.
    pub improvements: Option<Rows<Improvement>>,
    /// The inspection itself.
    pub inspection: Option<InspectionFile>,
}

impl Facts {
    /// What was found wrong or worth saying while reading, file by file.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let strata = self.strata.iter().flat_map(Rows::findings);
        let improvements = self.improvements.iter().flat_map(Rows::findings);
        strata.chain(improvements)
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
    let improvements =
        inputs.improvements.and_then(|source| table::read(&IMPROVEMENTS, source).map_err(&mut failed).ok());
    let inspection =
        inputs.inspection.and_then(|source| InspectionFile::read(source).map_err(&mut failed).ok());
    let facts = Facts {
        strata: strata.map(Stratum::checked),
        improvements: improvements.map(Improvement::checked),
        inspection,
    };
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

/// The percentages that the strata print, each with the paragraph in which it is printed, in the order of the file.
///
/// Rows without a printed percentage, or whose counts are not known, are left out.
#[must_use]
pub fn printed_shares(facts: &Facts) -> Vec<(Known<String>, PrintedShare)> {
    let rows = facts.strata.iter().flat_map(|rows| &rows.good);
    rows.filter_map(|row| Some((row.value.paragraph.clone(), stratum_share(row)?))).collect()
}

fn stratum_share(row: &Row<Stratum>) -> Option<PrintedShare> {
    let (part, whole) = row.value.recorded_of_due()?;
    Some(PrintedShare {
        record: row.value.stratum.clone(),
        place: row.place.at("printed_percent"),
        counts: vec![row.place.at("crimes_recorded"), row.place.at("crimes_due")],
        part,
        whole,
        printed: *row.value.printed_percent.value()?,
    })
}
