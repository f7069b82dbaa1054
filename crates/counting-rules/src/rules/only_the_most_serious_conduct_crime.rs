//! Several conduct crimes at once.

use std::cmp::Ordering;

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{
        conduct_crime_tiers::tier,
        principal_crime::{Prevails, name},
        principal_crime_table::rank,
    },
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("only-the-most-serious-conduct-crime"),
    title: "Only the most serious conduct crime",
    says: "Of stalking, harassment and controlling or coercive behaviour by one offender towards one victim only the most serious is recorded: by the five printed steps of gravity, and within a step by the look-up table.",
    basis: edition::rules(
        "page 55, Recording Conduct Crimes, a combination of conduct offences; pages 56 and 57, the order of gravity; page 14, Principal crime look-up table",
    ),
    in_force: edition::HELD,
    exemplar: "a woman controlled by her husband for years and stalked by him after she left, recorded as two crimes",
    mend: "record the most serious of the conduct crimes only",
};

/// The more serious of two conduct crimes.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let (Some(first), Some(second)) = (gravity(one), gravity(other)) else { return Ok(None) };
    let (prevails, graver, lesser) = match first.cmp(&second) {
        Ordering::Less => (Prevails::First, one, other),
        Ordering::Greater => (Prevails::Second, other, one),
        Ordering::Equal => return Ok(None),
    };
    ask.begin(&RULE, one.case.of);
    ask.follows_with(|| {
        format!(
            "{} and {} are both conduct crimes, and the first is the more serious",
            name(graver),
            name(lesser)
        )
    });
    Ok(Some(prevails))
}

/// The step of gravity of a conduct crime, and its place in the look-up table within the step.
fn gravity(matter: &Matter<'_>) -> Option<(u8, u32)> {
    Some((tier(matter.crime.subcode)?, rank(matter.crime.class, matter.crime.subcode)?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/only-the-most-serious-conduct-crime.toml"), decided);
    }

    /// The five steps as pages 56 and 57 print them, the gravest first.
    const STEPS: [&[&str]; 5] =
        [&["008/58"], &["008/65", "008/66", "008/30"], &["008/67"], &["008/56"], &["195/12", "195/94"]];

    #[test]
    fn each_step_prevails_over_each_lower_step() {
        let mut pairs = 0;
        for (at, graver) in STEPS.iter().enumerate() {
            for (graver, lesser) in graver.iter().flat_map(|graver| {
                STEPS[at + 1..].iter().copied().flatten().map(move |lesser| (graver, lesser))
            }) {
                for (first, second) in [(graver, lesser), (lesser, graver)] {
                    let act = |id: &str, subcode: &str| json!({ "id": id, "by": "o1", "against": ["v1"], "what": { "given": { "subcode": subcode } } });
                    let report = json!({
                        "victims": [{ "id": "v1" }], "offenders": [{ "id": "o1", "people": 1 }],
                        "acts": [act("a1", first), act("a2", second)],
                    });
                    let answer = decided(&serde_json::from_value(report).unwrap());
                    assert!(
                        answer.starts_with("1 x ") && answer.contains(&format!(" {graver};")),
                        "{first}, {second}: {answer}"
                    );
                    assert!(
                        answer.contains(&format!("{lesser} (only-the-most-serious-conduct-crime)")),
                        "{first}, {second}: {answer}"
                    );
                    pairs += 1;
                }
            }
        }
        // 1 over 7, 3 over 4, 1 over 3, 1 over 2; each either way round.
        assert_eq!(pairs, 2 * (7 + 12 + 3 + 2));
    }
}
