//! Affray.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    offences,
    rules::principal_crime::{UNDECIDED, name},
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("affray"),
    title: "Affray",
    says: "Violence used or threatened towards another, such that a bystander of reasonable firmness would fear for their safety, is affray, one for each incident of it; where violence against the person is connected with it, that is counted and not the affray.",
    basis: edition::rules("page 89, 66 Affray"),
    in_force: edition::HELD,
    exemplar: "a fight in a bar in which a man's nose is broken, recorded as an affray and an assault",
    mend: "count the violence against the person and not the affray",
};

/// Classes violence by one or two people that would make a bystander fear.
///
/// # Errors
///
/// None.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("violence by one or two people, and a bystander would fear for their safety: affray");
    crime("66", "066/01", &RULE)
}

/// Drops each affray with which violence against the person is connected: one was done in the course of the other.
///
/// # Errors
///
/// [`Missing`], naming in the course of what the one or the other was done.
pub fn beside_violence(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let mut first: Option<Missing> = None;
    for at in 0..matters.len() {
        let Some(affray) =
            matters.get(at).filter(|matter| matter.counts() && matter.crime.subcode == "066/01")
        else {
            continue;
        };
        let (by, because) = match connected(affray, matters, ask) {
            Ok(None) => continue,
            Ok(Some(violence)) => (&RULE, format!("{violence} is connected with it and is counted")),
            Err(missing) => {
                let by = missing.by;
                first.get_or_insert(missing);
                (by, UNDECIDED.to_owned())
            }
        };
        if let Some(affray) = matters.get_mut(at) {
            affray.drop_by(by, because);
        }
    }
    first.map_or(Ok(()), Err)
}

/// The violence against the person that is connected with an affray, by name.
fn connected(
    affray: &Matter<'_>,
    matters: &[Matter<'_>],
    ask: &mut Ask<'_>,
) -> Result<Option<String>, Missing> {
    for violence in matters.iter().filter(|matter| matter.counts() && is_violence(matter)) {
        ask.begin(&RULE, affray.case.of);
        // The one that names the other, if either does, is asked first: then the other need not be.
        let violence_names = violence.case.act.in_course_of.value().is_some_and(|name| name == affray.act());
        let (first, second) = if violence_names { (violence, affray) } else { (affray, violence) };
        if in_course_of(first, second, ask)? || in_course_of(second, first, ask)? {
            ask.follows_with(|| {
                format!(
                    "{} is connected with the affray: it is counted, and the affray is not",
                    name(violence)
                )
            });
            return Ok(Some(name(violence)));
        }
        ask.follows("neither was done in the course of the other: not connected");
    }
    Ok(None)
}

fn in_course_of(one: &Matter<'_>, other: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    Ok(ask.text(one.case.of, "in_course_of", &one.case.act.in_course_of)? == other.act())
}

fn is_violence(matter: &Matter<'_>) -> bool {
    offences::row(matter.crime.class, matter.crime.subcode)
        .is_some_and(|offence| offence.group == "Violence against the person")
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/affray.toml"), decided);
    }
}
