//! The record that a duplicate repeats must count.

use crime::removal::{Field, Ground, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("duplicate-record-live"),
    title: "The other record of a duplicate is live",
    says: "The crime that a duplicate repeats, or is part of, is itself live and in the crime data that the force submits; otherwise the crime is counted nowhere.",
    basis: edition::outcomes("page 27, C3"),
    in_force: edition::HELD,
    exemplar: "two records of one crime, each cancelled as a duplicate of the other",
    mend: "restore this crime, or the other one",
};

/// Asks of a duplicate whether the other record is live, as its own record says.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::Duplicate) {
        return Answer::NotAsked;
    }
    Answer::of_all(
        [(
            &[Field::OtherRecordLive],
            removal.other_record_live,
            "the record that it is said to repeat is not live, or not in the data of the force",
        )],
        Mover::RecordKeeper,
        &[Field::OtherRecordLive],
        "the other record is live and in the data of the force",
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/duplicate-record-live.toml"), judged);
    }
}
