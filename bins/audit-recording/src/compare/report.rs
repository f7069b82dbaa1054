//! The page of a comparison: only what may leave the force, no record and no reference.

use batch::manifest::InputFile;
use document::{
    Block, Document, Inline, Marking, Section,
    sections::{
        Named, Paragraphs, counts_table, figures_section, findings_section, rates_chart, summary,
        without_people,
    },
};
use recording_audit::{
    compare::{Confusion, Dimension, Found, Rate, Settings, Shown},
    rules::OF_COMPARISON,
};
use rulebook::{Figure, OfRule, Rated, Value};

use crate::report::{lateness_chart, wrong_class};

pub use closing::limits_of_reading;

mod closing;
mod opening;

/// What the page is made from.
pub struct Page<'a> {
    pub settings: &'a Settings,
    pub shown: &'a Shown,
    /// All figures, each once, in the order in which they are to stand at the end.
    pub figures: &'a [Figure],
    pub rates: &'a [(Dimension, Vec<Rate>)],
    pub tables: &'a [(String, Vec<Vec<String>>)],
    pub confusion: &'a Confusion,
    pub found: &'a [Found],
    /// What was read: crimes due in the order of the settings, crimes recorded, and waivers if there are any.
    pub inputs: Vec<&'a InputFile>,
    /// The files of the set.
    pub outputs: &'a [String],
}

/// The page as a document.
pub fn compose(page: &Page<'_>) -> Document {
    let mut paragraphs = Paragraphs::default();
    let p = &mut paragraphs;
    let mut sections = vec![
        opening::compared(page, p),
        opening::shares(page, p),
        family(page, p, &DUE),
        in_time(page, p),
        family(page, p, &RECORDED),
        recorded_under_another(page, p),
        family(page, p, &RECLASSIFIED),
        family(page, p, &OUTCOMES),
    ];
    sections.extend(Dimension::ALL.map(|dimension| broken_down(page, p, dimension)));
    sections.push(findings_section(p, &of_rules(page), OF_COMPARISON, env!("CARGO_PKG_NAME")));
    sections.push(closing::how_to_read(page, p));
    sections.push(closing::files(page, p));
    sections.push(figures_section(page.figures));
    Document {
        title: TITLE.to_owned(),
        board: page.settings.force.clone().unwrap_or_default(),
        meeting: None,
        author: author(),
        marking: Marking(without_people(page.shown.threshold).to_owned()),
        as_at: page.settings.as_at,
        notice: opening::notice(page),
        sections,
        footnotes: Vec::new(),
    }
}

/// What page and workbook are called.
pub const TITLE: &str = "Crimes due and crimes recorded";

/// Nobody signs what a program has computed.
pub fn author() -> String {
    format!("not signed; computed by {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}

/// What each rule found.
pub fn of_rules<'a>(page: &Page<'a>) -> Vec<OfRule<'a>> {
    let found = page.found.iter();
    found
        .map(|found| OfRule { rule: found.rule, findings: &found.findings, waived: Some(&found.waived) })
        .collect()
}

/// What a break-down shows, by the name that the room gives it.
pub fn title_of(table: &str) -> String {
    let words = table.replace('_', " ");
    let by = |what: &str| words.strip_prefix("by ").and_then(|rest| rest.strip_suffix(what)).map(str::trim);
    match (table, by("results"), by("late"), by("reclassified")) {
        ("lateness", ..) => "Crimes recorded late, by how much".to_owned(),
        ("wrong_class", ..) => "Classes due, and recorded in their place".to_owned(),
        (_, Some(by), ..) => format!("Results by {by}"),
        (_, None, Some(by), _) => format!("Crimes recorded late by {by}"),
        (_, None, None, Some(by)) => format!("Crimes re-classified by {by}"),
        (_, None, None, None) => words,
    }
}

/// A family of counts that add up to a total.
struct Family {
    /// The second part of the ids of its figures.
    name: &'static str,
    heading: &'static str,
    says: &'static str,
    caption: &'static str,
}

const DUE: Family = Family {
    name: "due",
    heading: "Crimes due",
    says: "Every crime that is due of this force is one of these. A crime due by another force is none of them. One that is not yet recorded and whose \
           limit has not passed is not missing.",
    caption: "What became of the crimes due",
};

const TIME: Family = Family {
    name: "time",
    heading: "In time",
    says: "Every crime that is due and recorded is one of these. Whether one is in time cannot be told where the moment of the record or the limit is not \
           supplied: it is not taken for late, nor for in time.",
    caption: "Whether crimes were recorded in time",
};

const RECORDED: Family = Family {
    name: "recorded",
    heading: "Crimes recorded",
    says: "The other way round: every crime recorded is one of these. Matched is what a crime due of the same report answers to.",
    caption: "What the crimes recorded answer to",
};

const RECLASSIFIED: Family = Family {
    name: "reclassified",
    heading: "Re-classified",
    says: "Re-classified after they were recorded, ordered by the longest sentences in the list of offences.",
    caption: "Which way crimes were re-classified",
};

const OUTCOMES: Family = Family {
    name: "outcomes",
    heading: "Outcomes",
    says: "Whether an outcome is allowed was decided before and came with the extract; without that it cannot be told.",
    caption: "Whether outcomes are allowed",
};

/// The figures `comparison.<name>.*`, without that of the total.
fn of_family<'a>(page: &Page<'a>, name: &str) -> Vec<(&'a str, &'a Figure)> {
    let prefix = format!("comparison.{name}.");
    let figures = page.figures.iter().filter(|figure| figure.id.as_str().starts_with(&prefix));
    let named = figures.map(|figure| {
        // A label is that of the whole, then its own.
        let own = figure.label.split_once(": ").map_or(figure.label.as_str(), |(_, name)| name);
        (if figure.id.as_str().ends_with(".total") { "in all" } else { own }, figure)
    });
    named.collect()
}

fn family(page: &Page<'_>, p: &mut Paragraphs, family: &Family) -> Section {
    let named = Named { id: family.name, title: family.caption };
    let rows = of_family(page, family.name);
    Section {
        id: format!("of-{}", family.name),
        heading: family.heading.to_owned(),
        blocks: vec![p.say(family.says), counts_table(named, "What", "Crimes", &rows)],
    }
}

fn in_time(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let mut section = family(page, p, &TIME);
    let bands = of_family(page, "late");
    section.blocks.push(p.say(
        "By how much those that are late are late: hours and days from the end of the limit to the moment of the record.",
    ));
    let named = Named { id: "lateness", title: "Crimes recorded late, by how much" };
    section.blocks.push(Block::Chart(lateness_chart(named, &bands)));
    section
}

fn recorded_under_another(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    Section {
        id: "wrong-class".to_owned(),
        heading: "Recorded under another class".to_owned(),
        blocks: wrong_class(p, page.confusion),
    }
}

fn broken_down(page: &Page<'_>, p: &mut Paragraphs, dimension: Dimension) -> Section {
    let of = dimension.name().replace('_', " ");
    let slug = dimension.name().replace('_', "-");
    let mut blocks = Vec::new();
    let rates = page.rates.iter().find(|(one, _)| *one == dimension).map_or(&[][..], |(_, rates)| rates);
    if rates.iter().all(|rate| rate.figure.interval.is_none()) {
        blocks.push(p.say(format!(
            "No rate by {of} can be shown: there is none, or a count that it is made of is left out or withheld."
        )));
    } else {
        let rated: Vec<Rated<'_>> =
            rates.iter().map(|rate| Rated { name: &rate.name, figure: &rate.figure }).collect();
        let title = format!("Crimes recorded, of those recorded and those not, by {of}");
        let id = format!("rates-by-{slug}");
        let axis = "per cent of the crimes due that are recorded or missing";
        blocks.push(Block::Chart(rates_chart(Named { id: &id, title: &title }, axis, &of, &[], &rated)));
    }
    for what in ["results", "late", "reclassified"] {
        let name = format!("by_{}_{what}", dimension.name());
        let (id, title) = (format!("by-{slug}-{what}"), title_of(&name));
        let rows = page.tables.iter().find(|(table, _)| *table == name);
        blocks.extend(rows.and_then(|(_, rows)| summary(p, Named { id: &id, title: &title }, 1, rows)));
    }
    Section { id: format!("by-{slug}"), heading: format!("By {of}"), blocks }
}

/// A figure in running text, by its id; the words `not there` if a room has it no longer.
fn figure(page: &Page<'_>, id: &str) -> Inline {
    let found = page.figures.iter().find(|figure| figure.id.as_str() == id);
    found.map_or_else(|| Inline::text("not there"), Inline::figure)
}

/// Whether a figure is withheld because rows were rejected.
fn withheld(figure: &Figure) -> bool {
    matches!(figure.value, Value::Withheld(_))
}
