//! Assault by penetration.

use crime::{
    Sex,
    conduct::{Sexual, SexualAct},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{rape_by_age_and_sex::Band, sexual_assault},
    verdict::{Answer, Case},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("assault-by-penetration"),
    title: "Assault by penetration",
    says: "Sexual penetration of vagina or anus with another part of the body or with a thing, without consent or of a child under 13, is recorded with the sexual assaults of the victim's sex and age, under a code of its own, whatever the sex of the offender.",
    basis: edition::rules(
        "pages 64 and 65, Sexual Assault; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "penetration of a woman with a finger, recorded as a touching",
    mend: "record assault by penetration of a female",
};

/// Classes a sexual penetration otherwise than with a penis.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming age or sex of the victim, consent, or what the rules on children ask.
pub fn classify(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    sexual_assault::assault(sexual, SexualAct::OtherPenetration, &RULE, code, case, ask)
}

const fn code(band: Band, sex: Sex) -> (&'static str, &'static str) {
    match (sex, band) {
        (Sex::Male, Band::Under13) => ("17B", "017/14"),
        (Sex::Male, Band::Under16 | Band::Older) => ("17A", "017/13"),
        (Sex::Female, Band::Under13) => ("20B", "020/04"),
        (Sex::Female, Band::Under16 | Band::Older) => ("20A", "020/03"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/assault-by-penetration.toml"), classified);
    }

    #[test]
    fn every_code_is_listed() {
        for band in [Band::Under13, Band::Under16, Band::Older] {
            for sex in [Sex::Female, Sex::Male] {
                let (class, subcode) = code(band, sex);
                assert!(
                    offences::row(class, subcode).unwrap().title.contains("penetration"),
                    "{class} {subcode}"
                );
            }
        }
    }
}
