//! What goes to auditors: the cases of each under their keys, and, apart from it, which record each case is.

use crate::sample::{DrawnRecord, SampleManifest, SampledCase};

/// The columns that an auditor fills in, as [`crate::sample`] writes them into every sheet.
pub const TO_FILL: [&str; 8] =
    ["judgement", "class_due", "class_recorded", "received", "recorded", "victim_told", "no_crime", "notes"];

/// The columns of an identity map.
pub const IDENTITY: [&str; 7] = ["case", "record", "line", "stratum", "rank", "use", "auditors"];

/// The header of a sheet: key, line of the case, auditor, stratum, the mark of the sample, what is shown, and what is to be filled in.
#[must_use]
pub fn header(shown: &[String]) -> Vec<String> {
    let front = ["case", "line", "auditor", "stratum", "sample"].into_iter().map(str::to_owned);
    // A column of the frame never takes the name of one that is filled in.
    let shown = shown.iter().map(|name| format!("frame_{name}"));
    front.chain(shown).chain(TO_FILL.into_iter().map(str::to_owned)).collect()
}

/// The rows of one auditor in the order of the keys, `lines` for each case: the first for the first crime, more for others that it holds.
#[must_use]
pub fn rows(manifest: &SampleManifest, drawn: &[DrawnRecord], auditor: &str, lines: u64) -> Vec<Vec<String>> {
    let mut of_auditor: Vec<(&SampledCase, &DrawnRecord)> = manifest
        .cases
        .iter()
        .zip(drawn)
        .filter(|(case, _)| case.used.is_judged() && case.auditors.iter().any(|name| name == auditor))
        .collect();
    of_auditor.sort_by(|(one, _), (other, _)| one.case.cmp(&other.case));
    let mark = manifest.mark();
    let row = |case: &SampledCase, record: &DrawnRecord, line: u64| {
        let front =
            [case.case.clone(), line.to_string(), auditor.to_owned(), case.stratum.clone(), mark.clone()];
        let shown = record.row.shown.iter().cloned();
        front.into_iter().chain(shown).chain(TO_FILL.into_iter().map(|_| String::new())).collect()
    };
    of_auditor
        .into_iter()
        .flat_map(|(case, record)| (1..=lines.max(1)).map(move |line| row(case, record, line)))
        .collect()
}

/// Which record each case is; of one auditor's cases, or of all, the reserve and the replaced among them.
#[must_use]
pub fn identity(manifest: &SampleManifest, drawn: &[DrawnRecord], auditor: Option<&str>) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = manifest
        .cases
        .iter()
        .zip(drawn)
        .filter(|(case, _)| {
            auditor.is_none_or(|auditor| {
                case.used.is_judged() && case.auditors.iter().any(|name| name == auditor)
            })
        })
        .map(|(case, record)| {
            vec![
                case.case.clone(),
                record.record.clone(),
                record.row.line.to_string(),
                case.stratum.clone(),
                case.rank.to_string(),
                case.used.to_string(),
                // An auditor does not learn who judges a case as well.
                auditor.map_or_else(|| case.auditors.join("; "), str::to_owned),
            ]
        })
        .collect();
    rows.sort();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{DrawnRow, Use};

    fn sample() -> (SampleManifest, Vec<DrawnRecord>) {
        let case = |key: &str, used: Use, auditors: &[&str]| SampledCase {
            case: key.to_owned(),
            stratum: "a".to_owned(),
            rank: 1,
            used,
            reason: None,
            replaces: None,
            auditors: auditors.iter().map(|name| (*name).to_owned()).collect(),
        };
        let cases = vec![
            case("C2", Use::Drawn, &["A", "B"]),
            case("C1", Use::Drawn, &["A"]),
            case("C3", Use::Reserve, &[]),
        ];
        let drawn = cases.iter().map(|case| DrawnRecord {
            case: case.case.clone(),
            record: format!("I-{}", case.case),
            row: DrawnRow { line: 2, shown: vec!["999".to_owned()] },
        });
        let drawn = drawn.collect();
        (SampleManifest { cases, ..crate::sample::cases::no_manifest() }, drawn)
    }

    #[test]
    fn a_sheet_names_no_record_and_no_second_reviewer() {
        let (manifest, drawn) = sample();
        let rows = rows(&manifest, &drawn, "A", 2);
        let keys: Vec<String> = rows.iter().map(|row| format!("{},{}", row[..4].join(","), row[5])).collect();
        assert_eq!(keys, ["C1,1,A,a,999", "C1,2,A,a,999", "C2,1,A,a,999", "C2,2,A,a,999"]);
        assert!(rows.iter().all(|row| row[4] == manifest.mark()));
        assert!(rows.iter().flatten().all(|cell| !cell.contains("I-") && cell != "B"));
        assert!(rows.iter().all(|row| row.len() == header(&["route".to_owned()]).len()));
        let identity = identity(&manifest, &drawn, Some("B"));
        assert_eq!(identity, [["C2", "I-C2", "2", "a", "1", "drawn", "B"]]);
    }

    #[test]
    fn a_sheet_is_a_table_of_judgements() {
        let columns = header(&[]);
        for column in crate::score::JUDGEMENTS.columns {
            assert!(columns.iter().any(|name| name == column.name), "{}", column.name);
        }
    }

    #[test]
    fn the_whole_map_has_the_reserve_too() {
        let (manifest, drawn) = sample();
        let all: Vec<String> = identity(&manifest, &drawn, None).iter().map(|row| row.join(",")).collect();
        assert_eq!(all, ["C1,I-C1,2,a,1,drawn,A", "C2,I-C2,2,a,1,drawn,A; B", "C3,I-C3,2,a,1,reserve,"]);
    }
}
