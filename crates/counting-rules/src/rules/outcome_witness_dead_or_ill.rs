//! Outcome 13.

use crime::outcome::{RecordedCrime, SuspectKnown, VictimStand};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-witness-dead-or-ill"),
    title: "Outcome 13: victim or key witness deceased or too ill",
    says: "A crime with a named suspect takes outcome 13 if the victim or a key witness has died, or is too ill to give evidence and unlikely to recover.",
    basis: edition::outcomes("page 17, Outcome Type 13"),
    in_force: edition::HELD,
    exemplar: "a case closed under outcome 13 because the victim has a broken leg",
    mend: "wait, or use special measures",
};

/// Whether the crime may be closed because the victim or a key witness died or is too ill.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? == SuspectKnown::NotIdentified {
        return no(ask, &RULE, "no suspect is identified");
    }
    if ask.which(RECORD, "victim.stand", &crime.victim.stand)? != VictimStand::DiedOrTooIll {
        return no(ask, &RULE, "neither victim nor key witness has died or is too ill");
    }
    yes(
        ask,
        &RULE,
        "the victim or a key witness has died or is too ill to give evidence",
        &[
            "the record shows that the suspect was responsible, and the death or illness",
            "of an illness: whether the case could wait, or special measures help, was considered",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-witness-dead-or-ill.toml"), outcome);
    }
}
