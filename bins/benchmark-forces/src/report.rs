//! `report`: a force between forces, beside its peers and along time.

use std::path::PathBuf;

use batch::{exit::Exit, manifest::InputFile, output::OutputFile};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use crime::Force;
use msf_benchmark::{
    AcrossBreaks, Asked, Average, Bases, Draws, FocalForce, Groups, Length, Lookup, MidYear, Populations,
    assess, derived_quarters, periods,
};
use rulebook::{Figure, Finding, OfRule, Severity};
use statistics::Winsorising;

use crate::{
    input::{self, Input},
    options::{self, Limits},
    read::{described, named},
    told::{counted, tell},
    written::{self, Common, Set},
};

mod book;
mod inside;
mod page;
mod settings;
mod summary;

use page::Page;

/// What is written.
const OUTPUTS: [&str; 6] =
    ["report.html", "summary.xlsx", "figures.csv", "findings.csv", "findings.jsonl", "manifest.json"];

const EXAMPLES: &str = "\
Examples:
  benchmark-forces report rec-crime-pfa.csv --force E23000014 --population populations.csv --out report
  With peers, measures of one's own, years that end in March, and ranks by simulation:
    benchmark-forces report rec-crime-pfa.csv --force \"West Midlands\" --population populations.csv --groups groups.csv \\
      --measures measures.toml --period 2018-03-31 --rank-draws 10000 --seed board --out report

--force names the police force; to replace the outputs of an earlier run, say --replace.
`template measures`, `template groups` and `template populations` print files to begin with.";

/// What `report` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Report {
    /// Official files, their kind told by content; `-` is standard input.
    #[arg(required = true)]
    data: Vec<PathBuf>,
    /// How the columns of tables of one's own become ours: section `[recorded_crime.columns]`. All files are then such tables.
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// The police force, by the code of its area or by name: E23000014 or "West Midlands".
    #[arg(long, value_name = "FORCE")]
    force: String,
    /// Peer groups, with the columns of `template groups`; without them the report compares with all forces only.
    #[arg(long, value_name = "FILE")]
    groups: Option<PathBuf>,
    /// What is measured, as `template measures` shows; without it, that template is used as far as the files allow.
    #[arg(long, value_name = "FILE.toml")]
    measures: Option<PathBuf>,
    /// People and households, with the columns of `template populations`.
    #[arg(long, value_name = "FILE")]
    population: Option<PathBuf>,
    /// Which mid-year estimate serves a period: the last one before it begins, or the one within it.
    #[arg(long, value_enum, default_value = "before")]
    mid_year: MidYearOption,
    /// A table of community safety partnerships: those of the force are compared with each other.
    #[arg(long, value_name = "FILE")]
    partnerships: Option<PathBuf>,
    /// Changes of practice beside those that are known, with the columns of `template breaks`.
    #[arg(long, value_name = "FILE")]
    breaks: Option<PathBuf>,
    /// The last day of the period that is compared between forces; without it, the last period that most forces have.
    #[arg(long, value_name = "YYYY-MM-DD")]
    period: Option<NaiveDate>,
    /// Compare quarters instead of years: published ones, and at force total those that rolling years give together with them.
    #[arg(long)]
    quarters: bool,
    /// The average of the peers that stands in the summary.
    #[arg(long, value_enum, default_value = "mean-of-rates")]
    average: AverageOption,
    /// Whether the force itself is in the average of its peers.
    #[arg(long, value_enum, default_value = "in")]
    focal: FocalOption,
    /// The inner and outer limits, in percent.
    #[arg(long, value_name = "INNER,OUTER", default_value = "95,99.8", value_parser = options::limits)]
    limits: Limits,
    /// Move so large a share of scores at each end on to the next before over-dispersion is estimated, and mend the bias that makes.
    #[arg(long, value_name = "SHARE", value_parser = options::winsorise)]
    winsorise: Option<Winsorising>,
    /// Let lines over time go on across changes of practice, for this reason, which is printed.
    #[arg(long, value_name = "REASON", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    across_breaks: Option<String>,
    /// Simulate so many orders of all forces: how sure is the rank?
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    rank_draws: Option<u32>,
    /// Any text: the same text gives the same ranks.
    #[arg(long, value_name = "TEXT", requires = "rank_draws", default_value = "benchmark-forces")]
    seed: String,
    /// The folder to write.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AverageOption {
    /// Each force weighs the same.
    MeanOfRates,
    /// Each force weighs as much as its base.
    Weighted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FocalOption {
    /// It is one of those averaged.
    In,
    /// Only the others are.
    Out,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MidYearOption {
    /// The last one before the period begins.
    Before,
    /// The last one within the period.
    Within,
}

/// The files that are read beside the figures.
struct Beside {
    groups: Option<Input>,
    measures: Option<Input>,
    population: Option<Input>,
    breaks: Option<Input>,
    map: Option<Input>,
}

impl Beside {
    fn read(asked: &Report) -> Result<Self, String> {
        Ok(Self {
            groups: input::maybe(asked.groups.as_deref())?,
            measures: input::maybe(asked.measures.as_deref())?,
            population: input::maybe(asked.population.as_deref())?,
            breaks: input::maybe(asked.breaks.as_deref())?,
            map: input::maybe(asked.map.as_deref())?,
        })
    }

    fn all(&self) -> impl Iterator<Item = &Input> {
        [&self.groups, &self.measures, &self.population, &self.breaks, &self.map].into_iter().flatten()
    }
}

/// Runs `report`.
pub fn run(asked: &Report) -> Result<Exit, String> {
    let focal: Force = asked.force.parse().map_err(|error| format!("--force: {error}"))?;
    let beside =
        [&asked.groups, &asked.measures, &asked.population, &asked.breaks, &asked.partnerships, &asked.map];
    let paths = written::paths(&asked.data, &beside.map(Option::as_ref));
    written::may_write(&asked.out, "report", &asked.common, &paths)?;
    let beside = Beside::read(asked)?;
    let measures = settings::measures(beside.measures.as_ref())?;
    let groups = settings::groups(beside.groups.as_ref())?;
    let populations = settings::populations(beside.population.as_ref())?;
    let (breaks, of_breaks) = settings::breaks(beside.breaks.as_ref())?;
    let (mut tables, inputs) = input::mapped(&asked.data, beside.map.as_ref())?;
    if asked.quarters {
        tables.extend(derived_quarters(&tables));
    }

    let length = if asked.quarters { Length::Quarters } else { Length::Years };
    let periods = periods(&tables, length, asked.period).map_err(|error| error.to_string())?;
    let lookup = Lookup::of(&tables);
    if !lookup.forces().contains(&focal) {
        let there: Vec<&str> = lookup.forces().iter().map(|force| force.name()).collect();
        let there = if there.is_empty() { "none".to_owned() } else { there.join(", ") };
        return Err(format!("--force: no table has figures of {focal}; the forces are: {there}"));
    }
    let window = *periods.windows.last().ok_or("no table has a period")?;
    let bases = Bases { populations: populations.as_ref(), convention: convention(asked.mid_year) };
    let settings::Workable { measures, left_out } =
        settings::workable(measures, beside.measures.as_ref(), &lookup, bases, window)?;
    let question = Asked {
        focal,
        windows: &periods.windows,
        measures: &measures,
        groups: groups.as_ref(),
        bases,
        breaks: &breaks,
        across: asked
            .across_breaks
            .as_ref()
            .map_or(AcrossBreaks::Stop, |reason| AcrossBreaks::GoOn { reason: reason.clone() }),
        limits: (asked.limits.0, asked.limits.1),
        winsorising: asked.winsorise.unwrap_or_default(),
        average: average(asked),
        ranks: asked.rank_draws.map(|draws| Draws { draws, seed: &asked.seed }),
    };
    let limits = question.limits;
    let inside =
        asked.partnerships.as_ref().map(|file| inside::read(file, focal, &measures, limits)).transpose()?;
    let assessed = assess(&question, &lookup).map_err(|error| error.to_string())?;

    let beside_found: Vec<Finding> = beside_findings(groups.as_ref(), populations.as_ref())
        .chain(&of_breaks)
        .chain(&assessed.findings)
        .cloned()
        .collect();
    let of_tables = tables.iter().flat_map(|table| &table.findings);
    let of_inside = inside.iter().flat_map(|inside| &inside.tables).flat_map(|table| &table.findings);
    let findings: Vec<&Finding> = of_tables.chain(of_inside).chain(&beside_found).collect();
    let of_inside = inside.iter().map(|inside| &inside.input);
    let all: Vec<&Input> = inputs.iter().chain(beside.all()).chain(of_inside).collect();
    let manifests: Vec<InputFile> = all.iter().map(|input| input.manifest.clone()).collect();
    let of_inside = inside.iter().flat_map(|inside| &inside.tables);
    let described: Vec<(String, String)> =
        tables.iter().chain(of_inside).map(|table| (named(table), described(table))).collect();
    let rows = summary::rows(&described, &periods, &left_out);
    let of_inside = inside.iter().flat_map(|inside| &inside.classes).flat_map(|class| &class.figures);
    let figures: Vec<Figure> = assessed.figures().chain(of_inside).cloned().collect();
    let counts = summary::by_rule(&findings);
    let found: Vec<OfRule<'_>> =
        counts.iter().map(|(rule, count)| OfRule { rule, findings: count, waived: None }).collect();
    let page = Page {
        as_at: asked.common.today(),
        asked: &question,
        assessment: &assessed,
        inside: inside.as_ref(),
        found: &found,
        findings: &beside_found,
        rows: &rows,
        notice: "",
        inputs: &manifests,
        outputs: &OUTPUTS.map(str::to_owned),
    };
    let files = files(&page, &figures)?;
    let set = Set { out: &asked.out, command: command(asked, focal), inputs: all, paths, seed: None, files };
    let names = written::write(set, &findings, &asked.common)?;
    let mut told = summary::told(&page, &described, &periods, &left_out);
    told.fact("findings", counted(&findings));
    told.fact("written", format!("{} ({})", asked.out.display(), names.join(", ")));
    let errors: Vec<&Finding> =
        findings.iter().copied().filter(|finding| finding.severity == Severity::Error).collect();
    tell(&told, &errors, asked.common.format)?;
    Ok(Exit::after(findings, asked.common.fail_on))
}

/// The files of a report but for those of findings and the manifest.
fn files(page: &Page<'_>, figures: &[Figure]) -> Result<Vec<OutputFile>, String> {
    let html = document::render::html::page(&page::compose(page)).map_err(|error| error.to_string())?;
    let book = book::bytes(page).map_err(|error| error.to_string())?;
    Ok(vec![
        OutputFile::open_to_all("report.html", html),
        OutputFile::open_to_all("summary.xlsx", book),
        OutputFile::open_to_all("figures.csv", table::figures(figures, |_| String::new())),
    ])
}

/// What is wrong with groups and populations.
fn beside_findings<'f>(
    groups: Option<&'f Groups>,
    populations: Option<&'f Populations>,
) -> impl Iterator<Item = &'f Finding> {
    let of_groups = groups.into_iter().flat_map(|groups| groups.rows.findings().chain(&groups.findings));
    let of_populations = populations
        .into_iter()
        .flat_map(|populations| populations.rows.findings().chain(&populations.findings));
    of_groups.chain(of_populations)
}

const fn convention(option: MidYearOption) -> MidYear {
    match option {
        MidYearOption::Before => MidYear::BeforePeriod,
        MidYearOption::Within => MidYear::WithinPeriod,
    }
}

const fn average(asked: &Report) -> (Average, FocalForce) {
    let average = match asked.average {
        AverageOption::MeanOfRates => Average::MeanOfRates,
        AverageOption::Weighted => Average::Weighted,
    };
    let focal = match asked.focal {
        FocalOption::In => FocalForce::In,
        FocalOption::Out => FocalForce::Out,
    };
    (average, focal)
}

/// The verb and the options that decide what comes out.
fn command(asked: &Report, focal: Force) -> Vec<String> {
    let value = |name: &str, value: &dyn std::fmt::Display| format!("--{name} {value}");
    let mut words = vec!["report".to_owned(), value("force", &focal.code())];
    let Limits(inner, outer) = asked.limits;
    words.push(value("limits", &format!("{},{}", inner.percent(), outer.percent())));
    let possible = |option: &dyn Fn() -> Option<clap::builder::PossibleValue>| {
        option().map(|value| value.get_name().to_owned()).unwrap_or_default()
    };
    words.push(value("average", &possible(&|| asked.average.to_possible_value())));
    words.push(value("focal", &possible(&|| asked.focal.to_possible_value())));
    words.push(value("mid-year", &possible(&|| asked.mid_year.to_possible_value())));
    words.extend(asked.period.map(|day| value("period", &day)));
    words.extend(asked.quarters.then(|| "--quarters".to_owned()));
    words.extend(asked.winsorise.map(|of| value("winsorise", &winsorised(of))));
    words.extend(asked.across_breaks.as_ref().map(|reason| value("across-breaks", reason)));
    if let Some(draws) = asked.rank_draws {
        words.extend([value("rank-draws", &draws), value("seed", &asked.seed)]);
    }
    words
}

fn winsorised(of: Winsorising) -> String {
    match of {
        Winsorising::None => "none".to_owned(),
        Winsorising::AsPublished(share) | Winsorising::Divided(share) | Winsorising::Corrected(share) => {
            share.value().to_string()
        }
    }
}
