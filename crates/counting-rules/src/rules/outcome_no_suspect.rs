//! Outcome 18.

use crime::outcome::{RecordedCrime, SuspectKnown};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-no-suspect"),
    title: "Outcome 18: no suspect identified",
    says: "A crime takes outcome 18 if nobody is identified and it was investigated as far as reasonably possible, or no realistic line was there from early on; when somebody is identified later, the outcome is changed.",
    basis: edition::outcomes("page 21, Outcome Type 18"),
    in_force: edition::HELD,
    exemplar: "a burglary whose suspect is named in the record, closed under outcome 18",
    mend: "give it the outcome that fits the suspect",
};

/// Whether the crime may be closed because nobody is identified.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? != SuspectKnown::NotIdentified {
        return no(ask, &RULE, "a suspect is identified");
    }
    if !ask.yes(RECORD, "lines_exhausted", crime.lines_exhausted)? {
        return no(ask, &RULE, "a realistic line of investigation is left");
    }
    yes(ask, &RULE, "nobody is identified, and no realistic line is left", &[])
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-no-suspect.toml"), outcome);
    }
}
