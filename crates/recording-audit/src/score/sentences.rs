//! What an audit found in plain words, built from its figures and nothing else.

use rulebook::{Known, Value};

use crate::score::{Measure, Rate, Rates};

/// The sentences of one stratum, or of all together: one line a measure of which something can be said.
pub(super) fn of(rates: &Rates) -> Vec<String> {
    rates.rates.iter().filter_map(|rate| said(rates, rate)).collect()
}

fn said(of: &Rates, rate: &Rate) -> Option<String> {
    let name = of.name();
    let figure = &rate.figure;
    let counts = match (rate.part, rate.whole) {
        (Known::Is(part), Known::Is(whole)) => rate.measure.said(part, whole),
        _ => return None,
    };
    let rest = match &figure.value {
        Value::Words(_) => "too few to say".to_owned(),
        Value::Share { .. } => match (figure.interval_printed(), &figure.interval) {
            (Some(limits), Some(interval)) => format!("{} ({limits}, {})", figure.printed(), interval.method),
            _ => return None,
        },
        Value::Number(_) => match (figure.interval_printed(), &figure.interval) {
            (Some(limits), Some(interval)) => {
                let limits = limits.replace(" to ", "% to ");
                format!(
                    "{}% of all {}, as estimated ({limits}%, {})",
                    figure.printed(),
                    records(of),
                    interval.method
                )
            }
            _ => return None,
        },
        Value::Withheld(reason) => {
            return Some(format!("{name}: {} is withheld: {reason}.", rate.measure.label()));
        }
        Value::Suppressed => {
            let why = "suppressed, for so small a number could point at a person";
            return Some(format!("{name}: {}: {why}.", rate.measure.label()));
        }
        Value::Count(_)
        | Value::Difference(_)
        | Value::Money(_)
        | Value::Day(_)
        | Value::NotKnown
        | Value::NotSupplied => return None,
    };
    Some(format!("{name}: {counts}: {rest}."))
}

fn records(of: &Rates) -> String {
    of.population.map_or_else(|| "records".to_owned(), |population| format!("{population} records"))
}

/// What cannot be told from counts alone, of one force or of all.
pub(super) fn not_from_counts(force: Option<&str>, missing: &[Measure]) -> Vec<String> {
    let of = force.map_or_else(String::new, |force| format!("{force}: "));
    let mut said = Vec::new();
    if !missing.is_empty() {
        let labels: Vec<&str> = missing.iter().map(|measure| measure.label()).collect();
        said.push(format!("{of}Not supplied, so not computed: {}.", labels.join("; ")));
    }
    said.push(format!(
        "{of}Counts alone do not tell how many crimes each record held, nor who judged what: no crimes unrecorded in \
         the year, no rate weighted by stratum, no agreement of auditors and no over-recording can be computed from them."
    ));
    said
}
