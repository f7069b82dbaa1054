//! How many rapes: one for each person who penetrated the victim.

use crime::{Conduct, Why, conduct::Sexual};
use rulebook::{Known, Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::principal_crime::Prevails, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("rape-counting-unit"),
    title: "One rape for each person who penetrated the victim",
    says: "One rape is counted for each person who has penetrated the victim; of a group each who did is counted and who only helped is not; the same person who tried and then succeeded is one.",
    basis: edition::rules("page 61, Rape, general rule"),
    in_force: edition::HELD,
    exemplar: "a group of four, of whom three penetrate the victim and one stands guard, recorded as one crime",
    mend: "record one crime for each who penetrated the victim",
};

/// How many people penetrated the victim in one act; nothing, if it is established that this is not known.
///
/// # Errors
///
/// [`Missing`], naming how many they were.
pub fn people(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<u32>, Missing> {
    ask.begin(&RULE, case.of);
    if let Some((at, offender)) = case.offender()
        && offender.people == Known::Is(1)
    {
        let people = ask.number(at, "people", &offender.people)?;
        ask.follows("one offender, who is one person");
        return Ok(Some(people));
    }
    let people = ask.number_if_known(case.of, FACT, &sexual.penetrated_by)?;
    if people == Some(0) {
        // A rape, done or tried, by nobody contradicts itself.
        return Err(ask.missing(case.of, FACT, Why::NotKnown));
    }
    ask.follows_with(|| {
        people.map_or_else(|| "how many is not known".to_owned(), |people| format!("by {people}"))
    });
    Ok(people)
}

/// How many crimes a rape of an ordinary class is. One that is given by its code says nothing of numbers and is one.
///
/// # Errors
///
/// [`Missing`], naming how many people penetrated the victim.
pub fn count(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<u32, Missing> {
    let Conduct::Sexual(sexual) = &matter.case.act.what else { return Ok(1) };
    match people(sexual, &matter.case, ask)? {
        Some(people) => Ok(people),
        None => Err(ask.missing(matter.case.of, FACT, Why::NotKnown)),
    }
}

/// The rape, of a rape and an attempt by the same offender, reported together: both have the same place in the table.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let (Some(first), Some(second)) = (attempt(one.crime.subcode), attempt(other.crime.subcode)) else {
        return Ok(None);
    };
    if first == second {
        return Ok(None);
    }
    ask.begin(&RULE, one.case.of);
    ask.follows("one person who tried and succeeded: one rape");
    Ok(Some(if first { Prevails::Second } else { Prevails::First }))
}

/// Whether the subcode of a rape is that of an attempt; nothing for any other.
fn attempt(subcode: &str) -> Option<bool> {
    match subcode {
        "019/11" | "019/12" | "019/13" | "019/14" | "019/18" | "019/19" => Some(true),
        "019/07" | "019/08" | "019/09" | "019/10" | "019/16" | "019/17" => Some(false),
        _ => None,
    }
}

const FACT: &str = "what.sexual.penetrated_by";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/rape-counting-unit.toml"), decided);
    }

    #[test]
    fn attempts_are_those_of_the_list() {
        for offence in crime::Offence::all()
            .filter(|offence| offence.class.starts_with("19") && attempt(&offence.subcode).is_some())
        {
            assert_eq!(
                attempt(&offence.subcode),
                Some(offence.title.starts_with("Attempted")),
                "{}",
                offence.subcode
            );
        }
    }
}
