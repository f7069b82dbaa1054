//! When a crime was recorded in error (C4).

use crime::removal::{Field, Ground, Removal};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-recorded-in-error"),
    title: "A crime recorded in error",
    says: "A crime is cancelled as recorded in error only if the decision to record was a genuine mistake and, on the balance of probabilities, no notifiable crime was committed, and if the information that shows both is clearly documented.",
    basis: edition::outcomes("page 27, C4; with Crime Recording Rules 2026/27, page 25, C4"),
    in_force: edition::HELD,
    exemplar: "a crime cancelled under C4 whose record says nothing of the mistake",
    mend: "document what shows that recording it was a genuine mistake and that no crime took place, or restore the crime",
};

const READ: &[Field] = &[Field::GenuineMistake, Field::NoCrimeOnBalance, Field::MistakeDocumented];

/// Asks of a crime recorded in error for the mistake, for the balance of probabilities and for the document.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::RecordedInError) {
        return Answer::NotAsked;
    }
    Answer::of_all(
        [
            (
                &[Field::GenuineMistake],
                removal.genuine_mistake,
                "the decision to record was no genuine mistake",
            ),
            (
                &[Field::NoCrimeOnBalance],
                removal.no_crime_on_balance,
                "on the balance of probabilities a notifiable crime may have been committed",
            ),
            (
                &[Field::MistakeDocumented],
                removal.mistake_documented,
                "what shows that it was a mistake is not clearly documented",
            ),
        ],
        Mover::DecisionMaker,
        READ,
        "recording it was a genuine mistake, no crime took place on balance, and both are documented",
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-recorded-in-error.toml"), judged);
    }
}
