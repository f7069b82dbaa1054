//! Tallies with their arithmetic beside them.

use crime::removal::{Field, Removal};
use proptest::prelude::*;
use rulebook::{Figure, Value, day};

use super::*;
use crate::Verdict;

/// A removal of a unit on a day, judged as it is said.
fn removal(unit: &str, class: &str, removed: &str) -> Removal {
    let mut removal = Removal::default();
    for (field, text) in [
        (Field::Record, "20/1"),
        (Field::Class, class),
        (Field::PolicingUnit, unit),
        (Field::Removed, removed),
        (Field::Ground, "C2"),
        (Field::Role, "designated-decision-maker"),
    ] {
        if !text.is_empty() {
            removal.set(field, text).unwrap();
        }
    }
    removal
}

fn judged(removal: &Removal, verdict: Verdict) -> Judgement<'_> {
    Judgement { removal, verdict, other_reading: None, steps: Vec::new() }
}

/// Counts so many of each verdict: stands, does not stand, cannot be told, not covered.
fn add(tally: &mut Tally, removal: &Removal, counts: [u64; 4]) {
    for (verdict, count) in Verdict::all().zip(counts) {
        for _ in 0..count {
            tally.add(&judged(removal, verdict), Waived::No);
        }
    }
}

fn figure(answer: &Answer, id: &str) -> Figure {
    let all = answer.figures();
    let mut found = all.iter().filter(|figure| figure.id.as_str() == id);
    let figure = found.next().unwrap_or_else(|| panic!("no figure {id}"));
    assert!(found.next().is_none(), "{id} twice");
    figure.clone()
}

fn printed(answer: &Answer, id: &str) -> String {
    figure(answer, id).printed()
}

#[test]
fn a_share_has_its_interval_and_its_bounds() {
    let mut tally = Tally::new(Settings::default());
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [24, 6, 3, 1]);
    let answer = tally.answer().unwrap();
    // By hand: 24 + 6 + 3 + 1 = 34; 24/30 = 80; 24/33 = 72.72…; 27/33 = 81.81….
    for (id, expected) in [
        ("no-crime.removed", "34"),
        ("no-crime.stands", "24"),
        ("no-crime.does-not-stand", "6"),
        ("no-crime.cannot-be-told", "3"),
        ("no-crime.not-covered", "1"),
        ("no-crime.validity", "80.0%"),
        ("no-crime.validity-lowest", "72.7%"),
        ("no-crime.validity-highest", "81.8%"),
        ("no-crime.validity.offence-group.robbery", "80.0%"),
        ("no-crime.validity.ground.additional-verifiable-information", "80.0%"),
        ("no-crime.validity.policing-unit.north", "80.0%"),
        ("no-crime.validity.role.designated-decision-maker", "80.0%"),
        ("no-crime.validity.month.2026-06", "80.0%"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
    let validity = figure(&answer, "no-crime.validity");
    assert_eq!((validity.n, validity.working.as_str()), (Some(30), "24 of 30"));
    // Wilson's formula worked out in Python with z = 1.959963984540054: 0.626943 to 0.904949.
    assert_eq!(validity.interval_printed().unwrap(), "62.7% to 90.5%");
}

#[test]
fn fewer_than_ten_are_too_few_to_say_and_none_is_not_computable() {
    let mut tally = Tally::new(Settings::default());
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [9, 0, 5, 0]);
    assert_eq!(printed(&tally.answer().unwrap(), "no-crime.validity"), "too few to say: 9 of 9");
    assert_eq!(figure(&tally.answer().unwrap(), "no-crime.validity").interval, None);
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [0, 1, 0, 0]);
    assert_eq!(printed(&tally.answer().unwrap(), "no-crime.validity"), "90.0%");
    let none = Tally::new(Settings::default()).answer().unwrap();
    assert_eq!(printed(&none, "no-crime.validity"), "not computable (of none)");
    assert!(sentences(&none.for_others(5)).iter().all(|said| !said.contains("  ")));
}

#[test]
fn what_an_interval_means_depends_on_what_was_looked_at() {
    let meaning = |coverage| {
        let mut tally = Tally::new(Settings { coverage, ..Settings::default() });
        add(&mut tally, &removal("North", "34B", "2026-06-02"), [24, 6, 0, 0]);
        figure(&tally.answer().unwrap(), "no-crime.validity").interval.unwrap().meaning
    };
    assert!(meaning(Coverage::Census).contains("has no sampling error"));
    assert!(meaning(Coverage::Sample { population: Some(500) }).contains("sample of the 500 in all"));
    assert!(meaning(Coverage::Sample { population: None }).contains("is not supplied"));
}

#[test]
fn a_sample_is_no_larger_than_its_whole() {
    let settings = Settings { coverage: Coverage::Sample { population: Some(29) }, ..Settings::default() };
    let mut tally = Tally::new(settings);
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [24, 6, 0, 0]);
    assert_eq!(tally.answer(), Err(TallyError::Population { judged: 30, population: 29 }));
}

#[test]
fn before_and_since_are_held_against_each_other() {
    let mut tally = Tally::new(Settings { changed_on: Some(day(2026, 10, 1)), ..Settings::default() });
    // Newcombe 1998, table II, example (a): 56 of 70 less 48 of 80, method 10: 0.0524 to 0.3339.
    add(&mut tally, &removal("North", "34B", "2026-09-30T23:59"), [48, 32, 0, 0]);
    add(&mut tally, &removal("North", "34B", "2026-10-01"), [56, 14, 0, 0]);
    add(&mut tally, &removal("North", "34B", ""), [1, 0, 0, 0]);
    let answer = tally.answer().unwrap();
    let change = figure(&answer, "no-crime.change");
    // By hand: 80 − 60 = 20.
    assert_eq!((change.printed().as_str(), change.n), ("20.0", Some(150)));
    let interval = change.interval.unwrap();
    let places = |limit: rust_decimal::Decimal| limit.round_dp(2).to_string();
    assert_eq!((places(interval.low), places(interval.high)), ("5.24".to_owned(), "33.39".to_owned()));
    assert!(interval.meaning.contains("no proof"));
    assert_eq!(printed(&answer, "no-crime.validity.change.before"), "60.0%");
    assert_eq!(printed(&answer, "no-crime.removed.change.without-a-day"), "1");
}

#[test]
fn a_change_of_too_few_is_not_told() {
    let mut tally = Tally::new(Settings { changed_on: Some(day(2026, 10, 1)), ..Settings::default() });
    add(&mut tally, &removal("North", "34B", "2026-10-01"), [56, 14, 0, 0]);
    assert_eq!(printed(&tally.answer().unwrap(), "no-crime.change"), "too few to say: 56 of 70 less 0 of 0");
}

#[test]
fn the_rate_is_of_crimes_initially_recorded() {
    let settings = Settings {
        recorded: Some(1_700),
        recorded_by_group: [("Robbery".to_owned(), 340)].into(),
        ..Settings::default()
    };
    let mut tally = Tally::new(settings.clone());
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [24, 6, 3, 1]);
    // By hand: 34/1700 = 2; 34/340 = 10.
    assert_eq!(printed(&tally.answer().unwrap(), "no-crime.rate"), "2.00%");
    assert_eq!(printed(&tally.answer().unwrap(), "no-crime.rate.offence-group.robbery"), "10.00%");
    let mut small = Tally::new(Settings { recorded: Some(33), ..settings.clone() });
    small.merge(&tally);
    assert!(matches!(small.answer(), Err(TallyError::Rate { .. })));
    let coverage = Coverage::Sample { population: None };
    let mut sample = Tally::new(Settings { coverage, ..settings });
    sample.merge(&tally);
    assert!(printed(&sample.answer().unwrap(), "no-crime.rate").starts_with("withheld"));
}

#[test]
fn what_is_waived_or_read_otherwise_is_counted_as_it_was_judged_and_told_beside() {
    let removal = removal("North", "34B", "2026-06-02");
    let mut tally = Tally::new(Settings::default());
    let differs =
        Judgement { other_reading: Some(Verdict::Stands), ..judged(&removal, Verdict::DoesNotStand) };
    tally.add(&differs, Waived::Yes);
    let answer = tally.answer().unwrap();
    for (id, expected) in [
        ("no-crime.does-not-stand", "1"),
        ("no-crime.stands", "0"),
        ("no-crime.readings-differ", "1"),
        ("no-crime.waived", "1"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
    let said = sentences(&answer).join(" ");
    assert!(said.contains("Of 1 somebody has answered") && said.contains("safe reading"), "{said}");
}

#[test]
fn small_counts_of_a_breakdown_stay_here() {
    let mut tally = Tally::new(Settings::default());
    // The 3 of North are small. Left out alone they would be 40 less 12 and 25.
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [20, 3, 0, 0]);
    add(&mut tally, &removal("West", "34B", "2026-06-02"), [30, 12, 0, 0]);
    add(&mut tally, &removal("East", "34B", "2026-06-02"), [40, 25, 0, 0]);
    let open = tally.answer().unwrap().for_others(5);
    assert_eq!(printed(&open, "no-crime.validity.policing-unit.north"), "suppressed");
    assert_eq!(printed(&open, "no-crime.does-not-stand.policing-unit.north"), "suppressed");
    // The next smallest of the column goes with it.
    assert_eq!(printed(&open, "no-crime.does-not-stand.policing-unit.west"), "suppressed");
    assert_eq!(printed(&open, "no-crime.does-not-stand.policing-unit.east"), "25");
    // All together nothing is small: 90 and 40.
    assert_eq!(printed(&open, "no-crime.validity"), "69.2%");
    assert_eq!(tally.answer().unwrap().for_others(0), tally.answer().unwrap());
}

#[test]
fn a_small_total_leaves_nothing_broken_down() {
    let mut tally = Tally::new(Settings::default());
    add(&mut tally, &removal("North", "34B", "2026-06-02"), [60, 2, 0, 0]);
    let open = tally.answer().unwrap().for_others(5);
    assert!(open.breakdowns.iter().all(|by| by.groups.is_empty() && by.left_out.is_some()));
    assert_eq!(printed(&open, "no-crime.validity"), "suppressed");
}

#[test]
fn two_names_of_one_slug_are_two_figures() {
    let mut tally = Tally::new(Settings::default());
    for unit in ["North", "north!", "NORTH"] {
        add(&mut tally, &removal(unit, "34B", "2026-06-02"), [1, 0, 0, 0]);
    }
    let answer = tally.answer().unwrap();
    for id in ["north", "north-2", "north-3"] {
        assert_eq!(printed(&answer, &format!("no-crime.removed.policing-unit.{id}")), "1");
    }
}

#[test]
fn more_values_than_are_told_apart_are_the_same_in_any_order() {
    let names: Vec<String> = (0..MOST + 3).map(|unit| format!("Unit {unit:05}")).collect();
    let count = |names: &mut dyn Iterator<Item = &String>| {
        let mut tally = Tally::new(Settings::default());
        for name in names {
            add(&mut tally, &removal(name, "34B", "2026-06-02"), [1, 0, 0, 0]);
        }
        tally
    };
    let there = count(&mut names.iter());
    assert_eq!(there, count(&mut names.iter().rev()));
    assert_eq!(there.by(Dimension::PolicingUnit).count(), MOST + 1);
    assert_eq!(
        there.by(Dimension::PolicingUnit).last().map(|(name, all)| (name, all.removed())),
        Some((MORE, 3))
    );
}

#[test]
fn what_is_missing_has_a_group_of_its_own() {
    let mut tally = Tally::new(Settings::default());
    add(&mut tally, &Removal::default(), [0, 0, 0, 1]);
    for dimension in Dimension::ALL {
        let names: Vec<&str> = tally.by(dimension).map(|(name, _)| name).collect();
        assert_eq!(names, ["not supplied"], "{}", dimension.name());
    }
    add(&mut tally, &removal("North", "no such class", "2026-06-02"), [1, 0, 0, 0]);
    assert!(tally.by(Dimension::OffenceGroup).any(|(name, _)| name == "class not listed"));
}

#[test]
fn the_figures_are_read_back_from_their_file() {
    let mut tally = Tally::new(Settings {
        changed_on: Some(day(2026, 7, 1)),
        recorded: Some(1_700),
        ..Settings::default()
    });
    add(&mut tally, &removal("=North", "34B", "2026-06-02"), [24, 6, 3, 1]);
    add(&mut tally, &removal("West", "34B", "2026-07-02"), [15, 5, 0, 0]);
    let figures = tally.answer().unwrap().for_others(5).figures();
    let file = table::figures(&figures, |_| String::new());
    let rows =
        table::read_figures(table::Source::new("audit/removals-figures.csv", &file), |_| None).unwrap();
    assert_eq!((rows.good.len(), rows.rejected.len()), (figures.len(), 0));
    for (row, figure) in rows.good.iter().zip(&figures) {
        assert_eq!((&row.value.id, row.value.printed()), (&figure.id, figure.printed()));
        assert_eq!(row.value.interval_printed(), figure.interval_printed(), "{}", figure.id);
    }
}

fn some() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0..4_usize, 0..4_usize, 0..3_usize), 0..120)
}

fn tallied<'a>(rows: impl IntoIterator<Item = &'a (usize, usize, usize)>) -> Tally {
    let mut tally = Tally::new(Settings { changed_on: Some(day(2026, 7, 1)), ..Settings::default() });
    for (verdict, unit, month) in rows {
        let unit = ["North", "East", "South", ""][*unit];
        let removal = removal(unit, "34B", ["2026-06-02", "2026-07-02", ""][*month]);
        let verdict = Verdict::all().nth(*verdict).unwrap();
        tally.add(&judged(&removal, verdict), if *month == 1 { Waived::Yes } else { Waived::No });
    }
    tally
}

proptest! {
    #[test]
    fn parts_merged_in_any_order_are_the_whole(rows in some(), at in 0..120_usize) {
        let (first, second) = rows.split_at(at.min(rows.len()));
        let (mut there, mut back) = (tallied(first), tallied(second));
        there.merge(&tallied(second));
        back.merge(&tallied(first));
        prop_assert_eq!(&there, &tallied(&rows));
        prop_assert_eq!(&back, &tallied(rows.iter().rev()));
        for dimension in Dimension::ALL {
            let sum: u64 = there.by(dimension).map(|(_, counts)| counts.removed()).sum();
            prop_assert_eq!(sum, rows.len() as u64);
        }
    }

    #[test]
    fn nothing_small_is_shown_to_others(rows in some(), threshold in 2..7_u64) {
        let small = |count: u64| 0 < count && count < threshold;
        for figure in tallied(&rows).answer().unwrap().for_others(threshold).figures() {
            if let Value::Count(count) = figure.value {
                prop_assert!(!small(count), "{} is {count}", figure.id);
            }
            if let Value::Share { part, whole } = figure.value {
                prop_assert!(!small(part) && !small(whole - part), "{} is {part} of {whole}", figure.id);
            }
        }
    }
}
