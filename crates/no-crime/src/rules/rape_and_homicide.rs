//! Rape and homicide: who decides.

use crime::{
    Fact,
    removal::{Field, Ground, Removal, Role},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, answer::All, answer::all, edition, offences};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("rape-and-homicide"),
    title: "Rape and homicide: who decides",
    says: "That no crime of rape or homicide took place (C2) is decided by a Force Crime Registrar who stands on the register of the College of Policing; in a force without one, by the chief officer responsible for crime recording, on the advice of the crime registrar.",
    basis: edition::rules(
        "page 25, Rape and homicide crimes; with Outcomes for recorded crimes, April 2026, page 29",
    ),
    in_force: edition::HELD,
    exemplar: "a rape cancelled under C2 by a designated decision maker",
    mend: "put it before the registrar on the register of the College of Policing, who decides alone",
};

const BY_REGISTRAR: &[Field] = &[Field::Role, Field::Registered, Field::Class];
const BY_CHIEF_OFFICER: &[Field] =
    &[Field::Role, Field::ForceHasRegisteredRegistrar, Field::RegistrarAdvised, Field::Class];

/// Whether the rule concerns a removal: nothing, where the class does not tell.
pub(crate) fn concerns(removal: &Removal) -> Option<bool> {
    match removal.ground {
        Known::Is(Ground::AdditionalVerifiableInformation) => {}
        Known::Is(
            Ground::Transferred | Ground::Duplicate | Ground::RecordedInError | Ground::SelfDefence,
        )
        | Known::NotKnown
        | Known::NotSupplied => return Some(false),
    }
    if !offences::class_tells(removal) {
        return None;
    }
    Some(offences::listed(removal).is_some_and(|listed| listed.rape_or_homicide))
}

/// Asks who decided that no rape or homicide took place.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match concerns(removal) {
        Some(true) => {}
        Some(false) => return Answer::NotAsked,
        None => return Answer::untold([Field::Class], Mover::RecordKeeper),
    }
    match removal.role {
        Known::Is(Role::ForceCrimeRegistrar) => match removal.registered {
            Fact::Yes => Answer::met(BY_REGISTRAR, "a registrar on the register of the College decided"),
            Fact::No => Answer::broken(
                BY_REGISTRAR,
                Mover::Registrar,
                "the registrar who decided does not stand on the register of the College of Policing",
            ),
            Fact::NotKnown | Fact::NotSupplied => Answer::untold([Field::Registered], Mover::Registrar),
        },
        Known::Is(Role::ChiefOfficerForRecording) => by_chief_officer(removal),
        Known::Is(
            role @ (Role::DesignatedDecisionMaker
            | Role::InvestigationSupervisor
            | Role::Investigator
            | Role::CrimeRecorder
            | Role::Other),
        ) => Answer::broken(
            BY_REGISTRAR,
            Mover::Registrar,
            format!(
                "it is rape or homicide, and was decided in the function `{role}` and not by the registrar"
            ),
        ),
        Known::NotKnown | Known::NotSupplied => Answer::untold([Field::Role], Mover::RecordKeeper),
    }
}

/// A chief officer may where no registrar is on the register, and after the registrar's advice.
fn by_chief_officer(removal: &Removal) -> Answer {
    let no_registrar = match removal.force_has_registered_registrar {
        Fact::Yes => Fact::No,
        Fact::No => Fact::Yes,
        unknown @ (Fact::NotKnown | Fact::NotSupplied) => unknown,
    };
    let needed = [
        (Field::ForceHasRegisteredRegistrar, no_registrar),
        (Field::RegistrarAdvised, removal.registrar_advised),
    ];
    match all(&needed) {
        All::Yes => Answer::met(
            BY_CHIEF_OFFICER,
            "the force has no registrar on the register, and the chief officer decided on the registrar's advice",
        ),
        All::No(Field::RegistrarAdvised) => Answer::broken(
            BY_CHIEF_OFFICER,
            Mover::Registrar,
            "the chief officer decided without the advice of the crime registrar",
        ),
        All::No(_) => Answer::broken(
            BY_CHIEF_OFFICER,
            Mover::Registrar,
            "a chief officer decided, though the force has a registrar on the register",
        ),
        All::Unknown(missing) => Answer::untold(missing, Mover::Registrar),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/rape-and-homicide.toml"), judged);
    }
}
