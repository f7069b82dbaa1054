//! How the rules on information are read on each ground.

use crime::{
    Fact,
    removal::{Field, Ground, Information, Removal},
};
use rulebook::Known;

use crate::{Answer, Mover};

/// What a rule on additional verifiable information says, by the ground of the removal.
///
/// * C2: what it says; but of making off, payment before the police had to do with it suffices, and no more is asked.
/// * C5: the outcomes guidance asks for such information, the Crime Recording Rules for evidence only: so the readings differ.
/// * The others are not asked.
pub(crate) fn read_by_ground(removal: &Removal, asked: impl FnOnce() -> Answer) -> Answer {
    match removal.ground {
        Known::Is(Ground::AdditionalVerifiableInformation) => match payment_suffices(removal) {
            Fact::Yes => Answer::met(
                &[Field::RestsOn, Field::Class],
                "whoever made off came back and paid before any contact with the police, and no more is asked for",
            ),
            Fact::No => asked(),
            Fact::NotKnown | Fact::NotSupplied => match asked() {
                // Of making off it would be kept: the class decides.
                Answer::Broken(_) | Answer::CannotBeTold { .. } => {
                    Answer::untold([Field::Class], Mover::RecordKeeper)
                }
                answer @ (Answer::NotAsked
                | Answer::Met { .. }
                | Answer::ReadingsDiffer { .. }
                | Answer::Signal(_)
                | Answer::NotHeld(_)) => answer,
            },
        },
        Known::Is(Ground::SelfDefence) => asked().by_one_reading(EVIDENCE_IS_ENOUGH),
        Known::Is(Ground::Transferred | Ground::Duplicate | Ground::RecordedInError)
        | Known::NotKnown
        | Known::NotSupplied => Answer::NotAsked,
    }
}

/// Whether payment before any contact with the police is enough: only of making off.
fn payment_suffices(removal: &Removal) -> Fact {
    if !rests_on(removal, Information::PaidBeforePolice) {
        return Fact::No;
    }
    of_class(removal, MAKING_OFF)
}

/// Why the other reading keeps a rule on information for self-defence.
pub(crate) const EVIDENCE_IS_ENOUGH: &str = "evidence of self-defence is enough, and need not be additional verifiable information (Crime Recording Rules 2026/27, page 26)";

/// The class of making off without payment.
pub(crate) const MAKING_OFF: &str = "49A";
/// The class of modern slavery.
pub(crate) const MODERN_SLAVERY: &str = "106";

/// Whether a removal is said to rest on a kind of information, beside others or alone.
pub(crate) fn rests_on(removal: &Removal, kind: Information) -> bool {
    removal.rests_on.contains(&kind)
}

/// Whether a removed crime is of a class.
pub(crate) fn of_class(removal: &Removal, class: &str) -> Fact {
    match &removal.class {
        Known::Is(own) if own == class => Fact::Yes,
        Known::Is(_) => Fact::No,
        Known::NotKnown => Fact::NotKnown,
        Known::NotSupplied => Fact::NotSupplied,
    }
}

/// The opposite of a fact. What is not known stays so.
pub(crate) const fn opposite(fact: Fact) -> Fact {
    match fact {
        Fact::Yes => Fact::No,
        Fact::No => Fact::Yes,
        Fact::NotKnown | Fact::NotSupplied => fact,
    }
}
