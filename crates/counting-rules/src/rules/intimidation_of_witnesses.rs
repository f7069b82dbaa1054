//! Intimidation of witnesses, jurors and others.

use crime::conduct::{BelievedRole, Justice};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("intimidation-of-witnesses"),
    title: "Intimidation of witnesses, jurors and others",
    says: "To intimidate, and mean to, somebody known or believed to help an investigation or to be a witness or juror, so that the investigation or the course of justice is obstructed, perverted or interfered with, is an offence of class 79.",
    basis: edition::rules(
        "pages 95 and 96, Intimidation of Witnesses, Jurors and Others; for other proceedings the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a man stares down and follows a witness so that she will not give evidence; recorded as harassment alone",
    mend: "record 079/02, or 079/04 for a witness in proceedings that are not about an offence",
};

/// Classes an intimidation that was meant.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what the offender believed, or whether the course of justice was to be interfered with.
pub fn classify(justice: &Justice, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let subcode = match ask.which(case.of, "what.justice.believed", &justice.believed)? {
        BelievedRole::Offence => "079/02",
        BelievedRole::OtherProceedings => "079/04",
        BelievedRole::None => {
            ask.follows("not believed to help, to be a witness or a juror");
            return incident(
                "the person was not believed to help, to be a witness or a juror: class it by what else was done",
                &RULE,
            );
        }
    };
    if !ask.yes(case.of, "what.justice.on_that_account", justice.on_that_account)? {
        ask.follows("not meant to interfere with an investigation or the course of justice");
        return incident(
            "not meant to interfere with the course of justice: class it by what else was done",
            &RULE,
        );
    }
    ask.follows("meant to interfere with an investigation or the course of justice");
    crime("79", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/intimidation-of-witnesses.toml"), classified);
    }
}
