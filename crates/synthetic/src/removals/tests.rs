//! What must hold of every invented year.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn column<'a>(table: &'a str, name: &str) -> Vec<&'a str> {
    // The one cell with a comma stands in quotation marks.
    let cells = |line: &'a str| -> Vec<&'a str> {
        match line.split_once("\"Synthetic, invented\"") {
            Some((before, after)) => before
                .split(',')
                .rev()
                .skip(1)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .chain(after.split(','))
                .collect(),
            None => line.split(',').collect(),
        }
    };
    let mut lines = table.lines();
    let at = cells(lines.next().unwrap()).iter().position(|cell| *cell == name).unwrap();
    lines.map(|line| cells(line)[at]).collect()
}

#[test]
fn every_fault_is_planted_five_times_at_least() {
    let year = year(3, A_YEAR);
    assert_eq!(column(&year.removals_csv, "record").len() as u64, A_YEAR);
    let mut planted: BTreeMap<&str, u64> = BTreeMap::new();
    for fault in column(&year.truth_csv, "fault") {
        *planted.entry(fault).or_default() += 1;
    }
    for fault in Fault::all() {
        assert!(planted[fault.name] >= 5, "{}: {}", fault.name, planted[fault.name]);
    }
    // One group in seven: with circles and twins under a sixth of all rows.
    let faulty: u64 = Fault::all().map(|fault| planted[fault.name]).sum();
    assert!((A_YEAR / 8..A_YEAR / 6).contains(&faulty), "{faulty}");
}

#[test]
fn names_are_given_once() {
    let names: BTreeSet<&str> = Fault::all().map(|fault| fault.name).collect();
    assert_eq!(names.len(), Fault::all().count());
}

#[test]
fn a_year_is_the_same_each_time_and_says_that_it_is_invented() {
    let one = year(5, 900);
    assert_eq!(one, year(5, 900));
    assert_ne!(one, year(6, 900));
    assert!(one.removals_csv.lines().skip(1).all(|row| row.starts_with("SYN")));
    assert!(one.removals_csv.lines().skip(1).all(|row| row.contains("\"Synthetic, invented\"")));
    let columns = HEADER.split(',').count();
    assert!(one.removals_csv.lines().skip(1).all(|row| row.split(',').count() == columns + 1));
    assert!(one.truth_csv.lines().skip(1).all(|row| row.starts_with("yes,")));
}

#[test]
fn what_is_sound_happened_in_order_and_away_from_the_end_of_the_year() {
    let mut draw = Draw::seeded(4);
    for number in 0..3_000 {
        let kind = any_kind(&mut draw);
        let row = sound(&mut draw, kind, number.to_string());
        let text = |when: row::When| when.to_string();
        let (recorded, removed) = (text(row.recorded), text(row.removed));
        assert!(recorded < removed, "{row:?}");
        assert!(removed.as_str() >= "2026-04-10" && removed.as_str() < "2027-03-25", "{removed}");
        for when in [row.information_available, row.victim_told_at, row.outcome_on] {
            let when = text(when);
            assert!(when.is_empty() || (recorded < when && when < removed), "{row:?}");
        }
        // No outcome in the four weeks before.
        if !row.outcome.is_empty() {
            assert!(text(row.outcome_on.days(29)) <= removed, "{row:?}");
        }
    }
}

#[test]
fn grounds_are_shared_out_as_the_documentation_says() {
    let mut draw = Draw::seeded(8);
    let mut seen: BTreeMap<&str, i64> = BTreeMap::new();
    for _ in 0..20_000 {
        let kind = any_kind(&mut draw);
        *seen.entry(sound(&mut draw, kind, String::new()).ground).or_default() += 1;
    }
    // Binomial with n = 20,000: the largest standard deviation, of 45 in 100, is 70; five of them either way.
    for (ground, share) in [("C2", 9_000), ("C3", 5_000), ("C4", 3_600), ("C1", 1_800), ("C5", 600)] {
        assert!((seen[ground] - share).abs() < 350, "{ground}: {}", seen[ground]);
    }
}

#[test]
fn a_duplicate_names_a_live_crime_unless_that_is_its_fault() {
    let year = year(9, A_YEAR);
    let (crimes, status) = (column(&year.crimes_csv, "crime"), column(&year.crimes_csv, "status"));
    assert_eq!(crimes.iter().collect::<BTreeSet<_>>().len(), crimes.len());
    let status: BTreeMap<&str, &str> = crimes.into_iter().zip(status).collect();
    let truth: BTreeMap<&str, &str> =
        column(&year.truth_csv, "record").into_iter().zip(column(&year.truth_csv, "fault")).collect();
    let rows =
        column(&year.removals_csv, "record").into_iter().zip(column(&year.removals_csv, "other_record"));
    for (record, other) in rows.filter(|(_, other)| !other.is_empty()) {
        let live = status.get(other) == Some(&"recorded");
        let planted = matches!(
            truth[record],
            "other-not-live" | "other-not-there" | "other-removed" | "circle-of-two" | "circle-of-three"
        );
        assert_ne!(live, planted, "{record} {other}");
    }
}
