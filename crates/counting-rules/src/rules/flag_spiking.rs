//! Offences involving spiking.

use crime::Conduct;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-spiking"),
    title: "Spiking flag",
    says: "Since April 2026 a violent crime, a robbery or a sexual offence is flagged if a substance was covertly given to somebody without knowledge or consent, as the offence or in order to commit it.",
    basis: edition::rules("page 31, Offences Involving Spiking"),
    in_force: edition::HELD,
    exemplar: "a rape after a drink that was made stronger without her knowledge, not flagged",
    mend: "flag it",
};

/// Whether spiking is flagged. `group` is that of the crime, as the list names it.
///
/// # Errors
///
/// [`Missing`], naming whether a substance was covertly given.
pub fn flag(group: &str, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    if !matches!(group, "Violence against the person" | "Robbery" | "Sexual offences") {
        ask.follows("neither violent, nor robbery, nor sexual: no flag");
        return Ok(false);
    }
    if matches!(case.act.what, Conduct::Spiking(_)) {
        ask.follows("the act is the covert giving of a substance: flagged");
        return Ok(true);
    }
    let flagged = ask.yes(case.of, "circumstances.spiking", case.act.circumstances.spiking)?;
    ask.follows(if flagged {
        "a substance was covertly given: flagged"
    } else {
        "nothing was covertly given: no flag"
    });
    Ok(flagged)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-spiking.toml"), flagged);
    }
}
