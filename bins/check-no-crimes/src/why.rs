//! `why`: the account of one record.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use batch::{
    exit::Exit,
    extract::Part,
    extracts::{self, Scratch},
    stdout,
};
use chrono::NaiveDate;
use clap::Args;
use crime::removal::REMOVALS;
use no_crime::{account, judge, rows};
use table::extract::{Record, Records};

use crate::check::input;

/// What `why` is asked.
#[derive(Debug, Args)]
pub struct Why {
    /// The number of the record.
    record: String,
    /// The removed crimes, as `check` reads them.
    removals: PathBuf,
    /// How a records system's own columns, days and codes become ours: section `[removals]`.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// Today, for this run.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_at: Option<NaiveDate>,
}

/// Prints the account of every row with that number: there should be one.
pub fn run(asked: &Why) -> Result<Exit, String> {
    let as_at = asked.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let scratch = Scratch::below(&std::env::temp_dir()).map_err(|error| error.to_string())?;
    let mapping = extracts::mapping(asked.map.as_deref(), &[("removals", &REMOVALS)])
        .map_err(|error| error.to_string())?;
    let map = mapping.as_ref().and_then(|mapping| mapping.table("removals"));
    let extract = extracts::ready(&asked.removals, &REMOVALS, map, scratch.path())
        .map_err(|error| error.to_string())?;
    let input = input::open(&extract, &REMOVALS)?;
    let text =
        accounts(asked, &input, as_at).map_err(|error| format!("{}: {error}", asked.removals.display()))?;
    if text.is_empty() {
        return Err(missing(&asked.record, &asked.removals));
    }
    stdout::print(&text).map_err(|error| error.to_string())?;
    Ok(Exit::Done)
}

fn accounts(asked: &Why, input: &input::Input, as_at: NaiveDate) -> std::io::Result<String> {
    let unseen = std::sync::atomic::AtomicU64::new(0);
    let part = Part::open(&input.path, 0, input.manifest.bytes, &unseen)?;
    let mut records = Records::new(input.shape.clone(), part, 0);
    let (mut row, mut text) = (Record::default(), String::new());
    while records.read(&mut row)? {
        if row.get(0) != asked.record {
            continue;
        }
        let place = input.shape.place(row.line);
        if !text.is_empty() {
            text.push_str("\nThe number stands once more:\n\n");
        }
        // What `check` rejects is not judged here either.
        if let Some(fault) = &row.fault {
            let _ = writeln!(text, "{place}: {fault}; it is not judged");
            continue;
        }
        match rows::removal(&row) {
            Ok(removal) => {
                // Into memory: it cannot fail.
                let _ = writeln!(text, "{place}\n");
                text.push_str(&account(&judge(&removal, as_at)));
            }
            Err(unreadable) => {
                let _ = writeln!(text, "{}", rows::rejected(&unreadable, row.get(0), &place));
            }
        }
    }
    Ok(text)
}

fn missing(record: &str, file: &Path) -> String {
    format!("{} holds no record `{record}`", file.display())
}
