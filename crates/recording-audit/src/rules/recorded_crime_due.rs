//! A crime that is recorded is due.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::rows::Recorded;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-crime-due"),
    title: "A crime that is recorded is due",
    says: "A crime recorded from a report that is wholly decided stands for a crime that is due of it.",
    basis: Basis::Reasoned {
        why: "a crime without basis counts an offence that the rules do not count, and may hide one that is missing from a total",
    },
    in_force: InForce::Always,
    exemplar: "a report of which nothing is due, and one crime recorded",
    mend: "cancel the crime if the rules give no ground for it; if they do, add the facts to the report and decide again",
};

/// Says that nothing is due for a crime.
pub(crate) fn check(crime: &Recorded<'_>, place: &Place) -> Finding {
    let sentence = format!(
        "{} is recorded as {}, and nothing of {} is due for it",
        crime.crime, crime.class, crime.incident
    );
    Finding::new(&RULE, Severity::Warning, crime.crime, Some(place.at("crime")), sentence)
        .with("incident", crime.incident)
        .with("class recorded", crime.class)
        .with("victims", crime.victims)
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-crime-due.toml"), compared);
    }
}
