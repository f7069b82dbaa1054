//! Children of 13 to 15 who were willing.

use crime::{
    Subject, Who,
    conduct::{ReferredBy, Sexual, SexualAct},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{
        consent_in_issue, rape_by_age_and_sex::Band, reported_incident_of_rape, sexual_activity_with_a_child,
    },
    verdict::{Answer, Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("willing-participation-of-a-child"),
    title: "Willing participation of a child of 13 to 15",
    says: "Sexual activity in which a child of 13, 14 or 15 was willing is recorded only if a parent or guardian, one of the two, or a panel of several agencies brings it to the police, or, if there was penetration, anybody else and the points to prove are made out.",
    basis: edition::rules("page 65, Recording Age Related Offences, Willing Participation"),
    in_force: edition::HELD,
    exemplar: "a neighbour says that two fifteen-year-olds kiss in the park, and a sexual offence is recorded",
    mend: "do not record it",
};

/// What an act with a willing victim of 13 or over is.
///
/// # Errors
///
/// [`Missing`], naming who brings it, whether the points to prove are made out, or what the class asks.
pub(crate) fn willing(
    sexual: &Sexual,
    act: SexualAct,
    band: Band,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    if band == Band::Older {
        return consent_in_issue::nothing_left(sexual, act, case, ask);
    }
    if brought(sexual, act, case, ask)? {
        return sexual_activity_with_a_child::record(sexual, act, band, case, ask);
    }
    let because = "a willing child of 13 to 15, and nobody by whom the rules let it be brought to the police has done so";
    if act == SexualAct::PenilePenetration && reported_incident_of_rape::was_reported(sexual, case, ask)? {
        return Ok(reported_incident_of_rape::unconfirmed(because));
    }
    Ok(Verdict::NotRecorded { class: "22B", subcode: "", because: because.into(), by: &RULE })
}

/// Whether it is brought to the police by somebody on whose word it is recorded. A carer is taken for a guardian, and a victim who
/// reports is one of the two; of anybody else it is asked.
fn brought(sexual: &Sexual, act: SexualAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(Subject::Report, "reporter.who", &case.incident.reporter.who)? {
        Who::Victim | Who::ParentOrCarer => {
            ask.follows("reported by a parent or guardian, or by one of the two: recorded");
            return Ok(true);
        }
        Who::ActingForVictim
        | Who::Professional
        | Who::CounterAllegation
        | Who::AnotherPerson
        | Who::VideoAlone
        | Who::Police
        | Who::AnotherAuthority
        | Who::ReferralCentre
        | Who::CompetentAuthority => {}
    }
    match ask.which(case.of, "what.sexual.referred_by", &sexual.referred_by)? {
        ReferredBy::ParentOrGuardian | ReferredBy::PersonInRelationship | ReferredBy::MultiAgencyPanel => {
            ask.follows("brought by somebody on whose word it is recorded");
            return Ok(true);
        }
        ReferredBy::AnotherPerson => {}
    }
    let penetration = match act {
        SexualAct::PenilePenetration | SexualAct::OtherPenetration => true,
        SexualAct::MadeToAct => ask.yes(case.of, "what.sexual.penetration", sexual.penetration)?,
        SexualAct::Touching | SexualAct::Incited | SexualAct::InPresence | SexualAct::MadeToWatch => false,
    };
    if penetration && ask.fact(case.of, "points_to_prove", case.act.points_to_prove)? == Some(true) {
        ask.follows("penetration, brought by a third party, and the points to prove are made out");
        return Ok(true);
    }
    ask.follows("brought by a third party, without penetration or without the points to prove: not recorded");
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/willing-participation-of-a-child.toml"), classified);
    }
}
