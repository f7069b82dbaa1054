//! Outcome 2.

use crime::outcome::{Cps, Disposal, EvidenceFor, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{Found, RECORD, indictable_only, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("outcome-youth-caution"),
    title: "Outcome 2: youth caution",
    says: "A child takes outcome 2 who was cautioned for the crime as recorded after a clear admission, with the prosecutors' authority where it is triable only on indictment or not for the police to decide; a caution without conditions is not for the possession of knives.",
    basis: edition::outcomes("pages 10 and 11, Outcome Types 2 and 2A"),
    in_force: edition::HELD,
    exemplar: "a boy of 15 cautioned without conditions for carrying a knife",
    mend: "give him a caution with conditions, or a deferred prosecution",
};

/// What the record of every youth caution shows.
const CONDITIONS: [&str; 5] = [
    "age and convictions make the child eligible",
    "the gravity factors were weighed",
    "the view of the youth justice service is recorded",
    "the form is signed, and an appropriate adult was present",
    "the victim's view was heard, of a child with the parents or guardians",
];

/// Possession of a blade.
pub(crate) const KNIFE: [&str; 2] = ["008/26", "008/27"];

/// Whether the crime may be closed as a youth caution.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let disposal = ask.which(RECORD, "disposal", &crime.disposal)?;
    if !matches!(disposal, Disposal::YouthCaution | Disposal::YouthConditionalCaution) {
        return no(ask, &RULE, "no child was cautioned");
    }
    if ask.which(RECORD, "evidence", &crime.evidence)? != EvidenceFor::Recorded {
        return no(ask, &RULE, "not cautioned for the crime recorded: see outcome 2A");
    }
    match fits(crime, disposal, ask)? {
        Ok(conditions) => yes(ask, &RULE, "a child cautioned for the crime recorded", conditions),
        Err(because) => no(ask, &RULE, because),
    }
}

/// The conditions of a youth caution, or why there can be none.
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
    let age = ask.number(RECORD, "suspect.age", &crime.suspect.age)?;
    if !(10..18).contains(&age) {
        return Ok(Err("the suspect is no child of 10 or over"));
    }
    if !ask.yes(RECORD, "suspect.admitted", crime.suspect.admitted)? {
        return Ok(Err("there is no clear and reliable admission"));
    }
    let subcode = ask.text(RECORD, "subcode", &crime.subcode)?;
    if disposal == Disposal::YouthCaution && KNIFE.contains(&subcode) {
        return Ok(Err("a caution without conditions is not for the possession of a knife"));
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
        casebook::check(include_str!("../../cases/outcome-youth-caution.toml"), outcome);
    }
}
