//! A chart of lateness.

use document::{Bar, Cell, Chart, ChartKind, Head, Row, Table, sections::Named};
use rulebook::{Figure, Value};

/// How many crimes are late by how much: one bar a band, with the name of the band.
pub fn lateness_chart(named: Named<'_>, bands: &[(&str, &Figure)]) -> Chart {
    let count = |figure: &Figure| match figure.value {
        Value::Count(count) => Some(count),
        Value::Difference(_)
        | Value::Share { .. }
        | Value::Number(_)
        | Value::Money(_)
        | Value::Day(_)
        | Value::Words(_)
        | Value::NotKnown
        | Value::NotSupplied
        | Value::Withheld(_)
        | Value::Suppressed => None,
    };
    let most =
        bands.iter().filter(|(_, figure)| count(figure) > Some(0)).max_by_key(|(_, figure)| count(figure));
    let description = match most {
        Some((band, figure)) => {
            format!(
                "Most of the crimes recorded late that are shown are late by {band}: {}.",
                figure.printed()
            )
        }
        None => "No count can be shown, or there is none.".to_owned(),
    };
    Chart {
        id: named.id.to_owned(),
        title: named.title.to_owned(),
        description,
        kind: ChartKind::Bars {
            axis: "crimes recorded late".to_owned(),
            bars: bands
                .iter()
                .map(|(band, figure)| Bar {
                    label: (*band).to_owned(),
                    figure: figure.id.clone(),
                    hundredths: count(figure).and_then(|count| i64::try_from(count).ok()?.checked_mul(100)),
                    printed: figure.printed(),
                    focus: false,
                })
                .collect(),
        },
        table: Table {
            id: format!("{}-data", named.id),
            caption: named.title.to_owned(),
            head: vec![Head::words("Late by"), Head::numbers("Crimes")],
            rows: bands
                .iter()
                .map(|(band, figure)| Row::new([Cell::from(*band), Cell::from(*figure)]))
                .collect(),
            notes: Vec::new(),
        },
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
    fn what_is_left_out_has_no_bar() {
        let figures = [rate("a", Value::Count(7)), rate("b", Value::Suppressed), rate("c", Value::Count(0))];
        let bands: Vec<(&str, &Figure)> =
            ["up to 1 hour", "over 1 to 6 hours", "over 30 days"].into_iter().zip(&figures).collect();
        let chart = lateness_chart(Named { id: "late", title: "Late" }, &bands);
        let ChartKind::Bars { bars, .. } = &chart.kind else { panic!("bars") };
        let drawn: Vec<(Option<i64>, &str)> =
            bars.iter().map(|bar| (bar.hundredths, bar.printed.as_str())).collect();
        assert_eq!(drawn, [(Some(700), "7"), (None, "suppressed"), (Some(0), "0")]);
        assert!(chart.description.ends_with("late by up to 1 hour: 7."), "{}", chart.description);
    }
}
