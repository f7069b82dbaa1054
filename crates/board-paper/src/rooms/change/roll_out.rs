//! Phases, what they cover, and the events around their go-live days.

use calendar::Window;
use change_programme::{Answer, PhaseStanding};
use chrono::NaiveDate;
use crime::EventKind;
use document::{Cell, Chart, ChartKind, Head, Inline, Lane, Mark, Row, Span, SpanKind, Table};
use rulebook::{FigureId, Known};

use crate::rooms::{Desk, axis, long_day};

pub(super) fn add(desk: &mut Desk<'_>, answer: &Answer) {
    if answer.phases.is_empty() {
        return;
    }
    let chart = timeline(answer, desk.as_at);
    desk.material.table(phases(answer));
    desk.material.table(events(answer));
    if let Some(chart) = chart {
        desk.material.chart(chart);
    }
}

fn phases(answer: &Answer) -> Table {
    Table {
        id: "roll-out".to_owned(),
        caption: "Phases of the roll-out as listed".to_owned(),
        head: ["Phase", "Go-live", "Weekday as printed", "Weekday by the calendar", "Units", "Functions"]
            .map(Head::words)
            .to_vec(),
        rows: answer
            .phases
            .iter()
            .map(|phase| {
                Row::new([
                    Cell::from(phase.number.to_string()),
                    go_live(answer, phase),
                    Cell::from(phase.weekday_printed.to_string()),
                    Cell::from(by_calendar(phase)),
                    Cell::from(list(&phase.units)),
                    Cell::from(list(&phase.functions)),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

/// The go-live day as the figure of that name.
fn go_live(answer: &Answer, phase: &PhaseStanding) -> Cell {
    let id = FigureId::of(&["roll-out", &format!("phase {}", phase.number), "go-live"]);
    let figure = answer.figures.iter().find(|figure| figure.id == id);
    figure.map_or_else(|| Cell::from(phase.go_live.map(long_day).to_string()), Cell::from)
}

fn by_calendar(phase: &PhaseStanding) -> String {
    match phase.weekday_is_right {
        Known::Is(true) => format!("{} (right)", phase.weekday),
        Known::Is(false) => format!("{} (printed wrong)", phase.weekday),
        Known::NotKnown | Known::NotSupplied => phase.weekday.to_string(),
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() { "none named".to_owned() } else { names.join(", ") }
}

fn events(answer: &Answer) -> Table {
    let mut head = vec![Head::words("Event"), Head::words("When"), Head::words("How sure")];
    head.extend(answer.phases.iter().map(|phase| Head::words(format!("Phase {}", phase.number))));
    let rows = answer
        .events
        .iter()
        .map(|row| {
            let event = &row.value;
            let distances = answer.phases.iter().map(|phase| {
                let distance = phase.events.iter().find(|distance| distance.event.id == event.id);
                Cell::from(
                    distance.map_or_else(|| "not known".to_owned(), |distance| distance.nearness.to_string()),
                )
            });
            let named = [
                Cell::from(event.name.as_str()),
                Cell::from(event.window.to_string()),
                Cell::from(event.confidence.to_string()),
            ];
            Row::new(named.into_iter().chain(distances))
        })
        .collect();
    Table {
        id: "roll-out-events".to_owned(),
        caption: "Go-live days as seen from each event".to_owned(),
        head,
        rows,
        notes: vec![vec![Inline::text(
            "Phases have no end, so only the go-live day is compared. Only events known on the day of computing are used.",
        )]],
    }
}

fn timeline(answer: &Answer, as_at: NaiveDate) -> Option<Chart> {
    let go_live = |phase: &PhaseStanding| phase.go_live.value().copied();
    let phases = answer.phases.iter().filter_map(go_live).map(Window::day);
    let (from, to) = axis(phases.chain(answer.events.iter().map(|row| row.value.window)))?;
    let mut lanes = vec![Lane {
        label: "Go-live of phases".to_owned(),
        spans: Vec::new(),
        marks: answer
            .phases
            .iter()
            .filter_map(|phase| Some(Mark { day: go_live(phase)?, label: phase.number.to_string() }))
            .collect(),
        empty: "no days known".to_owned(),
    }];
    lanes.extend(answer.events.iter().map(|row| {
        let event = &row.value;
        let kind = match event.kind {
            EventKind::DrawsOnOfficers | EventKind::Season => SpanKind::Event,
            EventKind::RestrictsMessages => SpanKind::Restriction,
        };
        let (first, last) = (event.window.first(), event.window.last());
        Lane {
            label: event.name.clone(),
            spans: vec![Span { first, last, label: event.window.to_string(), kind }],
            marks: Vec::new(),
            empty: String::new(),
        }
    }));
    Some(Chart {
        id: "roll-out-timeline".to_owned(),
        title: "The roll-out among the events of its months".to_owned(),
        description: format!(
            "The first lane has a mark for each of {} go-live days; below it {} lanes, each with the days of one event.",
            answer.phases.len(),
            answer.events.len()
        ),
        kind: ChartKind::Timeline { from, to, as_at, lanes },
        table: Table {
            id: "roll-out-timeline-data".to_owned(),
            caption: "The roll-out among the events of its months".to_owned(),
            head: ["What", "When"].map(Head::words).to_vec(),
            rows: answer
                .phases
                .iter()
                .map(|phase| (format!("Phase {}", phase.number), phase.go_live.map(long_day).to_string()))
                .chain(answer.events.iter().map(|row| (row.value.name.clone(), row.value.window.to_string())))
                .map(|(what, when)| Row::new([Cell::from(what), Cell::from(when)]))
                .collect(),
            notes: Vec::new(),
        },
    })
}
