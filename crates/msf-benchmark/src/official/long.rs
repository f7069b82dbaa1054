//! A table of one's own: one row a figure.

use calendar::Window;
use table::{Column, Layout, Source};

use super::{
    OfficialError,
    draft::At,
    names,
    number::{Printed, count, number},
    period,
    rows::{self, Taken},
};
use crate::{CellValue, Published, Unit};

/// The layout of a table of one's own.
pub static RECORDED_CRIME: Layout = Layout {
    name: "recorded_crime",
    what: "one row a figure: of an area, a class of offence and a period",
    columns: &[
        Column::required("force", "the name of a force, a region, or a body that records crimes"),
        Column::required(
            "class",
            "a class of offence, or a total, as `Total recorded crime (excluding fraud)`",
        ),
        Column::required("value", "a number; blank or `..` where there is none"),
        Column::optional("code", "the code of the area, as `E23000014`; it decides before the name"),
        Column::optional("class_code", "the code of the class, as `8N`"),
        Column::optional(
            "year",
            "a financial year, as `2017/18`, or a calendar year, as `2018`; else `first` and `last`",
        ),
        Column::optional("first", "the first day, as `2017-04-01`"),
        Column::optional("last", "the last day, as `2018-03-31`"),
        Column::optional(
            "unit",
            "offences (where blank), per 1,000 people, per 1,000 households, percent change, percent of, people, households or score",
        ),
    ],
};

const PERIOD: &str =
    "a period: a year, as `2017/18` or `2018`, or a first day and a last day that is not before it";

/// Reads a table of one's own by the layout [`RECORDED_CRIME`].
///
/// # Errors
///
/// [`OfficialError`] if it is no such table.
pub fn read_long(source: Source<'_>) -> Result<Published, OfficialError> {
    let (mut windows, mut areas, mut classes) =
        (names::Column::new(), names::Column::new(), names::Column::new());
    rows::read(&RECORDED_CRIME, source, &["value"], |draft, cells, row| {
        let [force, name, value, code, class_code, year, first, last, measured] = *cells;
        let days = [year, first, last];
        let window =
            windows.found(days, || draft.window("year", days.join(" ").trim(), window(days), PERIOD));
        let area = areas.found([code, force], || draft.area("force", code, force, row));
        let class = classes.found([name, class_code], || {
            draft.class(class_code, name, Vec::new(), &draft.place(row).at("class"))
        });
        let (window, area, class) = match (window, area, class) {
            (Ok(window), Ok(area), Ok(class)) => (window, area, class),
            (Err(refused), ..) | (_, Err(refused), _) | (.., Err(refused)) => {
                draft.refuse(refused, row);
                return Taken::LeftOut;
            }
        };
        let Some(unit) = unit(measured) else {
            draft.reject(row, Some("unit"), measured, "a unit: offences, per 1,000 people, per 1,000 households, percent change, percent of, people, households or score");
            return Taken::LeftOut;
        };
        let (read, expected) = read_as(unit, value);
        let at = At { area, class, window, column: 0, unit, row };
        match read {
            Some(Printed::Value(read)) => draft.cell(at, read),
            Some(Printed::SignedNought) => {
                draft.cell(at, CellValue::Count(0));
                draft.signed_nought(row);
            }
            Some(Printed::Percent(percent)) => draft.cell(at, CellValue::Number(percent)),
            None => {
                draft.reject(row, Some("value"), value, expected);
                return Taken::LeftOut;
            }
        }
        Taken::Used
    })
}

/// What a value says in a unit, and what was expected: a sign of percent stands only where percentages do.
pub(super) fn read_as(unit: Unit, text: &str) -> (Option<Printed>, &'static str) {
    match unit {
        Unit::Offences | Unit::People | Unit::Households => (count(text), "a whole number"),
        Unit::PercentChange | Unit::PercentOf => (number(text), "a percentage, as `2` or `2%`"),
        Unit::PerThousandPeople | Unit::PerThousandHouseholds | Unit::Score => {
            (number(text).filter(|read| !matches!(read, Printed::Percent(_))), "a number")
        }
    }
}

fn window([year, first, last]: [&str; 3]) -> Option<Window> {
    match (year, first, last) {
        (year, "", "") => period::financial_year(year).or_else(|| period::calendar_year(year)),
        ("", first, last) => Window::new(period::day(first)?, period::day(last)?).ok(),
        (..) => None,
    }
}

fn unit(text: &str) -> Option<Unit> {
    if matches!(text, "" | "offences") {
        return Some(Unit::Offences);
    }
    Some(match text.to_lowercase().replace(['-', '_'], " ").as_str() {
        "offences" => Unit::Offences,
        "per 1,000 people" | "per 1000 people" => Unit::PerThousandPeople,
        "per 1,000 households" | "per 1000 households" => Unit::PerThousandHouseholds,
        "percent change" => Unit::PercentChange,
        "percent of" => Unit::PercentOf,
        "people" => Unit::People,
        "households" => Unit::Households,
        "score" => Unit::Score,
        _ => return None,
    })
}
