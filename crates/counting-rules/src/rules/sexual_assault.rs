//! Sexual assault by the age and sex of the victim.

use crime::{
    Sex,
    conduct::{Sexual, SexualAct},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        consent_in_issue, rape_by_age_and_sex::Band, rape_by_age_and_sex::band, sexual_activity_with_a_child,
        willing_participation_of_a_child,
    },
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sexual-assault"),
    title: "Sexual assault by age and sex",
    says: "Sexual touching without consent is sexual assault, and its class follows the sex of the victim and whether the victim was under 13.",
    basis: edition::rules(
        "pages 64 and 65, Sexual Assault and Sexual Assault Classifications; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a boy of 12 touched sexually, recorded under the class of males of 13 and over",
    mend: "record the class by the age at the time",
};

/// Classes a sexual touching.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming age or sex of the victim, consent, or what the rules on children ask.
pub fn classify(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    assault(sexual, SexualAct::Touching, &RULE, code, case, ask)
}

/// The class of an age and sex.
type Code = fn(Band, Sex) -> (&'static str, &'static str);

/// Classes a sexual assault by a rule and its codes, or what it is instead if the victim was willing.
///
/// # Errors
///
/// [`Missing`](crate::Missing), as [`classify`].
pub(crate) fn assault(
    sexual: &Sexual,
    act: SexualAct,
    rule: &'static Rule,
    code: Code,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    let (at, victim, band) = band(case, ask)?;
    ask.follows("a sexual assault, if consent is wanting or the victim is under 13");
    if band == Band::Under13 {
        if let Some(verdict) = sexual_activity_with_a_child::between_children(sexual, act, case, ask)? {
            return Ok(verdict);
        }
    } else if !consent_in_issue::wanting(sexual, case, ask)? {
        return willing_participation_of_a_child::willing(sexual, act, band, case, ask);
    }
    ask.begin(rule, case.of);
    let sex = ask
        .which(at, "sex", &victim.sex)
        .map_err(|missing| missing.between([code(band, Sex::Female).0, code(band, Sex::Male).0]))?;
    let (class, subcode) = code(band, sex);
    ask.follows_with(|| format!("by the age and sex of the victim {class}"));
    crime(class, subcode, rule)
}

const fn code(band: Band, sex: Sex) -> (&'static str, &'static str) {
    match (sex, band) {
        (Sex::Male, Band::Under13) => ("17B", "017/16"),
        (Sex::Male, Band::Under16 | Band::Older) => ("17A", "017/15"),
        (Sex::Female, Band::Under13) => ("20B", "020/06"),
        (Sex::Female, Band::Under16 | Band::Older) => ("20A", "020/05"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sexual-assault.toml"), classified);
    }

    #[test]
    fn every_code_is_listed() {
        for band in [Band::Under13, Band::Under16, Band::Older] {
            for sex in [Sex::Female, Sex::Male] {
                let (class, subcode) = code(band, sex);
                assert!(
                    offences::row(class, subcode).unwrap().title.starts_with("Sexual assault"),
                    "{class} {subcode}"
                );
            }
        }
    }
}
