//! A crime is recorded before it is removed.

use chrono::NaiveDate;
use crime::removal::{Field, Removal};
use rulebook::{Basis, InForce, Rule, RuleId};

use crate::{Answer, Mover};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-order"),
    title: "A crime is recorded before it is removed",
    says: "A crime is recorded before it is removed, and is not said to have been recorded on a day that is still to come.",
    basis: Basis::Reasoned {
        why: "nothing can be taken out before it is in, and a date that cannot be makes every other date of the record doubtful",
    },
    in_force: InForce::Always,
    exemplar: "a crime recorded in June and removed in May",
    mend: "look up both moments and write them as they were",
};

const READ: &[Field] = &[Field::Removed, Field::Recorded];

/// Asks whether the record was there before it was removed. Both on one day, without the time, contradict nothing.
///
/// A crime that is recorded after `as_at` cannot be; one that is to be removed after it is planned, and another rule says so.
#[must_use]
pub fn check(removal: &Removal, as_at: NaiveDate) -> Answer {
    let Some(recorded) = removal.recorded.value() else {
        return Answer::untold([Field::Recorded], Mover::RecordKeeper);
    };
    if recorded.date().is_some_and(|day| day > as_at) {
        return Answer::broken(
            READ,
            Mover::RecordKeeper,
            "it is said to have been recorded after the day of this check",
        );
    }
    // Without the moment of removal another rule cannot tell its edition.
    let Some(removed) = removal.removed.value() else { return Answer::NotAsked };
    if removed.before(*recorded) == Some(true) {
        return Answer::broken(READ, Mover::RecordKeeper, "it was removed before it was recorded");
    }
    Answer::met(READ, "it was recorded before it was removed")
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-order.toml"), judged);
    }
}
