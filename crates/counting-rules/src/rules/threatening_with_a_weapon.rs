//! Threats with a weapon.

use crime::{
    Why,
    conduct::{ThreatRisk, Weapon, WeaponAct, WeaponKind, WeaponPlace},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::possession_of_weapons,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("threatening-with-a-weapon"),
    title: "Threatening with a weapon",
    says: "A threat with a weapon in a public place is an offence if a reasonable person exposed to it would think themselves at risk of immediate physical harm; in a private place only if there was an immediate risk of really serious harm; for a corrosive, a school counts as private.",
    basis: edition::rules(
        "page 94, Threaten a person with an offensive weapon, blade or sharply pointed article",
    ),
    in_force: edition::HELD,
    exemplar: "a knife shown in a kitchen without an immediate risk of really serious harm, recorded as a threat with a blade",
    mend: "apply the test of the place",
};

/// Classes a weapon that was held or with which somebody was threatened. A threat that fails the test leaves what the possession is.
///
/// For schools and colleges the text contradicts itself: it asks for a risk of serious harm, and says that the test of a private place,
/// which asks for the same, is higher than theirs. A lesser risk there is left undecided.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming kind, act, place or risk, or what a held weapon asks.
pub fn classify(weapon: &Weapon, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let kind = ask.which(case.of, "what.weapon.kind", &weapon.kind)?;
    if kind == WeaponKind::Firearm {
        ask.follows("a firearm: classed by what it is held for, whether or not somebody was threatened");
        return possession_of_weapons::classify(weapon, kind, case, ask);
    }
    if ask.which(case.of, "what.weapon.act", &weapon.act)? == WeaponAct::Held {
        ask.follows("only held");
        return possession_of_weapons::classify(weapon, kind, case, ask);
    }
    let place = ask.which(case.of, "what.weapon.place", &weapon.place)?;
    let place = if kind == WeaponKind::Corrosive && place == WeaponPlace::School {
        WeaponPlace::Private
    } else {
        place
    };
    let risk = ask.which(case.of, "what.weapon.risk", &weapon.risk)?;
    let (class, subcode) = match (kind, place) {
        (WeaponKind::Blade, WeaponPlace::Public) => ("10D", "008/64"),
        (WeaponKind::Blade, WeaponPlace::School) => ("10D", "008/62"),
        (WeaponKind::Blade, WeaponPlace::Private) => ("10D", "008/76"),
        (WeaponKind::Corrosive | WeaponKind::Offensive | WeaponKind::Firearm, WeaponPlace::Public) => {
            ("10C", "008/61")
        }
        (WeaponKind::Corrosive | WeaponKind::Offensive | WeaponKind::Firearm, WeaponPlace::School) => {
            ("10C", "008/63")
        }
        (WeaponKind::Corrosive | WeaponKind::Offensive | WeaponKind::Firearm, WeaponPlace::Private) => {
            ("10C", "008/76")
        }
    };
    match (place, risk) {
        (_, ThreatRisk::SeriousHarm) => {
            ask.follows("an immediate risk of really serious harm: the test of every place is met");
            crime(class, subcode, &RULE)
        }
        (WeaponPlace::Public, ThreatRisk::PhysicalHarm) => {
            ask.follows("in a public place, and a reasonable person would think themselves at risk of immediate physical harm");
            crime(class, subcode, &RULE)
        }
        (WeaponPlace::School, ThreatRisk::PhysicalHarm) => {
            let held = if kind == WeaponKind::Blade { "10D 008/27" } else { "10C 008/28" };
            Err(ask
                .missing(case.of, "", Why::TextSilent)
                .between([format!("{class} {subcode}"), held.to_owned()]))
        }
        (WeaponPlace::Private, ThreatRisk::PhysicalHarm) | (_, ThreatRisk::Neither) => {
            ask.follows("the test of the place is not met: what is left is a weapon held");
            possession_of_weapons::classify(weapon, kind, case, ask)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/threatening-with-a-weapon.toml"), classified);
    }
}
