//! Outcome 22.

use crime::outcome::{Activity, Domestic, RecordedCrime, SuspectKnown};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
    rules::outcome_community_resolution::by_rank,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-diversion"),
    title: "Outcome 22: diversionary activity completed",
    says: "A crime with a named suspect takes outcome 22 only once a diversionary, educational or intervention activity was completed and further action is not in the public interest; no admission is needed, and domestic abuse needs an inspector or police staff equivalent.",
    basis: edition::outcomes("pages 22 and 23, Outcome Type 22"),
    in_force: edition::HELD,
    exemplar: "a course that was agreed and not begun, closed under outcome 22",
    mend: "wait until it is completed; if it fails, give outcome 15, 16 or a formal disposal",
};

/// Whether the crime may be closed because an activity was completed.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    match ask.which(RECORD, "activity", &crime.activity)? {
        Activity::Completed => {}
        Activity::None => {
            return no(ask, &RULE, "there was no diversionary, educational or intervention activity");
        }
        Activity::Agreed => return no(ask, &RULE, "the activity is not completed yet"),
        Activity::Failed => {
            return no(
                ask,
                &RULE,
                "the activity failed: a formal disposal if the evidence allows, else outcome 15 or 16",
            );
        }
    }
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? == SuspectKnown::NotIdentified {
        return no(ask, &RULE, "no suspect is identified");
    }
    if ask.which(RECORD, "domestic", &crime.domestic)? != Domestic::No
        && !by_rank(ask.which(RECORD, "decision.approved_by", &crime.decision.approved_by)?)
    {
        return no(
            ask,
            &RULE,
            "for domestic abuse an inspector, or police staff equivalent, must authorise it",
        );
    }
    yes(
        ask,
        &RULE,
        "the suspect agreed to an activity and completed it",
        &[
            "the details of the activity are recorded, and why it makes further action not in the public interest",
            "the record says why this was chosen over a formal disposal or charge",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-diversion.toml"), outcome);
    }
}
