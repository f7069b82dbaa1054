//! Outcome 20.

use crime::outcome::{DealtBy, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-another-agency"),
    title: "Outcome 20: further action by another agency",
    says: "A crime takes outcome 20 if another body or agency takes the further action and the victim knows of it; a crime transferred to another force does not, but goes to the registrar to be cancelled.",
    basis: edition::outcomes("page 21, Outcome Type 20"),
    in_force: edition::HELD,
    exemplar: "a crime transferred to the neighbouring force, closed under outcome 20",
    mend: "submit it to the registrar for cancellation as transferred",
};

/// Whether the crime may be closed because another agency acts.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    match ask.which(RECORD, "dealt_by", &crime.dealt_by)? {
        DealtBy::AnotherAgency => yes(
            ask,
            &RULE,
            "another body or agency takes the further action",
            &[
                "the record says why it was referred, and the decision had its local review",
                "the victim, or somebody for the victim, knows that the agency leads and how to reach it",
            ],
        ),
        DealtBy::AnotherForce => {
            no(ask, &RULE, "transferred to another force: submit it to the registrar for cancellation (C1)")
        }
        DealtBy::ThisForce => no(ask, &RULE, "no other body or agency takes the further action"),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-another-agency.toml"), outcome);
    }
}
