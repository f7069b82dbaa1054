//! A sheet is of the sample that is scored.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::sheets::Said;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sheet-of-this-sample"),
    title: "A sheet is of the sample that is scored",
    says: "A sheet that carries the mark of a sample is scored with the manifest of that sample and no other.",
    basis: Basis::Reasoned {
        why: "samples number their cases alike, so a key of one is another report in the next: what was judged there would count here",
    },
    in_force: InForce::Always,
    exemplar: "a sheet of last quarter's sample scored with this quarter's manifest",
    mend: "score it with the `sample-manifest.json` of the sample it was made for",
};

/// Finds a row of another sample.
pub(crate) fn check(said: &Said, mark: &str) -> Option<Finding> {
    let theirs = said.sample.trim();
    if theirs.is_empty() || theirs.eq_ignore_ascii_case(mark) {
        return None;
    }
    let sentence = format!(
        "{}: this sheet is of the sample `{theirs}`, and the manifest is that of `{mark}`; none of its rows counts",
        said.case
    );
    let finding = Finding::new(&RULE, Severity::Error, &said.case, Some(said.place.at("sample")), sentence);
    Some(finding.with("mark of the sheet", theirs).with("mark of the manifest", mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::Place;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sheet-of-this-sample.toml"), |mark: &String| {
            let said = Said {
                place: Place::row("a.csv", 2),
                case: "C001".to_owned(),
                by: "A".to_owned(),
                stratum: String::new(),
                sample: mark.clone(),
                line: None,
            };
            check(&said, "0a1b2c3d").map_or("nothing".to_owned(), |finding| finding.to_string())
        });
    }
}
