//! The principal crime look-up table.

use std::{cmp::Ordering, collections::HashMap, sync::LazyLock};

use rulebook::{Rule, RuleId};
use serde::Deserialize;

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::principal_crime::{Prevails, name},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("principal-crime-table"),
    title: "Principal crime look-up table",
    says: "Of two offences that both stand in the printed table, the one printed higher is the more serious; the table is a guide, and prints no others.",
    basis: edition::rules("page 14, Principal crime look-up table"),
    in_force: edition::HELD,
    exemplar: "non-fatal strangulation and actual bodily harm, to one victim by one man at once, of which the bodily harm is recorded",
    mend: "record the one that the table prints higher",
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    rank: u32,
    #[serde(rename = "offence")]
    _offence: String,
    classes: String,
    subcodes: String,
    #[serde(rename = "max_sentence")]
    _max_sentence: String,
    #[serde(rename = "against")]
    _against: String,
}

/// The rank of each class and subcode that the table prints.
static RANKS: LazyLock<HashMap<(String, String), u32>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("../../data/principal-crime-table.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect::<Vec<Row>>();
    let mut ranks = HashMap::new();
    for row in rows {
        for class in row.classes.split_whitespace() {
            for subcode in row.subcodes.split_whitespace() {
                ranks.entry((class.to_owned(), subcode.to_owned())).or_insert(row.rank);
            }
        }
    }
    ranks
});

/// The place of an offence in the table, 1 the highest; nothing, if the table does not print it.
#[must_use]
pub fn rank(class: &str, subcode: &str) -> Option<u32> {
    RANKS.get(&(class.to_owned(), subcode.to_owned())).copied()
}

/// Which of two is printed higher, where both are printed and not in the same row.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let (Some(first), Some(second)) =
        (rank(one.crime.class, one.crime.subcode), rank(other.crime.class, other.crime.subcode))
    else {
        return Ok(None);
    };
    let prevails = match first.cmp(&second) {
        Ordering::Less => Prevails::First,
        Ordering::Greater => Prevails::Second,
        Ordering::Equal => return Ok(None),
    };
    ask.begin(&RULE, one.case.of);
    ask.follows_with(|| {
        format!("{} is printed in place {first}, {} in place {second}", name(one), name(other))
    });
    Ok(Some(prevails))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/principal-crime-table.toml"), decided);
    }

    #[test]
    fn every_rank_is_printed_once() {
        let ranks: std::collections::BTreeSet<u32> = RANKS.values().copied().collect();
        assert_eq!(ranks, (1..=39).collect());
    }
}
