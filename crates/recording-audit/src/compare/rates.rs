//! How many of the crimes due were recorded, store by store, unit by unit.

use std::collections::BTreeSet;

use rulebook::{Figure, FigureId, Place, Rounding, Value};
use statistics::{Confidence, wilson_interval};

use crate::compare::{
    figures::{printable, withheld},
    kind::Kind,
    settings::Settings,
    tables::SUPPRESSED,
    tally::{Dimension, Tally},
};

/// What an interval beside a rate of a whole extract does and does not say.
const MEANING: &str = "These are all crimes of the extracts and no sample, so of the period itself nothing is uncertain. The interval says how far the \
                       rate could lie elsewhere by chance if recording went on in the same way with as many crimes, each independent of the others. \
                       Crimes of one report are not, so it is too narrow.";

/// The rate of one store, unit, role, route or month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The store, unit, role, route or month.
    pub name: String,
    /// Crimes recorded, under whatever class or log, of those recorded and those not recorded; its interval is one of a process, not of a
    /// sample.
    pub figure: Figure,
}

/// The rates of one dimension, in the order of its table of results among `tables`, which are those of
/// [`summary_tables`](crate::compare::summary_tables). None if that table is left out.
///
/// A rate is made from the cells that the table shows and from nothing else, so it tells nothing that the table does not: where a cell is left
/// out, so is the rate. Crimes cancelled, transferred or within the limit are on neither side.
#[must_use]
pub fn rates(
    tables: &[(String, Vec<Vec<String>>)],
    dimension: Dimension,
    tally: &Tally,
    settings: &Settings,
) -> Vec<Rate> {
    let name = format!("by_{}_results", dimension.name());
    let Some((_, rows)) = tables.iter().find(|(table, _)| *table == name) else { return Vec::new() };
    let Some((header, rows)) = rows.split_first() else { return Vec::new() };
    // The last row is the total; a table that is left out has one row of words.
    let Some((_, rows)) = rows.split_last() else { return Vec::new() };
    let withheld = withheld(tally);
    let mut ids = BTreeSet::new();
    rows.iter()
        .filter_map(|row| {
            let name = row.first()?;
            let cell = |kind: Kind| {
                let at = header.iter().position(|heading| heading == kind.words())?;
                row.get(at).filter(|cell| *cell != SUPPRESSED)?.parse::<u64>().ok()
            };
            let counts = || {
                let recorded = cell(Kind::RecordedAsDue)?
                    .checked_add(cell(Kind::WrongClass)?)?
                    .checked_add(cell(Kind::UnderAnotherLog)?)?;
                Some((recorded, recorded.checked_add(cell(Kind::NotRecorded)?)?))
            };
            let id = unique(&mut ids, dimension, name);
            let label =
                format!("{}, {name}: crimes recorded, of those recorded and those not", words(dimension));
            let figure = of(id, label, counts(), withheld.as_deref());
            let origin = settings.files.iter().map(Place::file);
            Some(Rate { name: name.clone(), figure: figure.from_cells(origin) })
        })
        .collect()
}

fn of(id: FigureId, label: String, counts: Option<(u64, u64)>, withheld: Option<&str>) -> Figure {
    let (part, whole) = counts.unwrap_or_default();
    let value = printable(Value::Share { part, whole }, counts.is_none(), withheld);
    let stands = matches!(value, Value::Share { .. });
    let figure = Figure::new(id, label, value).rounded(Rounding::nearest(1));
    let interval = wilson_interval(part, whole, Confidence::NinetyFive, MEANING);
    match interval.filter(|_| stands) {
        Some(interval) => figure.working(format!("{part} of {whole}")).with_interval(whole, interval),
        None => figure,
    }
}

/// Two names may have the same letters and digits: each has an id of its own.
fn unique(ids: &mut BTreeSet<FigureId>, dimension: Dimension, name: &str) -> FigureId {
    let mut id = FigureId::of(&["comparison", "rate", dimension.name(), name]);
    let mut turn = 2_u64;
    while !ids.insert(id.clone()) {
        id = FigureId::of(&["comparison", "rate", dimension.name(), &format!("{name} {turn}")]);
        turn += 1;
    }
    id
}

/// A dimension in words, as a heading: `policing unit`.
fn words(dimension: Dimension) -> String {
    dimension.name().replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<(String, Vec<Vec<String>>)> {
        let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        vec![("by_store_results".to_owned(), rows)]
    }

    const HEADER: &[&str] =
        &["store", "recorded as due", "wrong class", "not recorded", "under another log", "total of these"];

    fn rated(rows: &[&[&str]], tally: &Tally) -> Vec<(String, String, Option<String>)> {
        let settings = Settings::new(rulebook::day(2026, 6, 1), &["due.csv"], "crimes.csv");
        let rates = rates(&table(rows), Dimension::Store, tally, &settings);
        let told =
            |rate: Rate| (rate.figure.id.to_string(), rate.figure.printed(), rate.figure.interval_printed());
        rates.into_iter().map(told).collect()
    }

    #[test]
    fn a_rate_is_made_from_what_is_shown_and_from_nothing_else() {
        let rows: [&[&str]; 5] = [
            HEADER,
            // 20 + 3 + 1 = 24 of 30: the Wilson limits of 24 of 30 are 0.627 and 0.905 (statsmodels).
            &["A & B", "20", "3", "6", "1", "30"],
            &["A-B", "suppressed", "0", "10", "0", "suppressed"],
            &["none", "0", "0", "0", "0", "0"],
            &["total", "20", "3", "16", "1", "40"],
        ];
        let id = |name: &str| format!("comparison.rate.store.{name}");
        assert_eq!(
            rated(&rows, &Tally::default()),
            [
                (id("a-b"), "80.0%".to_owned(), Some("62.7% to 90.5%".to_owned())),
                (id("a-b-2"), "suppressed".to_owned(), None),
                (id("none"), "not computable (of none)".to_owned(), None),
            ]
        );
    }

    #[test]
    fn a_table_without_a_column_or_left_out_has_no_rates() {
        let narrow: [&[&str]; 3] = [&["store", "recorded as due"], &["A", "20"], &["total", "20"]];
        assert_eq!(rated(&narrow, &Tally::default())[0].1, "suppressed");
        let left_out: [&[&str]; 2] = [HEADER, &["left out: too few"]];
        assert_eq!(rated(&left_out, &Tally::default()), []);
        assert_eq!(rated(&[], &Tally::default()), []);
    }

    #[test]
    fn a_row_rejected_withholds_every_rate() {
        let mut tally = Tally::default();
        (tally.rejected, tally.rows) = ([1, 0], [31, 24]);
        let rows: [&[&str]; 3] =
            [HEADER, &["A", "20", "3", "6", "1", "30"], &["total", "20", "3", "6", "1", "30"]];
        let rates = rated(&rows, &tally);
        assert!(rates[0].1.starts_with("withheld (") && rates[0].2.is_none(), "{rates:?}");
    }
}
