//! What is never enough alone.

use crime::{
    Fact,
    removal::{Field, Ground, Information, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Answer, Mover, edition,
    information::{EVIDENCE_IS_ENOUGH, MAKING_OFF, MODERN_SLAVERY, of_class, rests_on},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("never-enough-alone"),
    title: "What is never enough alone",
    says: "A withdrawal or retraction, a victim who is unwilling or cannot be traced, too little evidence, a prosecutor's refusal, a suspect's denial, time that has passed, payment after the police got in touch, or a decision on modern slavery where the crime is another does not show that no crime took place; something must stand beside it that can be checked.",
    basis: edition::outcomes(
        "page 28, What is Additional, Verifiable Information; which circumstances fall short of it is our reading. For C5 page 27 asks for such information, Crime Recording Rules 2026/27, page 26, do not",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled under C2 because the victim cannot be traced, and for nothing else",
    mend: "add the information that shows that no crime took place, or restore the crime",
};

const READ: &[Field] = &[Field::RestsOn];

/// Asks of a removal for additional verifiable information, or for self-defence, on what it rests. What is said of making off and of modern
/// slavery in particular, two other rules ask.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(Ground::AdditionalVerifiableInformation) => asked(removal),
        Known::Is(Ground::SelfDefence) => asked(removal).by_one_reading(EVIDENCE_IS_ENOUGH),
        Known::Is(Ground::Transferred | Ground::Duplicate | Ground::RecordedInError)
        | Known::NotKnown
        | Known::NotSupplied => Answer::NotAsked,
    }
}

fn asked(removal: &Removal) -> Answer {
    if removal.rests_on.is_empty() {
        return Answer::untold(READ, Mover::DecisionMaker);
    }
    let decision = Information::NegativeConclusiveGrounds;
    if removal.rests_on.iter().any(|kind| kind.can_be_proof() && *kind != decision) {
        return Answer::met(READ, "it rests on information of a kind that can be checked");
    }
    if of_another_rule(removal) {
        return Answer::NotAsked;
    }
    // Of another crime than modern slavery, a decision on modern slavery shows nothing.
    if rests_on(removal, decision) && !removal.class.is_known() {
        return Answer::untold([Field::Class], Mover::RecordKeeper);
    }
    let names: Vec<&str> = removal.rests_on.iter().map(<&Information as Into<&str>>::into).collect();
    Answer::broken(
        READ,
        Mover::DecisionMaker,
        format!("it rests on {} and on nothing that can be checked and concerns it", names.join(", ")),
    )
}

/// Whether a rule on one class says of what this removal rests on whether it is enough.
fn of_another_rule(removal: &Removal) -> bool {
    let late = rests_on(removal, Information::PaidAfterPolice);
    let decided = rests_on(removal, Information::NegativeConclusiveGrounds)
        || rests_on(removal, Information::NegativeReasonableGrounds);
    removal.ground == Known::Is(Ground::AdditionalVerifiableInformation)
        && (late && of_class(removal, MAKING_OFF) == Fact::Yes
            || decided && of_class(removal, MODERN_SLAVERY) == Fact::Yes)
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/never-enough-alone.toml"), judged);
    }
}
