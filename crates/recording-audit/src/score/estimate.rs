//! The rates of a stratum and of all strata together, estimated from the cases that count.

use rulebook::{Figure, Interval, Known, Place, Qualifier, Rounding, Value};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use statistics::{Note, SampledClusters, WeightedError, WeightedShare, clustered_share, total_of_failures};

use crate::score::{
    Estimate, Measure, Rate, Settings,
    figure::{Counted, Told, few, too_few},
    stratum::{Stratum, population},
};

/// A share of the whole is kept as so many parts.
const PARTS: u64 = 1_000_000;

/// The rate of one stratum: the plain interval where each case holds one trial at the most, the ratio of clusters elsewhere.
pub(super) fn of_stratum(
    told: &Told<'_>,
    stratum: &Stratum<'_>,
    measure: Measure,
    settings: &Settings,
    cells: Vec<Place>,
) -> Rate {
    let (part, whole) = stratum.counts(measure);
    let left_out = stratum.left_out().map_or_else(String::new, |said| format!(" {said}"));
    let counted = Counted { measure, part: Known::Is(part), whole: Known::Is(whole), cells };
    let withheld = stratum.withheld.as_deref();
    if !stratum.is_clustered(measure) {
        let meaning = format!(
            "For the {} records of the stratum, of which the cases were drawn at random; that they are a part of so many is left \
             out of account, which makes it a little too wide.{left_out}",
            stratum.population
        );
        return told.simple(counted, withheld, settings, meaning);
    }
    let mut rate = told.simple(counted, withheld, settings, String::new());
    if rate.figure.interval.take().is_none() {
        return rate;
    }
    match clustered_share(&[stratum.clusters(measure)], settings.weighted, settings.confidence) {
        Ok(share) => {
            let meaning = format!(
                "For the {} records of the stratum, of which {} were drawn at random without replacement and count; several {}s \
                 of one case stand or fall together, which is allowed for (a ratio of clusters).{left_out}",
                stratum.population,
                share.sampled,
                measure.unit()
            );
            rate.figure.interval = share.limits.interval(method(&share), meaning);
        }
        Err(error) => rate.figure.value = Value::Withheld(told_of(&error, &[stratum])),
    }
    rate
}

/// The rate of all strata together, each weighted by its records.
pub(super) fn together(
    told: &Told<'_>,
    strata: &[Stratum<'_>],
    measure: Measure,
    settings: &Settings,
    cells: Vec<Place>,
) -> Rate {
    let counts = strata.iter().map(|stratum| stratum.counts(measure));
    let (part, whole) = counts.fold((0, 0), |(parts, trials), (part, trial)| (parts + part, trials + trial));
    let label = format!("{}, estimated for all records", measure.label());
    let mut figure = told.figure(measure.id(), &label, Value::NotKnown).from_cells(cells);
    figure.n = Some(whole);
    let names: Vec<&Stratum<'_>> = strata.iter().collect();
    let clusters = clusters(strata, measure);
    let known = (Known::Is(part), Known::Is(whole));
    figure.value = match withheld(strata) {
        Some(reason) => Value::Withheld(reason),
        None if whole == 0 => Value::Share { part: 0, whole: 0 },
        None if too_few(whole, settings) => few(part, whole),
        None => match clustered_share(&clusters, settings.weighted, settings.confidence) {
            Ok(share) => {
                figure.interval = share.limits.interval(method(&share), meaning(&share, strata));
                // Neither all nor none, unless it is so in the sample.
                let parts = match part {
                    0 => 0,
                    part if part == whole => PARTS,
                    _ => parts(share.share).clamp(1, PARTS - 1),
                };
                // Whoever reads the figure back takes part and whole from the beginning.
                figure.working = format!(
                    "{parts} of {PARTS}, each stratum weighted by its records; in the sample {part} of {whole}"
                );
                Value::Share { part: parts, whole: PARTS }
            }
            Err(error) => Value::Withheld(told_of(&error, &names)),
        },
    };
    Rate { measure, part: known.0, whole: known.1, estimate: Estimate::OfTheWhole, figure }
}

/// How many crimes were due and not recorded in the strata, among all their records.
pub(super) fn unrecorded(
    told: &Told<'_>,
    strata: &[&Stratum<'_>],
    settings: &Settings,
    period: &str,
    cells: Vec<Place>,
) -> Figure {
    let population = population(strata.iter().copied());
    let label = format!("crimes due and not recorded among all {population} records {period}");
    let mut figure = told
        .figure("unrecorded", &label, Value::NotKnown)
        .unit("crimes")
        .rounded(Rounding::nearest(0))
        .qualified(Qualifier::About)
        .from_cells(cells);
    let clusters: Vec<SampledClusters> =
        strata.iter().map(|stratum| stratum.clusters(Measure::Compliance)).collect();
    let (recorded, due) = strata
        .iter()
        .map(|stratum| stratum.counts(Measure::Compliance))
        .fold((0, 0), |(parts, trials), (part, trial)| (parts + part, trials + trial));
    figure.n = Some(strata.iter().map(|stratum| stratum.judged.len() as u64).sum());
    figure.working =
        format!("{} of {due} in the sample, each stratum weighted by its records", due - recorded);
    let withheld = strata
        .iter()
        .find_map(|stratum| stratum.withheld.as_ref().map(|reason| format!("{}: {reason}", stratum.name)));
    figure.value = match withheld {
        Some(reason) => Value::Withheld(reason),
        None if too_few(due, settings) => few(due - recorded, due),
        None => match total_of_failures(&clusters, settings.confidence) {
            Ok(total) => {
                let meaning = format!(
                    "For all {population} records {period}, from the cases that count, which were drawn at random by stratum without \
                     replacement; it speaks of no other time."
                );
                let method = format!("MOVER of score limits, {}", settings.confidence);
                figure.interval = total.limits.interval(method, meaning);
                Decimal::try_from(total.value)
                    .map_or(Value::NotKnown, |number| Value::Number(number.round_dp(6)))
            }
            Err(error) => Value::Withheld(told_of(&error, strata)),
        },
    };
    if !matches!(figure.value, Value::Number(_)) {
        figure.qualifier = Qualifier::Exact;
    }
    figure
}

/// The estimate of a period as that of a year with so many records, if the year was like the period.
pub(super) fn in_year(told: &Told<'_>, period: &Figure, population: u64, records: u64) -> Option<Figure> {
    let Value::Number(number) = period.value else { return None };
    let times = Decimal::from(records).checked_div(Decimal::from(population))?;
    let interval = period.interval.as_ref()?;
    let label = format!(
        "crimes due and not recorded among the {records} records of the year, if they are like those of the period"
    );
    let meaning = format!(
        "{} Multiplied by {records} of {population} records: it holds for the year only if the rest of the year was like the period, \
         which nobody has looked at.",
        interval.meaning
    );
    let scaled = |number: Decimal| number.checked_mul(times).map(|number| number.round_dp(6));
    let scaled_interval = Interval {
        low: scaled(interval.low)?,
        high: scaled(interval.high)?,
        method: interval.method.clone(),
        meaning,
    };
    let figure = told
        .figure("unrecorded-in-year", &label, Value::Number(scaled(number)?))
        .unit("crimes")
        .rounded(Rounding::nearest(0))
        .qualified(Qualifier::About)
        .from_cells(period.origin.iter().cloned())
        .working(format!("{} × {records} ÷ {population}", number.round_dp(1)));
    Some(figure.with_interval(period.n.unwrap_or_default(), scaled_interval))
}

fn clusters(strata: &[Stratum<'_>], measure: Measure) -> Vec<SampledClusters> {
    strata.iter().map(|stratum| stratum.clusters(measure)).collect()
}

/// Why nothing is told over all strata, if rows could not be used.
pub(super) fn withheld(strata: &[Stratum<'_>]) -> Option<String> {
    let reasons: Vec<String> = strata
        .iter()
        .filter_map(|stratum| stratum.withheld.as_ref().map(|reason| format!("{}: {reason}", stratum.name)))
        .collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

fn method(share: &WeightedShare) -> String {
    format!("{}, {}", share.method, share.confidence)
}

fn parts(share: f64) -> u64 {
    let parts =
        Decimal::try_from(share).ok().and_then(|share| (share * Decimal::from(PARTS)).round().to_u64());
    parts.unwrap_or_default()
}

fn meaning(share: &WeightedShare, strata: &[Stratum<'_>]) -> String {
    let population = population(strata);
    let mut said = vec![format!(
        "For all {population} records, from {} that were drawn at random by stratum without replacement and count; each stratum is \
         weighted by its records, that the sample is a part of them is allowed for, and so is what records of several crimes have in \
         common (design effect {:.2}).",
        share.sampled, share.design_effect
    )];
    said.extend(strata.iter().filter_map(Stratum::left_out));
    let name = |at: usize| strata.get(at).map_or("", |stratum| stratum.name);
    said.extend(share.notes.iter().map(|note| match *note {
        Note::Complete { stratum } => format!("Every record of {} was looked at.", name(stratum)),
        Note::NoVariation { stratum } => alike(name(stratum)),
        Note::NoTrials { stratum } => none_to_count(name(stratum)),
        Note::NothingVaried => "All came out alike, so each case counts as one.".to_owned(),
    }));
    said.join(" ")
}

/// What is said where all cases of a stratum came out alike.
pub(super) fn alike(stratum: &str) -> String {
    format!("In {stratum} all came out alike, so how much its records differ is not seen.")
}

/// What is said where the cases of a stratum hold nothing that is counted.
pub(super) fn none_to_count(stratum: &str) -> String {
    format!("The cases of {stratum} hold none to count.")
}

/// Why there is no estimate, with the strata by name.
fn told_of(error: &WeightedError, strata: &[&Stratum<'_>]) -> String {
    let name = |at: usize| strata.get(at).map_or("", |stratum| stratum.name);
    match error {
        WeightedError::NotSampled { stratum, population } => {
            format!("{} has {population} records, and no case of it counts", name(*stratum))
        }
        WeightedError::SampleTooLarge { stratum, population, sampled } => {
            format!("{} has {population} records, and {sampled} cases of it count", name(*stratum))
        }
        WeightedError::OneRecord { stratum } => {
            format!("one case of {} counts, which does not show how its records differ", name(*stratum))
        }
        WeightedError::TooManySuccesses { .. } | WeightedError::NoTrials => error.to_string(),
    }
}
