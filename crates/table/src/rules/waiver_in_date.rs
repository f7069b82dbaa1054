//! A waiver has an owner, a reason and a day that has not passed.

use chrono::NaiveDate;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Row, waivers::Waiver};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("waiver-in-date"),
    title: "A waiver is in date",
    says: "A waiver names the post that answers for it and the reason, and waives its finding to its last day; after that day it waives nothing and is a finding itself.",
    basis: Basis::Reasoned {
        why: "a finding that nobody answers for any more is a finding; what is waived is counted apart and never hidden",
    },
    in_force: InForce::Always,
    exemplar: "a waiver whose last day was yesterday",
    mend: "mend what was found, or have the owner give the waiver a new last day",
};

/// Rejects a waiver without an owner, a reason, a rule or a record.
pub(crate) fn whole(row: &Row<Waiver>) -> Option<Finding> {
    let waiver = &row.value;
    let cells = [
        ("rule", &waiver.rule),
        ("record", &waiver.record),
        ("owner", &waiver.owner),
        ("reason", &waiver.reason),
    ];
    let (column, _) = cells.into_iter().find(|(_, cell)| cell.is_empty())?;
    let sentence = format!("a waiver without {column} waives nothing");
    Some(Finding::new(&RULE, Severity::Error, &waiver.record, Some(row.place.at(column)), sentence))
}

/// Finds fault with a waiver whose last day has passed.
pub(crate) fn check(row: &Row<Waiver>, as_at: NaiveDate) -> Option<Finding> {
    let waiver = &row.value;
    if waiver.expires >= as_at {
        return None;
    }
    let sentence = format!(
        "the waiver of {} for {} by {} ended on {}, and waives nothing on {as_at}",
        waiver.rule, waiver.record, waiver.owner, waiver.expires
    );
    Some(
        Finding::new(&RULE, Severity::Warning, &waiver.record, Some(row.place.at("expires")), sentence)
            .with("rule", &waiver.rule)
            .with("owner", &waiver.owner)
            .with("reason", &waiver.reason)
            .with("expires", waiver.expires),
    )
}

#[cfg(test)]
mod tests {
    use rulebook::day;

    use crate::waivers::Waivers;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/waiver-in-date.toml"), |rows: &Vec<String>| {
            let text = format!("rule,record,owner,reason,expires\n{}\n", rows.join("\n"));
            let waivers =
                Waivers::read(crate::Source::new("waivers.csv", text.as_bytes()), day(2026, 6, 1)).unwrap();
            waivers.findings.iter().map(ToString::to_string).collect::<Vec<_>>()
        });
    }
}
