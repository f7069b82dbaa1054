//! Information is additional if it was not available when the crime was recorded.

use crime::{
    Fact,
    removal::{Field, Removal},
};
use rulebook::{Rule, RuleId};

use crate::{Answer, Mover, edition, information};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("information-additional"),
    title: "Information that is additional",
    says: "Information is additional only if it was not available to the recorder or the investigating officer when the decision to record was made.",
    basis: edition::outcomes(
        "page 28, Additional; for C5 page 27 asks for it, Crime Recording Rules 2026/27, page 26, do not; of making off, payment before any contact with the police is enough by their page 83",
    ),
    in_force: edition::HELD,
    exemplar: "a crime cancelled on a statement that its recorder had read",
    mend: "add information that was not available when the crime was recorded, or restore the crime",
};

/// Asks of a removal for additional verifiable information, or for self-defence, whether the information is additional. Days that contradict
/// the record's own word decide.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    information::read_by_ground(removal, || {
        if removal.known_when_recorded == Fact::Yes {
            return Answer::broken(
                &[Field::KnownWhenRecorded],
                Mover::Investigator,
                "the information was available when the crime was recorded",
            );
        }
        if let (Some(available), Some(recorded)) =
            (removal.information_available.value(), removal.recorded.value())
            && available.before(*recorded) == Some(true)
        {
            return Answer::broken(
                &[Field::InformationAvailable, Field::Recorded],
                Mover::Investigator,
                format!(
                    "the information was available on {available}, before the crime was recorded on {recorded}"
                ),
            );
        }
        Answer::met_once_known(
            [
                (Field::KnownWhenRecorded, removal.known_when_recorded == Fact::No),
                // Without it, days could contradict the record and nobody would see it.
                (Field::Recorded, removal.recorded.is_known()),
            ],
            Mover::Investigator,
            &[Field::KnownWhenRecorded, Field::Recorded],
            "the information was not available when the crime was recorded",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/information-additional.toml"), judged);
    }
}
