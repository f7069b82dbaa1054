//! How the line of a measure along time is made, as its definition says.

use calendar::Window;
use chrono::NaiveDate;
use serde::Deserialize;
use statistics::{Baseline, Bounds, ChartKind, Rebase, SignalRule};

use super::{Denominator, MeasureFault, Numerator};

/// How the line along time is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charting {
    /// How centre and limits are made.
    pub kind: ChartKind,
    /// The patterns that are looked for.
    pub signals: Vec<SignalRule>,
    /// The periods of which limits are made, for the stretch that they lie in; all of them without it.
    pub baseline: Option<Freeze>,
    /// The days from which centre and limits begin anew, in order.
    pub rebases: Vec<BeginAnew>,
}

/// The periods of which limits are made; they then hold for what comes after.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Freeze {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Why those; printed.
    pub reason: String,
}

/// A day from which centre and limits begin anew, because the force itself did something that changed its figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginAnew {
    /// The first period that begins on this day or later is the first one of the new line.
    pub on: NaiveDate,
    /// What was done; printed.
    pub reason: String,
}

/// As it is written: what is left out is as usual.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    kind: Option<String>,
    signals: Option<Vec<String>>,
    baseline: Option<Freeze>,
    #[serde(default)]
    rebase: Vec<BeginAnew>,
}

impl Default for Charting {
    /// Of individual rates, since those of whole forces vary by more than chance; with the usual signals and no freezing.
    fn default() -> Self {
        Self {
            kind: ChartKind::Individuals(Bounds::AtLeastZero),
            signals: SignalRule::USUAL.to_vec(),
            baseline: None,
            rebases: Vec::new(),
        }
    }
}

impl Charting {
    /// Reads it for a measure of these parts.
    pub(super) fn of(
        written: Written,
        numerator: &Numerator,
        denominator: &Denominator,
    ) -> Result<Self, MeasureFault> {
        let usual = Self::default();
        let kind = match written.kind {
            None => usual.kind,
            Some(name) => name
                .parse()
                .map_err(|error: statistics::NoSuchChart| MeasureFault::Chart(error.to_string()))?,
        };
        if let Some(why) = unfit(kind, numerator, denominator) {
            return Err(MeasureFault::Chart(format!("a {kind} chart does not fit: {why}")));
        }
        let signals = match written.signals {
            None => usual.signals,
            Some(names) => names
                .iter()
                .map(|name| name.parse())
                .collect::<Result<_, statistics::NoSuchSignalRule>>()
                .map_err(|error| MeasureFault::Chart(error.to_string()))?,
        };
        if let Some(Freeze { from, to, reason }) = &written.baseline {
            if Window::new(*from, *to).is_err() {
                return Err(MeasureFault::Chart(format!(
                    "the baseline ends on {to}, before it begins on {from}"
                )));
            }
            if reason.trim().is_empty() {
                return Err(MeasureFault::Chart(
                    "the baseline has no reason; give one, for it is printed".to_owned(),
                ));
            }
        }
        for (at, BeginAnew { on, reason }) in written.rebase.iter().enumerate() {
            if reason.trim().is_empty() {
                return Err(MeasureFault::Chart(format!(
                    "no reason is given why limits begin anew on {on}; give one, for it is printed"
                )));
            }
            if at
                .checked_sub(1)
                .and_then(|before| written.rebase.get(before))
                .is_some_and(|before| before.on >= *on)
            {
                return Err(MeasureFault::Chart(format!(
                    "limits begin anew on {on}, which does not come after the day before it; put the days in order"
                )));
            }
        }
        Ok(Self { kind, signals, baseline: written.baseline, rebases: written.rebase })
    }

    /// The places of the periods of which limits are made.
    #[must_use]
    pub fn baseline_of(&self, windows: &[Window]) -> Baseline {
        let Some(freeze) = &self.baseline else { return Baseline::All };
        let within = |window: &Window| freeze.from <= window.first() && window.last() <= freeze.to;
        let first = windows.iter().position(within);
        let last = windows.iter().rposition(within);
        first.zip(last).map_or(Baseline::All, |(first, last)| Baseline::Points(first..last + 1))
    }

    /// The places at which limits begin anew.
    #[must_use]
    pub fn rebases_of(&self, windows: &[Window]) -> Vec<Rebase> {
        let mut found: Vec<Rebase> = Vec::new();
        for BeginAnew { on, reason } in &self.rebases {
            let Some(at) = windows.iter().position(|window| window.first() >= *on).filter(|at| *at > 0)
            else {
                continue;
            };
            match found.last_mut() {
                // Two days within one period are one beginning with two reasons.
                Some(before) if before.at == at => before.reason = format!("{}; {reason}", before.reason),
                Some(_) | None => found.push(Rebase { at, reason: reason.clone() }),
            }
        }
        found
    }
}

/// Why a kind of chart says nothing of such a measure.
fn unfit(kind: ChartKind, numerator: &Numerator, denominator: &Denominator) -> Option<&'static str> {
    let share = matches!(denominator, Denominator::Classes { .. } | Denominator::Total { .. });
    match (kind, numerator) {
        (ChartKind::Individuals(_), _) => None,
        (_, Numerator::Score) => Some("a score has no counts behind it; write \"XmR\""),
        (ChartKind::Counts, Numerator::Classes { .. } | Numerator::Total { .. }) => {
            Some("it is of bare counts, and this measure is held against something; write \"u'\" or \"XmR\"")
        }
        (ChartKind::Rates | ChartKind::RatesPrime, _) if share => {
            Some("it is of rates, and this measure is a share; write \"p'\" or \"XmR\"")
        }
        (ChartKind::Proportions | ChartKind::ProportionsPrime, _) if !share => {
            Some("it is of shares, and this measure is a rate; write \"u'\" or \"XmR\"")
        }
        (
            ChartKind::Rates | ChartKind::RatesPrime | ChartKind::Proportions | ChartKind::ProportionsPrime,
            Numerator::Classes { .. } | Numerator::Total { .. },
        ) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn years() -> Vec<Window> {
        (2010..2016)
            .map(|year| {
                Window::new(day(&format!("{year}-04-01")), day(&format!("{}-03-31", year + 1))).unwrap()
            })
            .collect()
    }

    #[test]
    fn days_find_their_periods() {
        let anew = |on: &str, reason: &str| BeginAnew { on: day(on), reason: reason.to_owned() };
        let charting = Charting {
            baseline: Some(Freeze {
                from: day("2011-01-01"),
                to: day("2014-12-31"),
                reason: "calm".to_owned(),
            }),
            rebases: vec![
                anew("2010-04-01", "a"),
                anew("2012-05-01", "b"),
                anew("2013-04-01", "c"),
                anew("2020-01-01", "d"),
            ],
            ..Charting::default()
        };
        // Years from April 2011, 2012 and 2013 lie whole within; the one from April 2014 does not.
        assert_eq!(charting.baseline_of(&years()), Baseline::Points(1..4));
        // The first line begins anyhow; two days lead to April 2013; the last is after all of them.
        assert_eq!(charting.rebases_of(&years()), [Rebase { at: 3, reason: "b; c".to_owned() }]);
        assert_eq!(Charting::default().baseline_of(&years()), Baseline::All);
    }
}
