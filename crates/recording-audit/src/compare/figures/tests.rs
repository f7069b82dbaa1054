//! What is left out stays out, whoever subtracts.

use std::collections::BTreeMap;

use super::*;
use crate::compare::{Settings, summary_tables, tally::Dimension};

/// A tally with so many of each kind, spread over some units, that keeps the sums between kinds.
fn tally(counts: &[u64], units: u64) -> Tally {
    let mut tally = Tally::default();
    let mut turn = 0;
    let mut add = |tally: &mut Tally, kinds: &[Kind], n: u64| {
        for _ in 0..n {
            turn += 1;
            let unit = format!("unit {}", turn % units);
            let at = tally.at(["store", &unit, "", "", "2026-05"]);
            for kind in kinds {
                tally.count(at, *kind);
            }
        }
    };
    let mut counts = counts.iter().copied();
    let mut next = || counts.next().unwrap_or_default();
    for time in Kind::OF_TIME {
        add(&mut tally, &[Kind::RecordedAsDue, Kind::Matched, time], next());
        add(&mut tally, &[Kind::WrongClass, Kind::Matched, time], next());
        add(&mut tally, &[Kind::UnderAnotherLog, time], next());
    }
    for due in [Kind::Transferred, Kind::Cancelled] {
        add(&mut tally, &[due, Kind::Matched], next());
    }
    for alone in [
        Kind::NotRecorded,
        Kind::WithinLimit,
        Kind::WithoutBasis,
        Kind::Duplicate,
        Kind::NoIncident,
        Kind::NotDecided,
        Kind::OutOfCount,
        Kind::ReclassifiedUp,
        Kind::ReclassifiedDown,
        Kind::OutcomeAllowed,
        Kind::OutcomeNotAllowed,
    ] {
        add(&mut tally, &[alone], next());
    }
    tally
}

/// Everything that is printed as a number, by its heading: of figures and of the totals of all tables.
fn printed(tally: &Tally, shown: &Shown) -> BTreeMap<String, u64> {
    let settings = Settings::new(rulebook::day(2026, 6, 1), &["due.csv"], "crimes.csv");
    let mut printed: BTreeMap<String, u64> = figures(tally, shown, &settings)
        .iter()
        .filter_map(|figure| Some((figure.label.clone(), figure.exact().parse().ok()?)))
        .collect();
    for (name, rows) in summary_tables(tally, shown, &settings) {
        let (header, rows) = rows.split_first().unwrap();
        for row in rows.iter().filter(|row| row[0] == "total") {
            for (heading, cell) in header.iter().zip(row).skip(1) {
                if let Ok(count) = cell.parse() {
                    printed.insert(format!("{name}: {heading}"), count);
                }
            }
        }
    }
    printed
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    #[test]
    fn no_small_count_can_be_worked_out(
        counts in proptest::collection::vec(proptest::prop_oneof![0..7_u64, 0..40_u64], 22),
        units in 1..4_u64,
    ) {
        let tally = tally(&counts, units);
        let shown = Shown::of(&tally, 5);
        let unknown: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| shown.hides(*kind) && tally.total(*kind) > 0).collect();
        for kind in Kind::ALL {
            let count = tally.total(kind);
            proptest::prop_assert!(!(1..5).contains(&count) || shown.hides(kind), "{} is shown", kind.words());
        }
        // Every sum that a reader knows: families whose total is printed, and what the words mean.
        let printed = printed(&tally, &shown);
        let mut sums: Vec<Vec<(Kind, i128)>> = FAMILIES
            .iter()
            .filter(|family| printed.contains_key(family.whole))
            .map(|family| family.kinds.iter().map(|kind| (*kind, 1)).collect())
            .collect();
        sums.push(vec![(Kind::Matched, 1), (Kind::RecordedAsDue, -1), (Kind::WrongClass, -1), (Kind::Transferred, -1), (Kind::Cancelled, -1)]);
        sums.push(vec![(Kind::InTime, 1), (Kind::Late, 1), (Kind::TimeNotTold, 1), (Kind::RecordedAsDue, -1), (Kind::WrongClass, -1), (Kind::UnderAnotherLog, -1)]);
        let rows = sums
            .iter()
            .map(|sum| unknown.iter().map(|kind| sum.iter().filter(|(k, _)| k == kind).map(|(_, sign)| sign).sum()).collect())
            .collect();
        let worked_out = solved_for(rows, unknown.len());
        proptest::prop_assert!(worked_out.is_empty(), "{:?} of {:?}", worked_out, unknown);
        // No table prints a total of what is left out.
        for kind in &unknown {
            for (heading, _) in printed.iter().filter(|(heading, _)| heading.starts_with("by_")) {
                proptest::prop_assert!(!heading.contains(kind.words()) || kind.words() == "cancelled" || kind.words() == "transferred", "{heading}");
            }
        }
    }

    #[test]
    fn equations_are_solved_as_far_as_they_can_be(rows in proptest::collection::vec(proptest::collection::vec(-1..=1_i128, 4), 0..5)) {
        // By trying: an unknown is determined if no vector with a value there is sent to nought by every row.
        let solved = solved_for(rows.clone(), 4);
        for unknown in 0..4 {
            let free = (0..11_i128.pow(4)).any(|code| {
                let vector: Vec<i128> = (0..4).map(|at| code / 11_i128.pow(at) % 11 - 5).collect();
                vector[unknown] != 0
                    && rows.iter().all(|row| row.iter().zip(&vector).map(|(a, b)| a * b).sum::<i128>() == 0)
            });
            proptest::prop_assert_eq!(solved.contains(&unknown), !free);
        }
    }
}

#[test]
fn a_single_small_count_takes_another_with_it() {
    let mut all = vec![0; 22];
    (all[0], all[1], all[11], all[12]) = (100, 2, 50, 60);
    let tally = tally(&all, 1);
    let shown = Shown::of(&tally, 5);
    assert!(shown.hides(Kind::WrongClass));
    let hidden = Kind::OF_DUE.iter().filter(|kind| shown.hides(**kind)).count();
    assert!(hidden >= 2);
    assert_eq!(tally.by(Dimension::PolicingUnit).len(), 1);
}
