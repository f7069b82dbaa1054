//! Outcomes 9 and 10.

use crime::outcome::{Cps, EvidenceFor, NotInPublicInterest, Outcome, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-prosecution-not-in-the-public-interest"),
    title: "Outcomes 9 and 10: prosecution not in the public interest",
    says: "With enough evidence to charge, outcome 9 is for the prosecutors' certified decision that prosecution is not in the public interest, and outcome 10 for that of the police, where the charge is theirs to decide.",
    basis: edition::outcomes("page 16, Outcome Types 9 and 10"),
    in_force: edition::HELD,
    exemplar: "a serious wounding closed by the police under outcome 10",
    mend: "refer it to the prosecutors, whose decision gives outcome 9",
};

/// Whether the crime may be closed because prosecution is not in the public interest.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(outcome: Outcome, crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let decision = &crime.decision;
    if outcome == Outcome::NoProsecutionCps {
        if ask.which(RECORD, "decision.cps", &decision.cps)? != Cps::NotInPublicInterest {
            return no(ask, &RULE, "the Crown Prosecution Service has not so decided");
        }
        return yes(
            ask,
            &RULE,
            "the prosecutors certified enough evidence, and that prosecution is not in the public interest",
            &["a copy of the MG3a stands with the case papers"],
        );
    }
    if !ask.yes(RECORD, "decision.police_may_charge", decision.police_may_charge)? {
        return no(ask, &RULE, "the charge is for a prosecutor to decide: see outcome 9");
    }
    if ask.which(RECORD, "decision.not_in_public_interest", &decision.not_in_public_interest)?
        != NotInPublicInterest::Prosecution
    {
        return no(ask, &RULE, "the police have not so decided");
    }
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Recorded {
        return no(ask, &RULE, "there is not enough evidence to charge the crime recorded");
    }
    yes(
        ask,
        &RULE,
        "the police decided on enough evidence that prosecution is not in the public interest",
        &["the record says why, and that this is the only reason not to prosecute"],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/outcome-prosecution-not-in-the-public-interest.toml"),
            outcome,
        );
    }
}
