//! Weapons that were used in another offence.

use crime::{Conduct, Why};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    offences,
    rules::principal_crime::{UNDECIDED, name},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("weapons-used-elsewhere"),
    title: "Weapons used in another offence",
    says: "A weapon offence is counted only if the weapon was not used in committing another notifiable offence; drugs and weapons found together are both recorded.",
    basis: edition::rules("page 94, Possession of Weapons, general rule"),
    in_force: edition::HELD,
    exemplar: "a robbery at the point of a knife, recorded as robbery and possession of the knife",
    mend: "record the offence in which the weapon was used, and not the weapon",
};

/// Drops each weapon offence whose weapon was used in another notifiable offence. It is not asked where the report has only drugs, or other
/// weapons that were held, besides.
///
/// # Errors
///
/// [`Missing`], naming in which act the weapon was used.
pub fn dropped(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let mut first: Option<Missing> = None;
    for at in 0..matters.len() {
        let Some(weapon) = matters.get(at).filter(|matter| matter.counts() && is_weapon(matter)) else {
            continue;
        };
        let (by, because) = match used_in(weapon, matters, ask) {
            Ok(None) => continue,
            Ok(Some(other)) => (&RULE, format!("the weapon was used in {other}")),
            Err(missing) => {
                let by = missing.by;
                first.get_or_insert(missing);
                (by, UNDECIDED.to_owned())
            }
        };
        if let Some(weapon) = matters.get_mut(at) {
            weapon.drop_by(by, because);
        }
    }
    first.map_or(Ok(()), Err)
}

/// The offence in which a weapon was used, by name.
fn used_in(
    weapon: &Matter<'_>,
    matters: &[Matter<'_>],
    ask: &mut Ask<'_>,
) -> Result<Option<String>, Missing> {
    let others: Vec<&Matter<'_>> = matters.iter().filter(|other| may_use(other, weapon)).collect();
    if others.is_empty() {
        return Ok(None);
    }
    let of = weapon.case.of;
    ask.begin(&RULE, of);
    let used = if let Conduct::Weapon(what) = &weapon.case.act.what {
        ask.text(of, "what.weapon.used_in", &what.used_in)?
    } else {
        // An offence given by its code says only in the course of what the weapon was held, not whether it was used.
        let course = ask.text(of, "in_course_of", &weapon.case.act.in_course_of)?;
        if course != "none" {
            return Err(ask.missing(of, "what.weapon.used_in", Why::NotSupplied));
        }
        course
    };
    let other = others.iter().find(|other| other.act() == used).map(|other| name(other));
    ask.follows_with(|| match &other {
        Some(other) => format!("used in {other}: the weapon is not counted"),
        None => "used in no other notifiable offence".to_owned(),
    });
    Ok(other)
}

/// Whether a weapon could have been used in another offence.
fn may_use(other: &Matter<'_>, weapon: &Matter<'_>) -> bool {
    if other.case.of == weapon.case.of {
        return false;
    }
    if is_weapon(other) {
        // A knife that is carried may be the one with which somebody is threatened; the threat is then what counts.
        return is_threat(other) && !is_threat(weapon);
    }
    offences::row(other.crime.class, other.crime.subcode)
        .is_none_or(|offence| offence.group != "Drug offences")
}

fn is_weapon(matter: &Matter<'_>) -> bool {
    matches!(matter.crime.class, "10A" | "10B" | "10C" | "10D" | "81")
}

fn is_threat(matter: &Matter<'_>) -> bool {
    matches!(matter.crime.subcode, "008/61" | "008/62" | "008/63" | "008/64" | "008/76")
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/weapons-used-elsewhere.toml"), decided);
    }
}
