//! The record shows who removed it.

use crime::{
    Fact,
    removal::{Field, Ground, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-audit-trail"),
    title: "The record shows who removed it",
    says: "The record of a removed crime holds a documented trail that identifies who cancelled it; of a transferred one, a trail that shows the transfer.",
    basis: edition::outcomes("pages 26 and 27, C1 to C5"),
    in_force: edition::HELD,
    exemplar: "a duplicate cancelled, and nothing in the record of who did it",
    mend: "document in the record who removed it and when",
};

const READ: &[Field] = &[Field::AuditTrail, Field::DecidedBy];

/// Asks whether the record shows who removed it. For a transfer nobody has to be named.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let transferred = match removal.ground {
        Known::Is(Ground::Transferred) => true,
        Known::Is(
            Ground::AdditionalVerifiableInformation
            | Ground::Duplicate
            | Ground::RecordedInError
            | Ground::SelfDefence,
        ) => false,
        Known::NotKnown | Known::NotSupplied => return Answer::NotAsked,
    };
    let named = transferred || removal.decided_by.is_known();
    match removal.audit_trail {
        Fact::No => Answer::broken(READ, Mover::RecordKeeper, "the record does not show who removed it"),
        Fact::Yes if transferred => Answer::met(&[Field::AuditTrail], "the record shows the transfer"),
        Fact::Yes if named => Answer::met(READ, "the record shows who removed it"),
        // A trail that names nobody is none; that nobody is named in the extract may be the extract.
        Fact::Yes => Answer::untold([Field::DecidedBy], Mover::RecordKeeper),
        Fact::NotKnown | Fact::NotSupplied if named => {
            Answer::untold([Field::AuditTrail], Mover::RecordKeeper)
        }
        Fact::NotKnown | Fact::NotSupplied => Answer::untold(READ, Mover::RecordKeeper),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-audit-trail.toml"), judged);
    }
}
