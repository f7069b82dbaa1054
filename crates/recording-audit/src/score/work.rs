//! What was done with the cases of a sample: replaced, judged twice, moderated. It tells of the audit and of nobody in a record.

use rulebook::{Figure, Place, Value};

use crate::{
    sample::{SampleManifest, Use},
    score::{
        cases::{Case, Stands},
        figure::Told,
    },
};

/// The figures `audit.all.<what>`, over all strata.
pub(super) fn figures(manifest: &SampleManifest, cases: &[Case<'_>], files: &[String]) -> Vec<Figure> {
    let told = Told { force: None, stratum: None };
    let sheets: Vec<Place> = files.iter().map(Place::file).collect();
    let count =
        |what, label, count: usize| told.count(what, label, Value::Count(count as u64), "cases", &sheets);
    let used = |used: Use| manifest.cases.iter().filter(|case| case.used == used).count();
    let stands = |stands: Stands| cases.iter().filter(|case| case.stands == stands).count();
    let twice: Vec<&Case<'_>> = cases.iter().filter(|case| case.sampled.auditors.len() > 1).collect();
    let answered = twice.iter().filter(|case| case.both().is_some()).count();
    let disagreed = twice.iter().filter(|case| case.disagreed()).count();
    let moderated = twice.iter().filter(|case| case.disagreed() && !case.moderated.is_empty()).count();
    vec![
        count("replaced", "cases drawn that were replaced from the reserve", used(Use::Replaced)),
        count("replacements", "cases that came from the reserve and are judged", used(Use::Replacement)),
        count("reserve", "cases that are still in reserve", used(Use::Reserve)),
        count("for-two", "cases that two auditors are to judge", twice.len()),
        count("by-two", "cases that two auditors have judged", answered),
        count(
            "alike",
            "cases that two auditors judged alike in everything that counts",
            answered - disagreed,
        ),
        count("differently", "cases of which two auditors said different things", disagreed),
        count("moderated", "cases of these that a moderator decided", moderated),
        count("undecided", "cases of these that nobody has decided", stands(Stands::NotDecided)),
    ]
}

#[cfg(test)]
mod tests {
    use crate::score::{Settings, examples::scored};

    #[test]
    fn replaced_judged_twice_and_moderated_cases_are_counted() {
        let says = |case: &str, by: &str, judgement: &str| format!("{case},1,{by},,{judgement},,,,,,,");
        // Of the small sample: C5 was replaced by C6, C7 is in reserve, and C3 is for Ann and for Bob.
        let mut rows = vec![
            says("C1", "Ann", "recorded"),
            says("C3", "Ann", "recorded"),
            says("C3", "Bob", "not recorded"),
        ];
        let told = |rows: &[String]| {
            let answer = scored(rows, &Settings::new(rulebook::day(2026, 6, 1)));
            let counts: Vec<String> = answer.work.iter().map(rulebook::Figure::printed).collect();
            assert!(answer.work.iter().all(|figure| answer.figures.contains(figure)));
            // What others see is the same: it is about the audit.
            assert_eq!(answer.for_others(5).work, answer.work);
            counts.join(" ")
        };
        assert_eq!(told(&rows), "1 1 1 1 1 0 1 0 1");
        rows.push("moderated: C3,1,recorded,,,Registrar,found".to_owned());
        assert_eq!(told(&rows), "1 1 1 1 1 0 1 1 0");
        assert_eq!(told(&[]), "1 1 1 1 0 0 0 0 0");
    }
}
