//! A go-live day in or near an event.

use calendar::Nearness;
use chrono::NaiveDate;
use crime::{Confidence, Event, EventKind, FirstDay};
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::{Phase, cells::long};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("go-live-near-event"),
    title: "A go-live day in or near an event",
    says: "No phase goes live during an event or season that takes people away, nor within the number of days before \
           or after it that the roll-out sets; phases have no end, so only the go-live day is compared.",
    basis: Basis::Reasoned {
        why: "on such a day the people who must learn the new work are needed, or are, elsewhere",
    },
    in_force: InForce::Always,
    exemplar: "a phase that goes live on the second day of a three-day regatta",
    mend: "for a day to come, move it or say who covers both; for one that is past, say what the clash cost",
};

/// Whether an event of this kind takes people away. One that only restricts messages does not.
#[must_use]
pub const fn takes_people(kind: EventKind) -> bool {
    match kind {
        EventKind::DrawsOnOfficers | EventKind::Season => true,
        EventKind::RestrictsMessages => false,
    }
}

/// The events that take people away and were known on `as_at`, in the order given.
pub fn considered(events: &[Row<Event>], as_at: NaiveDate) -> impl Iterator<Item = &Event> {
    events.iter().map(|row| &row.value).filter(move |event| event.known_on(as_at) && takes_people(event.kind))
}

/// A finding for each go-live day and each event that it lies inside (warning) or within `near_days` of (note).
#[must_use]
pub fn check(phases: &[Row<Phase>], events: &[Row<Event>], near_days: u64, as_at: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    for row in phases {
        let Some(day) = row.value.go_live.value() else { continue };
        for event in considered(events, as_at) {
            found.extend(clash(row, *day, event, near_days));
        }
    }
    found
}

fn clash(row: &Row<Phase>, day: NaiveDate, event: &Event, near_days: u64) -> Option<Finding> {
    let nearness = event.window.nearness(day);
    let (severity, lies) = match nearness {
        Nearness::Inside => (Severity::Warning, "inside".to_owned()),
        Nearness::Before { days } | Nearness::After { days } if days <= near_days => {
            (Severity::Note, nearness.to_string())
        }
        Nearness::Before { .. } | Nearness::After { .. } => return None,
    };
    let mut doubts = String::new();
    if let (FirstDay::AtTheLatest, Nearness::Before { .. }) = (event.first_day_is, nearness) {
        doubts.push_str("; the event may begin earlier");
    }
    doubts.push_str(match event.confidence {
        Confidence::Low => "; dates not from a primary source",
        Confidence::Medium => "; dates at second hand",
        Confidence::High => "",
    });
    let number = row.value.number;
    let sentence = format!(
        "phase {number} goes live on {}, {lies} `{}` ({}{doubts}); only the go-live day is compared, as phases have \
         no end",
        long(day),
        event.name,
        event.window
    );
    let record = format!("phase {number}");
    Some(
        Finding::new(&RULE, severity, record, Some(row.place.at("go_live")), sentence)
            .with("go-live", day)
            .with("event", &event.id)
            .with("first day", event.window.first())
            .with("last day", event.window.last())
            .with("distance in days", nearness.days())
            .with("confidence", event.confidence),
    )
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/go-live-near-event.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
