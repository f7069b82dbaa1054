//! A records system's own columns, codes and dates, mapped on to ours by a file of settings.

mod bound;
mod convert;
mod records;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::format::{Item, StrftimeItems};
use rulebook::Place;

use crate::{Layout, ReadError, Source, nearest::nearest, settings};

pub use convert::{ConversionError, Converted};
pub(crate) use {bound::Bound, convert::not_ended};

/// A file that says what a records system calls our columns, how it writes days, and what its codes mean: a section for each table.
///
/// ```toml
/// [recorded]
/// # ours = theirs
/// columns = { crime = "Crime Ref", incident = "Log No", class = "HO Class", received = "Rec Dt" }
/// # how they write days and moments, in the signs of strftime
/// formats = { received = "%d-%b-%y %H:%M" }
/// # theirs = ours
/// values = { status = { "C" = "cancelled", "T" = "transferred" } }
/// # what they have no column for, the same in every row
/// constant = { store = "crime system" }
/// ```
///
/// Each entry may be absent; a column that is not mapped is taken by its own name. A cell that a format does not fit, or that is none of the
/// values, stays as it is: what is wrong with it is found where the row is read, with the text that stands there. A midnight that a format gives
/// is a moment; a format without a time gives a day.
///
/// ```
/// use table::{Column, Layout, Mapping, Source};
///
/// static RECORDED: Layout = Layout {
///     name: "recorded",
///     what: "one row a crime",
///     columns: &[Column::required("crime", "its name"), Column::optional("received", "a moment")],
/// };
/// let toml = b"[recorded]\ncolumns = { crime = 'Ref', received = 'Rec Dt' }\nformats = { received = '%d-%b-%y %H:%M' }\n";
/// let mapping = Mapping::read(Source::new("niche.toml", toml), &[("recorded", &RECORDED)])?;
/// let table = Source::new("crimes.csv", b"Ref,Rec Dt\nC1,01-May-26 14:30\n");
/// let rows = table::read_mapped::<std::collections::BTreeMap<String, String>>(&RECORDED, table, mapping.table("recorded"))?;
/// assert_eq!(rows.good[0].value["received"], "2026-05-01T14:30");
/// # Ok::<(), table::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    tables: BTreeMap<String, TableMap>,
}

/// What a [`Mapping`] says of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableMap {
    /// The file of settings.
    file: String,
    layout: &'static Layout,
    says: Says,
}

/// A section of the file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Says {
    /// Our column, and theirs.
    #[serde(default)]
    columns: BTreeMap<String, String>,
    /// Our column, and how they write its days.
    #[serde(default)]
    formats: BTreeMap<String, String>,
    /// Our column, and for each of their values ours.
    #[serde(default)]
    values: BTreeMap<String, BTreeMap<String, String>>,
    /// Our column, and what every row has in it.
    #[serde(default)]
    constant: BTreeMap<String, String>,
}

/// What is wrong with a mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingFault {
    /// There is no such table.
    #[error("there is no table `{table}` to map; the tables are: {tables}")]
    UnknownTable {
        /// The section.
        table: String,
        /// The tables that can be mapped here.
        tables: String,
    },
    /// One of ours that does not exist.
    #[error("`{column}` is no column of the table `{table}`{}", meant(nearest.as_deref()))]
    UnknownColumn {
        /// The table.
        table: &'static str,
        /// The name that is none of ours.
        column: String,
        /// The nearest that is.
        nearest: Option<String>,
    },
    /// One of theirs that is not in the file.
    #[error("there is no column `{theirs}`, which {mapping} maps on to `{ours}`{}", meant(nearest.as_deref()))]
    ColumnNotThere {
        /// The file of settings.
        mapping: String,
        /// Our column.
        ours: String,
        /// The column that is not there.
        theirs: String,
        /// The nearest that is.
        nearest: Option<String>,
    },
    /// Two of ours are mapped to one of theirs.
    #[error("`{first}` and `{second}` of the table `{table}` are both mapped to `{theirs}`")]
    MappedTwice {
        /// The table.
        table: &'static str,
        /// One of ours.
        first: String,
        /// Another.
        second: String,
        /// The one of theirs.
        theirs: String,
    },
    /// A column has a constant, and cells of its own.
    #[error("`{column}` has a constant in {mapping}, and stands in the file as well")]
    ConstantAndColumn {
        /// The file of settings.
        mapping: String,
        /// Our column.
        column: String,
    },
    /// A format that says nothing we can read by.
    #[error(
        "`{format}` of the column `{column}` is no format of days (as `%d/%m/%Y %H:%M`), or names a time zone"
    )]
    Format {
        /// Our column.
        column: String,
        /// The format.
        format: String,
    },
    /// A value that is more than one line.
    #[error("a value of the column `{column}` has a line break in it")]
    LineBreak {
        /// Our column.
        column: String,
    },
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

impl Mapping {
    /// Reads a mapping of these tables, each by the name of its section.
    ///
    /// # Errors
    ///
    /// [`ReadError::Settings`] for an unknown key, [`ReadError::Mapping`] for a table or column that is none of ours, for a format that is none, and
    /// for what is said twice.
    pub fn read(source: Source<'_>, tables: &[(&str, &'static Layout)]) -> Result<Self, ReadError> {
        let sections: BTreeMap<String, Says> = settings(source)?;
        let mut mapping = Self { tables: BTreeMap::new() };
        for (section, says) in sections {
            let wrong = |fault| ReadError::Mapping { place: Place::file(source.file), fault };
            let Some((_, layout)) = tables.iter().find(|(name, _)| *name == section) else {
                let tables: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
                return Err(wrong(MappingFault::UnknownTable { table: section, tables: tables.join(", ") }));
            };
            let map = TableMap { file: source.file.to_owned(), layout, says };
            map.check().map_err(wrong)?;
            mapping.tables.insert(section, map);
        }
        Ok(mapping)
    }

    /// What the mapping says of a table, if it says anything.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&TableMap> {
        self.tables.get(name)
    }
}

impl TableMap {
    fn check(&self) -> Result<(), MappingFault> {
        let Says { columns, formats, values, constant } = &self.says;
        let named = columns.keys().chain(formats.keys()).chain(values.keys()).chain(constant.keys());
        for column in named {
            if self.layout.column(column).is_none() {
                let ours = self.layout.columns.iter().map(|column| column.name);
                return Err(MappingFault::UnknownColumn {
                    table: self.layout.name,
                    column: column.clone(),
                    nearest: nearest(column, ours).map(str::to_owned),
                });
            }
        }
        let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
        for (ours, theirs) in columns {
            if let Some(first) = taken.insert(theirs.trim(), ours) {
                return Err(MappingFault::MappedTwice {
                    table: self.layout.name,
                    first: first.to_owned(),
                    second: ours.clone(),
                    theirs: theirs.clone(),
                });
            }
        }
        let mapped: BTreeSet<&String> = columns.keys().collect();
        if let Some(column) = constant.keys().find(|column| mapped.contains(column)) {
            return Err(self.constant_and_column(column));
        }
        for (column, format) in formats {
            if !is_format(format) {
                return Err(MappingFault::Format { column: column.clone(), format: format.clone() });
            }
        }
        let given =
            values.iter().flat_map(|(column, values)| values.values().map(move |value| (column, value)));
        match given.chain(constant).find(|(_, value)| value.contains(['\n', '\r'])) {
            Some((column, _)) => Err(MappingFault::LineBreak { column: column.clone() }),
            None => Ok(()),
        }
    }

    fn constant_and_column(&self, column: &str) -> MappingFault {
        MappingFault::ConstantAndColumn { mapping: self.file.clone(), column: column.to_owned() }
    }
}

/// Whether a format can give a day: it has no sign that is unknown, says the year, and no time zone, since our days and moments are local.
fn is_format(format: &str) -> bool {
    let known = StrftimeItems::new(format).all(|item| !matches!(item, Item::Error));
    let zone = ["%z", "%Z", "%:", "%#z", "%+", "%s"].iter().any(|sign| format.contains(sign));
    let year = ["%Y", "%y", "%D", "%F", "%x", "%c", "%v", "%C", "%G", "%g"];
    known && !zone && year.iter().any(|sign| format.contains(sign))
}
