//! Drugs that somebody had without knowing.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("unwitting-possession"),
    title: "Unwitting possession",
    says: "Who had a drug and did not know what it was, or cannot be shown to have known, is not liable, so no crime need be recorded.",
    basis: edition::rules("page 8, Recording offences against the state"),
    in_force: edition::HELD,
    exemplar: "a woman with a banknote that, unknown to her, is stained with cocaine; recorded as possession",
    mend: "record no crime; if one was recorded, consider cancelling it",
};

/// An incident.
///
/// # Errors
///
/// None.
pub fn classify(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("without knowledge there is no liability, and without liability no offence");
    incident("whoever had it is not shown to have known what it was", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/unwitting-possession.toml"), classified);
    }
}
