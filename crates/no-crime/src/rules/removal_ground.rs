//! The ground of a removal must be said.

use crime::removal::{Field, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-ground"),
    title: "The ground of a removal",
    says: "A recorded crime is removed on one of five grounds, C1 to C5, and which one it is must be said, because each asks for something else.",
    basis: edition::rules("pages 25 and 26, Cancellation Categories"),
    in_force: edition::HELD,
    exemplar: "a cancelled crime whose record gives no ground",
    mend: "say on which of the grounds C1 to C5 the crime was removed, or restore it",
};

/// Asks whether the ground is said.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(_) => Answer::met(&[Field::Ground], "the ground is said"),
        Known::NotKnown | Known::NotSupplied => Answer::untold([Field::Ground], Mover::DecisionMaker),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-ground.toml"), judged);
    }
}
