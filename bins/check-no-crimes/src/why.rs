//! `why`: the account of one record.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::atomic::AtomicU64,
};

use batch::{exit::Exit, extract::Part, extracts::Scratch, stdout};
use chrono::NaiveDate;
use clap::Args;
use crime::removal::REMOVALS;
use no_crime::{account, across::CRIMES, judge, rows, tally::Settings};
use rulebook::Finding;
use table::{
    extract::{Record, Records},
    waivers::Waivers,
};

use crate::check::{
    self, input,
    seen::{self, Seen},
    walk::Job,
};

/// What `why` is asked.
#[derive(Debug, Args)]
pub struct Why {
    /// The number of the record.
    record: String,
    /// The removed crimes, as `check` reads them.
    removals: PathBuf,
    /// All crimes of the force, as `check` reads them: is the other record of a duplicate there, and live?
    #[arg(long, value_name = "FILE")]
    crimes: Option<PathBuf>,
    /// How a records system's own columns, days and codes become ours: sections `[removals]` and `[crimes]`.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// Today, for this run.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_at: Option<NaiveDate>,
}

/// Prints the account of every row with that number: there should be one. It is judged as `check` judges it, beside all other records.
pub fn run(asked: &Why) -> Result<Exit, String> {
    let as_at = asked.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let scratch = Scratch::below(&std::env::temp_dir()).map_err(|error| error.to_string())?;
    let (removals, crimes) =
        check::extracts(&asked.removals, asked.crimes.as_deref(), asked.map.as_deref(), scratch.path())?;
    let removals = input::open(&removals, &REMOVALS)?;
    let crimes = crimes.map(|crimes| input::open(&crimes, &CRIMES)).transpose()?;
    let job = Job {
        settings: &Settings::default(),
        removals: &removals,
        crimes: crimes.as_ref(),
        waivers: &Waivers::default(),
        scratch: scratch.path(),
        as_at,
    };
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", asked.removals.display());
    let seen = seen::look(&job, &AtomicU64::new(0)).map_err(|error| told(&error))?;
    let text = accounts(asked, &job, &seen).map_err(|error| told(&error))?;
    if text.is_empty() {
        return Err(missing(&asked.record, &asked.removals));
    }
    stdout::print(&text).map_err(|error| error.to_string())?;
    Ok(Exit::Done)
}

fn accounts(asked: &Why, job: &Job<'_>, seen: &Seen) -> std::io::Result<String> {
    let input = job.removals;
    let unseen = AtomicU64::new(0);
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
        // What `check` rejects is not judged here either. Into memory: it cannot fail.
        if let Some(fault) = &row.fault {
            let _ = writeln!(text, "{place}: {fault}; it is not judged");
            continue;
        }
        let mut removal = match rows::removal(&row) {
            Ok(removal) => removal,
            Err(unreadable) => {
                let _ = writeln!(text, "{}", rows::rejected(&unreadable, row.get(0), &place));
                continue;
            }
        };
        if seen.repeats(row.line) {
            let _ = writeln!(text, "{place}: it repeats the number of an earlier row, and is not judged");
            continue;
        }
        seen.look_up(&mut removal, row.line);
        let _ = writeln!(text, "{place}\n");
        text.push_str(&account(&judge(&removal, job.as_at)));
    }
    let together: Vec<&Finding> =
        seen.findings.iter().filter(|finding| finding.record == asked.record).collect();
    if !together.is_empty() {
        text.push_str("\nBeside other records:\n");
        for finding in together {
            let _ = writeln!(text, "  {finding}");
        }
    }
    Ok(text)
}

fn missing(record: &str, file: &Path) -> String {
    format!("{} holds no record `{record}`", file.display())
}
