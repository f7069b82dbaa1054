//! A pet taken in a burglary.

use crime::Why;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, offences, rules::principal_crime::Prevails};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("pet-abduction-and-burglary"),
    title: "Pet abduction in a burglary",
    says: "Where a building was entered by a trespasser in order to take a dog or cat, or one was taken after entry, it must be considered with care whether burglary or pet abduction is recorded: the registrar rules.",
    basis: edition::rules("page 83, 49 Pet Abduction, Principal Crime"),
    in_force: edition::HELD,
    exemplar: "a house is broken into for the puppies, and burglary is recorded by the longer sentence alone",
    mend: "ask the registrar",
};

/// Which of a pet abduction and a burglary is counted: the text asks for care and gives no answer, so a ruling does.
///
/// # Errors
///
/// [`Missing`], if there is no ruling on `pet-abduction-and-burglary`: `burglary`, `pet-abduction` or `both`.
pub(crate) fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let pet = |matter: &Matter<'_>| matter.crime.subcode == "049/03";
    let burglary = |matter: &Matter<'_>| {
        offences::row(matter.crime.class, matter.crime.subcode)
            .is_some_and(|offence| offence.group == "Burglary")
    };
    let (burglary_prevails, of) = if burglary(one) && pet(other) {
        (Prevails::First, other.case.of)
    } else if pet(one) && burglary(other) {
        (Prevails::Second, one.case.of)
    } else {
        return Ok(None);
    };
    ask.begin(&RULE, of);
    let prevails = match ask.ruling("pet-abduction-and-burglary").map(|ruling| ruling.answer.as_str()) {
        Some("burglary") => burglary_prevails,
        Some("pet-abduction") => burglary_prevails.turned(),
        Some("both") => Prevails::Both,
        Some(_) | None => return Err(ask.missing(of, "", Why::NoRuling)),
    };
    ask.follows("as the registrar ruled");
    Ok(Some(prevails))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn a_ruling_decides() {
        let report = r#"{ "id": "R1", "victims": [{ "id": "v1" }], "offenders": [{ "id": "o1" }], "acts": [
            { "id": "a1", "what": { "given": { "subcode": "028/03", "class": "28I" } }, "by": "o1", "against": ["v1"] },
            { "id": "a2", "what": { "given": { "subcode": "049/03" } }, "by": "o1", "against": ["v1"] }] }"#;
        let incident = crate::cases::with_facts_and_place(&serde_json::from_str(report).unwrap());
        for (answer, crimes) in [("burglary", "28I"), ("pet-abduction", "49"), ("both", "28I, 49")] {
            let ruling = format!(
                r#"{{ "ruling": [{{ "id": "F1", "on": "pet-abduction-and-burglary", "from": "2026-04-01", "answer": "{answer}",
                "registrar": "FCR", "reason": "an example" }}] }}"#
            );
            let decision =
                crate::decide(&incident, &serde_json::from_str(&ruling).unwrap(), crate::Working::Left);
            let classes: Vec<&str> = decision.crimes.iter().map(|due| &*due.class).collect();
            assert_eq!(classes.join(", "), crimes, "{answer}");
        }
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/pet-abduction-and-burglary.toml"), decided);
    }
}
