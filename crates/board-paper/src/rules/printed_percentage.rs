//! Which rounding convention printed the percentages of a table, and which of them contradicts it.

use rulebook::{Basis, Finding, InForce, Method, Rule, RuleId, Severity};
use statistics::{Contradiction, Fit, PrintedShare, best, fits};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("printed-percentage"),
    title: "Printed percentage",
    says: "All percentages printed in one table come from its counts by one rounding convention.",
    basis: Basis::Reasoned {
        why: "a reader compares the rows of a table, so all must be cut in the same way",
    },
    in_force: InForce::Always,
    exemplar: "a table that prints 1 of 6 as 16%, 2 of 3 as 66% and 7 of 8 as 87%, but 8 of 9 as 89%",
    mend: "cut every percentage of the table in one way, and say in which",
};

/// What is known of how a table was rounded.
#[derive(Debug, Clone)]
pub struct Convention {
    /// The table, by the name its readers use.
    pub table: String,
    /// The convention that fits best; none if two fit equally well.
    pub method: Option<Method>,
    /// Every convention with what it fits, best first.
    pub fits: Vec<Fit>,
}

/// Finds the convention of a table and names every value that contradicts it.
#[must_use]
pub fn check(table: &str, shares: &[PrintedShare]) -> (Convention, Vec<Finding>) {
    let fits = fits(shares);
    let method = best(&fits).map(|fit| fit.method);
    let mut findings = Vec::new();
    if let Some(fit) = best(&fits) {
        let tried: Vec<String> =
            fits.iter().map(|fit| format!("{} fits {} of {}", fit.method, fit.fits, fit.of)).collect();
        for value in &fit.against {
            let sentence = format!(
                "{table}: {} is printed as {}%, but {} gives {}%; {}",
                value.record,
                value.printed,
                name(fit.method),
                value.by_method,
                tried.join(", ")
            );
            findings.push(
                Finding::new(&RULE, Severity::Warning, &value.record, Some(value.place.clone()), sentence)
                    .with("printed", format!("{}%", value.printed))
                    .with("expected", format!("{}%", value.by_method))
                    .with("convention", fit.method),
            );
        }
    } else if fits.iter().all(|fit| fit.of > 0 && fit.fits == 0) && !fits.is_empty() {
        let sentence =
            format!("{table}: no rounding convention fits any of its {} percentages", shares.len());
        let place = shares.first().map(|share| share.place.clone());
        findings.push(Finding::new(&RULE, Severity::Warning, table, place, sentence));
    } else {
        findings.extend(against_all(table, &fits));
    }
    (Convention { table: table.to_owned(), method, fits }, findings)
}

/// Where conventions fit equally well: the values that none of them gives.
fn against_all(table: &str, fits: &[Fit]) -> Vec<Finding> {
    let most = fits.iter().map(|fit| fit.fits).max().unwrap_or_default();
    let mut leading = fits.iter().filter(|fit| fit.fits == most);
    let Some(first) = leading.next() else { return Vec::new() };
    let others: Vec<&Fit> = leading.collect();
    let by_all = |value: &&Contradiction| {
        others.iter().all(|fit| fit.against.iter().any(|other| other.place == value.place))
    };
    first
        .against
        .iter()
        .filter(by_all)
        .map(|value| {
            let printed = value.printed;
            let sentence = format!(
                "{table}: {} is printed as {printed}%, and none of the conventions that fit its table best gives that; {} gives {}%",
                value.record,
                name(first.method),
                value.by_method
            );
            Finding::new(&RULE, Severity::Warning, &value.record, Some(value.place.clone()), sentence)
                .with("printed", format!("{printed}%"))
                .with("expected", format!("{}%", value.by_method))
        })
        .collect()
}

/// A convention as it is named in a sentence.
#[must_use]
pub const fn name(method: Method) -> &'static str {
    match method {
        Method::Nearest => "rounding to the nearest",
        Method::CutOff => "cutting off",
        Method::Up => "rounding up",
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use rulebook::Place;
    use serde::Deserialize;

    /// A row as cases write it: part, whole, and the percentage as printed.
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub(crate) struct AsPrinted {
        part: u64,
        whole: u64,
        printed: String,
    }

    pub(crate) fn shares(rows: &[AsPrinted]) -> Vec<PrintedShare> {
        rows.iter()
            .enumerate()
            .map(|(index, row)| PrintedShare {
                record: format!("row {}", index + 1),
                place: Place::row("table.csv", index as u64 + 2),
                counts: Vec::new(),
                part: row.part,
                whole: row.whole,
                printed: row.printed.parse().unwrap(),
            })
            .collect()
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/printed-percentage.toml"), |rows: &Vec<AsPrinted>| {
            let (convention, findings) = check("table", &shares(rows));
            let mut said = vec![convention.method.map_or("none", name).to_owned()];
            said.extend(findings.into_iter().map(|finding| finding.sentence));
            said
        });
    }
}
