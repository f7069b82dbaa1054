//! Damage that does not last.

use crime::conduct::Damage;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("non-permanent-damage"),
    title: "Damage that does not last",
    says: "What comes off at no cost and with little effort is no crime of damage but an incident.",
    basis: edition::rules("page 86, Clarification: Non-permanent criminal damage"),
    in_force: edition::HELD,
    exemplar: "eggs thrown at a window and washed off with a bucket of water, recorded as criminal damage",
    mend: "record an incident",
};

/// Whether damage is easily put right and does not last.
///
/// # Errors
///
/// [`Missing`], naming whether it comes off.
pub fn is_it(damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let comes_off = ask.yes(case.of, "what.damage.easily_rectified", damage.easily_rectified)?;
    ask.follows(if comes_off {
        "comes off at no cost and with little effort: an incident"
    } else {
        "costs money or effort to put right"
    });
    Ok(comes_off)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/non-permanent-damage.toml"), classified);
    }
}
