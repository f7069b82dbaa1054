//! Was every crime recorded that the counting rules say should be? So far: the list of offences, and by when.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use batch::{exit::Exit, stdout};
use chrono::{NaiveDate, NaiveDateTime};
use clap::{Parser, Subcommand};

mod deadline;
mod offences;

const EXAMPLES: &str = "\
Examples:
  audit-recording offence 008/06
  audit-recording offence 8N --on 2024-05-01
  audit-recording offences --search \"pedal cycle\"
  audit-recording deadline --received 2026-05-01T14:30
  audit-recording explain recording-deadline

Exit codes:
  0  done
  2  could not do it: there is no such offence, rule or edition";

/// Answers from the list of notifiable offences and from the counting rules.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Print every row of an offence or a class: title, Act, class, group, unit, sentence, whom it is against.
    Offence {
        /// A subcode as `008/06`, or a class as `8N`.
        code: String,
        /// Say also whether it was in force on this day: yes, no, or not known.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<NaiveDate>,
    },
    /// List the offences whose title, class or Act holds every one of these words.
    Offences {
        /// The words.
        #[arg(long, value_name = "WORDS")]
        search: String,
    },
    /// Say by when a crime must be recorded, from the moment its report was received.
    Deadline {
        /// The moment of receipt, local time.
        #[arg(long, value_name = "YYYY-MM-DDTHH:MM", value_parser = deadline::moment)]
        received: NaiveDateTime,
    },
    /// List every rule of the counting rules that is held.
    Rules,
    /// Print a rule: what it says, since when, who says so, the record that breaks it, and what mends it.
    Explain {
        /// The rule by its slug.
        rule: String,
    },
}

fn main() -> ExitCode {
    let said = match Arguments::parse().verb {
        Verb::Offence { code, on } => offences::one(&code, on),
        Verb::Offences { search } => offences::found(&search),
        Verb::Deadline { received } => deadline::of(received),
        Verb::Rules => Ok(deadline::rules()),
        Verb::Explain { rule } => deadline::explain(&rule),
    };
    let done = said.and_then(|text| stdout::print(&text).map_err(|error| error.to_string()));
    match done {
        Ok(()) => Exit::Done.into(),
        Err(message) => {
            // Nobody may be listening any more; the exit code says it all the same.
            let _ = writeln!(io::stderr(), "error: {}", stdout::harmless(&message));
            Exit::CouldNot.into()
        }
    }
}
