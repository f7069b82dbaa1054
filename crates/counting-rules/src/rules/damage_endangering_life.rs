//! Damage endangering life.

use rulebook::{Basis, Citation, Rule, RuleId, Seen};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("damage-endangering-life"),
    title: "Damage endangering life",
    says: "Damage otherwise than by fire that endangered somebody's life has its own subcode in each of the classes of damage by property, whatever it is worth and whoever owns it.",
    basis: Basis::Published(Citation {
        document: "Notifiable offence list",
        edition: "2026-27",
        place: "057/00 in 58A, 58B, 58C and 58D",
        seen: Seen::FullText,
    }),
    in_force: edition::HELD,
    exemplar: "the brake pipes of a car are cut so that the driver cannot stop, recorded as damage to a vehicle of less than 5,000 pounds",
    mend: "record subcode 057/00 in the class of what was damaged",
};

/// The subcode in the class of what was damaged. A home is not asked for its entry points: life was endangered.
///
/// # Errors
///
/// None.
pub fn classify((class, _): (&'static str, bool), case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("life was endangered");
    crime(class, "057/00", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/damage-endangering-life.toml"), classified);
    }
}
