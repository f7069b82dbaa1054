//! Honour-based abuse.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-honour-based-abuse"),
    title: "Honour-based abuse flag",
    says: "A crime that was, or may have been, done to protect or defend the honour of a person, family or community is flagged; forced marriage and female genital mutilation always are.",
    basis: edition::rules("pages 31 and 32, So called Honour Based Abuse"),
    in_force: edition::HELD,
    exemplar: "a forced marriage without the flag",
    mend: "flag it",
};

/// The subcodes of forced marriage and female genital mutilation.
pub const ALWAYS: [&str; 4] = ["036/05", "036/15", "008/52", "008/68"];

/// Whether honour-based abuse is flagged. That it may have been so done is enough.
///
/// # Errors
///
/// [`Missing`], naming whether it was done for honour.
pub fn flag(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if ALWAYS.contains(&crime.subcode) {
        ask.follows("forced marriage and female genital mutilation are always flagged");
        return Ok(true);
    }
    let flagged = ask.yes(case.of, "circumstances.honour", case.act.circumstances.honour)?;
    ask.follows(if flagged {
        "done, or perhaps done, for honour: flagged"
    } else {
        "not done for honour: no flag"
    });
    Ok(flagged)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-honour-based-abuse.toml"), flagged);
    }
}
