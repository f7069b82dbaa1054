//! The facts of a worked example about a reference, for tests.

use rust_decimal::Decimal;

use crate::{Beside, Compared, Tolerance, against_reference};

/// Names, what is printed, what the reference says (below nought where it has no such name), and a tolerance in percent.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    printed: Vec<i64>,
    reference: Vec<i64>,
    percent: i64,
}

impl Columns {
    /// The rows are called `a`, `b` and so on.
    pub fn compared(&self) -> (Vec<Beside>, Compared, Tolerance) {
        let tolerance = Tolerance::new(Decimal::new(self.percent, 2)).unwrap();
        let row = |((at, printed), reference): ((u8, &i64), &i64)| Beside {
            name: char::from(b'a' + at).to_string(),
            printed: (*printed).into(),
            reference: (*reference >= 0).then(|| (*reference).into()),
            place: rulebook::Place::row("table.csv", u64::from(at) + 2),
        };
        let table: Vec<Beside> = (0..).zip(&self.printed).zip(&self.reference).map(row).collect();
        let compared = against_reference(&table, tolerance);
        (table, compared, tolerance)
    }
}
