//! The counts of an audit as somebody published them: of one force or of several.

use rulebook::{FigureId, Known};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Row, Rows, Source};

use crate::{
    Stratum,
    rules::{examined_within_population, part_of_recorded, recorded_within_due, stratum_of_its_own},
};

/// The layout of the counts that `audit-recording score --counts` takes.
pub static COUNTS: Layout = Layout {
    name: "counts",
    what: "one row a stratum of an audit of which only counts are held: how many crimes were due and recorded",
    columns: &[
        Column::optional("force", "the force, where the file tells of several"),
        Column::required("stratum", "its name; not `all`"),
        Column::required("records_examined", "a whole number, 0 or more"),
        Column::required("crimes_due", "a whole number, 0 or more, `not known` or empty"),
        Column::required("crimes_recorded", "a whole number, 0 or more, `not known` or empty"),
        Column::optional(
            "wrongly_classified",
            "how many of those recorded stand under a wrong class: a whole number, 0 or more, `not known` or empty",
        ),
        Column::optional(
            "late",
            "how many of those recorded were recorded late: a whole number, 0 or more, `not known` or empty",
        ),
        Column::optional(
            "population",
            "how many records the stratum has: a whole number, `not known` or empty",
        ),
        Column::optional("sampling", "how the records were chosen, in the words of the source: `dip sample`"),
        Column::optional("source", "who says so, and where"),
    ],
};

/// The counts of a stratum.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Counts {
    /// The force, where the file tells of several.
    #[serde(default)]
    pub force: Known<String>,
    /// Its name.
    #[serde(deserialize_with = "table::name")]
    pub stratum: String,
    /// How many records were examined.
    #[serde(deserialize_with = "table::count")]
    pub records_examined: u64,
    /// How many crimes were due from them.
    #[serde(deserialize_with = "table::known_count")]
    pub crimes_due: Known<u64>,
    /// How many of those were recorded.
    #[serde(deserialize_with = "table::known_count")]
    pub crimes_recorded: Known<u64>,
    /// How many of those recorded stand under a wrong class.
    #[serde(default, deserialize_with = "table::known_count")]
    pub wrongly_classified: Known<u64>,
    /// How many of those recorded were recorded late.
    #[serde(default, deserialize_with = "table::known_count")]
    pub late: Known<u64>,
    /// How many records the stratum has.
    #[serde(default, deserialize_with = "table::known_count")]
    pub population: Known<u64>,
    /// How the records were chosen, in the words of the source.
    #[serde(default)]
    pub sampling: Known<String>,
    /// Who says so.
    #[serde(default)]
    pub source: Known<String>,
}

impl Counts {
    /// Force and stratum, as a reader knows them.
    #[must_use]
    pub fn name(&self) -> String {
        self.force.value().map_or_else(|| self.stratum.clone(), |force| format!("{force}, {}", self.stratum))
    }

    /// The same counts as a stratum of an inspection.
    pub(crate) fn as_stratum(&self) -> Stratum {
        Stratum {
            stratum: self.name(),
            records_examined: self.records_examined,
            crimes_due: self.crimes_due,
            crimes_recorded: self.crimes_recorded,
            printed_percent: Known::NotSupplied,
            paragraph: Known::NotSupplied,
        }
    }
}

/// Reads a file of counts. A row that contradicts itself or an earlier one is rejected with a finding.
///
/// # Errors
///
/// [`ReadError`] if the file cannot be read as a table at all.
pub fn read_counts(source: Source<'_>) -> Result<Rows<Counts>, ReadError> {
    let mut rows: Rows<Counts> = table::read(&COUNTS, source)?;
    rows.reject(stratum_of_its_own::check);
    rows.reject(|row| {
        recorded_within_due::check(&Row { place: row.place.clone(), value: row.value.as_stratum() })
    });
    rows.reject(part_of_recorded::check);
    rows.reject(examined_within_population::check);
    rows.reject_repeated("stratum", |row: &Counts| {
        let force = row.force.value().map_or("", String::as_str);
        FigureId::of(&[force, &row.stratum]).to_string()
    });
    Ok(rows)
}
