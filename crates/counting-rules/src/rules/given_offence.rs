//! An offence given by its code.

use crime::{Offence, Subject, Text, Why, conduct::Given};
use rulebook::{Basis, Rule, RuleId};

use crate::{
    Ask, edition, offences,
    verdict::{Answer, Case, Classified, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("given-offence"),
    title: "An offence given by its code",
    says: "An offence for which the rules give no procedure is taken by the subcode given, which must stand in the list of notifiable offences; one that does not is no notifiable crime by that list.",
    basis: Basis::Reasoned {
        why: "the rules classify some offences by described facts and leave the others to the list, which alone says what is notifiable",
    },
    in_force: edition::HELD,
    exemplar: "an offence given as 999/99, a subcode that the list does not have",
    mend: "give a subcode of the list, and the class where the subcode stands in several",
};

/// Takes an offence by the subcode given, and the class where a subcode stands in several.
///
/// # Errors
///
/// [`Missing`](crate::Missing) if no subcode is given, or several classes have it and none is named.
pub fn classify(given: &Given, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let subcode = ask.text(case.of, "what.given.subcode", &given.subcode)?;
    let mut classes: Vec<&'static Offence> = Vec::new();
    for offence in offences::of_subcode(subcode) {
        if !classes.iter().any(|listed| listed.class == offence.class) {
            classes.push(offence);
        }
    }
    if let [offence] = classes.as_slice() {
        ask.follows("stands in the list of notifiable offences, in one class");
        return Ok(Verdict::Crime(Classified::new(&offence.class, &offence.subcode, &RULE)));
    }
    if classes.is_empty() {
        ask.follows("the list of 2026/27 has no such subcode");
        return Ok(Verdict::Incident {
            because: Text::Borrowed("the list of notifiable offences has no such subcode"),
            by: &RULE,
        });
    }
    let names: Vec<Text> = classes.iter().map(|offence| Text::Borrowed(offence.class.as_str())).collect();
    let class = ask
        .text(case.of, "what.given.class", &given.class)
        .map_err(|missing| missing.between(names.clone()))?;
    match classes.iter().find(|offence| offence.class.eq_ignore_ascii_case(class)) {
        Some(offence) => {
            ask.follows("stands in the list of notifiable offences, in the class given");
            Ok(Verdict::Crime(Classified::new(&offence.class, &offence.subcode, &RULE)))
        }
        None => Err(ask.missing(case.of, "what.given.class", Why::NotKnown).between(names)),
    }
}

/// What a rule says of an act of which nobody has said what was done.
pub(crate) fn not_supplied(of: Subject, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, of);
    Err(ask.missing(of, "what", Why::NotSupplied))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/given-offence.toml"), classified);
    }
}
