//! A removal that lies ahead is a plan.

use chrono::NaiveDate;
use crime::removal::{Field, Removal};
use rulebook::{Basis, InForce, Rule, RuleId};

use crate::{Answer, Mover};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-is-planned"),
    title: "A removal that lies ahead is a plan",
    says: "A removal dated after the day of the check has not happened: it is judged as if it were saved as it stands.",
    basis: Basis::Reasoned {
        why: "a records system asks before it saves, and an extract of the past holds no such day unless it is a slip",
    },
    in_force: InForce::Always,
    exemplar: "a crime checked in June that is to be removed in July",
    mend: "in an extract of what has happened, look up the day; before saving, nothing is to be mended",
};

/// Says that a removal lies ahead.
#[must_use]
pub fn check(removal: &Removal, as_at: NaiveDate) -> Answer {
    let ahead = removal.removed.value().and_then(|removed| removed.date()).is_some_and(|day| day > as_at);
    if ahead {
        return Answer::signal(
            &[Field::Removed],
            Mover::RecordKeeper,
            "it is to be removed on a day that lies ahead",
        );
    }
    Answer::NotAsked
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-is-planned.toml"), judged);
    }
}
