//! A crime that is recorded has a report.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::rows::Recorded;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-crime-with-incident"),
    title: "A crime that is recorded has a report",
    says: "A recorded crime names a report that one of the stores holds.",
    basis: Basis::Reasoned {
        why: "without its report nobody can tell whether a crime is due, nor by when it was; and a store that was left out hides its crimes here",
    },
    in_force: InForce::Always,
    exemplar: "a crime whose report no store holds",
    mend: "find the report and put its reference into the record; if a store was left out, compare again with it",
};

/// Says that a crime has no report.
pub(crate) fn check(crime: &Recorded<'_>, place: &Place) -> Finding {
    let sentence = if crime.incident.is_empty() {
        format!("{} names no report", crime.crime)
    } else {
        format!("{} names the report {}, which no store holds", crime.crime, crime.incident)
    };
    Finding::new(&RULE, Severity::Warning, crime.crime, Some(place.at("incident")), sentence)
        .with("incident", if crime.incident.is_empty() { "not supplied" } else { crime.incident })
        .with("class recorded", crime.class)
        .with("victims", crime.victims)
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-crime-with-incident.toml"), compared);
    }
}
