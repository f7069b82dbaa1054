//! Figures on the phases of a roll-out and the units they cover.

use chrono::NaiveDate;
use rulebook::{Figure, FigureId, Known, Value};
use table::{Row, Rows};

use super::{cells, count, total};
use crate::{
    Facts, Phase, RollOut, Scope, Settings, Unit,
    cells::listed,
    rules::{every_unit_in_a_phase, phase_numbers_without_gap, weekday_matches_day},
};

/// All of them, but for those that need events.
pub(crate) fn figures(facts: &Facts, as_at: NaiveDate) -> Vec<Figure> {
    let mut figures = Vec::new();
    if let Some(roll_out) = &facts.roll_out {
        figures.extend(announced(roll_out));
    }
    if let Some(phases) = &facts.phases {
        figures.extend(of_phases(phases));
        figures.extend(weekdays(phases));
        figures.extend(live(phases, as_at));
        figures.extend(phases.good.iter().map(go_live));
    }
    if let Some(units) = &facts.units {
        figures.push(
            Figure::new(id("units"), "units of the force", total(units, count(&units.good)))
                .unit("units")
                .from_cells(cells(&units.good, "unit")),
        );
        if let Some(scope) = &facts.phase_scope {
            figures.extend(coverage(units, scope));
        }
    }
    figures
}

fn id(what: &str) -> FigureId {
    FigureId::of(&["roll-out", what])
}

fn announced(roll_out: &Settings<RollOut>) -> [Figure; 2] {
    let said = &roll_out.value;
    [
        Figure::new(id("phases-announced"), "phases announced", Value::Count(said.phases_announced))
            .unit("phases")
            .from_cells([roll_out.place("phases_announced")]),
        Figure::new(
            id("staff-realigned"),
            "people whose role changes",
            said.staff_realigned.map_or(Value::NotSupplied, Value::Count),
        )
        .unit("people")
        .qualified(said.staff_realigned_is)
        .from_cells([roll_out.place("staff_realigned")]),
    ]
}

fn of_phases(phases: &Rows<Phase>) -> [Figure; 2] {
    let gaps = phase_numbers_without_gap::gaps(&phases.good);
    let missing: Vec<_> = gaps.iter().map(|gap| gap.missing).collect();
    [
        Figure::new(id("phases-listed"), "phases listed", total(phases, count(&phases.good)))
            .unit("phases")
            .from_cells(cells(&phases.good, "phase")),
        Figure::new(
            id("missing-phases"),
            "phase numbers missing between the first and the last listed",
            total(phases, Value::Words(listed(&missing))),
        )
        .from_cells(cells(&phases.good, "phase"))
        .by(&phase_numbers_without_gap::RULE),
    ]
}

fn weekdays(phases: &Rows<Phase>) -> [Figure; 2] {
    let checked = || phases.good.iter().filter(|row| weekday_matches_day::is_right(&row.value).is_known());
    let right: Vec<&Row<Phase>> =
        checked().filter(|row| weekday_matches_day::is_right(&row.value) == Known::Is(true)).collect();
    let printed: Vec<&Row<Phase>> = checked().collect();
    let working = format!("{} of {} that can be checked", right.len(), printed.len());
    [
        Figure::new(
            id("weekdays-right"),
            "printed weekdays that match their day",
            total(phases, count(&right)),
        )
        .unit("weekdays")
        .working(working)
        .from_cells(cells(printed.iter().copied(), "weekday"))
        .from_cells(cells(printed.iter().copied(), "go_live"))
        .by(&weekday_matches_day::RULE),
        Figure::new(
            id("weekdays-printed"),
            "weekdays printed beside a known day",
            total(phases, count(&printed)),
        )
        .unit("weekdays")
        .from_cells(cells(printed.iter().copied(), "weekday"))
        .from_cells(cells(printed, "go_live")),
    ]
}

fn live(phases: &Rows<Phase>, as_at: NaiveDate) -> [Figure; 3] {
    let days: Vec<(&Row<Phase>, NaiveDate)> =
        phases.good.iter().filter_map(|row| Some((row, *row.value.go_live.value()?))).collect();
    let (come, ahead): (Vec<NaiveDate>, Vec<NaiveDate>) =
        days.iter().map(|(_, day)| *day).partition(|day| *day <= as_at);
    let undated = phases.good.len() - days.len();
    // A phase without a day may come after all others: then the last day is not known.
    let last = match days.iter().map(|(_, day)| *day).max() {
        _ if undated > 0 => Value::NotKnown,
        Some(day) => Value::Day(day),
        None => Value::NotSupplied,
    };
    let without = if undated == 1 { "phase has" } else { "phases have" };
    let working = format!("go-live days against {as_at}; {undated} {without} no day");
    let at = |rows: &[(&Row<Phase>, NaiveDate)]| cells(rows.iter().map(|(row, _)| *row), "go_live");
    [
        Figure::new(
            id("phases-live"),
            "phases whose go-live day has come",
            total(phases, Value::Count(come.len() as u64)),
        )
        .unit("phases")
        .working(working.clone())
        .from_cells(at(&days)),
        Figure::new(
            id("phases-to-come"),
            "phases whose go-live day is still to come",
            total(phases, Value::Count(ahead.len() as u64)),
        )
        .unit("phases")
        .working(working)
        .from_cells(at(&days)),
        Figure::new(id("last-go-live"), "go-live day of the last phase", total(phases, last))
            .from_cells(at(&days)),
    ]
}

fn go_live(row: &Row<Phase>) -> Figure {
    let name = format!("phase {}", row.value.number);
    Figure::new(
        FigureId::of(&["roll-out", &name, "go-live"]),
        format!("go-live day of {name}"),
        row.value.go_live.into(),
    )
    .from_cells([row.place.at("go_live")])
}

fn coverage(units: &Rows<Unit>, scope: &Rows<Scope>) -> [Figure; 3] {
    let without = every_unit_in_a_phase::uncovered(&units.good, &scope.good);
    let names: Vec<&str> = without.iter().map(|row| row.value.name.as_str()).collect();
    let all = units.good.len();
    let value = |value: Value| total(units, total(scope, value));
    let covered = (all - without.len()) as u64;
    [
        Figure::new(id("units-covered"), "units in a phase", value(Value::Count(covered)))
            .unit("units")
            .working(format!("{all} - {}", without.len()))
            .from_cells(cells(&scope.good, "name"))
            .by(&every_unit_in_a_phase::RULE),
        Figure::new(id("units-uncovered"), "units in no phase", value(count(&without)))
            .unit("units")
            .working(format!("{} of {all}", without.len()))
            .from_cells(cells(without.iter().copied(), "unit"))
            .by(&every_unit_in_a_phase::RULE),
        Figure::new(id("uncovered-units"), "the units in no phase", value(Value::Words(listed(&names))))
            .from_cells(cells(without.iter().copied(), "unit"))
            .by(&every_unit_in_a_phase::RULE),
    ]
}
