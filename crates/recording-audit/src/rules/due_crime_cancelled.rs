//! A crime that is due is not left cancelled.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::rows::{Due, Recorded};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("due-crime-cancelled"),
    title: "A crime that is due is not left cancelled",
    says: "If the only record of a crime that is due was cancelled, somebody looks at both: the ground of the cancellation is not judged here.",
    basis: Basis::Reasoned {
        why: "decision and cancellation cannot both be right, unless facts came later that the decision does not know",
    },
    in_force: InForce::Always,
    exemplar: "one crime due, and its one record cancelled",
    mend: "check the ground of the cancellation; if it stands, add the facts to the report and decide again, else restore the crime",
};

/// Says that the only record of a crime due is cancelled.
pub(crate) fn check(due: &Due<'_>, crime: &Recorded<'_>, place: &Place) -> Finding {
    let sentence =
        format!("{}, the only record of a crime due of {}, is cancelled", crime.crime, due.incident);
    Finding::new(&RULE, Severity::Warning, crime.crime, Some(place.at("status")), sentence)
        .with("incident", due.incident)
        .with("class due", due.class)
        .with("class recorded", crime.class)
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/due-crime-cancelled.toml"), compared);
    }
}
