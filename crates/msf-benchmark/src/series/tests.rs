//! Tests of series.

use table::Source;

use super::*;
use crate::{
    Area, CellValue, Class, MEASURES, Published, PublishedCell, Unit, peer_averages, read_measures,
    read_populations,
};

fn year(end: i32) -> Window {
    let day = |text: String| text.parse().unwrap();
    Window::new(day(format!("{}-04-01", end - 1)), day(format!("{end}-03-31"))).unwrap()
}

fn force(name: &str) -> Force {
    name.parse().unwrap()
}

/// A table of counts: force, class, year ending March, count.
fn published(cells: &[(&str, &str, i32, i64)]) -> Published {
    fn at<T: PartialEq>(list: &mut Vec<T>, item: T) -> u16 {
        let place = list.iter().position(|one| *one == item).unwrap_or_else(|| {
            list.push(item);
            list.len() - 1
        });
        place.try_into().unwrap()
    }
    let mut table = Published { file: "t.csv".into(), columns: vec!["n".to_owned()], ..Published::default() };
    for (row, (name, class, end, count)) in (2..).zip(cells) {
        let cell = PublishedCell {
            area: at(&mut table.areas, Area::Force(force(name))),
            class: at(&mut table.classes, Class { code: None, name: (*class).to_owned() }),
            window: at(&mut table.windows, year(*end)),
            column: 0,
            unit: Unit::Offences,
            value: CellValue::Count(*count),
            row,
        };
        table.cells.push(cell);
    }
    table
}

fn measures() -> Vec<Measure> {
    read_measures(Source::new("m.toml", MEASURES.as_bytes())).unwrap()
}

fn populations() -> Populations {
    let file = "force,year,people,source\nKent,2015,1000,x\nKent,2016,2000,x\nEssex,2016,4000,x\n";
    read_populations(Source::new("p.csv", file.as_bytes())).unwrap()
}

fn run(measure: &Measure, tables: &[Published], ends: &[i32]) -> Series {
    let populations = populations();
    let bases = Bases { populations: Some(&populations), convention: MidYear::BeforePeriod };
    let windows: Vec<Window> = ends.iter().map(|end| year(*end)).collect();
    series(measure, &Lookup::of(tables), bases, &windows)
}

/// What a point says in words.
fn said(series: &Series, name: &str, end: i32) -> String {
    let point = series.points.iter().find(|point| point.force == force(name) && point.window == year(end));
    match &point.unwrap().value {
        Ok(observed) => format!("{} of {}", observed.numerator, observed.base),
        Err(why) => why.to_string(),
    }
}

#[test]
fn a_total_is_without_fraud_and_held_against_the_year_before() {
    let table = published(&[
        ("Kent", "Robbery", 2017, 30),
        ("Kent", "Fraud offences", 2017, 900),
        ("Kent", "Arson", 2017, 70),
        ("Essex", "Robbery", 2017, 100),
        ("Essex", "Arson", 2017, 100),
        ("Essex", "Fraud offences", 2017, 900),
    ]);
    let found = run(&measures()[0], std::slice::from_ref(&table), &[2017]);
    // The year ending March 2017 begins in April 2016: mid-2015.
    assert_eq!(said(&found, "Kent", 2017), "100 of 1000");
    assert_eq!(
        said(&found, "Essex", 2017),
        "mid-2015 is wanted, and the populations have mid-2016 for Essex"
    );
    let observed = found.points.iter().find_map(|point| point.value.as_ref().ok()).unwrap();
    // 100 in 1,000 is 100 per 1,000.
    assert_eq!((observed.rate, observed.base_year), (100.into(), Year::new(2015)));
    let tables = [table];
    let lookup = Lookup::of(&tables);
    let rows: Vec<u64> =
        observed.cells.iter().filter_map(|cell| lookup.place(*cell).and_then(|place| place.row)).collect();
    assert_eq!(rows, [2, 4]);
}

#[test]
fn a_total_that_is_printed_is_taken_and_its_parts_are_not_added() {
    let table = published(&[
        ("Kent", "Total recorded crime (excluding fraud)", 2017, 100),
        ("Kent", "Violence against the person", 2017, 60),
        ("Kent", "Homicide", 2017, 1),
    ]);
    assert_eq!(said(&run(&measures()[0], &[table], &[2017]), "Kent", 2017), "100 of 1000");
    let other = published(&[("Kent", "Total violence", 2017, 100), ("Kent", "Homicide", 2017, 1)]);
    assert_eq!(
        said(&run(&measures()[0], &[other], &[2017]), "Kent", 2017),
        "the table has totals, and none with fraud as the measure asks"
    );
}

#[test]
fn classes_that_follow_on_each_other_are_counted_where_they_are() {
    let table = published(&[
        ("Kent", "Domestic burglary", 2016, 3),
        ("Kent", "Non-domestic burglary", 2016, 4),
        ("Kent", "Residential burglary", 2017, 5),
        ("Kent", "Non-residential burglary", 2017, 6),
        ("Essex", "Residential burglary", 2017, 7),
    ]);
    let found = run(&measures()[1], &[table], &[2017]);
    assert_eq!(said(&found, "Kent", 2017), "11 of 1000");
    let observed = found.points.iter().find_map(|point| point.value.as_ref().ok()).unwrap();
    assert_eq!(observed.without, ["Domestic burglary", "Non-domestic burglary"]);
    // What other forces have is not left out of one force.
    assert_eq!(
        said(&found, "Essex", 2017),
        "other forces have `Non-residential burglary` in the period, and this one does not"
    );
}

#[test]
fn proportions_need_their_class_and_name_the_nearest() {
    let table = published(&[("Kent", "Shop-lifting", 2017, 5), ("Kent", "Robbery", 2017, 15)]);
    let found = run(&measures()[2], &[table], &[2017]);
    assert_eq!(
        said(&found, "Kent", 2017),
        "no table has a class `Shoplifting`; did you mean `Shop-lifting`?"
    );
    let right = published(&[("Kent", "Shoplifting", 2017, 5), ("Kent", "Robbery", 2017, 15)]);
    assert_eq!(said(&run(&measures()[2], &[right], &[2017]), "Kent", 2017), "5 of 20");
}

#[test]
fn numbers_below_nought_and_numbers_that_disagree_are_no_numbers() {
    let table = published(&[
        ("Kent", "Shoplifting", 2016, -5),
        ("Kent", "Robbery", 2016, 50),
        ("Kent", "Shoplifting", 2017, 5),
        ("Kent", "Shoplifting", 2017, 6),
        ("Kent", "Robbery", 2017, 50),
    ]);
    let found = run(&measures()[2], &[table], &[2016, 2017]);
    assert_eq!(
        said(&found, "Kent", 2016),
        "the count is -5, below nought: a correction was larger than what was recorded"
    );
    assert_eq!(said(&found, "Kent", 2017), "`Shoplifting` is 5 in one cell and 6 in another");
    assert_eq!((found.absent().count(), found.across(year(2017)).len()), (2, 0));
}

#[test]
fn series_feed_averages_and_charts() {
    let table = published(&[
        ("Kent", "Shoplifting", 2016, 1),
        ("Kent", "Robbery", 2016, 9),
        ("Kent", "Shoplifting", 2017, 2),
        ("Kent", "Robbery", 2017, 8),
        ("Essex", "Shoplifting", 2017, 4),
        ("Essex", "Robbery", 2017, 6),
    ]);
    let found = run(&measures()[2], &[table], &[2017, 2016]);
    let along = found.along(force("Kent"));
    assert_eq!(along.iter().map(|(window, _)| *window).collect::<Vec<_>>(), [year(2016), year(2017)]);
    let across = found.across(year(2017));
    let kent = across.iter().find(|share| share.force == force("Kent")).unwrap();
    // 2 of 10 and 4 of 10: 30% together, by either average.
    assert_eq!(peer_averages(*kent, &across, 100.into())[0].rate, 30.into());
}

#[test]
fn without_populations_there_is_no_rate() {
    let tables = [published(&[("Kent", "Robbery", 2017, 1)])];
    let bases = Bases { populations: None, convention: MidYear::BeforePeriod };
    let found = series(&measures()[0], &Lookup::of(&tables), bases, &[year(2017), year(2018)]);
    assert_eq!(said(&found, "Kent", 2017), "no populations were supplied");
    assert_eq!(said(&found, "Kent", 2018), "no table has the period");
}

#[test]
fn cells_of_a_class_that_stand_more_than_once_are_added_in_a_total_and_refused_alone() {
    // As homicides stand in the Home Office's quarters: under one name, by kind.
    let table = published(&[
        ("Kent", "Robbery", 2017, 30),
        ("Kent", "Homicide", 2017, 0),
        ("Kent", "Homicide", 2017, 5),
        ("Kent", "Homicide", 2017, 5),
    ]);
    let series = run(&measures()[0], std::slice::from_ref(&table), &[2017]);
    // 30 + 0 + 5 + 5.
    assert_eq!(said(&series, "Kent", 2017), "40 of 1000");
    let cells = series.points[0].value.as_ref().unwrap().cells.len();
    assert_eq!(cells, 4);
    // A second table that says the same is not added.
    let twice = run(&measures()[0], &[table.clone(), table.clone()], &[2017]);
    assert_eq!(said(&twice, "Kent", 2017), "40 of 1000");
    let alone = MEASURES.replacen(
        "numerator = { kind = \"total\" }",
        "numerator = { kind = \"classes\", classes = [\"Homicide\"] }",
        1,
    );
    let alone = read_measures(Source::new("m.toml", alone.as_bytes())).unwrap();
    let series = run(&alone[0], &[table], &[2017]);
    assert_eq!(said(&series, "Kent", 2017), "`Homicide` is 0 in one cell and 5 in another");
}
