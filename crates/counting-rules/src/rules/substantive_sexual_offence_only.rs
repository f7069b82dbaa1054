//! Sexual activity that followed grooming.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::principal_crime::Prevails};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("substantive-sexual-offence-only"),
    title: "Grooming followed by sexual activity",
    says: "If sexual activity with the child followed the grooming, only the offence of that activity is recorded.",
    basis: edition::rules("page 66, 88A, last sentence"),
    in_force: edition::HELD,
    exemplar: "grooming and the sexual assault to which it led, of one girl by one man, recorded as two crimes",
    mend: "record the sexual assault only",
};

/// The offence of sexual activity, if the other is grooming or sexual communication.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let prevails = match (one.crime.class, other.crime.class) {
        ("88A", activity) if is_activity(activity) => Prevails::Second,
        (activity, "88A") if is_activity(activity) => Prevails::First,
        _ => return Ok(None),
    };
    ask.begin(&RULE, one.case.of);
    ask.follows("sexual activity followed the grooming: only its offence is recorded");
    Ok(Some(prevails))
}

/// Whether a class is sexual activity with, by, or before the victim.
fn is_activity(class: &str) -> bool {
    class.starts_with("19")
        || matches!(class, "17A" | "17B" | "20A" | "20B" | "21" | "22A" | "22B" | "23" | "70" | "73")
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/substantive-sexual-offence-only.toml"), decided);
    }
}
