//! `score`: an audit judged by auditors, or its published counts, as rates with their intervals.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
};

use batch::{
    exit::{Exit, FailOn},
    manifest::{InputKind, Manifest, RuleBook},
    output::{OutputFile, OutputSet, Replace, write},
    stderr::{in_full, say},
    stdout, target,
};
use chrono::{NaiveDate, NaiveDateTime};
use clap::Args;
use counting_rules::rules::recording_deadline::{self, EDITIONS, deadline};
use recording_audit::{
    rules::OF_SCORE,
    sample::SampleManifest,
    score::{
        Answer, Grades, Limit, Settings, Sheets, read_counts, read_earlier, read_no_crimes, score_counts,
        score_judgements,
    },
};
use table::Rows;

mod inputs;
mod outputs;
mod report;
mod workbook;

const EXAMPLES: &str = "\
Examples:
  audit-recording score --manifest sample/sample-manifest.json ann.csv bob.csv --out scored --as-at 2026-06-01
  cp scored/disagreements.csv moderated.csv   # and fill in: the judgement that stands, decided_by, why
  audit-recording score --manifest sample/sample-manifest.json ann.csv bob.csv --moderation moderated.csv --out scored --force
  audit-recording score --counts docs/examples/counts-2014/counts.csv --decisions docs/examples/counts-2014/decisions.csv --out scored
  audit-recording score --manifest sample/sample-manifest.json *.csv --out scored --earlier last-year --grades grades.toml
  audit-recording template judgements > ann.csv

In the folder: report.html, summary.xlsx, figures.csv and summary-rates.csv may leave the force (small counts of a stratum are left out, unless they are
published); judgements.csv, disagreements.csv and findings.* are for their owner only. What is told at the end is exact.
";

/// What `score` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Score {
    /// The sheets that auditors filled, with the columns of `template judgements`.
    #[arg(value_name = "SHEET", requires = "manifest")]
    sheets: Vec<PathBuf>,
    /// The manifest of the sample: which cases were drawn, of how many records, and who judges them.
    #[arg(long, value_name = "FILE", requires = "sheets", required_unless_present = "counts")]
    manifest: Option<PathBuf>,
    /// Decisions on cases of which two auditors said different things: `disagreements.csv` of an earlier run, filled in.
    #[arg(long, value_name = "FILE", requires = "manifest")]
    moderation: Option<PathBuf>,
    /// Published counts, with the columns of `template counts`, of one force or of several; nothing of them is suppressed.
    #[arg(long, value_name = "FILE", conflicts_with = "manifest")]
    counts: Option<PathBuf>,
    /// Published counts of decisions that a recorded crime was no crime, with the columns of `template decisions`.
    #[arg(long, value_name = "FILE", requires = "counts")]
    decisions: Option<PathBuf>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// An earlier audit to hold this one against: the folder of its run, or its `summary-rates.csv`.
    #[arg(long, value_name = "DIR_OR_FILE")]
    earlier: Option<PathBuf>,
    /// Thresholds of grades, each set with its first day and its source, as TOML; without them there is no grade.
    #[arg(long, value_name = "FILE.toml")]
    grades: Option<PathBuf>,
    /// The interval of a simple share: wilson, clopper-pearson, jeffreys or agresti-coull.
    #[arg(long, value_name = "METHOD", default_value = "wilson")]
    interval: String,
    /// The interval of an estimate over strata: score, mover, `effective-n wilson` or wald.
    #[arg(long, value_name = "METHOD", default_value = "score")]
    weighted: String,
    /// How sure the intervals are, in percent.
    #[arg(long, value_name = "PERCENT", default_value = "95")]
    confidence: String,
    /// With fewer than so many a rate is not printed: too few to say.
    #[arg(long, value_name = "N", default_value_t = 30)]
    least: u64,
    /// How many records the whole year has, where the sample is of a part of it: the crimes unrecorded are then also told for the year,
    /// as if the rest of it were like that part.
    #[arg(long, value_name = "N", requires = "manifest")]
    year_records: Option<u64>,
    /// Counts of a stratum above nought and below this are left out of what may leave the force; 0 leaves out none.
    #[arg(long, value_name = "N", default_value_t = 5)]
    threshold: u64,
    /// How long the files about people may be kept, for the manifest.
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

/// Runs `score`.
pub fn run(asked: &Score) -> Result<Exit, String> {
    let as_at = asked.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let settings = Settings { least: asked.least, year_records: asked.year_records, ..Settings::new(as_at) }
        .named(&asked.interval, &asked.weighted, &asked.confidence)
        .map_err(|error| error.to_string())?;
    let mut files = inputs::Files::default();
    let Read { mut answer, day, rows, limits } = match &asked.manifest {
        Some(manifest) => of_sheets(asked, manifest, &mut files, &settings)?,
        None => of_counts(asked, &mut files, &settings)?,
    };
    if let Some(path) = &asked.earlier {
        let path = if path.is_dir() { path.join("summary-rates.csv") } else { path.clone() };
        let earlier = files.table(&path, InputKind::Published, read_earlier)?;
        answer.held_against(&earlier, &settings).map_err(|error| error.to_string())?;
    }
    let grades = match &asked.grades {
        Some(path) => Some(files.table(path, InputKind::Published, Grades::read)?),
        None => None,
    };
    answer.graded(grades.as_ref(), day);
    let open = asked.manifest.is_some().then(|| answer.for_others(asked.threshold));

    let mut manifest = Manifest::new(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"), as_at);
    manifest.command = command(asked);
    let judged = asked.manifest.iter().map(|_| &recording_deadline::RULE);
    manifest.rule_books = RuleBook::of(&OF_SCORE.iter().copied().chain(judged).collect::<Vec<_>>());
    let scored = outputs::Scored {
        answer: &answer,
        for_others: open.as_ref(),
        from: match open {
            Some(_) => report::From::Judgements { threshold: asked.threshold },
            None => report::From::Counts,
        },
        settings: &settings,
        rows: &rows,
        limits: &limits,
        grades: grades.as_ref().and_then(|grades| grades.on(day)),
        inputs: &files.read,
    };
    let written = outputs::files(&scored)?;
    manifest.inputs = files.read;
    manifest.retention.clone_from(&asked.retention);
    let names: Vec<String> = written.iter().map(|file: &OutputFile| file.name.clone()).collect();
    let read = asked.sheets.iter().chain(&asked.manifest).chain(&asked.moderation).chain(&asked.counts);
    let read: Vec<&Path> = read.chain(&asked.decisions).chain(&asked.grades).map(PathBuf::as_path).collect();
    let replace =
        target::replace(&asked.out, "score", Replace::asked(asked.force), &read).map_err(in_full)?;
    let done = write(&asked.out, &OutputSet { manifest, files: written }, replace).map_err(in_full)?;
    if let Some(left) = done.left_behind {
        say(&left.to_string());
    }
    stdout::print(&outputs::told(&answer, &settings, &asked.out, &names))
        .map_err(|error| error.to_string())?;
    Ok(Exit::after(&answer.findings, asked.fail_on))
}

/// What was read and scored.
struct Read {
    answer: Answer,
    /// The last day of the audit's period, which chooses the grades.
    day: NaiveDate,
    /// What became of the rows of sheets.
    rows: String,
    /// The limits for recording that were asked, in words.
    limits: Vec<String>,
}

fn of_sheets(
    asked: &Score,
    manifest: &Path,
    files: &mut inputs::Files,
    settings: &Settings,
) -> Result<Read, String> {
    let manifest = files.table(manifest, InputKind::PersonLevel, SampleManifest::read)?;
    let (mut sheets, mut moderation) = (Sheets::default(), None);
    for sheet in &asked.sheets {
        files.table(sheet, InputKind::PersonLevel, |source| sheets.add_judgements(source))?;
    }
    if let Some(path) = &asked.moderation {
        let decided = moderation.insert(Sheets::default());
        files.table(path, InputKind::PersonLevel, |source| decided.add_moderation(source))?;
    }
    // Which texts the limits rest on, and how they were read, is told with the answer.
    let asked_of = RefCell::new(Vec::new());
    let mut answer =
        score_judgements(&manifest, &sheets, moderation.as_ref(), &|at| limit(at, &asked_of), settings)
            .map_err(|error| error.to_string())?;
    let [rows, used, rejected, empty] = answer.rows;
    let said = format!("{rows} rows in = {used} read + {rejected} rejected + {empty} not filled in");
    answer.sentences.insert(0, said.clone());
    let asked_of = asked_of.borrow();
    let editions = EDITIONS.iter().filter(|edition| asked_of.contains(&edition.received));
    let limits: Vec<String> = editions
        .map(|edition| {
            let (from, to) = edition.received;
            let (hours, text) = (edition.hours, &edition.citation);
            format!("The limit for reports received from {from} to {to} is {hours} hours: {text}.")
        })
        .collect();
    answer.sentences.extend(limits.iter().cloned());
    let day = manifest.filter.to.unwrap_or(settings.as_at);
    Ok(Read { answer, day, rows: format!("Of the sheets: {said}."), limits })
}

/// The limit for recording, as the counting rules give it; the days of its edition are added to `asked_of`.
fn limit(received: NaiveDateTime, asked_of: &RefCell<Vec<(NaiveDate, NaiveDate)>>) -> Limit {
    let Ok(limit) = deadline(received) else { return Limit::NotHeld };
    let mut asked_of = asked_of.borrow_mut();
    if !asked_of.contains(&limit.edition.received) {
        asked_of.push(limit.edition.received);
    }
    Limit::Until { earlier: limit.safe(), later: limit.by_the_clock.max(limit.as_they_pass) }
}

fn of_counts(asked: &Score, files: &mut inputs::Files, settings: &Settings) -> Result<Read, String> {
    let path = asked.counts.as_deref().ok_or("neither counts nor judgements are named")?;
    let counts = files.table(path, InputKind::Published, read_counts)?;
    let decisions = match asked.decisions.as_deref() {
        Some(path) => Some(files.table(path, InputKind::Published, read_no_crimes)?),
        None => None,
    };
    let mut answer = score_counts(&counts, decisions.as_ref(), settings);
    let mut said = vec![accounted(&counts)];
    said.extend(decisions.as_ref().map(accounted));
    answer.sentences.splice(0..0, said);
    Ok(Read { answer, day: settings.as_at, rows: String::new(), limits: Vec::new() })
}

/// What became of the rows of a table of counts.
fn accounted<T>(rows: &Rows<T>) -> String {
    let (used, rejected) = (rows.good.len(), rows.rejected.len());
    format!("{}: {} rows in = {used} used + {rejected} rejected", rows.file, rows.rows_in())
}

/// The options that decide what comes out.
fn command(asked: &Score) -> Vec<String> {
    let mut words = vec![
        "score".to_owned(),
        format!("--interval {}", asked.interval),
        format!("--weighted {}", asked.weighted),
        format!("--confidence {}", asked.confidence),
        format!("--least {}", asked.least),
        format!("--threshold {}", asked.threshold),
    ];
    words.extend(asked.year_records.map(|records| format!("--year-records {records}")));
    words
}
