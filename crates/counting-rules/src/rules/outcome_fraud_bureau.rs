//! Outcome 19.

use crime::{Why, outcome::RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-fraud-bureau"),
    title: "Outcome 19: fraud case of the National Fraud Intelligence Bureau",
    says: "Outcome 19 is for fraud cases of the National Fraud Intelligence Bureau; neither text says when.",
    basis: edition::rules("page 24, Outcome Types (the name only)"),
    in_force: edition::HELD,
    exemplar: "a burglary closed under outcome 19",
    mend: "give it another outcome",
};

/// Whether the crime may be closed as a fraud case of the bureau: no for other crimes, and for fraud the texts do not say when.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if !ask.text(RECORD, "class", &crime.class)?.starts_with("NFIB") {
        return no(ask, &RULE, "the crime recorded is no fraud of the bureau");
    }
    Err(ask.missing(RECORD, "", Why::TextSilent))
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-fraud-bureau.toml"), outcome);
    }
}
