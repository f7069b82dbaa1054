//! Figures on the change portfolio.

use rulebook::{Figure, FigureId, Value};
use table::{Row, Rows};

use super::{cells, count, total};
use crate::{
    Facts, Item, ItemKind, KeyDate, Naming, Portfolio, Priority, Settings,
    cells::counted,
    rules::{
        declared_count_borne_out::{self, tally},
        priority_with_project,
    },
};

/// All of them.
pub(crate) fn figures(facts: &Facts) -> Vec<Figure> {
    let mut figures = Vec::new();
    if let Some(portfolio) = &facts.portfolio {
        figures.extend(declared(portfolio));
    }
    if let Some(items) = &facts.items {
        figures.extend(listed(items));
    }
    if let Some(priorities) = &facts.priorities {
        figures.extend(of_priorities(priorities));
    }
    if let Some(key_dates) = &facts.key_dates {
        figures.extend(key_dates.good.iter().map(key_date));
    }
    figures
}

fn id(what: &str) -> FigureId {
    FigureId::of(&["change", what])
}

/// `change.<item>.<what>`: the days of a key date, in words.
fn key_date(row: &Row<KeyDate>) -> Figure {
    let KeyDate { item, what, first_day, reading, .. } = &row.value;
    let days = match row.value.window() {
        Some(days) => Value::Words(days.to_string()),
        None => (*first_day).into(),
    };
    Figure::new(FigureId::of(&["change", item, what]), format!("{item}: {what}"), days)
        .working(reading.clone())
        .from_cells(["first_day", "last_day"].map(|column| row.place.at(column)))
}

fn declared(portfolio: &Settings<Portfolio>) -> Vec<Figure> {
    let said = &portfolio.value;
    let (programmes, projects) = (said.programmes_declared, said.projects_declared);
    let at = |key: &str| portfolio.place(key);
    vec![
        Figure::new(id("programmes-declared"), "programmes, as declared", Value::Count(programmes))
            .unit("programmes")
            .from_cells([at("programmes_declared")]),
        Figure::new(id("projects-declared"), "standalone projects, as declared", Value::Count(projects))
            .unit("projects")
            .from_cells([at("projects_declared")]),
        Figure::new(
            id("items-declared"),
            "programmes and projects, as declared",
            Value::Count(programmes.saturating_add(projects)),
        )
        .unit("items")
        .working(format!("{programmes} + {projects}"))
        .from_cells([at("programmes_declared"), at("projects_declared")]),
        Figure::new(
            id("team"),
            "people in the team that supports the portfolio",
            said.team.map_or(Value::NotSupplied, Value::Count),
        )
        .unit("people")
        .qualified(said.team_is)
        .from_cells([at("team")]),
    ]
}

fn listed(items: &Rows<Item>) -> Vec<Figure> {
    let of_kind = |wanted: Option<ItemKind>| -> Vec<&Row<Item>> {
        items.good.iter().filter(|row| row.value.kind.value().copied() == wanted).collect()
    };
    let of_naming = |wanted: Naming| -> Vec<&Row<Item>> {
        items.good.iter().filter(|row| row.value.placeholder == wanted).collect()
    };
    let n = tally(&items.good).listed;
    [
        ("items-listed", "items listed", items.good.iter().collect(), "item"),
        ("items-named", "items that the source names", of_naming(Naming::Named), "placeholder"),
        (
            "items-placeholder",
            "items that the source counts without naming",
            of_naming(Naming::Placeholder),
            "placeholder",
        ),
        ("items-known-programme", "items known to be programmes", of_kind(Some(ItemKind::Programme)), "kind"),
        ("items-known-project", "items known to be projects", of_kind(Some(ItemKind::Project)), "kind"),
        ("items-kind-not-known", "items of unknown kind", of_kind(None), "kind"),
    ]
    .into_iter()
    .map(|(what, label, rows, column)| {
        Figure::new(id(what), label, total(items, count(&rows)))
            .unit("items")
            .working(format!("{} of {}", rows.len(), counted(n, "row")))
            .from_cells(cells(rows, column))
            .by(&declared_count_borne_out::RULE)
    })
    .collect()
}

fn of_priorities(priorities: &Rows<Priority>) -> [Figure; 2] {
    let without: Vec<&Row<Priority>> =
        priorities.good.iter().filter(|row| !row.value.item.is_known()).collect();
    [
        Figure::new(id("priorities"), "priorities", total(priorities, count(&priorities.good)))
            .unit("priorities")
            .from_cells(cells(&priorities.good, "priority")),
        Figure::new(
            id("priorities-without-item"),
            "priorities that name no item of the portfolio",
            total(priorities, count(&without)),
        )
        .unit("priorities")
        .working(format!("{} of {}", without.len(), counted(priorities.good.len() as u64, "row")))
        .from_cells(cells(without, "item"))
        .by(&priority_with_project::RULE),
    ]
}
