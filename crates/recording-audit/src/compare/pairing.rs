//! Which crime recorded stands for which crime due of the same report.

use crate::compare::{
    assignment::cheapest,
    classes::Classes,
    distance::{APART, distance, same, status},
    rows::{Due, Recorded, Status},
};
use calendar::moment::Moment;

/// So many crimes of one report, of those that do not agree in everything, are still matched exactly.
pub(crate) const MOST: usize = 250;

/// For each crime due, the crime recorded that stands for it.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    /// By the number of the crime due.
    pub of_due: Vec<Option<usize>>,
    /// By the number of the crime recorded, whether it is taken.
    pub taken: Vec<bool>,
    /// That there were too many to be matched as an assignment.
    pub too_many: bool,
}

/// Matches the crimes of one report into `pairs` so that the distances come to the least; what is farther apart than [`APART`] is left without each
/// other.
///
/// First those that agree in everything are matched. This costs nothing: distances are never shorter by way of a third, so if the cheapest
/// assignment gave two that agree to others, giving them to each other and the others to each other would cost no more. What is left is given
/// to the Hungarian method. The answer does not depend on the order of the rows, but for rows that nothing tells apart.
pub(crate) fn pairs(due: &[Due<'_>], recorded: &[Recorded<'_>], classes: &Classes, pairs: &mut Pairs) {
    pairs.of_due.clear();
    pairs.of_due.resize(due.len(), None);
    pairs.taken.clear();
    pairs.taken.resize(recorded.len(), false);
    pairs.too_many = false;
    if let ([one], [other]) = (due, recorded)
        && same(one, other)
        && other.status == Status::Recorded
    {
        pairs.of_due.fill(Some(0));
        pairs.taken.fill(true);
        return;
    }
    exact(due, recorded, pairs);
    if pairs.of_due.iter().all(Option::is_some) {
        return;
    }
    let mut open_due: Vec<usize> = (0..due.len()).filter(|at| is_open(&pairs.of_due, *at)).collect();
    let mut open: Vec<usize> =
        (0..recorded.len()).filter(|at| pairs.taken.get(*at).is_some_and(|taken| !taken)).collect();
    if open_due.is_empty() || open.is_empty() {
        return;
    }
    // So that the order of the rows decides nothing.
    open_due.sort_by_key(|at| {
        due.get(*at).map(|due| (due.class, due.subcode, due.victims, due.day, due.deadline))
    });
    open.sort_by_key(|at| recorded.get(*at).map(order));
    if open_due.len() > MOST || open.len() > MOST {
        pairs.too_many = true;
        class_by_class(due, recorded, &open_due, &open, pairs);
        return;
    }
    let costs: Vec<Vec<u32>> = open_due
        .iter()
        .filter_map(|at| due.get(*at))
        .map(|due| {
            let near = open
                .iter()
                .filter_map(|at| recorded.get(*at))
                .map(|recorded| (distance(due, recorded, classes) + status(recorded)).min(APART));
            // One column for each crime due in which it is left alone.
            near.chain(std::iter::repeat_n(APART, open_due.len())).collect()
        })
        .collect();
    for ((row, column), costs) in open_due.iter().zip(cheapest(&costs)).zip(&costs) {
        let near = costs.get(column).is_some_and(|cost| *cost < APART);
        if let Some(at) = open.get(column).filter(|_| near) {
            give(pairs, *row, *at);
        }
    }
}

/// Of records that nothing else tells apart, the one that counts comes first, then the earlier.
pub(crate) fn order<'a>(recorded: &Recorded<'a>) -> (Status, Option<Moment>, &'a str, u64) {
    (recorded.status, recorded.at, recorded.crime, recorded.record.line)
}

fn exact(due: &[Due<'_>], recorded: &[Recorded<'_>], pairs: &mut Pairs) {
    // Row by row for a few; by order for the many accounts of one fraud.
    if due.len().saturating_mul(recorded.len()) <= MOST * MOST {
        let mut by_age: Vec<usize> = (0..recorded.len()).collect();
        if recorded.len() > 1 {
            by_age.sort_by_key(|at| recorded.get(*at).map(order));
        }
        let mut first: Vec<usize> = (0..due.len()).collect();
        if due.len() > 1 {
            first.sort_by_key(|at| due.get(*at).map(|due| due.deadline));
        }
        for one in first {
            let found = by_age.iter().copied().find(|at| {
                pairs.taken.get(*at).is_some_and(|taken| !taken)
                    && recorded.get(*at).is_some_and(|recorded| {
                        recorded.status == Status::Recorded
                            && due.get(one).is_some_and(|due| same(due, recorded))
                    })
            });
            if let Some(other) = found {
                give(pairs, one, other);
            }
        }
        return;
    }
    let due_by: Vec<usize> = sorted(due.len(), |at| due.get(at).map(|due| (key_of_due(due), due.deadline)));
    let recorded_by: Vec<usize> =
        sorted(recorded.len(), |at| recorded.get(at).map(|recorded| (key_of(recorded), order(recorded))));
    let live: Vec<usize> = recorded_by
        .into_iter()
        .filter(|at| recorded.get(*at).is_some_and(|recorded| recorded.status == Status::Recorded))
        .collect();
    side_by_side(&due_by, &live, |at| due.get(at).map(key_of_due), |at| recorded.get(at).map(key_of), pairs);
}

/// Too many for an assignment: those of one class, in the order of their victims and days.
fn class_by_class(
    due: &[Due<'_>],
    recorded: &[Recorded<'_>],
    open_due: &[usize],
    open: &[usize],
    pairs: &mut Pairs,
) {
    let class_of_due = |at: usize| due.get(at).map(|due| due.class.to_ascii_uppercase());
    let class_of = |at: usize| recorded.get(at).map(|recorded| recorded.class.to_ascii_uppercase());
    let mut one: Vec<usize> = open_due.to_vec();
    one.sort_by_key(|at| (class_of_due(*at), due.get(*at).map(|due| (due.victims, due.day))));
    let mut other: Vec<usize> = open.to_vec();
    other.sort_by_key(|at| {
        (class_of(*at), recorded.get(*at).map(|recorded| (recorded.victims, recorded.day)))
    });
    side_by_side(&one, &other, class_of_due, class_of, pairs);
}

/// Gives to each other what has the same key, in the order of two sorted lists.
fn side_by_side<K: Ord>(
    one: &[usize],
    other: &[usize],
    key_of_one: impl Fn(usize) -> Option<K>,
    key_of_other: impl Fn(usize) -> Option<K>,
    pairs: &mut Pairs,
) {
    let (mut one, mut other) = (one.iter().copied().peekable(), other.iter().copied().peekable());
    while let (Some(a), Some(b)) = (one.peek().copied(), other.peek().copied()) {
        match key_of_one(a).cmp(&key_of_other(b)) {
            std::cmp::Ordering::Less => {
                one.next();
            }
            std::cmp::Ordering::Greater => {
                other.next();
            }
            std::cmp::Ordering::Equal => {
                give(pairs, a, b);
                one.next();
                other.next();
            }
        }
    }
}

type Key<'a> = (String, &'a str, Option<i64>, &'a str, Vec<&'a str>);

fn key_of_due<'a>(due: &Due<'a>) -> Key<'a> {
    key(due.class, due.subcode, due.day, due.offender, due.victims)
}

fn key_of<'a>(recorded: &Recorded<'a>) -> Key<'a> {
    key(recorded.class, recorded.subcode, recorded.day, recorded.offender, recorded.victims)
}

fn key<'a>(class: &str, subcode: &'a str, day: Option<i64>, offender: &'a str, victims: &'a str) -> Key<'a> {
    let victims = crate::compare::distance::listed(victims).into_iter().collect();
    (class.to_ascii_uppercase(), subcode, day, offender, victims)
}

fn sorted<K: Ord>(n: usize, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut all: Vec<usize> = (0..n).collect();
    all.sort_by_cached_key(|at| key(*at));
    all
}

fn is_open(of_due: &[Option<usize>], at: usize) -> bool {
    of_due.get(at).is_some_and(Option::is_none)
}

fn give(pairs: &mut Pairs, one: usize, other: usize) {
    if let (Some(place), Some(taken)) = (pairs.of_due.get_mut(one), pairs.taken.get_mut(other)) {
        *place = Some(other);
        *taken = true;
    }
}

#[cfg(test)]
mod tests;
