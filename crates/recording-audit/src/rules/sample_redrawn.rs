//! A sample can be drawn again.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::sample::SampleManifest;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sample-redrawn"),
    title: "A sample can be drawn again",
    says: "Drawn again from the same frame by its manifest, a sample has the same records in the same order and under the same keys.",
    basis: Basis::Reasoned {
        why: "a sample that nobody can draw again may have been picked, and its rate proves nothing about the records that were not in it",
    },
    in_force: InForce::Always,
    exemplar: "a manifest in which a case stands in another stratum than the one that was drawn",
    mend: "find the manifest and the frame as they were on the day of the draw; if they cannot be found, draw anew and judge anew",
};

/// What differs between a manifest and what was drawn again by it. Replacements and auditors are decided after the draw and not compared.
#[must_use]
pub fn check(file: &str, before: &SampleManifest, again: &SampleManifest) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut differ = |record: &str, what: &str, before: String, again: String| {
        if before != again {
            let sentence = format!("{what}: the manifest says {before}, drawn again it is {again}");
            let finding = Finding::new(&RULE, Severity::Error, record, Some(Place::file(file)), sentence)
                .with("manifest", before)
                .with("drawn again", again);
            found.push(finding);
        }
    };
    differ("", "the digest of the frame", before.frame.sha256.clone(), again.frame.sha256.clone());
    differ("", "the number of cases", before.cases.len().to_string(), again.cases.len().to_string());
    differ("", "the digest of the records drawn", before.drawn_sha256.clone(), again.drawn_sha256.clone());
    for (before, again) in before.cases.iter().zip(&again.cases) {
        let place = |stratum: &str, rank: u64, case: &str| format!("{case} as number {rank} of `{stratum}`");
        differ(
            &before.case,
            &format!("case {}", before.case),
            place(&before.stratum, before.rank, &before.case),
            place(&again.stratum, again.rank, &again.case),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::sample::{SampleManifest, SampledCase, Use};

    /// Cases as `C1 a 1`: key, stratum and rank.
    #[derive(Debug, serde::Deserialize)]
    struct Facts {
        manifest: Vec<String>,
        again: Vec<String>,
    }

    fn manifest(cases: &[String]) -> SampleManifest {
        let cases = cases.iter().map(|words| {
            let [case, stratum, rank] = words.split(' ').collect::<Vec<_>>().try_into().unwrap();
            SampledCase {
                case: case.to_owned(),
                stratum: stratum.to_owned(),
                rank: rank.parse().unwrap(),
                used: Use::Drawn,
                reason: None,
                replaces: None,
                auditors: Vec::new(),
            }
        });
        SampleManifest { cases: cases.collect(), ..crate::sample::cases::no_manifest() }
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sample-redrawn.toml"), |facts: &Facts| {
            super::check("sample-manifest.json", &manifest(&facts.manifest), &manifest(&facts.again))
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        });
    }
}
