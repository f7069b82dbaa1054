//! Items, key dates, facts and priorities.

use calendar::Window;
use change_programme::{Answer, ItemStanding, KeyDate, Naming, PhaseStanding};
use chrono::NaiveDate;
use document::{Cell, Chart, ChartKind, Head, Lane, Mark, Row, Span, SpanKind, Table};

use crate::rooms::{Desk, axis, long_day};

/// `roll_out` is the name of what is rolled out in phases, if that is known.
pub(super) fn add(desk: &mut Desk<'_>, answer: &Answer, roll_out: Option<&str>) {
    let chart = timeline(answer, roll_out, desk.as_at);
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
                    Cell::from(match (date.reading.as_str(), date.window()) {
                        ("", None) => "–",
                        ("", Some(_)) => "as printed",
                        (reading, _) => reading,
                    }),
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

/// Something of an item that has, or should have, days.
struct Dated {
    what: String,
    days: Option<Window>,
    words: String,
}

/// The key dates of an item, and the phases if it is the item that is being rolled out.
fn dated(standing: &ItemStanding, answer: &Answer, roll_out: Option<&str>) -> Vec<Dated> {
    let key_dates = standing.key_dates.iter().map(|date| Dated {
        what: date.what.clone(),
        days: date.window(),
        words: format!("{}: {}", date.what, when(date)),
    });
    let phases: &[PhaseStanding] =
        if roll_out == Some(standing.item.name.as_str()) { &answer.phases } else { &[] };
    let phases = phases.iter().map(|phase| Dated {
        what: phase.number.to_string(),
        days: phase.go_live.value().copied().map(Window::day),
        words: format!("phase {}: {}", phase.number, phase.go_live.map(long_day)),
    });
    key_dates.chain(phases).collect()
}

fn lane(standing: &ItemStanding, dates: &[Dated]) -> Lane {
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
    for date in dates {
        let label = date.what.clone();
        match date.days {
            Some(days) if days.days() == 1 => lane.marks.push(Mark { day: days.first(), label }),
            Some(days) => {
                lane.spans.push(Span { first: days.first(), last: days.last(), label, kind: SpanKind::Work });
            }
            None => {}
        }
    }
    lane
}

fn timeline(answer: &Answer, roll_out: Option<&str>, as_at: NaiveDate) -> Option<Chart> {
    let items: Vec<(&ItemStanding, Vec<Dated>)> =
        answer.items.iter().map(|standing| (standing, dated(standing, answer, roll_out))).collect();
    let (from, to) = axis(items.iter().flat_map(|(_, dates)| dates).filter_map(|date| date.days))?;
    let with_days = items.iter().filter(|(_, dates)| dates.iter().any(|date| date.days.is_some())).count();
    let placeholders =
        items.iter().filter(|(standing, _)| standing.item.placeholder == Naming::Placeholder).count();
    Some(Chart {
        id: "portfolio-timeline".to_owned(),
        title: "The change portfolio in time".to_owned(),
        description: format!(
            "One lane for each of {} items. {with_days} of them have a day; {placeholders} are not named by the source.",
            items.len()
        ),
        kind: ChartKind::Timeline {
            from,
            to,
            as_at,
            lanes: items.iter().map(|(standing, dates)| lane(standing, dates)).collect(),
        },
        table: Table {
            id: "portfolio-timeline-data".to_owned(),
            caption: "The change portfolio in time".to_owned(),
            head: ["Item", "Days"].map(Head::words).to_vec(),
            rows: items
                .iter()
                .map(|(standing, dates)| {
                    let words: Vec<&str> = dates.iter().map(|date| date.words.as_str()).collect();
                    let words = if words.is_empty() { "none supplied".to_owned() } else { words.join("; ") };
                    Row::new([Cell::from(standing.item.name.as_str()), Cell::from(words)])
                })
                .collect(),
            notes: Vec::new(),
        },
    })
}
