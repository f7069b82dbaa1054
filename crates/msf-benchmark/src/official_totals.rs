//! The crimes that remain in the table of "no crimes", held against the official totals of the same forces and year.

use crime::Force;
use rulebook::{Figure, FigureId, Finding, Value};
use serde::Deserialize;
use table::{Column, Layout, Row, Rows};

use crate::{
    Beside, ForceFigures, Tolerance, against_reference,
    rules::{agrees_with_reference, differs_by_definition, force_recognised, values_beside_their_names},
};

/// The layout of a table of official totals by force.
pub static OFFICIAL_TOTALS: Layout = Layout {
    name: "official-totals",
    what: "one row a force: its recorded crime of the same year by the official table",
    columns: &[
        Column::required("force", "a police force of England and Wales, by name or code"),
        Column::required("recorded", "a whole number, 0 or more: recorded crime without fraud"),
    ],
};

/// A row as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OfficialRow {
    /// The force, as the table writes it.
    pub force: String,
    /// Its recorded crime.
    #[serde(deserialize_with = "table::count")]
    pub recorded: u64,
}

/// The official total of a force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficialTotal {
    /// The force.
    pub force: Force,
    /// Its recorded crime.
    pub recorded: u64,
}

/// What the table of "no crimes" and the official table say of one force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldAgainst {
    /// The force.
    pub force: Force,
    /// `no-crimes.<force>.recorded`, as it is used.
    pub recorded: Figure,
    /// `no-crimes.<force>.official`
    pub official: Figure,
    /// `no-crimes.<force>.short-of-official`: how many more the official table has.
    pub short: Figure,
}

impl OfficialTotal {
    /// The rows whose force is recognised and stands in the table for the first time.
    pub(crate) fn checked(mut written: Rows<OfficialRow>) -> Rows<Self> {
        written.reject(|row| force_recognised::fault(&row.value.force, &row.place.at("force")));
        let name = |row: &OfficialRow| {
            row.force.parse().map_or_else(|_| row.force.clone(), |force: Force| force.to_string())
        };
        written.reject_repeated("force", name);
        let Rows { file, good, rejected, notes } = written;
        let good = good.into_iter().filter_map(|row| {
            let force = row.value.force.parse().ok()?;
            Some(Row { place: row.place, value: Self { force, recorded: row.value.recorded } })
        });
        Rows { file, good: good.collect(), rejected, notes }
    }
}

/// The forces of the table that the official table has too, and what is found where the two differ.
pub(crate) fn held_against(
    forces: &[ForceFigures],
    official: &Rows<OfficialTotal>,
) -> (Vec<HeldAgainst>, Vec<Finding>) {
    let mut held = Vec::new();
    let mut table = Vec::new();
    for figures in forces {
        let total = official.good.iter().find(|row| row.value.force == figures.force);
        let Value::Count(recorded) = figures.recorded.value else { continue };
        let Some(place) = figures.recorded.origin.first().cloned() else { continue };
        table.push(Beside {
            name: figures.force.to_string(),
            printed: recorded.into(),
            reference: total.map(|row| row.value.recorded.into()),
            place,
        });
        held.extend(total.map(|row| one(figures, recorded, row)));
    }
    let compared = against_reference(&table, Tolerance::NONE);
    let mut findings: Vec<Finding> = values_beside_their_names::check(&table, &compared, Tolerance::NONE);
    findings.extend(agrees_with_reference::check(&table, &compared, Tolerance::NONE));
    findings.extend(differs_by_definition::check(&table, &compared));
    (held, findings)
}

fn one(figures: &ForceFigures, recorded: u64, row: &Row<OfficialTotal>) -> HeldAgainst {
    let name = figures.force.to_string();
    let id = |what| FigureId::of(&["no-crimes", &name, what]);
    let total = row.value.recorded;
    let difference = i64::try_from(i128::from(total) - i128::from(recorded));
    let short = difference.map_or_else(
        |_| Value::Withheld("the difference is too large to be true".to_owned()),
        Value::Difference,
    );
    let place = row.place.at("recorded");
    HeldAgainst {
        force: figures.force,
        recorded: figures.recorded.clone(),
        official: Figure::new(
            id("official"),
            format!("{name}: recorded crime by the official table"),
            Value::Count(total),
        )
        .unit("crimes")
        .from_cells([place.clone()]),
        short: Figure::new(
            id("short-of-official"),
            format!("{name}: recorded crimes that only the official table has"),
            short,
        )
        .unit("crimes")
        .working(format!("{total} − {recorded}"))
        .from_cells(figures.recorded.origin.iter().cloned().chain([place]))
        .by(&differs_by_definition::RULE),
    }
}
