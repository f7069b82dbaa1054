//! Outcome 21.

use crime::outcome::{Domestic, NotInPublicInterest, RecordedCrime, SuspectKnown};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, indictable_only, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-investigation-not-in-the-public-interest"),
    title: "Outcome 21: investigation not in the public interest",
    says: "A crime with a named suspect takes outcome 21 if the police decide that further investigation is not in the public interest; for domestic abuse, hate crime, child abuse, what is triable only on indictment and what may matter to later employment only exceptionally, by a decision maker of fitting level.",
    basis: edition::outcomes("pages 21 and 22, Outcome Type 21"),
    in_force: edition::HELD,
    exemplar: "domestic abuse closed under outcome 21 as a matter of course",
    mend: "investigate it, or record the exceptional circumstances and who decided",
};

/// Whether the crime may be closed because investigating it further is not in the public interest.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? == SuspectKnown::NotIdentified {
        return no(ask, &RULE, "no suspect is identified");
    }
    if ask.which(RECORD, "decision.not_in_public_interest", &crime.decision.not_in_public_interest)?
        != NotInPublicInterest::Investigation
    {
        return no(ask, &RULE, "the police have not so decided");
    }
    let serious = indictable_only(crime, ask)?
        || ask.which(RECORD, "domestic", &crime.domestic)? != Domestic::No
        || ask.yes(RECORD, "hate", crime.hate)?
        || ask.yes(RECORD, "matters_for_disclosure", crime.matters_for_disclosure)?;
    if !serious {
        return yes(
            ask,
            &RULE,
            "the police decided that further investigation is not in the public interest",
            &PLAIN,
        );
    }
    if !ask.yes(RECORD, "decision.exceptional", crime.decision.exceptional)? {
        return no(ask, &RULE, "a serious or relevant offence, without exceptional circumstances");
    }
    yes(ask, &RULE, "a serious or relevant offence, in exceptional circumstances", &SERIOUS)
}

const PLAIN: [&str; 2] = [
    "the record gives the reasons, with the public interest considerations and the views of the victim",
    "the registrar has oversight",
];

const SERIOUS: [&str; 3] = [
    "the record gives the reasons, with the public interest considerations and the views of the victim",
    "the decision maker fits the seriousness of the offence, and the reasons serve a later disclosure decision",
    "the registrar has oversight",
];

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/outcome-investigation-not-in-the-public-interest.toml"),
            outcome,
        );
    }
}
