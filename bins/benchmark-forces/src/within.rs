//! `partnerships`: the community safety partnerships of a force beside each other.

use std::path::PathBuf;

use batch::{exit::Exit, output::OutputFile};
use clap::Args;
use crime::Force;
use msf_benchmark::{Area, PartnershipShare, Partnerships, Published, partnerships};
use rulebook::Finding;
use rust_decimal::Decimal;
use statistics::Standing;

use crate::{
    input,
    options::{self, Limits},
    read::{described, named},
    told::{Told, counted, tell},
    written::{self, Common, Set, paths},
};

const EXAMPLES: &str = "\
Examples:
  benchmark-forces partnerships table_c2.csv --force Kent --class Robbery --class \"Theft offences\" --out kent
      the share of robbery and of theft in all offences but fraud, partnership by partnership";

/// What `partnerships` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Within {
    /// Official files with partnerships in them; `-` is standard input.
    #[arg(required = true)]
    data: Vec<PathBuf>,
    /// The police force, by the code of its area or by name.
    #[arg(long, value_name = "FORCE")]
    force: String,
    /// A class of offence at headline level; may be said more than once.
    #[arg(long, value_name = "NAME", required = true)]
    class: Vec<String>,
    /// The inner and outer limits, in percent.
    #[arg(long, value_name = "INNER,OUTER", default_value = "95,99.8", value_parser = options::limits)]
    limits: Limits,
    /// The folder to write; without it nothing is written.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Runs `partnerships`.
pub fn run(asked: &Within) -> Result<Exit, String> {
    let force: Force = asked.force.parse().map_err(|error| format!("--force: {error}"))?;
    let paths = paths(&asked.data, &[]);
    if let Some(out) = &asked.out {
        written::may_write(out, "partnerships", &asked.common, &paths)?;
    }
    let (tables, inputs) = input::tables(&asked.data)?;
    let findings: Vec<&Finding> = tables.iter().flat_map(|table| &table.findings).collect();
    let mut told = Told::default();
    told.fact("as at", asked.common.today());
    let mut rows = Vec::new();
    for table in tables.iter().filter(|table| has_partnerships(table, force)) {
        told.fact(&named(table), described(table));
        for window in &table.windows {
            for class in &asked.class {
                let limits = (asked.limits.0, asked.limits.1);
                let found = partnerships(table, force, *window, class, limits)
                    .map_err(|error| format!("{}: {error}", named(table)))?;
                told.sentences.push(sentence(&found));
                rows.extend(found.shares.iter().map(|share| row(&found, share)));
            }
        }
    }
    if rows.is_empty() {
        return Err(format!(
            "no table has partnerships of {force}; `benchmark-forces read` says what is in a file"
        ));
    }
    if let Some(out) = &asked.out {
        let header = [
            "force",
            "first",
            "last",
            "class",
            "code",
            "partnership",
            "offences",
            "all_but_fraud",
            "percent",
            "inner",
            "outer",
        ];
        let bytes = table::write(&header, &rows).map_err(|error| error.to_string())?;
        let mut command = vec!["partnerships".to_owned(), format!("--force {}", force.code())];
        command.extend(asked.class.iter().map(|class| format!("--class {class}")));
        let Limits(inner, outer) = asked.limits;
        command.push(format!("--limits {},{}", inner.percent(), outer.percent()));
        let set = Set {
            out,
            command,
            inputs: inputs.iter().collect(),
            paths,
            seed: None,
            files: vec![OutputFile::open_to_all("partnerships.csv", bytes)],
        };
        let names = written::write(set, &findings, &asked.common)?;
        told.fact("written", format!("{} ({})", out.display(), names.join(", ")));
    }
    told.fact("findings", counted(&findings));
    tell(&told, &[], asked.common.format)?;
    Ok(Exit::after(findings, asked.common.fail_on))
}

fn has_partnerships(table: &Published, force: Force) -> bool {
    table.areas.iter().any(|area| matches!(area, Area::Partnership { force: of, .. } if *of == force))
}

/// The highest and the lowest, how many lie beyond the outer limits, and how much they differ.
pub fn sentence(found: &Partnerships) -> String {
    let share = |one: &PartnershipShare| format!("{} ({}%)", one.name, percent(one));
    let ends = match (found.shares.first(), found.shares.last()) {
        (Some(first), Some(last)) => format!("the highest is {}, the lowest {}", share(first), share(last)),
        (Some(_) | None, None) | (None, Some(_)) => "no partnership has a share".to_owned(),
    };
    let beyond: Vec<&str> = found
        .shares
        .iter()
        .filter(|one| one.placed.is_some_and(|(_, outer)| outer.standing != Standing::Within))
        .map(|one| one.name.as_str())
        .collect();
    let beyond = if beyond.is_empty() { "none".to_owned() } else { beyond.join(", ") };
    let left_out = match found.left_out.as_slice() {
        [] => String::new(),
        names => format!("; left out: {}", names.join(", ")),
    };
    let chance = match &found.dispersion {
        Ok(_) => "",
        Err(_) => " (by chance alone: how much partnerships differ anyway cannot be told from so few)",
    };
    format!(
        "{}, {}: of {} partnerships of {} {ends}; beyond the outer limits{chance}: {beyond}{left_out}.",
        found.class,
        found.window,
        found.shares.len(),
        found.force
    )
}

fn percent(share: &PartnershipShare) -> Decimal {
    (share.share * Decimal::ONE_HUNDRED).round_dp(1)
}

fn row(found: &Partnerships, share: &PartnershipShare) -> Vec<String> {
    let standing = |standing: Option<Standing>| match standing {
        None => "not told",
        Some(Standing::Below) => "below",
        Some(Standing::Within) => "within",
        Some(Standing::Above) => "above",
    };
    let (inner, outer) = share.placed.map(|(inner, outer)| (inner.standing, outer.standing)).unzip();
    vec![
        found.force.name().to_owned(),
        found.window.first().to_string(),
        found.window.last().to_string(),
        found.class.to_owned(),
        share.code.clone(),
        share.name.clone(),
        share.part.to_string(),
        share.whole.to_string(),
        percent(share).to_string(),
        standing(inner).to_owned(),
        standing(outer).to_owned(),
    ]
}
