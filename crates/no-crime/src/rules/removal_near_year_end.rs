//! A removal in the last days of the recording year.

use chrono::Datelike as _;
use crime::removal::{Field, Removal};
use rulebook::{Basis, InForce, Rule, RuleId};

use crate::{Answer, Mover};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-near-year-end"),
    title: "A removal in the last days of the recording year",
    says: "A crime that is removed between 25 and 31 March, in the year in which it was recorded, is looked at.",
    basis: Basis::Reasoned {
        why: "the recording year ends on 31 March, and what is removed in its last days lowers the count on which a force is compared; seven days are our choice",
    },
    in_force: InForce::Always,
    exemplar: "a crime recorded in January and removed on 30 March",
    mend: "look at the decision; nothing is to be mended if it stands",
};

const READ: &[Field] = &[Field::Removed, Field::Recorded];

/// Says that a removal lies in the last seven days of the recording year of its crime; says nothing where a day is not given.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let day = |moment: &calendar::Moment| moment.date();
    let (Some(recorded), Some(removed)) =
        (removal.recorded.value().and_then(day), removal.removed.value().and_then(day))
    else {
        return Answer::NotAsked;
    };
    // The year from 1 April on.
    let year = |day: chrono::NaiveDate| if day.month() < 4 { day.year() - 1 } else { day.year() };
    if removed.month() == 3 && removed.day() >= 25 && year(recorded) == year(removed) {
        return Answer::signal(
            READ,
            Mover::Registrar,
            "it was removed in the last seven days of the recording year",
        );
    }
    Answer::NotAsked
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-near-year-end.toml"), judged);
    }
}
