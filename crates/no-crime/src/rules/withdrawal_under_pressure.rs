//! A withdrawal under pressure does not remove a crime.

use crime::{
    Fact,
    removal::{Field, Ground, Information, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("withdrawal-under-pressure"),
    title: "A withdrawal under pressure does not remove a crime",
    says: "Where a victim reports a crime and withdraws the report, whoever decides considers whether fear, coercion, influence or pressure led to it; where there is clear concern that one did, the crime cannot be cancelled.",
    basis: edition::outcomes("page 29, Responsibility for Decision Making"),
    in_force: edition::HELD,
    exemplar: "a crime cancelled after its victim withdrew, with clear concern that the suspect put pressure on her",
    mend: "restore the crime where there is clear concern; else record what was considered and found",
};

const READ: &[Field] =
    &[Field::PressureConcern, Field::PressureConsidered, Field::VictimWithdrew, Field::RestsOn];

/// Asks what was considered when the victim withdrew. A duplicate is not asked: its crime stays recorded under the other number, which is our
/// reading of a page that makes no difference between the grounds.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(
            Ground::AdditionalVerifiableInformation | Ground::RecordedInError | Ground::SelfDefence,
        ) => {}
        Known::Is(Ground::Transferred | Ground::Duplicate) | Known::NotKnown | Known::NotSupplied => {
            return Answer::NotAsked;
        }
    }
    // A removal that rests on a withdrawal says that there was one, whatever is ticked.
    let rests_on_it =
        removal.rests_on.iter().any(|kind| matches!(kind, Information::Withdrawal | Information::Retraction));
    match removal.victim_withdrew {
        Fact::Yes => {}
        Fact::No | Fact::NotKnown | Fact::NotSupplied if rests_on_it => {}
        Fact::No => return Answer::met(&[Field::VictimWithdrew], "the victim did not withdraw the report"),
        Fact::NotKnown | Fact::NotSupplied => {
            return Answer::untold([Field::VictimWithdrew], Mover::Investigator);
        }
    }
    match (removal.pressure_concern, removal.pressure_considered) {
        (Fact::Yes, _) => Answer::broken(
            READ,
            Mover::DecisionMaker,
            "the victim withdrew, and there is clear concern that fear, coercion, influence or pressure led to it",
        ),
        (_, Fact::No) => Answer::broken(
            READ,
            Mover::DecisionMaker,
            "the victim withdrew, and whether pressure led to it was not considered",
        ),
        (Fact::No, Fact::Yes) => Answer::met(
            &[Field::PressureConcern, Field::PressureConsidered],
            "it was considered whether pressure led to the withdrawal, and there is no clear concern",
        ),
        (concern, considered) => {
            let unknown = |fact| matches!(fact, Fact::NotKnown | Fact::NotSupplied);
            let facts = [(Field::PressureConsidered, considered), (Field::PressureConcern, concern)];
            let missing: Vec<Field> =
                facts.into_iter().filter(|(_, fact)| unknown(*fact)).map(|(field, _)| field).collect();
            Answer::untold(missing, Mover::DecisionMaker)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/withdrawal-under-pressure.toml"), judged);
    }
}
