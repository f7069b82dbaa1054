//! Removing a crime recorded from a mandatory report of female genital mutilation.

use crime::{
    Fact,
    removal::{Field, Ground, Removal, Role},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition, offences};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-of-mutilation-report"),
    title: "Removing a mandatory report of female genital mutilation",
    says: "A crime recorded from a report of female genital mutilation that the law demands of a professional is cancelled only on the authority of the Force Crime Registrar.",
    basis: edition::rules("pages 44 and 45, Female genital mutilation"),
    in_force: edition::HELD,
    exemplar: "a crime of female genital mutilation, reported by a nurse, cancelled by a designated decision maker",
    mend: "put it before the Force Crime Registrar",
};

const READ: &[Field] = &[Field::Role, Field::MutilationReport, Field::Class, Field::Subcode];

/// Asks who decided that no mutilation took place, or that its record was an error. A duplicate or a transfer leaves the crime recorded.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    match removal.ground {
        Known::Is(Ground::AdditionalVerifiableInformation | Ground::RecordedInError) => {}
        Known::Is(Ground::Transferred | Ground::Duplicate | Ground::SelfDefence)
        | Known::NotKnown
        | Known::NotSupplied => return Answer::NotAsked,
    }
    match (removal.mutilation_report, offences::mutilation(removal)) {
        (Fact::Yes, _) => {}
        (Fact::No, Ok(true)) => {
            return Answer::met(
                &[Field::MutilationReport],
                "it was not reported under the duty of a professional",
            );
        }
        (Fact::NotKnown | Fact::NotSupplied, Ok(true)) => {
            return Answer::untold([Field::MutilationReport], Mover::RecordKeeper);
        }
        (Fact::NotKnown | Fact::NotSupplied, Err(missing)) => {
            return Answer::untold([missing], Mover::RecordKeeper);
        }
        (Fact::No, _) | (Fact::NotKnown | Fact::NotSupplied, Ok(false)) => return Answer::NotAsked,
    }
    match removal.role {
        Known::Is(Role::ForceCrimeRegistrar) => {
            Answer::met(&[Field::Role, Field::MutilationReport], "the Force Crime Registrar decided")
        }
        Known::Is(
            Role::DesignatedDecisionMaker
            | Role::ChiefOfficerForRecording
            | Role::InvestigationSupervisor
            | Role::Investigator
            | Role::CrimeRecorder
            | Role::Other,
        ) => Answer::broken(
            READ,
            Mover::Registrar,
            "a mandatory report of female genital mutilation was removed without the Force Crime Registrar",
        ),
        Known::NotKnown | Known::NotSupplied => Answer::untold([Field::Role], Mover::RecordKeeper),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-of-mutilation-report.toml"), judged);
    }
}
