//! Outcome 3.

use crime::outcome::{Cps, Disposal, Domestic, EvidenceFor, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{Found, RECORD, indictable_only, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-adult-caution"),
    title: "Outcome 3: adult caution",
    says: "An adult takes outcome 3 who was cautioned for the crime as recorded; a simple caution is for domestic abuse and hate crime only, and what is triable only on indictment, or not for the police to decide, needs the prosecutors' authority.",
    basis: edition::outcomes("pages 11 and 12, Outcome Types 3 and 3A"),
    in_force: edition::HELD,
    exemplar: "a shop thief given a simple caution",
    mend: "give a caution with conditions, or another outcome",
};

/// What the record of every adult caution shows.
const CONDITIONS: [&str; 4] = [
    "convictions make the offender eligible; a caution or conviction in the last two years needs exceptional circumstances and an inspector",
    "for an offence of Appendix B to the Criminal Justice and Courts Act 2015 an inspector authorised it",
    "for an offence triable only on indictment a superintendent authorised the referral to the prosecutors",
    "with conditions: an appropriate adult was present if the offender was vulnerable",
];

/// Whether the crime may be closed as an adult caution.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let disposal = ask.which(RECORD, "disposal", &crime.disposal)?;
    if !matches!(disposal, Disposal::AdultSimpleCaution | Disposal::AdultConditionalCaution) {
        return no(ask, &RULE, "no adult was cautioned");
    }
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Recorded {
        return no(ask, &RULE, "not cautioned for the crime recorded: see outcome 3A");
    }
    match fits(crime, disposal, ask)? {
        Ok(conditions) => yes(ask, &RULE, "an adult cautioned for the crime recorded", conditions),
        Err(because) => no(ask, &RULE, because),
    }
}

/// The conditions of an adult caution, or why there can be none.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn fits(
    crime: &RecordedCrime,
    disposal: Disposal,
    ask: &mut Ask<'_>,
) -> Result<Result<&'static [&'static str], &'static str>, Missing> {
    ask.begin(&RULE, RECORD);
    if ask.number(RECORD, "suspect.age", &crime.suspect.age)? < 18 {
        return Ok(Err("the suspect is no adult"));
    }
    if disposal == Disposal::AdultSimpleCaution
        && ask.which(RECORD, "domestic", &crime.domestic)? == Domestic::No
        && !ask.yes(RECORD, "hate", crime.hate)?
    {
        return Ok(Err("a simple caution is for domestic abuse and hate crime only"));
    }
    let police_decide = !indictable_only(crime, ask)?
        && ask.yes(RECORD, "decision.police_may_charge", crime.decision.police_may_charge)?;
    if !police_decide && ask.which(RECORD, "decision.cps", &crime.decision.cps)? != Cps::Authorised {
        return Ok(Err("the Crown Prosecution Service has not authorised the caution"));
    }
    Ok(Ok(&CONDITIONS))
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/outcome-adult-caution.toml"), outcome);
    }
}
