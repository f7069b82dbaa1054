//! Female genital mutilation.

use crime::conduct::{Mutilation, MutilationPart, MutilationPlace};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::mandatory_reports_of_mutilation,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("female-genital-mutilation"),
    title: "Female genital mutilation",
    says: "Mutilation, or help with it, is a crime in the United Kingdom whoever does it, and outside it if a national or resident of the United Kingdom does.",
    basis: edition::rules("page 44, Female Genital Mutilation"),
    in_force: edition::HELD,
    exemplar: "a girl mutilated abroad by an aunt who lives here, and nothing is recorded because it was abroad",
    mend: "record 8N 008/52, with the flags for honour-based and domestic abuse where they belong",
};

/// Classes a mutilation. What is reported under the duty goes to its own rule first. Not to have protected a girl has a code of its own
/// in the list.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether it was reported under the duty, the part, or the place.
pub fn classify(mutilation: &Mutilation, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if mandatory_reports_of_mutilation::applies(mutilation, case, ask)? {
        return crime("8N", "008/52", &mandatory_reports_of_mutilation::RULE);
    }
    ask.begin(&RULE, case.of);
    let part = ask.which(case.of, "what.mutilation.part", &mutilation.part)?;
    match ask.which(case.of, "what.mutilation.place", &mutilation.place)? {
        MutilationPlace::UnitedKingdom => ask.follows("done in the United Kingdom"),
        MutilationPlace::AbroadByUnitedKingdomPerson => {
            ask.follows(
                "done abroad by a national or resident of the United Kingdom: a crime in law all the same",
            );
        }
        MutilationPlace::AbroadByOthers => {
            ask.follows("done abroad by nobody of the United Kingdom: no crime in law here");
            return incident("mutilation abroad by nobody of the United Kingdom", &RULE);
        }
    }
    match part {
        MutilationPart::DidOrHelped => crime("8N", "008/52", &RULE),
        MutilationPart::DidNotProtect => crime("8N", "008/68", &RULE),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/female-genital-mutilation.toml"), classified);
    }
}
