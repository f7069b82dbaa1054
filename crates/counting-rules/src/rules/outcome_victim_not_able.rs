//! Outcomes 14 and 16.

use crime::{
    Why,
    outcome::{Outcome, RecordedCrime, SuspectKnown, VictimStand},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, against_the_state, no, yes},
    rules::outcome_15_16_closure,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-victim-not-able"),
    title: "Outcomes 14 and 16: victim not able to support",
    says: "Where an auditable record shows that the victim was not able to support police action at the time, a crime takes outcome 16 if the suspect's true identity is established, and 14 if nobody is identified; a victim who cannot be reached or does not answer gives no outcome 16.",
    basis: edition::rules("page 23, Outcome Type 16; guidance on outcomes of April 2026, pages 17 and 19"),
    in_force: edition::HELD,
    exemplar: "a victim who did not return three calls, closed under outcome 16",
    mend: "reach the victim, or give it another outcome",
};

/// Whether the crime may be closed because the victim is not able to support action.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let sixteen = outcome == Outcome::NotSupportedIdentified;
    if against_the_state(crime, ask)? {
        return no(ask, &RULE, "the crime is against the state: there is no victim to support it");
    }
    match (sixteen, ask.which(RECORD, "suspect.known", &crime.suspect.known)?) {
        (true, SuspectKnown::Established) | (false, SuspectKnown::NotIdentified) => {}
        (true, SuspectKnown::EnoughToApprehend) => {
            return no(ask, &RULE, "the true identity of the suspect is not established");
        }
        (true, SuspectKnown::NotIdentified) => {
            return no(ask, &RULE, "no suspect is identified: see outcome 14");
        }
        (false, SuspectKnown::Established | SuspectKnown::EnoughToApprehend) => {
            return no(ask, &RULE, "a suspect is identified: see outcome 16");
        }
    }
    match ask.which(RECORD, "victim.stand", &crime.victim.stand)? {
        VictimStand::NotAble => {}
        VictimStand::Supports => return no(ask, &RULE, "the victim supports police action"),
        VictimStand::DiedOrTooIll => {
            return no(ask, &RULE, "the victim has died or is too ill: see outcome 13");
        }
        VictimStand::NoContact if sixteen => {
            return no(ask, &RULE, "a victim who cannot be reached or does not answer gives no outcome 16");
        }
        VictimStand::NoContact => {
            return Err(ask.missing(RECORD, "", Why::TextSilent).between(["outcome 14", "another outcome"]));
        }
    }
    if sixteen && let Some(because) = outcome_15_16_closure::forbids(crime, ask)? {
        return no(ask, &outcome_15_16_closure::RULE, because);
    }
    ask.begin(&RULE, RECORD);
    yes(
        ask,
        &RULE,
        "the victim is not able to support police action at this time",
        &[
            "an auditable record shows it",
            "support for the victim and a prosecution led by other evidence were considered",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-victim-not-able.toml"), outcome);
    }
}
