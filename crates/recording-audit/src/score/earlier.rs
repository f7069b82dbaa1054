//! An audit held against an earlier one: by how much the rate changed, and whether the samples show it.

use rulebook::{Known, Place, Rounding, Value};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use serde::Deserialize;
use statistics::{Confidence, Difference, Limits, difference, newcombe};
use table::{Column, Layout, ReadError, Rows, Source};

use crate::score::{Answer, Estimate, Measure, Rate, Rates, Settings, figure::Told};

/// The layout of the rates of an earlier audit: `summary-rates.csv` of its run.
pub static EARLIER: Layout = Layout {
    name: "earlier",
    what: "one row a rate of an earlier audit, as `summary-rates.csv` of its run has them",
    columns: &[
        Column::optional("force", "the force, where several are told of"),
        Column::required("stratum", "the stratum, or `all` for all together"),
        Column::required("what", "the measure, as `compliance`"),
        Column::optional("part", "how many of the whole, in the sample"),
        Column::optional("whole", "of how many, in the sample"),
        Column::optional("printed", "the rate as printed"),
        Column::required("share", "the rate between 0 and 1, or empty"),
        Column::required("low", "the lower limit between 0 and 1, or empty"),
        Column::required("high", "the upper limit between 0 and 1, or empty"),
        Column::required("method", "the method and confidence of the limits"),
        Column::optional("population", "how many records there are"),
        Column::optional("examined", "how many were looked at"),
        Column::optional("label", "the measure in words"),
        Column::optional("source", "who says so"),
    ],
};

/// A rate of an earlier audit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EarlierRate {
    /// The force, where several are told of.
    #[serde(default)]
    pub force: String,
    /// The stratum, or `all`.
    pub stratum: String,
    /// The measure by its name.
    pub what: String,
    /// How many of the whole.
    #[serde(default, deserialize_with = "table::known_count")]
    pub part: Known<u64>,
    /// Of how many.
    #[serde(default, deserialize_with = "table::known_count")]
    pub whole: Known<u64>,
    /// Between 0 and 1.
    #[serde(deserialize_with = "share")]
    pub share: Known<Decimal>,
    /// The lower limit.
    #[serde(deserialize_with = "share")]
    pub low: Known<Decimal>,
    /// The upper limit.
    #[serde(deserialize_with = "share")]
    pub high: Known<Decimal>,
    /// The method and confidence, as `score, 95%`.
    pub method: String,
}

/// A number between 0 and 1.
fn share<'de, D: serde::Deserializer<'de>>(cell: D) -> Result<Known<Decimal>, D::Error> {
    let known = Known::<Decimal>::deserialize(cell)?;
    match known.value().filter(|share| **share < Decimal::ZERO || **share > Decimal::ONE) {
        Some(_) => Err(serde::de::Error::custom("not between 0 and 1")),
        None => Ok(known),
    }
}

/// Reads the rates of an earlier audit.
///
/// # Errors
///
/// [`ReadError`] if the file cannot be read as a table at all.
pub fn read_earlier(source: Source<'_>) -> Result<Rows<EarlierRate>, ReadError> {
    table::read(&EARLIER, source)
}

/// Why two audits cannot be held against each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EarlierError {
    /// Their intervals are not equally sure.
    #[error(
        "{place}: the earlier limits are `{method}`, and these are of {confidence}; score with the confidence of the earlier audit"
    )]
    Confidence {
        /// Where the earlier rate stands.
        place: Place,
        /// Its method and confidence.
        method: String,
        /// The confidence of this audit.
        confidence: Confidence,
    },
}

impl Answer {
    /// Adds by how much the share of crimes recorded changed since an earlier audit, of each force or of all, as `audit.all.change`.
    ///
    /// Of two simple samples by Newcombe from the counts, else by MOVER from the shares and their limits. Where an earlier rate is missing
    /// or left out, so is the change, and the answer says so.
    ///
    /// # Errors
    ///
    /// [`EarlierError`] if the limits are not of the same confidence.
    pub fn held_against(
        &mut self,
        earlier: &Rows<EarlierRate>,
        settings: &Settings,
    ) -> Result<(), EarlierError> {
        self.findings.extend(earlier.findings().cloned());
        let all: Vec<Rates> = self.rates.iter().filter(|rates| rates.stratum.is_none()).cloned().collect();
        for rates in all {
            let Some(now) = rates.rate(Measure::Compliance) else { continue };
            let told = Told { force: rates.force.as_deref(), stratum: None };
            let force = rates.force.as_deref().unwrap_or_default();
            let found = earlier.good.iter().find(|row| {
                let row = &row.value;
                row.force == force && row.stratum == "all" && row.what == Measure::Compliance.id()
            });
            let label = "change of the share of crimes recorded since the earlier audit";
            let mut figure = told.figure("change", label, Value::NotSupplied).unit("percentage points");
            let mut said = format!("{}: the change since the earlier audit cannot be told.", rates.name());
            if let Some(row) = found {
                figure = figure.from_cells([row.place.at("share")]);
                if let Some((change, method, was)) = change(now, &row.value, &row.place, settings)? {
                    let points = |number: f64| {
                        Decimal::try_from(number * 100.0).map(|points| points.round_dp(4)).unwrap_or_default()
                    };
                    figure.value = Value::Number(points(change.value));
                    figure.n = now.whole.value().copied();
                    let limits = Limits { low: change.limits.low * 100.0, high: change.limits.high * 100.0 };
                    let of_now =
                        now.figure.interval.as_ref().map_or("", |interval| interval.meaning.as_str());
                    let meaning = format!(
                        "This share less the earlier one, of two samples that do not know each other; if the interval holds 0, they do not \
                         show which is higher. It is no surer than the two intervals; of the later: {of_now}"
                    );
                    figure.interval = limits.interval(method, meaning);
                    figure.working =
                        format!("{} − {}%", now.figure.printed(), Rounding::nearest(1).round(points(was)));
                    said = told_of(&rates, now, &figure, points(was), change.limits.contains(0.0));
                }
            }
            self.figures.push(figure);
            self.verdicts.push(said);
        }
        Ok(())
    }
}

/// The change, how its interval was made, and what the share was; nothing where one of the two is not known.
fn change(
    now: &Rate,
    earlier: &EarlierRate,
    place: &Place,
    settings: &Settings,
) -> Result<Option<(Difference, String, f64)>, EarlierError> {
    let confidence = settings.confidence;
    let Value::Share { .. } = now.figure.value else { return Ok(None) };
    let Some(was) = earlier.share.value().and_then(Decimal::to_f64) else { return Ok(None) };
    // An estimate over strata carries the counts of its sample too, and its method says that it is none of them.
    let simple =
        statistics::IntervalMethod::ALL.iter().any(|method| earlier.method.starts_with(&method.to_string()));
    if let (Estimate::OfTheSample, true, Known::Is(part), Known::Is(whole), Known::Is(first), Known::Is(of)) =
        (now.estimate, simple, now.part, now.whole, earlier.part, earlier.whole)
        && let Some(change) = newcombe((part, whole), (first, of), confidence)
    {
        return Ok(Some((change, format!("Newcombe, {confidence}"), was)));
    }
    let limit = |known: Known<Decimal>| known.value().and_then(Decimal::to_f64);
    let limits = limit(earlier.low).zip(limit(earlier.high));
    let (Some((low, high)), Some(interval)) = (limits, &now.figure.interval) else { return Ok(None) };
    if !earlier.method.ends_with(&format!(", {confidence}")) {
        return Err(EarlierError::Confidence {
            place: place.at("method"),
            method: earlier.method.clone(),
            confidence,
        });
    }
    let share = now.figure.exact().parse::<Decimal>().ok().and_then(|share| share.to_f64());
    let (Some(share), Some(from), Some(to)) = (share, interval.low.to_f64(), interval.high.to_f64()) else {
        return Ok(None);
    };
    let change = difference((share, Limits { low: from, high: to }), (was, Limits { low, high }));
    Ok(Some((change, format!("MOVER, {confidence}"), was)))
}

fn told_of(rates: &Rates, now: &Rate, figure: &rulebook::Figure, was: Decimal, undecided: bool) -> String {
    let limits = figure.interval_printed().unwrap_or_default();
    let method = figure.interval.as_ref().map_or("", |interval| interval.method.as_str());
    let shows = if undecided {
        "the two samples do not show that it changed"
    } else if matches!(figure.value, Value::Number(points) if points > Decimal::ZERO) {
        "it is higher than it was"
    } else {
        "it is lower than it was"
    };
    format!(
        "{}: {} are {}, and were {}% in the earlier audit: a change of {} percentage points ({limits}, {method}); {shows}.",
        rates.name(),
        Measure::Compliance.label(),
        now.figure.printed(),
        Rounding::nearest(1).round(was),
        figure.printed(),
    )
}

#[cfg(test)]
mod tests;
