//! Outcome 11.

use crime::outcome::{RecordedCrime, SuspectKnown};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-under-ten"),
    title: "Outcome 11: suspect under ten",
    says: "A crime takes outcome 11 if the record shows that a named suspect was responsible and is under ten.",
    basis: edition::outcomes("page 16, Outcome Type 11"),
    in_force: edition::HELD,
    exemplar: "damage by a boy of ten, closed under outcome 11",
    mend: "give it another outcome: at ten he can be prosecuted",
};

/// Whether the crime may be closed because the suspect is under the age of criminal responsibility.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "suspect.known", &crime.suspect.known)? == SuspectKnown::NotIdentified {
        return no(ask, &RULE, "no suspect is identified");
    }
    if ask.number(RECORD, "suspect.age", &crime.suspect.age)? >= 10 {
        return no(ask, &RULE, "the suspect is ten or over");
    }
    yes(
        ask,
        &RULE,
        "a named suspect who is under ten",
        &[
            "the record shows that the suspect was responsible, and the evidence of the age",
            "an appropriate adult was present at any interview or questioning",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-under-ten.toml"), outcome);
    }
}
