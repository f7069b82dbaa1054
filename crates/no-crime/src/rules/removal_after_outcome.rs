//! A removal shortly after an outcome.

use crime::removal::{Field, Removal};
use rulebook::{Basis, InForce, Rule, RuleId};

use crate::{Answer, Mover};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-after-outcome"),
    title: "A removal shortly after an outcome",
    says: "A crime that is removed within 28 days of being given an outcome is looked at: somebody has just said how a crime was dealt with that is now said not to be one.",
    basis: Basis::Reasoned {
        why: "an outcome and a removal say opposite things of one record, and a removal mends a rate of outcomes; 28 days are our choice",
    },
    in_force: InForce::Always,
    exemplar: "a crime given outcome 16 on 1 June and removed on 10 June",
    mend: "look at both decisions; nothing is to be mended if information came in between",
};

/// So many days after an outcome a removal is worth a look.
const SOON: i64 = 28;

const READ: &[Field] = &[Field::OutcomeOn, Field::Outcome, Field::Removed];

/// Says that a removal follows an outcome closely; says nothing where either is not given.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let (Some(outcome), Some(given), Some(removed)) =
        (removal.outcome.value(), removal.outcome_on.value(), removal.removed.value())
    else {
        return Answer::NotAsked;
    };
    let days = removed.day() - given.day();
    if (0..=SOON).contains(&days) {
        return Answer::signal(
            READ,
            Mover::Registrar,
            format!("it was removed {days} days after it was given outcome {outcome}"),
        );
    }
    Answer::NotAsked
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-after-outcome.toml"), judged);
    }
}
