//! Who may decide on a removal.

use crime::removal::{Field, Ground, Removal, Role};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition, rules::rape_and_homicide};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-authority"),
    title: "Who may decide on a removal",
    says: "A cancellation under C2 to C5 is decided by a designated decision maker or by the Force Crime Registrar; of rape and homicide under C2 another rule asks more, and there a chief officer may decide too.",
    basis: edition::rules(
        "page 25, Responsibility for decision making; with Outcomes for recorded crimes, April 2026, pages 27 and 29. For C2 and C5 the texts name the two. For C3 and C4 page 25 can be read so, while page 27 of the guidance asks only for somebody who is independent and trained: both readings are given",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled under C2 by whoever supervises its investigation",
    mend: "have a designated decision maker or the Force Crime Registrar decide, and say so in the record",
};

const READ: &[Field] = &[Field::Role, Field::Ground];

/// Why somebody else may decide under C3 and C4, by the other reading.
const ANYBODY_INDEPENDENT: &str = "whoever is independent of the investigation and trained may decide (Outcomes for recorded crimes, April 2026, page 27)";

/// Asks who decided on a cancellation. A transfer names nobody who has to. For C2 and C5 both texts name who decides; for C3 and C4 only one of
/// them can be read so.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(Ground::AdditionalVerifiableInformation | Ground::SelfDefence) => asked(removal),
        Known::Is(Ground::Duplicate | Ground::RecordedInError) => {
            asked(removal).by_one_reading(ANYBODY_INDEPENDENT)
        }
        Known::Is(Ground::Transferred) | Known::NotKnown | Known::NotSupplied => Answer::NotAsked,
    }
}

fn asked(removal: &Removal) -> Answer {
    match removal.role {
        Known::Is(Role::ForceCrimeRegistrar) => Answer::met(READ, "the Force Crime Registrar decided"),
        Known::Is(Role::DesignatedDecisionMaker) => Answer::met(READ, "a designated decision maker decided"),
        Known::Is(Role::ChiefOfficerForRecording) => match rape_and_homicide::concerns(removal) {
            Some(true) => {
                Answer::met(READ, "it is rape or homicide, where a chief officer may decide in some forces")
            }
            Some(false) => Answer::broken(
                READ,
                Mover::DecisionMaker,
                "a chief officer decided; that is open only for rape and homicide under C2, in a force without a registrar on the register",
            ),
            None => Answer::untold([Field::Class], Mover::RecordKeeper),
        },
        Known::Is(
            role @ (Role::InvestigationSupervisor | Role::Investigator | Role::CrimeRecorder | Role::Other),
        ) => Answer::broken(
            READ,
            Mover::DecisionMaker,
            format!(
                "it was decided in the function `{role}`, not by a designated decision maker or the Force Crime Registrar"
            ),
        ),
        Known::NotKnown | Known::NotSupplied => Answer::untold([Field::Role], Mover::RecordKeeper),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-authority.toml"), judged);
    }
}
