//! An audit scored from counts alone, and what cannot be told from them.

use crime::inspection::{as_if_random, with_clusters};
use rulebook::{Figure, FigureId, Finding, Known, Place, Rounding, Value};
use table::{Row, Rows};

use crate::{
    rules::{crimes_are_not_trials, sample_is_not_random},
    score::{
        Answer, Counts, Estimate, Measure, NoCrimes, Rate, Rates, Settings,
        figure::{Counted, Told, few, too_few},
        sentences,
    },
};

/// Scores published counts, and "no crime" decisions if there are any. Counts that are published are never suppressed.
///
/// The strata of a force are also added up as they are, without weights, and said to be; a row that was rejected withholds every
/// such sum of its file.
#[must_use]
pub fn score_counts(
    counts: &Rows<Counts>,
    no_crimes: Option<&Rows<NoCrimes>>,
    settings: &Settings,
) -> Answer {
    let mut answer = Answer::default();
    answer.findings.extend(counts.findings().cloned());
    let withheld = counts.withheld();
    for force in forces(&counts.good) {
        let rows: Vec<&Row<Counts>> = counts.good.iter().filter(|row| row.value.force == force).collect();
        let mut told: Vec<Rates> = rows.iter().map(|row| of_stratum(row, settings)).collect();
        let all = together(&force, &rows, withheld.as_deref(), settings);
        let noted: Vec<Finding> = rows.iter().flat_map(|row| notes(row)).collect();
        answer.sentences.extend(told.iter().flat_map(sentences::of));
        if rows.len() > 1 {
            let said = sentences::of(&all);
            answer.sentences.extend(
                said.into_iter()
                    .map(|said| format!("{said} Not weighted: the strata are added up as they are.")),
            );
        }
        let mut untold: Vec<String> = noted.iter().map(|noted| format!("{}.", noted.sentence)).collect();
        answer.findings.extend(noted);
        let missing: Vec<Measure> = all
            .rates
            .iter()
            .filter(|rate| rate.figure.value == Value::NotSupplied)
            .map(|rate| rate.measure)
            .collect();
        untold.extend(sentences::not_from_counts(force.value().map(String::as_str), &missing));
        answer.sentences.extend(untold.iter().cloned());
        answer.untold.extend(untold);
        let sources = &all.sources;
        answer.sentences.extend((!sources.is_empty()).then(|| format!("Source: {}.", sources.join("; "))));
        told.push(all);
        answer.figures.extend(told.iter().flat_map(figures));
        answer.figures.extend(not_computed(&force));
        answer.rates.extend(told);
    }
    if let Some(rows) = no_crimes {
        answer.findings.extend(rows.findings().cloned());
        for row in &rows.good {
            let (of, said) = of_decisions(row, settings);
            answer.figures.extend(figures(&of));
            answer.sentences.extend(said);
            answer.no_crimes.push(of);
        }
    }
    answer
}

/// What has to be said of a row beside its rates.
fn notes(row: &Row<Counts>) -> impl Iterator<Item = Finding> {
    let Counts { sampling, .. } = &row.value;
    let stratum = Row { place: row.place.clone(), value: row.value.as_stratum() };
    let not_random = sample_is_not_random::of_counts(&row.value.name(), sampling, &row.place.at("sampling"));
    crimes_are_not_trials::check(&stratum).into_iter().chain(not_random)
}

/// The forces in the order in which the file names them.
fn forces(rows: &[Row<Counts>]) -> Vec<Known<String>> {
    let mut forces: Vec<Known<String>> = Vec::new();
    for row in rows {
        if !forces.contains(&row.value.force) {
            forces.push(row.value.force.clone());
        }
    }
    forces
}

fn of_stratum(row: &Row<Counts>, settings: &Settings) -> Rates {
    let counts = &row.value;
    let force = counts.force.value().map(String::as_str);
    let told = Told { force, stratum: Some((&counts.stratum, &counts.stratum)) };
    rates(&told, &Sum::of(&[row]), None, settings, &counts.sampling)
}

fn together(
    force: &Known<String>,
    rows: &[&Row<Counts>],
    withheld: Option<&str>,
    settings: &Settings,
) -> Rates {
    let told = Told { force: force.value().map(String::as_str), stratum: None };
    // Several ways of choosing records are none that can be named.
    let first = rows.first().map_or(&Known::NotSupplied, |row| &row.value.sampling);
    let same = rows.iter().all(|row| row.value.sampling == *first);
    let sampling = if same { first } else { &Known::NotKnown };
    rates(&told, &Sum::of(rows), withheld, settings, sampling)
}

/// The sums over some rows; what one of them does not know, the sum does not know.
struct Sum<'a> {
    rows: &'a [&'a Row<Counts>],
    examined: u64,
    due: Known<u64>,
    recorded: Known<u64>,
    wrong: Known<u64>,
    late: Known<u64>,
    population: Known<u64>,
}

impl<'a> Sum<'a> {
    fn of(rows: &'a [&'a Row<Counts>]) -> Self {
        let sum = |of: fn(&Counts) -> Known<u64>| {
            rows.iter()
                .map(|row| of(&row.value))
                .fold(Known::Is(0), |sum, next| both(sum, next, u64::saturating_add))
        };
        Self {
            rows,
            examined: rows.iter().fold(0, |sum, row| sum.saturating_add(row.value.records_examined)),
            due: sum(|row| row.crimes_due),
            recorded: sum(|row| row.crimes_recorded),
            wrong: sum(|row| row.wrongly_classified),
            late: sum(|row| row.late),
            population: sum(|row| row.population),
        }
    }

    fn cells(&self, columns: &[&str]) -> Vec<Place> {
        self.rows.iter().flat_map(|row| columns.iter().map(|column| row.place.at(*column))).collect()
    }
}

/// Both, if both are known; not supplied outweighs not known, for somebody can still be asked.
fn both(one: Known<u64>, other: Known<u64>, of: impl Fn(u64, u64) -> u64) -> Known<u64> {
    match (one, other) {
        (Known::Is(one), Known::Is(other)) => Known::Is(of(one, other)),
        (Known::NotSupplied, _) | (_, Known::NotSupplied) => Known::NotSupplied,
        (Known::NotKnown, _) | (_, Known::NotKnown) => Known::NotKnown,
    }
}

fn rates(
    told: &Told<'_>,
    sum: &Sum<'_>,
    withheld: Option<&str>,
    settings: &Settings,
    sampling: &Known<String>,
) -> Rates {
    let less = |whole, part| both(whole, part, u64::saturating_sub);
    let of = |measure, part, whole: Known<u64>, columns: &[&str]| {
        let n = whole.value().copied().unwrap_or_default();
        let meaning = with_clusters(as_if_random(n, "crime", sampling), n, sum.examined);
        let meaning = if sum.rows.len() > 1 {
            format!("{meaning} The strata are added up as they are, without weights.")
        } else {
            meaning
        };
        told.simple(Counted { measure, part, whole, cells: sum.cells(columns) }, withheld, settings, meaning)
    };
    let none = |measure| of(measure, Known::NotSupplied, Known::NotSupplied, &[]);
    let rates = vec![
        of(Measure::Compliance, sum.recorded, sum.due, &["crimes_recorded", "crimes_due"]),
        of(
            Measure::Classified,
            less(sum.recorded, sum.wrong),
            sum.recorded,
            &["wrongly_classified", "crimes_recorded"],
        ),
        of(Measure::InTime, less(sum.recorded, sum.late), sum.recorded, &["late", "crimes_recorded"]),
        none(Measure::OverRecorded),
        none(Measure::VictimTold),
        none(Measure::NoCrimeRight),
    ];
    let count = |what, label, value: Known<u64>, unit, columns: &[&str]| {
        let value = withheld.map_or_else(|| value.into(), |why| Value::Withheld(why.to_owned()));
        told.count(what, label, value, unit, &sum.cells(columns))
    };
    let missing = less(sum.due, sum.recorded);
    let mut sources: Vec<String> = Vec::new();
    for source in sum.rows.iter().filter_map(|row| row.value.source.value()) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    Rates {
        force: told.force.map(str::to_owned),
        stratum: told.stratum.map(|(_, name)| name.to_owned()),
        population: sum.population.value().copied(),
        examined: sum.examined,
        counts: vec![
            count("examined", "records examined", Known::Is(sum.examined), "records", &["records_examined"]),
            count("due", "crimes that should have been recorded", sum.due, "crimes", &["crimes_due"]),
            count("recorded", "crimes recorded", sum.recorded, "crimes", &["crimes_recorded"]),
            count(
                "missing",
                "crimes due but not recorded",
                missing,
                "crimes",
                &["crimes_due", "crimes_recorded"],
            ),
        ],
        rates,
        sources,
    }
}

/// What a paper may ask for and counts cannot tell.
fn not_computed(force: &Known<String>) -> Vec<Figure> {
    let told = Told { force: force.value().map(String::as_str), stratum: None };
    let mut figures = vec![told.figure(
        "unrecorded",
        "crimes due and not recorded among all records (needs a random sample, its population, and the counts of each record)",
        Value::NotSupplied,
    )];
    for (what, label) in
        [("percent", "cases on which two auditors agree"), ("kappa", "agreement beyond chance")]
    {
        let mut parts = vec!["audit"];
        parts.extend(told.force);
        parts.extend(["agreement", what]);
        figures.push(Figure::new(FigureId::of(&parts), label, Value::NotSupplied));
    }
    figures
}

/// Every figure of a stratum.
pub(super) fn figures(of: &Rates) -> Vec<Figure> {
    of.counts.iter().cloned().chain(of.rates.iter().map(|rate| rate.figure.clone())).collect()
}

fn of_decisions(row: &Row<NoCrimes>, settings: &Settings) -> (Rates, Option<String>) {
    let NoCrimes { force, offence, examined, correct, sampling, source } = &row.value;
    let mut name = vec!["no-crime-decisions"];
    name.extend(force.value().map(String::as_str));
    name.push(offence);
    let whose = force.value().map_or_else(|| offence.clone(), |force| format!("{force}, {offence}"));
    let figure = |what: &'static str, label: &str, value: Value, cells: &[&str]| {
        let id = FigureId::of(&name.iter().copied().chain([what]).collect::<Vec<_>>());
        Figure::new(id, format!("{whose}: {label}"), value)
            .rounded(Rounding::nearest(1))
            .from_cells(cells.iter().map(|cell| row.place.at(*cell)))
    };
    let share = Value::Share { part: *correct, whole: *examined };
    let value = if too_few(*examined, settings) { few(*correct, *examined) } else { share };
    let meaning = as_if_random(*examined, "decision", sampling);
    let mut rate = figure("rate", "correct decisions of those examined", value, &["correct", "examined"])
        .working(format!("{correct} of {examined}"));
    rate.n = Some(*examined);
    let interval = settings.interval.interval(*correct, *examined, settings.confidence, meaning);
    if let Some(interval) = interval.filter(|_| matches!(rate.value, Value::Share { .. })) {
        rate = rate.with_interval(*examined, interval);
    }
    let wrong = Value::Count(examined.saturating_sub(*correct));
    let counts = vec![
        figure("examined", "\"no crime\" decisions examined", Value::Count(*examined), &["examined"])
            .unit("decisions"),
        figure("correct", "\"no crime\" decisions that were correct", Value::Count(*correct), &["correct"])
            .unit("decisions"),
        figure("wrong", "\"no crime\" decisions that were wrong", wrong, &["examined", "correct"])
            .unit("decisions"),
    ];
    let of = Rates {
        force: force.value().cloned(),
        stratum: Some(offence.clone()),
        population: None,
        examined: *examined,
        counts,
        rates: vec![Rate {
            measure: Measure::NoCrimeRight,
            part: Known::Is(*correct),
            whole: Known::Is(*examined),
            estimate: Estimate::OfTheSample,
            figure: rate,
        }],
        sources: source.value().cloned().into_iter().collect(),
    };
    let said = sentences::of(&of).into_iter().next();
    let said = said.map(|said| {
        source.value().map_or_else(|| said.clone(), |source| format!("{said} Source: {source}."))
    });
    (of, said)
}

#[cfg(test)]
mod tests;
