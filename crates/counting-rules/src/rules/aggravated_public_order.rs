//! Public order offences that are racially or religiously aggravated.

use crime::Why;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("aggravated-public-order"),
    title: "Racially or religiously aggravated public order offences",
    says: "An offence under section 4, 4A or 5 that is racially or religiously aggravated has a class of its own, 9B, with a code for each section.",
    basis: edition::rules("page 89, 9B; the codes from the notifiable offence list 2026/27"),
    in_force: edition::HELD,
    exemplar: "insults to a man's faith, meant to distress him, recorded as 9A",
    mend: "record it in 9B, under the code of the section",
};

/// The section of the Public Order Act of the offence that is aggravated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Fear or provocation of violence.
    Four,
    /// Intentional harassment, alarm or distress.
    FourA,
    /// Harassment, alarm or distress.
    Five,
}

/// The aggravated offence. One that was done because of sex as well is left undecided: the text gives both, and no order between them.
///
/// # Errors
///
/// [`Missing`](crate::Missing), if it was also done because of sex.
pub fn classify(section: Section, because_of_sex: bool, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let subcode = match section {
        Section::Four => "066/91",
        Section::FourA => "008/55",
        Section::Five => "125/82",
    };
    if because_of_sex {
        let missing = ask.missing(case.of, "", Why::TextSilent);
        return Err(missing.between(["9A 068/25".to_owned(), format!("9B {subcode}")]));
    }
    ask.follows_with(|| format!("racially or religiously aggravated: {subcode}"));
    crime("9B", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/aggravated-public-order.toml"), classified);
    }
}
