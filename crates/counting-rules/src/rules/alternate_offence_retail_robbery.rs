//! Retail robbery, alternate offence.

use crime::outcome::{Disposal, EvidenceFor, RecordedCrime};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    outcome::{Found, RECORD, no, yes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("alternate-offence-retail-robbery"),
    title: "Alternate offence for retail robbery",
    says: "A robbery in a shop takes outcome 1A if the theft is charged, though not the violence, where violence or threats were limited, the goods were of low value, the offender is not prolific and no weapon was used, threatened or seen; else the case goes to the prosecutors.",
    basis: edition::rules("pages 21 and 22, Alternate Offence for Retail Robbery"),
    in_force: edition::HELD,
    exemplar: "a shop robbery with a knife in the hand, closed under 1A on a charge of theft",
    mend: "refer the case to the Crown Prosecution Service",
};

/// Whether a robbery in a shop is recorded, and no offence that is associated with it was charged: such a charge decides under the
/// general rule, wherever the robbery was.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn speaks_of(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, RECORD);
    let robbery = ask.text(RECORD, "class", &crime.class)?.starts_with("34");
    let associated = crime.evidence.value() == Some(&EvidenceFor::Associated);
    Ok(robbery && !associated && ask.yes(RECORD, "retail.in_shop", crime.retail.in_shop)?)
}

/// Whether a robbery in a shop may be closed as charged with theft.
///
/// # Errors
///
/// [`Missing`], naming the fact without which it cannot be told.
pub fn may(crime: &RecordedCrime, ask: &mut Ask<'_>) -> Found {
    ask.begin(&RULE, RECORD);
    let retail = &crime.retail;
    if ask.which(RECORD, "disposal", &crime.disposal)? != Disposal::Charge
        || !ask.yes(RECORD, "retail.theft_charged", retail.theft_charged)?
    {
        return no(ask, &RULE, "the theft was not charged");
    }
    let met = ask.yes(RECORD, "retail.limited_violence", retail.limited_violence)?
        && ask.yes(RECORD, "retail.low_value", retail.low_value)?
        && !ask.yes(RECORD, "retail.prolific", retail.prolific)?
        && !ask.yes(RECORD, "retail.weapon", retail.weapon)?;
    if !met {
        return no(
            ask,
            &RULE,
            "no low-level robbery: the case is normally referred to the Crown Prosecution Service",
        );
    }
    yes(
        ask,
        &RULE,
        "a low-level robbery in a shop, of which the theft is charged",
        &["the record says why the violence or threat is not charged"],
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::outcome;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/alternate-offence-retail-robbery.toml"), outcome);
    }
}
