//! Alternate offence.

use crime::outcome::{Disposal, EvidenceFor, Outcome, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, is_rape, no, yes},
    rules::{
        alternate_offence_murder, alternate_offence_rape, alternate_offence_retail_robbery,
        outcome_adult_caution, outcome_youth_caution,
    },
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("alternate-offence"),
    title: "Alternate offence rule",
    says: "A crime other than murder or rape, which there is no reason to re-classify, takes outcome 1A, 2A or 3A if the offender took part in it as principal or accessory and was charged or cautioned for another offence that rests on the same material facts.",
    basis: edition::rules(
        "page 21, Alternate Offence Rule; guidance on outcomes of April 2026, pages 5, 9, 11 and 12",
    ),
    in_force: edition::HELD,
    exemplar: "a robbery closed under 1A, where the phone was found on a man who is charged with handling it and had no part in the robbery",
    mend: "leave the robbery, record the handling in addition and close that as charged",
};

/// Whether the crime may be closed as charged or cautioned with an alternate offence.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    if alternate_offence_murder::speaks_of(crime, ask)? {
        return alternate_offence_murder::may(outcome, crime, ask);
    }
    if is_rape(crime, ask)? {
        return alternate_offence_rape::may(outcome, crime, ask);
    }
    if outcome == Outcome::ChargeAlternate && alternate_offence_retail_robbery::speaks_of(crime, ask)? {
        return alternate_offence_retail_robbery::may(crime, ask);
    }
    ask.begin(&RULE, RECORD);
    let disposal = ask.which(RECORD, "disposal", &crime.disposal)?;
    if !fits(outcome, disposal) {
        return no(ask, &RULE, "the suspect was not dealt with in the way of this outcome");
    }
    match ask.which(RECORD, "evidence", &crime.evidence)? {
        EvidenceFor::SameFacts => {}
        EvidenceFor::Recorded => {
            return no(ask, &RULE, "dealt with for the crime recorded itself: outcome 1, 2 or 3");
        }
        EvidenceFor::Related | EvidenceFor::Associated => {
            return no(
                ask,
                &RULE,
                "dealt with for an offence of its own: record that in addition, with its outcome",
            );
        }
        EvidenceFor::Nothing => return no(ask, &RULE, "there is evidence of no offence"),
    }
    if !ask.yes(RECORD, "party", crime.party)? {
        return no(
            ask,
            &RULE,
            "the offender is neither principal nor accessory: record the other offence in addition",
        );
    }
    if ask.yes(RECORD, "reclassify", crime.reclassify)? {
        return no(
            ask,
            &RULE,
            "there is reason to re-classify the crime: do that, and give it outcome 1, 2 or 3",
        );
    }
    ask.follows("another offence by the same facts, by a party to the crime recorded");
    let caution = if outcome == Outcome::YouthCautionAlternate {
        outcome_youth_caution::fits(crime, disposal, ask)?
    } else if outcome == Outcome::AdultCautionAlternate {
        outcome_adult_caution::fits(crime, disposal, ask)?
    } else {
        Ok(&[] as &[&str])
    };
    ask.begin(&RULE, RECORD);
    match caution {
        Ok(conditions) => {
            let mut all = vec!["the registrar has quality assurance of it"];
            all.extend(conditions);
            yes(
                ask,
                &RULE,
                "dealt with for another offence by the same facts, as a party to the crime recorded",
                &all,
            )
        }
        Err(because) => no(ask, &RULE, because),
    }
}

/// Whether a disposal is the one of an outcome.
pub(crate) const fn fits(outcome: Outcome, disposal: Disposal) -> bool {
    matches!(
        (outcome, disposal),
        (Outcome::ChargeAlternate, Disposal::Charge)
            | (Outcome::YouthCautionAlternate, Disposal::YouthCaution | Disposal::YouthConditionalCaution)
            | (
                Outcome::AdultCautionAlternate,
                Disposal::AdultSimpleCaution | Disposal::AdultConditionalCaution
            )
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/alternate-offence.toml"), outcome);
    }
}
