//! A row of the table of all crimes of the force.

use calendar::Moment;
use rulebook::Known;
use strum::{Display, EnumString, IntoStaticStr};
use table::{Column, Layout};

const CRIME: Column = Column::required("crime", "the crime number");
const STATUS: Column = Column::required("status", "`recorded`, `cancelled` or `transferred`");
const RECORDED: Column =
    Column::optional("recorded", "the moment at which it was recorded, as `2026-05-01T16:00`, or the day");

/// All crimes of the force, so that a number can be looked up.
pub static CRIMES: Layout = Layout {
    name: "crimes",
    what: "one row a crime that the force recorded, those among them that were removed",
    columns: &[
        CRIME,
        STATUS,
        Column::optional("incident", "the reference of the report from which it was recorded"),
        Column::optional("class", "the class under which it is recorded, as `8N`"),
        RECORDED,
        Column::optional("victims", "who was harmed, by the references of the force, with `;` between them"),
        Column::optional(
            "transferred_from",
            "the number under which the force that passed it on held it; empty if none did",
        ),
    ],
};

/// Whether a crime is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, Display)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Status {
    /// It is.
    Recorded,
    /// It was cancelled.
    Cancelled,
    /// It was passed to another force.
    Transferred,
}

/// A crime of the force.
///
/// ```
/// use no_crime::across::{Crime, Status};
/// let row = ["20/2", "recorded", "", "8N", "2026-05-01", "", ""];
/// let crime = Crime::from_cells(|column| row[column])?;
/// assert_eq!((crime.crime.as_str(), crime.status), ("20/2", Status::Recorded));
/// # Ok::<(), no_crime::across::BadCell>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crime {
    /// Its number.
    pub crime: String,
    /// Whether it is counted.
    pub status: Status,
    /// The reference of the report.
    pub incident: Known<String>,
    /// Its class.
    pub class: Known<String>,
    /// When it was recorded.
    pub recorded: Known<Moment>,
    /// Who was harmed, with `;` between them.
    pub victims: Known<String>,
    /// The number under which the force that passed it on held it.
    pub transferred_from: Known<String>,
}

/// A cell that does not say what its column asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {}", .column.holds)]
pub struct BadCell {
    /// The column.
    pub column: Column,
    /// What was read.
    pub text: String,
}

impl Crime {
    /// Reads a row of [`CRIMES`]; `get` gives the cell of a column by its place there, empty where there is none.
    ///
    /// # Errors
    ///
    /// [`BadCell`] for the first cell that does not say what its column asks for.
    pub fn from_cells<'a>(get: impl Fn(usize) -> &'a str) -> Result<Self, BadCell> {
        let cell = |place| get(place).trim();
        let bad = |column, text: &str| BadCell { column, text: text.to_owned() };
        let (crime, status, recorded) = (cell(0), cell(1), cell(4));
        if crime.is_empty() {
            return Err(bad(CRIME, crime));
        }
        Ok(Self {
            crime: crime.to_owned(),
            status: status.parse().map_err(|_| bad(STATUS, status))?,
            incident: words(cell(2)),
            class: words(cell(3)),
            recorded: recorded.parse().map_err(|_| bad(RECORDED, recorded))?,
            victims: words(cell(5)),
            transferred_from: words(cell(6)),
        })
    }
}

fn words(text: &str) -> Known<String> {
    match text {
        "" => Known::NotSupplied,
        _ if text.eq_ignore_ascii_case("not known") => Known::NotKnown,
        _ => Known::Is(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(row: [&'static str; 7]) -> Result<Crime, String> {
        Crime::from_cells(|column| row.get(column).copied().unwrap_or_default())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn cells_are_read_by_the_place_of_their_column() {
        let crime = read([" 20/2 ", "Cancelled", "I7", "8N", "2026-05-01", "V1; V2", "not known"]).unwrap();
        assert_eq!(crime.crime, "20/2");
        assert_eq!(crime.status, Status::Cancelled);
        assert_eq!(crime.incident, Known::Is("I7".into()));
        assert_eq!(crime.class, Known::Is("8N".into()));
        assert_eq!(crime.recorded.to_string(), "2026-05-01");
        assert_eq!(crime.victims, Known::Is("V1; V2".into()));
        assert_eq!(crime.transferred_from, Known::NotKnown);
        assert_eq!(CRIMES.columns.len(), 7);
    }

    #[test]
    fn a_cell_that_says_something_else_is_named() {
        assert_eq!(read(["", "recorded", "", "", "", "", ""]), Err("`` is not the crime number".into()));
        assert_eq!(
            read(["20/2", "live", "", "", "", "", ""]),
            Err("`live` is not `recorded`, `cancelled` or `transferred`".into())
        );
        assert!(read(["20/2", "", "", "", "", "", ""]).is_err());
        assert!(read(["20/2", "recorded", "", "", "May", "", ""]).is_err());
    }
}
