//! Several crimes of one record are not independent trials.

use crime::inspection::counted;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::Stratum;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("crimes-are-not-trials"),
    title: "Crimes are not trials",
    says: "Where more crimes were due than records were examined, the crimes are no independent sample.",
    basis: Basis::Reasoned {
        why: "the record is what was drawn: its crimes are recorded or missed together, so they tell less than as many \
              crimes of different records",
    },
    in_force: InForce::Always,
    exemplar: "1 record examined, 2 crimes due from it",
    mend: "nothing, if only totals are held; with the counts of each record an interval can be made that is right",
};

/// Notes a stratum with more crimes due than records examined.
///
/// At or below that number some records may still have made several crimes; the totals cannot tell.
#[must_use]
pub fn check(row: &Row<Stratum>) -> Option<Finding> {
    let Stratum { stratum, records_examined, crimes_due, .. } = &row.value;
    let due = crimes_due.value().filter(|due| *due > records_examined)?;
    let sentence = format!(
        "{stratum}: {} came from {}; several crimes of one record are not independent trials, so the interval beside the \
         rate is too narrow",
        counted(*due, "crime"),
        counted(*records_examined, "record")
    );
    Some(
        Finding::new(&RULE, Severity::Note, stratum, Some(row.place.at("crimes_due")), sentence)
            .with("records_examined", records_examined)
            .with("crimes_due", due),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/crimes-are-not-trials.toml"), |facts: &Stratum| {
            in_words(check(&row(facts)))
        });
    }
}
