//! Grades by invented thresholds.

use super::*;
use crate::score::{Settings, read_counts, score_counts};
use rulebook::day;

const GRADES: &str = r#"
[[set]]
from = "2026-01-01"
source = "an invented paper"
[[set.grade]]
name = "fine"
at_least = "90"
[[set.grade]]
name = "fair"
at_least = "70%"

[[set]]
from = "2025-01-01"
source = "an older invented paper"
[[set.grade]]
name = "passed"
at_least = "50"
"#;

fn graded(recorded: u64, due: u64, on: NaiveDate) -> (String, String) {
    let text = format!("stratum,records_examined,crimes_due,crimes_recorded\nCalls,{due},{due},{recorded}\n");
    let rows = read_counts(Source::new("counts.csv", text.as_bytes())).unwrap();
    let mut answer = score_counts(&rows, None, &Settings::new(on));
    let grades = Grades::read(Source::new("grades.toml", GRADES.as_bytes())).unwrap();
    answer.graded(Some(&grades), on);
    let printed = answer.figure("audit.all.grade").map_or_else(String::new, rulebook::Figure::printed);
    (printed, answer.verdicts.last().unwrap().clone())
}

#[test]
fn the_day_chooses_the_set_and_the_share_the_grade() {
    assert_eq!(graded(900, 1000, day(2026, 1, 1)).0, "fine");
    assert_eq!(graded(8999, 10000, day(2026, 1, 1)).0, "fair");
    assert_eq!(graded(30, 100, day(2026, 1, 1)).0, "below every grade");
    assert_eq!(graded(900, 1000, day(2025, 12, 31)).0, "passed");
    let (none, said) = graded(900, 1000, day(2024, 12, 31));
    assert_eq!(
        (none.as_str(), said.as_str()),
        ("", "No grade: no thresholds are supplied that hold on 2024-12-31.")
    );
}

#[test]
fn an_interval_over_several_grades_does_not_decide() {
    // 80 of 100 by Wilson: 71.1% to 86.7%, within one grade. 92 of 100: 85.0% to 95.9%.
    let said = graded(80, 100, day(2026, 6, 1)).1;
    assert!(said.ends_with("from 2026-01-01; so is the whole interval."), "{said}");
    let said = graded(92, 100, day(2026, 6, 1)).1;
    assert!(
        said.contains("graded `fine`")
            && said.contains("spans fair to fine: between them the margin does not decide")
    );
    // Of too few nothing is graded.
    assert!(graded(9, 10, day(2026, 6, 1)).1.ends_with("no grade, for no rate is told."));
}

#[test]
fn thresholds_that_contradict_each_other_are_refused() {
    let refused =
        |text: &str| Grades::read(Source::new("grades.toml", text.as_bytes())).unwrap_err().to_string();
    let twice = GRADES.replace("70%", "90");
    assert_eq!(refused(&twice), "grades.toml: `90%` stands twice among the grades from 2026-01-01");
    assert!(refused(&GRADES.replace("70%", "170")).contains("no percentage from 0 to 100"));
    assert!(refused(&GRADES.replace("\"an invented paper\"", "\"\"")).contains("lack a source"));
    assert!(refused(&GRADES.replace("2025-01-01", "2026-01-01")).contains("`2026-01-01` stands twice"));
    assert!(refused("[[set]]\nform = 1\n").contains("form"));
}
