//! The weekday matches the day.

use calendar::weekday;
use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::{Phase, cells::long};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("weekday-matches-day"),
    title: "The weekday matches the day",
    says: "The day of the week printed beside a go-live day is the one on which that day falls.",
    basis: Basis::Reasoned {
        why: "people plan by the weekday and systems by the date: where the two differ, one of them is wrong",
    },
    in_force: InForce::Always,
    exemplar: "`Monday 3 June 2014`, a Tuesday",
    mend: "ask which was meant, and correct the other",
};

/// Whether the printed weekday is right; not known if either it or the day is not.
#[must_use]
pub fn is_right(phase: &Phase) -> Known<bool> {
    match phase.go_live.value() {
        Some(day) => phase.weekday.map(|printed| printed == weekday(*day)),
        None => phase.go_live.map(|_| false),
    }
}

/// A finding for each wrong weekday.
#[must_use]
pub fn check(phases: &[Row<Phase>]) -> Vec<Finding> {
    phases
        .iter()
        .filter_map(|row| {
            let (day, printed) = (*row.value.go_live.value()?, *row.value.weekday.value()?);
            let falls_on = weekday(day);
            (printed != falls_on).then(|| {
                let number = row.value.number;
                let sentence =
                    format!("phase {number}: {} is a {falls_on}, not a {printed} as printed", long(day));
                let record = format!("phase {number}");
                Finding::new(&RULE, Severity::Warning, record, Some(row.place.at("weekday")), sentence)
                    .with("go-live", day)
                    .with("printed", printed)
                    .with("falls on", falls_on)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/weekday-matches-day.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
