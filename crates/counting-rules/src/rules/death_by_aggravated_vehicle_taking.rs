//! Death by aggravated vehicle taking.

use crime::conduct::Driving;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::principal_crime, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("death-by-aggravated-vehicle-taking"),
    title: "Death by aggravated vehicle taking",
    says: "A death by aggravated vehicle taking counts in addition to a taking that had been recorded before the death came to light; where the link is known when the taking is recorded, the death is recorded and the taking is not.",
    basis: edition::rules("pages 38 and 76, Death by aggravated vehicle taking"),
    in_force: edition::HELD,
    exemplar: "one report of a car taken and of a woman killed by its driving, recorded as a taking and a death",
    mend: "record the death only, unless the taking had been recorded already",
};

/// Whether a death by driving belongs here: the vehicle is known to be taken. Not known is not taken.
///
/// The fault of the driving is not asked. The text gives no order between this and causing death by dangerous driving; we read it as
/// page 97 has it for dangerous driving without a death, where the taking decides.
///
/// # Errors
///
/// [`Missing`], naming whether the vehicle is known to be taken.
pub fn applies(driving: &Driving, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if ask.fact(case.of, "what.driving.taken", driving.taken)? == Some(true) {
        ask.follows("the vehicle was taken, and its driving killed: 37/1, one for each death");
        return Ok(true);
    }
    ask.follows("the vehicle is not known to be taken");
    Ok(false)
}

/// Drops a taking that is reported together with the death it led to. A taking recorded earlier is another record and stays. That the
/// taking goes where both are recorded at once is our reading of the two pages together.
///
/// # Errors
///
/// [`Missing`], naming the act in the course of which the death was caused. The takings are then out of the count.
pub(crate) fn applied(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let deaths: Vec<_> = matters
        .iter()
        .filter(|matter| matter.counts() && matter.crime.class == "37/1")
        .map(|matter| matter.case)
        .collect();
    for death in deaths {
        let by = death.act.by.value();
        let may_be_one = |matter: &Matter<'_>| {
            let other = matter.case.act.by.value();
            matter.counts()
                && matches!(matter.crime.class, "37/2" | "48")
                && (by.is_none() || other.is_none() || by == other)
        };
        if !matters.iter().any(may_be_one) {
            continue;
        }
        ask.begin(&RULE, death.of);
        let of = ask.text(death.of, "in_course_of", &death.act.in_course_of);
        for matter in matters.iter_mut().filter(|matter| may_be_one(matter)) {
            match &of {
                Ok(of) if *of == matter.act() => {
                    matter.drop_by(&RULE, format!("recorded as the death caused by act {}", death.act.id));
                }
                Ok(_) => {}
                Err(_) => matter.drop_by(&RULE, principal_crime::UNDECIDED),
            }
        }
        match of {
            Ok(_) => ask.follows(
                "a taking in the course of which somebody died is recorded as the death; any other stays",
            ),
            Err(missing) => return Err(missing.between(["the death only", "the death and the taking"])),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/death-by-aggravated-vehicle-taking.toml"), decided);
    }
}
