//! The keys of a sample as people type them: capitals and blanks around a key make no other case.

use std::collections::BTreeMap;

use crate::sample::{SampleManifest, SampledCase};

/// The cases of a sample by their keys.
#[derive(Debug)]
pub(crate) struct Keys<'a> {
    exact: BTreeMap<&'a str, &'a SampledCase>,
    /// By the key in small letters; nothing where two cases differ by capitals only.
    plain: BTreeMap<String, Option<&'a SampledCase>>,
}

impl<'a> Keys<'a> {
    pub fn of(manifest: &'a SampleManifest) -> Self {
        let mut plain = BTreeMap::new();
        for case in &manifest.cases {
            plain.entry(small(&case.case)).and_modify(|one| *one = None).or_insert(Some(case));
        }
        Self { exact: manifest.cases.iter().map(|case| (case.case.as_str(), case)).collect(), plain }
    }

    /// The case of a key that somebody typed.
    pub fn case(&self, typed: &str) -> Option<&'a SampledCase> {
        let exact = self.exact.get(typed.trim()).copied();
        exact.or_else(|| self.plain.get(&small(typed)).copied().flatten())
    }

    /// A key of the sample that may have been meant.
    pub fn nearest(&self, typed: &str) -> Option<&'a str> {
        table::nearest(typed, self.exact.keys().copied())
    }
}

fn small(key: &str) -> String {
    key.trim().to_lowercase()
}
