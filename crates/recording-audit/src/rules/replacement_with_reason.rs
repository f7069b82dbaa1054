//! A case is replaced for a reason, from the reserve.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("replacement-with-reason"),
    title: "A case is replaced for a reason, from the reserve",
    says: "A case that is judged may be replaced once, for a reason that is kept, by the next of the reserve of its stratum.",
    basis: Basis::Reasoned {
        why: "who may put cases aside without a reason, or choose what takes their place, chooses the rate",
    },
    in_force: InForce::Always,
    exemplar: "a row that replaces C012 and gives no reason",
    mend: "give the reason; if the reserve is used up, draw again with a larger one and the same seed: the first cases stay the same",
};

/// The finding about a row that replaces nothing.
pub(crate) fn check(place: &Place, case: &str, why: String) -> Finding {
    let sentence = format!("{case} is not replaced: {why}");
    Finding::new(&RULE, Severity::Error, case, Some(place.at("case")), sentence).with("why", why)
}

#[cfg(test)]
mod tests {
    use crate::sample::{SampleManifest, SampledCase, Use};

    #[derive(Debug, serde::Deserialize)]
    struct Facts {
        /// `C1 a drawn`: key, stratum and use.
        cases: Vec<String>,
        /// Rows of the table, without its header.
        rows: Vec<String>,
    }

    fn sampled(words: &str) -> SampledCase {
        let [case, stratum, used] = words.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let used = match used {
            "drawn" => Use::Drawn,
            "reserve" => Use::Reserve,
            other => panic!("{other}"),
        };
        let auditors = if used.is_judged() { vec!["A".to_owned()] } else { Vec::new() };
        SampledCase {
            case: case.to_owned(),
            stratum: stratum.to_owned(),
            rank: 1,
            used,
            reason: None,
            replaces: None,
            auditors,
        }
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/replacement-with-reason.toml"), |facts: &Facts| {
            let mut manifest = SampleManifest {
                cases: facts.cases.iter().map(|words| sampled(words)).collect(),
                ..crate::sample::cases::no_manifest()
            };
            let text = format!("case,reason,decided_by\n{}\n", facts.rows.join("\n"));
            let source = table::Source::new("replacements.csv", text.as_bytes());
            let mut said: Vec<String> =
                manifest.replace(source).unwrap().iter().map(ToString::to_string).collect();
            for case in &manifest.cases {
                match (&case.reason, &case.replaces) {
                    (Some(reason), _) => said.push(format!("{} replaced: {reason}", case.case)),
                    (None, Some(old)) => {
                        said.push(format!(
                            "{} for {old}, judged by {}",
                            case.case,
                            case.auditors.join(" and ")
                        ));
                    }
                    (None, None) => {}
                }
            }
            said
        });
    }
}
