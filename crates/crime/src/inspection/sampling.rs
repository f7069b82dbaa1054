//! What an interval beside a rate of the audit does and does not say.

use rulebook::Known;

use crate::{InspectionFile, name::counted, rules::sample_is_not_random};

/// How the records were chosen, as far as we are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sampling<'a>(pub(crate) Option<&'a InspectionFile>);

impl Sampling<'_> {
    /// The meaning of an interval that was computed from `n` of `what` (in the singular).
    pub(crate) fn meaning(self, n: u64, what: &str) -> String {
        let sampling = self.0.map_or(&Known::NotSupplied, |file| &file.value.sampling);
        let meaning = as_if_random(n, what, sampling);
        match self.0.and_then(|file| file.value.caveat.value()) {
            Some(caveat) => format!("{meaning} The inspectorate itself warns: {}.", unstopped(caveat)),
            None => meaning,
        }
    }

    /// The same for crimes of which several may come from one record.
    pub(crate) fn meaning_of_crimes(self, due: u64, records: u64) -> String {
        with_clusters(self.meaning(due, "crime"), due, records)
    }
}

/// What an interval says that was computed from `n` of `what` as if they were a simple random sample, however they were chosen.
pub(crate) fn as_if_random(n: u64, what: &str, sampling: &Known<String>) -> String {
    let all = counted(n, what);
    let computed =
        format!("Computed as if the {all} were independent of each other and a simple random sample.");
    // What the words do not say is not denied either: a sample of any name may have been drawn at random.
    let chosen = match sampling {
        Known::Is(words) if sample_is_not_random::said_to_be_random(words) => {
            format!("The inspection calls its sample: {}.", unstopped(words))
        }
        Known::Is(words) => format!(
            "The inspection calls its sample: {}. That does not say that the records were picked at random, so \
             the interval is no statement about all records of the force.",
            unstopped(words)
        ),
        Known::NotKnown => "How the records were picked is not known, so that is not certain.".to_owned(),
        Known::NotSupplied => {
            "How the records were picked is not supplied, so that is not certain.".to_owned()
        }
    };
    format!("{computed} {chosen}")
}

/// The same with a warning, where several crimes must have come from one record.
pub(crate) fn with_clusters(meaning: String, due: u64, records: u64) -> String {
    if due > records {
        format!(
            "{meaning} The {due} crimes come from {}: several crimes of one record are not independent trials, \
             so the interval is too narrow.",
            counted(records, "record")
        )
    } else {
        meaning
    }
}

/// Words of a file without their full stop, which the sentence around them brings.
fn unstopped(words: &str) -> &str {
    words.trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::Source;

    fn meaning(settings: &str) -> String {
        let text = format!("body = \"An inspectorate\"\n{settings}");
        let source = Source::new("inspection.toml", text.as_bytes());
        let file = InspectionFile::new(table::settings(source).unwrap(), source);
        Sampling(Some(&file)).meaning_of_crimes(332, 341)
    }

    #[test]
    fn the_words_of_the_inspection_are_neither_trusted_nor_denied() {
        let computed =
            "Computed as if the 332 crimes were independent of each other and a simple random sample.";
        for (settings, chosen) in [
            (
                "sampling = \"dip sample\"",
                "The inspection calls its sample: dip sample. That does not say that the records were picked at random, \
                 so the interval is no statement about all records of the force.",
            ),
            ("sampling = \"drawn randomly.\"", "The inspection calls its sample: drawn randomly."),
            ("sampling = \"not known\"", "How the records were picked is not known, so that is not certain."),
            (
                "caveat = \"few records.\"",
                "How the records were picked is not supplied, so that is not certain. The inspectorate itself warns: few \
                 records.",
            ),
        ] {
            assert_eq!(meaning(settings), format!("{computed} {chosen}"));
        }
    }

    #[test]
    fn one_is_not_many() {
        let meaning = Sampling(None).meaning_of_crimes(2, 1);
        assert!(meaning.contains("The 2 crimes come from 1 record: several"), "{meaning}");
        assert!(Sampling(None).meaning(1, "decision").starts_with("Computed as if the 1 decision were"));
    }
}
