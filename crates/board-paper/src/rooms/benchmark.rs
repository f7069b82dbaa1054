//! No-crime rates of similar forces, and the repairs of a published table.

use document::{Bar, Cell, Chart, ChartKind, Head, Inline, Row, Table};
use msf_benchmark::{
    Answer, ForceFigures, Inputs, PercentFit, Reconciled, Repair, examine, printed_shares, read,
};
use rulebook::{Figure, Known, Value};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use table::Rows;

use super::{Desk, add_findings};
use crate::material::PrintedTable;

pub(super) fn add(desk: &mut Desk<'_>) {
    let is_table = |file: &str| file.starts_with("benchmark/no_crimes") && file.ends_with(".csv");
    let inputs = Inputs {
        no_crimes: desk.shelf.input_where(is_table),
        benchmark: desk.shelf.input("benchmark/benchmark.toml"),
        official: desk.shelf.input("benchmark/official_totals.csv"),
    };
    if inputs.no_crimes.is_none() && inputs.benchmark.is_none() && inputs.official.is_none() {
        return;
    }
    let facts = match read(&inputs) {
        Ok(facts) => facts,
        Err(errors) => return desk.unread(&["benchmark"], errors),
    };
    let answer = examine(&facts, desk.settings.rounding.into());
    let paragraph = facts.benchmark.as_ref().map_or(Known::NotSupplied, |file| file.value.paragraph.clone());
    let name = match paragraph {
        Known::Is(paragraph) => format!("paragraph {paragraph}"),
        Known::NotKnown | Known::NotSupplied => "the comparison of forces".to_owned(),
    };
    let material = &mut *desk.material;
    material.count(facts.no_crimes.as_ref());
    material.count(facts.official.as_ref());
    material.printed.push(PrintedTable {
        name,
        shares: printed_shares(&facts),
        withheld: facts.no_crimes.as_ref().and_then(Rows::withheld),
    });
    material.table(no_crimes(&answer));
    material.table(repairs(&answer));
    material.table(standing(&answer));
    material.table(official(&answer));
    material.chart(rates(&answer));
    material.figures.extend(answer.figures);
    add_findings(material, "benchmark", answer.findings);
}

fn no_crimes(answer: &Answer) -> Table {
    Table {
        id: "no-crimes".to_owned(),
        caption: "Crimes recorded and struck out as no crime, by force".to_owned(),
        head: vec![
            Head::words("Force"),
            Head::numbers("First recorded"),
            Head::numbers("No crimes"),
            Head::numbers("Recorded, as printed"),
            Head::numbers("Recorded"),
            Head::numbers("No-crime rate"),
            Head::numbers("Rate, as printed"),
        ],
        rows: answer
            .forces
            .iter()
            .map(|force| {
                Row::new([
                    Cell::from(force.force.to_string()),
                    Cell::from(&force.initially_recorded),
                    Cell::from(&force.no_crimes),
                    Cell::from(&force.recorded_printed),
                    Cell::from(&force.recorded),
                    Cell::from(&force.rate),
                    Cell::from(&force.rate_printed),
                ])
            })
            .collect(),
        notes: vec![vec![Inline::text(
            "A complete count of a year's records, not a sample: no sampling interval stands beside the rates.",
        )]],
    }
}

/// Where each force stands by chance alone.
fn standing(answer: &Answer) -> Table {
    let rate =
        |force| answer.forces.iter().find(|figures| figures.force == force).map(|figures| &figures.rate);
    Table {
        id: "no-crimes-standing".to_owned(),
        caption: "No-crime rate beside the limits of chance alone about the rate of the other forces"
            .to_owned(),
        head: vec![
            Head::words("Force"),
            Head::numbers("No-crime rate"),
            Head::numbers("Rate of the others"),
            Head::numbers("Limits, 99.8%"),
            Head::words("Place"),
        ],
        rows: answer
            .among
            .iter()
            .filter_map(|among| {
                Some(Row::new([
                    Cell::from(among.force.to_string()),
                    Cell::from(rate(among.force)?),
                    Cell::from(&among.others),
                    Cell::from(&among.limits),
                    Cell::from(&among.place),
                ]))
            })
            .collect(),
        notes: Vec::new(),
    }
}

/// The crimes that remain beside the official totals.
fn official(answer: &Answer) -> Table {
    Table {
        id: "no-crimes-official".to_owned(),
        caption: "Crimes that remain recorded beside the official totals without fraud".to_owned(),
        head: vec![
            Head::words("Force"),
            Head::numbers("Recorded"),
            Head::numbers("Official total"),
            Head::numbers("More in the official total"),
        ],
        rows: answer
            .held
            .iter()
            .map(|held| {
                Row::new([
                    Cell::from(held.force.to_string()),
                    Cell::from(&held.recorded),
                    Cell::from(&held.official),
                    Cell::from(&held.short),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

/// Every change of one cell that would mend a row that contradicts itself.
fn repairs(answer: &Answer) -> Table {
    let mut rows = Vec::new();
    for force in &answer.forces {
        let (chosen, listed): (Option<&Repair>, Vec<&Repair>) = match &force.reconciled {
            Reconciled::Holds => (None, Vec::new()),
            Reconciled::Repaired { by, others } => (Some(by), std::iter::once(by).chain(others).collect()),
            Reconciled::Undecided { leading, others } => (None, leading.iter().chain(others).collect()),
        };
        for repair in listed {
            rows.push(repair_row(force, repair, chosen == Some(repair)));
        }
    }
    let none = rows.is_empty().then(|| vec![Inline::text("Every row agrees with itself.")]);
    Table {
        id: "no-crimes-repairs".to_owned(),
        caption: "Changes of a single cell that would make a row agree with itself".to_owned(),
        head: vec![
            Head::words("Force and cell"),
            Head::numbers("Printed"),
            Head::numbers("Would have to be"),
            Head::words("Slip"),
            Head::words("Printed percentage"),
            Head::words("Used here"),
        ],
        rows,
        notes: none.into_iter().collect(),
    }
}

fn repair_row(force: &ForceFigures, repair: &Repair, chosen: bool) -> Row {
    let percent = match repair.percent {
        PercentFit::Fits => "fits",
        PercentFit::Contradicts => "contradicts it",
        PercentFit::CannotTell => "none printed",
    };
    let count = |n: u64| Figure::new(force.rate.id.clone(), "", Value::Count(n)).printed();
    Row::new([
        Cell::from(format!("{}: {}", force.force, repair.cell)),
        Cell(vec![Inline::AsPrinted(count(repair.printed))]),
        Cell::from(count(repair.repaired)),
        Cell::from(repair.slip.to_string()),
        Cell::from(percent),
        Cell::from(if chosen { "yes" } else { "no" }),
    ])
}

fn rates(answer: &Answer) -> Chart {
    Chart {
        id: "no-crime-rates".to_owned(),
        title: "No-crime rate by force".to_owned(),
        description: format!(
            "{} bars from zero, one a force; the force of this paper is marked. Lowest: {}.",
            answer.forces.len(),
            answer
                .figures
                .iter()
                .find(|figure| figure.id.as_str() == "no-crimes.lowest")
                .map_or_else(|| "not known".to_owned(), Figure::printed)
        ),
        kind: ChartKind::Bars {
            axis: "no crimes as a percentage of crimes first recorded".to_owned(),
            bars: answer
                .forces
                .iter()
                .map(|force| Bar {
                    label: force.force.to_string(),
                    figure: force.rate.id.clone(),
                    hundredths: hundredths(&force.rate),
                    printed: force.rate.printed(),
                    focus: answer.focal == Some(force.force),
                })
                .collect(),
        },
        table: Table {
            id: "no-crime-rates-data".to_owned(),
            caption: "No-crime rate by force".to_owned(),
            head: vec![Head::words("Force"), Head::numbers("No-crime rate")],
            rows: answer
                .forces
                .iter()
                .map(|force| Row::new([Cell::from(force.force.to_string()), Cell::from(&force.rate)]))
                .collect(),
            notes: Vec::new(),
        },
    }
}

/// A share in hundredths of a percentage point.
fn hundredths(figure: &Figure) -> Option<i64> {
    let Value::Share { part, whole } = figure.value else { return None };
    (Decimal::from(part) * Decimal::from(10_000)).checked_div(Decimal::from(whole))?.round().to_i64()
}
