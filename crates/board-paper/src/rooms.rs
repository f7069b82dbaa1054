//! What each room says, as tables, charts and figures of a paper. One file a room.

use chrono::{Datelike as _, Months, NaiveDate};
use rulebook::Finding;
use table::ReadError;

use crate::{
    Problem,
    material::Material,
    settings::Settings,
    shelf::{Shelf, keep},
};

mod audit;
mod benchmark;
mod carried;
mod change;
mod claims;
mod communications;
mod legal;
mod no_crime;
mod printed;

/// What a room is given.
pub(crate) struct Desk<'a> {
    pub(crate) shelf: &'a Shelf<'a>,
    pub(crate) settings: &'a Settings,
    pub(crate) as_at: NaiveDate,
    pub(crate) material: &'a mut Material,
    pub(crate) problems: &'a mut Vec<Problem>,
}

impl Desk<'_> {
    /// Notes what could not be read, and whose figures are missing for it.
    fn unread(&mut self, rooms: &[&'static str], errors: Vec<ReadError>) {
        self.material.unread.extend(rooms);
        self.problems.extend(errors.into_iter().map(Into::into));
    }
}

/// Asks every room for which the paper declares an input.
pub(crate) fn add_all(
    shelf: &Shelf<'_>,
    settings: &Settings,
    as_at: NaiveDate,
    material: &mut Material,
    problems: &mut Vec<Problem>,
) {
    let events = keep(shelf.input("events/windows.csv").map(crime::Event::read), problems);
    let proceedings = keep(shelf.input("legal/proceedings.csv").map(crime::Proceeding::read), problems);
    material.count_known(events.as_ref(), |event| event.known_on(as_at));
    material.count_known(proceedings.as_ref(), |proceeding| proceeding.known_from <= as_at);
    if problems.iter().any(|problem| matches!(problem, Problem::Read(_))) {
        material.unread.extend(["events", "change", "communications", "legal"]);
    }
    if let Some(events) = &events {
        add_findings(material, "events", events.findings().cloned().collect());
    }
    let mut desk = Desk { shelf, settings, as_at, material, problems };
    let audited = audit::add(&mut desk);
    no_crime::add(&mut desk, audited);
    benchmark::add(&mut desk);
    communications::add(&mut desk, events.as_ref(), proceedings.as_ref());
    change::add(&mut desk, events.as_ref());
    legal::add(&mut desk, proceedings.as_ref());
    claims::add(&mut desk);
    carried::add(&mut desk);
    printed::add(&mut desk);
}

/// The room that gives figures whose id begins like this one.
pub(crate) fn of_figure(id: &str) -> Option<&'static str> {
    Some(match id.split('.').next().unwrap_or_default() {
        "audit" | "comparison" | "no-crime" | "no-crime-decisions" => "audit",
        "no-crimes" => "benchmark",
        "change" | "roll-out" => "change",
        "organisation" => "organisation",
        "communications" => "communications",
        "partnerships" => "partnerships",
        "legal" | "act" => "legal",
        "claims" => "claims",
        "events" => "events",
        "printed-percentages" => "paper",
        _ => return None,
    })
}

/// The rooms that rest on a file.
pub(crate) fn of_file(file: &str) -> &'static [&'static str] {
    match file.split('/').next().unwrap_or_default() {
        "audit" => &["audit", "paper"],
        "benchmark" => &["benchmark", "paper"],
        "change" => &["change"],
        "organisation" => &["organisation"],
        "communications" => &["communications"],
        "partnerships" => &["partnerships"],
        "legal" => &["legal", "claims", "communications"],
        "events" => &["events", "change", "communications"],
        _ => &[],
    }
}

/// Puts findings beside those that the room has already.
pub(crate) fn add_findings(material: &mut Material, room: &'static str, findings: Vec<Finding>) {
    match material.findings.iter_mut().find(|(name, _)| *name == room) {
        Some((_, earlier)) => earlier.extend(findings),
        None => material.findings.push((room, findings)),
    }
}

/// `1 July 2014`.
pub(crate) fn long_day(day: NaiveDate) -> String {
    calendar::Window::day(day).to_string()
}

/// An axis of whole months around windows; none without a window.
pub(crate) fn axis(windows: impl Iterator<Item = calendar::Window>) -> Option<(NaiveDate, NaiveDate)> {
    let windows: Vec<_> = windows.collect();
    let first = windows.iter().map(|window| window.first()).min()?;
    let last = windows.iter().map(|window| window.last()).max()?;
    let from = first.with_day(1)?;
    let to = last.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()?;
    Some((from, to))
}

/// Every input that a room reads as a table: where it stands in a folder, and its layout.
#[must_use]
pub fn inputs() -> Vec<(&'static str, &'static table::Layout)> {
    let shared: [(&str, &table::Layout); 3] = [
        ("events/windows.csv", &crime::EVENTS),
        ("legal/proceedings.csv", &crime::PROCEEDINGS),
        ("legal/provisions.csv", &legal_matters::act::PROVISIONS),
    ];
    let rooms = [
        recording_audit::FILES,
        ::no_crime::decisions::FILES,
        msf_benchmark::FILES,
        change_programme::FILES,
        ::communications::FILES,
        legal_matters::FILES,
    ];
    let carried = carried::FILES.map(|file| (file, &table::FIGURES));
    let mut inputs: Vec<_> = rooms.into_iter().flatten().copied().chain(shared).chain(carried).collect();
    inputs.sort_by_key(|(file, _)| *file);
    inputs
}

/// Every input that a room reads as settings: where it stands in a folder, and its keys.
#[must_use]
pub fn settings_inputs() -> Vec<(&'static str, &'static [&'static str])> {
    let mut inputs: Vec<(&'static str, &'static [&'static str])> = vec![
        (
            "audit/inspection.toml",
            &[
                "body",
                "fieldwork",
                "sampling",
                "caveat",
                "caveat_source",
                "report_expected",
                "printed_reports_examined",
                "printed_no_crimes_examined",
            ],
        ),
        ("benchmark/benchmark.toml", &["period", "focal", "group", "paragraph", "source"]),
        ("legal/claims.toml", &["stay_ordered_by", "stay_from", "stay_scope", "pool"]),
    ];
    inputs.extend(change_programme::SETTINGS.iter().copied());
    inputs.sort_by_key(|(file, _)| *file);
    inputs
}
