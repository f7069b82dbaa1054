//! Outcome 1.

use crime::outcome::{Disposal, EvidenceFor, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-charge"),
    title: "Outcome 1: charge or summons",
    says: "A crime takes outcome 1 if somebody was charged or summonsed for the crime as recorded, whatever becomes of the case in court.",
    basis: edition::outcomes("page 9, Outcome Type 1"),
    in_force: edition::HELD,
    exemplar: "a robbery closed as charged, where the charge is handling what was robbed",
    mend: "give the robbery another outcome, and close the handling as charged",
};

/// Whether the crime may be closed as charged.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::Charge {
        return no(ask, &RULE, "nobody was charged or summonsed");
    }
    match ask.which(RECORD, "evidence", &crime.evidence)? {
        EvidenceFor::Recorded => yes(
            ask,
            &RULE,
            "charged or summonsed for the crime recorded",
            &["the record shows the court date, or the number of the summons or requisition"],
        ),
        EvidenceFor::SameFacts => {
            no(ask, &RULE, "charged with another offence by the same facts: see outcome 1A")
        }
        EvidenceFor::Related | EvidenceFor::Associated => {
            no(ask, &RULE, "charged with an offence of its own: record that in addition, with outcome 1")
        }
        EvidenceFor::Nothing => no(ask, &RULE, "there is no evidence to charge the crime recorded"),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-charge.toml"), outcome);
    }
}
