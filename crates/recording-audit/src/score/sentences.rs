//! What an audit found in plain words, built from its figures and nothing else.

use crime::inspection::counted;
use rulebook::{Figure, Known, Value};

use crate::score::{Agreed, Estimate, Measure, Rate, Rates};

/// The sentences of one stratum, or of all together: one line a measure of which something can be said, or one for all that is withheld.
pub(super) fn of(rates: &Rates) -> Vec<String> {
    let mut withheld = Vec::new();
    rates
        .rates
        .iter()
        .filter_map(|rate| match &rate.figure.value {
            // Once for all rates: what withholds one withholds the others.
            Value::Withheld(reason) if withheld.contains(&reason) => None,
            Value::Withheld(reason) => {
                withheld.push(reason);
                Some(format!("{}: every rate is withheld: {reason}.", rates.name()))
            }
            Value::Count(_)
            | Value::Share { .. }
            | Value::Number(_)
            | Value::Difference(_)
            | Value::Money(_)
            | Value::Day(_)
            | Value::Words(_)
            | Value::NotKnown
            | Value::NotSupplied
            | Value::Suppressed => said(rates, rate),
        })
        .collect()
}

/// The same with how many crimes are missing among all records.
pub(super) fn all_of(rates: &Rates) -> Vec<String> {
    let missing = rates.counts.iter().filter(|figure| figure.id.as_str().contains(".unrecorded"));
    let name = rates.name();
    of(rates).into_iter().chain(missing.filter_map(|figure| unrecorded(&name, figure))).collect()
}

fn said(of: &Rates, rate: &Rate) -> Option<String> {
    let name = of.name();
    let figure = &rate.figure;
    let counts = match (rate.part, rate.whole) {
        (Known::Is(part), Known::Is(whole)) => format!("{} in the sample", rate.measure.said(part, whole)),
        _ => rate.measure.label().to_owned(),
    };
    let rest = match &figure.value {
        Value::Words(_) => "too few to say".to_owned(),
        Value::Share { .. } => match (figure.interval_printed(), &figure.interval) {
            (Some(limits), Some(interval)) => {
                let shown = format!("{} ({limits}, {})", figure.printed(), interval.method);
                match (rate.estimate, of.population) {
                    (Estimate::OfTheWhole, Some(population)) => {
                        let said = format!("for all {population} records an estimated {shown}");
                        return Some(format!("{name}: {counts}; {said}."));
                    }
                    (Estimate::OfTheWhole, None) | (Estimate::OfTheSample, _) => shown,
                }
            }
            _ => return None,
        },
        Value::Suppressed => {
            let why = "suppressed, for so small a number could point at a person";
            return Some(format!("{name}: {}: {why}.", rate.measure.label()));
        }
        Value::Count(_)
        | Value::Number(_)
        | Value::Difference(_)
        | Value::Money(_)
        | Value::Day(_)
        | Value::Withheld(_)
        | Value::NotKnown
        | Value::NotSupplied => return None,
    };
    Some(format!("{name}: {}: {rest}.", counts.trim_end_matches(" in the sample")))
}

/// How many crimes were due and not recorded, as estimated.
fn unrecorded(name: &str, figure: &Figure) -> Option<String> {
    let (limits, interval) = (figure.interval_printed()?, figure.interval.as_ref()?);
    let label = figure.label.split_once(": ").map_or(figure.label.as_str(), |(_, label)| label);
    Some(format!("{name}: {label}: {} ({limits}, {}).", figure.printed(), interval.method))
}

/// How far two auditors agree.
pub(super) fn agreed(of: &Agreed) -> String {
    let of_all =
        format!("Two auditors agree on the {} of {} of {}", of.on, of.agreed, counted(of.cases, "case"));
    let shown = |figure: &Figure| match (figure.interval_printed(), &figure.interval) {
        (Some(limits), Some(interval)) => format!("{} ({limits}, {})", figure.printed(), interval.method),
        // Why there is none.
        _ if figure.working.is_empty() => figure.printed(),
        _ => format!("{} ({})", figure.printed(), figure.working),
    };
    if matches!(of.percent.value, Value::Words(_)) {
        return format!("{of_all}: too few to say.");
    }
    format!("{of_all}: {}; kappa {}.", shown(&of.percent), shown(&of.kappa))
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
