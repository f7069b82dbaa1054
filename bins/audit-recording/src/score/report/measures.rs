//! What an audit measures: one section a measure, with the rates of all strata and of each.

use document::{
    Block, Section,
    sections::{Named, Paragraphs, counts_table, rates_chart},
};
use recording_audit::score::{Measure, Rates};
use rulebook::{Rated, Value};

use super::{From, Page, count_of, is_told, is_value, opening::own};
use crate::report::{lateness_chart, wrong_class};

/// Some rates under the name by which a reader tells them from the others.
#[derive(Debug)]
pub struct Part<'a> {
    pub name: String,
    pub rates: &'a Rates,
}

/// What a rate belongs to.
pub const fn names(from: From) -> &'static str {
    match from {
        From::Counts => "force and stratum",
        From::Judgements { .. } => "stratum",
    }
}

/// The rates over all strata: weighted estimates, or, of counts, sums of each force that has several strata.
pub fn all_of(from: From, rates: &[Rates]) -> Vec<Part<'_>> {
    let several = |of: &Rates| {
        rates.iter().filter(|rates| rates.stratum.is_some() && rates.force == of.force).nth(1).is_some()
    };
    let all = rates.iter().filter(|rates| rates.stratum.is_none());
    match from {
        From::Judgements { .. } => {
            all.map(|rates| Part { name: "all records, weighted".to_owned(), rates }).collect()
        }
        From::Counts => all
            .filter(|rates| several(rates))
            .map(|rates| {
                let whose = rates.force.as_ref().map_or_else(String::new, |force| format!("{force}, "));
                Part { name: format!("{whose}unweighted sum"), rates }
            })
            .collect(),
    }
}

/// The rates of each stratum.
pub fn parts(rates: &[Rates]) -> Vec<Part<'_>> {
    let strata = rates.iter().filter(|rates| rates.stratum.is_some());
    strata.map(|rates| Part { name: rates.name(), rates }).collect()
}

/// A section for each measure of which something can be said.
pub fn sections(page: &Page<'_>, p: &mut Paragraphs) -> Vec<Section> {
    Measure::ALL
        .into_iter()
        .filter(|measure| is_asked(page, *measure))
        .map(|one| section(page, p, one))
        .collect()
}

/// Whether anything can be said of a measure, of all strata or of one.
pub fn is_asked(page: &Page<'_>, measure: Measure) -> bool {
    let decisions = measure == Measure::NoCrimeRight && !page.answer.no_crimes.is_empty();
    decisions || page.answer.rates.iter().any(|rates| is_told(rates, measure))
}

fn section(page: &Page<'_>, p: &mut Paragraphs, measure: Measure) -> Section {
    let mut blocks = vec![p.say(says(measure))];
    let rates = &page.answer.rates;
    if rates.iter().any(|rates| is_told(rates, measure)) {
        let id = format!("rates-{}", measure.id());
        let (all, parts) = (all_of(page.from, rates), parts(rates));
        blocks.push(chart(&id, measure, names(page.from), &all, &parts));
    }
    blocks.extend(match measure {
        Measure::Compliance | Measure::OverRecorded | Measure::VictimTold => Vec::new(),
        Measure::Classified => classes(page, p),
        Measure::InTime => late(page, p),
        Measure::NoCrimeRight => decisions(page),
    });
    Section { id: format!("of-{}", measure.id()), heading: heading(measure).to_owned(), blocks }
}

fn chart(id: &str, measure: Measure, of: &str, all: &[Part<'_>], parts: &[Part<'_>]) -> Block {
    let named = Named { id, title: measure.label() };
    let axis = format!("per cent: {}", measure.label());
    let (all, parts) = (rated(all, measure), rated(parts, measure));
    let all = if all.iter().any(|rate| is_value(rate.figure)) { all } else { Vec::new() };
    let chart = rates_chart(named, &axis, of, &all, &parts);
    let drawn = |rate: &Rated<'_>| matches!(rate.figure.value, Value::Share { .. });
    // Of words alone there is no picture.
    if all.iter().chain(&parts).any(drawn) { Block::Chart(chart) } else { Block::Table(chart.table) }
}

/// The rates of a measure, under their names.
pub fn rated<'a>(parts: &'a [Part<'_>], measure: Measure) -> Vec<Rated<'a>> {
    let rate = |part: &'a Part<'_>| {
        let rate = part.rates.rate(measure)?;
        Some(Rated { name: part.name.as_str(), figure: &rate.figure })
    };
    parts.iter().filter_map(rate).collect()
}

const fn heading(measure: Measure) -> &'static str {
    match measure {
        Measure::Compliance => "Crimes recorded",
        Measure::Classified => "Classification",
        Measure::InTime => "Recorded in time",
        Measure::OverRecorded => "Recorded without basis",
        Measure::VictimTold => "Victims told",
        Measure::NoCrimeRight => "Decisions that a recorded crime was no crime",
    }
}

const fn says(measure: Measure) -> &'static str {
    match measure {
        Measure::Compliance => {
            "Of the crimes that should have been recorded, those that were. A line is an interval; what it does and does not mean stands below the table."
        }
        Measure::Classified => {
            "Of the crimes due and recorded whose two classes are both known, those under the class that was due."
        }
        Measure::InTime => {
            "Of the crimes due and recorded of which it can be told, those recorded within the limit of the day on which the report was received."
        }
        Measure::OverRecorded => "Of the crimes recorded, those for which nothing was due.",
        Measure::VictimTold => {
            "Of the victims that were to be told whether a crime is recorded, those who were. Where nobody says, it is not taken for a no."
        }
        Measure::NoCrimeRight => {
            "Of the decisions that were looked at, those that were right. A wrong one strikes out a crime that happened."
        }
    }
}

/// Where the classes of counts differ is not in them.
fn classes(page: &Page<'_>, p: &mut Paragraphs) -> Vec<Block> {
    match page.from {
        From::Counts => Vec::new(),
        From::Judgements { .. } => wrong_class(p, &page.answer.confusion),
    }
}

/// By how much crimes are late, against which limit, and of how many that cannot be told.
fn late(page: &Page<'_>, p: &mut Paragraphs) -> Vec<Block> {
    if page.answer.lateness.is_empty() {
        return Vec::new();
    }
    let mut blocks: Vec<Block> = page.limits.iter().map(|limit| p.say(limit.as_str())).collect();
    let bands: Vec<_> = page.answer.lateness.iter().map(|(band, figure)| (*band, figure)).collect();
    let named = Named { id: "lateness", title: "Crimes recorded late in the sample, by how much" };
    blocks.push(Block::Chart(lateness_chart(named, &bands)));
    let all = page.answer.rates.iter().find(|rates| rates.stratum.is_none());
    let untold: Vec<_> = ["limit-not-held", "limit-two-readings", "time-not-told"]
        .into_iter()
        .filter_map(|what| count_of(all?, what))
        .map(|figure| (own(figure), figure))
        .collect();
    let named = Named { id: "time-untold", title: "Crimes recorded that are in neither of the two" };
    blocks.push(counts_table(named, "What", "Crimes", &untold));
    blocks
}

/// Published decisions, one rate an offence.
fn decisions(page: &Page<'_>) -> Vec<Block> {
    let offences = parts(&page.answer.no_crimes);
    if offences.is_empty() {
        return Vec::new();
    }
    vec![chart("rates-no-crime-published", Measure::NoCrimeRight, "force and offence", &[], &offences)]
}
