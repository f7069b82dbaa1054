//! Figures on events, and on go-live days in or near them.

use calendar::Nearness;
use chrono::NaiveDate;
use crime::{Confidence, Event, FirstDay};
use rulebook::{Figure, FigureId, Place, Qualifier, Value};
use table::{Row, Rows};

use crate::{Facts, Phase, RollOut, Settings, cells::counted, rules::go_live_near_event};

/// All of them.
pub(crate) fn figures(facts: &Facts, events: Option<&Rows<Event>>, as_at: NaiveDate) -> Vec<Figure> {
    let Some(events) = events else { return Vec::new() };
    let mut figures: Vec<Figure> =
        events.good.iter().filter(|row| row.value.known_on(as_at)).flat_map(days).collect();
    if let (Some(roll_out), Some(phases)) = (&facts.roll_out, &facts.phases) {
        figures.extend(clashes(roll_out, phases, events, as_at));
    }
    figures
}

fn days(row: &Row<Event>) -> [Figure; 2] {
    let event = &row.value;
    // What is not read in the primary source is never printed as certain.
    let (qualifier, doubt) = match event.confidence {
        Confidence::High => (Qualifier::Exact, ""),
        Confidence::Medium => (Qualifier::AsReported, ", dates at second hand"),
        Confidence::Low => (Qualifier::AsReported, ", dates not from a primary source"),
    };
    let latest = match event.first_day_is {
        FirstDay::Exact => "",
        FirstDay::AtTheLatest => ", or earlier",
    };
    let id = |end: &str| FigureId::of(&["events", &event.id, end]);
    let first = Value::Day(event.window.first());
    let last = Value::Day(event.window.last());
    [
        Figure::new(id("first-day"), format!("first day of {}{latest}{doubt}", event.name), first)
            .qualified(qualifier)
            .working(event.source.clone())
            .from_cells([row.place.at("first_day")]),
        Figure::new(id("last-day"), format!("last day of {}{doubt}", event.name), last)
            .qualified(qualifier)
            .working(event.source.clone())
            .from_cells([row.place.at("last_day")]),
    ]
}

fn clashes(
    roll_out: &Settings<RollOut>,
    phases: &Rows<Phase>,
    events: &Rows<Event>,
    as_at: NaiveDate,
) -> [Figure; 3] {
    let near = roll_out.value.near_event_days;
    let (mut inside_at, mut near_at): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    for row in &phases.good {
        let Some(day) = row.value.go_live.value() else { continue };
        let seen: Vec<Nearness> = go_live_near_event::considered(&events.good, as_at)
            .map(|event| event.window.nearness(*day))
            .collect();
        if seen.contains(&Nearness::Inside) {
            inside_at.push(row.place.at("go_live"));
        }
        if seen.iter().any(|nearness| (1..=near).contains(&nearness.days())) {
            near_at.push(row.place.at("go_live"));
        }
    }
    // What the counts rest on: every go-live day, every day of an event that counts, and what is called near.
    let go_live = phases.good.iter().map(|row| row.place.at("go_live"));
    let counts =
        |row: &&Row<Event>| row.value.known_on(as_at) && go_live_near_event::takes_people(row.value.kind);
    let days = events
        .good
        .iter()
        .filter(counts)
        .flat_map(|row| ["first_day", "last_day"].map(|day| row.place.at(day)));
    let rests_on: Vec<Place> = go_live.chain(days).collect();
    let near_cell = roll_out.place("near_event_days");
    let withheld = phases.withheld().or_else(|| events.withheld());
    let total =
        |places: &[Place]| withheld.clone().map_or(Value::Count(places.len() as u64), Value::Withheld);
    let id = |what: &str| FigureId::of(&["roll-out", what]);
    let working = |places: &[Place]| {
        format!(
            "{} of {}, against {} known on the day; only go-live days are compared, as phases have no end",
            places.len(),
            counted(phases.good.len() as u64, "phase"),
            counted(go_live_near_event::considered(&events.good, as_at).count() as u64, "event")
        )
    };
    [
        Figure::new(id("phases-inside-an-event"), "phases that go live inside an event or season", total(&inside_at))
            .unit("phases")
            .working(working(&inside_at))
            .from_cells(rests_on.clone())
            .by(&go_live_near_event::RULE),
        Figure::new(
            id("phases-near-an-event"),
            format!(
                "phases that go live within {} before or after an event or season (one that is also inside another \
                 event counts here too)",
                counted(near, "day")
            ),
            total(&near_at),
        )
        .unit("phases")
        .working(working(&near_at))
        .from_cells(rests_on)
        .from_cells([near_cell])
        .by(&go_live_near_event::RULE),
        Figure::new(id("near-days"), "days before or after an event that count as near it", Value::Count(near))
            .unit("days")
            .from_cells([roll_out.place("near_event_days")]),
    ]
}
