//! Who decides is trained for it.

use crime::{
    Fact,
    removal::{Field, Ground, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("decider-trained"),
    title: "Who decides is trained for it",
    says: "Everybody who decides on cancellations under C2 to C5 is trained in the cancellation of crimes.",
    basis: edition::outcomes("page 29, Responsibility for Decision Making; pages 26 and 27"),
    in_force: edition::HELD,
    exemplar: "a crime cancelled by somebody who is named to decide and has not been trained",
    mend: "have somebody who is trained decide anew",
};

const READ: &[Field] = &[Field::Trained];

/// Asks whether who decided is trained. The page says it of all who decide, the registrar not excepted.
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
    match removal.trained {
        Fact::Yes => Answer::met(READ, "who decided is trained in the cancellation of crimes"),
        Fact::No => Answer::broken(
            READ,
            Mover::DecisionMaker,
            "who decided on it is not trained in the cancellation of crimes",
        ),
        Fact::NotKnown | Fact::NotSupplied => Answer::untold(READ, Mover::DecisionMaker),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/decider-trained.toml"), judged);
    }
}
