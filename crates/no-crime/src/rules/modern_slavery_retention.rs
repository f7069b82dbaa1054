//! What keeps a crime of modern slavery in spite of a negative decision (C2).

use crime::{
    Fact,
    removal::{Field, Ground, Information, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Answer, Mover, edition,
    information::{MODERN_SLAVERY, of_class, rests_on},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery-retention"),
    title: "Keeping a crime of modern slavery",
    says: "After a negative decision on conclusive grounds a crime of modern slavery is kept if other factors warrant keeping it, so whether there are any must be considered.",
    basis: edition::rules("page 48, 106 Modern Slavery, paragraph 1"),
    in_force: edition::HELD,
    exemplar: "a crime of modern slavery cancelled on the decision, though a statement of another victim speaks for it",
    mend: "restore the crime",
};

/// Asks of modern slavery, cancelled under C2 on a negative decision on conclusive grounds, for other factors.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::AdditionalVerifiableInformation)
        || !rests_on(removal, Information::NegativeConclusiveGrounds)
    {
        return Answer::NotAsked;
    }
    match (of_class(removal, MODERN_SLAVERY), removal.retention_factors) {
        (Fact::No, _) => Answer::NotAsked,
        (Fact::Yes | Fact::NotKnown | Fact::NotSupplied, Fact::No) => Answer::met(
            &[Field::RetentionFactors, Field::RestsOn],
            "no other factor warrants keeping the crime",
        ),
        (Fact::Yes, Fact::Yes) => Answer::broken(
            &[Field::RetentionFactors, Field::RestsOn],
            Mover::DecisionMaker,
            "there are other factors that warrant keeping the crime",
        ),
        (Fact::Yes, Fact::NotKnown | Fact::NotSupplied) => {
            Answer::untold([Field::RetentionFactors], Mover::DecisionMaker)
        }
        (Fact::NotKnown | Fact::NotSupplied, Fact::Yes | Fact::NotKnown | Fact::NotSupplied) => {
            Answer::untold([Field::Class], Mover::RecordKeeper)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery-retention.toml"), judged);
    }
}
