//! Where in an input something was read.

use std::fmt;

/// A place in an input file, as precise as we know it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, as the user named it, relative to the folder.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The line of the file; the header of a table is line 1.
    pub row: Option<u64>,
    /// The column: its name in a table, its number in a text.
    pub column: Option<String>,
}

impl Place {
    /// The whole file.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), sheet: None, row: None, column: None }
    }

    /// One line of a file.
    #[must_use]
    pub fn row(file: impl Into<String>, row: u64) -> Self {
        Self { row: Some(row), ..Self::file(file) }
    }

    /// The same place, narrowed to a column.
    #[must_use]
    pub fn at(&self, column: impl Into<String>) -> Self {
        Self { column: Some(column.into()), ..self.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet `{sheet}`")?;
        }
        if let Some(row) = self.row {
            write!(f, ", line {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_from_the_large_to_the_small() {
        assert_eq!(
            Place::row("audit/strata.csv", 3).at("recorded").to_string(),
            "audit/strata.csv, line 3, column recorded"
        );
        assert_eq!(Place::file("paper.toml").to_string(), "paper.toml");
    }
}
