//! Outcome 17.

use crime::{
    Mode,
    outcome::{RecordedCrime, SuspectKnown},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, offence, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-time-limit"),
    title: "Outcome 17: prosecution time limit expired",
    says: "A crime with an identified suspect takes outcome 17 if it, or the charge that the prosecutors' standards would lead to, is for a magistrates' court only, the time limit for prosecution has expired, and no warrant in the first instance removes it; relevant domestic abuse has a limit of its own.",
    basis: edition::outcomes("page 20, Outcome Type 17"),
    in_force: edition::HELD,
    exemplar: "a serious wounding of years ago, closed under outcome 17",
    mend: "give it another outcome: it has no time limit",
};

/// Whether the crime may be closed because the time limit has expired. How long the limit is, the texts that are held do not print.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? == SuspectKnown::NotIdentified {
        return no(ask, &RULE, "no suspect is identified");
    }
    let limited = match offence(crime, ask)?.mode {
        Mode::SummaryOnly => true,
        Mode::IndictableOnly => false,
        Mode::EitherWay => ask.yes(RECORD, "summary_charge", crime.summary_charge)?,
    };
    if !limited {
        return no(ask, &RULE, "it is not for a magistrates' court only: there is no time limit");
    }
    if !ask.yes(RECORD, "limit_expired", crime.limit_expired)? {
        return no(ask, &RULE, "the time limit has not expired");
    }
    if ask.yes(RECORD, "warrant", crime.warrant)? {
        return no(ask, &RULE, "a warrant in the first instance removed the time limit");
    }
    yes(
        ask,
        &RULE,
        "for a magistrates' court only, and the time limit has expired",
        &["of relevant domestic abuse: the limit that belongs to it was counted"],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-time-limit.toml"), outcome);
    }
}
