//! Was every crime recorded that the counting rules say should be? What is due from a report, with its reasons; whether it was recorded, by a sample or
//! record by record; the list of offences; and by when.

use std::process::ExitCode;

use batch::{exit::Exit, stderr, stdout};
use chrono::{NaiveDate, NaiveDateTime};
use clap::{Parser, Subcommand};
use crime::outcome::Outcome;

mod answer;
mod compare;
mod deadline;
mod decide;
mod describe;
mod facts;
mod frame;
mod offences;
mod outcomes;
mod plan;
mod redraw;
mod repeated;
mod report;
mod sample;
mod score;
mod tally;

/// The room whose findings this command writes.
const ROOM: &str = "recording-audit";

const EXAMPLES: &str = "\
An audit, step by step (each verb has its own --help with examples; docs/recording-audit.md walks through it):
  plan reports.csv ...               how many reports of each kind to look at
  sample reports.csv ...             which ones; a workbook for each auditor
  (the auditors fill in their workbooks)
  score --manifest ... SHEETS        the rates with their margins, and how far two auditors agree
  compare --due ... --recorded ...   instead of a sample: everything against everything

Examples:
  audit-recording decide reports.jsonl > decisions.jsonl
  audit-recording decide reports.jsonl --questions missing.csv --format csv > decisions.csv
  audit-recording plan reports.csv --strata route,month --margin 3 --out plan
  audit-recording sample reports.csv --plan plan/plan.toml --seed 'words chosen in public' --auditors A,B --out sample
  audit-recording score --manifest sample/sample-manifest.json sheet-a.xlsx sheet-b.xlsx --out scored
  audit-recording score --counts counts.csv --out scored
  audit-recording compare --due due.csv --recorded crimes.csv --out audit
  audit-recording outcomes crimes.jsonl --only 1A
  audit-recording template frame
  audit-recording offence 8N --on 2024-05-01
  audit-recording offences --search \"pedal cycle\"
  audit-recording deadline --received 2026-05-01T14:30
  audit-recording explain recording-deadline

Exit codes:
  0  done
  1  done, with findings at or above --fail-on
  2  could not do it: a file cannot be read, there is no such offence, rule or edition";

/// Decides what must be recorded from the facts of a report, audits what was, and answers from the list of notifiable offences and the counting rules.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Decide, for each report, what must be recorded: as what, how many, where, by when; and what cannot be decided, for want of what.
    Decide(decide::Decide),
    /// Plan the sample of an audit: how many records of each stratum, for which margin; and what is wrong with the frame.
    Plan(plan::Wanted),
    /// Draw the sample of a plan by a seed, and share it out among auditors: sheets to fill in, and apart from them which record each case is.
    Sample(sample::Wanted),
    /// Draw a sample again by its manifest, to prove it or to replace cases that could not be judged.
    Redraw(redraw::Wanted),
    /// Compare what is due with what is recorded, both ways, record by record.
    Compare(compare::Compare),
    /// Score an audit: rates with their intervals from what auditors judged, or from published counts, and what cannot be told from them.
    Score(score::Score),
    /// Say, for each recorded crime, which outcomes it may take, under which conditions, and what is missing to tell.
    Outcomes {
        /// Recorded crimes, one JSON object a line; `-` for a stream.
        file: String,
        /// Only this outcome, by its code: 1, 1A, 15.
        #[arg(long, value_name = "CODE", value_parser = outcome)]
        only: Option<Outcome>,
    },
    /// Print the JSON Schema of what goes in or comes out.
    Schema {
        /// incident, decision, rulings or recorded-crime.
        #[arg(value_parser = ["incident", "decision", "rulings", "recorded-crime"])]
        what: String,
    },
    /// Print an empty table, or a register, to begin with.
    Template {
        /// facts or rulings for `decide`; frame or last-audit for `plan`; replacements for `redraw`; due, recorded or waivers for `compare`;
        /// judgements, moderation, counts, decisions or earlier for `score`.
        #[arg(value_parser = [
            "facts", "rulings", "frame", "last-audit", "replacements", "due", "recorded", "waivers", "judgements", "moderation", "counts",
            "decisions", "earlier",
        ])]
        what: String,
    },
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
    /// List every rule: of counting, of audits, of reading tables.
    Rules,
    /// Print a rule: what it says, since when, who says so, the record that breaks it, and what mends it.
    Explain {
        /// The rule by its slug.
        rule: String,
    },
}

fn outcome(code: &str) -> Result<Outcome, String> {
    code.parse().map_err(|_| "no outcome has this code; they are 1, 1A, 2, 2A, 3, 3A, 4 to 24".to_owned())
}

fn main() -> ExitCode {
    let done = match Arguments::parse().verb {
        Verb::Decide(asked) => decide::run(&asked),
        Verb::Plan(wanted) => plan::run(&wanted),
        Verb::Sample(wanted) => sample::run(&wanted),
        Verb::Redraw(wanted) => redraw::run(&wanted),
        Verb::Compare(asked) => compare::run(&asked),
        Verb::Score(asked) => score::run(&asked),
        Verb::Outcomes { file, only } => outcomes::run(&file, only),
        Verb::Schema { what } => said(Ok(describe::schema(&what))),
        Verb::Template { what } => said(Ok(describe::template(&what))),
        Verb::Offence { code, on } => said(offences::one(&code, on)),
        Verb::Offences { search } => said(offences::found(&search)),
        Verb::Deadline { received } => said(deadline::of(received)),
        Verb::Rules => said(Ok(deadline::rules())),
        Verb::Explain { rule } => said(deadline::explain(&rule)),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(message) => {
            stderr::say(&format!("error: {message}"));
            Exit::CouldNot.into()
        }
    }
}

/// Says what was found on standard output.
fn said(text: Result<String, String>) -> Result<Exit, String> {
    stdout::print(&text?).map_err(|error| error.to_string())?;
    Ok(Exit::Done)
}
