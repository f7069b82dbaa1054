//! A matter in hand has a next step, and the step a time.

use calendar::Window;
use chrono::NaiveDate;
use rulebook::{Basis, InForce, Known, Rule, RuleId, Severity};

use crate::matter::Matter;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("matter-with-next-step"),
    title: "Matter with next step",
    says: "Of a matter it is said what comes next and when, and that day is still to come.",
    basis: Basis::Reasoned { why: "a board can only ask after a matter whose next step it has been told" },
    in_force: InForce::Always,
    exemplar: "a matter whose next step was due last month",
    mend: "ask the lead of the matter what comes next, and when",
};

/// What is missing or past, the gravest thing first; `None` if nothing is.
///
/// Words of a source that say when (`late summer`) count as said. A day that is past is a warning: either the step was
/// taken and the list is old, or it was not taken.
#[must_use]
pub fn judge(matter: &Matter, as_at: NaiveDate) -> Option<(Severity, String)> {
    if let Some(due) = matter.next_day.value().filter(|due| **due < as_at) {
        let days = as_at.signed_duration_since(*due).num_days();
        let ago = if days == 1 { "1 day ago".to_owned() } else { format!("{days} days ago") };
        return Some((Severity::Warning, format!("the next step was due on {}, {ago}", Window::day(*due))));
    }
    if !matter.next_step.is_known() {
        return Some((Severity::Note, format!("the next step is {}", matter.next_step)));
    }
    let when_is_said = matter.next_day.is_known() || matter.next_as_printed.is_known();
    (!when_is_said).then(|| {
        let missing = if matter.next_day == Known::NotKnown { &matter.next_day } else { &Known::NotSupplied };
        (Severity::Note, format!("the day of the next step is {missing}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        matter: Matter,
        as_at: NaiveDate,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/matter-with-next-step.toml"), |facts: &Facts| {
            judge(&facts.matter, facts.as_at)
                .map_or_else(|| "nothing".to_owned(), |(severity, words)| format!("{severity}: {words}"))
        });
    }
}
