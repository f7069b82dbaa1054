//! The folder that a run writes, whole or not at all.

use std::path::{Path, PathBuf};

use batch::{
    exit::FailOn,
    manifest::{Manifest, RuleBook},
    output::{self, OutputFile, OutputSet, Replace, WriteError},
    stderr::{in_full, say},
    target,
};
use chrono::NaiveDate;
use clap::Args;
use msf_benchmark::rules;
use rulebook::Finding;
use table::findings::{FINDINGS_HEADER, append_csv, append_json};

use crate::{
    input::Input,
    told::{Format, ROOM},
};

/// What every verb is asked that reads figures.
#[derive(Debug, Args)]
pub struct Common {
    /// Replace the outputs of an earlier run. (Other commands call it --force, which is the police force here.)
    #[arg(long)]
    pub replace: bool,
    /// Today, for this run; without it, the real date.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_at: Option<NaiveDate>,
    /// From which severity of finding on to end with 1: never, note, warning or error.
    #[arg(long, value_name = "SEVERITY", default_value_t = FailOn::default())]
    pub fail_on: FailOn,
    /// The form of what is said on standard output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

impl Common {
    /// Today, for this run.
    pub fn today(&self) -> NaiveDate {
        self.as_at.unwrap_or_else(|| chrono::Local::now().date_naive())
    }
}

/// The outputs of a run.
pub struct Set<'r> {
    /// The folder.
    pub out: &'r Path,
    /// The verb and the options that decide what comes out; the verb first.
    pub command: Vec<String>,
    /// What was read.
    pub inputs: Vec<&'r Input>,
    /// The paths that were read.
    pub paths: Vec<&'r Path>,
    /// The seed, if anything was drawn.
    pub seed: Option<u64>,
    /// The files but for those of findings.
    pub files: Vec<OutputFile>,
}

/// Whether the folder may be written: asked before anything is read.
pub fn may_write(out: &Path, verb: &str, common: &Common, paths: &[&Path]) -> Result<Replace, String> {
    target::replace(out, verb, Replace::asked(common.replace), paths).map_err(|error| error.to_string())
}

/// Writes the folder, `findings.csv`, `findings.jsonl` and the manifest in it, and gives the names of its files.
pub fn write(set: Set<'_>, findings: &[&Finding], common: &Common) -> Result<Vec<String>, String> {
    let verb = set.command.first().map_or("", String::as_str);
    let replace = may_write(set.out, verb, common, &set.paths)?;
    let mut manifest = Manifest::new(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"), common.today());
    manifest.command = set.command;
    manifest.rule_books = RuleBook::of(rules::ALL);
    manifest.seed = set.seed;
    manifest.inputs = set.inputs.iter().map(|input| input.manifest.clone()).collect();
    let mut csv = FINDINGS_HEADER.join(",").into_bytes();
    csv.push(b'\n');
    let mut lines = Vec::new();
    for finding in findings {
        append_csv(ROOM, finding, None, &mut csv);
        append_json(ROOM, finding, None, &mut lines);
    }
    let mut files = set.files;
    files.push(OutputFile::open_to_all("findings.csv", csv));
    files.push(OutputFile::open_to_all("findings.jsonl", lines));
    let names = files.iter().map(|file| file.name.clone()).chain(["manifest.json".to_owned()]).collect();
    let written = output::write(set.out, &OutputSet { manifest, files }, replace).map_err(refused)?;
    if let Some(left) = written.left_behind {
        say(&left.to_string());
    }
    Ok(names)
}

/// Other commands replace with `--force`; here that is the police force.
fn refused(error: WriteError) -> String {
    if let WriteError::Exists { target } = &error {
        return format!(
            "`{}` holds the outputs of an earlier run: say --replace to replace them",
            target.display()
        );
    }
    in_full(error)
}

/// The paths of files that were named, for [`may_write`].
pub fn paths<'p>(data: &'p [PathBuf], others: &[Option<&'p PathBuf>]) -> Vec<&'p Path> {
    data.iter().chain(others.iter().copied().flatten()).map(PathBuf::as_path).collect()
}
