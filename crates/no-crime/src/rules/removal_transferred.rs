//! When a crime may be passed to another force (C1).

use crime::{
    Fact, Force,
    removal::{Field, Ground, ReferenceOf, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-transferred"),
    title: "A crime passed to another force",
    says: "A crime that was committed in the area of another force in England and Wales is referred to that force, and its record is removed only once the number under which that force holds it has been obtained.",
    basis: edition::rules(
        "page 25, C1, which accepts the number of a crime-related incident; Outcomes for recorded crimes, April 2026, page 26, asks for the number of a crime. That the British Transport Police may be the receiving force is our reading of page 16",
    ),
    in_force: edition::HELD,
    exemplar: "a crime transferred to Police Scotland",
    mend: "obtain the crime number of the force in England and Wales whose area it was committed in, or restore the crime",
};

const READ: &[Field] = &[
    Field::OutsideJurisdiction,
    Field::ReceivingForce,
    Field::ReceivingReference,
    Field::ReceivingReferenceOf,
];

/// Asks of a transfer whether the crime is another force's, and whether that force has given a number.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::Transferred) {
        return Answer::NotAsked;
    }
    if removal.outside_jurisdiction == Fact::No {
        return Answer::broken(
            &[Field::OutsideJurisdiction],
            Mover::Investigator,
            "it is not shown that the crime was committed outside the area of the force",
        );
    }
    if let Known::Is(force) = &removal.receiving_force
        && !of_england_and_wales(force)
    {
        return Answer::broken(
            &[Field::ReceivingForce],
            Mover::Investigator,
            format!(
                "`{force}` is no police force of England and Wales, and only to one of these a crime is passed"
            ),
        );
    }
    let answer = Answer::met_once_known(
        [
            (Field::OutsideJurisdiction, removal.outside_jurisdiction == Fact::Yes),
            (Field::ReceivingForce, removal.receiving_force.is_known()),
            (Field::ReceivingReference, removal.receiving_reference.is_known()),
            (Field::ReceivingReferenceOf, removal.receiving_reference_of.is_known()),
        ],
        Mover::RecordKeeper,
        READ,
        "it was committed elsewhere, and the force of that area has given its number",
    );
    let of_an_incident = removal.receiving_reference_of == Known::Is(ReferenceOf::CrimeRelatedIncident);
    if !of_an_incident || matches!(answer, Answer::CannotBeTold { .. }) {
        return answer;
    }
    Answer::broken(
        &[Field::ReceivingReferenceOf, Field::ReceivingReference],
        Mover::RecordKeeper,
        "the receiving force has given the number of a crime-related incident, not of a crime",
    )
    .by_one_reading(
        "the number of a crime-related incident is enough (Crime Recording Rules 2026/27, page 25)",
    )
}

fn of_england_and_wales(force: &str) -> bool {
    let transport = ["british transport police", "btp"];
    force.parse::<Force>().is_ok() || transport.contains(&force.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-transferred.toml"), judged);
    }
}
