//! What is never enough alone.

use crime::removal::{Field, Ground, Information, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("never-enough-alone"),
    title: "What is never enough alone",
    says: "A withdrawal or retraction, a victim who is unwilling or cannot be traced, too little evidence, a prosecutor's refusal, a suspect's denial, time that has passed, or payment after the police got in touch does not show that no crime took place; something must stand beside it that can be checked.",
    basis: edition::outcomes(
        "page 28, What is Additional, Verifiable Information; which circumstances fall short of it is our reading, but for payment (Crime Recording Rules 2026/27, page 83)",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled under C2 because the victim cannot be traced, and for nothing else",
    mend: "add the information that shows that no crime took place, or restore the crime",
};

const READ: &[Field] = &[Field::RestsOn];

/// Asks of a removal for additional verifiable information, or for self-defence, on what it rests.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(Ground::AdditionalVerifiableInformation | Ground::SelfDefence) => {}
        Known::Is(Ground::Transferred | Ground::Duplicate | Ground::RecordedInError)
        | Known::NotKnown
        | Known::NotSupplied => return Answer::NotAsked,
    }
    if removal.rests_on.is_empty() {
        return Answer::untold(READ, Mover::DecisionMaker);
    }
    if removal.rests_on.iter().any(|kind| kind.can_be_proof()) {
        return Answer::met(READ, "it rests on information of a kind that can be checked");
    }
    let names: Vec<&str> = removal.rests_on.iter().map(<&Information as Into<&str>>::into).collect();
    Answer::broken(
        READ,
        Mover::DecisionMaker,
        format!("it rests on {} and on nothing that can be checked", names.join(", ")),
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/never-enough-alone.toml"), judged);
    }
}
