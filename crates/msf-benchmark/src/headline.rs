//! Classes of offence at headline level: one name for each, whatever a table calls it.

use std::sync::LazyLock;

use serde::Deserialize;

/// The total that official tables print below national level.
pub const TOTAL: &str = "Total recorded crime (excluding fraud)";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    spelling: String,
    part_of: String,
    #[serde(rename = "used_in")]
    _used_in: String,
}

static CLASSES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/headline_classes.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

/// The one name of a headline class, by any spelling of a published table; nothing, if it is none.
///
/// ```
/// use msf_benchmark::headline;
/// assert_eq!(headline("Other theft offences"), Some("All other theft offences"));
/// assert_eq!(headline("Perjury"), None);
/// ```
#[must_use]
pub fn headline(name: &str) -> Option<&'static str> {
    CLASSES.iter().find(|entry| entry.spelling.eq_ignore_ascii_case(name)).map(|entry| entry.name.as_str())
}

/// The classes that make up a headline class; none, where it is not divided or not known how.
pub(crate) fn parts(whole: &str) -> impl Iterator<Item = &'static str> {
    CLASSES.iter().filter(move |entry| entry.part_of == whole).map(|entry| entry.name.as_str())
}

/// The headline classes that are made up of others.
pub(crate) fn wholes() -> impl Iterator<Item = &'static str> {
    CLASSES.iter().map(|entry| entry.name.as_str()).filter(|name| parts(name).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_headline_classes_and_the_table_is_whole() {
        assert_eq!(CLASSES.len(), 30);
        assert_eq!(wholes().count(), 4);
        assert_eq!(parts(TOTAL).count(), 9);
        assert_eq!(
            parts("Burglary").collect::<Vec<_>>(),
            ["Residential burglary", "Non-residential burglary"]
        );
        assert!(CLASSES.iter().all(|entry| headline(&entry.name) == Some(&entry.name)));
    }
}
