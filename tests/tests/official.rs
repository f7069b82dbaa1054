//! Official tables of recorded crime as they were published. The files are no part of the project: the tests say so and pass where they are
//! not found. They are looked for in the folder that the variable `OFFICIAL_DATA` names, else in `shared/data` beside the project.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests; a test that is skipped says so"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use calendar::Window;
use crime::Force;
use msf_benchmark::{
    Area, Beside, CellValue, Published, TOTAL, Tolerance, Totals, Unit, against_reference, read_official,
    rules,
};
use rulebook::{Finding, Place, Rule, day};
use rust_decimal::Decimal;
use table::Source;

const ROLLING: &str = "recorded_crime/rec-crime-pfa.csv";
const QUARTERS: &str = "recorded_crime/prc-pfa-mar2013-onwards-tables201718.csv";
const AREAS: &str = "recorded_crime/policeforceareatablesyearendingdecember2018.xlsx";
const PARTNERSHIPS: &str = "recorded_crime/ons_csp_table_c2_yejune2025.csv";
const POPULATIONS: &str = "population_pfa_2001_2020_derived.csv";
const MISALIGNED: &str = "recorded_crime/datasets_crime-uk_forces_MISALIGNED.csv";
const SEVERITY: &str = "recorded_crime/ons_crime_severity_pfa_2003_2023.csv";

fn folder() -> PathBuf {
    std::env::var_os("OFFICIAL_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"), PathBuf::from)
}

/// The tables of a file, if it is there.
fn tables(file: &str) -> Option<Vec<Published>> {
    let Ok(bytes) = fs::read(folder().join(file)) else {
        println!("skipped: {file} is not found; set OFFICIAL_DATA to the folder that holds it");
        return None;
    };
    let read = read_official(Source::new(file, &bytes)).unwrap();
    for table in &read {
        assert!(table.rows.read > 0, "{file}");
        assert_eq!(table.rows.read, table.rows.answered + table.rows.rejected, "{file}");
    }
    Some(read)
}

fn only(file: &str) -> Option<Published> {
    tables(file).map(|mut tables| {
        assert_eq!(tables.len(), 1);
        tables.remove(0)
    })
}

fn found<'p>(table: &'p Published, rule: &'static Rule) -> Vec<&'p Finding> {
    table.findings.iter().filter(|finding| finding.rule.id == rule.id).collect()
}

fn value<'f>(finding: &'f Finding, name: &str) -> &'f str {
    finding.values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

fn force(name: &str) -> Area {
    Area::Force(name.parse().unwrap())
}

fn year_to(last: chrono::NaiveDate) -> Window {
    let first = last.succ_opt().unwrap().checked_sub_months(chrono::Months::new(12)).unwrap();
    Window::new(first, last).unwrap()
}

#[test]
fn both_releases_give_the_same_for_west_midlands_in_2017_18() {
    let (Some(rolling), Some(quarters)) = (only(ROLLING), only(QUARTERS)) else { return };
    // Printed by both publications of the Home Office.
    for table in [&rolling, &quarters] {
        let year = year_to(day(2018, 3, 31));
        assert_eq!(Totals::of(table).get(&force("West Midlands"), year), Some(233_393), "{}", table.file);
    }
}

#[test]
fn five_forces_and_the_transport_police_differ_between_the_releases() {
    let (Some(rolling), Some(quarters)) = (only(ROLLING), only(QUARTERS)) else { return };
    let found = rules::releases_disagree::check(&quarters, &rolling);
    // Summed from both files with another language.
    let expected = [
        ("British Transport Police", "59591", "59785"),
        ("Cheshire", "87361", "87320"),
        ("Derbyshire", "55589", "55389"),
        ("Leicestershire", "83793", "81960"),
        ("North Wales", "51602", "51582"),
        ("Sussex", "113666", "112826"),
    ];
    let said: BTreeSet<_> = found
        .iter()
        .map(|finding| {
            (finding.record.as_str(), value(finding, "one release"), value(finding, "other release"))
        })
        .collect();
    assert_eq!(said, expected.into());
    assert_eq!(found.len(), 6);
}

#[test]
fn the_table_of_december_2018_equals_the_rolling_years_for_every_force() {
    let (Some(rolling), Some(tables)) = (only(ROLLING), tables(AREAS)) else { return };
    let [counts, ..] = tables.as_slice() else { panic!("no table") };
    let (printed, summed) = (Totals::of(counts), Totals::of(&rolling));
    let year = year_to(day(2018, 12, 31));
    for force in Force::all() {
        let area = Area::Force(force);
        assert!(printed.get(&area, year).is_some(), "{force}");
        assert_eq!(printed.get(&area, year), summed.get(&area, year), "{force}");
    }
}

#[test]
fn counts_below_nought_are_all_found() {
    if let Some(rolling) = only(ROLLING) {
        assert_eq!(found(&rolling, &rules::count_not_negative::RULE).len(), 25);
    }
    if let Some(quarters) = only(QUARTERS) {
        assert_eq!(found(&quarters, &rules::count_not_negative::RULE).len(), 36);
        let noughts = found(&quarters, &rules::nought_without_sign::RULE);
        assert_eq!((noughts.len(), value(noughts[0], "cells")), (1, "5792"));
    }
}

#[test]
fn the_one_wrong_day_is_found() {
    let Some(rolling) = only(ROLLING) else { return };
    let [wrong] = found(&rolling, &rules::period_end::RULE)[..] else { panic!("not one") };
    assert!(wrong.sentence.contains("30 December 2017"), "{wrong}");
    // 44 areas of 21 classes and three bodies of one: the rows of that day, counted with `grep -c ^30-12-2017`.
    assert_eq!(value(wrong, "cells"), "927");
    for file in [QUARTERS, PARTNERSHIPS, SEVERITY] {
        if let Some(table) = only(file) {
            assert!(found(&table, &rules::period_end::RULE).is_empty(), "{file}");
        }
    }
}

#[test]
fn names_with_footnotes_are_all_found_and_read() {
    // Counted in the files by eye: names of areas that end in a digit, a number in brackets or `[note ...]`.
    if let Some(tables) = tables(AREAS) {
        let areas = |table: &Published| {
            let found = found(table, &rules::footnoted_name::RULE);
            found
                .iter()
                .filter(|it| {
                    it.place.as_ref().unwrap().column.as_deref().is_some_and(|of| of.starts_with("Area"))
                })
                .count()
        };
        assert_eq!(tables.iter().map(areas).collect::<Vec<_>>(), [3, 3, 3, 7, 9]);
        for table in &tables {
            let forces: BTreeSet<_> = table.areas.iter().filter_map(Area::force).collect();
            assert_eq!(forces.len(), 43, "{:?}", table.sheet);
            let glued =
                |name: &str| name.ends_with(|last: char| last.is_ascii_digit()) && !name.contains(" to ");
            let classes = table.classes.iter().filter(|class| glued(&class.name));
            assert_eq!(classes.count(), 0, "{:?}", table.sheet);
        }
    }
    if let Some(partnerships) = only(PARTNERSHIPS) {
        assert_eq!(found(&partnerships, &rules::footnoted_name::RULE).len(), 1);
    }
}

#[test]
fn sums_of_the_printed_tables_hold_but_for_one_offence_of_a_partnership_under_a_wrong_code() {
    if let Some(tables) = tables(AREAS) {
        for table in &tables {
            let wrong = found(table, &rules::published_sum::RULE);
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
    }
    let Some(partnerships) = only(PARTNERSHIPS) else { return };
    // Line 134 is of Gwent by its name and of South Wales by its code; line 344 of Surrey by its name and of Kent by its code.
    let lines: Vec<_> = found(&partnerships, &rules::code_and_name_agree::RULE)
        .iter()
        .map(|finding| finding.place.as_ref().unwrap().row.unwrap())
        .collect();
    assert_eq!(lines, [134, 344]);
    let forces: BTreeSet<_> =
        found(&partnerships, &rules::published_sum::RULE).iter().map(|it| it.record.as_str()).collect();
    assert_eq!(forces, ["Gwent", "South Wales"].into());
}

#[test]
fn figures_stand_where_they_are_printed() {
    let Some(tables) = tables(AREAS) else { return };
    let cell = |table: &Published, area: &str, class: &str, unit: Unit| {
        let is = |cell: &&msf_benchmark::PublishedCell| {
            table.area(cell).unwrap().force().is_some_and(|force| force.name() == area)
                && table.class(cell).unwrap().name == class
                && cell.unit == unit
        };
        let found: Vec<_> = table.cells.iter().filter(is).collect();
        assert_eq!(found.len(), 1, "{area} {class}");
        found[0].value
    };
    // Read off the workbook in a spreadsheet.
    assert_eq!(cell(&tables[0], "Lancashire", TOTAL, Unit::Offences), CellValue::Count(162_819));
    assert_eq!(
        cell(&tables[2], "Suffolk", "Population figures (mid-2017)3 rounded to 100", Unit::People),
        CellValue::Count(757_000)
    );
    let rate =
        cell(&tables[2], "Gwent", "Residential burglary", Unit::PerThousandHouseholds).number().unwrap();
    assert_eq!(rate.round_dp(4).to_string(), "10.0376");
    assert!(matches!(
        cell(&tables[2], "City of London", TOTAL, Unit::PerThousandPeople),
        CellValue::Absent(_)
    ));
    assert_eq!(cell(&tables[3], "Surrey", "Homicide involving a knife", Unit::PercentOf).number(), None);
    assert_eq!(
        cell(&tables[3], "South Wales", "Robbery involving a knife", Unit::Offences),
        CellValue::Count(151)
    );
}

#[test]
fn every_printed_rate_of_people_comes_out_of_counts_and_derived_populations() {
    let Some(tables) = tables(AREAS) else { return };
    let Ok(bytes) = fs::read(folder().join(POPULATIONS)) else {
        println!("skipped: {POPULATIONS} is not found");
        return;
    };
    // Its columns: code, name, middle of which year, people. The table is of 2018, and its rates of the people of the middle of 2017.
    let people: BTreeMap<Force, Decimal> = csv::Reader::from_reader(bytes.as_slice())
        .records()
        .map(Result::unwrap)
        .filter(|row| &row[2] == "2017")
        .map(|row| (row[0].parse().unwrap(), row[3].parse().unwrap()))
        .collect();
    let (mut checked, mut off) = (0, Vec::new());
    for cell in tables[2].cells.iter().filter(|cell| cell.unit == Unit::PerThousandPeople) {
        let (area, class) = (tables[2].area(cell).unwrap(), tables[2].class(cell).unwrap());
        let (Some(force), Some(printed)) = (area.force(), cell.value.number()) else { continue };
        // The table of counts has other names for two of the classes.
        let named = match class.name.as_str() {
            "All other theft offences" => "Other theft offences",
            "Miscellaneous crimes against society" => "Miscellaneous crimes",
            name => name,
        };
        let same = |other: &&msf_benchmark::PublishedCell| {
            tables[0].class(other).unwrap().name == named
                && tables[0].area(other).unwrap() == area
                && other.unit == Unit::Offences
        };
        let count = tables[0].cells.iter().find(same).and_then(|count| count.value.number()).unwrap();
        let rate = count * Decimal::ONE_THOUSAND / people[&force];
        checked += 1;
        // The workbook holds rates as a computer does, to some 15 digits.
        if (rate - printed).abs() > Decimal::new(1, 10) {
            off.push(format!("{force}, {}: {rate} for {printed}", class.name));
        }
    }
    assert_eq!((checked, off), (966, Vec::new()));
}

#[test]
fn the_shifted_rows_of_a_table_of_populations_are_found() {
    let (Ok(table), Ok(reference)) =
        (fs::read(folder().join(MISALIGNED)), fs::read(folder().join(POPULATIONS)))
    else {
        println!("skipped: {MISALIGNED} or {POPULATIONS} is not found");
        return;
    };
    let rows = |bytes: &[u8]| -> Vec<csv::StringRecord> {
        csv::Reader::from_reader(bytes).records().map(Result::unwrap).collect()
    };
    let people: BTreeMap<Force, Decimal> = rows(&reference)
        .iter()
        .filter(|row| &row[2] == "2010")
        .map(|row| (row[0].parse().unwrap(), row[3].parse().unwrap()))
        .collect();
    let table: Vec<Beside> = rows(&table)
        .iter()
        .filter_map(|row| {
            let force: Force = row[1].parse().ok()?;
            Some(Beside {
                name: force.name().to_owned(),
                printed: row[2].parse().ok()?,
                reference: people.get(&force).copied(),
                place: Place::file(MISALIGNED),
            })
        })
        .collect();
    // The two tables are estimates of other years of publication, up to 3% apart.
    let compared = against_reference(&table, Tolerance::new(Decimal::new(5, 2)).unwrap());
    let [shift] = compared.shifted.as_slice() else { panic!("{:?}", compared.shifted) };
    let name = |row: usize| table[row].name.as_str();
    // Read off the file by eye: from the City of London, which is given Cleveland's people, to Leicestershire.
    assert_eq!(
        (name(*shift.rows.start()), name(*shift.rows.end()), shift.by),
        ("City of London", "Leicestershire", 1)
    );
    // What was the City of London's, 11,700, stands at the end, beside Lincolnshire.
    assert_eq!(compared.off.iter().map(|off| name(off.row)).collect::<Vec<_>>(), ["Lincolnshire"]);
}

/// Prints everything that was found, for a reader: `cargo test -p acceptance --test official -- --ignored --nocapture`
#[test]
#[ignore = "prints, and asserts nothing"]
fn what_every_file_gives() {
    for file in [ROLLING, QUARTERS, AREAS, PARTNERSHIPS, SEVERITY] {
        for table in tables(file).into_iter().flatten() {
            println!(
                "== {file} {:?}: {} areas, {} classes, {} periods, {} cells, {:?}",
                table.sheet,
                table.areas.len(),
                table.classes.len(),
                table.windows.len(),
                table.cells.len(),
                table.rows
            );
            for finding in &table.findings {
                println!("   {finding}");
            }
        }
    }
}
