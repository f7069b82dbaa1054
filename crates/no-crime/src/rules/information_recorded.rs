//! What the record must say of the information.

use crime::{
    Fact,
    removal::{Field, Removal},
};
use rulebook::{Rule, RuleId};

use crate::{Answer, Mover, edition, information};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("information-recorded"),
    title: "What the record says of the information",
    says: "The record says in a few words when the information became available, where it came from, how it can be verified and what it means for the crime.",
    basis: edition::outcomes(
        "page 28, the paragraph on the summary; for C5 page 27 asks for such information, Crime Recording Rules 2026/27, page 26, do not; of making off, payment before any contact with the police is enough by their page 83",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled with the words `seen on CCTV` and nothing else",
    mend: "write when the information became available, where it came from, how it can be verified and what it means for the crime",
};

const READ: &[Field] = &[Field::Summarised, Field::InformationAvailable];

/// Asks of a removal for additional verifiable information, or for self-defence, what is recorded of it.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    information::read_by_ground(removal, || {
        if removal.summarised == Fact::No {
            return Answer::broken(
                &[Field::Summarised],
                Mover::DecisionMaker,
                "the record does not say when the information became available, where it came from, how it can be verified and what it means",
            );
        }
        Answer::met_once_known(
            [
                (Field::Summarised, removal.summarised == Fact::Yes),
                (Field::InformationAvailable, removal.information_available.is_known()),
            ],
            Mover::DecisionMaker,
            READ,
            "the record sums up the information",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/information-recorded.toml"), judged);
    }
}
