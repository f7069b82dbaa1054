//! An action has a day by which it is due, and on that day it is done.

use chrono::{Datelike as _, NaiveDate};
use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Improvement;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("action-with-due-day"),
    title: "An action with a due day",
    says: "Each action has a day by which it is due, and once that day is past it is done.",
    basis: Basis::Reasoned { why: "without a day an action is never late, and so never asked after" },
    in_force: InForce::Always,
    exemplar: "an action without a due day",
    mend: "agree a day with the owner; of a day that is past, say what became of the action",
};

/// Notes an action without a known due day, or one that was due before `as_at` and is not said to be done.
///
/// Where there is no action there is no day to ask for.
#[must_use]
pub fn check(row: &Row<Improvement>, as_at: NaiveDate) -> Option<Finding> {
    let improvement = &row.value;
    if improvement.is_done() || !improvement.action.is_known() {
        return None;
    }
    let what = match improvement.due {
        Known::Is(due) if due >= as_at => return None,
        Known::Is(due) => format!(
            "its action was due on {} {}, and its state is {}",
            due.day(),
            due.format("%B %Y"),
            improvement.state
        ),
        Known::NotKnown => "the due day of its action is not known".to_owned(),
        Known::NotSupplied => "no due day of its action is supplied".to_owned(),
    };
    let sentence = format!("{} \"{}\": {what}", improvement.kind, improvement.subject);
    Some(
        Finding::new(&RULE, Severity::Note, &improvement.subject, Some(row.place.at("due")), sentence)
            .with("due", improvement.due)
            .with("state", &improvement.state),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        as_at: NaiveDate,
        improvement: Improvement,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/action-with-due-day.toml"), |facts: &Facts| {
            in_words(check(&row(&facts.improvement), facts.as_at))
        });
    }
}
