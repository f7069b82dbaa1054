//! The four grounds of the years around 2010.

use crime::removal::{Field, Ground, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-four-grounds"),
    title: "The four grounds of 2010, at second hand",
    says: "A \"no crime\" of 2010 and early 2011 rested on one of four grounds, and that ground had to be true: committed outside the area of the force, shown by additional verifiable information to be no notifiable crime, part of a crime already recorded, or recorded in error.",
    basis: edition::cheshire(
        "the list of four grounds; that self-defence was not among them is our reading of the list",
    ),
    in_force: edition::FOUR_GROUNDS,
    exemplar: "an assault that was no-crimed in June 2010 because the suspect acted in self-defence",
    mend: "look the removal up in the General Rules of its year, and restore the crime if none of its grounds holds",
};

/// Asks of a removal of those days whether its ground was one of the four, and whether the ground is so. Nothing is known of how that had to
/// be shown, so the removal does not stand by this alone.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let day = removal.removed.value().and_then(|removed| removed.date());
    if !day.is_some_and(|day| edition::FOUR_GROUNDS.covers(day)) {
        return Answer::NotAsked;
    }
    match removal.ground {
        Known::Is(Ground::Transferred) => Answer::of_all(
            [(
                &[Field::OutsideJurisdiction],
                removal.outside_jurisdiction,
                "it was not committed outside the area of the force",
            )],
            Mover::DecisionMaker,
            &[Field::OutsideJurisdiction],
            "it was committed outside the area of the force",
        ),
        Known::Is(Ground::AdditionalVerifiableInformation) => Answer::of_all(
            [(
                &[Field::ShowsNoCrime],
                removal.shows_no_crime,
                "the information does not show that no notifiable crime took place",
            )],
            Mover::DecisionMaker,
            &[Field::ShowsNoCrime],
            "the information shows that no notifiable crime took place",
        ),
        Known::Is(Ground::Duplicate) => Answer::of_all(
            [(&[Field::SameCrime], removal.same_crime, "it is no part of the other crime")],
            Mover::DecisionMaker,
            &[Field::SameCrime],
            "it is part of a crime already recorded",
        ),
        Known::Is(Ground::RecordedInError) => Answer::of_all(
            [(&[Field::GenuineMistake], removal.genuine_mistake, "recording it was no mistake")],
            Mover::DecisionMaker,
            &[Field::GenuineMistake],
            "recording it was a mistake",
        ),
        Known::Is(Ground::SelfDefence) => Answer::broken(
            &[Field::Ground],
            Mover::DecisionMaker,
            "self-defence is not among the four grounds of that time",
        ),
        Known::NotKnown | Known::NotSupplied => Answer::untold([Field::Ground], Mover::DecisionMaker),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-four-grounds.toml"), judged);
    }
}
