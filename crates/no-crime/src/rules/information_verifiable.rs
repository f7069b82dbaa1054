//! Information is verifiable if its origin, reliability and relevance can be checked.

use crime::removal::{Field, Removal};
use rulebook::{Rule, RuleId};

use crate::{Answer, Mover, edition, information};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("information-verifiable"),
    title: "Information that is verifiable",
    says: "Information is verifiable only if its origin, the reliability of its source and its relevance to this crime can be checked.",
    basis: edition::outcomes(
        "page 28, Verifiable; for C5 page 27 asks for it, Crime Recording Rules 2026/27, page 26, do not; of making off, payment before any contact with the police is enough by their page 83",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled on an anonymous call",
    mend: "add information whose origin, reliability and relevance can be checked, or restore the crime",
};

const READ: &[Field] = &[Field::OriginCheckable, Field::ReliabilityCheckable, Field::Relevant];

/// Asks of a removal for additional verifiable information, or for self-defence, whether the information can be checked.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    information::read_by_ground(removal, || {
        Answer::of_all(
            [
                (
                    &[Field::OriginCheckable],
                    removal.origin_checkable,
                    "the origin of the information cannot be checked",
                ),
                (
                    &[Field::ReliabilityCheckable],
                    removal.reliability_checkable,
                    "the reliability of its source cannot be checked",
                ),
                (
                    &[Field::Relevant],
                    removal.relevant,
                    "the information is not relevant to this crime, or that cannot be checked",
                ),
            ],
            Mover::Investigator,
            READ,
            "the origin, reliability and relevance of the information can be checked",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/information-verifiable.toml"), judged);
    }
}
