//! What damage is worth.

use crime::{Why, conduct::Damage};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("value-of-damage"),
    title: "What damage is worth",
    says: "Damage worth less than 5,000 pounds has another subcode than damage worth more; of exactly 5,000 pounds the texts say nothing.",
    basis: edition::rules(
        "page 14, Principal crime look-up table, its two rows of criminal damage; with the notifiable offence list 2026/27, 149/00",
    ),
    in_force: edition::HELD,
    exemplar: "a car window worth 200 pounds, recorded under 058/00",
    mend: "record 149/00 below 5,000 pounds and 058/00 above",
};

/// The subcode of damage that endangered nobody.
///
/// # Errors
///
/// [`Missing`], naming the value, also if it is exactly 5,000 pounds.
pub fn subcode(damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<&'static str, Missing> {
    const LIMIT: u32 = 5_000;
    const BETWEEN: [&str; 2] = ["058/00", "149/00"];
    ask.begin(&RULE, case.of);
    let value = ask
        .number(case.of, "what.damage.value", &damage.value)
        .map_err(|missing| missing.between(BETWEEN))?;
    match value.cmp(&LIMIT) {
        std::cmp::Ordering::Less => {
            ask.follows("worth less than 5,000 pounds");
            Ok("149/00")
        }
        std::cmp::Ordering::Greater => {
            ask.follows("worth more than 5,000 pounds");
            Ok("058/00")
        }
        std::cmp::Ordering::Equal => {
            Err(ask.missing(case.of, "what.damage.value", Why::TextSilent).between(BETWEEN))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/value-of-damage.toml"), classified);
    }
}
