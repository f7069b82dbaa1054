//! `against`: a table held against another that has the same names.

use std::path::PathBuf;

use batch::exit::Exit;
use clap::Args;
use msf_benchmark::{
    AnyTable, Named, Tolerance, against_reference, beside,
    rules::{agrees_with_reference, differs_by_definition, values_beside_their_names},
};
use rulebook::Finding;
use rust_decimal::Decimal;

use crate::{
    input::{self, Input},
    options,
    told::{Told, counted, tell},
    written::{self, Common, Set},
};

const EXAMPLES: &str = "\
Examples:
  benchmark-forces against table.csv populations.csv --tolerance 1%
  Columns that are called otherwise, and one year of the reference:
    benchmark-forces against table.csv population.csv --names Label --values \"Population 2010\" \\
      --reference-names force --reference-values population --where mid_year=2010 --tolerance 5%";

/// What `against` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Against {
    /// Any table, CSV, XLSX or ODS.
    table: PathBuf,
    /// The table that is trusted.
    reference: PathBuf,
    /// How far a value may be from the reference: 1% or 0.01.
    #[arg(long, value_name = "SHARE", value_parser = options::share)]
    tolerance: Decimal,
    /// The column of names of the table; without it, the first.
    #[arg(long, value_name = "COLUMN")]
    names: Option<String>,
    /// The column of numbers of the table; without it, the last.
    #[arg(long, value_name = "COLUMN")]
    values: Option<String>,
    /// The column of names of the reference; without it, the first.
    #[arg(long, value_name = "COLUMN")]
    reference_names: Option<String>,
    /// The column of numbers of the reference; without it, the last.
    #[arg(long, value_name = "COLUMN")]
    reference_values: Option<String>,
    /// Take only the rows of the reference in which a column says this.
    #[arg(long = "where", value_name = "COLUMN=TEXT")]
    only: Option<String>,
    /// The folder to write the findings to; without it nothing is written.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Runs `against`.
pub fn run(asked: &Against) -> Result<Exit, String> {
    let paths = vec![asked.table.as_path(), asked.reference.as_path()];
    if let Some(out) = &asked.out {
        written::may_write(out, "against", &asked.common, &paths)?;
    }
    let tolerance = Tolerance::new(asked.tolerance).ok_or("--tolerance: expected a share below 100%")?;
    let (table, reference) = (input::open(&asked.table)?, input::open(&asked.reference)?);
    let ours = named(&table, asked.names.as_deref(), asked.values.as_deref(), None)?;
    let theirs = named(
        &reference,
        asked.reference_names.as_deref(),
        asked.reference_values.as_deref(),
        asked.only.as_deref(),
    )?;
    let rows = beside(&ours, &theirs);
    let compared = against_reference(&rows, tolerance);
    let mut found = ours.rejected.clone();
    found.extend(theirs.rejected.iter().cloned());
    found.extend(values_beside_their_names::check(&rows, &compared, tolerance));
    found.extend(differs_by_definition::check(&rows, &compared));
    found.extend(agrees_with_reference::check(&rows, &compared, tolerance));
    let findings: Vec<&Finding> = found.iter().collect();

    let mut told = Told::default();
    told.fact("as at", asked.common.today());
    told.fact(&table.name, counts(&ours));
    told.fact(&reference.name, counts(&theirs));
    let shifted: usize = compared.shifted.iter().map(|shift| shift.rows.clone().count()).sum();
    told.fact(
        "values",
        format!(
            "{} = {} that agree within {}% + {shifted} shifted + {} off + {} not compared",
            rows.len(),
            compared.agree.len(),
            tolerance.percent().normalize(),
            compared.off.len(),
            compared.not_compared.len()
        ),
    );
    if let Some(out) = &asked.out {
        let mut command =
            vec!["against".to_owned(), format!("--tolerance {}%", tolerance.percent().normalize())];
        command.extend(asked.only.as_ref().map(|only| format!("--where {only}")));
        let set =
            Set { out, command, inputs: vec![&table, &reference], paths, seed: None, files: Vec::new() };
        let names = written::write(set, &findings, &asked.common)?;
        told.fact("written", format!("{} ({})", out.display(), names.join(", ")));
    }
    told.fact("findings", counted(&findings));
    tell(&told, &findings, asked.common.format)?;
    Ok(Exit::after(findings, asked.common.fail_on))
}

/// The numbers of a file under their names.
fn named(
    input: &Input,
    names: Option<&str>,
    values: Option<&str>,
    only: Option<&str>,
) -> Result<Named, String> {
    let only = only
        .map(|only| only.split_once('=').ok_or_else(|| format!("--where {only}: expected COLUMN=TEXT")))
        .transpose()?;
    let wanted: Vec<&str> = names.into_iter().chain(values).chain(only.map(|(column, _)| column)).collect();
    let told = |error: msf_benchmark::AnyTableError| error.to_string();
    let mut table = AnyTable::find(input.source(), &wanted).map_err(told)?;
    if let Some((column, text)) = only {
        table = table.only(column.trim(), text.trim()).map_err(told)?;
    }
    let first = table.header.iter().find(|column| !column.is_empty()).map_or("", String::as_str);
    let last = table.header.iter().rfind(|column| !column.is_empty()).map_or("", String::as_str);
    table.named(names.unwrap_or(first), values.unwrap_or(last)).map_err(told)
}

fn counts(named: &Named) -> String {
    format!("{} rows in = {} answered + {} rejected", named.rows, named.values.len(), named.rejected.len())
}
