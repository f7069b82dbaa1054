//! The recording audit: compliance by stratum, and what is being improved.

use document::{Cell, Chart, ChartKind, Head, Inline, Row, Table, WithInterval};
use recording_audit::{Answer, Facts, Inputs, examine, printed_shares, read};
use rulebook::{Figure, Value};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use super::{Desk, add_findings};

/// What the other room of this subject goes on from.
pub(super) struct Audited {
    /// What was read: the inspection among it, with how it chose its records and what it prints.
    pub(super) facts: Facts,
    /// What the audit found right, for the chart that shows all of it.
    pub(super) found_right: Vec<(String, Figure)>,
    /// The figures of what is being improved, which a reader finds after everything that was judged.
    pub(super) improving: Vec<Figure>,
}

/// Asks the room; nothing, if no file of the subject is declared or one cannot be read.
pub(super) fn add(desk: &mut Desk<'_>) -> Option<Audited> {
    let inputs = Inputs {
        strata: desk.shelf.input("audit/strata.csv"),
        improvements: desk.shelf.input("audit/improvements.csv"),
        inspection: desk.shelf.input("audit/inspection.toml"),
    };
    let decisions = desk.shelf.input("audit/no_crime_decisions.csv");
    if [inputs.strata, inputs.improvements, inputs.inspection, decisions].iter().all(Option::is_none) {
        return None;
    }
    let facts = match read(&inputs) {
        Ok(facts) => facts,
        Err(errors) => {
            desk.unread(&["audit"], errors);
            return None;
        }
    };
    let mut answer = examine(&facts, desk.settings.rounding.into(), desk.as_at);
    let material = &mut *desk.material;
    material.count(facts.strata.as_ref());
    material.lay_out(facts.strata.as_ref(), printed_shares(&facts));
    material.table(strata(&answer));
    material.table(improvements(&answer));
    let judged = answer.figures.iter().take_while(|figure| figure.id.as_str() != "audit.themes").count();
    let improving = answer.figures.split_off(judged);
    material.figures.append(&mut answer.figures);
    add_findings(material, "audit", answer.findings);
    let found_right =
        answer.strata.into_iter().map(|row| (format!("{}: recorded", row.stratum), row.compliance)).collect();
    Some(Audited { facts, found_right, improving })
}

/// The interval of a figure, or a dash.
pub(super) fn interval(figure: &Figure) -> Cell {
    Cell::from(figure.interval_printed().unwrap_or_else(|| "–".to_owned()))
}

/// What the intervals of a table do and do not say, each once.
pub(super) fn meanings<'a>(figures: impl Iterator<Item = &'a Figure>) -> Vec<Vec<Inline>> {
    let mut notes: Vec<String> = Vec::new();
    for interval in figures.filter_map(|figure| figure.interval.as_ref()) {
        let note = format!("Interval ({}): {}", interval.method, interval.meaning);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes.into_iter().map(|note| vec![Inline::Text(note)]).collect()
}

fn strata(answer: &Answer) -> Table {
    Table {
        id: "audit-strata".to_owned(),
        caption: "Crimes recorded of those that should have been, by stratum".to_owned(),
        head: vec![
            Head::words("Stratum"),
            Head::numbers("Reports examined"),
            Head::numbers("Crimes due"),
            Head::numbers("Crimes recorded"),
            Head::numbers("Missing"),
            Head::numbers("Compliance"),
            Head::numbers("95% interval"),
            Head::numbers("As printed"),
        ],
        rows: answer
            .strata
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.stratum.as_str()),
                    Cell::from(&row.examined),
                    Cell::from(&row.due),
                    Cell::from(&row.recorded),
                    Cell::from(&row.missing),
                    Cell::from(&row.compliance),
                    interval(&row.compliance),
                    Cell::from(&row.printed),
                ])
            })
            .collect(),
        notes: meanings(answer.strata.iter().map(|row| &row.compliance)),
    }
}

fn improvements(answer: &Answer) -> Table {
    Table {
        id: "audit-improvements".to_owned(),
        caption: "Themes, areas of concern and strengths, and what is being done".to_owned(),
        head: ["Subject", "What it is", "Owner", "Action", "Due", "State"].map(Head::words).to_vec(),
        rows: answer
            .improvements
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.subject.as_str()),
                    Cell::from(row.kind.to_string()),
                    Cell::from(row.owner.to_string()),
                    Cell::from(row.action.to_string()),
                    Cell::from(row.due.map(super::long_day).to_string()),
                    Cell::from(row.state.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

/// The chart of all that was found right, each with its label.
pub(super) fn compliance(rows: &[(String, Figure)]) -> Chart {
    let shown: Vec<&(String, Figure)> = rows.iter().filter(|(_, figure)| figure.interval.is_some()).collect();
    Chart {
        id: "audit-compliance".to_owned(),
        title: "What the audit found right, with intervals".to_owned(),
        description: format!(
            "{} percentages from 0 to 100, each a point with a line for its 95% interval. The widest lines belong to the \
             smallest numbers of decisions.",
            shown.len()
        ),
        kind: ChartKind::Intervals {
            axis: "percent found right".to_owned(),
            from: 0,
            apart: 0,
            points: rows
                .iter()
                .map(|(label, figure)| WithInterval {
                    label: label.clone(),
                    figure: figure.id.clone(),
                    hundredths: hundredths(figure),
                    printed: printed(figure),
                })
                .collect(),
        },
        table: Table {
            id: "audit-compliance-data".to_owned(),
            caption: "What the audit found right, with intervals".to_owned(),
            head: vec![Head::words("What"), Head::numbers("Share"), Head::numbers("95% interval")],
            rows: rows
                .iter()
                .map(|(label, figure)| {
                    Row::new([Cell::from(label.as_str()), Cell::from(figure), interval(figure)])
                })
                .collect(),
            notes: Vec::new(),
        },
    }
}

fn printed(figure: &Figure) -> String {
    match figure.interval_printed() {
        Some(interval) => format!("{} ({interval})", figure.printed()),
        None => figure.printed(),
    }
}

/// A share and its limits in hundredths of a percentage point.
fn hundredths(figure: &Figure) -> Option<(i64, i64, i64)> {
    let Value::Share { part, whole } = figure.value else { return None };
    let interval = figure.interval.as_ref()?;
    let point = (Decimal::from(part) * Decimal::from(10_000)).checked_div(Decimal::from(whole))?;
    let scaled = |limit: Decimal| (limit * Decimal::from(10_000)).round().to_i64();
    Some((point.round().to_i64()?, scaled(interval.low)?, scaled(interval.high)?))
}
