//! A crime is recorded under its own report.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::rows::{Due, Recorded};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-under-its-own-incident"),
    title: "Recorded under its own report",
    says: "A crime that is due of one report, and a crime recorded under another with the same class, the same victims and the same day for which nothing else is due, are taken for one crime under a wrong reference. All three must be known.",
    basis: Basis::Reasoned {
        why: "who looks for the crime of a report does not find it under another, and both would count as faults that they are not",
    },
    in_force: InForce::Always,
    exemplar: "a crime due of report I1, and the same class, victim and day recorded under report I2 of which nothing is due",
    mend: "correct the reference in the record; if they are two crimes, record the one that is missing",
};

/// Says that a crime stands under another report.
pub(crate) fn check(due: &Due<'_>, crime: &Recorded<'_>, store: &str, place: &Place) -> Finding {
    let stands = if crime.incident.is_empty() {
        "without a report".to_owned()
    } else {
        format!("under {}", crime.incident)
    };
    let sentence = format!("{} is recorded {stands}, and due of {}", crime.crime, due.incident);
    Finding::new(&RULE, Severity::Warning, crime.crime, Some(place.at("incident")), sentence)
        .with("recorded under", if crime.incident.is_empty() { "not supplied" } else { crime.incident })
        .with("due of", due.incident)
        .with("line of the crime due", due.record.line)
        .with("store", if store.is_empty() { "not supplied" } else { store })
        .with("class", crime.class)
        .with("victims", crime.victims)
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-under-its-own-incident.toml"), compared);
    }
}
