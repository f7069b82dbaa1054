//! Assaults in the course of an aggravated burglary.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{principal_crime::Prevails, principal_crime_table::rank},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("assault-in-aggravated-burglary"),
    title: "Assault in the course of an aggravated burglary",
    says: "An assault of section 20 or above in the course of an aggravated burglary is generally counted instead of it; a lesser assault is not.",
    basis: edition::rules(
        "page 74, 29B, 29C and 31A; that lesser assaults give way is our reading, which the look-up table of page 14 bears out",
    ),
    in_force: edition::HELD,
    exemplar: "an armed burglar bruises a constable who lives in the house, recorded as the assault",
    mend: "record the wounding or grievous bodily harm; with a lesser assault, record the aggravated burglary",
};

/// Whether an assault is of section 20 or above; nothing, if it is no assault of which the rule speaks.
fn serious(matter: &Matter<'_>) -> Option<bool> {
    match matter.crime.subcode {
        "005/01" | "008/01" | "008/59" => Some(true),
        "008/06" | "008/60" | "008/57" | "008/73" | "105/01" => Some(false),
        _ => None,
    }
}

fn aggravated(matter: &Matter<'_>) -> bool {
    matches!(matter.crime.class, "29" | "29A" | "29B" | "29C" | "31" | "31A")
}

/// Which of an aggravated burglary and an assault is counted.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let (burglary_first, serious) = match (aggravated(one), aggravated(other)) {
        (true, false) => (true, serious(other)),
        (false, true) => (false, serious(one)),
        (true, true) | (false, false) => return Ok(None),
    };
    let Some(serious) = serious else { return Ok(None) };
    let printed = |matter: &Matter<'_>| rank(matter.crime.class, matter.crime.subcode).is_some();
    if printed(one) && printed(other) {
        // The look-up table says the same, and says it of more offences.
        return Ok(None);
    }
    ask.begin(&RULE, one.case.of);
    ask.follows(if serious {
        "an assault of section 20 or above generally takes precedence over aggravated burglary"
    } else {
        "an assault below section 20 does not take precedence over aggravated burglary"
    });
    Ok(Some(if burglary_first == serious { Prevails::Second } else { Prevails::First }))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/assault-in-aggravated-burglary.toml"), decided);
    }
}
