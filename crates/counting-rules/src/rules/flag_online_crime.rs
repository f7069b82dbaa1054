//! Online crime.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-online-crime"),
    title: "Online crime flag",
    says: "A crime of which any part was done online or through internet-based activities is flagged as online crime.",
    basis: edition::rules("page 29, Online Crime"),
    in_force: edition::HELD,
    exemplar: "a stalking of which one of many approaches was a message on a game platform, not flagged",
    mend: "flag it: any part is enough",
};

/// Whether online crime is flagged.
///
/// # Errors
///
/// [`Missing`], naming the fact on which it rests.
pub fn flag(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let flagged = ask.yes(case.of, "circumstances.online", case.act.circumstances.online)?;
    ask.follows(if flagged {
        "a part of it was done online: flagged"
    } else {
        "no part of it was done online: no flag"
    });
    Ok(flagged)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-online-crime.toml"), flagged);
    }
}
