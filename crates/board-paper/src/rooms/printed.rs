//! The percentages that a source printed, held against the counts beside them.

use document::{Cell, Head, Inline, Row, Table};
use rulebook::{Figure, FigureId, Method, Rounding, Value};
use rust_decimal::Decimal;

use super::{Desk, add_findings};
use crate::rules::{printed_percentage, tables_round_alike};

pub(super) fn add(desk: &mut Desk<'_>) {
    let printed = desk.material.printed.clone();
    if printed.iter().all(|(_, shares)| shares.is_empty()) {
        return;
    }
    let mut conventions = Vec::new();
    let mut findings = Vec::new();
    let mut rows = Vec::new();
    for (table, shares) in &printed {
        let (convention, found) = printed_percentage::check(table, shares);
        let words = convention.method.map_or("not one convention", printed_percentage::name);
        let mut tried = Vec::new();
        for fit in &convention.fits {
            tried.push(format!("{} fits {} of {}", fit.method, fit.fits, fit.of));
            desk.material.figures.push(
                Figure::new(
                    FigureId::of(&["printed-percentages", table, &fit.method.to_string()]),
                    format!("{table}: percentages that fit when {}", printed_percentage::name(fit.method)),
                    Value::Count(fit.fits as u64),
                )
                .unit("percentages")
                .from_cells(shares.iter().map(|share| share.place.clone()))
                .by(&printed_percentage::RULE),
            );
        }
        desk.material.figures.push(
            Figure::new(
                FigureId::of(&["printed-percentages", table, "convention"]),
                format!("{table}: the rounding convention that fits best"),
                Value::Words(words.to_owned()),
            )
            .working(tried.join(", "))
            .from_cells(shares.iter().map(|share| share.place.clone()))
            .by(&printed_percentage::RULE),
        );
        desk.material.figures.push(
            Figure::new(
                FigureId::of(&["printed-percentages", table, "printed"]),
                format!("{table}: percentages printed"),
                Value::Count(shares.len() as u64),
            )
            .unit("percentages")
            .from_cells(shares.iter().map(|share| share.place.clone())),
        );
        for share in shares {
            let by = |method| {
                let exact = (Decimal::from(share.part) * Decimal::ONE_HUNDRED)
                    .checked_div(Decimal::from(share.whole));
                let places = share.printed.scale();
                exact.map_or_else(
                    || "none".to_owned(),
                    |exact| format!("{}%", Rounding { method, places }.round(exact)),
                )
            };
            rows.push(Row::new([
                Cell::from(format!("{table}: {}", share.record)),
                Cell::from(format!("{} of {}", grouped(share.part), grouped(share.whole))),
                Cell(vec![Inline::AsPrinted(format!("{}%", share.printed))]),
                Cell::from(by(Method::Nearest)),
                Cell::from(by(Method::CutOff)),
            ]));
        }
        conventions.push(convention);
        findings.extend(found);
    }
    findings.extend(tables_round_alike::check(&conventions));
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
        rows,
        notes: Vec::new(),
    });
    add_findings(desk.material, "paper", findings);
}

/// A count as it is printed.
fn grouped(count: u64) -> String {
    Figure::new(FigureId::of(&["count"]), "", Value::Count(count)).printed()
}
