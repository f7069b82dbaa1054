//! Arson.

use crime::conduct::{Damage, DamageDone};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::jointly_owned_property,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("arson"),
    title: "Arson",
    says: "Damage by fire is arson whatever was burnt, and a class of its own if life was endangered, for which nobody need have been hurt and nobody meant to kill; an attempt to kill is considered for attempted murder.",
    basis: edition::rules("page 84, 56A Arson endangering life and 56B Arson not endangering life"),
    in_force: edition::HELD,
    exemplar: "burning paper is pushed through the letter box of a house in which people sleep and goes out by itself, recorded as 56B",
    mend: "record 56A if life was endangered, else 56B; attempted murder if it was an attempt to kill",
};

/// Classes damage by fire, and damage done in an attempt to kill.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whose the property is, if nobody's life was endangered.
pub fn classify(done: DamageDone, damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match done {
        DamageDone::ToKill => {
            ask.follows("done in an attempt to kill: attempted murder is to be considered, and is made out by what is said");
            crime("2", "002/00", &RULE)
        }
        DamageDone::BurntEndangeringLife
        | DamageDone::DamagedEndangeringLife
        | DamageDone::ThreatenedEndangeringLife => {
            ask.follows("by fire, and life was endangered");
            crime("56A", "056/01", &RULE)
        }
        DamageDone::Burnt | DamageDone::Damaged | DamageDone::Threatened | DamageDone::Held => {
            if jointly_owned_property::is_own(damage, case, ask)? {
                return incident(
                    "the property is the offender's alone, and nobody's life was endangered",
                    &jointly_owned_property::RULE,
                );
            }
            ask.begin(&RULE, case.of);
            ask.follows("by fire, and nobody's life was endangered");
            crime("56B", "056/02", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/arson.toml"), classified);
    }
}
