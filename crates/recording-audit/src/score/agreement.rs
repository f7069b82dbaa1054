//! How far two auditors of the same cases agree, from their first judgements.

use std::collections::BTreeSet;

use rulebook::{Figure, FigureId, Place, Rounding, Value};
use rust_decimal::Decimal;
use statistics::agreement;

use crate::score::{
    Agreed, Line, Settings,
    cases::Case,
    figure::{few, too_few},
};

/// The agreement on the judgement and on the class, over the cases that two auditors judged.
pub(super) fn agreed(cases: &[Case<'_>], files: &[String], settings: &Settings) -> Vec<Agreed> {
    let judged: Vec<(&[Line], &[Line])> = cases.iter().filter_map(Case::both).collect();
    let judgements = |lines: &[Line]| together(lines.iter().map(|line| line.judgement.to_string()));
    let classes = |lines: &[Line]| together(lines.iter().map(|line| line.class_due.clone()));
    let on = |on, column: &str, prefix: &str, pairs: Vec<(String, String)>| {
        let cells: Vec<Place> = files.iter().map(|file| Place::file(file).at(column)).collect();
        of(on, prefix, &pairs, &cells, settings)
    };
    let pairs = judged.iter().map(|(one, other)| (judgements(one), judgements(other))).collect();
    // Of a case of which neither gives a class nothing is agreed on.
    let with_class = judged
        .iter()
        .map(|(one, other)| (classes(one), classes(other)))
        .filter(|(one, other)| !one.is_empty() || !other.is_empty())
        .collect();
    let both = [on("judgement", "judgement", "", pairs), on("class", "class_due", "class-", with_class)];
    both.into_iter().flatten().collect()
}

/// What is said of all crimes of a case, in an order that is always the same.
fn together(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.sort();
    words.join(" + ")
}

fn of(
    on: &'static str,
    prefix: &str,
    pairs: &[(String, String)],
    cells: &[Place],
    settings: &Settings,
) -> Option<Agreed> {
    let categories: BTreeSet<&String> = pairs.iter().flat_map(|(one, other)| [one, other]).collect();
    let categories: Vec<String> = categories.into_iter().cloned().collect();
    let count = |one: &String, other: &String| {
        pairs.iter().filter(|(first, second)| first == one && second == other).count() as u64
    };
    let table: Vec<Vec<u64>> =
        categories.iter().map(|one| categories.iter().map(|other| count(one, other)).collect()).collect();
    let found = agreement(&table, settings.confidence).ok()?;
    let few_cases = too_few(found.cases, settings);
    let figure = |what: &str, label: &str, value: Value, places: u32| {
        let id = FigureId::of(&["audit", "agreement", &format!("{prefix}{what}")]);
        let mut figure = Figure::new(id, format!("{label}, on the {on}"), value)
            .rounded(Rounding::nearest(places))
            .from_cells(cells.iter().cloned());
        figure.n = Some(found.cases);
        figure
    };
    let share = Value::Share { part: found.agreed, whole: found.cases };
    let value = if few_cases { few(found.agreed, found.cases) } else { share };
    let mut percent = figure("percent", "cases on which two auditors agree", value, 1)
        .working(format!("{} of {}", found.agreed, found.cases));
    let decimal = |number: f64| Decimal::try_from(number).ok().map(|number| number.round_dp(6));
    let value = match found.kappa {
        _ if few_cases => few(found.agreed, found.cases),
        None => Value::Words("not defined: both put every case into one category".to_owned()),
        Some(kappa) => decimal(kappa.value).map_or(Value::NotKnown, Value::Number),
    };
    let mut kappa = figure("kappa", "agreement of two auditors beyond chance (Cohen's kappa)", value, 2);
    if !few_cases {
        let meaning =
            "Of the cases that two auditors judged, from their first judgements, before any moderation.";
        percent.interval = found.share.interval(format!("Wilson, {}", settings.confidence), meaning);
        let limits = found.kappa.and_then(|kappa| kappa.limits);
        kappa.interval = limits.and_then(|limits| {
            let meaning =
                format!("{meaning} By its large-sample standard error, which is rough for few cases.");
            limits.interval(format!("Fleiss, Cohen and Everitt, {}", settings.confidence), meaning)
        });
        if found.kappa.is_some() && limits.is_none() {
            kappa = kappa.working(
                "no interval: full agreement has a standard error of 0, which does not show that they always would agree",
            );
        }
    }
    Some(Agreed { on, cases: found.cases, agreed: found.agreed, percent, kappa, categories, table })
}
