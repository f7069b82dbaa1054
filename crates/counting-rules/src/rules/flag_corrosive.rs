//! Corrosive based offences.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-corrosive"),
    title: "Corrosive flag",
    says: "A crime of violence against the person or robbery is flagged as corrosive if it can be verified that acid or a similarly corrosive substance was used on a person, or that this was attempted, so as to disfigure, torture, kill or incapacitate; threats, property and substances that only irritate are not.",
    basis: edition::rules("page 30, Corrosive Based Offences"),
    in_force: edition::HELD,
    exemplar: "a threat with a bottle that is said to hold acid, flagged",
    mend: "take the flag away: nothing was used or attempted that can be verified",
};

/// Whether a corrosive substance is flagged. `group` is that of the crime, as the list names it.
///
/// # Errors
///
/// [`Missing`], naming whether it can be verified.
pub fn flag(group: &str, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if !matches!(group, "Violence against the person" | "Robbery") {
        ask.follows("neither violence against the person nor robbery: no flag");
        return Ok(false);
    }
    let flagged = ask.yes(case.of, "circumstances.corrosive", case.act.circumstances.corrosive)?;
    ask.follows(if flagged {
        "use or attempt can be verified: flagged"
    } else {
        "nothing that can be verified: no flag"
    });
    Ok(flagged)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-corrosive.toml"), flagged);
    }
}
