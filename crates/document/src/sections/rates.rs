//! Charts of rates.

use rulebook::{Figure, Rated, Value, interval_head};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use super::{Named, capital, figures::notes_on_intervals, grouped};
use crate::{Cell, Chart, ChartKind, Head, Row, Table, WithInterval, beginning};

/// As many points can be told apart in a picture; with more, those with the lowest rates are drawn.
const MOST: usize = 40;

/// Rates with their intervals, one below the other, and the table of all of them. `axis` is what is measured, `of` what one rate belongs to:
/// `store`. What they come to together stands first and apart from them: `all`, which may be none.
#[must_use]
pub fn rates_chart(named: Named<'_>, axis: &str, of: &str, all: &[Rated<'_>], rates: &[Rated<'_>]) -> Chart {
    let mut known: Vec<&Rated<'_>> = rates.iter().filter(|rate| hundredths(rate.figure).is_some()).collect();
    known.sort_by(|one, other| share(one.figure).cmp(&share(other.figure)).then(one.name.cmp(other.name)));
    let mut description = match (known.first(), known.last()) {
        (Some(least), Some(most)) if known.len() > 1 => format!(
            "{} rates, each a point with a line for its interval. The lowest is that of {}, {}; the highest that of {}, {}.",
            known.len(),
            least.name,
            least.figure.printed(),
            most.name,
            most.figure.printed()
        ),
        (Some(one), _) => format!("One rate, that of {}: {}.", one.name, one.figure.printed()),
        (None, _) => "No rate can be shown.".to_owned(),
    };
    for rate in all.iter().rev() {
        description =
            format!("Set apart at the top: {}, {}. {description}", rate.name, rate.figure.printed());
    }
    let of_some = |rate: &&Rated<'_>| !matches!(rate.figure.value, Value::Share { whole: 0, .. });
    let drawn: Vec<&Rated<'_>> = if rates.len() > MOST {
        let fewest = known.len().min(MOST);
        let cut = format!(" Only the {fewest} lowest of {} are drawn; the table holds all.", rates.len());
        description.push_str(&cut);
        known.into_iter().take(MOST).collect()
    } else {
        rates.iter().filter(of_some).collect()
    };
    let axis = if rates.len() > MOST {
        format!("{axis}; the {} lowest of {}, the table holds all", drawn.len(), rates.len())
    } else {
        axis.to_owned()
    };
    let points: Vec<WithInterval> = all.iter().chain(drawn).map(point).collect();
    let figures = || all.iter().chain(rates).map(|rate| rate.figure);
    Chart {
        id: named.id.to_owned(),
        title: named.title.to_owned(),
        description,
        kind: ChartKind::Intervals { axis, from: beginning(&points), apart: all.len(), points },
        table: Table {
            id: format!("{}-data", named.id),
            caption: named.title.to_owned(),
            head: vec![
                Head::words(capital(of)),
                Head::numbers("Rate"),
                Head::numbers(interval_head(figures())),
                Head::numbers("Of"),
            ],
            rows: all.iter().chain(rates).map(row).collect(),
            notes: notes_on_intervals(figures()),
        },
    }
}

fn row(rate: &Rated<'_>) -> Row {
    let figure = rate.figure;
    Row {
        // The place that says how the figure was made.
        id: None,
        cells: vec![
            Cell::from(rate.name),
            Cell::from(figure),
            Cell::from(figure.interval_printed().unwrap_or_else(|| "–".to_owned())),
            Cell::from(figure.n.map_or_else(|| "–".to_owned(), grouped)),
        ],
    }
}

fn point(rate: &Rated<'_>) -> WithInterval {
    let figure = rate.figure;
    WithInterval {
        label: rate.name.to_owned(),
        figure: figure.id.clone(),
        hundredths: hundredths(figure),
        printed: match figure.interval_printed() {
            Some(interval) => format!("{} ({interval})", figure.printed()),
            None => figure.printed(),
        },
    }
}

fn share(figure: &Figure) -> Option<Decimal> {
    let Value::Share { part, whole } = figure.value else { return None };
    Decimal::from(part).checked_div(Decimal::from(whole))
}

/// A share and its limits in hundredths of a percentage point; without an interval the point alone.
fn hundredths(figure: &Figure) -> Option<(i64, i64, i64)> {
    let scaled = |share: Decimal| (share * Decimal::from(10_000)).round().to_i64();
    let point = share(figure).and_then(scaled)?;
    match &figure.interval {
        Some(interval) => Some((point, scaled(interval.low)?, scaled(interval.high)?)),
        None => Some((point, point, point)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::FigureId;

    fn rate(name: &str, value: Value) -> Figure {
        Figure::new(FigureId::of(&["rate", name]), name, value)
    }

    #[test]
    fn the_lowest_rates_are_drawn_and_the_table_holds_all() {
        let names: Vec<String> = (0..50).map(|n| format!("unit {n}")).collect();
        let figures: Vec<Figure> = names
            .iter()
            .zip(1..)
            .map(|(name, n)| match n {
                50 => rate(name, Value::Suppressed),
                _ => rate(name, Value::Share { part: 100 - n, whole: 100 }),
            })
            .collect();
        let rates: Vec<Rated<'_>> =
            names.iter().zip(&figures).map(|(name, figure)| Rated { name, figure }).collect();
        let chart = rates_chart(Named { id: "rates", title: "Rates" }, "per cent", "unit", &[], &rates);
        assert_eq!(chart.table.rows.len(), 50);
        let ChartKind::Intervals { points, from, .. } = &chart.kind else { panic!("points") };
        assert_eq!((points.len(), *from), (40, 0));
        // 49 rates are known, from 51% to 99%; the lowest comes first.
        assert_eq!(points[0].label, "unit 48");
        assert_eq!(points[0].hundredths, Some((5_100, 5_100, 5_100)));
        assert!(chart.description.ends_with("Only the 40 lowest of 50 are drawn; the table holds all."));
    }

    #[test]
    fn too_few_to_say_is_said_and_has_no_point() {
        let figures = [
            rate("all", Value::Share { part: 787_500, whole: 1_000_000 }),
            rate("North", Value::Words("too few to say: 1 of 1".to_owned())),
            rate("South", Value::Share { part: 30, whole: 40 }),
        ];
        let rated = |at: usize, name| Rated { name, figure: &figures[at] };
        let all = [rated(0, "all records, weighted")];
        let rates = [rated(1, "North"), rated(2, "South")];
        let chart = rates_chart(Named { id: "rates", title: "Rates" }, "per cent", "stratum", &all, &rates);
        let ChartKind::Intervals { points, apart, .. } = &chart.kind else { panic!("points") };
        assert_eq!(*apart, 1);
        let drawn: Vec<(&str, bool, &str)> = points
            .iter()
            .map(|point| (point.label.as_str(), point.hundredths.is_some(), point.printed.as_str()))
            .collect();
        assert_eq!(
            drawn,
            [
                ("all records, weighted", true, "79%"),
                ("North", false, "too few to say: 1 of 1"),
                ("South", true, "75%")
            ]
        );
        assert_eq!(chart.table.rows.len(), 3);
        assert!(chart.description.starts_with("Set apart at the top: all records, weighted, 79%. One rate"));
    }
}
