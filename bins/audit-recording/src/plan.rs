//! `plan`: how many records of each stratum to draw.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io,
    path::{Path, PathBuf},
};

use batch::{
    exit::{Exit, FailOn},
    extracts,
    findings::{Findings, Found},
    manifest::{InputFile, Manifest, RuleBook},
    output::{Draft, Replace},
    repeated::Numbers,
    stderr::{in_full, say},
    stdout, target,
};
use chrono::NaiveDate;
use clap::Args;
use recording_audit::{
    rules::OF_SAMPLING,
    sample::{Design, FRAME, Filter, LastAudit, Of, Plan, Target, last_audit, margin_of_all, planned},
};
use rust_decimal::Decimal;
use statistics::{Allocation, AttributeMethod, Confidence};
use table::Source;

use crate::{
    ROOM,
    frame::{FrameInput, input_of},
};

mod counted;

use counted::Counted;

const EXAMPLES: &str = "\
Examples:
  A margin of 3 points either way for all reports together, at least 30 of each route and month:
    audit-recording plan reports.csv --strata route,month --margin 3 --minimum 30 --out plan
  Show that fewer than 5 of 100 are wrong, even if one is found to be:
    audit-recording plan reports.csv --tolerable 5 --accepted 1 --out plan
  More where the last audit was less sure, from a records system's own columns:
    audit-recording plan export.xlsx --map niche.toml --strata route --size 400 --allocation neyman --last-audit last.csv --out plan

`template frame` and `template last-audit` print empty tables. Exit codes: 0 done; 1 done, with findings; 2 could not do it.";

/// What `plan` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[command(group = clap::ArgGroup::new("target").required(true).args(["margin", "size", "tolerable"]))]
pub struct Wanted {
    /// The records that may be audited: CSV, XLSX, ODS (Parquet if built so) with the columns of `template frame`, and any others.
    frame: PathBuf,
    /// How a records system's own columns and days become ours: a section `[frame]`. Give it to `sample` and `redraw` too.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// The folder to write: the plan, and what is wrong with the frame.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Columns whose values make the strata, with commas between them; `month` is made from the column `day`.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    strata: Vec<String>,
    /// The first day of the audit.
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
    /// The last day of the audit.
    #[arg(long, value_name = "YYYY-MM-DD")]
    to: Option<NaiveDate>,
    /// So many that the rate has this margin either way, in percentage points.
    #[arg(long, value_name = "POINTS", value_parser = percentage, allow_hyphen_values = true)]
    margin: Option<Decimal>,
    /// So many records.
    #[arg(long, value_name = "N")]
    size: Option<u64>,
    /// So many that it can be shown that fewer than this percentage are wrong.
    #[arg(long, value_name = "PERCENT", value_parser = percentage)]
    tolerable: Option<Decimal>,
    /// How many wrong ones may be found, and it is shown all the same.
    #[arg(long, value_name = "N", default_value_t = 0, requires = "tolerable")]
    accepted: u64,
    /// By which distribution: `binomial`, `hypergeometric`, or `reliability factor`, the convention of auditors.
    #[arg(long, value_name = "METHOD", default_value_t = AttributeMethod::Hypergeometric, requires = "tolerable")]
    method: AttributeMethod,
    /// The margin, the size or the rate is meant for each stratum, not for all together.
    #[arg(long)]
    each: bool,
    /// How a sample for all is shared out: proportional, equal or Neyman, which draws more where less is sure.
    #[arg(long, value_name = "RULE", default_value_t = Allocation::Proportional)]
    allocation: Allocation,
    /// At least so many of each stratum, or all of it.
    #[arg(long, value_name = "N", default_value_t = 1)]
    minimum: u64,
    /// How sure: 95%.
    #[arg(long, value_name = "PERCENT", default_value = "95%")]
    confidence: Confidence,
    /// The share of crimes recorded to expect where the last audit says nothing; 50 is enough for any.
    #[arg(long, value_name = "PERCENT", default_value = "50", value_parser = percentage)]
    expected: Decimal,
    /// Crimes due and recorded by stratum in the last audit: `summary-rates.csv` of its score, or a table as `template last-audit`.
    #[arg(long, value_name = "FILE")]
    last_audit: Option<PathBuf>,
    /// How many more to hold in reserve, in percent.
    #[arg(long, value_name = "PERCENT", default_value = "20", value_parser = percentage)]
    reserve: Decimal,
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

/// Runs `plan`.
pub fn run(wanted: &Wanted) -> Result<Exit, String> {
    let as_at = wanted.as_at.unwrap_or_else(|| chrono::Local::now().date_naive());
    if let (Some(from), Some(to)) = (wanted.from, wanted.to)
        && to < from
    {
        return Err(format!("the period ends on {to}, before it begins on {from}"));
    }
    if let Some(blank) = wanted.strata.iter().position(|name| name.trim().is_empty()) {
        return Err(format!("column {} of --strata has no name: is there a comma too many?", blank + 1));
    }
    let read = [Some(wanted.frame.as_path()), wanted.map.as_deref(), wanted.last_audit.as_deref()];
    let read: Vec<&Path> = read.into_iter().flatten().collect();
    let replace =
        target::replace(&wanted.out, "plan", Replace::asked(wanted.force), &read).map_err(in_full)?;
    let program = env!("CARGO_PKG_NAME");
    let mut draft = Draft::begin(&wanted.out, program, replace).map_err(in_full)?;
    let filter = Filter { from: wanted.from, to: wanted.to };
    let scratch = draft.scratch().map_err(in_full)?;
    let mapping = extracts::mapping(wanted.map.as_deref(), &[("frame", &FRAME)]).map_err(in_full)?;
    let map = mapping.as_ref().and_then(|mapping| mapping.table("frame"));
    let extract = extracts::ready(&wanted.frame, &FRAME, map, &scratch).map_err(in_full)?;
    let input = FrameInput::open(extract, &filter, &wanted.strata, &[])?;
    let mut findings = Findings::new(&draft, ROOM).map_err(in_full)?;
    let (last, last_file) = last(wanted.last_audit.as_deref())?;

    let mut counted = Counted::default();
    let mut numbers = Numbers::new(&scratch, "frame");
    let mut stratum = String::new();
    let frame =
        input.each("counting", |row| counted.add(&input, row, &mut stratum, &mut numbers, &mut findings))?;
    let repeated = counted
        .take_out_repeated(&input, &numbers, &mut findings)
        .map_err(|error| format!("{}: {error}", wanted.frame.display()))?;

    let design = wanted.design();
    let strata = planned(&counted.strata, &last, &design).map_err(|error| error.to_string())?;
    for name in last.keys().filter(|name| !counted.strata.contains_key(*name)) {
        say(&format!("the last audit has a stratum `{name}`, and the frame has none"));
    }
    if wanted.last_audit.is_some() {
        for part in strata.iter().filter(|part| !last.contains_key(&part.stratum)) {
            say(&format!(
                "the last audit says nothing of `{}` (small counts are left out of summary-rates.csv; score with --threshold 0 for a file that stays inside): {}% is expected",
                part.stratum, design.expected
            ));
        }
    }
    let plan = Plan {
        program: format!("{program} {}", env!("CARGO_PKG_VERSION")),
        as_at,
        wanted: design.wanted(),
        confidence: design.confidence.to_string(),
        expected_margin: margin_of_all(&strata, &last, &design),
        strata_columns: wanted.strata.clone(),
        repeated_lines: repeated,
        frame,
        filter,
        strata,
    };
    let text = toml::to_string(&plan).map_err(|error| error.to_string())?;
    let mut file = draft.file("plan.toml", false).map_err(in_full)?;
    io::Write::write_all(&mut file, text.as_bytes()).map_err(|error| error.to_string())?;
    draft.keep(file).map_err(in_full)?;
    let found = findings.keep(&mut draft).map_err(in_full)?;
    let mut manifest = Manifest::new(program, env!("CARGO_PKG_VERSION"), as_at);
    manifest.command =
        vec!["plan".to_owned(), plan.wanted.clone(), format!("--confidence {}", plan.confidence)];
    manifest.rule_books = RuleBook::of(OF_SAMPLING);
    manifest.inputs = std::iter::once(input_of(&plan.frame)).chain(last_file).collect();
    let written = draft.stand(manifest).map_err(in_full)?;
    if let Some(left) = written.left_behind {
        say(&left.to_string());
    }
    stdout::print(&told(&plan, &counted, &found, &wanted.out)).map_err(|error| error.to_string())?;
    Ok(found.exit(wanted.fail_on))
}

impl Wanted {
    fn design(&self) -> Design {
        let target = match (self.margin, self.size, self.tolerable) {
            (Some(margin), _, _) => Target::Margin(margin),
            (None, Some(size), _) => Target::Size(size),
            // One of the three is there: the command line asks for it.
            (None, None, tolerable) => Target::Attribute {
                tolerable: tolerable.unwrap_or_default(),
                accepted: self.accepted,
                method: self.method,
            },
        };
        Design {
            target,
            of: if self.each { Of::EachStratum } else { Of::Whole },
            allocation: self.allocation,
            minimum: self.minimum,
            confidence: self.confidence,
            expected: self.expected,
            reserve: self.reserve,
        }
    }
}

/// `3`, `3.5` or `3%`.
pub fn percentage(text: &str) -> Result<Decimal, String> {
    let number = text.trim().trim_end_matches('%').trim_end();
    number.parse().map_err(|_| format!("`{text}` is no percentage such as `3` or `3.5%`"))
}

fn last(path: Option<&Path>) -> Result<(BTreeMap<String, LastAudit>, Option<InputFile>), String> {
    let Some(path) = path else { return Ok((BTreeMap::new(), None)) };
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    let last = last_audit(Source::new(&name, &bytes)).map_err(|error| error.to_string())?;
    Ok((last, Some(InputFile::of(extracts::bare(path), &bytes))))
}

fn told(plan: &Plan, counted: &Counted, found: &Found, out: &Path) -> String {
    let mut text = String::new();
    let records: u64 = counted.strata.values().sum();
    // Into memory: it cannot fail.
    let _ = writeln!(
        text,
        "Planned as at {}: {}\n  {} rows in = {records} records of the audit + {} outside the period + {} repeated + {} rejected",
        plan.as_at, plan.wanted, plan.frame.rows, counted.outside, counted.repeated, counted.rejected
    );
    if plan.wanted.starts_with("fewer than") {
        text.push_str("  the margins below are those of a rate, which this plan does not ask for\n");
    }
    let _ = writeln!(text, "\n{:>10} {:>8} {:>8} {:>9}  stratum", "records", "to draw", "reserve", "margin");
    for part in &plan.strata {
        let margin = part.margin.as_ref().map_or("none".to_owned(), |margin| format!("±{margin}"));
        let _ = writeln!(
            text,
            "{:>10} {:>8} {:>8} {:>9}  {}, {} expected",
            part.population, part.size, part.reserve, margin, part.stratum, part.expected
        );
    }
    let margin = plan.expected_margin.as_ref().map_or("none".to_owned(), |margin| format!("±{margin}"));
    let reserve: u64 = plan.strata.iter().map(|part| part.reserve).sum();
    let _ = writeln!(
        text,
        "{records:>10} {:>8} {reserve:>8} {margin:>9}  all strata, weighted with their records; margins in percentage points at {}",
        plan.size(),
        plan.confidence
    );
    let _ = writeln!(
        text,
        "\n{}written: {} (plan.toml, findings.csv, findings.jsonl, manifest.json)",
        found.told(),
        out.display()
    );
    let _ = writeln!(
        text,
        "next: audit-recording sample FRAME --plan {} --seed 'words chosen in public' --auditors NAME,NAME --out DIR",
        out.join("plan.toml").display()
    );
    text
}
