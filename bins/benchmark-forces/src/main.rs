//! How unusual is a force, along time and between forces, by official figures as they are published?

use std::process::ExitCode;

use batch::{exit::Exit, stderr::say, stdout};
use clap::{Parser, Subcommand};

mod against;
mod compare;
mod describe;
mod input;
mod long;
mod options;
mod read;
mod reconcile;
mod report;
mod told;
mod within;
mod written;

const EXAMPLES: &str = "\
Examples:
  benchmark-forces report rec-crime-pfa.csv --force E23000014 --population populations.csv --out report
  benchmark-forces read rec-crime-pfa.csv
  benchmark-forces compare rec-crime-pfa.csv prc-pfa-tables.csv
  benchmark-forces reconcile no_crimes.csv --declared declared.toml
  benchmark-forces against table.csv reference.csv --tolerance 1%
  benchmark-forces explain releases-disagree
  benchmark-forces template measures > measures.toml

Exit codes:
  0  done
  1  done, with findings at or above --fail-on
  2  could not do it: a file cannot be read, there is no such rule or force";

/// Says how unusual a force is among forces and in time, by official figures as they are published.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Say how unusual a force is among forces, beside its peers and in time, measure by measure.
    Report(Box<report::Report>),
    /// Say what is in official files: areas, classes, periods, rows, and everything that is wrong with them.
    Read(read::Read),
    /// Compare the community safety partnerships of a force with each other, by the share that a class has in all their offences.
    Partnerships(within::Within),
    /// Hold two releases of the same figures against each other.
    Compare(compare::Compare),
    /// Hold the sums, differences and percentages of a table against itself, with every repair of a single cell.
    Reconcile(reconcile::Reconcile),
    /// Hold a table against a reference with the same names: shifted rows, values that are off, other definitions.
    Against(Box<against::Against>),
    /// List every rule: of published figures, and of reading tables.
    Rules,
    /// Print a rule: what it says, since when, who says so, the record that breaks it, and what mends it.
    Explain {
        /// The rule by its slug.
        rule: String,
    },
    /// Print an empty table, or settings to begin with.
    Template {
        /// A table (`recorded_crime`, groups, populations, breaks), or settings (measures, declared).
        what: String,
    },
    /// Print the JSON Schema of one row of a table.
    Schema {
        /// `recorded_crime`, groups, populations or breaks.
        what: String,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().verb {
        Verb::Report(asked) => report::run(&asked),
        Verb::Read(asked) => read::run(&asked),
        Verb::Partnerships(asked) => within::run(&asked),
        Verb::Compare(asked) => compare::run(&asked),
        Verb::Reconcile(asked) => reconcile::run(&asked),
        Verb::Against(asked) => against::run(&asked),
        Verb::Rules => said(Ok(describe::rules())),
        Verb::Explain { rule } => said(describe::explain(&rule)),
        Verb::Template { what } => said(describe::template(&what)),
        Verb::Schema { what } => said(describe::schema(&what)),
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
