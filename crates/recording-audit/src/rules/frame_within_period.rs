//! A record of the frame lies in the period of the audit.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::sample::Filter;
use calendar::moment;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("frame-within-period"),
    title: "A record of the frame lies in the period of the audit",
    says: "Only records whose day lies between the first and the last day of the audit, both included, can be drawn; a record without a day cannot be placed and is rejected.",
    basis: Basis::Reasoned {
        why: "a rate is said of a period: records of other days would change it, and those without a day may belong to it or not",
    },
    in_force: InForce::Always,
    exemplar: "a report of 1 April in an audit that ends on 31 March",
    mend: "nothing, if the extract is meant to be wider than the audit; else mend the day or the period and plan again",
};

/// Finds a record outside the period; as an error, one that has no day to tell.
pub(crate) fn check(
    place: &Place,
    record: &str,
    day: &str,
    period: &Filter,
) -> Result<Option<Finding>, Box<Finding>> {
    if period.from.is_none() && period.to.is_none() {
        return Ok(None);
    }
    let place = place.at("day");
    let rejected = |sentence: String| {
        Box::new(Finding::new(&RULE, Severity::Error, record, Some(place.clone()), sentence).with("day", day))
    };
    let read = match moment::moment(day) {
        Ok(Some(read)) => read.date(),
        Ok(None) => {
            let sentence = format!(
                "{record}: its day is not supplied, so it cannot be told whether it belongs to the period"
            );
            return Err(rejected(sentence));
        }
        Err(moment::NoMoment) => None,
    };
    let Some(read) = read else {
        return Err(rejected(format!("{record}: `{day}` is no day as `2026-05-01`, with or without a time")));
    };
    let outside = match (period.from, period.to) {
        (Some(from), _) if read < from => format!("lies before the period, which begins on {from}"),
        (_, Some(to)) if read > to => format!("lies after the period, which ends on {to}"),
        _ => return Ok(None),
    };
    let sentence = format!("{record}: {read} {outside}");
    Ok(Some(Finding::new(&RULE, Severity::Note, record, Some(place), sentence).with("day", day)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/frame-within-period.toml"), |rows: &Vec<String>| {
            let [from, to] = [(2026, 1, 1), (2026, 3, 31)].map(|(y, m, d)| Some(rulebook::day(y, m, d)));
            crate::sample::cases::findings_of("record,day", rows, &[], from, to)
        });
    }
}
