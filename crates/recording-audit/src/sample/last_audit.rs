//! What the last audit found, stratum by stratum: how sure each was.

use std::collections::BTreeMap;

use rulebook::{Known, Place};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Source};

use crate::score::{Measure, read_earlier};

/// Crimes due and recorded of a stratum in the last audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastAudit {
    /// Crimes due.
    pub due: u64,
    /// Those of them that were recorded.
    pub recorded: u64,
}

/// The last audit, stratum by stratum.
pub static LAST_AUDIT: Layout = Layout {
    name: "last-audit",
    what: "one row a stratum of the last audit, under the name that it has in this one",
    columns: &[
        Column::required("stratum", "its name"),
        Column::required("crimes_due", "a whole number, 0 or more"),
        Column::required("crimes_recorded", "a whole number, 0 or more, and no more than were due"),
    ],
};

#[derive(Deserialize)]
struct LastRow {
    stratum: String,
    #[serde(deserialize_with = "table::count")]
    crimes_due: u64,
    #[serde(deserialize_with = "table::count")]
    crimes_recorded: u64,
}

/// Reads the last audit: a table as [`LAST_AUDIT`], or the `summary-rates.csv` of a score, whose strata that were left out there stay unknown. A row that
/// cannot be used is refused with the whole, for a plan must not rest on part of it.
///
/// # Errors
///
/// [`ReadError`], with the place.
///
/// ```
/// use recording_audit::sample::last_audit;
/// use table::Source;
/// let table = b"stratum,crimes_due,crimes_recorded\ntelephone,96,90\n";
/// assert_eq!(last_audit(Source::new("last.csv", table))?["telephone"].recorded, 90);
/// # Ok::<(), table::ReadError>(())
/// ```
pub fn last_audit(source: Source<'_>) -> Result<BTreeMap<String, LastAudit>, ReadError> {
    let mut last = BTreeMap::new();
    for (place, stratum, due, recorded) in rows(source)? {
        if recorded > due {
            let more = format!("{recorded} recorded are more than {due} due");
            return Err(refused(place.at("crimes_recorded"), more));
        }
        if last.insert(stratum.clone(), LastAudit { due, recorded }).is_some() {
            return Err(refused(place.at("stratum"), format!("`{stratum}` is named twice")));
        }
    }
    Ok(last)
}

type Counts = (Place, String, u64, u64);

fn rows(source: Source<'_>) -> Result<Vec<Counts>, ReadError> {
    // The rates of a score have a column that says which of them a row is.
    let Ok(rates) = read_earlier(source) else {
        let rows = table::read::<LastRow>(&LAST_AUDIT, source)?;
        if let Some(finding) = rows.rejected.first() {
            let place = finding.place.clone().unwrap_or_else(|| Place::file(source.file));
            return Err(refused(place, finding.sentence.clone()));
        }
        let counts = |row: table::Row<LastRow>| {
            (row.place, row.value.stratum, row.value.crimes_due, row.value.crimes_recorded)
        };
        return Ok(rows.good.into_iter().map(counts).collect());
    };
    let compliance = Measure::Compliance.to_string();
    let counted = |row: table::Row<crate::score::EarlierRate>| match (row.value.whole, row.value.part) {
        (Known::Is(due), Known::Is(recorded)) => Some((row.place, row.value.stratum, due, recorded)),
        _ => None,
    };
    let of_strata =
        rates.good.into_iter().filter(|row| row.value.what == compliance && row.value.stratum != "all");
    Ok(of_strata.filter_map(counted).collect())
}

fn refused(place: Place, message: String) -> ReadError {
    ReadError::Settings { place, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, String> {
        let last = last_audit(Source::new("last.csv", text.as_bytes())).map_err(|error| error.to_string())?;
        Ok(last.iter().map(|(name, last)| format!("{name}: {} of {}", last.recorded, last.due)).collect())
    }

    #[test]
    fn the_rates_of_a_score_are_read_as_well() {
        let plain = "stratum,crimes_due,crimes_recorded\na,10,9\nb,5,5\n";
        assert_eq!(read(plain).unwrap(), ["a: 9 of 10", "b: 5 of 5"]);
        let rates = "force,stratum,what,part,whole,printed,share,low,high,method\n\
                     ,a,compliance,9,10,90.0%,0.9,0.6,0.98,\"score, 95%\"\n\
                     ,a,classified,8,9,88.9%,0.89,0.6,0.98,\"score, 95%\"\n\
                     ,b,compliance,,,suppressed,,,,\n\
                     ,all,compliance,9,12,80.0%,0.8,0.6,0.9,\"score, 95%\"\n";
        assert_eq!(read(rates).unwrap(), ["a: 9 of 10"]);
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_its_place() {
        let refused = |rows: &str| read(&format!("stratum,crimes_due,crimes_recorded\n{rows}")).unwrap_err();
        assert_eq!(
            refused("a,10,11\n"),
            "last.csv, line 2, column crimes_recorded: 11 recorded are more than 10 due"
        );
        assert_eq!(refused("a,1,1\na,1,1\n"), "last.csv, line 3, column stratum: `a` is named twice");
        assert!(
            refused("a,x,1\n").starts_with("last.csv, line 2, column crimes_due: `x` is not a whole number")
        );
        assert!(read("unit,n\n").unwrap_err().contains("no column `stratum`"));
    }
}
