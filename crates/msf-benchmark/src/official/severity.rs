//! The crime severity score of the ONS, by force and year.

use table::{Column, Layout, Source};

use super::{
    OfficialError,
    draft::At,
    names,
    number::{Printed, number},
    period,
    rows::{self, Taken},
};
use crate::{CellValue, Published, Unit};

/// Its columns.
pub(super) static SEVERITY: Layout = Layout {
    name: "ons-crime-severity",
    what: "the crime severity score of a force in a year",
    columns: &[
        Column::required("code", "the code of the area"),
        Column::required("name", "its name"),
        Column::required("year", "the year in which the twelve months end, as `2018`"),
        Column::required("score", "a number"),
    ],
};

/// Reads a table of crime severity scores (columns `code`, `name`, `year`, `score`). The year is taken for the twelve months that end with March of
/// it: the table does not say so, but the series of the ONS begins, as this one, with the year ending March 2003.
///
/// # Errors
///
/// [`OfficialError`] if it is no such table.
pub fn read_severity(source: Source<'_>) -> Result<Published, OfficialError> {
    let (mut windows, mut areas) = (names::Column::new(), names::Column::new());
    rows::read(&SEVERITY, source, &["score"], |draft, cells, row| {
        let [code, name, year, score, ..] = *cells;
        let window = windows.found([year], || {
            let window = period::day(&format!("31-03-{year}")).and_then(period::twelve_months_to);
            draft.window("year", year, window, "a year, as `2018`")
        });
        let area = areas.found([code, name], || draft.area("name", code, name, row));
        let class = draft.plain_class("", "Crime severity score", Vec::new());
        let (window, area, class) = match (window, area, class) {
            (Ok(window), Ok(area), Ok(class)) => (window, area, class),
            (Err(refused), ..) | (_, Err(refused), _) | (.., Err(refused)) => {
                draft.refuse(refused, row);
                return Taken::LeftOut;
            }
        };
        let at = At { area, class, window, column: 0, unit: Unit::Score, row };
        match number(score) {
            Some(Printed::Value(
                value @ (CellValue::Number(_) | CellValue::Count(_) | CellValue::Absent(_)),
            )) => draft.cell(at, value),
            Some(Printed::SignedNought | Printed::Percent(_)) | None => {
                draft.reject(row, Some("score"), score, "a number");
                return Taken::LeftOut;
            }
        }
        Taken::Used
    })
}
