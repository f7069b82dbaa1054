//! Outcome 6.

use crime::outcome::{Disposal, EvidenceFor, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-penalty-notice"),
    title: "Outcome 6: penalty notice for disorder",
    says: "A crime takes outcome 6 if a penalty notice was lawfully given to somebody of 18 or over, for an offence within the scheme, on evidence that would support a prosecution.",
    basis: edition::outcomes("page 14, Outcome Type 6"),
    in_force: edition::HELD,
    exemplar: "a penalty notice given to a girl of 17",
    mend: "give it another outcome",
};

/// Whether the crime may be closed as a penalty notice.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::PenaltyNotice {
        return no(ask, &RULE, "no penalty notice was given");
    }
    if ask.number(RECORD, "suspect.age", &crime.suspect.age)? < 18 {
        return no(ask, &RULE, "penalty notices are for those of 18 or over");
    }
    if !ask.yes(RECORD, "in_penalty_scheme", crime.in_penalty_scheme)? {
        return no(ask, &RULE, "the offence is not within the scheme");
    }
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Recorded {
        return no(ask, &RULE, "there is not enough evidence of the crime recorded");
    }
    yes(
        ask,
        &RULE,
        "a penalty notice within the scheme, to an adult, on enough evidence",
        &[
            "the suspect was suitable: compliant, able to understand, not drunk or impaired, with history considered",
            "identity was checked, and the suspect knew that they need not accept",
            "if there were aggravating factors, the record says why a notice was given all the same",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-penalty-notice.toml"), outcome);
    }
}
