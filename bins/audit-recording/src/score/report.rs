//! The page of a scored audit: only what may leave the force, no case and no record.

use batch::manifest::InputFile;
use document::{
    Document, Marking, Section,
    sections::{Paragraphs, figures_section, findings_section, without_people},
};
use recording_audit::{
    rules::OF_SCORE,
    score::{Answer, Found, GradeSet, Measure, Rates, Settings},
};
use rulebook::{Figure, OfRule, Value};

pub use {
    closing::limits_of_reading,
    measures::{all_of, is_asked, parts, rated},
    verdicts::OF_WORK,
};

mod closing;
mod measures;
mod opening;
mod verdicts;

/// From what an audit was scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// From counts that somebody published, which are never left out.
    Counts,
    /// From judgements; counts above nought and below `threshold` are left out.
    Judgements {
        /// The first count that is shown.
        threshold: u64,
    },
}

/// What the page is made from.
pub struct Page<'a> {
    pub from: From,
    pub settings: &'a Settings,
    /// The answer as others may see it.
    pub answer: &'a Answer,
    /// All figures, each once, in the order in which they are to stand at the end.
    pub figures: &'a [Figure],
    pub found: &'a [Found],
    /// What became of the rows of the sheets, in a sentence; empty for counts.
    pub rows: &'a str,
    /// The limits for recording that were asked, each in a sentence.
    pub limits: &'a [String],
    /// The thresholds by which the audit was graded, if some hold.
    pub grades: Option<&'a GradeSet>,
    /// What was read.
    pub inputs: &'a [InputFile],
    /// The files of the set.
    pub outputs: &'a [String],
}

/// The page as a document.
pub fn compose(page: &Page<'_>) -> Document {
    let mut paragraphs = Paragraphs::default();
    let p = &mut paragraphs;
    let mut sections = vec![opening::scored(page, p), opening::in_short(page, p)];
    sections.extend(measures::sections(page, p));
    sections.push(verdicts::unrecorded(page, p));
    sections.extend(verdicts::agreement(page, p));
    sections.extend(verdicts::change(page, p));
    sections.push(verdicts::grade(page, p));
    sections.extend(opening::by_stratum(page, p));
    sections.push(closing::untold(page, p));
    sections.push(findings_section(p, &of_rules(page), OF_SCORE, env!("CARGO_PKG_NAME")));
    sections.push(closing::how_to_read(page, p));
    sections.push(closing::files(page, p));
    sections.push(figures_section(page.figures));
    sections.retain(|section: &Section| !section.blocks.is_empty());
    Document {
        title: TITLE.to_owned(),
        board: String::new(),
        meeting: None,
        author: author(),
        marking: Marking(marking(page.from).to_owned()),
        as_at: page.settings.as_at,
        notice: notice(page),
        sections,
        footnotes: Vec::new(),
    }
}

/// What page and workbook are called.
pub const TITLE: &str = "Crime recording audited";

/// Nobody signs what a program has computed.
pub fn author() -> String {
    format!("not signed; computed by {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}

/// Whether anything in it is about a person. It is no classification: that is for the force to give.
pub const fn marking(from: From) -> &'static str {
    match from {
        From::Counts => "Published counts; nothing about a person",
        From::Judgements { threshold } => without_people(threshold),
    }
}

/// What each rule found.
pub fn of_rules<'a>(page: &Page<'a>) -> Vec<OfRule<'a>> {
    let found = page.found.iter();
    found.map(|found| OfRule { rule: found.rule, findings: &found.findings, waived: None }).collect()
}

/// What stands above everything else, if rows were rejected.
fn notice(page: &Page<'_>) -> String {
    let withheld = |figure: &Figure| matches!(figure.value, Value::Withheld(_));
    if page.figures.iter().any(withheld) {
        "Rows were rejected, so what rests on them is withheld; findings.csv says which rows.".to_owned()
    } else {
        String::new()
    }
}

/// The figure of some rates with this last part of its name.
pub fn count_of<'a>(rates: &'a Rates, what: &str) -> Option<&'a Figure> {
    rates.counts.iter().find(|figure| figure.id.as_str().rsplit('.').next() == Some(what))
}

/// Whether anything can be said of a measure.
pub fn is_told(rates: &Rates, measure: Measure) -> bool {
    rates.rate(measure).is_some_and(|rate| is_value(&rate.figure))
}

/// Whether a rate is one, or says why it is none: not of none at all, and supplied.
pub fn is_value(figure: &Figure) -> bool {
    match &figure.value {
        Value::Share { whole, .. } => *whole > 0,
        Value::NotSupplied | Value::NotKnown => false,
        Value::Count(_)
        | Value::Difference(_)
        | Value::Number(_)
        | Value::Money(_)
        | Value::Day(_)
        | Value::Words(_)
        | Value::Withheld(_)
        | Value::Suppressed => true,
    }
}
