//! Was every recorded crime that was struck out struck out rightly? Each removal against its ground, its proof and who decided.

use std::process::ExitCode;

use batch::{exit::Exit, stderr::say, stdout};
use clap::{Parser, Subcommand};

mod check;
mod describe;
mod why;

const EXAMPLES: &str = "\
From an extract to a list that a unit can work through:
  template removals                  an empty table; what each column asks
  check removals.csv ...             a verdict for each record; findings, a list of what to mend, figures
  why 20/0417 removals.csv           the account of one record: every rule, what it read, what would mend it

Examples:
  check-no-crimes check removals.csv --out checked
  check-no-crimes check removals.xlsx --crimes crimes.csv --waivers waivers.csv --out checked
  check-no-crimes check export.csv --map niche.toml --changed-on 2026-10-01 --recorded 167890 --out checked
  check-no-crimes why 20/0417 removals.csv
  check-no-crimes explain removal-authority
  check-no-crimes grounds

Exit codes:
  0  done
  1  done, with findings at or above --fail-on
  2  could not do it: a file cannot be read, there is no such rule or record";

/// Checks every recorded crime that was removed (no crime, cancelled, transferred) against its ground, its proof and the authority of who decided.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Judge every removal of an extract: it stands, does not stand, cannot be told, or is not covered by an edition that is held.
    Check(Box<check::Check>),
    /// Print the account of one record: every rule that concerns it, the facts it read, what it said, and what would mend it.
    Why(why::Why),
    /// Print the grounds, C1 to C5, what each was called when, and where a series over them breaks.
    Grounds,
    /// List every rule: of removals, and of reading tables.
    Rules,
    /// Print a rule: what it says, since when, who says so, the record that breaks it, and what mends it.
    Explain {
        /// The rule by its slug.
        rule: String,
    },
    /// Print an empty table to begin with.
    Template {
        /// removals, crimes or waivers.
        #[arg(value_parser = ["removals", "crimes", "waivers"])]
        what: String,
    },
    /// Print the JSON Schema of what a records system hands over before a removal is saved.
    Schema {
        /// removal.
        #[arg(value_parser = ["removal"])]
        what: String,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().verb {
        Verb::Check(asked) => check::run(&asked),
        Verb::Why(asked) => why::run(&asked),
        Verb::Grounds => said(Ok(describe::grounds())),
        Verb::Rules => said(Ok(describe::rules())),
        Verb::Explain { rule } => said(describe::explain(&rule)),
        Verb::Template { what } => said(Ok(describe::template(&what))),
        Verb::Schema { .. } => said(Ok(describe::schema())),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(message) => {
            say(&format!("error: {message}"));
            Exit::CouldNot.into()
        }
    }
}

/// Says what was found on standard output.
fn said(text: Result<String, String>) -> Result<Exit, String> {
    stdout::print(&text?).map_err(|error| error.to_string())?;
    Ok(Exit::Done)
}
