//! `compare`: what was due against what was recorded.

use std::{
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
use recording_audit::{
    compare::{DUE, MergeError, RECORDED, Settings},
    rules::OF_COMPARISON,
};
use table::{Source, waivers::Waivers};

mod inputs;
mod numbers;
mod outputs;
mod plan;
mod ranges;
mod report;
mod sorting;
mod summary;
mod units;
mod walk;
mod workbook;

const EXAMPLES: &str = "\
Examples:
  audit-recording compare --due due.csv --recorded crimes.csv --out audit
  Each store of reports by its name, findings that somebody answers for, and our force alone:
    audit-recording compare --due 'command and control=cc.csv' --due 'protection units=ppu.xlsx' --recorded crimes.csv --waivers waivers.csv --our-force 'West Midlands' --out audit
  A records system's own columns:
    audit-recording compare --due due.csv --recorded export.csv --map niche.toml --out audit

`template due`, `template recorded` and `template waivers` print empty tables. Exit codes: 0 done; 1 done, with findings at or above --fail-on; 2 could not do it.";

/// What `compare` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Compare {
    /// Crimes due: CSV, XLSX, ODS (Parquet if built so), as `decide --format csv` writes them or with the columns of `template due`; once for each store of reports, with its name.
    #[arg(long, value_name = "[STORE=]FILE", required = true)]
    due: Vec<String>,
    /// Crimes recorded, in the same kinds of file, with the columns of `template recorded`.
    #[arg(long, value_name = "FILE")]
    recorded: PathBuf,
    /// How a records system's own columns, days and codes become ours: sections `[due]` and `[recorded]`.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// The folder to write: findings about people for its owner only, figures and tables with small counts left out.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Findings that somebody has answered for, with the columns of `template waivers`.
    #[arg(long, value_name = "FILE.csv")]
    waivers: Option<PathBuf>,
    /// Our force, as the column `force` spells it: crimes due elsewhere are counted apart.
    #[arg(long, value_name = "NAME")]
    our_force: Option<String>,
    /// Counts above nought and below this are left out of what may leave the force.
    #[arg(long, value_name = "N", default_value_t = 5)]
    threshold: u64,
    /// How long the findings about people may be kept, for the manifest.
    #[arg(long, value_name = "TEXT")]
    retention: Option<String>,
    /// Today, for this run: what became known later is not used.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_at: Option<NaiveDate>,
    /// Replace the outputs of an earlier run.
    #[arg(long)]
    force: bool,
    /// From which severity of finding on to end with 1: never, note, warning or error.
    #[arg(long, value_name = "SEVERITY", default_value_t = FailOn::default())]
    fail_on: FailOn,
}

/// Runs `compare`.
pub fn run(asked: &Compare) -> Result<Exit, String> {
    let as_at = asked.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let named: Vec<(String, String)> = asked.due.iter().map(|due| store_and_file(due)).collect();
    let read = named.iter().map(|(_, file)| Path::new(file)).chain([asked.recorded.as_path()]);
    let read: Vec<&Path> = read.chain(asked.waivers.as_deref()).chain(asked.map.as_deref()).collect();
    let replace =
        target::replace(&asked.out, "compare", Replace::asked(asked.force), &read).map_err(in_full)?;
    let program = env!("CARGO_PKG_NAME");
    let mut draft = Draft::begin(&asked.out, program, replace).map_err(in_full)?;
    let scratch = draft.scratch().map_err(in_full)?;
    let (waivers, waivers_file) = waivers(asked.waivers.as_deref(), as_at)?;

    let recorded = asked.recorded.display().to_string();
    let files: Vec<&str> = named.iter().map(|(_, file)| file.as_str()).collect();
    let (due_extracts, recorded_extract) = extracts(asked, &files, &scratch)?;
    let inputs = inputs::open(&due_extracts, &recorded_extract)?;
    let extracts: Vec<Extract> = due_extracts.into_iter().chain([recorded_extract]).collect();
    let mut settings = Settings::new(as_at, &files, &recorded);
    settings.sheets = extracts.iter().map(|extract| extract.sheet.clone()).collect();
    settings.force.clone_from(&asked.our_force);
    settings.stores = named.iter().map(|(store, _)| store.clone()).collect();

    let total: u64 = inputs.iter().map(|input| input.manifest.bytes).sum();
    let read = AtomicU64::new(0);
    let job =
        walk::Job { inputs: &inputs, settings: &settings, waivers: &waivers, scratch: &scratch, read: &read };
    let walked = match progress::told("comparing", total, &read, || walk::sorted(&job)) {
        Err(MergeError::Unsorted { file, line, .. }) => {
            say(&format!(
                "{file} is not sorted by incident (line {line}): the rows are sorted on disk first"
            ));
            read.store(0, std::sync::atomic::Ordering::Relaxed);
            progress::told("sorting and comparing", 2 * total, &read, || sorting::unsorted(&job))
        }
        done => done,
    };
    let done = walked
        .and_then(|walked| walk::settled(walked, &job))
        .and_then(|done| units::told(done, &job))
        .map_err(|error| error.to_string())?;
    let (tally, files) = outputs::write(&mut draft, done, &job, asked.threshold, waivers_file.as_ref())
        .map_err(|error| format!("{}: {error}", asked.out.display()))?;

    let mut manifest = Manifest::new(program, env!("CARGO_PKG_VERSION"), as_at);
    manifest.command = command(asked);
    manifest.rule_books = RuleBook::of(OF_COMPARISON);
    manifest.inputs = inputs
        .iter()
        .zip(&extracts)
        .map(|(input, extract)| extract.original.as_ref().unwrap_or(&input.manifest))
        .map(|file| InputFile { kind: Some(InputKind::PersonLevel), ..file.clone() })
        .chain(waivers_file)
        .collect();
    manifest.retention.clone_from(&asked.retention);
    let written = draft.stand(manifest).map_err(in_full)?;
    if let Some(left) = written.left_behind {
        say(&left.to_string());
    }
    summary::tell(&tally, &settings, &asked.out, &files)?;
    Ok(summary::exit(&tally, asked.fail_on))
}

/// The extracts, as CSV with our columns.
fn extracts(asked: &Compare, due: &[&str], scratch: &Path) -> Result<(Vec<Extract>, Extract), String> {
    let mapping = extracts::mapping(asked.map.as_deref(), &[("due", &DUE), ("recorded", &RECORDED)])
        .map_err(in_full)?;
    let map = |table: &str| mapping.as_ref().and_then(|mapping| mapping.table(table));
    let due: Vec<Extract> = due
        .iter()
        .map(|file| extracts::ready(Path::new(file), &DUE, map("due"), scratch))
        .collect::<Result<_, _>>()
        .map_err(in_full)?;
    let recorded = extracts::ready(&asked.recorded, &RECORDED, map("recorded"), scratch).map_err(in_full)?;
    Ok((due, recorded))
}

/// The options that decide what comes out.
fn command(asked: &Compare) -> Vec<String> {
    let mut words = vec!["compare".to_owned(), format!("--threshold {}", asked.threshold)];
    words.extend(asked.our_force.as_ref().map(|force| format!("--our-force {force}")));
    words.extend(asked.due.iter().map(|due| store_and_file(due)).map(|(store, _)| format!("--due {store}=")));
    words
}

/// `STORE=FILE`, or a file that names no store.
fn store_and_file(due: &str) -> (String, String) {
    match due.split_once('=') {
        Some((store, file)) if !Path::new(due).exists() => (store.trim().to_owned(), file.to_owned()),
        _ => (String::new(), due.to_owned()),
    }
}

fn waivers(path: Option<&Path>, as_at: NaiveDate) -> Result<(Waivers, Option<InputFile>), String> {
    let Some(path) = path else { return Ok((Waivers::default(), None)) };
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let bytes = std::fs::read(path).map_err(|error| told(&error))?;
    let name = path.display().to_string();
    let waivers = Waivers::read(Source::new(&name, &bytes), as_at).map_err(|error| error.to_string())?;
    Ok((waivers, Some(InputFile::of(inputs::bare(&name), &bytes))))
}
