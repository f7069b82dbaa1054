//! Outcome 7.

use crime::outcome::{Disposal, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-drug-warning"),
    title: "Outcome 7: cannabis or khat warning",
    says: "Possession of a small quantity of cannabis or khat for personal use takes outcome 7 if somebody of 18 or over was warned after admitting in an interview that they knew what it was.",
    basis: edition::outcomes("page 14, Outcome Type 7"),
    in_force: edition::HELD,
    exemplar: "a warning for a bag of cocaine",
    mend: "give it another outcome",
};

/// Possession of cannabis and of khat.
const POSSESSION: [&str; 2] = ["092/61", "093/74"];

/// Whether the crime may be closed as a warning.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::DrugWarning {
        return no(ask, &RULE, "no warning was given");
    }
    if !POSSESSION.contains(&ask.text(RECORD, "subcode", &crime.subcode)?) {
        return no(ask, &RULE, "the crime recorded is not possession of cannabis or khat");
    }
    if ask.number(RECORD, "suspect.age", &crime.suspect.age)? < 18 {
        return no(ask, &RULE, "warnings are for those of 18 or over");
    }
    if !ask.yes(RECORD, "suspect.admitted", crime.suspect.admitted)? {
        return no(ask, &RULE, "the suspect has not admitted knowing what it was");
    }
    yes(
        ask,
        &RULE,
        "an adult warned for possession of cannabis or khat",
        &[
            "the quantity was small and for personal use, and a conviction would be a realistic prospect",
            "no defence was raised, and records were checked for eligibility before",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-drug-warning.toml"), outcome);
    }
}
