//! The rates as a table, with their limits in full, so that a later audit can be held against it.

use rulebook::{Known, Value};
use rust_decimal::Decimal;

use crate::score::Rates;

/// The columns of `summary-rates.csv`.
pub const RATES_HEADER: [&str; 14] = [
    "force",
    "stratum",
    "what",
    "part",
    "whole",
    "printed",
    "share",
    "low",
    "high",
    "method",
    "population",
    "examined",
    "label",
    "source",
];

/// The rows under [`RATES_HEADER`]: shares and limits between 0 and 1; `stratum` is `all` for all strata together.
#[must_use]
pub fn rates_table(rates: &[Rates]) -> Vec<Vec<String>> {
    rates.iter().flat_map(rows).collect()
}

fn rows(of: &Rates) -> impl Iterator<Item = Vec<String>> {
    let number = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    of.rates.iter().map(move |rate| {
        let figure = &rate.figure;
        let scale =
            if matches!(figure.value, Value::Number(_)) { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let fraction = |n: Decimal| (n / scale).round_dp(6).normalize().to_string();
        let limit = |pick: fn(&rulebook::Interval) -> Decimal| {
            figure.interval.as_ref().map_or_else(String::new, |interval| fraction(pick(interval)))
        };
        let share = figure.exact().parse::<Decimal>().map_or_else(|_| String::new(), fraction);
        let hidden = matches!(figure.value, Value::Suppressed | Value::Withheld(_));
        let count = |known: Known<u64>| match known {
            _ if hidden => String::new(),
            Known::Is(count) => count.to_string(),
            Known::NotKnown => known.to_string(),
            Known::NotSupplied => String::new(),
        };
        vec![
            of.force.clone().unwrap_or_default(),
            of.stratum.clone().unwrap_or_else(|| "all".to_owned()),
            rate.measure.id().to_owned(),
            count(rate.part),
            count(rate.whole),
            figure.printed(),
            share,
            limit(|interval| interval.low),
            limit(|interval| interval.high),
            figure.interval.as_ref().map_or_else(String::new, |interval| interval.method.clone()),
            number(of.population),
            if hidden { String::new() } else { of.examined.to_string() },
            rate.measure.label().to_owned(),
            of.sources.join("; "),
        ]
    })
}
