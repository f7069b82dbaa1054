//! Robbery with injuries.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{principal_crime, principal_crime_table},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("robbery-absorbs-injuries"),
    title: "Robbery with injuries",
    says: "Where people are injured immediately before a robbery or at the time of it, the robbery alone is counted, whoever they are.",
    basis: edition::rules("page 72, 34B, last sentence"),
    in_force: edition::HELD,
    exemplar: "a man is robbed of his watch and his friend, who stands by, is hit; robbery and assault are both recorded",
    mend: "count the robbery, and keep the injuries in its record",
};

/// Drops assaults in the course of a robbery, on whomever. Murder and attempted murder are no mere injuries and stay; a common assault,
/// which is less than an injury, goes with the injuries. Both are our reading. Between the robber and the one robbed the look-up table
/// says the same where it prints both, and is left to say it.
///
/// # Errors
///
/// [`Missing`], naming the act in the course of which an assault was done. The assault is then taken out of the count.
pub(crate) fn applied(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let robberies: Vec<(String, String, Option<String>)> = matters
        .iter()
        .filter(|matter| matter.counts() && matches!(matter.crime.class, "34A" | "34B"))
        .map(|matter| {
            (matter.act().to_owned(), matter.victim_id().to_owned(), matter.case.act.by.value().cloned())
        })
        .collect();
    if robberies.is_empty() {
        return Ok(());
    }
    for matter in matters.iter_mut().filter(|matter| matter.counts() && assault(matter.crime.class)) {
        let by = matter.case.act.by.value();
        let in_table = principal_crime_table::rank(matter.crime.class, matter.crime.subcode).is_some();
        let same = |robbery: &(String, String, Option<String>)| {
            robbery.1 == matter.victim_id() && by.is_some() && robbery.2.as_ref() == by
        };
        if in_table && robberies.iter().any(same) {
            continue;
        }
        let act = matter.case.act;
        ask.begin(&RULE, matter.case.of);
        match ask.text(matter.case.of, "in_course_of", &act.in_course_of) {
            Ok(of) if robberies.iter().any(|(robbery, _, _)| robbery == of) => {
                ask.follows("done immediately before a robbery or at the time of it: the robbery only");
                matter.drop_by(&RULE, format!("counted with the robbery of act {of}"));
            }
            Ok(_) => ask.follows("not in the course of a robbery: counted by itself"),
            Err(missing) => {
                matter.drop_by(&RULE, principal_crime::UNDECIDED);
                let name = principal_crime::name(matter);
                return Err(
                    missing.between(["the robbery only".to_owned(), format!("the robbery and {name}")])
                );
            }
        }
    }
    Ok(())
}

/// The classes of assaults.
fn assault(class: &str) -> bool {
    matches!(class, "5D" | "8N" | "8P" | "8S" | "8T" | "104" | "105A" | "105B")
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/robbery-absorbs-injuries.toml"), decided);
    }
}
