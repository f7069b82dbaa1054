//! Harming of witnesses, jurors and others.

use crime::conduct::{BelievedRole, Justice};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("harming-of-witnesses"),
    title: "Harming of witnesses, jurors and others",
    says: "To harm somebody, and mean to, or to threaten it, because that person or another is known or believed to have helped an investigation, given evidence, or acted as a juror, is an offence of class 79.",
    basis: edition::rules(
        "page 95, Harming of Witnesses, Jurors and Others; for other proceedings the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a brother of a witness is threatened with a beating for the evidence that she gave; recorded as nothing but a threat",
    mend: "record 079/03, or 079/05 for a witness in proceedings that are not about an offence, and the crime against the person in addition",
};

/// Classes harm that was meant, or a threat of harm.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what the offender believed, or whether it was done on that account.
pub fn classify(justice: &Justice, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let subcode = match ask.which(case.of, "what.justice.believed", &justice.believed)? {
        BelievedRole::Offence => "079/03",
        BelievedRole::OtherProceedings => "079/05",
        BelievedRole::None => {
            ask.follows("nobody was believed to have helped, given evidence or acted as a juror");
            return incident(
                "nobody was believed to have helped, given evidence or acted as a juror: class it by what else was done",
                &RULE,
            );
        }
    };
    if !ask.yes(case.of, "what.justice.on_that_account", justice.on_that_account)? {
        ask.follows("not done because of help, evidence or verdict");
        return incident(
            "not done because of help, evidence or verdict: class it by what else was done",
            &RULE,
        );
    }
    ask.follows("done because of the help, the evidence or the verdict");
    crime("79", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/harming-of-witnesses.toml"), classified);
    }
}
