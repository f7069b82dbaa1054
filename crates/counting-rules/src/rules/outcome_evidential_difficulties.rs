//! Outcome 15.

use crime::{
    Why,
    outcome::{RecordedCrime, SuspectKnown, VictimStand},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, against_the_state, no, yes},
    rules::outcome_15_16_closure,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-evidential-difficulties"),
    title: "Outcome 15: evidential difficulties",
    says: "A crime takes outcome 15 if the suspect's true identity is established and the victim supports action, or for a crime against the state the points to prove are made out, but evidence is wanting or the suspect cannot be found.",
    basis: edition::rules("page 22, Outcome Type 15; guidance on outcomes of April 2026, page 18"),
    in_force: edition::HELD,
    exemplar: "a crime against the state of which a point to prove is not made out, closed under outcome 15",
    mend: "consider cancelling it as recorded in error",
};

/// Whether the crime may be closed for evidential difficulties.
///
/// What becomes of a crime with an identified suspect whose victim cannot be reached, the texts do not say.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    match ask.which(RECORD, "suspect.known", &crime.suspect.known)? {
        SuspectKnown::Established => {}
        SuspectKnown::EnoughToApprehend => {
            return no(ask, &RULE, "the true identity of the suspect is not established");
        }
        SuspectKnown::NotIdentified => return no(ask, &RULE, "no suspect is identified"),
    }
    if against_the_state(crime, ask)? {
        if !ask.yes(RECORD, "points_to_prove", crime.points_to_prove)? {
            return no(ask, &RULE, "the points to prove are not made out: consider cancelling it (C4)");
        }
    } else {
        match ask.which(RECORD, "victim.stand", &crime.victim.stand)? {
            VictimStand::Supports => {}
            VictimStand::NotAble => {
                return no(ask, &RULE, "the victim does not support action: see outcome 16");
            }
            VictimStand::DiedOrTooIll => {
                return no(ask, &RULE, "the victim has died or is too ill: see outcome 13");
            }
            VictimStand::NoContact => {
                return Err(ask
                    .missing(RECORD, "", Why::TextSilent)
                    .between(["outcome 15", "another outcome, but not 16"]));
            }
        }
    }
    if let Some(because) = outcome_15_16_closure::forbids(crime, ask)? {
        return no(ask, &outcome_15_16_closure::RULE, because);
    }
    ask.begin(&RULE, RECORD);
    yes(
        ask,
        &RULE,
        "an identified suspect, a crime that is confirmed, and evidence that is wanting",
        &[
            "the record shows the evidential difficulties, or that the suspect is circulated as wanted",
            "everybody identified as a suspect is recorded as one",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-evidential-difficulties.toml"), outcome);
    }
}
