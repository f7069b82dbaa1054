//! The figures of one force.

use crime::{Force, removal::Rate};
use rulebook::{Figure, FigureId, Rounding, Value};
use table::Row;

use crate::{Cell, ForceCounts, Reconciled, rules::declared_difference};

/// The figures of one force, for a row of a table or a bar of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForceFigures {
    /// The force.
    pub force: Force,
    /// Whether the row was in order, repaired, or is in doubt.
    pub reconciled: Reconciled,
    /// `no-crimes.<force>.initially-recorded`
    pub initially_recorded: Figure,
    /// `no-crimes.<force>.no-crimes`
    pub no_crimes: Figure,
    /// `no-crimes.<force>.recorded`: repaired where one repair is best
    pub recorded: Figure,
    /// `no-crimes.<force>.recorded-printed`
    pub recorded_printed: Figure,
    /// `no-crimes.<force>.rate`, without an interval: it is a complete count
    pub rate: Figure,
    /// `no-crimes.<force>.rate-printed`
    pub rate_printed: Figure,
}

impl ForceFigures {
    pub(crate) fn of(row: &Row<ForceCounts>, rounding: Rounding) -> Self {
        let counts = &row.value;
        let force = counts.force;
        let name = force.to_string();
        let reconciled = Reconciled::of(counts);
        let in_use = reconciled.in_use(counts);
        let id = |what| FigureId::of(&["no-crimes", &name, what]);
        let count = |cell: Cell, what, label: &str, value: Option<u64>| {
            let figure = Figure::new(id(what), format!("{name}: {label}"), count_or_doubt(value))
                .unit("crimes")
                .from_cells([row.place.at(cell.column())]);
            match &reconciled {
                Reconciled::Repaired { by, .. } if by.cell == cell => Figure {
                    label: format!("{name}: {label}, repaired"),
                    origin: cells(row),
                    ..figure
                        .working(format!(
                            "{} instead of the printed {} ({})",
                            by.repaired, by.printed, by.slip
                        ))
                        .by(&declared_difference::RULE)
                },
                Reconciled::Holds | Reconciled::Repaired { .. } | Reconciled::Undecided { .. } => figure,
            }
        };
        let rate = in_use
            .no_crimes
            .zip(in_use.initially_recorded)
            .and_then(|(removed, initially)| Rate::new(removed, initially).ok());
        let (value, working) =
            rate.map_or((count_or_doubt(None), String::new()), |rate| (rate.value(), rate.working()));
        let printed = counts.printed_percent.map(|percent| format!("{percent}%"));
        Self {
            force,
            initially_recorded: count(
                Cell::InitiallyRecorded,
                "initially-recorded",
                "crimes initially recorded",
                in_use.initially_recorded,
            ),
            no_crimes: count(
                Cell::NoCrimes,
                "no-crimes",
                "crimes struck out as \"no crime\"",
                in_use.no_crimes,
            ),
            recorded: count(Cell::Recorded, "recorded", "crimes that remain recorded", in_use.recorded),
            recorded_printed: Figure::new(
                id("recorded-printed"),
                format!("{name}: crimes that remain recorded, as printed"),
                Value::Count(counts.recorded),
            )
            .unit("crimes")
            .from_cells([row.place.at("recorded")]),
            rate: Figure::new(id("rate"), format!("{name}: {}", Rate::OF_NO_CRIMES), value)
                .rounded(rounding)
                .working(working)
                .from_cells([row.place.at("no_crimes"), row.place.at("initially_recorded")]),
            rate_printed: Figure::new(
                id("rate-printed"),
                format!("{name}: {}, as printed", Rate::OF_NO_CRIMES),
                printed.into(),
            )
            .from_cells([row.place.at("printed_percent")]),
            reconciled,
        }
    }

    pub(crate) fn all(&self) -> [&Figure; 6] {
        [
            &self.initially_recorded,
            &self.no_crimes,
            &self.recorded,
            &self.recorded_printed,
            &self.rate,
            &self.rate_printed,
        ]
    }
}

fn cells(row: &Row<ForceCounts>) -> Vec<rulebook::Place> {
    [Cell::InitiallyRecorded, Cell::NoCrimes, Cell::Recorded].map(|cell| row.place.at(cell.column())).to_vec()
}

fn count_or_doubt(count: Option<u64>) -> Value {
    let doubt =
        || Value::Withheld("the printed counts contradict each other, and no one repair is best".to_owned());
    count.map_or_else(doubt, Value::Count)
}
