//! What is asked of every table, whoever it belongs to, and of every waiver.

use rulebook::{Basis, InForce, Rule, RuleId};

pub mod waiver_in_date;

/// All rules of this room.
pub static ALL: &[&Rule] = &[
    &READABLE_ROW,
    &KEY_ONCE,
    &WHOLE_FILE,
    &KNOWN_COLUMNS,
    &CELL_WITHOUT_ERROR,
    &FOUND_IN_WORKBOOK,
    &waiver_in_date::RULE,
];

/// Every row must be readable as what the table holds.
pub static READABLE_ROW: Rule = Rule {
    id: RuleId("readable-row"),
    title: "Readable row",
    says: "Every row has one cell for each column, and every cell holds what its column holds.",
    basis: Basis::Reasoned { why: "a row that cannot be read must not be guessed, nor hide the rest" },
    in_force: InForce::Always,
    exemplar: "a count of officers that reads `-3`",
    mend: "correct the cell (days as `2014-07-01` or `01/07/2014`, counts as `1200` or `1,200`), or write `not known` where the column allows it",
};

/// A name that identifies a row is used once.
pub static KEY_ONCE: Rule = Rule {
    id: RuleId("key-once"),
    title: "Key once",
    says: "The name by which a row is known is used by one row only.",
    basis: Basis::Reasoned {
        why: "two rows of one name cannot be told apart, and sums would count one thing twice",
    },
    in_force: InForce::Always,
    exemplar: "a list of units that names Dudley on two lines",
    mend: "remove the row, or give it the name that was meant",
};

/// A table ends with a line end.
pub static WHOLE_FILE: Rule = Rule {
    id: RuleId("whole-file"),
    title: "Whole file",
    says: "The last line of a table is ended.",
    basis: Basis::Reasoned {
        why: "programs end every line they write, so an unended one may have been cut short",
    },
    in_force: InForce::Always,
    exemplar: "a table whose last bytes are `Dudley,1`",
    mend: "export the table again, or end the last line if it is whole",
};

/// Columns we do not use are named, so that a misspelt one is noticed.
pub static KNOWN_COLUMNS: Rule = Rule {
    id: RuleId("known-columns"),
    title: "Known columns",
    says: "A column that the layout does not name is not used, and is said to be so once.",
    basis: Basis::Reasoned { why: "a misspelt optional column would otherwise be lost in silence" },
    in_force: InForce::Always,
    exemplar: "a table of units with a column `colour`",
    mend: "nothing, if the column is your own; else correct its name",
};

/// A cell that a spreadsheet calculates has a value.
pub static CELL_WITHOUT_ERROR: Rule = Rule {
    id: RuleId("cell-without-error"),
    title: "Cell without error",
    says: "A cell of a workbook that is calculated has a value, and no error in place of one.",
    basis: Basis::Reasoned {
        why: "an error says that the value could not be calculated, so nobody knows what should stand there",
    },
    in_force: InForce::Always,
    exemplar: "a count of officers that shows `#REF!`",
    mend: "mend the formula, or write the value in its place",
};

/// Where in a workbook a table was found is said.
pub static FOUND_IN_WORKBOOK: Rule = Rule {
    id: RuleId("found-in-workbook"),
    title: "Found in workbook",
    says: "Which sheet of a workbook was read, from which row on, and which columns by another spelling, is said; so is what was passed over, above the table in a CSV file too.",
    basis: Basis::Reasoned {
        why: "in a workbook a table has no fixed place, and a table found in the wrong one must be noticed",
    },
    in_force: InForce::Always,
    exemplar: "a sheet with a title in row 1, the header in row 3, and a column `Officers`",
    mend: "nothing, if it was found rightly; else name the sheet, and write the columns as the template does",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Layout, Source, read};

    static LAYOUT: Layout = Layout {
        name: "units",
        what: "one row a unit",
        columns: &[
            Column::required("unit", "its name"),
            Column::required("officers", "a whole number, 0 or more"),
        ],
    };

    #[derive(serde::Deserialize)]
    struct Unit {
        #[serde(rename = "unit")]
        name: String,
        #[serde(rename = "officers", deserialize_with = "crate::count")]
        _officers: u64,
    }

    /// What `rule` finds in a table of units.
    fn found(rule: &Rule, text: &str) -> Vec<String> {
        let mut rows = read::<Unit>(&LAYOUT, Source::new("table.csv", text.as_bytes())).unwrap();
        rows.reject_repeated("unit", |unit| unit.name.clone());
        let of_rule = rows.findings().filter(|finding| finding.rule.id == rule.id);
        of_rule.map(|finding| format!("{}: {}", finding.place.as_ref().unwrap(), finding.sentence)).collect()
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../cases/readable-row.toml"), |text: &String| {
            found(&READABLE_ROW, text)
        });
        casebook::check(include_str!("../cases/key-once.toml"), |text: &String| found(&KEY_ONCE, text));
        casebook::check(include_str!("../cases/whole-file.toml"), |text: &String| found(&WHOLE_FILE, text));
        casebook::check(include_str!("../cases/known-columns.toml"), |text: &String| {
            found(&KNOWN_COLUMNS, text)
        });
    }
}
