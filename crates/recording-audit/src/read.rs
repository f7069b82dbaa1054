//! The files of an audit, read into facts.

use rulebook::{Finding, Known};
use statistics::PrintedShare;
use table::{Layout, ReadError, Row, Rows, Source};

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

/// A table that somebody printed, with the percentages in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedTable {
    /// The table as its readers know it: `paragraph 13`; where its rows name no paragraph, the path of their file.
    pub name: String,
    /// Its percentages, those of strata first, each in the order of its file. Empty if all rows were rejected.
    pub shares: Vec<PrintedShare>,
    /// Why nothing may be said of the table as a whole: a row was rejected of a file that gave rows to it.
    pub withheld: Option<String>,
}

/// The tables of percentages that the audit prints, in the order of their first rows, strata before decisions.
///
/// Rows of one paragraph are one table, whichever file they stand in; rows that name none are a table with the other
/// such rows of their file. Rows without a printed percentage, or whose counts are not known, are left out.
#[must_use]
pub fn printed_tables(facts: &Facts) -> Vec<PrintedTable> {
    let mut tables: Vec<PrintedTable> = Vec::new();
    if let Some(rows) = &facts.strata {
        lay_out(&mut tables, rows, |row| &row.value.paragraph, stratum_share);
    }
    if let Some(rows) = &facts.no_crime_decisions {
        lay_out(&mut tables, rows, |row| &row.value.paragraph, decision_share);
    }
    tables
}

/// Adds the percentages of a file to the tables in which they are printed.
fn lay_out<T>(
    tables: &mut Vec<PrintedTable>,
    rows: &Rows<T>,
    paragraph: impl Fn(&Row<T>) -> &Known<String>,
    share: impl Fn(&Row<T>) -> Option<PrintedShare>,
) {
    let mut named: Vec<String> = Vec::new();
    for (row, share) in rows.good.iter().filter_map(|row| Some((row, share(row)?))) {
        let name = match paragraph(row) {
            Known::Is(paragraph) => format!("paragraph {}", paragraph.trim()),
            Known::NotKnown | Known::NotSupplied => rows.file.clone(),
        };
        match tables.iter_mut().find(|table| table.name == name) {
            Some(table) => table.shares.push(share),
            None => tables.push(PrintedTable { name: name.clone(), shares: vec![share], withheld: None }),
        }
        if !named.contains(&name) {
            named.push(name);
        }
    }
    let Some(reason) = rows.withheld() else { return };
    if named.is_empty() {
        tables.push(PrintedTable { name: rows.file.clone(), shares: Vec::new(), withheld: Some(reason) });
        return;
    }
    for table in tables.iter_mut().filter(|table| named.contains(&table.name)) {
        table.withheld = Some(match table.withheld.take() {
            Some(before) => format!("{before}; {reason}"),
            None => reason.clone(),
        });
    }
}

/// All percentages that the audit prints, strata first, each in the order of its file, whatever table they stand in.
///
/// To judge how a table was rounded, ask [`printed_tables`].
#[must_use]
pub fn printed_shares(facts: &Facts) -> Vec<PrintedShare> {
    let strata = facts.strata.iter().flat_map(|rows| &rows.good).filter_map(stratum_share);
    let decisions = facts.no_crime_decisions.iter().flat_map(|rows| &rows.good).filter_map(decision_share);
    strata.chain(decisions).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables, each as its name, the records in it, and why it is withheld. Cells: name, paragraph.
    fn tables(strata: &[[&str; 2]], decisions: &[[&str; 2]]) -> Vec<(String, Vec<String>, Option<String>)> {
        let lines = |rows: &[[&str; 2]], cells: &str| {
            rows.iter().map(|[name, at]| [name, cells, at, "\n"].concat()).collect::<String>()
        };
        let (strata, decisions) = (lines(strata, ",50,40,30,75%,"), lines(decisions, ",40,30,75%,"));
        let strata = format!(
            "stratum,records_examined,crimes_due,crimes_recorded,printed_percent,paragraph\n{strata}"
        );
        let decisions = format!("offence,examined,correct,printed_percent,paragraph\n{decisions}");
        let facts = read(&Inputs {
            strata: Some(Source::new("s.csv", strata.as_bytes())),
            no_crime_decisions: Some(Source::new("d.csv", decisions.as_bytes())),
            ..Inputs::default()
        });
        let records = |table: &PrintedTable| table.shares.iter().map(|share| share.record.clone()).collect();
        printed_tables(&facts.unwrap())
            .iter()
            .map(|table| (table.name.clone(), records(table), table.withheld.clone()))
            .collect()
    }

    fn table(name: &str, records: &[&str], why: Option<&str>) -> (String, Vec<String>, Option<String>) {
        (name.to_owned(), records.iter().map(ToString::to_string).collect(), why.map(str::to_owned))
    }

    #[test]
    fn rows_of_one_paragraph_are_one_table_whichever_file_they_stand_in() {
        let found = tables(&[["Calls", "13"], ["Visits", "13"]], &[["Arson", "13"], ["Theft", "13"]]);
        assert_eq!(found, [table("paragraph 13", &["Calls", "Visits", "Arson", "Theft"], None)]);
    }

    #[test]
    fn rows_of_two_paragraphs_are_two_tables() {
        let found = tables(&[["Calls", "12"], ["Visits", "14"]], &[["Arson", "14"]]);
        assert_eq!(
            found,
            [table("paragraph 12", &["Calls"], None), table("paragraph 14", &["Visits", "Arson"], None)]
        );
    }

    #[test]
    fn rows_that_name_no_paragraph_stay_with_their_file() {
        let found = tables(&[["Calls", ""], ["Visits", "not known"]], &[["Arson", ""], ["Theft", "14"]]);
        assert_eq!(
            found,
            [
                table("s.csv", &["Calls", "Visits"], None),
                table("d.csv", &["Arson"], None),
                table("paragraph 14", &["Theft"], None)
            ]
        );
    }

    #[test]
    fn a_rejected_row_withholds_the_tables_of_its_file() {
        let (calls, arson) = ("1 of 2 rows of s.csv rejected", "1 of 2 rows of d.csv rejected");
        assert_eq!(
            tables(&[["Calls", "12"], ["calls", "12"]], &[["Arson", "14"]]),
            [table("paragraph 12", &["Calls"], Some(calls)), table("paragraph 14", &["Arson"], None)]
        );
        assert_eq!(
            tables(&[["Calls", "13"], ["calls", "13"]], &[["Arson", "13"], ["arson", "13"]]),
            [table("paragraph 13", &["Calls", "Arson"], Some(&format!("{calls}; {arson}")))]
        );
        assert_eq!(
            tables(&[["", "12"]], &[["Arson", "14"]]),
            [
                table("s.csv", &[], Some("1 of 1 rows of s.csv rejected")),
                table("paragraph 14", &["Arson"], None)
            ]
        );
    }
}
