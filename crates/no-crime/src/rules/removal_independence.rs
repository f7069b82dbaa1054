//! Who decides is independent of the investigation.

use crime::{
    Fact,
    removal::{Field, Ground, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-independence"),
    title: "Who decides is independent of the investigation",
    says: "A cancellation under C2 to C5 is decided by somebody who is independent of the investigation of that crime.",
    basis: edition::rules(
        "page 25, Responsibility for decision making; with Outcomes for recorded crimes, April 2026, pages 26 to 29",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled by the officer who investigated it",
    mend: "have somebody decide anew who has no part in the investigation",
};

const READ: &[Field] = &[Field::DecidedBy, Field::Investigator, Field::Independent];

/// Asks whether who decided is independent. Whoever investigated the crime is not, whatever is ticked.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(
            Ground::AdditionalVerifiableInformation
            | Ground::Duplicate
            | Ground::RecordedInError
            | Ground::SelfDefence,
        ) => {}
        Known::Is(Ground::Transferred) | Known::NotKnown | Known::NotSupplied => return Answer::NotAsked,
    }
    if let (Known::Is(decided_by), Known::Is(investigator)) = (&removal.decided_by, &removal.investigator)
        && decided_by.trim().eq_ignore_ascii_case(investigator.trim())
    {
        return Answer::broken(READ, Mover::DecisionMaker, "who decided on it investigated it");
    }
    match removal.independent {
        Fact::Yes => Answer::met(&[Field::Independent], "who decided is independent of the investigation"),
        Fact::No => Answer::broken(
            READ,
            Mover::DecisionMaker,
            "who decided on it is not independent of its investigation",
        ),
        Fact::NotKnown | Fact::NotSupplied => Answer::untold([Field::Independent], Mover::RecordKeeper),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-independence.toml"), judged);
    }
}
