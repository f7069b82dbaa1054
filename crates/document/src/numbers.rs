//! What tables, charts and paragraphs are called in print.

use std::collections::BTreeMap;

use crate::{Block, Document};

/// The printed name of each table, chart and paragraph, by its anchor: `Table 2`, `Figure 1`, `paragraph 7`.
///
/// Tables and charts are counted in the order in which they appear, each kind on its own. The table behind a chart
/// has no number: it is the chart in other words. Whoever builds a document asks here for the words of a reference;
/// the renderers print the same names.
#[must_use]
pub fn numbers(document: &Document) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let (mut tables, mut charts) = (0_u32, 0_u32);
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) => {
                tables += 1;
                names.insert(table.id.clone(), format!("Table {tables}"));
            }
            Block::Chart(chart) => {
                charts += 1;
                names.insert(chart.id.clone(), format!("Figure {charts}"));
            }
            Block::Paragraph { number, id, .. } => {
                names.insert(id.clone(), format!("paragraph {number}"));
            }
            Block::Subheading { .. } | Block::List(_) => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture;

    #[test]
    fn each_kind_is_counted_on_its_own_in_order_of_appearance() {
        let names = numbers(&fixture::rich());
        let called = |id: &str| names.get(id).map(String::as_str);
        assert_eq!(called("paragraph-1"), Some("paragraph 1"));
        assert_eq!(called("table-strata"), Some("Table 1"));
        assert_eq!(called("table-phases"), Some("Table 2"));
        assert_eq!(called("chart-rates"), Some("Figure 1"));
        assert_eq!(called("chart-compliance"), Some("Figure 2"));
        assert_eq!(called("chart-roll-out"), Some("Figure 3"));
        assert_eq!(called("chart-rates-data"), None, "the table behind a chart has no number");
    }
}
