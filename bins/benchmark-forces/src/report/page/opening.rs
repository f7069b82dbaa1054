//! What stands first: the summary of all measures, and how to read it.

use std::collections::BTreeSet;

use document::{Block, Cell, Head, Inline, Row, Section, Table, sections::Paragraphs};
use msf_benchmark::{OfMeasure, Peers};

use super::{
    Page, among, anchor, limits_of_reading, period, period_in_full, place, share_of_chance, signals_of, words,
};

/// The summary.
pub fn in_short(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let found = page.assessment;
    let (_, outer) = page.asked.limits;
    let measures = match found.measures.len() {
        1 => "one measure".to_owned(),
        n => format!("{n} measures"),
    };
    let mut blocks = vec![p.say(format!(
        "This page holds {} against the other forces, its peers and its own past in {measures}, by figures as they are published. Forces are compared in {} ({}).",
        found.focal.name(),
        period(found.window),
        period_in_full(found.window)
    ))];
    let unusual: Vec<&OfMeasure> = found
        .measures
        .iter()
        .filter(|of| {
            of.between
                .focal()
                .and_then(|force| force.placed)
                .is_some_and(|placed| placed.beyond_outer().is_some())
        })
        .collect();
    let now: Vec<&OfMeasure> = found.measures.iter().filter(|of| of.along.now().next().is_some()).collect();
    blocks.push(p.next(listed(
        &unusual,
        &format!("Unusual among forces (beyond the {outer} limits): "),
        "in no measure",
    )));
    blocks.push(p.next(listed(&now, "A signal along time in the last period: ", "in no measure")));
    blocks.push(Block::Table(summary(page)));
    blocks.push(p.say("The same in a sentence each:"));
    let sentence = |of: &OfMeasure| vec![Inline::text(of.sentences.short.as_str())];
    blocks.push(Block::List(found.measures.iter().map(sentence).collect()));
    if let Some(Peers::None { why }) = found.measures.first().map(|of| &of.peers) {
        blocks.push(p.say(format!("Peers are left out: {why}.")));
    }
    Section { id: "in-short".to_owned(), heading: "In short".to_owned(), blocks }
}

fn listed(measures: &[&OfMeasure], before: &str, none: &str) -> Vec<Inline> {
    let mut text = vec![Inline::text(before)];
    for (number, of) in measures.iter().enumerate() {
        if number > 0 {
            text.push(Inline::text("; "));
        }
        text.push(Inline::Reference { target: anchor(of), text: of.measure.title.clone() });
    }
    text.push(Inline::text(if measures.is_empty() { format!("{none}.") } else { ".".to_owned() }));
    text
}

fn summary(page: &Page<'_>) -> Table {
    let ranked = page.asked.ranks.is_some();
    let peers = page.asked.groups.is_some();
    let row = |of: &OfMeasure| {
        let focal = of.between.focal();
        let figures = focal.and_then(|force| of.figures.force(force.force));
        let name = Inline::Reference { target: anchor(of), text: of.measure.title.clone() };
        let rate = figures.map_or_else(
            || vec![Inline::text("not told")],
            |figures| vec![Inline::figure(&figures.rate), Inline::text(format!(" {}", of.measure.unit))],
        );
        let mut cells = vec![Cell(vec![name]), Cell(rate)];
        cells.push(Cell::from(focal.map_or_else(|| "–".to_owned(), |force| place(of, force))));
        if ranked {
            cells.push(Cell::from(probable(of)));
        }
        if peers {
            cells.push(average(of));
        }
        cells.push(Cell::from(match focal {
            Some(force) => among(page, force.placed.as_ref()),
            None => "not told".to_owned(),
        }));
        cells.push(Cell::from(of.adjusted_chance.map_or_else(|| "–".to_owned(), share_of_chance)));
        cells.push(Cell::from(signals_of(of)));
        Row::new(cells)
    };
    let mut head = vec![Head::words("Measure"), Head::words("Rate"), Head::words("Place")];
    head.extend(ranked.then(|| Head::words("Places that chance leaves")));
    head.extend(peers.then(|| Head::numbers("Peers")));
    head.extend([Head::words("Among forces"), Head::numbers("Chance"), Head::words("Along time")]);
    let mut notes = vec![
        "Place 1 is the highest rate. It says nothing of better or worse.".to_owned(),
        "Chance: how often a force that is like the others lies so far out or farther, by the limits of the measure; raised for the number of measures."
            .to_owned(),
    ];
    let out: BTreeSet<&str> = page
        .assessment
        .measures
        .iter()
        .flat_map(|of| &of.between.forces)
        .filter(|force| force.out_of_centre.is_some())
        .map(|force| force.force.name())
        .collect();
    if ranked && !out.is_empty() {
        let names: Vec<&str> = out.into_iter().collect();
        notes.push(format!(
            "Places that chance leaves: a range of 95 in 100 draws, and how often the underlying rate is in the highest quarter; without {}, which has a place and is in no centre.",
            names.join(", ")
        ));
    }
    if peers {
        let (average, focal) = page.asked.average;
        let (name, user) = (words::average_name(average, focal), average.used_by(focal));
        notes
            .push(format!("Peers: {name}. Who uses it: {user}. The other averages stand with each measure."));
    }
    Table {
        id: "summary".to_owned(),
        caption: format!("All measures in {}", period(page.assessment.window)),
        head,
        rows: page.assessment.measures.iter().map(row).collect(),
        notes: notes.into_iter().map(|note| vec![Inline::Text(note)]).collect(),
    }
}

/// The chosen average of the peers.
fn average(of: &OfMeasure) -> Cell {
    let chosen = match &of.peers {
        Peers::None { .. } => None,
        Peers::Of(peers) => peers.chosen.as_ref(),
    };
    let figure =
        of.figures.peers.iter().find(|(average, _)| Some(average) == chosen).map(|(_, figure)| figure);
    figure.map_or_else(|| Cell::from("–"), Cell::from)
}

/// The range of places that chance leaves, and a probability.
pub fn probable(of: &OfMeasure) -> String {
    match &of.between.rank {
        None => String::new(),
        Some(Err(why)) => format!("not told: {why}"),
        Some(Ok(found)) => {
            let (first, last) = found.rank.interval;
            let quarter = of.figures.ranks.last().map(rulebook::Figure::printed).unwrap_or_default();
            let places = if first == last { first.to_string() } else { format!("{first} to {last}") };
            format!("{places} of {}; highest quarter {quarter}%", found.forces)
        }
    }
}

/// How to read the page.
pub fn how_to_read(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    Section {
        id: "how-to-read".to_owned(),
        heading: "How to read this".to_owned(),
        blocks: limits_of_reading(page).into_iter().map(|words| p.say(words)).collect(),
    }
}
