//! A row that cannot be used: a paper without the totals over its table, and code 1.

use crate::case::{Bad, Case, DECISIONS, FORCES, PHASES, STRATA, UNITS};

const DECISION_TOTALS: [&str; 4] = [
    "no-crime-decisions.examined",
    "no-crime-decisions.correct",
    "no-crime-decisions.wrong",
    "no-crime-decisions.rate",
];

/// What is counted of the percentages that paragraph 13 prints is withheld with the table: see `mended`.
const PERCENTAGES: &str = "printed-percentages.paragraph-13.";

#[test]
fn impossible_date_is_rejected_and_what_rests_on_it_is_withheld() {
    let case = Case::new();
    case.replace(PHASES, "2014-07-28", "2014-02-30");
    let date = Bad {
        file: PHASES,
        row: 4,
        column: "go_live",
        rule: "readable-row",
        sentence: "`2014-02-30` is not a day, `not known` or empty",
        values: "go_live: 2014-02-30; expected: a day, `not known` or empty",
    };
    let scope = [
        "Dudley",
        "Sandwell",
        "Geographical teams",
        "Local Policing Unit teams",
        "Force CID teams",
        "Public Protection Unit teams",
    ];
    let scope: Vec<(u64, String)> =
        (11..).zip(scope.map(|name| format!("phase: Three; name: {name}"))).collect();
    let scope = scope.iter().map(|(row, values)| Bad {
        file: "change/phase_scope.csv",
        row: *row,
        column: "phase",
        rule: "phase-scope-known",
        sentence: "phase Three is not listed in change/phases.csv; it may stand on a rejected row (1 of 5 rows of \
                   change/phases.csv rejected)",
        values,
    });
    let bad: Vec<Bad<'_>> = std::iter::once(date).chain(scope).collect();
    let phases = [
        "roll-out.phases-listed",
        "roll-out.missing-phases",
        "roll-out.weekdays-right",
        "roll-out.weekdays-printed",
        "roll-out.phases-live",
        "roll-out.phases-to-come",
        "roll-out.last-go-live",
        "roll-out.phases-inside-an-event",
        "roll-out.phases-near-an-event",
    ];
    let units = ["roll-out.units-covered", "roll-out.units-uncovered", "roll-out.uncovered-units"];
    case.rejected(
        &bad,
        &[("1 of 5 rows of change/phases.csv", &phases), ("6 of 25 rows of change/phase_scope.csv", &units)],
        &["roll-out.phase-three."],
    );
    assert!(!case.prints("roll-out.phase-three."), "the row is gone, and what it gave");
}

#[test]
fn negative_count_is_rejected_and_the_total_is_withheld() {
    let case = Case::new();
    case.append(STRATA, "Burglaries,10,-4,3,not known,13\n");
    let bad = Bad {
        file: STRATA,
        row: 5,
        column: "crimes_due",
        rule: "readable-row",
        sentence: "`-4` is not a whole number, 0 or more, `not known` or empty",
        values: "crimes_due: -4; expected: a whole number, 0 or more, `not known` or empty",
    };
    case.rejected(
        &[bad],
        &[("1 of 4 rows of audit/strata.csv", &["audit.reports-examined"])],
        &[PERCENTAGES],
    );
}

#[test]
fn more_correct_than_examined_is_rejected_and_the_totals_are_withheld() {
    let case = Case::new();
    case.append(DECISIONS, "Burglary,10,12,not known,13\n");
    let bad = Bad {
        file: DECISIONS,
        row: 5,
        column: "correct",
        rule: "correct-within-examined",
        sentence: "Burglary: 12 said to be correct of only 10 examined",
        values: "examined: 10; correct: 12",
    };
    case.rejected(
        &[bad],
        &[("1 of 4 rows of audit/no_crime_decisions.csv", &DECISION_TOTALS)],
        &[PERCENTAGES],
    );
}

#[test]
fn row_cut_short_is_rejected_and_the_totals_are_withheld() {
    let case = Case::new();
    case.append(DECISIONS, "Burglary,10\n");
    let bad = Bad {
        file: DECISIONS,
        row: 5,
        column: "",
        rule: "readable-row",
        sentence: "the row has 2 cells, the header has 5",
        values: "cells: 2; columns: 5",
    };
    case.rejected(
        &[bad],
        &[("1 of 4 rows of audit/no_crime_decisions.csv", &DECISION_TOTALS)],
        &[PERCENTAGES],
    );
}

#[test]
fn unit_named_twice_is_rejected_and_units_are_not_counted() {
    let case = Case::new();
    case.append(UNITS, "Dudley\n");
    let bad = Bad {
        file: UNITS,
        row: 12,
        column: "unit",
        rule: "key-once",
        sentence: "`Dudley` is named twice: already on line 7",
        values: "unit: Dudley; first line: 7",
    };
    let units =
        ["roll-out.units", "roll-out.units-covered", "roll-out.units-uncovered", "roll-out.uncovered-units"];
    case.rejected(&[bad], &[("1 of 11 rows of change/units.csv", &units)], &[]);
}

#[test]
fn bad_row_of_the_four_forces_withholds_what_compares_them() {
    let case = Case::new();
    case.replace(FORCES, "90332", "9o332");
    let bad = Bad {
        file: FORCES,
        row: 3,
        column: "initially_recorded",
        rule: "readable-row",
        sentence: "`9o332` is not a whole number, 0 or more",
        values: "initially_recorded: 9o332; expected: a whole number, 0 or more",
    };
    let totals = [
        "no-crimes.forces",
        "no-crimes.lowest",
        "no-crimes.focal.rank",
        "no-crimes.peers.rate",
        "no-crimes.dispersion",
        "no-crimes.west-midlands.others",
        "no-crimes.west-midlands.limits",
        "no-crimes.west-midlands.place",
        "no-crimes.greater-manchester.others",
        "no-crimes.greater-manchester.limits",
        "no-crimes.greater-manchester.place",
        "no-crimes.west-yorkshire.others",
        "no-crimes.west-yorkshire.limits",
        "no-crimes.west-yorkshire.place",
    ];
    case.rejected(
        &[bad],
        &[("1 of 4 rows of benchmark/no_crimes_2012_13.csv", &totals)],
        // What is counted of the percentages that the table prints: see `mended`.
        &["no-crimes.merseyside.", "printed-percentages.paragraph-16."],
    );
    assert!(!case.prints("no-crimes.merseyside."), "the row is gone, and what it gave");
}

#[test]
fn every_row_rejected_is_told_and_not_only_the_first() {
    let case = Case::new();
    case.append(DECISIONS, "Burglary,10\nTheft,ten,1,10%,13\n");
    case.append(UNITS, "Dudley\n");
    let bad = |file, row, column, rule, sentence, values| Bad { file, row, column, rule, sentence, values };
    let short = "the row has 2 cells, the header has 5";
    let word = "`ten` is not a whole number, 0 or more";
    let twice = "`Dudley` is named twice: already on line 7";
    let units =
        ["roll-out.units", "roll-out.units-covered", "roll-out.units-uncovered", "roll-out.uncovered-units"];
    case.rejected(
        &[
            bad(DECISIONS, 5, "", "readable-row", short, "cells: 2; columns: 5"),
            bad(
                DECISIONS,
                6,
                "examined",
                "readable-row",
                word,
                "examined: ten; expected: a whole number, 0 or more",
            ),
            bad(UNITS, 12, "unit", "key-once", twice, "unit: Dudley; first line: 7"),
        ],
        &[
            ("2 of 5 rows of audit/no_crime_decisions.csv", &DECISION_TOTALS),
            ("1 of 11 rows of change/units.csv", &units),
        ],
        &[PERCENTAGES],
    );
}
