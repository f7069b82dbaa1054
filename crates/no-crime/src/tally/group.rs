//! The figures of one group of removals.

use rulebook::{Figure, FigureId, Rounding, Value};

use super::{Counts, Settings, meaning};

/// The figures of one group of removals, or of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name: a unit, a month; `all` for all together.
    pub name: String,
    /// `no-crime.removed`: all removals that were looked at.
    pub removed: Figure,
    /// `no-crime.stands`
    pub stands: Figure,
    /// `no-crime.does-not-stand`
    pub does_not_stand: Figure,
    /// `no-crime.cannot-be-told`
    pub cannot_be_told: Figure,
    /// `no-crime.not-covered`
    pub not_covered: Figure,
    /// `no-crime.readings-differ`: they are among the others, by the safe reading.
    pub readings_differ: Figure,
    /// `no-crime.waived`: they are among the others, as they were judged.
    pub waived: Figure,
    /// `no-crime.validity`: those that stand of those that could be judged, with its interval.
    pub validity: Figure,
    /// `no-crime.validity-lowest`: the same if all that cannot be told were wrong.
    pub lowest: Figure,
    /// `no-crime.validity-highest`: the same if all that cannot be told were right.
    pub highest: Figure,
    /// `no-crime.rate`: crimes removed of crimes initially recorded, if that number is supplied.
    pub rate: Option<Figure>,
}

/// Of what figures are told: `["policing-unit", "North"]`, or nothing for all removals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    pub parts: &'a [&'a str],
    pub name: &'a str,
}

impl Told<'_> {
    pub fn figure(&self, what: &str, label: &str, value: Value) -> Figure {
        let mut parts = vec!["no-crime", what];
        parts.extend(self.parts);
        let label = if self.parts.is_empty() { label.to_owned() } else { format!("{}: {label}", self.name) };
        Figure::new(FigureId::of(&parts), label, value).rounded(Rounding::nearest(1))
    }
}

impl Group {
    pub(super) fn of(told: &Told<'_>, counts: &Counts, settings: &Settings) -> Self {
        let count = |what, label: &str, count| told.figure(what, label, Value::Count(count)).unit("removals");
        let possible = counts.judged().saturating_add(counts.cannot_be_told);
        let bound = |what, label: &str, part: u64| {
            let mut figure = told
                .figure(what, label, share(part, possible, settings))
                .working(format!("{part} of {possible}"));
            figure.n = Some(possible);
            figure
        };
        Self {
            name: told.name.to_owned(),
            removed: count("removed", "removals looked at", counts.removed()),
            stands: count("stands", "removals that stand", counts.stands),
            does_not_stand: count("does-not-stand", "removals that do not stand", counts.does_not_stand),
            cannot_be_told: count(
                "cannot-be-told",
                "removals of which it cannot be told, for want of facts",
                counts.cannot_be_told,
            ),
            not_covered: count("not-covered", "removals for whose day no rules are held", counts.not_covered),
            readings_differ: count(
                "readings-differ",
                "removals that another reading of the rules judges otherwise",
                counts.readings_differ,
            ),
            waived: count("waived", "removals of which somebody has answered for a finding", counts.waived),
            validity: validity(told, counts, settings),
            lowest: bound(
                "validity-lowest",
                "lowest possible share that stands: all that cannot be told are wrong",
                counts.stands,
            ),
            highest: bound(
                "validity-highest",
                "highest possible share that stands: all that cannot be told are right",
                counts.stands.saturating_add(counts.cannot_be_told),
            ),
            rate: None,
        }
    }

    /// Every figure of it.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        [
            &self.removed,
            &self.stands,
            &self.does_not_stand,
            &self.cannot_be_told,
            &self.not_covered,
            &self.readings_differ,
            &self.waived,
            &self.validity,
            &self.lowest,
            &self.highest,
        ]
        .into_iter()
        .chain(&self.rate)
    }
}

fn validity(told: &Told<'_>, counts: &Counts, settings: &Settings) -> Figure {
    let judged = counts.judged();
    let label = "removals that stand of those that could be judged";
    let mut figure = told
        .figure("validity", label, share(counts.stands, judged, settings))
        .working(format!("{} of {judged}", counts.stands));
    figure.n = Some(judged);
    if matches!(figure.value, Value::Share { .. }) {
        let meaning = meaning::of(counts, settings.coverage);
        figure.interval = settings.interval.interval(counts.stands, judged, settings.confidence, meaning);
    }
    figure
}

/// A share, or in words that there are too few. Of none at all it is not computable, which says more.
fn share(part: u64, whole: u64, settings: &Settings) -> Value {
    if 0 < whole && whole < settings.least {
        Value::Words(format!("too few to say: {part} of {whole}"))
    } else {
        Value::Share { part, whole }
    }
}
