//! A transferred crime names the force that took it.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::{layouts::recorded, rows::Recorded};
use calendar::moment::missing;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("transfer-with-receiver"),
    title: "A transferred crime names its receiver",
    says: "A crime that was transferred names the force that took it; every transfer is a note, since whether the other force recorded it is not seen here.",
    basis: Basis::Reasoned { why: "a crime that one force gave away and no force took is recorded nowhere" },
    in_force: InForce::Always,
    exemplar: "a crime of the status `transferred` without the force that took it",
    mend: "name the force that took the crime; ask it for its crime number",
};

/// Says of a transferred crime who took it, or that nobody is named.
pub(crate) fn check(crime: &Recorded<'_>, place: &Place) -> Finding {
    let to = crime.record.get(recorded::TRANSFERRED_TO);
    let (severity, sentence) = if missing(to) {
        (Severity::Warning, format!("{} was transferred, and no force is named that took it", crime.crime))
    } else {
        (Severity::Note, format!("{} was transferred to {to}", crime.crime))
    };
    Finding::new(&RULE, severity, crime.crime, Some(place.at("transferred_to")), sentence)
        .with("incident", crime.incident)
        .with("class", crime.class)
        .with("transferred to", if missing(to) { "not supplied" } else { to })
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/transfer-with-receiver.toml"), compared);
    }
}
