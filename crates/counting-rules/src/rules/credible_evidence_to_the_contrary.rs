//! Credible evidence to the contrary.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, recording::Instead, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("credible-evidence-to-the-contrary"),
    title: "Credible evidence to the contrary",
    says: "No crime is recorded if credible evidence that none was done is immediately available.",
    basis: edition::rules("pages 7 and 11, Whether to record a crime? and step 3 of the flow chart"),
    in_force: edition::HELD,
    exemplar: "the footage at hand shows that the man fell by himself, and an assault is recorded",
    mend: "register an incident, keep the evidence with it, and tell the person who reported",
};

/// The incident that is registered if credible evidence to the contrary is at hand. Evidence that is not known of after enquiry is not
/// immediately available.
///
/// # Errors
///
/// [`Missing`], naming whether there is such evidence.
pub fn shows(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    if ask.fact(case.of, "contrary_evidence", case.act.contrary_evidence)? == Some(true) {
        ask.follows("credible evidence to the contrary is immediately available");
        return Ok(Some(Instead::incident(
            "credible evidence that no such crime took place is at hand",
            &RULE,
        )));
    }
    ask.follows("no credible evidence to the contrary is immediately available");
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/credible-evidence-to-the-contrary.toml"), exit_of);
    }
}
