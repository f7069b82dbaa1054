//! `compare`: two releases of official figures, held against each other.

use std::path::PathBuf;

use batch::exit::Exit;
use clap::Args;
use msf_benchmark::rules::releases_disagree;
use rulebook::Finding;

use crate::{
    input,
    read::{described, named},
    told::{Told, counted, tell},
    written::{self, Common, Set},
};

/// What `compare` is asked.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  benchmark-forces compare rec-crime-pfa.csv prc-pfa-mar2013-onwards-tables201718.csv --fail-on never
      quarters are added up to years where the other release has years")]
pub struct Compare {
    /// One release.
    one: PathBuf,
    /// The other.
    other: PathBuf,
    /// The folder to write the findings to; without it nothing is written.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Runs `compare`.
pub fn run(asked: &Compare) -> Result<Exit, String> {
    let data = [asked.one.clone(), asked.other.clone()];
    let paths = written::paths(&data, &[]);
    if let Some(out) = &asked.out {
        written::may_write(out, "compare", &asked.common, &paths)?;
    }
    let (ones, first) = input::tables(&data[..1])?;
    let (others, second) = input::tables(&data[1..])?;
    let found: Vec<Finding> = ones
        .iter()
        .flat_map(|one| others.iter().flat_map(|other| releases_disagree::check(one, other)))
        .collect();
    let findings: Vec<&Finding> = found.iter().collect();
    let mut told = Told::default();
    told.fact("as at", asked.common.today());
    for table in ones.iter().chain(&others) {
        told.fact(&named(table), described(table));
    }
    told.sentences.push(match found.len() {
        0 => "What both releases have they say alike; what only one has was not compared.".to_owned(),
        n => format!("In {n} of the areas and periods that both have, the releases differ."),
    });
    if let Some(out) = &asked.out {
        let set = Set {
            out,
            command: vec!["compare".to_owned()],
            inputs: first.iter().chain(&second).collect(),
            paths,
            seed: None,
            files: Vec::new(),
        };
        let names = written::write(set, &findings, &asked.common)?;
        told.fact("written", format!("{} ({})", out.display(), names.join(", ")));
    }
    told.fact("findings", counted(&findings));
    tell(&told, &findings, asked.common.format)?;
    Ok(Exit::after(findings, asked.common.fail_on))
}
