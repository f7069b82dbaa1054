//! Removing a reported incident of rape.

use crime::{
    Fact,
    removal::{Field, Ground, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition, information, offences};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-of-reported-rape"),
    title: "Removing a reported incident of rape (N100)",
    says: "Once recorded, a reported incident of rape is removed only where the person who took the report made a genuine error.",
    basis: edition::rules("page 63, Cancellation of Reported Incidents of Rape"),
    in_force: edition::HELD,
    exemplar: "an N100 record cancelled as no crime, on additional verifiable information",
    mend: "restore the record; if the report turns out to be no crime, the N100 code that says so is applied instead",
};

/// The class of a reported incident of rape.
const REPORTED_RAPE: &str = "N100";

const READ: &[Field] = &[Field::Class, Field::Ground, Field::GenuineMistake];

/// Asks of an N100 record whether it was removed for an error. The registrar has oversight of all such records.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let told = offences::class_tells(removal);
    if told && information::of_class(removal, REPORTED_RAPE) != Fact::Yes {
        return Answer::NotAsked;
    }
    match removal.ground {
        Known::Is(Ground::RecordedInError) => match removal.genuine_mistake {
            Fact::Yes if told => Answer::met(READ, "the person who took the report made a genuine error"),
            // The rule on records made in error asks for it of every class.
            Fact::Yes | Fact::No | Fact::NotKnown | Fact::NotSupplied => Answer::NotAsked,
        },
        Known::Is(
            ground @ (Ground::Transferred
            | Ground::AdditionalVerifiableInformation
            | Ground::Duplicate
            | Ground::SelfDefence),
        ) if told => Answer::broken(
            READ,
            Mover::Registrar,
            format!(
                "a reported incident of rape is removed under {} ({}), which is not open to it",
                ground.code(),
                ground.words()
            ),
        ),
        Known::Is(Ground::Transferred | Ground::Duplicate) => {
            Answer::untold([Field::Class], Mover::RecordKeeper)
        }
        // Of C2 and C5 other rules ask for the class, and once is enough.
        Known::Is(Ground::AdditionalVerifiableInformation | Ground::SelfDefence)
        | Known::NotKnown
        | Known::NotSupplied => Answer::NotAsked,
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-of-reported-rape.toml"), judged);
    }
}
