//! Reports of rape through a sexual assault referral centre.

use crime::{Referral, Subject, Who};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::Instead,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sexual-assault-referral-centre"),
    title: "Rape reported through a sexual assault referral centre",
    says: "A rape reported through a referral centre is a crime if the victim seeks an investigation, lets the details be passed on, or gives samples that go to the police, or if a parent, carer or professional whom nobody doubts reports it; if only depersonalised data or nothing is passed on, or samples are frozen there, it is N100.",
    basis: edition::rules("page 62, Rape and sexual assault referrals"),
    in_force: edition::HELD,
    exemplar: "samples are frozen at the centre in case the victim decides to go on, and a rape is recorded",
    mend: "register N100 until the victim pursues it or the samples go to the police",
};

/// The reported incident that is registered if what came through the centre is not yet a crime. The text gives no code below N100:
/// 01, because the victim has not confirmed it to the police.
///
/// # Errors
///
/// [`Missing`], naming who reports, or what came through the centre.
pub fn directs(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    if !crime.class.starts_with("19") {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    if ask.which(Subject::Report, "reporter.who", &case.incident.reporter.who)? != Who::ReferralCentre {
        ask.follows("not reported through a referral centre");
        return Ok(None);
    }
    match ask.which(Subject::Report, "referral", &case.incident.referral)? {
        Referral::InvestigationSought
        | Referral::DetailsPassed
        | Referral::SamplesSubmitted
        | Referral::ReportedForVictim => {
            ask.follows("passed on so that it must be recorded as a crime");
            Ok(None)
        }
        Referral::DepersonalisedOnly | Referral::NothingPassed | Referral::SamplesFrozen => {
            ask.follows("not passed on so that it would be a crime: a reported incident of rape");
            Ok(Some(Instead {
                as_what: "N100/01",
                because: "reported to a referral centre, by a victim who does not take it to the police"
                    .into(),
                referred_to: None,
                by: &RULE,
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sexual-assault-referral-centre.toml"), decided);
    }
}
