//! The figures of a comparison, as they may leave the force: small counts are left out with whatever they could be worked out from.

use rulebook::{Figure, FigureId, Place, Value};
use statistics::suppress_list;

use crate::compare::{kind::Kind, lateness, settings::Settings, tally::Tally};

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
    /// Which counts of a tally may be printed: no small one, and no other from which a small one could be worked out along the sums that
    /// hold between them.
    ///
    /// Each family adds up to its total. The crimes matched are those recorded as due, of a wrong class, transferred and cancelled; the crimes
    /// timed are the first two of these and those under another log.
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
        // Each turn leaves out one more count or total, so this ends.
        while let Some(told) = shown.told(tally) {
            let sums = shown.sums();
            let least = |sum: &dyn Fn(&Sum) -> bool| {
                let beside = sums.iter().filter(|one| sum(one)).flat_map(|one| one.terms.iter());
                let beside = beside.map(|(kind, _)| *kind);
                let beside = beside.filter(|kind| tally.total(*kind) > 0 && !shown.hides(*kind));
                beside.min_by_key(|kind| (tally.total(*kind), *kind))
            };
            // Beside it, or else beside another through which it can be worked out.
            let more = least(&|sum| sum.holds(told))
                .or_else(|| least(&|sum| sum.terms.iter().any(|(kind, _)| shown.hides(*kind))));
            if let Some(kind) = more {
                shown.hidden.push(kind);
                continue;
            }
            // Nothing is left beside it: a total goes.
            let family = FAMILIES.iter().find(|family| {
                !shown.hides_total(family) && family.kinds.iter().any(|kind| shown.hides(*kind))
            });
            match family {
                Some(family) => shown.hidden_totals.push(family.name),
                None => return shown,
            }
        }
        shown
    }

    /// The sums that a reader knows to hold.
    fn sums(&self) -> Vec<Sum> {
        let families = FAMILIES.iter().filter(|family| !self.hides_total(family));
        let families =
            families.map(|family| Sum { terms: family.kinds.iter().map(|kind| (*kind, 1)).collect() });
        let tie = |one: &[Kind], other: &[Kind]| Sum {
            terms: one.iter().map(|kind| (*kind, 1)).chain(other.iter().map(|kind| (*kind, -1))).collect(),
        };
        families
            .chain([
                tie(
                    &[Kind::Matched],
                    &[Kind::RecordedAsDue, Kind::WrongClass, Kind::Transferred, Kind::Cancelled],
                ),
                tie(&Kind::OF_TIME, &[Kind::RecordedAsDue, Kind::WrongClass, Kind::UnderAnotherLog]),
            ])
            .collect()
    }

    /// A count that is left out, and can be worked out from what is shown.
    fn told(&self, tally: &Tally) -> Option<Kind> {
        // What is nought is shown.
        let unknown: Vec<Kind> =
            Kind::ALL.into_iter().filter(|kind| self.hides(*kind) && tally.total(*kind) > 0).collect();
        let rows: Vec<Vec<i128>> =
            self.sums().iter().map(|sum| unknown.iter().map(|kind| sum.of(*kind)).collect()).collect();
        let solved = solved_for(rows, unknown.len());
        solved.first().and_then(|at| unknown.get(*at)).copied()
    }

    /// Whether the count of a kind is left out.
    #[must_use]
    pub fn hides(&self, kind: Kind) -> bool {
        self.hidden.contains(&kind)
    }

    fn hides_total(&self, family: &Family) -> bool {
        self.hides_total_of(family.name)
    }

    /// Whether the total of the family of this name is left out.
    pub(crate) fn hides_total_of(&self, family: &str) -> bool {
        self.hidden_totals.contains(&family)
    }
}

/// A sum of counts whose result a reader knows.
struct Sum {
    terms: Vec<(Kind, i128)>,
}

impl Sum {
    fn of(&self, kind: Kind) -> i128 {
        self.terms.iter().filter(|(term, _)| *term == kind).map(|(_, sign)| sign).sum()
    }

    fn holds(&self, kind: Kind) -> bool {
        self.of(kind) != 0
    }
}

/// Which unknowns a system of equations determines: each equation is the list of its coefficients. Elimination in whole numbers.
fn solved_for(mut rows: Vec<Vec<i128>>, unknowns: usize) -> Vec<usize> {
    let mut done = 0;
    for column in 0..unknowns {
        let at = |row: &Vec<i128>| row.get(column).copied().unwrap_or_default();
        let Some(pivot) = (done..rows.len()).find(|row| rows.get(*row).is_some_and(|row| at(row) != 0))
        else {
            continue;
        };
        rows.swap(done, pivot);
        let Some(chosen) = rows.get(done).cloned() else { continue };
        for (number, row) in rows.iter_mut().enumerate() {
            let (ours, theirs) = (at(row), at(&chosen));
            if number != done && ours != 0 {
                for (cell, other) in row.iter_mut().zip(&chosen) {
                    *cell = *cell * theirs - other * ours;
                }
            }
        }
        done += 1;
    }
    let alone = |row: &&Vec<i128>| row.iter().filter(|cell| **cell != 0).count() == 1;
    rows.iter().filter(alone).filter_map(|row| row.iter().position(|cell| *cell != 0)).collect()
}

/// The figures of a comparison: the counts of each kind, and the shares a board asks for. They are those of the whole extract, so none has
/// an interval of sampling. If a row was rejected they are withheld.
#[must_use]
pub fn figures(tally: &Tally, shown: &Shown, settings: &Settings) -> Vec<Figure> {
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
    let missing = [Kind::RecordedAsDue, Kind::WrongClass, Kind::UnderAnotherLog, Kind::NotRecorded];
    let shares: [(&str, &str, &[Kind], &[Kind]); 5] = [
        (
            "recorded",
            "crimes recorded of those due whose limit has passed or that are recorded",
            &recorded,
            &settled,
        ),
        ("recorded or not", "crimes recorded, of those recorded and those not", &recorded, &missing),
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
    figures.extend(lateness::figures(tally, shown));
    // Every figure rests on all of the extracts.
    for figure in &mut figures {
        figure.origin = settings.files.iter().map(Place::file).collect();
    }
    figures
}

fn small(count: u64, threshold: u64) -> bool {
    0 < count && count < threshold
}

/// Why totals are not to be printed, if a row was rejected.
pub(crate) fn withheld(tally: &Tally) -> Option<String> {
    let [due, recorded] = tally.rejected;
    let [rows_due, rows_recorded] = tally.rows;
    (due + recorded > 0).then(|| {
        format!("{due} of {rows_due} rows of crimes due and {recorded} of {rows_recorded} rows of crimes recorded rejected")
    })
}

/// A value, or what is printed in its place.
pub(crate) fn printable(value: Value, hidden: bool, withheld: Option<&str>) -> Value {
    match (withheld, hidden) {
        (Some(reason), _) => Value::Withheld(reason.to_owned()),
        (None, true) => Value::Suppressed,
        (None, false) => value,
    }
}

#[cfg(test)]
mod tests;
