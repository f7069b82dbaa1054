//! Aggravated burglary.

use crime::conduct::Entry;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("aggravated-burglary"),
    title: "Aggravated burglary",
    says: "A burglary is aggravated if anybody who commits it has with them, at that time, a firearm or an imitation of one, a weapon of offence or an explosive, used or not.",
    basis: edition::rules("page 74, 29B, 29C and 31A Aggravated burglary"),
    in_force: edition::HELD,
    exemplar: "a burglar with a knife in the belt is seen in a kitchen and runs away, recorded as plain burglary",
    mend: "record aggravated burglary: 29B for a home, 29C for an unconnected building, 31A for business and community",
};

/// Whether a weapon was there.
///
/// Established as not known, as of a burglar whom nobody saw, it is not made out on the balance of probabilities (page 7): that is our
/// reading. The list has no class for an attempt, nor for one by distraction: the class is that of the aggravated burglary.
///
/// # Errors
///
/// [`Missing`], naming the weapon.
pub fn armed(entry: &Entry, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let armed = ask.fact(case.of, "what.entry.weapon", entry.weapon)?;
    ask.follows(match armed {
        Some(true) => "a weapon was carried: aggravated",
        Some(false) => "no weapon was carried",
        None => "whether a weapon was carried is not known: by our reading not made out on the balance of probabilities",
    });
    Ok(armed == Some(true))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/aggravated-burglary.toml"), classified);
    }
}
