//! Sexual activity that involves a child, by age, penetration, sex and the age of the offender.

use crime::{
    Sex, Why,
    conduct::{Sexual, SexualAct, Willingness},
};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{
        consent_in_issue, rape_by_age_and_sex::Band, rape_by_age_and_sex::band,
        willing_participation_of_a_child,
    },
    verdict::{Answer, Case, Classified, Verdict, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sexual-activity-with-a-child"),
    title: "21 and 22B Sexual activity involving a child",
    says: "A child under 13 who is caused or incited to sexual activity, or made to witness it, is class 21, and a child of 13 to 15 is 22B, as is willing activity with one; the code follows what was done, penetration, the sex of the child and whether the offender was under 18, an age that is not known counting as 18 or over.",
    basis: edition::rules(
        "page 65, Sexual Activity Classifications and Recording Practice; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a girl of 12 incited by a boy of 16 to penetrate herself, recorded under the code for adult offenders",
    mend: "record the code for an offender under 18",
};

/// Classes a sexual act done before a child, or that a child was made to watch.
///
/// # Errors
///
/// [`Missing`], naming ages, consent, or who brings it to the police.
pub fn classify(sexual: &Sexual, act: SexualAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let (_, _, band) = band(case, ask)?;
    ask.follows("something sexual done before the victim, or that the victim was made to watch");
    match band {
        Band::Under13 => record(sexual, act, band, case, ask),
        Band::Under16 if consent_in_issue::wanting(sexual, case, ask)? => {
            record(sexual, act, band, case, ask)
        }
        Band::Under16 => willing_participation_of_a_child::willing(sexual, act, band, case, ask),
        Band::Older => consent_in_issue::nothing_left(sexual, act, case, ask),
    }
}

/// The crime of class 21 or 22B.
///
/// # Errors
///
/// [`Missing`], naming the age of the offender, penetration, or the sex of the child.
pub(crate) fn record(
    sexual: &Sexual,
    act: SexualAct,
    band: Band,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    ask.begin(&RULE, case.of);
    let (at, victim) = case.needed_victim(ask)?;
    let adult = offender_is_adult(case, ask)?;
    let subcode = match act {
        SexualAct::InPresence => in_presence(band, adult),
        SexualAct::MadeToWatch => made_to_watch(band, adult),
        SexualAct::MadeToAct | SexualAct::Incited => {
            let penetration = ask.yes(case.of, "what.sexual.penetration", sexual.penetration)?;
            caused(band, adult, penetration, ask.which(at, "sex", &victim.sex)?)
        }
        SexualAct::PenilePenetration | SexualAct::OtherPenetration | SexualAct::Touching => {
            with(band, adult, act != SexualAct::Touching, ask.which(at, "sex", &victim.sex)?)
        }
    };
    ask.follows(if adult { "an offender of 18 or over, or of unknown age" } else { "an offender under 18" });
    crime(class(band), subcode, &RULE)
}

/// What a touching or penetration of a willing child under 13 by somebody under 18 is, by a ruling of the registrar: the rules print
/// both the assault, to which willingness is nothing, and an activity between children, and refer to the registrar. Nothing, if it is
/// an assault.
///
/// # Errors
///
/// [`Missing`], naming the age of the offender, willingness, or the ruling `willing-child-under-13`.
pub(crate) fn between_children(
    sexual: &Sexual,
    act: SexualAct,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    // Who is said to have been unwilling was assaulted, whatever the age of the offender.
    let unwilling = matches!(sexual.consent, Known::Is(Willingness::Unwilling | Willingness::InIssue));
    if unwilling && consent_in_issue::wanting(sexual, case, ask)? {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    if offender_is_adult(case, ask)? {
        ask.follows("an offender of 18 or over, or of unknown age: the assault");
        return Ok(None);
    }
    ask.follows("an offender under 18");
    if consent_in_issue::wanting(sexual, case, ask)? {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    match ask.ruling("willing-child-under-13").map(|ruling| ruling.answer.as_str()) {
        Some("assault") => {
            ask.follows("the registrar has ruled that it is the assault");
            Ok(None)
        }
        Some("activity") => {
            let (at, victim) = case.needed_victim(ask)?;
            let sex = ask.which(at, "sex", &victim.sex)?;
            ask.follows("the registrar has ruled that it is an activity between children");
            let subcode = with(Band::Under13, false, act != SexualAct::Touching, sex);
            Ok(Some(Verdict::Crime(Classified::new("21", subcode, &RULE))))
        }
        Some(_) | None => {
            let missing = ask.missing(crime::Subject::Report, "willing-child-under-13", Why::NoRuling);
            Err(missing.between(["sexual assault on a child under 13", "21"]))
        }
    }
}

/// Whether the offender is 18 or over. The text takes an age that is not known for 18 or over where a child under 13 is caused or
/// incited; the other codes are read in the same way.
fn offender_is_adult(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    let (by, offender) = case.needed_offender(ask)?;
    Ok(ask.number_if_known(by, "age", &offender.age)?.is_none_or(|age| age >= 18))
}

const fn class(band: Band) -> &'static str {
    match band {
        Band::Under13 => "21",
        Band::Under16 | Band::Older => "22B",
    }
}

const fn in_presence(band: Band, adult: bool) -> &'static str {
    match (band, adult) {
        (Band::Under13, true) => "021/10",
        (Band::Under13, false) => "021/16",
        (Band::Under16 | Band::Older, true) => "022/10",
        (Band::Under16 | Band::Older, false) => "022/16",
    }
}

const fn made_to_watch(band: Band, adult: bool) -> &'static str {
    match (band, adult) {
        (Band::Under13, true) => "021/11",
        (Band::Under13, false) => "021/17",
        (Band::Under16 | Band::Older, true) => "022/11",
        (Band::Under16 | Band::Older, false) => "022/17",
    }
}

const fn caused(band: Band, adult: bool, penetration: bool, sex: Sex) -> &'static str {
    match (band, adult, penetration, sex) {
        (Band::Under13, true, true, Sex::Female) => "021/02",
        (Band::Under13, true, false, Sex::Female) => "021/03",
        (Band::Under13, true, true, Sex::Male) => "021/04",
        (Band::Under13, true, false, Sex::Male) => "021/05",
        (Band::Under13, false, true, Sex::Female) => "021/14",
        (Band::Under13, false, true, Sex::Male) => "021/15",
        (Band::Under13, false, false, Sex::Female) => "021/24",
        (Band::Under13, false, false, Sex::Male) => "021/25",
        (Band::Under16 | Band::Older, true, true, Sex::Female) => "022/08",
        (Band::Under16 | Band::Older, true, true, Sex::Male) => "022/09",
        (Band::Under16 | Band::Older, true, false, Sex::Female) => "022/20",
        (Band::Under16 | Band::Older, true, false, Sex::Male) => "022/21",
        (Band::Under16 | Band::Older, false, true, Sex::Female) => "022/14",
        (Band::Under16 | Band::Older, false, true, Sex::Male) => "022/15",
        (Band::Under16 | Band::Older, false, false, Sex::Female) => "022/24",
        (Band::Under16 | Band::Older, false, false, Sex::Male) => "022/25",
    }
}

/// Activity with a child. Under 13 the list prints it for offenders under 18 only: with an adult it is rape or sexual assault.
const fn with(band: Band, adult: bool, penetration: bool, sex: Sex) -> &'static str {
    match (band, adult, penetration, sex) {
        (Band::Under13, _, true, Sex::Female) => "021/12",
        (Band::Under13, _, true, Sex::Male) => "021/13",
        (Band::Under13, _, false, Sex::Female) => "021/22",
        (Band::Under13, _, false, Sex::Male) => "021/23",
        (Band::Under16 | Band::Older, true, true, Sex::Female) => "022/06",
        (Band::Under16 | Band::Older, true, true, Sex::Male) => "022/07",
        (Band::Under16 | Band::Older, true, false, Sex::Female) => "022/18",
        (Band::Under16 | Band::Older, true, false, Sex::Male) => "022/19",
        (Band::Under16 | Band::Older, false, true, Sex::Female) => "022/12",
        (Band::Under16 | Band::Older, false, true, Sex::Male) => "022/13",
        (Band::Under16 | Band::Older, false, false, Sex::Female) => "022/22",
        (Band::Under16 | Band::Older, false, false, Sex::Male) => "022/23",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sexual-activity-with-a-child.toml"), classified);
    }

    #[test]
    fn every_code_is_listed_as_it_is_used() {
        for band in [Band::Under13, Band::Under16] {
            for adult in [true, false] {
                let title = |subcode| offences::row(class(band), subcode).unwrap().title.as_str();
                assert!(title(in_presence(band, adult)).contains("in the presence"));
                assert!(title(made_to_watch(band, adult)).contains("to watch"));
                for penetration in [true, false] {
                    for sex in [Sex::Female, Sex::Male] {
                        let caused = title(caused(band, adult, penetration, sex));
                        assert!(caused.starts_with("Causing or inciting"), "{caused}");
                        let with = title(with(band, adult, penetration, sex));
                        assert!(with.starts_with("Sexual activity with"), "{with}");
                        for title in [caused, with] {
                            assert_eq!(
                                title.contains("no penetration") || title.contains("-no penetration"),
                                !penetration,
                                "{title}"
                            );
                            assert_eq!(title.contains("Female"), sex == Sex::Female, "{title}");
                        }
                        assert_eq!(caused.contains("Offender unde"), !adult, "{caused}");
                    }
                }
            }
        }
    }
}
