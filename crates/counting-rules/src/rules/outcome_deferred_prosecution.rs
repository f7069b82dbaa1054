//! Outcomes 23 and 24.

use crime::outcome::{Activity, Disposal, EvidenceFor, Outcome, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-deferred-prosecution"),
    title: "Outcomes 23 and 24: deferred prosecution",
    says: "With enough evidence to charge, a prosecution that was put off while the offender completed an agreed activity gives outcome 23 for a child and 24 for an adult, once it is completed; if it fails, the prosecution goes on.",
    basis: edition::outcomes("pages 23 to 25, Outcome Types 23 and 24"),
    in_force: edition::HELD,
    exemplar: "a deferred prosecution closed under outcome 24 while the course still runs",
    mend: "wait until it is completed; if it fails, charge, and close under outcome 1",
};

/// Whether the crime may be closed as a deferred prosecution.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::DeferredProsecution {
        return no(ask, &RULE, "no prosecution was deferred");
    }
    let child = ask.number(RECORD, "suspect.age", &crime.suspect.age)? < 18;
    if child != (outcome == Outcome::ChildDeferred) {
        return no(ask, &RULE, "outcome 23 is for children, 24 for adults");
    }
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Recorded {
        return no(ask, &RULE, "there is not enough evidence to charge the crime recorded");
    }
    match ask.which(RECORD, "activity", &crime.activity)? {
        Activity::Completed => yes(
            ask,
            &RULE,
            "the suspect agreed to an activity and completed it",
            &[
                "the details of the activity are recorded, and why it makes further action not in the public interest",
                "the record says why this works better than a formal disposal or charge",
                "of a child who carried a knife: the youth justice service carried it out",
            ],
        ),
        Activity::Failed => {
            no(ask, &RULE, "the activity failed: the prosecution goes on, and a charge gives outcome 1")
        }
        Activity::None | Activity::Agreed => no(ask, &RULE, "the activity is not completed"),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-deferred-prosecution.toml"), outcome);
    }
}
