//! Phases go live in order.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::{Phase, cells::long};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("phases-in-order"),
    title: "Phases go live in order",
    says: "No phase goes live before a phase with a lower number; two may go live on one day.",
    basis: Basis::Reasoned { why: "numbers that run against the days point to a slip in one of the two" },
    in_force: InForce::Always,
    exemplar: "phase Two goes live the day before phase One",
    mend: "correct the day or the number",
};

/// A finding for each phase that goes live before one with a lower number. A phase without a day is passed over.
#[must_use]
pub fn check(phases: &[Row<Phase>]) -> Vec<Finding> {
    let mut dated: Vec<_> = phases
        .iter()
        .filter_map(|row| Some((row.value.number, *row.value.go_live.value()?, &row.place)))
        .collect();
    dated.sort_by_key(|(number, _, _)| *number);
    let mut found = Vec::new();
    let mut latest = None;
    for (number, day, place) in dated {
        match latest {
            Some((lower, lower_day)) if day < lower_day => {
                let sentence = format!(
                    "phase {number} goes live on {}, before phase {lower} on {}",
                    long(day),
                    long(lower_day)
                );
                let record = format!("phase {number}");
                found.push(
                    Finding::new(&RULE, Severity::Warning, record, Some(place.at("go_live")), sentence)
                        .with("go-live", day)
                        .with(format!("go-live of phase {lower}"), lower_day),
                );
            }
            _ => latest = Some((number, day)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/phases-in-order.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
