//! `read`: what is in official files, and what is wrong with them.

use std::{collections::BTreeMap, path::PathBuf};

use batch::{exit::Exit, output::OutputFile};
use clap::Args;
use msf_benchmark::{Area, Published, RECORDED_CRIME};
use rulebook::Finding;

use crate::{
    input,
    long::long,
    told::{Told, counted, tell},
    written::{self, Common, Set, paths},
};

const EXAMPLES: &str = "\
Examples:
  benchmark-forces read rec-crime-pfa.csv
  benchmark-forces read policeforceareatables.xlsx --out read
      writes read/recorded_crime.csv, one row a figure in the layout of `template recorded_crime`, and findings";

/// What `read` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Read {
    /// Official files, CSV, XLSX or ODS, their kind told by content; `-` is standard input.
    #[arg(required = true)]
    data: Vec<PathBuf>,
    /// How the columns of tables of one's own become ours: section `[recorded_crime.columns]`. All files are then such tables.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// The folder to write; without it nothing is written.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Runs `read`.
pub fn run(asked: &Read) -> Result<Exit, String> {
    let paths = paths(&asked.data, &[asked.map.as_ref()]);
    if let Some(out) = &asked.out {
        written::may_write(out, "read", &asked.common, &paths)?;
    }
    let map = input::maybe(asked.map.as_deref())?;
    let (tables, mut inputs) = input::mapped(&asked.data, map.as_ref())?;
    inputs.extend(map);
    let findings: Vec<&Finding> = tables.iter().flat_map(|table| &table.findings).collect();
    let mut told = Told::default();
    told.fact("as at", asked.common.today());
    for table in &tables {
        told.fact(&named(table), described(table));
    }
    if let Some(out) = &asked.out {
        let rows = long(&tables);
        let header: Vec<&str> = RECORDED_CRIME.columns.iter().map(|column| column.name).collect();
        let bytes = table::write(&header, &rows).map_err(|error| error.to_string())?;
        let set = Set {
            out,
            command: vec!["read".to_owned()],
            inputs: inputs.iter().collect(),
            paths,
            seed: None,
            files: vec![OutputFile::open_to_all("recorded_crime.csv", bytes)],
        };
        let names = written::write(set, &findings, &asked.common)?;
        told.fact("written", format!("{} ({})", out.display(), names.join(", ")));
    }
    told.fact("findings", counted(&findings));
    tell(&told, &findings, asked.common.format)?;
    Ok(Exit::after(findings, asked.common.fail_on))
}

/// The file and sheet of a table.
pub fn named(table: &Published) -> String {
    match &table.sheet {
        Some(sheet) => format!("{}, sheet `{sheet}`", table.file),
        None => table.file.to_string(),
    }
}

/// What a table holds, in a line.
pub fn described(table: &Published) -> String {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for area in &table.areas {
        let kind = match area {
            Area::Force(_) => "forces",
            Area::Partnership { .. } => "partnerships",
            Area::Region { .. } => "regions and countries",
            Area::Body { .. } => "other bodies",
        };
        *kinds.entry(kind).or_default() += 1;
    }
    let areas: Vec<String> = kinds.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
    let (first, last) = (
        table.windows.iter().map(|window| window.first()).min(),
        table.windows.iter().map(|window| window.last()).max(),
    );
    let days = first.zip(last).map(|(first, last)| format!(" from {first} to {last}")).unwrap_or_default();
    format!(
        "{}; classes {}; periods {}{days}; cells {}; {} rows in = {} answered + {} rejected",
        areas.join(", "),
        table.classes.len(),
        table.windows.len(),
        table.cells.len(),
        table.rows.read,
        table.rows.answered,
        table.rows.rejected
    )
}
