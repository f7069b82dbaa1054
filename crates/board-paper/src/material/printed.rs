//! The percentages that somebody printed, laid out by the tables in which they stand.

use rulebook::Known;
use statistics::PrintedShare;
use table::Rows;

use super::Material;

/// The percentages that somebody printed in one table.
#[derive(Debug, Clone)]
pub(crate) struct PrintedTable {
    /// The table, by the name its readers use: `paragraph 13`; where its rows name no paragraph, the path of their file.
    pub(crate) name: String,
    /// Its percentages. Empty if all rows were rejected.
    pub(crate) shares: Vec<PrintedShare>,
    /// Why they are not to be counted, if they are not: a row was rejected of a file that gave rows to it.
    pub(crate) withheld: Option<String>,
}

impl Material {
    /// Adds the percentages of a file to the tables in which they are printed, each with its paragraph.
    ///
    /// Rows of one paragraph are one table, whichever file they stand in; rows that name none are a table with the other
    /// such rows of their file.
    pub(crate) fn lay_out<T>(
        &mut self,
        rows: Option<&Rows<T>>,
        shares: impl IntoIterator<Item = (Known<String>, PrintedShare)>,
    ) {
        let Some(rows) = rows else { return };
        let tables = &mut self.printed;
        let mut named: Vec<String> = Vec::new();
        for (paragraph, share) in shares {
            let name = match paragraph {
                Known::Is(paragraph) => format!("paragraph {}", paragraph.trim()),
                Known::NotKnown | Known::NotSupplied => rows.file.clone(),
            };
            match tables.iter_mut().find(|table| table.name == name) {
                Some(table) => table.shares.push(share),
                None => {
                    tables.push(PrintedTable { name: name.clone(), shares: vec![share], withheld: None });
                }
            }
            if !named.contains(&name) {
                named.push(name);
            }
        }
        let Some(reason) = rows.withheld() else { return };
        if named.is_empty() {
            let name = rows.file.clone();
            tables.push(PrintedTable { name, shares: Vec::new(), withheld: Some(reason) });
            return;
        }
        for table in tables.iter_mut().filter(|table| named.contains(&table.name)) {
            table.withheld = Some(match table.withheld.take() {
                Some(before) => format!("{before}; {reason}"),
                None => reason.clone(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::Source;

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
        let strata = recording_audit::read(&recording_audit::Inputs {
            strata: Some(Source::new("s.csv", strata.as_bytes())),
            ..recording_audit::Inputs::default()
        })
        .unwrap();
        let decisions = no_crime::decisions::read(&no_crime::decisions::Inputs {
            decisions: Some(Source::new("d.csv", decisions.as_bytes())),
        })
        .unwrap();
        let mut material = Material::default();
        material.lay_out(strata.strata.as_ref(), recording_audit::printed_shares(&strata));
        material.lay_out(decisions.decisions.as_ref(), no_crime::decisions::printed_shares(&decisions));
        let records = |table: &PrintedTable| table.shares.iter().map(|share| share.record.clone()).collect();
        material
            .printed
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
