//! The file of decisions, read into facts.

use rulebook::Known;
use statistics::PrintedShare;
use table::{Layout, ReadError, Row, Rows, Source};

use super::{DECISIONS, Decision};

/// The tables that this room reads for a paper.
pub static LAYOUTS: &[&Layout] = &[&DECISIONS];

/// The tables by their path in the folder.
pub static FILES: &[(&str, &Layout)] = &[("audit/no_crime_decisions.csv", &DECISIONS)];

/// The files that a paper has. Each may be absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `audit/no_crime_decisions.csv`
    pub decisions: Option<Source<'a>>,
}

/// What the files say. A file that is absent was not supplied: it gives no figure and no finding.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The "no crime" decisions examined.
    pub decisions: Option<Rows<Decision>>,
}

/// Reads the counts of decisions.
///
/// # Errors
///
/// Every file that cannot be read at all. A bad row is no error: it is a finding in [`super::Answer`].
pub fn read(inputs: &Inputs<'_>) -> Result<Facts, Vec<ReadError>> {
    let decisions = inputs.decisions.map(|source| table::read(&DECISIONS, source)).transpose();
    let decisions = decisions.map_err(|error| vec![error])?;
    Ok(Facts { decisions: decisions.map(Decision::checked) })
}

/// The percentages that are printed, each with the paragraph in which it is printed, in the order of the file.
///
/// Rows without a printed percentage are left out.
#[must_use]
pub fn printed_shares(facts: &Facts) -> Vec<(Known<String>, PrintedShare)> {
    let rows = facts.decisions.iter().flat_map(|rows| &rows.good);
    rows.filter_map(|row| Some((row.value.paragraph.clone(), decision_share(row)?))).collect()
}

fn decision_share(row: &Row<Decision>) -> Option<PrintedShare> {
    Some(PrintedShare {
        record: row.value.offence.clone(),
        place: row.place.at("printed_percent"),
        counts: vec![row.place.at("correct"), row.place.at("examined")],
        part: row.value.correct,
        whole: row.value.examined,
        printed: *row.value.printed_percent.value()?,
    })
}
