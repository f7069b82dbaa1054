//! Other drug offences: premises, and substances to be inhaled.

use crime::{
    Why,
    conduct::{Drugs, PremisesUse},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("other-drug-offences"),
    title: "Other drug offences",
    says: "An occupier who knowingly allows drugs to be produced or supplied, opium to be prepared, or cannabis or opium to be smoked on premises commits an offence of 92C; so does who supplies another substance, believing that somebody under 18 will inhale it to be intoxicated.",
    basis: edition::rules("page 91, 92C Other drug offences"),
    in_force: edition::HELD,
    exemplar: "a landlord who knows that heroin is sold from his flat and lets it go on, recorded as supply",
    mend: "record the offence of 92C for the drug",
};

/// Whether the premises were put to one of the uses that the text prints. Of others the text says nothing.
///
/// # Errors
///
/// [`Missing`], naming the use, or if it is another one.
pub fn premises(drugs: &Drugs, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<(), Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.drugs.premises_used_for", &drugs.premises_used_for)? {
        PremisesUse::ProductionOrSupply
        | PremisesUse::PreparingOpium
        | PremisesUse::SmokingCannabisOrOpium => {
            ask.follows("an occupier knew of such a use of the premises and allowed it");
            Ok(())
        }
        PremisesUse::Another => Err(ask.missing(case.of, "", Why::TextSilent).between(["92C", "incident"])),
    }
}

/// The class of supplying a substance to be inhaled; the list prints no code for it.
///
/// # Errors
///
/// None.
pub fn supply_to_inhale(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("a substance supplied to be inhaled by somebody under 18: 92C, for which the list prints no code of its own");
    crime("92C", "", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/other-drug-offences.toml"), classified);
    }
}
