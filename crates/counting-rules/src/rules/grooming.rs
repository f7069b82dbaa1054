//! Meeting a child following grooming.

use crime::{
    Sex,
    conduct::{Approach, Grooming},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::sexual_communication_with_a_child,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("grooming"),
    title: "88A Meeting a child following grooming",
    says: "An adult who, after at least one contact, meets a child under 16 on purpose, arranges to, or travels to, or to whom the child travels, and who means to commit a sexual offence then or after, is recorded under 88A by the sex of the child, unless there was reason to take the child for 16.",
    basis: edition::rules(
        "page 66, Meeting a Child following Sexual Grooming; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a man of 30 who has written to a girl of 14 travels to meet her for sex, and only a message is recorded",
    mend: "record meeting a female child following grooming",
};

/// Classes an approach to a child.
///
/// # Errors
///
/// [`Missing`], naming how far it went, the ages, the purpose, what was believed, or the sex of the child.
pub fn classify(grooming: &Grooming, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let approach = ask.which(case.of, "what.grooming.approach", &grooming.approach)?;
    match approach {
        Approach::Meeting => {}
        Approach::SexualCommunication => {
            ask.follows("no meeting, and none arranged or travelled to");
            return sexual_communication_with_a_child::classify(grooming, case, ask);
        }
        Approach::OtherCommunication => {
            ask.follows("neither a meeting nor a sexual communication");
            return incident(
                "a communication that is neither sexual nor meant to encourage one, and no meeting",
                &RULE,
            );
        }
    }
    if let Some(because) = wanting(grooming, case, ask)? {
        ask.follows(because);
        return incident(because, &RULE);
    }
    let (at, victim) = case.needed_victim(ask)?;
    let sex = ask.which(at, "sex", &victim.sex)?;
    ask.follows("an adult, a child under 16, a contact before, and a sexual offence meant");
    match sex {
        Sex::Female => crime("88A", "088/01", &RULE),
        Sex::Male => crime("88A", "088/02", &RULE),
    }
}

/// What both offences ask and is wanting here. Where it is not known what the offender believed, nothing speaks for a belief.
///
/// # Errors
///
/// [`Missing`], naming the ages, the purpose, or what was believed.
pub(crate) fn wanting(
    grooming: &Grooming,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<&'static str>, Missing> {
    let (at, victim) = case.needed_victim(ask)?;
    if ask.number(at, "age", &victim.age)? >= 16 {
        return Ok(Some("the person approached was 16 or over"));
    }
    let (by, offender) = case.needed_offender(ask)?;
    if ask.number(by, "age", &offender.age)? < 18 {
        return Ok(Some("the one who approached the child was under 18"));
    }
    if !ask.yes(case.of, "what.grooming.sexual_purpose", grooming.sexual_purpose)? {
        return Ok(Some("no sexual offence was meant, and no sexual gratification sought"));
    }
    if ask.fact(case.of, "what.grooming.believed_sixteen", grooming.believed_sixteen)? == Some(true) {
        return Ok(Some("there was reason to believe that the child was 16 or over"));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/grooming.toml"), classified);
    }
}
