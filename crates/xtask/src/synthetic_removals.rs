//! Writes invented removals with their truth beside them.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::Path,
};

use synthetic::removals::{A_YEAR, EXAMPLE_SEED, Year, example as invented, stress, year};

/// The seed where none is given.
pub const SEED: u64 = 2026;

/// How the chore is called.
pub const USAGE: &str =
    "cargo xtask synthetic-removals FOLDER [--seed N] [--count N], or FOLDER [--seed N] --stress ROWS";

/// Writes `removals.csv`, `crimes.csv` and `truth.csv` of a year, or of a stress set, into a folder, by the words behind the folder.
///
/// # Errors
///
/// If a word is none that the chore knows, or a file cannot be written.
pub fn run(folder: &Path, words: &[&str]) -> Result<(), String> {
    let (mut seed, mut count, mut rows) = (SEED, None, None);
    for pair in words.chunks(2) {
        let [option, number] = pair else { return Err(USAGE.to_owned()) };
        let number = number.parse().map_err(|_| format!("`{number}` is no whole number; {USAGE}"))?;
        match *option {
            "--seed" => seed = number,
            "--count" => count = Some(number),
            "--stress" => rows = Some(number),
            _ => return Err(format!("there is no `{option}`; {USAGE}")),
        }
    }
    if count.is_some() && rows.is_some() {
        return Err(format!("either --count or --stress; {USAGE}"));
    }
    fs::create_dir_all(folder)
        .and_then(|()| match rows {
            Some(rows) => write_stress(folder, seed, rows),
            None => write_year(folder, seed, count.unwrap_or(A_YEAR)),
        })
        .map_err(|error| format!("{}: {error}", folder.display()))
}

/// Writes the same files of the example of the repository into its folder.
///
/// # Errors
///
/// If a file cannot be written.
pub fn example(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder)
        .and_then(|()| write(folder, invented(EXAMPLE_SEED)))
        .map_err(|error| format!("{}: {error}", folder.display()))
}

fn write_year(folder: &Path, seed: u64, count: u64) -> io::Result<()> {
    write(folder, year(seed, count))
}

fn write(folder: &Path, year: Year) -> io::Result<()> {
    fs::write(folder.join("removals.csv"), year.removals_csv)?;
    fs::write(folder.join("crimes.csv"), year.crimes_csv)?;
    fs::write(folder.join("truth.csv"), year.truth_csv)
}

fn write_stress(folder: &Path, seed: u64, rows: u64) -> io::Result<()> {
    let open =
        |name: &str| File::create(folder.join(name)).map(|file| BufWriter::with_capacity(1 << 20, file));
    let (mut removals, mut crimes, mut truth) =
        (open("removals.csv")?, open("crimes.csv")?, open("truth.csv")?);
    stress(seed, rows, &mut removals, &mut crimes, &mut truth)?;
    removals.flush()?;
    crimes.flush()?;
    truth.flush()
}
