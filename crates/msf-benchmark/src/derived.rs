//! Quarters that nobody published, worked out of rolling years at force total.

use std::{collections::BTreeMap, sync::Arc};

use calendar::Window;
use crime::Force;
use rulebook::{Finding, Place, Severity};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use crate::{
    Area, CellValue, Class, Published, PublishedCell, RowsRead, TOTAL, Totals, Unit, quarters_from_rolling,
    rules::releases_disagree, windows::is_months,
};

/// The name under which the quarters stand where a published table has its file.
pub const DERIVED: &str = "derived from rolling years";

/// Quarters of all offences without fraud, by force, as a table beside the published ones: what rolling years of `tables` give together with the
/// quarters that are published in them; those are not repeated. None if there is nothing to derive. A finding says where four published
/// quarters do not come to the rolling year that they make up.
///
/// ```
/// use msf_benchmark::{derived_quarters, read_official};
/// use table::Source;
/// // The year to June 2018 is the year to March 2018, less the quarter to June 2017, and with the quarter to June 2018 in its place.
/// let table = "force,class,value,first,last\nKent,Robbery,100,2017-04-01,2018-03-31\nKent,Robbery,110,2017-07-01,2018-06-30\n\
///     Kent,Robbery,20,2017-04-01,2017-06-30\n";
/// let read = read_official(Source::new("own.csv", table.as_bytes()))?;
/// let derived = derived_quarters(&read).ok_or("nothing")?;
/// assert_eq!(derived.windows[0].to_string(), "1 April 2018 to 30 June 2018");
/// assert_eq!(derived.cells[0].value.number(), Some(30.into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn derived_quarters(tables: &[Published]) -> Option<Published> {
    let totals: Vec<Totals> = tables.iter().map(Totals::of).collect();
    let mut derived = Published {
        file: Arc::from(DERIVED),
        classes: vec![Class { code: None, name: TOTAL.to_owned() }],
        wider: vec![Vec::new()],
        columns: vec!["derived".to_owned()],
        ..Published::default()
    };
    let mut windows: BTreeMap<Window, u16> = BTreeMap::new();
    for force in Force::all() {
        let area = Area::Force(force);
        let of_tables = totals.iter().flat_map(|totals| {
            totals
                .windows(&area)
                .filter_map(|window| Some((window, Decimal::from(totals.get(&area, window)?))))
        });
        let (mut rolling, mut known): (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
        for (window, number) in of_tables {
            if is_months(window, 12) {
                rolling.push((window, number));
            } else if is_months(window, 3) {
                known.push((window, number));
            }
        }
        let found = quarters_from_rolling(&rolling, &known);
        derived.findings.extend(found.contradicted.iter().map(|(window, sum, total)| {
            let sentence =
                format!("{force}: the four quarters of {window} come to {sum}, and the year to {total}");
            let place = Some(Place::file(DERIVED));
            Finding::new(&releases_disagree::RULE, Severity::Warning, force.name(), place, sentence)
        }));
        let at = u16::try_from(derived.areas.len()).ok()?;
        for quarter in &found.quarters {
            let next = u16::try_from(windows.len()).ok()?;
            let window = *windows.entry(quarter.window).or_insert(next);
            if window == next {
                derived.windows.push(quarter.window);
            }
            let Some(count) = quarter.number.to_i64() else { continue };
            derived.cells.push(PublishedCell {
                area: at,
                class: 0,
                window,
                column: 0,
                unit: Unit::Offences,
                value: CellValue::Count(count),
                row: u32::try_from(derived.cells.len() + 1).unwrap_or(u32::MAX),
            });
        }
        if !found.quarters.is_empty() {
            derived.areas.push(area);
        }
    }
    let rows = derived.cells.len() as u64;
    derived.rows = RowsRead { read: rows, answered: rows, rejected: 0 };
    (rows > 0).then_some(derived)
}

#[cfg(test)]
mod tests {
    use table::Source;

    use super::*;
    use crate::read_official;

    fn read(rows: &str) -> Vec<Published> {
        let table = format!("force,class,value,first,last\n{rows}");
        read_official(Source::new("own.csv", table.as_bytes())).unwrap()
    }

    #[test]
    fn without_a_published_quarter_nothing_is_derived() {
        assert_eq!(
            derived_quarters(&read(
                "Kent,Robbery,100,2017-04-01,2018-03-31\nKent,Robbery,110,2017-07-01,2018-06-30\n"
            )),
            None
        );
        assert_eq!(derived_quarters(&[]), None);
    }

    #[test]
    fn each_force_has_its_own_quarters_and_what_contradicts_is_told() {
        // Kent: 110 − 100 + 20 = 30. Essex publishes four quarters, 10 + 20 + 30 + 40 = 100, of a year that it gives as 90.
        let found = derived_quarters(&read(
            "Kent,Robbery,100,2017-04-01,2018-03-31\nKent,Robbery,110,2017-07-01,2018-06-30\nKent,Robbery,20,2017-04-01,2017-06-30\n\
             Essex,Robbery,90,2017-04-01,2018-03-31\nEssex,Robbery,95,2017-07-01,2018-06-30\nEssex,Robbery,10,2017-04-01,2017-06-30\n\
             Essex,Robbery,20,2017-07-01,2017-09-30\nEssex,Robbery,30,2017-10-01,2017-12-31\nEssex,Robbery,40,2018-01-01,2018-03-31\n",
        ))
        .unwrap();
        let cell = |name: &str| {
            let cell = found.cells.iter().find(|cell| found.area(cell).unwrap().name() == name).unwrap();
            cell.value.number().unwrap()
        };
        // Essex: 95 − 90 + 10 = 15.
        assert_eq!((cell("Kent"), cell("Essex")), (30.into(), 15.into()));
        let said: Vec<&str> = found.findings.iter().map(|finding| finding.sentence.as_str()).collect();
        assert_eq!(
            said,
            ["Essex: the four quarters of 1 April 2017 to 31 March 2018 come to 100, and the year to 90"]
        );
    }
}
