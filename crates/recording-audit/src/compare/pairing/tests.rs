//! What is matched is the cheapest, whatever the order of the rows.

use table::extract::{Record, Records, Shape};

use super::*;
use crate::compare::cases::Facts;

/// A crime as the numbers of its class, victim, day and status.
type Crime = (usize, usize, usize, usize);

fn rows(crimes: &[Crime], header: &str, row: impl Fn(usize, &Crime) -> String) -> Vec<String> {
    std::iter::once(header.to_owned())
        .chain(crimes.iter().enumerate().map(|(at, crime)| row(at, crime)))
        .collect()
}

fn facts(due: &[Crime], recorded: &[Crime]) -> Facts {
    let class = |at: usize| ["8N", "105A", "39", "49"][at % 4];
    let victims = |at: usize| ["", "v1", "v2", "v1; v2"][at % 4];
    let day = |at: usize| ["", "2026-05-01", "2026-05-03"][at % 3];
    let status = |at: usize| ["", "transferred", "cancelled", ""][at % 4];
    Facts {
        due: rows(due, "incident,class,victims,day", |_, (c, v, d, _)| {
            format!("I1,{},{},{}", class(*c), victims(*v), day(*d))
        }),
        recorded: rows(recorded, "crime,incident,class,victims,day,status", |at, (c, v, d, s)| {
            format!("C{at},I1,{},{},{},{}", class(*c), victims(*v), day(*d), status(*s))
        }),
        force: None,
    }
}

fn records(rows: &[String], layout: &'static table::Layout) -> Vec<Record> {
    let text = rows.join("\n") + "\n";
    let shape = Shape::of(layout, "a.csv", text.as_bytes()).unwrap();
    let mut records = Records::new(shape, text.as_bytes(), 0);
    let mut all = Vec::new();
    let mut record = Record::default();
    while records.read(&mut record).unwrap() {
        all.push(record.clone());
    }
    all
}

fn cost(due: &[Due<'_>], recorded: &[Recorded<'_>], classes: &Classes, of_due: &[Option<usize>]) -> u32 {
    let pairs = of_due.iter().zip(due).filter_map(|(other, due)| Some((due, &recorded[(*other)?])));
    let matched: u32 =
        pairs.map(|(due, recorded)| (distance(due, recorded, classes) + status(recorded)).min(APART)).sum();
    // Each side pays half for what is left alone; in halves, so that nothing is rounded.
    let alone = due.len() + recorded.len() - 2 * of_due.iter().flatten().count();
    2 * matched + APART * u32::try_from(alone).unwrap()
}

/// The least cost, by trying every way.
fn least(
    due: &[Due<'_>],
    recorded: &[Recorded<'_>],
    classes: &Classes,
    chosen: &mut Vec<Option<usize>>,
) -> u32 {
    if chosen.len() == due.len() {
        return cost(due, recorded, classes, chosen);
    }
    let mut best = u32::MAX;
    for other in std::iter::once(None).chain((0..recorded.len()).map(Some)) {
        if other.is_none() || !chosen.contains(&other) {
            chosen.push(other);
            best = best.min(least(due, recorded, classes, chosen));
            chosen.pop();
        }
    }
    best
}

proptest::proptest! {
    #[test]
    fn no_other_match_is_cheaper(
        due in proptest::collection::vec((0..4_usize, 0..4_usize, 0..3_usize, 0..1_usize), 0..5),
        recorded in proptest::collection::vec((0..4_usize, 0..4_usize, 0..3_usize, 0..4_usize), 0..5),
    ) {
        let facts = facts(&due, &recorded);
        let (due, recorded) = (records(&facts.due, &crate::compare::DUE), records(&facts.recorded, &crate::compare::RECORDED));
        let due: Vec<Due<'_>> = due.iter().map(|row| Due::read(row).unwrap()).collect();
        let recorded: Vec<Recorded<'_>> = recorded.iter().map(|row| Recorded::read(row).unwrap()).collect();
        let classes = Classes::listed();
        let mut found = Pairs::default();
        pairs(&due, &recorded, &classes, &mut found);
        proptest::prop_assert_eq!(
            cost(&due, &recorded, &classes, &found.of_due),
            least(&due, &recorded, &classes, &mut Vec::new())
        );
    }

    #[test]
    fn the_order_of_the_rows_decides_nothing(
        due in proptest::collection::vec((0..4_usize, 0..4_usize, 0..3_usize, 0..1_usize), 0..7),
        recorded in proptest::collection::vec((0..4_usize, 0..4_usize, 0..3_usize, 0..4_usize), 0..7),
        turn in 0..6_usize,
    ) {
        let told = |facts: &Facts| {
            let mut told: Vec<String> = crate::compare::cases::compared(facts)
                .into_iter()
                .map(|line| line.split(": ").skip(1).collect::<String>())
                .collect();
            told.sort();
            told
        };
        let mut facts = facts(&due, &recorded);
        let before = told(&facts);
        let n = due.len().max(1);
        if !due.is_empty() {
            facts.due[1..].rotate_left(turn % n);
        }
        facts.recorded[1..].reverse();
        proptest::prop_assert_eq!(told(&facts), before);
    }
}

#[test]
fn many_that_agree_are_matched_without_an_assignment() {
    let due: Vec<Crime> = (0..2_000).map(|_| (0, 1, 1, 0)).collect();
    let facts = facts(&due, &due);
    assert_eq!(crate::compare::cases::compared(&facts), ["nothing"]);
}
