//! Items, key dates, facts and priorities.

use change_programme::{Answer, KeyDate, Naming};
use chrono::NaiveDate;
use document::{Cell, Chart, ChartKind, Head, Lane, Mark, Row, Span, SpanKind, Table};

use crate::rooms::{Desk, axis, long_day};

pub(super) fn add(desk: &mut Desk<'_>, answer: &Answer) {
    let chart = timeline(answer, desk.as_at);
    let material = &mut *desk.material;
    material.table(items(answer));
    material.table(key_dates(answer));
    material.table(facts(answer));
    material.table(priorities(answer));
    if let Some(chart) = chart {
        material.chart(chart);
    }
}

fn items(answer: &Answer) -> Table {
    Table {
        id: "portfolio-items".to_owned(),
        caption: "Items of the change portfolio".to_owned(),
        head: ["Item", "Programme or project", "Owner", "State", "Note"].map(Head::words).to_vec(),
        rows: answer
            .items
            .iter()
            .map(|standing| {
                let item = &standing.item;
                Row::new([
                    Cell::from(item.name.as_str()),
                    Cell::from(item.kind.to_string()),
                    Cell::from(item.owner.to_string()),
                    Cell::from(item.state.to_string()),
                    Cell::from(item.note.as_str()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

/// The days in words; without any, how much is known.
fn when(date: &KeyDate) -> String {
    date.window().map_or_else(|| date.first_day.map(long_day).to_string(), |days| days.to_string())
}

fn key_dates(answer: &Answer) -> Table {
    Table {
        id: "portfolio-key-dates".to_owned(),
        caption: "Key dates of the portfolio".to_owned(),
        head: ["Item", "What", "When", "As printed", "How it was read", "State"].map(Head::words).to_vec(),
        rows: answer
            .key_dates
            .iter()
            .map(|row| {
                let date = &row.value;
                Row::new([
                    Cell::from(date.item.as_str()),
                    Cell::from(date.what.as_str()),
                    Cell::from(when(date)),
                    Cell::from(date.as_printed.to_string()),
                    Cell::from(if date.reading.is_empty() { "as printed" } else { date.reading.as_str() }),
                    Cell::from(date.state.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn facts(answer: &Answer) -> Table {
    Table {
        id: "portfolio-facts".to_owned(),
        caption: "What is known of single items".to_owned(),
        head: ["Item", "Fact", "Day", "As printed", "Source"].map(Head::words).to_vec(),
        rows: answer
            .item_facts
            .iter()
            .map(|row| {
                let fact = &row.value;
                Row::new([
                    Cell::from(fact.item.as_str()),
                    Cell::from(fact.fact.as_str()),
                    Cell::from(fact.day.map(long_day).to_string()),
                    Cell::from(fact.as_printed.to_string()),
                    Cell::from(fact.source.as_str()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn priorities(answer: &Answer) -> Table {
    Table {
        id: "priorities".to_owned(),
        caption: "Priorities and the items that carry them".to_owned(),
        head: ["Priority", "Item", "With"].map(Head::words).to_vec(),
        rows: answer
            .priorities
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.value.priority.as_str()),
                    Cell::from(row.value.item.to_string()),
                    Cell::from(row.value.with.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn timeline(answer: &Answer, as_at: NaiveDate) -> Option<Chart> {
    let dated = answer.items.iter().flat_map(|standing| &standing.key_dates).filter_map(KeyDate::window);
    let (from, to) = axis(dated)?;
    let lanes: Vec<Lane> = answer
        .items
        .iter()
        .map(|standing| {
            let mut lane = Lane {
                label: standing.item.name.clone(),
                spans: Vec::new(),
                marks: Vec::new(),
                empty: match standing.item.placeholder {
                    Naming::Placeholder => "not named by the source",
                    Naming::Named => "no days known",
                }
                .to_owned(),
            };
            for date in &standing.key_dates {
                match date.window() {
                    Some(days) if days.days() == 1 => {
                        lane.marks.push(Mark { day: days.first(), label: date.what.clone() });
                    }
                    Some(days) => lane.spans.push(Span {
                        first: days.first(),
                        last: days.last(),
                        label: date.what.clone(),
                        kind: SpanKind::Work,
                    }),
                    None => {}
                }
            }
            lane
        })
        .collect();
    let with_days =
        answer.items.iter().filter(|standing| standing.key_dates.iter().any(|date| date.window().is_some()));
    let placeholders =
        answer.items.iter().filter(|standing| standing.item.placeholder == Naming::Placeholder).count();
    Some(Chart {
        id: "portfolio-timeline".to_owned(),
        title: "The change portfolio in time".to_owned(),
        description: format!(
            "One lane for each of {} items. {} of them have a key date; {placeholders} are not named by the source.",
            answer.items.len(),
            with_days.count()
        ),
        kind: ChartKind::Timeline { from, to, as_at, lanes },
        table: Table {
            id: "portfolio-timeline-data".to_owned(),
            caption: "The change portfolio in time".to_owned(),
            head: ["Item", "Key dates"].map(Head::words).to_vec(),
            rows: answer
                .items
                .iter()
                .map(|standing| {
                    let dates: Vec<String> = standing
                        .key_dates
                        .iter()
                        .map(|date| format!("{}: {}", date.what, when(date)))
                        .collect();
                    let dates = if dates.is_empty() { "none supplied".to_owned() } else { dates.join("; ") };
                    Row::new([Cell::from(standing.item.name.as_str()), Cell::from(dates)])
                })
                .collect(),
            notes: Vec::new(),
        },
    })
}
