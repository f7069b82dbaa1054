//! Possession: how it is known which drug it was.

use crime::conduct::{Drug, Drugs, IdentifiedBy};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{anabolic_steroids, cannabis_possession},
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("drugs-possession"),
    title: "Testing of drugs: possession only",
    says: "A drug that somebody had is named by a test in a laboratory or an approved one in the field; where testing is not justified, an attempt to possess the drug that the suspect admits is recorded, and without test or admission nothing is yet made out.",
    basis: edition::rules(
        "page 91, Field Testing Drugs Possession Only; what follows without test and admission is our reading with page 8",
    ),
    in_force: edition::HELD,
    exemplar: "a man arrested with a white powder that nobody tests and of which he says nothing, recorded as possession of cocaine",
    mend: "test it; or, where that is not justified, record an attempt to possess the drug that he admits",
};

/// The incident that is registered while nobody can say which drug it was; nothing, if the crime is made out. An attempt has the code
/// of the offence that is attempted.
///
/// # Errors
///
/// [`Missing`], naming how the drug is known, or what the rules of cannabis and steroids ask.
pub fn stays_out(
    drug: Option<Drug>,
    drugs: &Drugs,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    if drug == Some(Drug::AnabolicSteroids)
        && let Some(verdict) = anabolic_steroids::stays_out(drugs, case, ask)?
    {
        return Ok(Some(verdict));
    }
    if drug == Some(Drug::Cannabis) {
        return cannabis_possession::stays_out(drugs, case, ask);
    }
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.drugs.identified_by", &drugs.identified_by)? {
        IdentifiedBy::Test => {
            ask.follows("named by a test");
            Ok(None)
        }
        IdentifiedBy::Admission => {
            ask.follows("not tested: recorded as an attempt to possess the drug that the suspect admits, under the same code");
            Ok(None)
        }
        IdentifiedBy::ExperiencedOfficer | IdentifiedBy::Nothing => {
            ask.follows("neither tested nor admitted: which drug it was is not made out");
            Ok(Some(Verdict::Incident {
                because: "the drug is neither tested nor admitted".into(),
                by: &RULE,
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/drugs-possession.toml"), classified);
    }
}
