//! The figures of a comparison, as they may leave the force: small counts are left out with whatever they could be worked out from.

use rulebook::{Figure, FigureId, Value};
use statistics::suppress_list;

use crate::compare::{kind::Kind, tally::Tally};

/// Which kinds may be printed as a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Below this a count above nought is left out.
    pub threshold: u64,
    hidden: Vec<Kind>,
    hidden_totals: Vec<&'static str>,
}

/// A family of kinds whose counts add up to a total.
pub(crate) struct Family {
    pub name: &'static str,
    pub whole: &'static str,
    pub kinds: &'static [Kind],
}

/// The families. A kind may stand in two of them, and is then left out of both.
pub(crate) static FAMILIES: [Family; 5] = [
    Family { name: "due", whole: "crimes due", kinds: &Kind::OF_DUE },
    Family { name: "time", whole: "crimes due that are recorded", kinds: &Kind::OF_TIME },
    Family { name: "recorded", whole: "crimes recorded", kinds: &Kind::OF_RECORDED },
    Family { name: "reclassified", whole: "crimes re-classified", kinds: &Kind::OF_RECLASSIFIED },
    Family { name: "outcomes", whole: "crimes with an outcome", kinds: &Kind::OF_OUTCOME },
];

impl Shown {
    /// Which counts of a tally may be printed.
    ///
    /// Counts that are shared go together: crimes under another log are due and recorded; the crimes matched are those recorded as due, of
    /// a wrong class, transferred and cancelled; the crimes timed are the first two and those under another log. What could be
    /// subtracted along these lines is left out as well.
    #[must_use]
    pub fn of(tally: &Tally, threshold: u64) -> Self {
        let mut shown = Self { threshold, hidden: Vec::new(), hidden_totals: Vec::new() };
        for family in &FAMILIES {
            let counts: Vec<u64> = family.kinds.iter().map(|kind| tally.total(*kind)).collect();
            // A count too large to add up is no count of crimes: all is left out.
            let Ok(list) = suppress_list(&counts, threshold) else {
                shown.hidden.extend(family.kinds);
                shown.hidden_totals.push(family.name);
                continue;
            };
            let hidden = family.kinds.iter().zip(&list.cells).filter(|(_, out)| **out).map(|(kind, _)| *kind);
            shown.hidden.extend(hidden);
            if list.total {
                shown.hidden_totals.push(family.name);
            }
        }
        shown.close(tally);
        shown
    }

    /// Leaves out what is tied to something left out, until nothing more follows.
    fn close(&mut self, tally: &Tally) {
        // What is hidden in one family must not be read off another in which it, or its parts, are shown.
        let ties: [(&[Kind], &[Kind]); 2] = [
            (&[Kind::Matched], &[Kind::RecordedAsDue, Kind::WrongClass, Kind::Transferred, Kind::Cancelled]),
            (&Kind::OF_TIME, &[Kind::RecordedAsDue, Kind::WrongClass, Kind::UnderAnotherLog]),
        ];
        loop {
            let before = self.hidden.len() + self.hidden_totals.len();
            for (one, other) in ties {
                // One unknown among all the terms of a sum is no unknown: the largest shown one goes with it.
                let terms = || one.iter().chain(other).filter(|kind| tally.total(**kind) > 0);
                let unknown = terms().filter(|kind| self.hides(**kind)).count();
                let sum: u64 = terms().filter(|kind| self.hides(**kind)).map(|kind| tally.total(*kind)).sum();
                if unknown == 1 || (unknown > 1 && sum < self.threshold) {
                    let more =
                        terms().filter(|kind| !self.hides(**kind)).max_by_key(|kind| tally.total(**kind));
                    self.hidden.extend(more);
                }
            }
            for family in &FAMILIES {
                let of = || family.kinds.iter().filter(|kind| tally.total(**kind) > 0);
                let unknown = of().filter(|kind| self.hides(**kind)).count();
                if unknown == 1 && !self.hidden_totals.contains(&family.name) {
                    match of().filter(|kind| !self.hides(**kind)).min_by_key(|kind| tally.total(**kind)) {
                        Some(more) => self.hidden.push(*more),
                        None => self.hidden_totals.push(family.name),
                    }
                }
            }
            if self.hidden.len() + self.hidden_totals.len() == before {
                return;
            }
        }
    }

    /// Whether the count of a kind is left out.
    #[must_use]
    pub fn hides(&self, kind: Kind) -> bool {
        self.hidden.contains(&kind)
    }

    fn hides_total(&self, family: &Family) -> bool {
        self.hidden_totals.contains(&family.name)
    }
}

/// The figures of a comparison: the counts of each kind, and the shares a board asks for. They are those of the whole extract, so none has
/// an interval of sampling. `because` says why the totals are withheld, if a row was rejected.
#[must_use]
pub fn figures(tally: &Tally, shown: &Shown) -> Vec<Figure> {
    let withheld = withheld(tally);
    let mut figures = Vec::new();
    for family in &FAMILIES {
        let whole: u64 = tally.sum(family.kinds);
        let id = FigureId::of(&["comparison", family.name, "total"]);
        let value = printable(Value::Count(whole), shown.hides_total(family), withheld.as_deref());
        figures.push(Figure::new(id, family.whole, value).unit("crimes"));
        for kind in family.kinds {
            let id = FigureId::of(&["comparison", family.name, kind.words()]);
            let hidden = shown.hides(*kind);
            let value = printable(Value::Count(tally.total(*kind)), hidden, withheld.as_deref());
            figures
                .push(Figure::new(id, format!("{}: {}", family.whole, kind.words()), value).unit("crimes"));
        }
    }
    let recorded = [Kind::RecordedAsDue, Kind::WrongClass, Kind::UnderAnotherLog];
    let settled = [
        Kind::RecordedAsDue,
        Kind::WrongClass,
        Kind::UnderAnotherLog,
        Kind::NotRecorded,
        Kind::Transferred,
        Kind::Cancelled,
    ];
    let shares: [(&str, &str, &[Kind], &[Kind]); 4] = [
        (
            "recorded",
            "crimes recorded of those due whose limit has passed or that are recorded",
            &recorded,
            &settled,
        ),
        (
            "right class",
            "crimes recorded under the class that is due, of those due and recorded from the same report",
            &[Kind::RecordedAsDue],
            &[Kind::RecordedAsDue, Kind::WrongClass],
        ),
        (
            "in time",
            "crimes recorded in time, of those of which it can be told",
            &[Kind::InTime],
            &[Kind::InTime, Kind::Late],
        ),
        (
            "without basis",
            "crimes recorded for which nothing is due, of all recorded",
            &[Kind::WithoutBasis, Kind::Duplicate, Kind::NoIncident],
            &Kind::OF_RECORDED,
        ),
    ];
    for (name, label, part, whole) in shares {
        let (of, all) = (tally.sum(part), tally.sum(whole));
        // A share tells its counts: if one of them, or what is missing to the whole, is left out, so is the share.
        let hidden = part.iter().chain(whole).any(|kind| shown.hides(*kind))
            || small(of, shown.threshold)
            || small(all - of.min(all), shown.threshold);
        let value = printable(Value::Share { part: of, whole: all }, hidden, withheld.as_deref());
        let working = if hidden || withheld.is_some() { String::new() } else { format!("{of} of {all}") };
        figures.push(
            Figure::new(FigureId::of(&["comparison", "share", name]), label, value)
                .rounded(rulebook::Rounding::nearest(1))
                .working(working),
        );
    }
    figures
}

fn small(count: u64, threshold: u64) -> bool {
    0 < count && count < threshold
}

/// Why totals are not to be printed, if a row was rejected.
fn withheld(tally: &Tally) -> Option<String> {
    let [due, recorded] = tally.rejected;
    let [rows_due, rows_recorded] = tally.rows;
    (due + recorded > 0).then(|| {
        format!("{due} of {rows_due} rows of crimes due and {recorded} of {rows_recorded} rows of crimes recorded rejected")
    })
}

fn printable(value: Value, hidden: bool, withheld: Option<&str>) -> Value {
    match (withheld, hidden) {
        (Some(reason), _) => Value::Withheld(reason.to_owned()),
        (None, true) => Value::Suppressed,
        (None, false) => value,
    }
}
