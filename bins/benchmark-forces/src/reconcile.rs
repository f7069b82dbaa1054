//! `reconcile`: does a table agree with itself, and which single cell would mend it?

use std::path::PathBuf;

use batch::{exit::Exit, output::OutputFile};
use clap::Args;
use msf_benchmark::{
    AnyTable, CellRepair, Declaration, Equation, Grid, Standing, cell_repairs, equations,
    rules::declared_identity,
};
use rulebook::Finding;

use crate::{
    input,
    told::{Told, counted, tell},
    written::{self, Common, Set},
};

const EXAMPLES: &str = "\
Examples:
  benchmark-forces template declared > declared.toml
      identities to change: sums, differences, percentages, a row that is the total of the others
  benchmark-forces reconcile no_crimes.csv --declared declared.toml --out reconciled";

/// What `reconcile` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Reconcile {
    /// Any table, CSV, XLSX or ODS, with names down its side; titles may stand above its header.
    table: PathBuf,
    /// What its columns say of each other, as `template declared` shows.
    #[arg(long, value_name = "FILE.toml")]
    declared: PathBuf,
    /// The folder to write: every repair and the findings; without it nothing is written.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Runs `reconcile`.
pub fn run(asked: &Reconcile) -> Result<Exit, String> {
    let paths = vec![asked.table.as_path(), asked.declared.as_path()];
    if let Some(out) = &asked.out {
        written::may_write(out, "reconcile", &asked.common, &paths)?;
    }
    let (table, declared) = (input::open(&asked.table)?, input::open(&asked.declared)?);
    let declaration: Declaration = table::settings(declared.source()).map_err(|error| error.to_string())?;
    let read = AnyTable::find(table.source(), &declaration.columns()).map_err(|error| error.to_string())?;
    let (grid, mut found) = read.grid(&declaration);
    let equations = equations(&grid, &declaration).map_err(|error| format!("{}: {error}", declared.name))?;
    found.extend(declared_identity::check(&grid, &equations));
    let findings: Vec<&Finding> = found.iter().collect();

    let count = |standing| equations.iter().filter(|one| one.standing(&grid) == standing).count();
    let mut told = Told::default();
    told.fact("as at", asked.common.today());
    told.fact("rows", grid.rows.len());
    told.fact(
        "equations",
        format!(
            "{} = {} hold + {} broken + {} that cannot be told",
            equations.len(),
            count(Standing::Holds),
            count(Standing::Broken),
            count(Standing::CannotTell)
        ),
    );
    if let Some(out) = &asked.out {
        let set = Set {
            out,
            command: vec!["reconcile".to_owned()],
            inputs: vec![&table, &declared],
            paths,
            seed: None,
            files: vec![OutputFile::open_to_all("repairs.csv", repairs(&grid, &equations)?)],
        };
        let names = written::write(set, &findings, &asked.common)?;
        told.fact("written", format!("{} ({})", out.display(), names.join(", ")));
    }
    told.fact("findings", counted(&findings));
    tell(&told, &findings, asked.common.format)?;
    Ok(Exit::after(findings, asked.common.fail_on))
}

/// Every repair of a single cell, by broken equation, the likeliest first.
fn repairs(grid: &Grid, equations: &[Equation]) -> Result<Vec<u8>, String> {
    let header = [
        "identity",
        "row",
        "column",
        "file_row",
        "printed",
        "repaired",
        "slip",
        "neighbours_that_hold",
        "neighbours_broken",
    ];
    let broken = equations.iter().filter(|one| one.standing(grid) == Standing::Broken);
    let rows: Vec<Vec<String>> = broken
        .flat_map(|equation| {
            let repairs = cell_repairs(grid, equations, equation);
            repairs.into_iter().map(|repair| row(grid, equation, &repair)).collect::<Vec<_>>()
        })
        .collect();
    table::write(&header, &rows).map_err(|error| error.to_string())
}

fn row(grid: &Grid, equation: &Equation, repair: &CellRepair) -> Vec<String> {
    let row = grid.rows.get(repair.cell.row);
    vec![
        (equation.identity + 1).to_string(),
        row.map(|row| row.name.clone()).unwrap_or_default(),
        grid.columns.get(repair.cell.column).cloned().unwrap_or_default(),
        row.and_then(|row| row.place.row).map(|row| row.to_string()).unwrap_or_default(),
        repair.printed.to_string(),
        repair.repaired.to_string(),
        repair.slip.map(|slip| slip.to_string()).unwrap_or_default(),
        repair.agree.to_string(),
        repair.contradict.to_string(),
    ]
}
