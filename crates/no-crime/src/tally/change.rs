//! Removals before a day and since, held against each other.

use chrono::NaiveDate;
use crime::removal::Removal;
use rulebook::{Figure, Interval, Value};
use rust_decimal::Decimal;
use statistics::newcombe;

use super::{Counts, Group, Settings, Split, group::Told};

const BEFORE: &str = "before";
const SINCE: &str = "since";
const UNDATED: &str = "without a day";

/// Removals before a day and since. That the shares differ is no proof that what happened on the day is the cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day on which something changed; it counts as since.
    pub on: NaiveDate,
    /// `no-crime.….change.before`
    pub before: Group,
    /// `no-crime.….change.since`
    pub since: Group,
    /// `no-crime.….change.without-a-day`: in neither.
    pub undated: Group,
    /// `no-crime.change`: the share that stands since less the share before, in percentage points.
    pub difference: Figure,
}

/// On which side of the day a removal lies.
pub(super) fn side(removal: &Removal, day: NaiveDate) -> &'static str {
    match removal.removed.value().and_then(|moment| moment.date()) {
        Some(removed) if removed < day => BEFORE,
        Some(_) => SINCE,
        None => UNDATED,
    }
}

impl Change {
    pub(super) fn of(split: &Split, on: NaiveDate, settings: &Settings) -> Self {
        let counts = |side: &str| split.of.get(side).copied().unwrap_or_default();
        let group = |side: &str| {
            let name = if side == UNDATED { side.to_owned() } else { format!("{side} {on}") };
            Group::of(&Told { parts: &["change", side], name: &name }, &counts(side), settings)
        };
        let (before, since) = (counts(BEFORE), counts(SINCE));
        Self {
            on,
            before: group(BEFORE),
            since: group(SINCE),
            undated: group(UNDATED),
            difference: difference(&before, &since, on, settings),
        }
    }

    /// The three groups.
    #[must_use]
    pub const fn groups(&self) -> [&Group; 3] {
        [&self.before, &self.since, &self.undated]
    }
}

fn difference(before: &Counts, since: &Counts, on: NaiveDate, settings: &Settings) -> Figure {
    let label = format!("change of the share that stands, since {on} less before");
    let told = Told { parts: &[], name: "all" };
    let pair = |counts: &Counts| (counts.stands, counts.judged());
    let words = |counts: &Counts| format!("{} of {}", counts.stands, counts.judged());
    let working = format!("{} less {}", words(since), words(before));
    let few = before.judged() < settings.least.max(1) || since.judged() < settings.least.max(1);
    let number = percent(since).zip(percent(before)).map(|(since, before)| (since - before).round_dp(6));
    let value = match number {
        _ if few => Value::Words(format!("too few to say: {working}")),
        Some(number) => Value::Number(number),
        None => Value::NotKnown,
    };
    let mut figure = told.figure("change", &label, value).unit("percentage points").working(working);
    figure.n = Some(before.judged().saturating_add(since.judged()));
    if matches!(figure.value, Value::Number(_)) {
        let method = format!("Newcombe, {}", settings.confidence);
        let meaning = "The removals before and since are read as two samples that do not know each other, each as if drawn at random from \
             decisions of its kind. If the interval holds 0, they do not show which share is larger. That the shares differ is no proof \
             that what happened on the day is the cause: offences, people and records may have changed too.";
        figure.interval = newcombe(pair(since), pair(before), settings.confidence)
            .and_then(|difference| difference.limits.interval(method, meaning))
            .map(in_points);
    }
    figure
}

/// The share that stands, in percent.
fn percent(counts: &Counts) -> Option<Decimal> {
    (Decimal::from(counts.stands) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(counts.judged()))
}

fn in_points(interval: Interval) -> Interval {
    Interval {
        low: interval.low * Decimal::ONE_HUNDRED,
        high: interval.high * Decimal::ONE_HUNDRED,
        ..interval
    }
}
