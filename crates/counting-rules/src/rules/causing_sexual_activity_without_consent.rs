//! Somebody made to do something sexual against their will.

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
    id: RuleId("causing-sexual-activity-without-consent"),
    title: "22A Causing sexual activity without consent",
    says: "Who makes somebody of 13 or over do something sexual against their will has committed 22A; with a child under 13 it is class 21, willing or not, and a child of 13 to 15 who was only incited is 22B.",
    basis: edition::rules(
        "page 65, Sexual Activity and Sexual Activity Classifications; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a woman forced to touch herself before a camera, recorded as a message",
    mend: "record causing sexual activity without consent, by sex and penetration",
};

/// Classes what the victim was made, or incited, to do.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming age or sex of the victim, consent, penetration, or what the rules on children ask.
pub fn classify(sexual: &Sexual, act: SexualAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let (at, victim, band) = band(case, ask)?;
    ask.follows("the victim was made, or incited, to do something sexual");
    if band == Band::Under13 {
        return sexual_activity_with_a_child::record(sexual, act, band, case, ask);
    }
    if band == Band::Older && act == SexualAct::Incited {
        return consent_in_issue::nothing_left(sexual, act, case, ask);
    }
    if !consent_in_issue::wanting(sexual, case, ask)? {
        return willing_participation_of_a_child::willing(sexual, act, band, case, ask);
    }
    if act == SexualAct::Incited {
        return sexual_activity_with_a_child::record(sexual, act, band, case, ask);
    }
    ask.begin(&RULE, case.of);
    let penetration = ask.yes(case.of, "what.sexual.penetration", sexual.penetration)?;
    let sex = ask.which(at, "sex", &victim.sex)?;
    ask.follows("made to do it without consent");
    crime("22A", code(penetration, sex), &RULE)
}

const fn code(penetration: bool, sex: Sex) -> &'static str {
    match (penetration, sex) {
        (true, Sex::Female) => "022/02",
        (true, Sex::Male) => "022/03",
        (false, Sex::Female) => "022/04",
        (false, Sex::Male) => "022/05",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/causing-sexual-activity-without-consent.toml"), classified);
    }

    #[test]
    fn every_code_is_listed() {
        for penetration in [false, true] {
            for sex in [Sex::Female, Sex::Male] {
                let row = offences::row("22A", code(penetration, sex)).unwrap();
                assert_eq!(row.title.ends_with("no penetration"), !penetration, "{}", row.title);
                assert_eq!(row.title.contains("Female"), sex == Sex::Female, "{}", row.title);
            }
        }
    }
}
