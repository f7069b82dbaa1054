//! Criminal damage by what was damaged.

use crime::{
    Why,
    conduct::{Damage, DamageDone, DamagedProperty},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{
        aggravated_damage, arson, attempted_burglary_at_an_entry_point, burglary_class_by_day,
        burglary_class_by_day::{How, Place},
        damage_endangering_life, jointly_owned_property, non_permanent_damage, threat_to_damage,
        value_of_damage,
    },
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("criminal-damage-by-property"),
    title: "Criminal damage by what was damaged",
    says: "Damage is classed by what was damaged: a home or a private building, a building for business or community, a vehicle, or anything else; a building that is vacant, new, unfinished or under renovation counts as what it is meant for, and an outbuilding used solely for business is business.",
    basis: edition::rules("pages 84 and 85, 58A, 58B, 58C and 58D"),
    in_force: edition::HELD,
    exemplar: "the windows of a half-built house are smashed, recorded as damage to a business building because a builder owns it",
    mend: "record 58A, 58B, 58C or 58D by what was damaged, or by what the building is meant for",
};

/// Classes damage, threats of it, and what is held for it.
///
/// The day of recording chooses the edition.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be classed.
pub fn classify(damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let done = ask.which(case.of, "what.damage.done", &damage.done)?;
    ask.follows_with(|| format!("what was done: {done}"));
    match done {
        DamageDone::Burnt | DamageDone::BurntEndangeringLife | DamageDone::ToKill => {
            return arson::classify(done, damage, case, ask);
        }
        DamageDone::Threatened | DamageDone::ThreatenedEndangeringLife | DamageDone::Held => {
            return threat_to_damage::classify(done, damage, case, ask);
        }
        DamageDone::Damaged | DamageDone::DamagedEndangeringLife => {}
    }
    let endangering_life = done == DamageDone::DamagedEndangeringLife;
    if !endangering_life {
        if non_permanent_damage::is_it(damage, case, ask)? {
            return incident("it comes off at no cost and with little effort", &non_permanent_damage::RULE);
        }
        if jointly_owned_property::is_own(damage, case, ask)? {
            return incident("the property is the offender's alone", &jointly_owned_property::RULE);
        }
    }
    if aggravated_damage::is_it(endangering_life, damage, case, ask)? {
        return crime("58J", "058/04", &aggravated_damage::RULE);
    }
    let class = class(damage, case, ask)?;
    if endangering_life {
        return damage_endangering_life::classify(class, case, ask);
    }
    if class == HOME && attempted_burglary_at_an_entry_point::likelier(damage, case, ask)? {
        return burglary_class_by_day::classify(Place::Home, How::Attempted, case, ask);
    }
    let subcode = value_of_damage::subcode(damage, case, ask)?;
    crime(class.0, subcode, &RULE)
}

/// A class, and whether it is that of a home itself.
type Class = (&'static str, bool);

const HOME: Class = ("58A", true);

fn class(damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Class, Missing> {
    ask.begin(&RULE, case.of);
    let (class, follows) = match ask.which(case.of, "what.damage.property", &damage.property)? {
        DamagedProperty::Home => (HOME, "a home, or a building meant for one"),
        DamagedProperty::PrivateBuilding => (("58A", false), "a private building: residential"),
        DamagedProperty::BusinessOutbuilding => (("58B", false), "an outbuilding used solely for business"),
        DamagedProperty::BusinessBuilding => (("58B", false), "a building for business or community"),
        DamagedProperty::Vehicle => (("58C", false), "a vehicle"),
        DamagedProperty::Other => (("58D", false), "nothing that has a class of its own"),
        // A part of a home, and yet solely for business; or neither solely the one nor without the other.
        DamagedProperty::BusinessInHome | DamagedProperty::SeparateMixed => {
            return Err(ask.missing(case.of, "", Why::TextSilent).between(["58A", "58B"]));
        }
    };
    ask.follows(follows);
    Ok(class)
}

#[cfg(test)]
mod tests {
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/criminal-damage-by-property.toml"), classified);
    }

    #[test]
    fn every_class_stands_in_the_list_with_every_subcode() {
        for class in ["58A", "58B", "58C", "58D"] {
            for subcode in ["057/00", "058/00", "149/00"] {
                assert!(offences::row(class, subcode).is_some(), "{class} {subcode}");
            }
        }
        for (class, subcode) in
            [("58J", "058/04"), ("56A", "056/01"), ("56B", "056/02"), ("59", "059/11"), ("59", "059/13")]
        {
            assert!(offences::row(class, subcode).is_some(), "{class} {subcode}");
        }
    }
}
