//! The question asked of the facts, and everything that is answered.

use calendar::Window;
use chrono::NaiveDate;
use crime::{Event, EventKind, Proceeding};
use rulebook::{Figure, Finding, Known};
use table::{Row, Rows, good};

use crate::{
    Agreement, Desk, DeskChannels, Facts, Item, Matter, PeriodMet, Planned, ProceedingMet, figures,
    planned::World,
    rules::{
        agreement_review_not_past, agreement_with_owner, agreement_with_review_date,
        message_in_pre_election_period, message_matter_known, message_touches_active_proceeding,
        planned_message_dated,
    },
};

/// What is said when, and what is shared with whom until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The figures, each under the name by which a narrative asks for it.
    pub figures: Vec<Figure>,
    /// What the rules say, that of rejected rows included, in the order of the files.
    pub findings: Vec<Finding>,
    /// Each desk with its channels, in the order of the file.
    pub desks: Vec<DeskChannels>,
    /// Each item of the plan with what it meets, in the order of the file.
    pub plan: Vec<Planned>,
    /// Each agreement, in the order of the file.
    pub agreements: Vec<Row<Agreement>>,
}

/// Checks the facts against the events and proceedings that were known on `as_at`.
///
/// `events` and `proceedings` are none where no such table was given. They come with their rejected rows, because a
/// count of restricted items must be withheld if a row that may be a period could not be read; findings about those
/// rows are left to whoever read them.
#[must_use]
pub fn examine(
    facts: &Facts,
    events: Option<&Rows<Event>>,
    proceedings: Option<&Rows<Proceeding>>,
    as_at: NaiveDate,
) -> Answer {
    let periods = events
        .iter()
        .flat_map(|rows| &rows.good)
        .filter(|row| row.value.kind == EventKind::RestrictsMessages && row.value.known_on(as_at))
        .collect();
    let world = World { events, proceedings, periods, as_at };
    let plan: Vec<Planned> = good(facts.plan.as_ref()).iter().map(|row| meet(row, &world)).collect();
    Answer {
        figures: figures::all(facts, &plan, &world),
        findings: findings(facts, &world),
        desks: desks(facts),
        plan,
        agreements: good(facts.agreements.as_ref()).to_vec(),
    }
}

/// The proceedings of every matter that were known on the day.
fn known_proceedings<'a>(world: &World<'a>) -> Vec<&'a Proceeding> {
    good(world.proceedings).iter().map(|row| &row.value).filter(|p| p.known_from <= world.as_at).collect()
}

/// The known proceedings of the matter that an item names.
fn proceedings_of<'a>(item: &Item, world: &World<'a>) -> Vec<&'a Proceeding> {
    match &item.matter {
        Known::Is(Matter::Named(name)) => {
            known_proceedings(world).into_iter().filter(|proceeding| proceeding.is_of(name)).collect()
        }
        Known::Is(Matter::None) | Known::NotKnown | Known::NotSupplied => Vec::new(),
    }
}

/// Whether a table was given and every row of it could be read: if not, a row may be missing that matters.
fn is_whole<T>(rows: Option<&Rows<T>>) -> bool {
    rows.is_some_and(|rows| rows.withheld().is_none())
}

fn meet(row: &Row<Item>, world: &World<'_>) -> Planned {
    let item = &row.value;
    let period_met = |period: &&Row<Event>| PeriodMet {
        restriction: message_in_pre_election_period::restriction(item.days, &period.value),
        period: period.value.clone(),
    };
    let proceeding_met = |proceeding: &Proceeding| ProceedingMet {
        activity: message_touches_active_proceeding::activity(item.days, proceeding, world.as_at),
        proceeding: proceeding.clone(),
    };
    Planned {
        place: row.place.clone(),
        item: item.clone(),
        periods: world.periods.iter().map(period_met).collect(),
        periods_checked: is_whole(world.events),
        proceedings: proceedings_of(item, world).into_iter().map(proceeding_met).collect(),
        proceedings_whole: is_whole(world.proceedings),
    }
}

fn desks(facts: &Facts) -> Vec<DeskChannels> {
    let channels = good(facts.channels.as_ref());
    let with_channels = |desk: &Row<Desk>| DeskChannels {
        desk: desk.clone(),
        channels: channels.iter().filter(|row| row.value.desk == desk.value.name).cloned().collect(),
    };
    good(facts.desks.as_ref()).iter().map(with_channels).collect()
}

fn findings(facts: &Facts, world: &World<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(facts.desks.iter().flat_map(Rows::findings).cloned());
    findings.extend(facts.channels.iter().flat_map(Rows::findings).cloned());
    findings.extend(facts.plan.iter().flat_map(Rows::findings).cloned());
    let named: Vec<(&str, Window)> =
        world.periods.iter().map(|row| (row.value.name.as_str(), row.value.window)).collect();
    let known = known_proceedings(world);
    for row in good(facts.plan.as_ref()) {
        findings.extend(planned_message_dated::check(row, &named));
        findings.extend(
            world
                .periods
                .iter()
                .filter_map(|period| message_in_pre_election_period::check(row, &period.value)),
        );
        findings.extend(message_matter_known::check(row, &known));
        findings.extend(
            proceedings_of(&row.value, world)
                .into_iter()
                .filter_map(|p| message_touches_active_proceeding::check(row, p, world.as_at)),
        );
    }
    findings.extend(facts.agreements.iter().flat_map(Rows::findings).cloned());
    for row in good(facts.agreements.as_ref()) {
        findings.extend(agreement_with_review_date::check(row));
        findings.extend(agreement_review_not_past::check(row, world.as_at));
        findings.extend(agreement_with_owner::check(row));
    }
    findings
}

#[cfg(test)]
mod tests;
