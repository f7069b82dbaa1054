//! A figure that was computed elsewhere agrees with the one that is computed here.

use rulebook::{Basis, Figure, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("carried-figure-agrees"),
    title: "A carried figure agrees",
    says: "A figure that another command computed and the folder carries prints the same, interval included, as the figure of that name that the paper computes from its own tables.",
    basis: Basis::Reasoned {
        why: "one of the two rests on other rows or on another rounding, and the paper can print only one of them",
    },
    in_force: InForce::Always,
    exemplar: "`audit/figures.csv` says that 97% of crimes were recorded, where `audit/strata.csv` gives 98.8%",
    mend: "run the command again on the rows that the folder holds, or carry the figures without the table",
};

/// Holds a carried figure against the one that the paper computes; the paper prints the latter.
#[must_use]
pub fn check(place: &Place, carried: &Figure, computed: &Figure) -> Option<Finding> {
    let printed = |figure: &Figure| match figure.interval_printed() {
        Some(interval) => format!("{} ({interval})", figure.printed()),
        None => figure.printed(),
    };
    let (theirs, ours) = (printed(carried), printed(computed));
    if theirs == ours {
        return None;
    }
    let id = &computed.id;
    let sentence = format!(
        "`{id}` is carried as {theirs}, and the tables of the folder give {ours}; the paper prints the latter"
    );
    let finding = Finding::new(&RULE, Severity::Error, id.as_str(), Some(place.at("printed")), sentence);
    Some(finding.with("carried", theirs).with("computed", ours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::{FigureId, Rounding, Value};
    use statistics::{Confidence, wilson_interval};

    /// Parts and wholes.
    #[derive(Debug, serde::Deserialize)]
    struct Facts {
        carried: [u64; 2],
        computed: [u64; 2],
    }

    fn figure([part, whole]: [u64; 2]) -> Figure {
        let id = FigureId::of(&["audit", "incidents", "compliance"]);
        let share = Figure::new(id, "", Value::Share { part, whole }).rounded(Rounding::nearest(0));
        share.with_interval(whole, wilson_interval(part, whole, Confidence::NinetyFive, "").unwrap())
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/carried-figure-agrees.toml"), |facts: &Facts| {
            let place = Place::row("audit/figures.csv", 2);
            check(&place, &figure(facts.carried), &figure(facts.computed))
                .map_or("nothing".to_owned(), |finding| finding.to_string())
        });
    }
}
