//! A removal is judged by the rules of its day.

use crime::removal::{Field, Removal};
use rulebook::{Basis, InForce, Known, Rule, RuleId};

use crate::{
    Answer, Mover, Objection,
    edition::{FOUR_GROUNDS, HELD},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-edition-held"),
    title: "A removal is judged by the rules of its day",
    says: "The rules in force on the day of the removal govern it; where no text of that day is held, nothing is said of whether it stands.",
    basis: Basis::Reasoned {
        why: "the grounds and who may decide on them have changed, and the text of one year says nothing of another",
    },
    in_force: InForce::Always,
    exemplar: "a crime removed in May 2019, for which no text is held",
    mend: "look the removal up in the General Rules of its year",
};

/// Says whether the rules of the day of the removal are held.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let Some(day) = removal.removed.value().and_then(|removed| removed.date()) else {
        return Answer::untold([Field::Removed], Mover::RecordKeeper);
    };
    if HELD.covers(day) {
        return Answer::met(&[Field::Removed], "the rules of 2026/27 are held for the day of the removal");
    }
    let sentence = if FOUR_GROUNDS.covers(day) {
        "of the rules of that time only the four grounds are known, at second hand, and nothing of proof, authority and notice"
    } else {
        "no edition of the rules on removal is held for that day"
    };
    Answer::NotHeld(Objection { sentence: sentence.into(), read: &[Field::Removed], mover: Mover::Registrar })
}

/// Whether the rules of 2026/27 govern a removal.
pub(crate) fn held(removal: &Removal) -> bool {
    match removal.removed {
        Known::Is(removed) => removed.date().is_some_and(|day| HELD.covers(day)),
        Known::NotKnown | Known::NotSupplied => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-edition-held.toml"), judged);
    }
}
