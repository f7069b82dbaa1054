//! `score`: an audit judged by auditors, or its published counts, as rates with their intervals.

use std::path::PathBuf;

use batch::{
    exit::{Exit, FailOn},
    manifest::{InputKind, Manifest, RuleBook},
    output::{OutputFile, OutputSet, Replace, write},
    stdout,
};
use chrono::NaiveDate;
use clap::Args;
use recording_audit::{
    rules::OF_SCORE,
    score::{Answer, Settings, read_counts, read_no_crimes, score_counts},
};

use crate::{compare::in_full, decide::say};

mod inputs;
mod outputs;

const EXAMPLES: &str = "\
Examples:
  audit-recording score --counts docs/examples/counts-2014/counts.csv --decisions docs/examples/counts-2014/decisions.csv --out scored
  audit-recording template counts > counts.csv
";

/// What `score` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Score {
    /// Published counts, with the columns of `template counts`, of one force or of several; nothing of them is suppressed.
    #[arg(long, value_name = "FILE", required = true)]
    counts: Option<PathBuf>,
    /// Published counts of decisions that a recorded crime was no crime, with the columns of `template decisions`.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
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
    let settings = Settings { least: asked.least, ..Settings::new(as_at) }
        .named(&asked.interval, &asked.weighted, &asked.confidence)
        .map_err(|error| error.to_string())?;
    let mut files = inputs::Files::default();
    let answer = of_counts(asked, &mut files, &settings)?;

    let mut manifest = Manifest::new(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"), as_at);
    manifest.command = command(asked);
    manifest.rule_books = RuleBook::of(OF_SCORE);
    manifest.inputs = files.read;
    let written = outputs::files(&answer)?;
    let names: Vec<String> = written.iter().map(|file: &OutputFile| file.name.clone()).collect();
    let replace = if asked.force { Replace::Ours } else { Replace::Never };
    let done = write(&asked.out, &OutputSet { manifest, files: written }, replace).map_err(in_full)?;
    if let Some(left) = done.left_behind {
        say(&left.to_string());
    }
    stdout::print(&outputs::told(&answer, &settings, &asked.out, &names))
        .map_err(|error| error.to_string())?;
    Ok(Exit::after(&answer.findings, asked.fail_on))
}

fn of_counts(asked: &Score, files: &mut inputs::Files, settings: &Settings) -> Result<Answer, String> {
    let path = asked.counts.as_deref().ok_or("neither counts nor judgements are named")?;
    let counts = files.table(path, InputKind::Published, read_counts)?;
    let decisions = match asked.decisions.as_deref() {
        Some(path) => Some(files.table(path, InputKind::Published, read_no_crimes)?),
        None => None,
    };
    Ok(score_counts(&counts, decisions.as_ref(), settings))
}

/// The options that decide what comes out.
fn command(asked: &Score) -> Vec<String> {
    vec![
        "score".to_owned(),
        format!("--interval {}", asked.interval),
        format!("--weighted {}", asked.weighted),
        format!("--confidence {}", asked.confidence),
        format!("--least {}", asked.least),
    ]
}
