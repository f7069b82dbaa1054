//! `check`: every removal of an extract, judged.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicU64,
};

use batch::{
    exit::{Exit, FailOn},
    extracts::{self, Extract},
    manifest::{InputFile, InputKind, Manifest, RuleBook},
    output::{Draft, Replace},
    progress,
    stderr::{in_full, say},
    target,
};
use chrono::NaiveDate;
use clap::Args;
use crime::removal::REMOVALS;
use no_crime::{
    across::CRIMES,
    rules,
    tally::{Coverage, Settings},
};
use table::{Source, waivers::Waivers};

mod book;
pub mod input;
mod mending;
mod report;
pub mod seen;
mod summary;
pub mod walk;
mod work_list;
mod written;

const EXAMPLES: &str = "\
Examples:
  check-no-crimes check removals.csv --out checked
  With all crimes of the force, so that the other record of a duplicate is looked up and not taken on trust:
    check-no-crimes check removals.csv --crimes crimes.csv --out checked
  A sample instead of all removals of a time, drawn from 3,371:
    check-no-crimes check sample.xlsx --sample-of 3371 --out checked
  Before and after a change, and the share of recorded crimes that was removed:
    check-no-crimes check removals.csv --changed-on 2026-10-01 --recorded 167890 --out checked

What is written: verdicts.csv, findings.csv and .jsonl, work-list.csv and findings.xlsx (what to mend, beside your own columns), all for
their owner only; figures.csv, summary.xlsx and report.html, with small counts left out; manifest.json.
`template removals` prints an empty table. Exit codes: 0 done; 1 done, with findings at or above --fail-on; 2 could not do it.";

/// What `check` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    /// Removed crimes: CSV, XLSX, ODS (Parquet if built so), with the columns of `template removals`.
    removals: PathBuf,
    /// All crimes of the force, with the columns of `template crimes`: is the other record of a duplicate there, and live?
    #[arg(long, value_name = "FILE")]
    crimes: Option<PathBuf>,
    /// How a records system's own columns, days and codes become ours: sections `[removals]` and `[crimes]`.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Findings that somebody has answered for, with the columns of `template waivers`.
    #[arg(long, value_name = "FILE.csv")]
    waivers: Option<PathBuf>,
    /// The rows are a random sample, drawn from so many removals. Without it they are taken for all removals of their time.
    #[arg(long, value_name = "N")]
    sample_of: Option<u64>,
    /// How many crimes were initially recorded in the same time: gives the no-crime rate.
    #[arg(long, value_name = "N")]
    recorded: Option<u64>,
    /// A day on which something changed (workshops, a new decision maker): removals before it and from it on are compared.
    #[arg(long, value_name = "YYYY-MM-DD")]
    changed_on: Option<NaiveDate>,
    /// Counts above nought and below this are left out of what may leave the force.
    #[arg(long, value_name = "N", default_value_t = 5)]
    threshold: u64,
    /// How long what is about people may be kept, for the manifest.
    #[arg(long, value_name = "TEXT")]
    retention: Option<String>,
    /// Today, for this run.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_at: Option<NaiveDate>,
    /// Replace the outputs of an earlier run.
    #[arg(long)]
    force: bool,
    /// From which severity of finding on to end with 1: never, note, warning or error.
    #[arg(long, value_name = "SEVERITY", default_value_t = FailOn::default())]
    fail_on: FailOn,
}

/// Runs `check`.
pub fn run(asked: &Check) -> Result<Exit, String> {
    let as_at = asked.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let read: Vec<&Path> =
        [Some(&asked.removals), asked.crimes.as_ref(), asked.waivers.as_ref(), asked.map.as_ref()]
            .into_iter()
            .flatten()
            .map(PathBuf::as_path)
            .collect();
    let replace = if asked.force { Replace::Ours } else { Replace::Never };
    let replace = target::replace(&asked.out, "check", replace, &read).map_err(|error| error.to_string())?;
    let program = env!("CARGO_PKG_NAME");
    let mut draft = Draft::begin(&asked.out, program, replace).map_err(in_full)?;
    let scratch = draft.scratch().map_err(in_full)?;
    let (waivers, waivers_file) = waivers(asked.waivers.as_deref(), as_at)?;
    let extracts = extracts(&asked.removals, asked.crimes.as_deref(), asked.map.as_deref(), &scratch)?;
    let removals = input::open(&extracts.0, &REMOVALS)?;
    let crimes = extracts.1.as_ref().map(|extract| input::open(extract, &CRIMES)).transpose()?;

    let settings = settings(asked);
    let job = walk::Job {
        settings: &settings,
        removals: &removals,
        crimes: crimes.as_ref(),
        waivers: &waivers,
        scratch: &scratch,
        as_at,
    };
    let total = 2 * removals.manifest.bytes + crimes.as_ref().map_or(0, |crimes| crimes.manifest.bytes);
    let done = AtomicU64::new(0);
    let checked = progress::told("checking", total, &done, || walk::all(&job, &mut draft, &done))
        .map_err(|error| format!("{}: {error}", asked.out.display()))?;
    let about_people = |extract: &Extract, input: &input::Input| InputFile {
        kind: Some(InputKind::PersonLevel),
        ..extract.original.clone().unwrap_or_else(|| input.manifest.clone())
    };
    let inputs: Vec<InputFile> = [about_people(&extracts.0, &removals)]
        .into_iter()
        .chain(extracts.1.as_ref().zip(crimes.as_ref()).map(|(extract, input)| about_people(extract, input)))
        .chain(waivers_file)
        .collect();
    let files = written::open(&mut draft, &checked, asked, &job, &inputs)
        .map_err(|error| format!("{}: {error}", asked.out.display()))?;

    let mut manifest = Manifest::new(program, env!("CARGO_PKG_VERSION"), as_at);
    manifest.command = command(asked);
    manifest.rule_books = RuleBook::of(rules::ALL);
    manifest.inputs = inputs;
    manifest.retention.clone_from(&asked.retention);
    let stands = draft.stand(manifest).map_err(in_full)?;
    if let Some(left) = stands.left_behind {
        say(&left.to_string());
    }
    summary::tell(&checked, as_at, &asked.out, &files)?;
    Ok(checked.exit(asked.fail_on))
}

/// The extracts, as CSV with our columns.
pub fn extracts(
    removals: &Path,
    crimes: Option<&Path>,
    map: Option<&Path>,
    scratch: &Path,
) -> Result<(Extract, Option<Extract>), String> {
    let tables = [("removals", &REMOVALS), ("crimes", &CRIMES)];
    let mapping = extracts::mapping(map, &tables).map_err(|error| error.to_string())?;
    let map = |table: &str| mapping.as_ref().and_then(|mapping| mapping.table(table));
    let ready = |file: &Path, layout, name: &str| {
        extracts::ready(file, layout, map(name), scratch).map_err(|error| error.to_string())
    };
    let removals = ready(removals, &REMOVALS, "removals")?;
    let crimes = crimes.map(|file| ready(file, &CRIMES, "crimes")).transpose()?;
    Ok((removals, crimes))
}

/// How removals are counted.
fn settings(asked: &Check) -> Settings {
    let coverage = asked
        .sample_of
        .map_or(Coverage::Census, |population| Coverage::Sample { population: Some(population) });
    Settings { coverage, changed_on: asked.changed_on, recorded: asked.recorded, ..Settings::default() }
}

/// The options that decide what comes out.
fn command(asked: &Check) -> Vec<String> {
    let mut words = vec!["check".to_owned(), format!("--threshold {}", asked.threshold)];
    words.extend(asked.sample_of.map(|n| format!("--sample-of {n}")));
    words.extend(asked.recorded.map(|n| format!("--recorded {n}")));
    words.extend(asked.changed_on.map(|day| format!("--changed-on {day}")));
    words
}

fn waivers(path: Option<&Path>, as_at: NaiveDate) -> Result<(Waivers, Option<InputFile>), String> {
    let Some(path) = path else { return Ok((Waivers::default(), None)) };
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.display().to_string();
    let waivers = Waivers::read(Source::new(&name, &bytes), as_at).map_err(|error| error.to_string())?;
    Ok((waivers, Some(InputFile::of(extracts::bare(path), &bytes))))
}
