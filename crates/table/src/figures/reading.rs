//! Figures read back from a table that [`super::figures`] wrote.

use chrono::NaiveDate;
use rulebook::{Figure, FigureId, Interval, Place, Qualifier, Rounding, Rule, Value};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, de::Error as _};

use crate::{Column, Layout, ReadError, Row, Rows, Source};

/// `figures.csv`, as a command of ours writes it.
pub static FIGURES: Layout = Layout {
    name: "figures",
    what: "one row a figure that a command of ours computed",
    columns: &[
        Column::required("id", "lower-case words with hyphens, joined by dots"),
        Column::required("label", "what it is"),
        Column::required("printed", "the value as it is printed, with its qualifier"),
        Column::required("exact", "the value in full; empty where there is none"),
        Column::optional("unit", "of what"),
        Column::optional("qualifier", "exact, about, fewer than, more than, as reported"),
        Column::optional("rounding", "such as `to the nearest, 1 decimal place`"),
        Column::optional("n", "on how many observations it rests: a whole number, or empty"),
        Column::optional("interval", "two limits with `to` between them, or empty"),
        Column::optional("interval_method", "method and confidence, as `Wilson, 95%`"),
        Column::optional("interval_meaning", "what the interval does and does not say"),
        Column::optional("origin", "the cells it comes from"),
        Column::optional("working", "the arithmetic, as `328 of 332`"),
        Column::optional("rule", "the rule that gave it, by its slug"),
        Column::optional("printed_in", "the places of a paper that print it; not used"),
    ],
};

#[derive(Deserialize)]
struct Written {
    #[serde(deserialize_with = "id")]
    id: FigureId,
    label: String,
    printed: String,
    exact: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    qualifier: String,
    #[serde(default)]
    rounding: String,
    #[serde(default)]
    n: String,
    #[serde(default)]
    interval: String,
    #[serde(default)]
    interval_method: String,
    #[serde(default)]
    interval_meaning: String,
    #[serde(default)]
    origin: String,
    #[serde(default)]
    working: String,
    #[serde(default)]
    rule: String,
}

fn id<'de, D: Deserializer<'de>>(cell: D) -> Result<FigureId, D::Error> {
    String::deserialize(cell)?.parse().map_err(D::Error::custom)
}

/// Reads figures back. Each prints what the table prints, comes from its row of the table, and says in its working where it came from before;
/// `rule_of` finds a rule by its slug. A value that only the printed text tells becomes words.
///
/// # Errors
///
/// [`ReadError`] if the table cannot be read; a row that cannot is rejected.
///
/// ```
/// use rulebook::{Figure, FigureId, Value};
/// let share = Figure::new(FigureId::of(&["audit", "compliance"]), "recorded of due", Value::Share { part: 328, whole: 332 });
/// let csv = table::figures(&[share.working("328 of 332")], |_| String::new());
/// let read = table::read_figures(table::Source::new("figures.csv", &csv), |_| None)?;
/// assert_eq!(read.good[0].value.value, Value::Share { part: 328, whole: 332 });
/// # Ok::<(), table::ReadError>(())
/// ```
pub fn read_figures(
    source: Source<'_>,
    rule_of: impl Fn(&str) -> Option<&'static Rule>,
) -> Result<Rows<Figure>, ReadError> {
    let Rows { file, good, rejected, notes } = crate::read::<Written>(&FIGURES, source)?;
    let good = good
        .into_iter()
        .map(|row| Row { value: figure(row.value, &row.place, &rule_of), place: row.place })
        .collect();
    let mut rows = Rows { file, good, rejected, notes };
    rows.reject_repeated("id", |figure| figure.id.to_string());
    Ok(rows)
}

fn figure(written: Written, place: &Place, rule_of: &impl Fn(&str) -> Option<&'static Rule>) -> Figure {
    let bare = |text: &str| {
        text.strip_prefix('\'').filter(|bare| crate::neutral(bare) == text).unwrap_or(text).to_owned()
    };
    let printed = bare(&written.printed);
    let mut figure = Figure::new(written.id, bare(&written.label), Value::NotSupplied)
        .rounded(written.rounding.parse().unwrap_or(Rounding::nearest(0)))
        .qualified(written.qualifier.parse().unwrap_or(Qualifier::Exact))
        .unit(written.unit);
    figure.n = written.n.parse().ok();
    figure.by = rule_of(&written.rule);
    let working = bare(&written.working);
    let fits = |value: &Value| {
        let mut tried = figure.clone();
        tried.value = value.clone();
        tried.printed() == printed
    };
    if let Some(value) = values(&printed, &bare(&written.exact), &working).into_iter().find(fits) {
        figure.value = value;
    } else {
        // The words carry their qualifier.
        figure.qualifier = Qualifier::Exact;
        figure.value = Value::Words(printed);
    }
    figure.interval =
        limits(&bare(&written.interval), matches!(figure.value, Value::Share { .. })).map(|(low, high)| {
            Interval { low, high, method: written.interval_method, meaning: written.interval_meaning }
        });
    let before = if written.origin.is_empty() { String::new() } else { format!("from {}", written.origin) };
    let working =
        [working, before].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    figure.working(working).from_cells([place.at("printed")])
}

/// The values that a row may mean, the likeliest first.
fn values(printed: &str, exact: &str, working: &str) -> Vec<Value> {
    let mut values = Vec::new();
    let withheld = printed.strip_prefix("withheld (").and_then(|rest| rest.strip_suffix(')'));
    values.extend(withheld.map(|reason| Value::Withheld(reason.to_owned())));
    values.extend([
        Value::NotKnown,
        Value::NotSupplied,
        Value::Suppressed,
        Value::Share { part: 0, whole: 0 },
    ]);
    if let Some((part, whole)) = working.split_once(" of ") {
        let count = |text: &str| text.replace(',', "").parse().ok();
        let whole = whole.split(|c: char| !c.is_ascii_digit() && c != ',').next().unwrap_or_default();
        values.extend(count(part).zip(count(whole)).map(|(part, whole)| Value::Share { part, whole }));
    }
    values.extend(exact.parse().ok().map(Value::Count));
    values.extend(exact.parse().ok().map(Value::Difference));
    values.extend(exact.parse().ok().map(Value::Number));
    values.extend(exact.parse().ok().map(Value::Money));
    values.extend(exact.parse::<NaiveDate>().ok().map(Value::Day));
    values
}

/// The limits of an interval as printed; of a share between 0 and 1.
fn limits(interval: &str, of_share: bool) -> Option<(Decimal, Decimal)> {
    let (low, high) = interval.split_once(" to ")?;
    let limit = |text: &str| -> Option<Decimal> {
        let text = text.replace(',', "").replace('\u{2212}', "-");
        let number: Decimal = text.strip_suffix('%').unwrap_or(&text).parse().ok()?;
        if of_share { number.checked_div(Decimal::ONE_HUNDRED) } else { Some(number) }
    };
    limit(low).zip(limit(high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::{Method, day};

    fn there_and_back(figure: Figure) -> Figure {
        let csv = crate::figures(&[figure], |_| String::new());
        let rows = read_figures(Source::new("figures.csv", &csv), |_| None).unwrap();
        assert_eq!(rows.rejected, []);
        rows.good[0].value.clone()
    }

    #[test]
    fn every_kind_of_value_prints_what_it_printed() {
        let values = [
            Value::Count(12_345),
            Value::Difference(-1_200),
            Value::Share { part: 9_999, whole: 10_000 },
            Value::Share { part: 0, whole: 0 },
            Value::Number(Decimal::new(91_273, 3)),
            Value::Money(Decimal::new(120_050, 2)),
            Value::Day(day(2026, 5, 1)),
            Value::Words("=1+1".to_owned()),
            Value::NotKnown,
            Value::NotSupplied,
            Value::Withheld("1 of 3 rows of x.csv rejected".to_owned()),
            Value::Suppressed,
        ];
        for value in values {
            for rounding in [Rounding::nearest(1), Rounding { method: Method::CutOff, places: 0 }] {
                for qualifier in [Qualifier::Exact, Qualifier::About] {
                    let working = if let Value::Share { part, whole } = value {
                        format!("{part} of {whole}")
                    } else {
                        String::new()
                    };
                    let limits = Interval {
                        low: Decimal::new(-1, 1),
                        high: Decimal::new(2_345, 1),
                        method: "Wilson, 95%".to_owned(),
                        meaning: "as, it \"were\"".to_owned(),
                    };
                    let figure = Figure::new(FigureId::of(&["a"]), "-label", value.clone())
                        .rounded(rounding)
                        .qualified(qualifier)
                        .unit("crimes")
                        .working(working)
                        .with_interval(7, limits);
                    let read = there_and_back(figure.clone());
                    assert_eq!(read.printed(), figure.printed(), "{value:?}");
                    assert_eq!((read.label.as_str(), &*read.unit, read.n), ("-label", "crimes", Some(7)));
                    assert_eq!(read.interval_printed(), figure.interval_printed(), "{value:?}");
                    let said = |figure: &Figure| {
                        figure
                            .interval
                            .as_ref()
                            .map(|interval| (interval.method.clone(), interval.meaning.clone()))
                    };
                    assert_eq!(said(&read), said(&figure));
                    if qualifier == Qualifier::Exact && !matches!(value, Value::Money(_) | Value::Number(_)) {
                        assert_eq!(read.value, value);
                    }
                }
            }
        }
    }

    #[test]
    fn a_figure_says_where_it_came_from_before() {
        let figure = Figure::new(FigureId::of(&["a"]), "a", Value::Count(3))
            .working("1 + 2")
            .from_cells([Place::row("counts.csv", 2).at("crimes_due")]);
        let read = there_and_back(figure);
        assert_eq!(read.working, "1 + 2; from counts.csv, line 2, column crimes_due");
        assert_eq!(read.origin, [Place::row("figures.csv", 2).at("printed")]);
    }

    #[test]
    fn a_row_without_an_id_or_with_one_twice_is_rejected() {
        let csv = b"id,label,printed,exact\nA B,a,1,1\na,a,1,1\na,a,2,2\n";
        let rows = read_figures(Source::new("figures.csv", csv), |_| None).unwrap();
        let rejected: Vec<String> = rows.rejected.iter().map(ToString::to_string).collect();
        assert_eq!(rows.good.len(), 1);
        assert!(rejected[0].contains("`A B` is not lower-case words"), "{rejected:?}");
        assert!(rejected[1].contains("`a` is named twice"), "{rejected:?}");
    }
}
