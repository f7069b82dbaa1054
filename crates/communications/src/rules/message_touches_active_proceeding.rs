//! Messages that speak of a matter before a court.

use calendar::Window;
use chrono::NaiveDate;
use crime::{Proceeding, ProceedingKind};
use rulebook::{Basis, Citation, FigureId, Finding, InForce, Known, Rule, RuleId, Seen, Severity, day};
use table::Row;

use crate::{Days, Item, Meets};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("message-touches-active-proceeding"),
    title: "Message touches an active proceeding",
    says: "While proceedings are active, a publication that creates a substantial risk of serious prejudice to them is contempt, whatever was intended.",
    basis: Basis::Published(Citation {
        document: "Contempt of Court Act 1981",
        edition: "1981 c. 49; that inquests count is read at second hand",
        place: "section 2 and Schedule 1",
        seen: Seen::InPart,
    }),
    in_force: InForce::since(day(1981, 8, 27)),
    exemplar: "a message about a fire while the inquest into it is open",
    mend: "legal sign-off before release where a proceeding is active or may be; for an investigation, watch for an arrest or charge",
};

/// Whether a proceeding is active while an item is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Activity {
    /// It is active on at least one day of the item.
    Active,
    /// It is under way, but it is an investigation and not before a court.
    NotBeforeACourt,
    /// A day is missing on which the answer rests.
    CannotBeTold,
    /// It is active on no day of the item.
    NotActive,
}

/// Whether `proceeding` is active on a day of the item; for an item without any day, on `as_at`.
///
/// A proceeding without a last day is taken to go on: that is the safe reading.
#[must_use]
pub fn activity(days: Days, proceeding: &Proceeding, as_at: NaiveDate) -> Activity {
    let days = if days.is_dated() { days } else { Days::Between(Window::day(as_at)) };
    let last = proceeding.active_to.value().copied();
    let under_way = match proceeding.active_from {
        Known::Is(first) => {
            match Window::new(first, last.unwrap_or(NaiveDate::MAX)).map(|window| days.meets(window)) {
                Ok(Meets::Share(_)) => Activity::Active,
                Ok(Meets::Apart) => Activity::NotActive,
                // An inverted proceeding contradicts itself: neither of its days can be used.
                Ok(Meets::MayShare | Meets::Undated) | Err(_) => Activity::CannotBeTold,
            }
        }
        Known::NotKnown | Known::NotSupplied => match (earliest(days), last) {
            (Some(earliest), Some(last)) if earliest > last => Activity::NotActive,
            (Some(_) | None, _) => Activity::CannotBeTold,
        },
    };
    match (proceeding.kind, under_way) {
        (ProceedingKind::Investigation, Activity::Active | Activity::CannotBeTold) => {
            Activity::NotBeforeACourt
        }
        (
            ProceedingKind::Criminal
            | ProceedingKind::Civil
            | ProceedingKind::Inquest
            | ProceedingKind::Investigation,
            under_way,
        ) => under_way,
    }
}

fn earliest(days: Days) -> Option<NaiveDate> {
    match days {
        Days::Between(window) => Some(window.first()),
        Days::From(first) => Some(first),
        Days::Until(_) | Days::NotKnown | Days::NotSupplied => None,
    }
}

/// Says what a proceeding known on `as_at` means for an item that names its matter, if it means anything.
#[must_use]
pub fn check(row: &Row<Item>, proceeding: &Proceeding, as_at: NaiveDate) -> Option<Finding> {
    let item = &row.value;
    let speaks = format!("`{}` speaks of the matter of {}", item.name, named(proceeding));
    let when = if item.days.is_dated() {
        format!("during {}", item.days_with_reading())
    } else {
        format!("on {}, the day of this paper, as the item has no day of its own", Window::day(as_at))
    };
    let (severity, sentence) = match activity(item.days, proceeding, as_at) {
        Activity::Active => {
            (Severity::Warning, format!("{speaks}, which is active {when}{}", without_end(proceeding)))
        }
        Activity::NotBeforeACourt => (
            Severity::Note,
            format!(
                "{speaks}, an investigation that is not before a court: it is not active in the sense of the Contempt of Court Act 1981, but an arrest or a charge would make it so"
            ),
        ),
        Activity::CannotBeTold => (
            Severity::Note,
            format!("{speaks}, and it cannot be told whether that is active {when}: {}", missing(proceeding)),
        ),
        Activity::NotActive => return None,
    };
    Some(
        Finding::new(&RULE, severity, &item.name, Some(row.place.at("matter")), sentence)
            .with("matter", &proceeding.matter)
            .with("planned", item.days)
            .with("proceeding", &proceeding.name)
            .with("active from", proceeding.active_from)
            .with("active to", proceeding.active_to)
            .with("source", &proceeding.source),
    )
}

/// Its name, and where it is heard unless the name says so already.
fn named(proceeding: &Proceeding) -> String {
    let Proceeding { name, forum, .. } = proceeding;
    if FigureId::of(&[name]) == FigureId::of(&[forum]) {
        format!("`{name}`")
    } else {
        format!("`{name}` ({forum})")
    }
}

fn without_end(proceeding: &Proceeding) -> &'static str {
    match proceeding.active_to {
        Known::Is(_) => "",
        Known::NotKnown | Known::NotSupplied => {
            " (no last day of the proceeding is known, so it is taken to go on)"
        }
    }
}

fn missing(proceeding: &Proceeding) -> String {
    match (&proceeding.active_from, &proceeding.active_to) {
        (Known::NotKnown, _) => "the day from which it is active is not known".to_owned(),
        (Known::NotSupplied, _) => "the day from which it is active was not supplied".to_owned(),
        (Known::Is(first), Known::Is(last)) if last < first => format!(
            "it is said to end on {}, before it begins on {}",
            Window::day(*last),
            Window::day(*first)
        ),
        (Known::Is(_), _) => "the item has a day at one end only".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use serde::Deserialize;
    use table::Source;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        item: String,
        proceeding: String,
        #[serde(default = "court")]
        forum: String,
        as_at: NaiveDate,
    }

    fn court() -> String {
        "Court".to_owned()
    }

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/message-touches-active-proceeding.toml"),
            |facts: &Facts| {
                let plan = given::plan(&format!("Memorial,,{},,,fire,\n", facts.item));
                let text = format!(
                    "kind,active_from,active_to,matter,proceeding,forum,known_from,next_step,next_as_printed,source\n{},fire,Hearing,{},2000-01-01,,,invented\n",
                    facts.proceeding, facts.forum
                );
                let proceedings = Proceeding::read(Source::new("proceedings.csv", text.as_bytes())).unwrap();
                check(&plan.good[0], &proceedings.good[0].value, facts.as_at)
                    .map_or_else(String::new, |finding| format!("{}: {}", finding.severity, finding.sentence))
            },
        );
    }
}
