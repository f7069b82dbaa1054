//! Whether to record: offences with a victim.

use crime::{Fact, Subject, Who};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::Instead,
    rules::{counter_allegations, drunkenness_or_impairment},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("victim-related-test"),
    title: "Whether to record: offences with a victim",
    says: "The belief of the victim, or of somebody reasonably assumed to act for the victim, that a crime was done is usually enough; whoever else reports, it must be a crime in law on the balance of probabilities.",
    basis: edition::rules("page 7, Whether to record a crime?"),
    in_force: edition::HELD,
    exemplar: "a neighbour reports blows that the victim does not speak of, and nobody says whether it is more likely than not a crime",
    mend: "record it if the victim, or somebody for the victim, believes it; otherwise weigh the probabilities and say so",
};

/// The incident that is registered if it is not, on the balance of probabilities, a crime in law.
///
/// # Errors
///
/// [`Missing`], naming who reports, or whether it is a crime on the balance of probabilities.
pub fn unmet(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(Subject::Report, "reporter.who", &case.incident.reporter.who)? {
        Who::Victim => drunkenness_or_impairment::unmet(case, ask),
        Who::CounterAllegation => counter_allegations::unmet(case, ask),
        Who::ActingForVictim
        | Who::ParentOrCarer
        | Who::Professional
        | Who::AnotherAuthority
        | Who::ReferralCentre
        | Who::CompetentAuthority => {
            ask.follows("reported by, or on behalf of, the victim, who is to be believed");
            Ok(None)
        }
        Who::AnotherPerson | Who::VideoAlone | Who::Police => {
            if let Some((at, victim)) = case.victim
                && victim.confirms == Fact::Yes
            {
                ask.fact(at, "confirms", victim.confirms)?;
                ask.follows("the victim confirms it, and is to be believed");
                return Ok(None);
            }
            if ask.fact(case.of, "on_balance", case.act.on_balance)? == Some(true) {
                ask.follows("on the balance of probabilities a crime in law");
                return Ok(None);
            }
            ask.follows("not, on the balance of probabilities, a crime in law");
            Ok(Some(Instead::incident("on the balance of probabilities no crime in law", &RULE)))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::exit_of;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/victim-related-test.toml"), exit_of);
    }
}
