//! A settings file whose keys know their lines, so that a finding can point to one.

use std::collections::BTreeMap;

use rulebook::Place;
use serde::de::DeserializeOwned;
use table::{ReadError, Source};

/// A settings file, with the line of each key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings<T> {
    /// What it says.
    pub value: T,
    file: String,
    lines: BTreeMap<String, u64>,
}

impl<T> Settings<T> {
    /// Where a key stands; the file alone if the key is not written in it.
    #[must_use]
    pub fn place(&self, key: &str) -> Place {
        self.lines
            .get(key)
            .map_or_else(|| Place::file(&self.file), |line| Place::row(&self.file, *line).at(key))
    }
}

/// Reads a settings file if it is there; a fault is added to `errors`.
pub(crate) fn settings<T: DeserializeOwned>(
    source: Option<Source<'_>>,
    errors: &mut Vec<ReadError>,
) -> Option<Settings<T>> {
    let source = source?;
    let value = table::settings(source).map_err(|error| errors.push(error)).ok()?;
    let text = source.text().unwrap_or_default();
    let key = |line: &str| line.split_once('=').map(|(key, _)| key.trim().to_owned());
    let lines = (1..).zip(text.lines()).filter_map(|(at, line)| Some((key(line)?, at))).collect();
    Some(Settings { value, file: source.file.to_owned(), lines })
}
