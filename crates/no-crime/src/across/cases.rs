//! Worked examples of several records: rows of a table, and what one rule says of them.

use std::collections::BTreeMap;

use crime::{
    Fact,
    removal::{Field, Removal},
};
use proptest::prelude::*;
use rulebook::{Place, RuleId};
use serde::Deserialize;

use super::{Across, CRIMES, Crime, Crimes, Found, Item, Part, Seen};

/// The facts of a case: rows of removals, and rows of all crimes, by column. The rows stand in lines 2, 3 and so on; the cell `rows` makes
/// so many of a row, each with a number of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    removals: Vec<BTreeMap<String, String>>,
    crimes: Option<Vec<BTreeMap<String, String>>>,
}

/// What a rule says of the rows, as `warning: sentence`.
pub(crate) fn found(facts: &Facts, rule: RuleId) -> Vec<String> {
    let (items, crimes) = items(facts);
    let mut part = Part::default();
    for item in items {
        part.add(item);
    }
    Found::of(&part, crimes, &Place::file("removals.csv"))
        .findings
        .into_iter()
        .filter(|finding| finding.rule.id == rule)
        .map(|finding| format!("{}: {}", finding.severity, finding.sentence))
        .collect()
}

fn items(facts: &Facts) -> (Vec<Item<'static>>, Crimes) {
    let mut items = Vec::new();
    let mut line = 2;
    for row in &facts.removals {
        let mut cells = row.clone();
        let copies: u64 = cells.remove("rows").map_or(1, |rows| rows.parse().unwrap());
        for copy in 1..=copies {
            let mut removal = Removal::default();
            for (column, text) in &cells {
                let field: Field = column.parse().unwrap_or_else(|_| panic!("there is no column `{column}`"));
                removal.set(field, text).unwrap();
            }
            if copies > 1 {
                removal.record = format!("{}-{copy}", removal.record);
            }
            items.extend(Item::of_removal(Seen::of(removal, line)));
            line += 1;
        }
    }
    for row in facts.crimes.iter().flatten() {
        let columns: Vec<&str> = CRIMES.columns.iter().map(|column| column.name).collect();
        assert!(row.keys().all(|name| columns.contains(&name.as_str())), "a column of crimes is unknown");
        let crime = Crime::from_cells(|place| row.get(columns[place]).map_or("", String::as_str)).unwrap();
        items.extend(Item::of_crime(crime));
    }
    (items, if facts.crimes.is_some() { Crimes::Given } else { Crimes::NotGiven })
}

/// The same as [`Found::of`], with the work divided and every item through bytes.
fn divided(items: &[Item<'_>], parts: usize, crimes: Crimes, removals: &Place) -> Found {
    let mut bytes = vec![Vec::new(); parts];
    for item in items {
        item.to_bytes(&mut bytes[item.part(parts)]);
    }
    let parts: Vec<Part> = bytes
        .iter()
        .map(|bytes| {
            let mut part = Part::default();
            part.add_bytes(bytes).unwrap();
            part
        })
        .collect();
    let mut threads = [(); 2].map(|()| Across::new(crimes, removals));
    for (number, part) in parts.iter().enumerate() {
        threads[number % 2].learn(part);
    }
    let [mut one, other] = threads;
    one.merge(other);
    one.settle()
}

fn cell(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(words).prop_map(str::to_owned)
}

prop_compose! {
    /// Few numbers, so that they meet.
    fn removal()(
        record in cell(&["1", "2", "3", "4", "5", "6", "7", "8"]),
        ground in cell(&["", "C1", "C2", "C3", "C3", "C3"]),
        other in cell(&["", "not known", "1", "2", "3", "4", "5", "6", "9"]),
        again in cell(&["", "", "1", "2", "3", "9"]),
        reference in cell(&["", "R1", "R2"]),
        removed in cell(&["", "2010-06-01", "2018-06-01", "2026-06-01"]),
        decider in cell(&["", "D1", "D1", "D1", "D1", "D2"]),
    ) -> BTreeMap<String, String> {
        let cells = [
            ("record", record), ("ground", ground), ("other_record", other), ("recorded_again_as", again),
            ("receiving_reference", reference), ("removed", removed), ("decided_by", decider),
            ("policing_unit", "North".to_owned()),
        ];
        cells.map(|(name, text)| (name.to_owned(), text)).into()
    }
}

prop_compose! {
    fn crime()(
        crime in cell(&["1", "2", "5", "6", "9"]),
        status in cell(&["recorded", "cancelled", "transferred"]),
        from in cell(&["", "R1", "R2", "R3"]),
    ) -> BTreeMap<String, String> {
        [("crime", crime), ("status", status), ("transferred_from", from)]
            .map(|(name, text)| (name.to_owned(), text))
            .into()
    }
}

proptest! {
    #[test]
    fn neither_order_nor_division_changes_what_is_found(
        removals in proptest::collection::vec(removal(), 0..40),
        crimes in proptest::option::of(proptest::collection::vec(crime(), 0..10)),
        parts in 1..9_usize,
        keys in proptest::collection::vec(any::<u64>(), 200),
    ) {
        let (items, crimes) = items(&Facts { removals, crimes });
        let place = Place::file("removals.csv");
        let whole = divided(&items, 1, crimes, &place);
        let mut shuffled: Vec<(u64, Item<'_>)> = keys.into_iter().cycle().zip(items).collect();
        shuffled.sort_by_key(|(key, _)| *key);
        let shuffled: Vec<Item<'_>> = shuffled.into_iter().map(|(_, item)| item).collect();
        prop_assert_eq!(&divided(&shuffled, parts, crimes, &place), &whole);
        let mut part = Part::default();
        for item in shuffled {
            part.add(item);
        }
        prop_assert_eq!(Found::of(&part, crimes, &place), whole);
    }

    #[test]
    fn a_duplicate_is_live_just_if_its_other_record_is_counted_and_not_removed(
        removals in proptest::collection::vec(removal(), 0..20),
        crimes in proptest::collection::vec(crime(), 0..10),
    ) {
        let (items, given) = items(&Facts { removals: removals.clone(), crimes: Some(crimes.clone()) });
        let found = divided(&items, 3, given, &Place::file("removals.csv"));
        for (row, line) in removals.iter().zip(2..) {
            let other = &row["other_record"];
            let duplicate = row["ground"] == "C3" && other != "not known" && !other.is_empty();
            let first = removals.iter().zip(2..).all(|(row_before, line_before)| {
                line_before >= line || row_before["record"] != row["record"]
            });
            let live = removals.iter().all(|row| row["record"] != *other)
                && crimes.iter().any(|crime| crime["crime"] == *other)
                && crimes.iter().all(|crime| crime["crime"] != *other || crime["status"] == "recorded");
            let expected = (duplicate && first).then_some(if live { Fact::Yes } else { Fact::No });
            prop_assert_eq!(found.liveness.of(line).map(super::Other::fact), expected);
        }
    }
}

#[test]
fn without_the_table_of_crimes_nothing_follows_from_a_number_that_nobody_explains() {
    let facts: Facts = rows_of(&[("20/1", "C3", "20/2"), ("20/3", "C3", "20/1")]);
    let (items, crimes) = items(&facts);
    let found = divided(&items, 2, crimes, &Place::file("removals.csv"));
    assert_eq!(found.liveness.of(2), None);
    assert_eq!(found.liveness.of(3), Some(super::Other::Removed));
}

#[test]
fn a_number_may_stand_in_a_row_of_crimes_that_cannot_be_read() {
    let mut facts = rows_of(&[("20/1", "C3", "20/2"), ("20/3", "C3", "20/4")]);
    let crime = [("crime", "20/4"), ("status", "recorded")].map(|(name, text)| (name.into(), text.into()));
    facts.crimes = Some(vec![crime.into()]);
    let found = divided(&items(&facts).0, 2, Crimes::GivenInPart, &Place::file("removals.csv"));
    // The number that was read is known; of the other nothing follows, neither that it is live nor that it is not.
    assert_eq!(found.liveness.of(3).map(super::Other::fact), Some(Fact::Yes));
    assert_eq!(found.liveness.of(2).map(super::Other::fact), Some(Fact::NotKnown));
}

fn rows_of(rows: &[(&str, &str, &str)]) -> Facts {
    let removals = rows
        .iter()
        .map(|(record, ground, other)| {
            [("record", record), ("ground", ground), ("other_record", other)]
                .map(|(name, text)| (name.to_owned(), (*text).to_owned()))
                .into()
        })
        .collect();
    Facts { removals, crimes: None }
}
