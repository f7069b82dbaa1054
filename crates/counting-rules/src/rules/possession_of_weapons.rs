//! Weapons that are held.

use crime::conduct::{HeldFor, Weapon, WeaponKind, WeaponPlace};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("possession-of-weapons"),
    title: "Possession of weapons",
    says: "A weapon that is held is classed by its kind and the place: firearms by what they are held for, blades and points, corrosives and other offensive weapons by whether it is a public place, a school or college, or private; one crime for each offender or group.",
    basis: edition::rules(
        "page 94, Possession of Weapons; the codes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a kitchen knife carried in the street, recorded as an offensive weapon",
    mend: "class it by kind and place",
};

/// Classes a weapon that is held. Firearms lead to a class only: their codes go by groups of firearms, which the rules do not explain.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what the firearm was held for, or the place.
pub fn classify(weapon: &Weapon, kind: WeaponKind, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if kind == WeaponKind::Firearm {
        let held_for = ask.which(case.of, "what.weapon.held_for", &weapon.held_for)?;
        ask.follows_with(|| format!("a firearm, held for {held_for}"));
        return match held_for {
            HeldFor::EndangeringLife => crime("5E", "", &RULE),
            HeldFor::FearOrOffence => crime("10A", "", &RULE),
            HeldFor::NoneOfThese => crime("10B", "", &RULE),
        };
    }
    let place = ask.which(case.of, "what.weapon.place", &weapon.place)?;
    ask.follows_with(|| format!("{kind}, held: {place}"));
    match (kind, place) {
        (WeaponKind::Blade, WeaponPlace::Public) => crime("10D", "008/26", &RULE),
        (WeaponKind::Blade, WeaponPlace::School) => crime("10D", "008/27", &RULE),
        (WeaponKind::Corrosive, WeaponPlace::Public) => crime("10C", "008/75", &RULE),
        (WeaponKind::Offensive | WeaponKind::Firearm, WeaponPlace::Public) => crime("10C", "008/11", &RULE),
        (WeaponKind::Offensive | WeaponKind::Firearm, WeaponPlace::School) => crime("10C", "008/28", &RULE),
        (WeaponKind::Offensive | WeaponKind::Firearm, WeaponPlace::Private) => crime("10C", "197/21", &RULE),
        (WeaponKind::Blade, WeaponPlace::Private)
        | (WeaponKind::Corrosive, WeaponPlace::School | WeaponPlace::Private) => incident(
            "the list of notifiable offences has none for holding such a thing in such a place",
            &RULE,
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/possession-of-weapons.toml"), classified);
    }
}
