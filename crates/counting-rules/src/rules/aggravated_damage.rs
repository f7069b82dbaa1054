//! Racially or religiously aggravated damage.

use crime::{Why, conduct::Damage};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("aggravated-damage"),
    title: "Racially or religiously aggravated damage",
    says: "Damage that is racially or religiously aggravated is 58J, whatever was damaged and whatever it is worth.",
    basis: edition::rules("pages 84 and 85, the last line of 58A, 58B, 58C and 58D"),
    in_force: edition::HELD,
    exemplar: "a racist word scratched into the door of a car, recorded as damage to a vehicle",
    mend: "record 58J",
};

/// Whether damage is aggravated.
///
/// # Errors
///
/// [`Missing`], naming the aggravation; or if life was endangered as well, for the text gives no order between the two.
pub fn is_it(
    endangering_life: bool,
    damage: &Damage,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let aggravated = ask.yes(case.of, "what.damage.aggravated", damage.aggravated)?;
    if aggravated && endangering_life {
        return Err(ask.missing(case.of, "", Why::TextSilent).between(["58J 058/04", "057/00"]));
    }
    ask.follows(if aggravated {
        "racially or religiously aggravated: 58J"
    } else {
        "not racially or religiously aggravated"
    });
    Ok(aggravated)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/aggravated-damage.toml"), classified);
    }
}
