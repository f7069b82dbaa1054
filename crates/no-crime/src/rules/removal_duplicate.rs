//! When a record is a duplicate (C3).

use crime::{
    Fact,
    removal::{Field, Ground, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-duplicate"),
    title: "A duplicate of another record",
    says: "A crime is cancelled as a duplicate only if the information clearly shows that it repeats another recorded crime of the force, or is part of it; the other record is named.",
    basis: edition::outcomes("page 27, C3; with Crime Recording Rules 2026/27, page 25, C3"),
    in_force: edition::HELD,
    exemplar: "a crime cancelled as a duplicate of its own number",
    mend: "name the record that it repeats and say what shows so, or restore the crime",
};

/// Asks of a duplicate for the other record, and whether it is the same crime.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::Duplicate) {
        return Answer::NotAsked;
    }
    let own = removal.record.trim();
    if removal.other_record.value().is_some_and(|other| other.trim().eq_ignore_ascii_case(own)) {
        return Answer::broken(
            &[Field::OtherRecord, Field::Record],
            Mover::RecordKeeper,
            "the crime that it is said to repeat is itself",
        );
    }
    if removal.same_crime == Fact::No {
        return Answer::broken(
            &[Field::SameCrime, Field::OtherRecord],
            Mover::DecisionMaker,
            "it is not shown that it repeats the other crime or is part of it",
        );
    }
    Answer::met_once_known(
        [
            (Field::Record, !own.is_empty()),
            (Field::OtherRecord, removal.other_record.is_known()),
            (Field::SameCrime, removal.same_crime == Fact::Yes),
        ],
        Mover::RecordKeeper,
        &[Field::OtherRecord, Field::SameCrime],
        "it repeats another record that is named, or is part of it",
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-duplicate.toml"), judged);
    }
}
