//! How it is shown that a crime was committed elsewhere (C1).

use crime::removal::{Field, Ground, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition, information::opposite};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-transferred-information"),
    title: "How it is shown that a crime was committed elsewhere",
    says: "That a crime was committed outside the area of the force is shown by additional information whose origin, reliability and relevance can be checked.",
    basis: edition::outcomes(
        "page 26, C1, with page 28 on what such information is; Crime Recording Rules 2026/27, page 25, does not ask for it",
    ),
    in_force: edition::HELD,
    exemplar: "a crime transferred on the word of somebody who cannot be named",
    mend: "add the information that shows where the crime was committed and can be checked, or restore the crime",
};

const READ: &[Field] =
    &[Field::KnownWhenRecorded, Field::OriginCheckable, Field::ReliabilityCheckable, Field::Relevant];

/// Asks of a transfer for additional verifiable information about the place.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::Transferred) {
        return Answer::NotAsked;
    }
    Answer::of_all(
        [
            (
                &[Field::KnownWhenRecorded],
                opposite(removal.known_when_recorded),
                "the information on the place was available when the crime was recorded",
            ),
            (
                &[Field::OriginCheckable],
                removal.origin_checkable,
                "the origin of the information on the place cannot be checked",
            ),
            (
                &[Field::ReliabilityCheckable],
                removal.reliability_checkable,
                "the reliability of the information on the place cannot be checked",
            ),
            (
                &[Field::Relevant],
                removal.relevant,
                "the information on the place is not relevant to this crime, or that cannot be checked",
            ),
        ],
        Mover::Investigator,
        READ,
        "additional information that can be checked shows where it was committed",
    )
    .by_one_reading("no such information is asked for (Crime Recording Rules 2026/27, page 25)")
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-transferred-information.toml"), judged);
    }
}
