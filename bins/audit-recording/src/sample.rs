//! `sample`: the sample of a plan, drawn and shared out among auditors.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use batch::{
    exit::Exit,
    extracts,
    output::{OutputFile, Replace},
    stderr::in_full,
    stdout, target,
};
use chrono::NaiveDate;
use clap::Args;
use recording_audit::sample::{
    Drawing, DrawnRecord, FRAME, Filter, Placed, Plan, SampleManifest, SampledCase, SampledPart, manifest_of,
    parts_of, share_out,
};
use rust_decimal::Decimal;
use table::Source;

use crate::{frame::FrameInput, plan::percentage, sample::files::Written};

pub mod files;

const EXAMPLES: &str = "\
Examples:
  audit-recording sample reports.csv --plan plan/plan.toml --seed 'words chosen in public' --auditors A,B --out sample
  One case in ten judged by two auditors; they see the day and the unit of each report:
    audit-recording sample reports.csv --plan plan/plan.toml --seed 'words chosen in public' --auditors A,B,C --double 10 --show day,unit --out sample

What is about people is for its owner only. Exit codes: 0 done; 2 could not do it.";

/// What `sample` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Wanted {
    /// The frame from which the plan was made.
    frame: PathBuf,
    /// The plan, `plan.toml`; its sizes may have been changed by hand.
    #[arg(long, value_name = "FILE")]
    plan: PathBuf,
    /// The mapping that the plan was made with.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// Words that decide the draw. Have them chosen in public after the plan is fixed: they, and nothing else, decide who is drawn.
    #[arg(long, value_name = "WORDS")]
    seed: String,
    /// Who judges, with commas between them: posts or letters rather than names.
    #[arg(long, value_name = "NAMES", value_delimiter = ',', required = true)]
    auditors: Vec<String>,
    /// How many of the cases two auditors judge, in percent; neither is told which.
    #[arg(long, value_name = "PERCENT", default_value = "0", value_parser = percentage)]
    double: Decimal,
    /// Lines in the sheet for each case: one a crime, for records that hold several.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=50))]
    lines: u64,
    /// Columns of the frame that auditors are shown, with commas between them.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    show: Vec<String>,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// How long what is about people may be kept, for the manifest.
    #[arg(long, value_name = "TEXT")]
    retention: Option<String>,
    /// Today, for this run.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_at: Option<NaiveDate>,
    /// Replace the outputs of an earlier run.
    #[arg(long)]
    force: bool,
}

/// Runs `sample`.
pub fn run(wanted: &Wanted) -> Result<Exit, String> {
    let as_at = wanted.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    let name = wanted.plan.display().to_string();
    let bytes = fs::read(&wanted.plan).map_err(|error| format!("{name}: {error}"))?;
    let plan = Plan::read(Source::new(&name, &bytes)).map_err(|error| error.to_string())?;
    let read = [Some(wanted.frame.as_path()), wanted.map.as_deref(), Some(wanted.plan.as_path())];
    let read: Vec<&Path> = read.into_iter().flatten().collect();
    let replace =
        target::replace(&wanted.out, "sample", Replace::asked(wanted.force), &read).map_err(in_full)?;
    if wanted.seed.trim().is_empty() {
        return Err("the seed is empty: anybody could have guessed it before the draw".to_owned());
    }
    let asked = Asked {
        filter: &plan.filter,
        strata_columns: &plan.strata_columns,
        shown: &wanted.show,
        parts: &parts_of(&plan),
        repeated_lines: &plan.repeated_lines,
        seed: &wanted.seed,
    };
    let drawn = draw(&wanted.frame, wanted.map.as_deref(), &plan.frame.sha256, &asked)?;
    let program = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let mut manifest = manifest_of(&plan, &program, as_at, &wanted.seed, (drawn.cases, &drawn.records));
    manifest.shown.clone_from(&wanted.show);
    manifest.lines = wanted.lines;
    let auditors: Vec<String> = wanted.auditors.iter().map(|name| name.trim().to_owned()).collect();
    share_out(&mut manifest.cases, &auditors, wanted.double, &wanted.seed)
        .map_err(|error| error.to_string())?;
    let written = files::write(&Written {
        manifest: &manifest,
        sheets: &manifest,
        drawn: &drawn.records,
        out: &wanted.out,
        replace,
        retention: wanted.retention.as_deref(),
        command: vec![
            "sample".to_owned(),
            format!("--auditors {}", auditors.join(",")),
            format!("--double {}", wanted.double),
        ],
        more: Vec::<OutputFile>::new(),
    })?;
    stdout::print(&told(&manifest, &auditors, &wanted.out, &written)).map_err(|error| error.to_string())?;
    Ok(Exit::Done)
}

/// What a draw needs besides the frame.
pub struct Asked<'a> {
    pub filter: &'a Filter,
    pub strata_columns: &'a [String],
    pub shown: &'a [String],
    pub parts: &'a [SampledPart],
    pub repeated_lines: &'a [u64],
    pub seed: &'a str,
}

/// What was drawn.
pub struct Drawn {
    pub sha256: String,
    pub cases: Vec<SampledCase>,
    pub records: Vec<DrawnRecord>,
}

/// Draws from the frame, which has to be the one of this digest, in one pass.
pub fn draw(path: &Path, map: Option<&Path>, sha256: &str, asked: &Asked<'_>) -> Result<Drawn, String> {
    let scratch = extracts::Scratch::below(&std::env::temp_dir()).map_err(in_full)?;
    let mapping = extracts::mapping(map, &[("frame", &FRAME)]).map_err(in_full)?;
    let map = mapping.as_ref().and_then(|mapping| mapping.table("frame"));
    let extract = extracts::ready(path, &FRAME, map, scratch.path()).map_err(in_full)?;
    let input = FrameInput::open(extract, asked.filter, asked.strata_columns, asked.shown)?;
    let mut drawing = Drawing::new(asked.seed, asked.parts, asked.repeated_lines);
    let mut stratum = String::new();
    let frame = input.each("drawing", |row| {
        if let Placed::In { record, .. } = input.frame.place(row, &mut stratum) {
            drawing.offer(&stratum, record, row.line, || input.frame.shown(row));
        }
        Ok(())
    })?;
    if frame.sha256 != sha256 {
        return Err(format!(
            "{}: this is another frame than the one that was planned for: its SHA-256 is {}, and should be {sha256}",
            path.display(),
            frame.sha256
        ));
    }
    let (cases, records) = drawing.ended().map_err(|error| error.to_string())?;
    Ok(Drawn { sha256: frame.sha256, cases, records })
}

fn told(manifest: &SampleManifest, auditors: &[String], out: &Path, written: &[String]) -> String {
    let judged = manifest.judged().count();
    let twice = manifest.judged().filter(|case| case.auditors.len() > 1).count();
    let mut text = String::new();
    // Into memory: it cannot fail.
    let _ = writeln!(
        text,
        "Drawn as at {} with the seed `{}`: {judged} cases to judge, {twice} of them twice, {} in reserve",
        manifest.as_at,
        manifest.seed,
        manifest.cases.len() - judged
    );
    for auditor in auditors {
        let cases = manifest.judged().filter(|case| case.auditors.contains(auditor)).count();
        let _ = writeln!(text, "  {cases:>9}  {auditor}");
    }
    let _ = writeln!(text, "written: {} ({})", out.display(), written.join(", "));
    let _ = writeln!(
        text,
        "next: give each auditor their sheet and their identity map, and score what they send back:\n  audit-recording score --manifest {} SHEET... --out DIR",
        out.join(recording_audit::sample::MANIFEST_NAME).display()
    );
    text
}
