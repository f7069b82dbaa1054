//! The victim is told before the record is removed.

use crime::removal::{Field, Ground, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, answer::All, answer::all, edition, offences};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("victim-told"),
    title: "The victim is told before the record is removed",
    says: "Before a crime is removed under C1, C2 or C5 the victim is told of the decision, and the record shows it; for C1 the victim is also given the number of the receiving force.",
    basis: edition::rules(
        "pages 25 and 26, Notifying victims; with Outcomes for recorded crimes, April 2026, page 26",
    ),
    in_force: edition::HELD,
    exemplar: "a crime removed on Monday, its victim told on Tuesday",
    mend: "tell the victim, record how and when, and only then remove the crime",
};

const READ: &[Field] = &[Field::VictimToldAt, Field::Removed, Field::VictimTold, Field::VictimToldRecorded];
const READ_OF_TRANSFER: &[Field] = &[
    Field::VictimToldAt,
    Field::Removed,
    Field::VictimTold,
    Field::VictimToldRecorded,
    Field::VictimGivenReference,
];

/// Asks whether the victim was told first. A crime against the state alone has no victim to tell.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let transferred = match removal.ground {
        Known::Is(Ground::Transferred) => true,
        Known::Is(Ground::AdditionalVerifiableInformation | Ground::SelfDefence) => false,
        Known::Is(Ground::Duplicate | Ground::RecordedInError) | Known::NotKnown | Known::NotSupplied => {
            return Answer::NotAsked;
        }
    };
    if offences::listed(removal).is_some_and(|listed| listed.against_the_state) {
        return Answer::met(&[Field::Class], "it is a crime against the state: there is no victim to tell");
    }
    let read = if transferred { READ_OF_TRANSFER } else { READ };
    let told = [
        (Field::VictimTold, removal.victim_told),
        (Field::VictimToldRecorded, removal.victim_told_recorded),
        (Field::VictimGivenReference, removal.victim_given_reference),
    ];
    let asked = if transferred { told.as_slice() } else { told.get(..2).unwrap_or_default() };
    let mut missing = match all(asked) {
        All::Yes => Vec::new(),
        All::No(Field::VictimTold) => {
            return Answer::broken(read, Mover::DecisionMaker, "the victim was not told of it");
        }
        All::No(Field::VictimGivenReference) => {
            return Answer::broken(
                read,
                Mover::DecisionMaker,
                "the victim was not given the number of the receiving force",
            );
        }
        All::No(_) => {
            return Answer::broken(
                read,
                Mover::DecisionMaker,
                "the record does not show how the victim was told",
            );
        }
        All::Unknown(missing) => missing,
    };
    match (removal.victim_told_at.value(), removal.removed.value()) {
        (Some(told), Some(removed)) => match told.before(*removed) {
            Some(true) => {}
            Some(false) => {
                return Answer::broken(
                    read,
                    Mover::DecisionMaker,
                    "the victim was told only after it was removed",
                );
            }
            // Both on one day, and one of them without the time.
            None => missing.push(Field::VictimToldAt),
        },
        (None, _) => missing.push(Field::VictimToldAt),
        (Some(_), None) => missing.push(Field::Removed),
    }
    if missing.is_empty() {
        Answer::met(read, "the victim was told before it was removed, and the record shows it")
    } else {
        Answer::untold(missing, Mover::DecisionMaker)
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/victim-told.toml"), judged);
    }
}
