//! The Home Office's rolling years: offences in the twelve months that end with each quarter, by force and class.

use table::{Column, Layout, Source};

use super::{
    OfficialError,
    draft::At,
    names,
    number::{Printed, count},
    period,
    rows::{self, Taken},
};
use crate::{CellValue, Published, Unit};

/// Its columns, as the Home Office names them.
pub(super) static ROLLING: Layout = Layout {
    name: "home-office-rolling-years",
    what: "offences of a class recorded by a force in twelve months",
    columns: &[
        Column::required("12 months ending", "the last day of the twelve months, as `31-03-2018`"),
        Column::required("PFA", "a force, or another body that records crimes"),
        Column::required("Region", "the region in which it lies"),
        Column::required("Offence", "a class of offence"),
        Column::required("Rolling year total number of offences", "a whole number"),
    ],
};

const VALUE: &str = "Rolling year total number of offences";

/// Reads the Home Office's rolling 12-month table (columns `12 months ending`, `PFA`, `Region`, `Offence`, `Rolling year total number of
/// offences`). A row for `31-03-2003` is of 1 April 2002 to 31 March 2003.
///
/// # Errors
///
/// [`OfficialError`] if it is no such table.
pub fn read_rolling_years(source: Source<'_>) -> Result<Published, OfficialError> {
    let (mut windows, mut areas, mut classes) =
        (names::Column::new(), names::Column::new(), names::Column::new());
    rows::read(&ROLLING, source, &[VALUE], |draft, cells, row| {
        let [ending, force, _, class, value, ..] = *cells;
        let window = windows.found([ending], || {
            let window = period::day(ending).and_then(period::twelve_months_to);
            draft.window("12 months ending", ending, window, "a day, as `31-03-2018`")
        });
        let area = areas.found([force], || draft.area("PFA", "", force, row));
        let class =
            classes.found([class], || draft.class("", class, Vec::new(), &draft.place(row).at("Offence")));
        let (window, area, class) = match (window, area, class) {
            (Ok(window), Ok(area), Ok(class)) => (window, area, class),
            (Err(refused), ..) | (_, Err(refused), _) | (.., Err(refused)) => {
                draft.refuse(refused, row);
                return Taken::LeftOut;
            }
        };
        let at = At { area, class, window, column: 0, unit: Unit::Offences, row };
        match count(value) {
            Some(Printed::Value(read)) => draft.cell(at, read),
            Some(Printed::SignedNought) => {
                draft.cell(at, CellValue::Count(0));
                draft.signed_nought(row);
            }
            Some(Printed::Percent(_)) | None => {
                draft.reject(row, Some(VALUE), value, "a whole number");
                return Taken::LeftOut;
            }
        }
        Taken::Used
    })
}
