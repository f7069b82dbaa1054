//! Breastfeeding watched or recorded.

use crime::conduct::Display;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("breastfeeding-watched"),
    title: "88E Filming or watching somebody breastfeed",
    says: "Who records or watches somebody breastfeed without consent, or a reason to believe in it, for sexual gratification or to humiliate, alarm or distress, is recorded under 88E.",
    basis: edition::rules(
        "page 70, 88E Using equipment to film or observe another whilst breastfeeding; subcode from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a woman who breastfeeds in a park is filmed so that she is humiliated, recorded as public disorder",
    mend: "record the offence of filming or watching breastfeeding",
};

/// Classes the watching or recording of breastfeeding.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether there was consent, or for what it was done.
pub fn classify(display: &Display, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.display.consented", display.consented)? {
        ask.follows("with consent, or reason to believe in it");
        return incident("there was consent, or reason to believe in it", &RULE);
    }
    let purpose = ask.which(case.of, "what.display.purpose", &display.purpose)?;
    if purpose.to_gratify() || purpose.to_distress() {
        ask.follows("without consent, for gratification or to humiliate, alarm or distress");
        return crime("88E", "088/13", &RULE);
    }
    ask.follows("neither for gratification nor to humiliate, alarm or distress");
    incident("breastfeeding was watched for none of the purposes that make it an offence", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/breastfeeding-watched.toml"), classified);
    }
}
