//! The facts of a worked example about populations, for tests.

use rulebook::Known;
use table::Row;

use crate::{Population, Year};

/// Rows of populations: force, year, people, households (0 or more, or below nought where not supplied).
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimates {
    rows: Vec<(String, i32, u64, i64)>,
}

impl Estimates {
    /// The rows, from line 2 on.
    pub fn rows(&self) -> Vec<Row<Population>> {
        let row = |(at, (force, year, people, households)): (usize, &(String, i32, u64, i64))| Row {
            place: rulebook::Place::row("populations.csv", at as u64 + 2),
            value: Population {
                force: force.parse().unwrap(),
                year: Year::new(*year).unwrap(),
                people: *people,
                households: u64::try_from(*households).map_or(Known::NotSupplied, Known::Is),
                source: "list".to_owned(),
            },
        };
        self.rows.iter().enumerate().map(row).collect()
    }
}
