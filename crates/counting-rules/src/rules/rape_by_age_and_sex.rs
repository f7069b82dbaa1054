//! Rape by the age and sex of the victim; the first question of every sexual act.

use crime::{
    Sex, Subject, Victim,
    conduct::{Sexual, SexualAct},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{
        assault_by_penetration, causing_sexual_activity_without_consent, consent_in_issue,
        rape_multiple_undefined_offenders, reported_incident_of_rape, sexual_activity_with_a_child,
        sexual_assault, willing_participation_of_a_child,
    },
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("rape-by-age-and-sex"),
    title: "Rape by age and sex",
    says: "Penetration of vagina, anus or mouth with a penis, without consent, is rape, and so is any of a child under 13, willing or not; an attempt counts if it went beyond mere preparation; the class follows the sex of the victim and whether the victim was under 13, under 16, or older.",
    basis: edition::rules(
        "pages 61 and 62, Rape and Rape Crime Classifications; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "intercourse with a willing girl of 12, recorded as sexual activity with a child",
    mend: "record it as rape of a female child under 13",
};

/// The ages at which the classes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Band {
    /// Under 13.
    Under13,
    /// 13, 14 or 15.
    Under16,
    /// 16 or over.
    Older,
}

/// Classes a sexual act; what is no penetration with a penis is passed to its own rule.
///
/// # Errors
///
/// [`Missing`], naming what was done, the age or sex of the victim, consent, whether it was attempted only and how far, or whether
/// several offenders can be told apart.
pub fn classify(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let act = ask.which(case.of, "what.sexual.act", &sexual.act)?;
    if act == SexualAct::PenilePenetration {
        return class_of_rape(sexual, case, ask)
            .or_else(|missing| reported_incident_of_rape::whatever_its_class(missing, sexual, case, ask));
    }
    ask.follows("no penetration with a penis: not rape");
    match act {
        SexualAct::PenilePenetration | SexualAct::OtherPenetration => {
            assault_by_penetration::classify(sexual, case, ask)
        }
        SexualAct::Touching => sexual_assault::classify(sexual, case, ask),
        SexualAct::MadeToAct | SexualAct::Incited => {
            causing_sexual_activity_without_consent::classify(sexual, act, case, ask)
        }
        SexualAct::InPresence | SexualAct::MadeToWatch => {
            sexual_activity_with_a_child::classify(sexual, act, case, ask)
        }
    }
}

fn class_of_rape(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let (at, victim, band) = band(case, ask)?;
    ask.follows(
        "penetration with a penis, done or tried: rape, if consent is wanting or the victim is under 13",
    );
    if band != Band::Under13 && !consent_in_issue::wanting(sexual, case, ask)? {
        return willing_participation_of_a_child::willing(
            sexual,
            SexualAct::PenilePenetration,
            band,
            case,
            ask,
        );
    }
    ask.begin(&RULE, case.of);
    let attempted = ask.yes(case.of, "attempted", case.act.attempted)?;
    if attempted && !ask.yes(case.of, "what.sexual.beyond_preparation", sexual.beyond_preparation)? {
        ask.follows("no more than preparation: not an attempt");
        return reported_incident_of_rape::not_confirmed(
            "what was done was no more than preparation",
            sexual,
            case,
            ask,
        );
    }
    let sex = ask.which(at, "sex", &victim.sex).map_err(|missing| {
        missing.between([code(band, Sex::Female, attempted).0, code(band, Sex::Male, attempted).0])
    })?;
    let (class, subcode) = code(band, sex, attempted);
    ask.follows_with(|| format!("by the age and sex of the victim {class}"));
    if rape_multiple_undefined_offenders::undefined(sexual, case, ask)? {
        return crime(
            rape_multiple_undefined_offenders::class(sex),
            subcode,
            &rape_multiple_undefined_offenders::RULE,
        );
    }
    crime(class, subcode, &RULE)
}

/// The victim, with the age as far as the classes ask.
///
/// # Errors
///
/// [`Missing`], naming the victim or the age.
pub(crate) fn band<'a>(case: &Case<'a>, ask: &mut Ask<'_>) -> Result<(Subject, &'a Victim, Band), Missing> {
    let (at, victim) = case.needed_victim(ask)?;
    let band = match ask.number(at, "age", &victim.age)? {
        0..13 => Band::Under13,
        13..16 => Band::Under16,
        16.. => Band::Older,
    };
    Ok((at, victim, band))
}

/// Class and subcode of a rape by one offender, or of an attempt.
const fn code(band: Band, sex: Sex, attempted: bool) -> (&'static str, &'static str) {
    match (band, sex, attempted) {
        (Band::Under13, Sex::Female, false) => ("19E", "019/16"),
        (Band::Under13, Sex::Female, true) => ("19E", "019/18"),
        (Band::Under13, Sex::Male, false) => ("19H", "019/17"),
        (Band::Under13, Sex::Male, true) => ("19H", "019/19"),
        (Band::Under16, Sex::Female, false) => ("19D", "019/07"),
        (Band::Under16, Sex::Female, true) => ("19D", "019/11"),
        (Band::Under16, Sex::Male, false) => ("19G", "019/09"),
        (Band::Under16, Sex::Male, true) => ("19G", "019/13"),
        (Band::Older, Sex::Female, false) => ("19C", "019/08"),
        (Band::Older, Sex::Female, true) => ("19C", "019/12"),
        (Band::Older, Sex::Male, false) => ("19F", "019/10"),
        (Band::Older, Sex::Male, true) => ("19F", "019/14"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/rape-by-age-and-sex.toml"), classified);
    }

    #[test]
    fn every_code_is_listed_as_it_is_used() {
        for band in [Band::Under13, Band::Under16, Band::Older] {
            for sex in [Sex::Female, Sex::Male] {
                for attempted in [false, true] {
                    let (class, subcode) = code(band, sex, attempted);
                    let row = offences::row(class, subcode).unwrap();
                    assert_eq!(row.title.starts_with("Attempted"), attempted, "{class} {subcode}");
                    assert_eq!(row.title.contains("female"), sex == Sex::Female, "{class} {subcode}");
                    assert!(offences::row(rape_multiple_undefined_offenders::class(sex), subcode).is_some());
                }
            }
        }
    }
}
