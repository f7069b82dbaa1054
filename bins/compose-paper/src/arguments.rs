//! What the command understands.

use std::path::PathBuf;

use batch::exit::FailOn;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  compose-paper docs/examples/west-midlands-2014 --as-at 2014-07-01 --out paper
      writes paper/index.html, paper.md, figures.csv, findings.csv and manifest.json
  compose-paper docs/examples/west-midlands-2014 --as-at 2015-04-01 --out paper --force
      the same folder as known nine months later, in place of the first paper
  compose-paper check docs/examples/west-midlands-2014
      only checks, and writes nothing
  compose-paper figures docs/examples/west-midlands-2014
      lists what {figure:…} can name in the prose
  compose-paper explain commencement-of-the-2014-act
  compose-paper template strata > audit/strata.csv

Exit codes:
  0  done
  1  done, with findings at or above --fail-on; a paper that stands already is then left as it is
  2  could not do it: nothing was written";

/// Turns a force's folder into its board paper, with every number traced.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    #[command(flatten)]
    pub paper: Paper,
}

/// Write a paper.
#[derive(Debug, Args)]
pub struct Paper {
    /// The force's folder, with paper.toml in it.
    #[arg(required = true)]
    pub folder: Option<PathBuf>,
    /// The folder to write; it must not exist, or be an earlier paper with --force.
    #[arg(long, value_name = "DIR", required = true)]
    pub out: Option<PathBuf>,
    /// Replace an earlier paper of this program under --out.
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub common: Common,
}

/// Check a folder.
#[derive(Debug, Args)]
pub struct Check {
    /// The force's folder, with paper.toml in it.
    pub folder: PathBuf,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Args)]
pub struct Common {
    /// The day that is today for this run; what became known later is not used. Without it, the real date.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_at: Option<NaiveDate>,
    /// The severity from which a finding makes the run end with 1: note, warning, error or never.
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub fail_on: FailOn,
    /// The form of the summary on standard output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Check a folder and write nothing: what could not be read, and every finding.
    Check(Check),
    /// List every figure that a narrative may ask for: id, value and what it is.
    Figures(Check),
    /// Hold a written paper against its manifest: which outputs were changed since?
    Verify {
        /// The folder of the paper.
        folder: PathBuf,
    },
    /// List every rule.
    Rules,
    /// Print a rule: what it says, since when, who says so, the record that breaks it, and what mends it.
    Explain {
        /// The rule by its slug, as findings name it.
        rule: String,
    },
    /// Print an empty input table with its header, or `paper` for a first paper.toml.
    Template {
        /// The table by its name; without a known one, the names are listed.
        what: String,
    },
    /// Print the JSON Schema of one row of an input table.
    Schema {
        /// The table by its name.
        what: String,
    },
}
