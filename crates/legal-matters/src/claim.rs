//! A claim in a register of claims: person-level, so that nothing said of a row names the person.

use std::fmt;

use chrono::NaiveDate;
use rulebook::{Finding, Known};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

use crate::cell;

/// The layout of `legal/claims.csv`. Person-level.
pub static CLAIMS: Layout = Layout {
    name: "claims",
    what: "one row a claim as it was lodged; person-level",
    columns: &[
        Column::optional("synthetic", "`yes` where the row is invented, else empty"),
        Column::required("claim", "the number of the claim, used once"),
        Column::required("claimant", "the claimant's name"),
        Column::required("date_of_birth", "a day, `not known` or empty"),
        Column::required("warrant_number", "the claimant's number as an officer, `not known` or empty"),
        Column::required("respondent", "the force or body claimed against"),
        Column::required("act_date", "the day of the act complained of"),
        Column::required("presented", "the day on which the tribunal received the claim"),
        Column::required("head", "the head of claim"),
        Column::required("multiple", "the multiple that it is part of, `not known` or empty"),
        Column::required("state", "one of: stayed, proceeding, withdrawn"),
        Column::required("note", "any words, or empty"),
    ],
};

/// A claim as it was lodged.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Claim {
    /// Its number.
    #[serde(rename = "claim", deserialize_with = "cell::name")]
    pub number: String,
    /// The claimant's name as written.
    #[serde(deserialize_with = "cell::name")]
    pub claimant: String,
    /// The claimant's date of birth.
    #[serde(deserialize_with = "table::known_day")]
    pub date_of_birth: Known<NaiveDate>,
    /// The claimant's number as an officer.
    pub warrant_number: Known<String>,
    /// The force or body claimed against.
    #[serde(deserialize_with = "cell::name")]
    pub respondent: String,
    /// The day of the act complained of.
    #[serde(deserialize_with = "table::day")]
    pub act_date: NaiveDate,
    /// The day on which the tribunal received it. On an earlier day it is not used.
    #[serde(deserialize_with = "table::day")]
    pub presented: NaiveDate,
    /// The head of claim.
    #[serde(deserialize_with = "cell::name")]
    pub head: String,
    /// The multiple that it is part of.
    pub multiple: Known<String>,
    /// How it stands.
    pub state: ClaimState,
}

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimState {
    /// Held back by an order until other claims are decided.
    Stayed,
    /// Going on.
    Proceeding,
    /// Given up.
    Withdrawn,
}

impl ClaimState {
    /// All states, in the order in which they are printed.
    pub const ALL: [Self; 3] = [Self::Stayed, Self::Proceeding, Self::Withdrawn];
}

impl fmt::Display for ClaimState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Stayed => "stayed",
            Self::Proceeding => "proceeding",
            Self::Withdrawn => "withdrawn",
        })
    }
}

impl Claim {
    /// Reads a register of claims. What is said of a row that cannot be read names its line and column, and never
    /// repeats what is in it.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&CLAIMS, source).map_err(without_content)?;
        rows.reject_repeated("claim", |claim: &Self| claim.number.trim().to_owned());
        for finding in &mut rows.rejected {
            conceal(finding);
        }
        Ok(rows)
    }
}

/// Without a header line the first row would be printed as if it were one.
fn without_content(mut error: ReadError) -> ReadError {
    const HIDDEN: &str = "(not shown, since a first row that is no header may name a person)";
    if let ReadError::MissingColumn { found: read, .. } | ReadError::DuplicateColumn { column: read, .. } =
        &mut error
    {
        HIDDEN.clone_into(read);
    }
    error
}

/// Takes out of a rejection everything that was read from the row.
fn conceal(finding: &mut Finding) {
    let line = finding.place.as_ref().and_then(|place| place.row).unwrap_or_default();
    let column = finding.place.as_ref().and_then(|place| place.column.clone());
    finding.record = format!("line {line}");
    finding
        .values
        .retain(|(name, _)| ["expected", "first line", "cells", "columns"].contains(&name.as_str()));
    let value = |wanted: &str| {
        finding
            .values
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    };
    finding.sentence = match column {
        _ if finding.rule.id == table::rules::KEY_ONCE.id => {
            format!("the number of the claim is used twice: already on line {}", value("first line"))
        }
        Some(column) => format!("the cell `{column}` is not {}", value("expected")),
        None => format!("the row has {} cells, the header has {}", value("cells"), value("columns")),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "claim,claimant,date_of_birth,warrant_number,respondent,act_date,presented,head,multiple,state,note\n";

    #[test]
    fn what_is_said_of_a_bad_row_never_names_the_person() {
        let rows = "SECRET1,Secret Person,1961-02-30,SECRET9,Force A,2012-01-01,2012-02-01,age,,stayed,\n\
                    SECRET2,Secret Person,1961-02-03,SECRET9,Force A,2012-01-01,2012-02-01,age,,Secret,\n\
                    SECRET3,Secret Person,1961-02-03,SECRET9,Force A,2012-01-01,2012-02-01,age,,stayed,\n\
                    SECRET3,Secret Person,1961-02-03,SECRET9,Force A,2012-01-01,2012-02-01,age,,stayed,\n\
                    SECRET4,Secret\n";
        let text = format!("{HEADER}{rows}");
        let rows = Claim::read(Source::new("claims.csv", text.as_bytes())).unwrap();
        assert_eq!((rows.good.len(), rows.rejected.len()), (1, 4));
        let said = format!("{:?}", rows.rejected).replace("rule: Rule", "");
        for secret in ["SECRET", "Secret", "1961"] {
            assert!(!said.contains(secret), "{said}");
        }
        let sentences: Vec<&str> = rows.rejected.iter().map(|finding| finding.sentence.as_str()).collect();
        assert!(sentences.contains(&"the cell `date_of_birth` is not a day, `not known` or empty"));
        assert!(sentences.contains(&"the number of the claim is used twice: already on line 4"));
        assert!(sentences.contains(&"the row has 2 cells, the header has 11"));
    }

    #[test]
    fn a_register_without_a_header_is_refused_without_being_quoted() {
        let error =
            Claim::read(Source::new("claims.csv", b"SECRET1,Secret Person,1961-02-03\n")).unwrap_err();
        assert!(!error.to_string().to_lowercase().contains("secret"), "{error}");
    }
}
