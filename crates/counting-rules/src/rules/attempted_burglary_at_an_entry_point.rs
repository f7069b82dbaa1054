//! Damage to a way into a house.

use crime::conduct::{Damage, EntryPoint};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("attempted-burglary-at-an-entry-point"),
    title: "Damage to a way into a house",
    says: "Damage to a door, window or other way into a house is taken for an attempt to burgle it, if on the balance of probabilities that is more likely than mere damage.",
    basis: edition::rules("page 74, 28J, 28N and 30D Attempted burglary"),
    in_force: edition::HELD,
    exemplar: "marks of a lever on the back door of a house whose owners are away, recorded as criminal damage",
    mend: "record attempted residential burglary of a home, 28J",
};

/// Whether damage to a home is an attempt to burgle it.
///
/// # Errors
///
/// [`Missing`], naming what the damage points to.
pub fn likelier(damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let likelier = match ask.which(case.of, "what.damage.entry_point", &damage.entry_point)? {
        EntryPoint::BurglaryLikelier => true,
        EntryPoint::No | EntryPoint::DamageLikelier => false,
    };
    ask.follows(if likelier {
        "a way into the house, and an attempt to burgle is the likelier: attempted burglary"
    } else {
        "no way into the house, or an attempt to burgle is not the likelier: damage"
    });
    Ok(likelier)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/attempted-burglary-at-an-entry-point.toml"), classified);
    }
}
