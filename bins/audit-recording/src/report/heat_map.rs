//! What was recorded in place of what was due, as a picture.

use std::collections::BTreeMap;

use document::{
    Cell, Chart, ChartKind, Head, Heat, HeatCell, Row, Table,
    sections::{Named, capital, grouped},
};

/// What is due, what is recorded in its place, and how many; none if that is left out.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// What is due.
    pub due: &'a str,
    /// What is recorded.
    pub recorded: &'a str,
    /// How many crimes.
    pub crimes: Option<u64>,
}

/// A heat map of these pairs, of which each stands once, and the table of all of them. `of` is what is due and recorded: `group`.
pub fn heat_map(named: Named<'_>, of: &str, pairs: &[Pair<'_>]) -> Chart {
    let mut places: BTreeMap<&str, usize> =
        pairs.iter().flat_map(|pair| [pair.due, pair.recorded]).map(|name| (name, 0)).collect();
    places.values_mut().zip(0..).for_each(|(place, at)| *place = at);
    let place = |name| places.get(name).copied().unwrap_or_default();
    let cells = pairs
        .iter()
        .map(|pair| HeatCell {
            row: place(pair.due),
            column: place(pair.recorded),
            heat: pair.crimes.map_or(Heat::LeftOut, Heat::Count),
        })
        .collect();
    let most = pairs.iter().filter(|pair| pair.crimes > Some(0)).max_by_key(|pair| pair.crimes);
    let description = match most.and_then(|pair| Some((pair, pair.crimes?))) {
        Some((pair, crimes)) => format!(
            "The most frequent pair that is shown: {} due and {} recorded, {} crimes.",
            pair.due,
            pair.recorded,
            grouped(crimes)
        ),
        None => "No count can be shown, or there is none.".to_owned(),
    };
    let cell = |crimes: Option<u64>| Cell::from(crimes.map_or_else(|| "suppressed".to_owned(), grouped));
    Chart {
        id: named.id.to_owned(),
        title: named.title.to_owned(),
        description,
        kind: ChartKind::HeatMap {
            rows: format!("{of} due"),
            columns: format!("{of} recorded"),
            of: "crimes".to_owned(),
            names: places.keys().map(|name| (*name).to_owned()).collect(),
            cells,
        },
        table: Table {
            id: format!("{}-data", named.id),
            caption: named.title.to_owned(),
            head: vec![
                Head::words(format!("{} due", capital(of))),
                Head::words(format!("{} recorded", capital(of))),
                Head::numbers("Crimes"),
            ],
            rows: pairs
                .iter()
                .map(|pair| Row::new([Cell::from(pair.due), Cell::from(pair.recorded), cell(pair.crimes)]))
                .collect(),
            notes: Vec::new(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_down_and_across() {
        let pair = |due, recorded, crimes| Pair { due, recorded, crimes };
        let pairs = [pair("Theft", "Robbery", Some(1_200)), pair("Robbery", "Arson", None)];
        let chart = heat_map(Named { id: "groups", title: "Groups" }, "group", &pairs);
        let ChartKind::HeatMap { names, cells, .. } = &chart.kind else { panic!("a heat map") };
        assert_eq!(names, &["Arson", "Robbery", "Theft"]);
        let [one, other] = cells[..] else { panic!("{cells:?}") };
        assert_eq!((one.row, one.column, one.heat), (2, 1, Heat::Count(1_200)));
        assert_eq!((other.row, other.column, other.heat), (1, 0, Heat::LeftOut));
        assert_eq!(chart.table.rows[0].cells[2], "1,200".into());
        assert_eq!(chart.table.rows[1].cells[2], "suppressed".into());
        assert!(chart.description.ends_with("Theft due and Robbery recorded, 1,200 crimes."));
    }
}
