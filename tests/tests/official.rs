//! Official tables of recorded crime as they were published. The files are no part of the project: the tests say so and pass where they are
//! not found. They are looked for in the folder that the variable `OFFICIAL_DATA` names, else in `shared/data` beside the project.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use calendar::Window;
use crime::Force;
use msf_benchmark::{Area, CellValue, Published, TOTAL, Totals, Unit, read_official, rules};
use rulebook::{Finding, Rule, day};
use table::Source;

const ROLLING: &str = "recorded_crime/rec-crime-pfa.csv";
const QUARTERS: &str = "recorded_crime/prc-pfa-mar2013-onwards-tables201718.csv";
const AREAS: &str = "recorded_crime/policeforceareatablesyearendingdecember2018.xlsx";
const PARTNERSHIPS: &str = "recorded_crime/ons_csp_table_c2_yejune2025.csv";
const SEVERITY: &str = "recorded_crime/ons_crime_severity_pfa_2003_2023.csv";

fn folder() -> PathBuf {
    std::env::var_os("OFFICIAL_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
        PathBuf::from,
    )
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
