//! Outcome 4.

use crime::outcome::{Disposal, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-taken-into-consideration"),
    title: "Outcome 4: taken into consideration",
    says: "A crime takes outcome 4 if the offender admits it in an interview that complies with the codes, accepts on the form that the court consider it with other offences charged, and a designated decision maker is satisfied that more connects the offender with it.",
    basis: edition::outcomes("page 13, Outcome Type 4"),
    in_force: edition::HELD,
    exemplar: "a theft admitted on the way to the station and closed as taken into consideration",
    mend: "interview the offender, have the form signed, or give the crime another outcome",
};

/// Whether the crime may be closed as taken into consideration.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::TakenIntoConsideration {
        return no(ask, &RULE, "it was not admitted to be taken into consideration");
    }
    if !ask.yes(RECORD, "suspect.admitted", crime.suspect.admitted)? {
        return no(ask, &RULE, "there is no admission in an interview that complies with the codes");
    }
    if !ask.yes(RECORD, "accepted_by_court", crime.accepted_by_court)? {
        return no(ask, &RULE, "the form is not signed, and it is not proved that the court considered it");
    }
    yes(
        ask,
        &RULE,
        "admitted, and accepted to be taken into consideration",
        &[
            "it is similar to what is charged, and not more serious",
            "it belongs to proceedings in which the offender is charged with other offences",
            "the offender showed guilty knowledge, and a designated decision maker is satisfied that more connects them with it",
            "if it had not been reported, a victim was traced and confirmed it; else there is no crime",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-taken-into-consideration.toml"), outcome);
    }
}
