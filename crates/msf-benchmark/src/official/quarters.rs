//! The Home Office's open data: offences in each quarter of a financial year, by force and offence code.

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
pub(super) static QUARTERS: Layout = Layout {
    name: "home-office-quarters",
    what: "offences of a code recorded by a force in a quarter",
    columns: &[
        Column::required("Financial Year", "as `2017/18`"),
        Column::required("Financial Quarter", "1 to 4; the first begins in April"),
        Column::required("Force Name", "a force, or another body that records crimes"),
        Column::required("Offence Description", "the offence"),
        Column::required("Offence Group", "the widest class in which it is counted"),
        Column::required("Offence Subgroup", "the class within that"),
        Column::required("Offence Code", "its code"),
        Column::required("Number of Offences", "a whole number"),
    ],
};

const VALUE: &str = "Number of Offences";

/// Reads the Home Office's quarterly open data (columns `Financial Year`, `Financial Quarter`, `Force Name`, `Offence Description`, `Offence
/// Group`, `Offence Subgroup`, `Offence Code`, `Number of Offences`). The first quarter of `2017/18` is April to June 2017.
///
/// # Errors
///
/// [`OfficialError`] if it is no such table.
pub fn read_quarters(source: Source<'_>) -> Result<Published, OfficialError> {
    let (mut windows, mut areas, mut classes) =
        (names::Column::new(), names::Column::new(), names::Column::new());
    rows::read(&QUARTERS, source, &[VALUE], |draft, cells, row| {
        let [year, quarter, force, name, group, subgroup, code, value, ..] = *cells;
        let window = windows.found([year, quarter], || {
            let read = format!("{year} {quarter}");
            let holds = "a financial year, as `2017/18`, and a quarter from 1 to 4";
            draft.window("Financial Quarter", &read, period::quarter(year, quarter), holds)
        });
        let area = areas.found([force], || draft.area("Force Name", "", force, row));
        let class = classes.found([name, code, subgroup, group], || {
            draft.plain_class(code, name, vec![group.to_owned(), subgroup.to_owned()])
        });
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
