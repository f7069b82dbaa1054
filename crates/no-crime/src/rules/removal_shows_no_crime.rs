//! What additional verifiable information must show (C2).

use crime::removal::{Field, Ground, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition, information};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-shows-no-crime"),
    title: "Information that shows that no crime took place",
    says: "A crime is cancelled under C2 only if the information determines that no notifiable crime took place, and is compelling enough to convince whoever decides of it.",
    basis: edition::rules("page 25, C2; with Outcomes for recorded crimes, April 2026, pages 26 and 28"),
    in_force: edition::HELD,
    exemplar: "a theft cancelled under C2 on pictures of a camera that show nothing of what happened",
    mend: "add information that determines that no notifiable crime took place, or restore the crime",
};

const READ: &[Field] = &[Field::ShowsNoCrime, Field::Compelling];

/// Asks of a removal for additional verifiable information whether it shows that no crime took place.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::AdditionalVerifiableInformation) {
        return Answer::NotAsked;
    }
    information::read_by_ground(removal, || {
        Answer::of_all(
            [
                (
                    &[Field::ShowsNoCrime],
                    removal.shows_no_crime,
                    "the information does not determine that no notifiable crime took place",
                ),
                (
                    &[Field::Compelling],
                    removal.compelling,
                    "the information is not compelling, so that it could convince whoever decided",
                ),
            ],
            Mover::DecisionMaker,
            READ,
            "the information determines that no notifiable crime took place, and is compelling",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-shows-no-crime.toml"), judged);
    }
}
