//! The whole answer: figures, findings, and the rows from which a paper builds its table and chart.

use crime::{Force, removal::Rate};
use rulebook::{Figure, FigureId, Finding, Rounding, Value};
use table::Rows;

use crate::{
    AmongFew, BenchmarkFile, Facts, ForceCounts, ForceFigures, HeldAgainst,
    among_few::among_few,
    official_totals::held_against,
    rules::{complete_count_has_no_sampling_interval, declared_difference, focal_force_in_table},
};

/// What the files of a benchmark say, and what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Every figure.
    pub figures: Vec<Figure>,
    /// Every finding: those of reading first.
    pub findings: Vec<Finding>,
    /// The forces, in the order of the table.
    pub forces: Vec<ForceFigures>,
    /// The force that the paper is about, if it is in the table.
    pub focal: Option<Force>,
    /// Each force against the official total of the year, where one is supplied.
    pub held: Vec<HeldAgainst>,
    /// Each force against the others, by chance alone.
    pub among: Vec<AmongFew>,
}

/// Examines a benchmark. Percentages are cut by `rounding`.
///
/// No day is asked for: the table is of a past year, and a paper that has it may use it.
#[must_use]
pub fn examine(facts: &Facts, rounding: Rounding) -> Answer {
    let mut answer = Answer {
        figures: Vec::new(),
        findings: Vec::new(),
        forces: Vec::new(),
        focal: None,
        held: Vec::new(),
        among: Vec::new(),
    };
    if let Some(benchmark) = &facts.benchmark {
        answer.figures.extend(benchmark_figures(benchmark));
    }
    let Some(rows) = &facts.no_crimes else { return answer };
    answer.forces = rows.good.iter().map(|row| ForceFigures::of(row, rounding)).collect();
    answer.findings.extend(rows.findings().cloned());
    answer.figures.extend(answer.forces.iter().flat_map(ForceFigures::all).cloned());
    answer.figures.push(forces(rows));
    answer.figures.push(lowest(rows, &answer.forces));
    if let Some(benchmark) = &facts.benchmark {
        let names: Vec<Force> = answer.forces.iter().map(|figures| figures.force).collect();
        match focal_force_in_table::check(&benchmark.value.focal, &benchmark.focal, &rows.file, &names) {
            Ok(force) => answer.focal = Some(force),
            Err(finding) => answer.findings.push(*finding),
        }
        answer.figures.extend(focal_figures(rows, &answer, rounding));
    }
    answer.findings.extend(rows.good.iter().filter_map(declared_difference::check));
    if let Some(official) = &facts.official {
        answer.findings.extend(official.findings().cloned());
        let (held, findings) = held_against(&answer.forces, official);
        answer.figures.extend(held.iter().flat_map(|held| [&held.official, &held.short]).cloned());
        answer.findings.extend(findings);
        answer.held = held;
    }
    let (among, dispersion) = among_few(&answer.forces, rows.withheld().as_deref());
    answer
        .figures
        .extend(among.iter().flat_map(|force| [&force.others, &force.limits, &force.place]).cloned());
    answer.figures.extend(dispersion);
    answer.among = among;
    // A table with a rejected row is no complete count, and its rejection says so.
    if rows.rejected.is_empty() {
        answer.findings.extend(complete_count_has_no_sampling_interval::check(rows.good.len(), &rows.file));
    }
    answer
}

fn benchmark_figures(file: &BenchmarkFile) -> Vec<Figure> {
    let words =
        |what, label: &str, value: Value| Figure::new(FigureId::of(&["no-crimes", what]), label, value);
    let benchmark = &file.value;
    vec![
        words("period", "the year of the counts", Value::Words(benchmark.period.clone()))
            .from_cells([file.period.clone()]),
        words("group", "the group of forces, and where it comes from", benchmark.group.clone().into())
            .from_cells([file.group.clone()]),
        words("source", "where the table was taken from", benchmark.source.clone().into())
            .from_cells([file.source.clone()]),
    ]
}

fn forces(rows: &Rows<ForceCounts>) -> Figure {
    let value = rows.withheld().map_or(Value::Count(rows.good.len() as u64), Value::Withheld);
    Figure::new(FigureId::of(&["no-crimes", "forces"]), "forces in the table", value)
        .unit("forces")
        .from_cells(rows.good.iter().map(|row| row.place.at("force")))
}

/// Every rate, or why the rates cannot all be compared.
fn rates(rows: &Rows<ForceCounts>, forces: &[ForceFigures]) -> Result<Vec<(Force, Rate)>, String> {
    if let Some(reason) = rows.withheld() {
        return Err(reason);
    }
    forces
        .iter()
        .map(|figures| {
            if let Value::Share { part, whole } = figures.rate.value
                && whole > 0
                && let Ok(rate) = Rate::new(part, whole)
            {
                Ok((figures.force, rate))
            } else {
                Err(format!("the rate of {} cannot be told", figures.force))
            }
        })
        .collect()
}

fn lowest(rows: &Rows<ForceCounts>, forces: &[ForceFigures]) -> Figure {
    let value = match rates(rows, forces) {
        Err(reason) => Value::Withheld(reason),
        Ok(rates) if rates.is_empty() => Value::NotSupplied,
        Ok(rates) => {
            let is_lowest =
                |(_, rate): &&(Force, Rate)| !rates.iter().any(|(_, other)| other.is_lower_than(*rate));
            let names: Vec<String> =
                rates.iter().filter(is_lowest).map(|(force, _)| force.to_string()).collect();
            Value::Words(names.join(" and "))
        }
    };
    let label = "the force with the lowest \"no crime\" rate";
    Figure::new(FigureId::of(&["no-crimes", "lowest"]), label, value)
        .from_cells(forces.iter().flat_map(|figures| figures.rate.origin.clone()))
}

/// The figures of the force that the paper is about, under names that do not change with the force.
fn focal_figures(rows: &Rows<ForceCounts>, answer: &Answer, rounding: Rounding) -> Vec<Figure> {
    let id = |what| FigureId::of(&["no-crimes", "focal", what]);
    let peers_id = FigureId::of(&["no-crimes", "peers", "rate"]);
    let peers_label = format!("{}, all other forces together", Rate::OF_NO_CRIMES);
    let figures = answer.focal.and_then(|focal| answer.forces.iter().find(|figures| figures.force == focal));
    let Some(figures) = figures else {
        let withheld = || Value::Withheld("the focal force is not in the table".to_owned());
        return vec![
            Figure::new(id("rate"), "the focal force's \"no crime\" rate", withheld()),
            Figure::new(id("recorded"), "the focal force's crimes that remain recorded", withheld()),
            Figure::new(id("recorded-printed"), "the same as printed", withheld()),
            Figure::new(
                id("missing"),
                "the focal force's recorded crimes missing from the printed number",
                withheld(),
            ),
            Figure::new(id("rank"), "the focal force's place, 1 being the lowest rate", withheld()),
            Figure::new(peers_id, peers_label, withheld()),
        ];
    };
    let focal = figures.force;
    let renamed = |what, figure: &Figure| Figure { id: id(what), ..figure.clone() };
    let all = rates(rows, &answer.forces);
    let rank = match &all {
        Err(reason) => Value::Withheld(reason.clone()),
        Ok(rates) => rates.iter().find(|(force, _)| *force == focal).map_or(Value::NotKnown, |(_, own)| {
            Value::Count(1 + rates.iter().filter(|(_, other)| other.is_lower_than(*own)).count() as u64)
        }),
    };
    let peers = all.map(|rates| {
        Rate::together(rates.iter().filter(|(force, _)| *force != focal).map(|(_, rate)| *rate))
    });
    let (peers, working) = match peers {
        Err(reason) => (Value::Withheld(reason), String::new()),
        Ok(None) => (Value::Withheld("the sum is too large to be true".to_owned()), String::new()),
        Ok(Some(rate)) => (rate.value(), rate.working()),
    };
    let origin = |own: bool| {
        answer.forces.iter().filter(move |f| own || f.force != focal).flat_map(|f| f.rate.origin.clone())
    };
    vec![
        renamed("rate", &figures.rate),
        renamed("recorded", &figures.recorded),
        renamed("recorded-printed", &figures.recorded_printed),
        missing(id("missing"), figures),
        Figure::new(id("rank"), format!("{focal}: place by \"no crime\" rate, 1 being the lowest"), rank)
            .working(if answer.forces.len() == 1 {
                "of 1 force".to_owned()
            } else {
                format!("of {} forces", answer.forces.len())
            })
            .from_cells(origin(true)),
        Figure::new(peers_id, peers_label, peers)
            .rounded(rounding)
            .working(working)
            .from_cells(origin(false)),
    ]
}

/// How many more crimes the row recorded than the table prints.
fn missing(id: FigureId, figures: &ForceFigures) -> Figure {
    let (value, working) = match (&figures.recorded.value, &figures.recorded_printed.value) {
        (Value::Count(used), Value::Count(printed)) => {
            let difference = i128::from(*used) - i128::from(*printed);
            let too_large = || Value::Withheld("the difference is too large to be true".to_owned());
            let value = i64::try_from(difference).map_or_else(|_| too_large(), Value::Difference);
            (value, format!("{used} − {printed}"))
        }
        (in_doubt, _) => (in_doubt.clone(), String::new()),
    };
    let label = format!("{}: recorded crimes missing from the printed number", figures.force);
    Figure::new(id, label, value)
        .unit("crimes")
        .working(working)
        .from_cells(figures.recorded.origin.clone())
        .by(&declared_difference::RULE)
}

#[cfg(test)]
mod tests;
