//! Extortion by hacking, and blackmail.

use crime::conduct::{Conduct, Response};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::principal_crime::Prevails};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("hacking-extortion-over-blackmail"),
    title: "Extortion by hacking, and blackmail",
    says: "A demand with menaces that rests on hacking, or threatens it, is counted as extortion by hacking and not as blackmail, unless the victim did what was demanded or suffered another direct loss.",
    basis: edition::rules("page 80, Hacking (Sextortion)"),
    in_force: edition::HELD,
    exemplar: "a man is told that his camera was hacked and that the film goes to his friends unless he pays; he does not pay, and blackmail is recorded",
    mend: "record NFIB52E through Report Fraud; if he paid or lost something, record blackmail",
};

/// Which of an extortion by hacking and a blackmail is counted.
///
/// # Errors
///
/// [`Missing`], naming what the victim did.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    match (one.crime.class, other.crime.class) {
        ("NFIB52E", "35") => over_blackmail(one, ask),
        ("35", "NFIB52E") => Ok(over_blackmail(other, ask)?.map(Prevails::turned)),
        _ => Ok(None),
    }
}

fn over_blackmail(extortion: &Matter<'_>, ask: &mut Ask<'_>) -> Result<Option<Prevails>, Missing> {
    let Conduct::Fraud(facts) = &extortion.case.act.what else { return Ok(None) };
    ask.begin(&RULE, extortion.case.of);
    Ok(Some(match ask.which(extortion.case.of, "what.fraud.response", &facts.response)? {
        Response::Lost => {
            ask.follows("the victim complied or lost something: blackmail is counted");
            Prevails::Second
        }
        Response::Ignored | Response::ByChance | Response::Named | Response::Answered => {
            ask.follows("the victim neither complied nor lost anything: extortion by hacking is counted");
            Prevails::First
        }
    }))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/hacking-extortion-over-blackmail.toml"), decided);
    }
}
