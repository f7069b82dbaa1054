//! The example of the forces: a compact table of figures taken from the official files, and the populations beside it.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use calendar::Window;
use crime::Force;
use msf_benchmark::{
    Area, CellValue, Published, TOTAL, Totals, YearEnding, non_overlapping, read_rolling_years,
};
use serde::Deserialize;
use table::Source;

/// The folder of the example, below that of the workspace.
pub const FOLDER: &str = "docs/examples/forces-2003-2018";

/// Where the rolling years of the Home Office lie in the folder of official files.
pub const ROLLING: &str = "recorded_crime/rec-crime-pfa.csv";

/// Where the mid-year estimates by force lie there.
pub const ESTIMATES: &str = "population_pfa_2001_2020_derived.csv";

/// The classes that are taken, beside the total: those that a board asks for, and that run through but for burglary.
const CLASSES: [&str; 11] = [
    "Violence with injury",
    "Sexual offences",
    "Robbery",
    "Domestic burglary",
    "Non-domestic burglary",
    "Residential burglary",
    "Non-residential burglary",
    "Vehicle offences",
    "Shoplifting",
    "Criminal damage and arson",
    "Drug offences",
];

/// The years whose estimates the years of the example may be held against: the middle of 2001 is the last before April 2002.
const ESTIMATED: std::ops::RangeInclusive<u16> = 2001..=2018;

/// What an estimate rests on, in the words of every row.
const ESTIMATES_SOURCE: &str = "ONS mid-year estimates of local authorities summed by force";

#[derive(Deserialize)]
struct Estimate {
    ons_pfa_code: String,
    mid_year: u16,
    population: u64,
}

/// Makes the files of the example that come from official ones and writes them.
///
/// # Errors
///
/// What [`made`] says, or that a file cannot be written.
pub fn run(top: &Path, official: &Path) -> Result<(), String> {
    for (name, text) in made(official)? {
        let path = top.join(FOLDER).join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The files of the example that come from official ones, by name, out of the folder of official files.
///
/// # Errors
///
/// If a file is not there, is no such table, or lacks a figure that the example needs.
pub fn made(official: &Path) -> Result<Vec<(&'static str, String)>, String> {
    let read = |name: &str| fs::read(official.join(name)).map_err(|error| format!("{name}: {error}"));
    let rolling =
        read_rolling_years(Source::new(ROLLING, &read(ROLLING)?)).map_err(|error| error.to_string())?;
    Ok(vec![("recorded_crime.csv", counts(&rolling)?), ("population.csv", estimates(&read(ESTIMATES)?)?)])
}

/// The counts of the years to March, by class, force and year.
fn counts(rolling: &Published) -> Result<String, String> {
    let years = non_overlapping(&rolling.windows, YearEnding::March);
    let totals = Totals::of(rolling);
    let mut table = "force,class,year,value\n".to_owned();
    let mut row = |force: Force, class: &str, year: Window, value: i64| {
        let first = year.first().format("%Y");
        let _ = writeln!(table, "{},{class},{first}/{},{value}", force.name(), year.last().format("%y"));
    };
    for force in Force::all() {
        for year in &years {
            let total = totals.get(&Area::Force(force), *year);
            row(
                force,
                TOTAL,
                *year,
                total.ok_or_else(|| format!("{ROLLING}: no total of {force} for {year}"))?,
            );
        }
    }
    for class in CLASSES {
        // A class that is nought everywhere was not there in that year.
        let cells: Vec<(Force, Window, i64)> = of_class(rolling, class);
        let there: BTreeSet<Window> =
            cells.iter().filter(|(.., count)| *count != 0).map(|(_, year, _)| *year).collect();
        for force in Force::all() {
            for year in years.iter().filter(|year| there.contains(year)) {
                let found: Vec<i64> = cells
                    .iter()
                    .filter(|(of, window, _)| (of, window) == (&force, year))
                    .map(|(.., count)| *count)
                    .collect();
                let [count] = found.as_slice() else {
                    return Err(format!(
                        "{ROLLING}: {} figures of {force} for {class} in {year}",
                        found.len()
                    ));
                };
                row(force, class, *year, *count);
            }
        }
    }
    Ok(table)
}

fn of_class(rolling: &Published, class: &str) -> Vec<(Force, Window, i64)> {
    let is_class = |name: &str| name == class;
    let cells = rolling
        .cells
        .iter()
        .filter(|cell| rolling.class(cell).is_some_and(|of| is_class(&of.name)))
        .filter_map(|cell| {
            let CellValue::Count(count) = cell.value else { return None };
            Some((rolling.area(cell)?.force()?, rolling.window(cell)?, count))
        });
    cells.collect()
}

/// The estimates as the layout of populations has them.
fn estimates(bytes: &[u8]) -> Result<String, String> {
    let mut table = "force,year,people,source\n".to_owned();
    for row in csv::Reader::from_reader(bytes).deserialize() {
        let row: Estimate = row.map_err(|error| format!("{ESTIMATES}: {error}"))?;
        let force: Force = row.ons_pfa_code.parse().map_err(|error| format!("{ESTIMATES}: {error}"))?;
        if ESTIMATED.contains(&row.mid_year) {
            let _ =
                writeln!(table, "{},{},{},{ESTIMATES_SOURCE}", force.name(), row.mid_year, row.population);
        }
    }
    Ok(table)
}
