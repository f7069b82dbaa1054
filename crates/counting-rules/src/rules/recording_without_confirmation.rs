//! Recording without victim confirmation.

use crime::{Fact, Subject, Who};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::Instead,
    rules::{no_victim_no_crime, parents_carers_professionals, video_evidence},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recording-without-confirmation"),
    title: "Recording without victim confirmation",
    says: "Reports by the victim, by a parent, carer or professional, or by an authority for the victim stand by themselves; any other needs the confirmation of the victim, unless there is clear evidence of a crime against an identifiable victim and recording is appropriate or necessary.",
    basis: edition::rules(
        "pages 7, 8 and 11, Recording without victim confirmation and steps 4 and 5 of the flow chart",
    ),
    in_force: edition::HELD,
    exemplar: "a witness reports an assault; the victim declines to confirm it, the injuries are plain and the danger is real, and no crime is recorded",
    mend: "find the victim and ask; record without the confirmation where it is appropriate or necessary, otherwise register a crime-related incident",
};

/// The crime-related incident that is registered if nobody whose word is enough reports or confirms, and recording without it is
/// neither appropriate nor necessary.
///
/// # Errors
///
/// [`Missing`], naming who reports, whether the victim is found and confirms, or whether recording is appropriate or necessary.
pub fn forbids(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    let who = ask.which(Subject::Report, "reporter.who", &case.incident.reporter.who)?;
    let (at, victim) = case.needed_victim(ask)?;
    match who {
        Who::ParentOrCarer | Who::Professional if parents_carers_professionals::stands(case, ask)? => {
            return Ok(None);
        }
        Who::AnotherAuthority | Who::ReferralCentre | Who::CompetentAuthority => {
            ask.follows("reported for the victim: it stands by itself");
            return Ok(None);
        }
        // A victim who reports confirms by reporting; of several, each is asked.
        Who::Victim | Who::ActingForVictim | Who::CounterAllegation
            if victim.confirms == Fact::NotSupplied && case.incident.victims.len() == 1 =>
        {
            ask.follows("the victim, or somebody for the victim, reports it and so confirms it");
            return Ok(None);
        }
        Who::VideoAlone => video_evidence::noted(case, ask),
        Who::Victim
        | Who::ActingForVictim
        | Who::CounterAllegation
        | Who::ParentOrCarer
        | Who::Professional
        | Who::AnotherPerson
        | Who::Police => {}
    }
    ask.begin(&RULE, case.of);
    if victim.confirms != Fact::Yes && !no_victim_no_crime::found(case, ask)? {
        return without(case, ask, "the victim, or somebody for the victim, cannot be found");
    }
    ask.begin(&RULE, case.of);
    if ask.fact(at, "confirms", victim.confirms)? == Some(true) {
        ask.follows("the victim, or somebody for the victim, confirms it");
        return Ok(None);
    }
    without(case, ask, "the victim does not confirm it")
}

/// Step 4 or 5 without a confirmation: is recording appropriate or necessary all the same?
fn without(case: &Case<'_>, ask: &mut Ask<'_>, why: &'static str) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.fact(case.of, "necessary", case.act.necessary)? == Some(true) {
        ask.follows("recording without confirmation is appropriate or necessary: it must be recorded");
        return Ok(None);
    }
    ask.follows(
        "recording without confirmation is neither appropriate nor necessary: a crime-related incident",
    );
    Ok(Some(Instead::related(why, &RULE)))
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recording-without-confirmation.toml"), exit_of);
    }
}
