//! The percentages that a source printed, held against the counts beside them.

use std::collections::BTreeMap;

use document::{Cell, Head, Inline, Row, Table};
use rulebook::{Figure, FigureId, Method, Value};
use statistics::PrintedShare;

use super::{Desk, add_findings};
use crate::{
    material::PrintedTable,
    rules::{
        printed_percentage::{self, Convention},
        tables_round_alike,
    },
};

pub(super) fn add(desk: &mut Desk<'_>) {
    let mut printed = std::mem::take(&mut desk.material.printed);
    tell_apart(&mut printed);
    if printed.iter().all(|table| table.shares.is_empty()) {
        return;
    }
    let mut conventions = Vec::new();
    for table in &printed {
        let (convention, found) = printed_percentage::check(&table.name, &table.shares);
        desk.material.figures.extend(figures(table, &convention));
        if table.withheld.is_none() {
            conventions.push(convention);
            add_findings(desk.material, "paper", found);
        }
    }
    add_findings(desk.material, "paper", tables_round_alike::check(&conventions));
    desk.material.table(Table {
        id: "printed-percentages".to_owned(),
        caption: "Percentages as printed, and as their counts give them".to_owned(),
        head: vec![
            Head::words("Value"),
            Head::numbers("Counts"),
            Head::numbers("As printed"),
            Head::numbers("To the nearest"),
            Head::numbers("Cut off"),
        ],
        rows: printed
            .iter()
            .flat_map(|table| table.shares.iter().map(|share| row(&table.name, share)))
            .collect(),
        notes: printed
            .iter()
            .filter_map(|table| {
                Some(vec![Inline::text(format!("{}: {}.", table.name, table.withheld.as_ref()?))])
            })
            .collect(),
    });
}

/// Gives tables of one name each a name of its own.
fn tell_apart(printed: &mut [PrintedTable]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for table in printed {
        let times = seen.entry(table.name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            table.name = format!("{} (table {times})", table.name);
        }
    }
}

/// `printed-percentages.<table>.…`: how many are printed, how many each convention fits, and which fits best.
fn figures(table: &PrintedTable, convention: &Convention) -> Vec<Figure> {
    let figure = |what: &str, label: String, value: Value| {
        let value = table.withheld.clone().map_or(value, Value::Withheld);
        Figure::new(FigureId::of(&["printed-percentages", &table.name, what]), label, value)
            .from_cells(table.shares.iter().map(|share| share.place.clone()))
            .from_cells(table.shares.iter().flat_map(|share| share.counts.clone()))
    };
    let name = &table.name;
    let printed = Value::Count(table.shares.len() as u64);
    let mut figures =
        vec![figure("printed", format!("{name}: percentages printed"), printed).unit("percentages")];
    let mut tried = Vec::new();
    for fit in &convention.fits {
        tried.push(format!("{} fits {} of {}", fit.method, fit.fits, fit.of));
        let label = format!("{name}: percentages that fit when {}", printed_percentage::name(fit.method));
        let fits = figure(&fit.method.to_string(), label, Value::Count(fit.fits as u64));
        figures.push(fits.unit("percentages").by(&printed_percentage::RULE));
    }
    let best = convention.method.map_or("not one convention", printed_percentage::name);
    let label = format!("{name}: the rounding convention that fits best");
    let best = figure("convention", label, Value::Words(best.to_owned()));
    figures.push(best.working(tried.join(", ")).by(&printed_percentage::RULE));
    figures
}

fn row(table: &str, share: &PrintedShare) -> Row {
    let by = |method| share.by(method).map_or_else(|| "none".to_owned(), |percent| format!("{percent}%"));
    Row::new([
        Cell::from(format!("{table}: {}", share.record)),
        Cell::from(format!("{} of {}", grouped(share.part), grouped(share.whole))),
        Cell(vec![Inline::AsPrinted(format!("{}%", share.printed))]),
        Cell::from(by(Method::Nearest)),
        Cell::from(by(Method::CutOff)),
    ])
}

/// A count as it is printed.
fn grouped(count: u64) -> String {
    Figure::new(FigureId::of(&["count"]), "", Value::Count(count)).printed()
}
