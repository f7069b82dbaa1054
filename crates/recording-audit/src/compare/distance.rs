//! How far a crime recorded is from a crime due.

use std::collections::BTreeSet;

use crate::compare::{
    classes::Classes,
    rows::{Due, Recorded, Status},
};

/// What it costs to leave a crime due and a crime recorded without each other. Whatever is farther apart is not matched.
pub(crate) const APART: u32 = 150;

/// What a record costs that no longer counts: one that counts is preferred unless it stands in another group and nothing else fits.
const TRANSFERRED: u32 = 50;
const CANCELLED: u32 = 110;

/// Class, victim, offender and day, each a distance in the sense of mathematics, added up: nought for the same, and never shorter by way of
/// a third. What is missing lies half way between all that could stand there. On this rests that the same are matched with the
/// same before anything else is looked at (see `pairing`).
pub(crate) fn distance(due: &Due<'_>, recorded: &Recorded<'_>, classes: &Classes) -> u32 {
    class(due, recorded, classes)
        + victims(due.victims, recorded.victims)
        + text(due.offender, recorded.offender, 10)
        + days(due.day, recorded.day)
}

/// What the status of a record adds.
pub(crate) const fn status(recorded: &Recorded<'_>) -> u32 {
    match recorded.status {
        Status::Recorded => 0,
        Status::Transferred => TRANSFERRED,
        Status::Cancelled => CANCELLED,
    }
}

/// Whether nothing at all is different: the distance is nought, seen at once.
pub(crate) fn same(due: &Due<'_>, recorded: &Recorded<'_>) -> bool {
    // What tells the crimes of one report apart soonest comes first.
    due.day == recorded.day
        && victims(due.victims, recorded.victims) == 0
        && due.class.eq_ignore_ascii_case(recorded.class)
        && due.subcode == recorded.subcode
        && due.offender == recorded.offender
}

fn class(due: &Due<'_>, recorded: &Recorded<'_>, classes: &Classes) -> u32 {
    if due.class.eq_ignore_ascii_case(recorded.class) {
        return text(due.subcode, recorded.subcode, 2);
    }
    match (classes.group(due.class), classes.group(recorded.class)) {
        (Some(one), Some(other)) if one == other => 40,
        _ => 100,
    }
}

fn text(one: &str, other: &str, far: u32) -> u32 {
    match (one, other) {
        (one, other) if one == other => 0,
        ("", _) | (_, "") => far / 2,
        _ => far,
    }
}

/// The share of victims that they do not have in common, of 120.
pub(crate) fn victims(one: &str, other: &str) -> u32 {
    if one == other {
        return 0;
    }
    if !one.is_empty() && !other.is_empty() && !one.contains(';') && !other.contains(';') {
        return 120;
    }
    let (one, other) = (listed(one), listed(other));
    if one == other {
        return 0;
    }
    if one.is_empty() || other.is_empty() {
        return 60;
    }
    let all = one.union(&other).count();
    let apart = all - one.intersection(&other).count();
    // Rounded up: rounding up keeps ways round from being shorter.
    u32::try_from((120 * apart).div_ceil(all)).unwrap_or(120)
}

/// The victims of a cell.
pub(crate) fn listed(cell: &str) -> BTreeSet<&str> {
    cell.split(';').map(str::trim).filter(|name| !name.is_empty()).collect()
}

fn days(one: Option<i64>, other: Option<i64>) -> u32 {
    match (one, other) {
        (Some(one), Some(other)) => u32::try_from(one.abs_diff(other).min(30)).unwrap_or(30),
        (None, None) => 0,
        (Some(_), None) | (None, Some(_)) => 15,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn victims_are_never_nearer_by_way_of_others(sets in proptest::array::uniform3(proptest::collection::vec("[a-e]", 0..5))) {
            let [one, two, three] = sets.map(|set| set.join("; "));
            proptest::prop_assert_eq!(victims(&one, &two), victims(&two, &one));
            proptest::prop_assert!(victims(&one, &three) <= victims(&one, &two) + victims(&two, &three));
        }

        #[test]
        fn days_and_words_neither(all in proptest::array::uniform3(proptest::option::of(0..80_i64))) {
            let [a, b, c] = all;
            proptest::prop_assert!(days(a, c) <= days(a, b) + days(b, c));
            let [a, b, c] = all.map(|day| day.map_or(String::new(), |day| (day % 3).to_string()));
            proptest::prop_assert!(text(&a, &c, 10) <= text(&a, &b, 10) + text(&b, &c, 10));
        }
    }
}
