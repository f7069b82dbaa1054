//! The counts of "no crime" decisions as somebody published them: of one force or of several.

use crime::rules::correct_within_examined;
use rulebook::{FigureId, Known};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

/// The layout of the decisions that `audit-recording score --decisions` takes.
pub static NO_CRIMES: Layout = Layout {
    name: "decisions",
    what: "one row an offence: how many decisions that a recorded crime was no crime were examined, and how many were right",
    columns: &[
        Column::optional("force", "the force, where the file tells of several"),
        Column::required("offence", "its name"),
        Column::required("examined", "a whole number, 0 or more"),
        Column::required("correct", "a whole number, 0 or more"),
        Column::optional(
            "sampling",
            "how the decisions were chosen, in the words of the source: `dip sample`",
        ),
        Column::optional("source", "who says so, and where"),
    ],
};

/// The "no crime" decisions of an offence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NoCrimes {
    /// The force, where the file tells of several.
    #[serde(default)]
    pub force: Known<String>,
    /// The offence that had been recorded.
    #[serde(deserialize_with = "table::name")]
    pub offence: String,
    /// How many decisions were examined.
    #[serde(deserialize_with = "table::count")]
    pub examined: u64,
    /// How many were right.
    #[serde(deserialize_with = "table::count")]
    pub correct: u64,
    /// How the decisions were chosen, in the words of the source.
    #[serde(default)]
    pub sampling: Known<String>,
    /// Who says so.
    #[serde(default)]
    pub source: Known<String>,
}

/// Reads a file of such counts. A row that contradicts itself or an earlier one is rejected with a finding.
///
/// # Errors
///
/// [`ReadError`] if the file cannot be read as a table at all.
pub fn read_no_crimes(source: Source<'_>) -> Result<Rows<NoCrimes>, ReadError> {
    let mut rows: Rows<NoCrimes> = table::read(&NO_CRIMES, source)?;
    rows.reject(|row| {
        let NoCrimes { offence, examined, correct, .. } = &row.value;
        correct_within_examined::check(offence, *examined, *correct, &row.place)
    });
    rows.reject_repeated("offence", |row: &NoCrimes| {
        let force = row.force.value().map_or("", String::as_str);
        FigureId::of(&[force, &row.offence]).to_string()
    });
    Ok(rows)
}
