//! A moment that an auditor gives has passed.

use chrono::NaiveDate;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::Line;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("moment-has-passed"),
    title: "The moment has passed",
    says: "The moments at which a report was received and its crime recorded do not lie after the day on which the audit is scored.",
    basis: Basis::Reasoned {
        why: "nobody can have read in a record what has not happened yet; most often day and month are exchanged, and the time taken would be wrong",
    },
    in_force: InForce::Always,
    exemplar: "a report received on 1 December, in an audit scored on 1 June of that year",
    mend: "look up the moment, and write it as `2026-01-12T10:00` or `12/01/2026 10:00`",
};

/// Finds fault with a line of which a moment lies after `as_at`, the day of the run. The row is then not used.
pub(crate) fn check(line: &Line, as_at: NaiveDate) -> Option<Finding> {
    let moments = [("received", line.received), ("recorded", line.recorded)];
    let (column, moment) = moments.into_iter().find_map(|(column, moment)| {
        let moment = moment?;
        (moment.date()? > as_at).then_some((column, moment))
    })?;
    let sentence = format!("`{moment}` lies after {as_at}, the day of the run; are day and month exchanged?");
    Some(
        Finding::new(&RULE, Severity::Error, &line.case, Some(line.place.at(column)), sentence)
            .with(column, moment)
            .with("as_at", as_at),
    )
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/moment-has-passed.toml"), |rows: &Vec<String>| {
            found("moment-has-passed", rows)
        });
    }
}
