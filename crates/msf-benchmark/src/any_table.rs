//! Any table with names down its side and numbers beside them, for identities and references.

use crime::Force;
use rulebook::{Finding, Place, Severity};
use rust_decimal::Decimal;
use table::{ReadError, Source, printed};

use crate::{
    Beside, Declaration, Grid, GridRow,
    official::number::{self, Printed},
};

/// A table as it is printed: its header and the rows below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyTable {
    /// The names of the columns; empty, where the header is.
    pub header: Vec<String>,
    /// The rows below the header that hold something.
    pub rows: Vec<AnyRow>,
    /// Where the header stands.
    pub place: Place,
}

/// A row of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyRow {
    /// Where it stands.
    pub place: Place,
    /// What the cells say, one for each column of the header.
    pub cells: Vec<String>,
}

/// Numbers under names, and what could not be read as a number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    /// Name, number and cell of each row that has a number, in the order of the table.
    pub values: Vec<(String, Decimal, Place)>,
    /// The rows that were read.
    pub rows: usize,
    /// A finding for each row that was left out.
    pub rejected: Vec<Finding>,
}

/// Why a table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnyTableError {
    /// The file is damaged, or no table.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// There is no row with these columns.
    #[error("{place}: no row has the columns {wanted}; the first row reads: {first}")]
    NoHeader {
        /// The file.
        place: Place,
        /// The columns.
        wanted: String,
        /// The first row that holds more than one cell.
        first: String,
    },
    /// A column is not in the header.
    #[error("{place}: no column `{column}`; the columns are: {columns}")]
    NoColumn {
        /// The header.
        place: Place,
        /// The column.
        column: String,
        /// Those that are there.
        columns: String,
    },
}

impl AnyTable {
    /// The first table of a file whose header has all of `wanted`: of a workbook in any of its sheets, below titles too.
    ///
    /// ```
    /// use msf_benchmark::AnyTable;
    /// use table::Source;
    /// let found = AnyTable::find(Source::new("t.csv", b"Populations\nforce,people\nKent,\"1,500,000\"\n"), &["people"])?;
    /// assert_eq!(found.header, ["force", "people"]);
    /// assert_eq!(found.named("force", "people")?.values[0].1, 1_500_000.into());
    /// # Ok::<(), msf_benchmark::AnyTableError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AnyTableError`] if the file cannot be read, or no row has the columns.
    pub fn find(source: Source<'_>, wanted: &[&str]) -> Result<Self, AnyTableError> {
        let sheets = printed::sheets(source)?;
        for sheet in &sheets {
            let is_header = |row: &&printed::Row| {
                row.cells.len() > 1
                    && wanted.iter().all(|wanted| row.cells.iter().any(|cell| cell.text.trim() == *wanted))
            };
            let Some(header) = sheet.rows.iter().find(is_header) else { continue };
            let width = header.cells.iter().map(|cell| cell.column + 1).max().unwrap_or_default();
            let texts = |row: &printed::Row| (0..width).map(|at| row.text(at).trim().to_owned()).collect();
            let place = |line| Place { sheet: sheet.name.clone(), ..Place::row(source.file, line) };
            let below = sheet.rows.iter().filter(|row| row.number > header.number);
            let rows = below.map(|row| AnyRow { place: place(row.number), cells: texts(row) }).collect();
            return Ok(Self { header: texts(header), rows, place: place(header.number) });
        }
        let first = sheets.iter().flat_map(|sheet| &sheet.rows).find(|row| row.cells.len() > 1);
        let first = first.map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>());
        let wanted: Vec<String> = wanted.iter().map(|name| format!("`{name}`")).collect();
        Err(AnyTableError::NoHeader {
            place: Place::file(source.file),
            wanted: if wanted.is_empty() { "of a name and a number".to_owned() } else { wanted.join(", ") },
            first: first.map_or_else(|| "nothing".to_owned(), |cells| cells.join(", ")),
        })
    }

    /// The place of a column.
    ///
    /// # Errors
    ///
    /// [`AnyTableError::NoColumn`] with the columns that there are.
    pub fn column(&self, name: &str) -> Result<usize, AnyTableError> {
        let at = self.header.iter().position(|column| column == name);
        at.ok_or_else(|| AnyTableError::NoColumn {
            place: self.place.clone(),
            column: name.to_owned(),
            columns: self.header.join(", "),
        })
    }

    /// The rows in which `column` says `text`.
    ///
    /// # Errors
    ///
    /// As [`AnyTable::column`].
    pub fn only(mut self, column: &str, text: &str) -> Result<Self, AnyTableError> {
        let at = self.column(column)?;
        self.rows.retain(|row| row.cells.get(at).is_some_and(|cell| cell == text));
        Ok(self)
    }

    /// The numbers of one column under the names of another. A cell without a number leaves its row out.
    ///
    /// # Errors
    ///
    /// As [`AnyTable::column`].
    pub fn named(&self, names: &str, values: &str) -> Result<Named, AnyTableError> {
        let (name, value) = (self.column(names)?, self.column(values)?);
        let mut found = Named { rows: self.rows.len(), ..Named::default() };
        for row in &self.rows {
            let text = |at: usize| row.cells.get(at).map_or("", String::as_str);
            match read(text(value)) {
                Some(number) => {
                    found.values.push((text(name).to_owned(), number, row.place.clone().at(values)));
                }
                None => found.rejected.push(unreadable(text(name), text(value), row.place.at(values))),
            }
        }
        Ok(found)
    }

    /// The table as numbers by row and column, the rows named by the first column that `declared` does not name; and each cell of
    /// the declared columns that holds no number.
    #[must_use]
    pub fn grid(&self, declared: &Declaration) -> (Grid, Vec<Finding>) {
        let names = declared.columns();
        let side = self.header.iter().position(|column| !names.contains(&column.as_str()));
        let mut findings = Vec::new();
        let rows = self.rows.iter().map(|row| {
            let name = side.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            let cells = self.header.iter().zip(&row.cells).map(|(column, cell)| {
                let number = read(cell);
                if number.is_none() && names.contains(&column.as_str()) {
                    findings.push(unreadable(name, cell, row.place.at(column)));
                }
                number
            });
            GridRow { name: name.to_owned(), place: row.place.clone(), cells: cells.collect() }
        });
        let rows = rows.collect();
        (Grid { columns: self.header.clone(), rows }, findings)
    }
}

/// Each value of a table beside that of the reference under the same name. Forces are the same by any of their names or codes.
#[must_use]
pub fn beside(table: &Named, reference: &Named) -> Vec<Beside> {
    let same = |one: &str, other: &str| match (one.parse::<Force>(), other.parse::<Force>()) {
        (Ok(one), Ok(other)) => one == other,
        (Err(_), Err(_)) => one.eq_ignore_ascii_case(other),
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
    };
    let held = |name: &str| {
        reference.values.iter().find(|(other, ..)| same(name, other)).map(|(_, number, _)| *number)
    };
    let row = |(name, printed, place): &(String, Decimal, Place)| Beside {
        name: name.clone(),
        printed: *printed,
        reference: held(name),
        place: place.clone(),
    };
    table.values.iter().map(row).collect()
}

/// The number of a cell, with or without the sign of percent.
fn read(text: &str) -> Option<Decimal> {
    match number::number(text)? {
        Printed::Value(value) => value.number(),
        Printed::SignedNought => Some(Decimal::ZERO),
        Printed::Percent(percent) => Some(percent),
    }
}

fn unreadable(name: &str, read: &str, place: Place) -> Finding {
    let sentence = format!("{name}: `{read}` is not a number; the row is left out");
    Finding::new(&table::rules::READABLE_ROW, Severity::Error, name, Some(place), sentence).with("read", read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DECLARATION, cell_repairs, equations};

    fn find(text: &str, wanted: &[&str]) -> Result<AnyTable, AnyTableError> {
        AnyTable::find(Source::new("t.csv", text.as_bytes()), wanted)
    }

    #[test]
    fn a_table_below_titles_is_found_by_its_columns_and_its_rows_by_their_names() {
        let text =
            "All forces\nforce,initially_recorded,no_crimes,recorded\nKent,52480,1260,52120\nEssex,..,1,2\n";
        let found = find(text, &["recorded"]).unwrap();
        let declared: Declaration = table::settings(Source::new(
            "d.toml",
            DECLARATION.split("[[identity]]\nkind = \"per").next().unwrap().as_bytes(),
        ))
        .unwrap();
        let (grid, findings) = found.grid(&declared);
        assert_eq!(grid.rows[0].name, "Kent");
        assert_eq!(findings.len(), 1);
        assert_eq!(
            findings[0].place.as_ref().unwrap().to_string(),
            "t.csv, line 4, column initially_recorded"
        );
        let equations = equations(&grid, &declared).unwrap();
        // 52,480 − 1,260 is 51,220.
        let repairs = cell_repairs(&grid, &equations, &equations[0]);
        assert!(repairs.iter().any(|repair| repair.repaired == 51_220.into()));
    }

    #[test]
    fn forces_are_the_same_by_name_and_code_and_other_names_by_their_letters() {
        let table = find("name,n\nKent Police,1\nWest Midlands region,2\n", &[]).unwrap();
        let reference = find("code,n\nE23000032,3\nwest midlands REGION,4\n", &[]).unwrap();
        let found = beside(&table.named("name", "n").unwrap(), &reference.named("code", "n").unwrap());
        let held: Vec<Option<Decimal>> = found.iter().map(|beside| beside.reference).collect();
        assert_eq!(held, [Some(3.into()), Some(4.into())]);
    }

    #[test]
    fn a_header_or_a_column_that_is_not_there_is_named() {
        assert_eq!(
            find("a,b\n1,2\n", &["c"]).unwrap_err().to_string(),
            "t.csv: no row has the columns `c`; the first row reads: a, b"
        );
        let table = find("a,b\n1,2\n", &[]).unwrap();
        assert_eq!(
            table.named("a", "c").unwrap_err().to_string(),
            "t.csv, line 1: no column `c`; the columns are: a, b"
        );
        let table = find("a,b\nx,#REF!\ny,\"1,00\"\nz,2%\n", &[]).unwrap();
        let named = table.named("a", "b").unwrap();
        assert_eq!((named.rows, named.values.len(), named.rejected.len()), (3, 1, 2));
    }
}
