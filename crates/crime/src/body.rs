//! A body that records crimes and is no territorial force.

use std::{fmt, sync::LazyLock};

use serde::Deserialize;

/// A body whose figures stand among those of the forces in published tables: the British Transport Police, Action Fraud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordingBody(&'static str);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    spelling: String,
    #[serde(rename = "used_in")]
    _used_in: String,
}

static BODIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_bytes!("../data/recording_bodies.csv").as_slice())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

impl RecordingBody {
    /// The body of this name, by any spelling that a published table uses; the case of letters does not matter.
    ///
    /// ```
    /// use crime::RecordingBody;
    /// let body = RecordingBody::named("CIFAS").ok_or("unknown")?;
    /// assert_eq!(body.name(), "Cifas");
    /// assert!(RecordingBody::named("Kent").is_none());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let wanted = text.trim();
        let entry = BODIES.iter().find(|entry| entry.spelling.eq_ignore_ascii_case(wanted))?;
        Some(Self(&entry.name))
    }

    /// Whether it records fraud and nothing else, as every body of the list but the British Transport Police does.
    #[must_use]
    pub fn records_only_fraud(self) -> bool {
        self.0 != "British Transport Police"
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RecordingBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_renamed_is_one_body() {
        assert_eq!(RecordingBody::named("Financial Fraud Action UK"), RecordingBody::named("uk finance"));
        assert_eq!(BODIES.len(), 5);
    }
}
