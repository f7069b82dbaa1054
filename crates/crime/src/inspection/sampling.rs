//! How the records were chosen, in the words of an inspection, and what an interval beside its rates does and does not say.

use rulebook::Known;

use super::InspectionFile;

/// How the records were chosen, as far as we are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sampling<'a>(pub Option<&'a InspectionFile>);

impl Sampling<'_> {
    /// The meaning of an interval that was computed from `n` of `what` (in the singular).
    #[must_use]
    pub fn meaning(self, n: u64, what: &str) -> String {
        let sampling = self.0.map_or(&Known::NotSupplied, |file| &file.value.sampling);
        let meaning = as_if_random(n, what, sampling);
        match self.0.and_then(|file| file.value.caveat.value()) {
            Some(caveat) => format!("{meaning} The inspectorate itself warns: {}.", unstopped(caveat)),
            None => meaning,
        }
    }

    /// The same for crimes of which several may come from one record.
    #[must_use]
    pub fn meaning_of_crimes(self, due: u64, records: u64) -> String {
        with_clusters(self.meaning(due, "crime"), due, records)
    }
}

/// What an interval says that was computed from `n` of `what` as if they were a simple random sample, however they were chosen.
#[must_use]
pub fn as_if_random(n: u64, what: &str, sampling: &Known<String>) -> String {
    let all = counted(n, what);
    let computed =
        format!("Computed as if the {all} were independent of each other and a simple random sample.");
    // What the words do not say is not denied either: a sample of any name may have been drawn at random.
    let chosen = match sampling {
        Known::Is(words) if said_to_be_random(words) => {
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
#[must_use]
pub fn with_clusters(meaning: String, due: u64, records: u64) -> String {
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

/// Whether the words describe a random draw: they say `random`, and do not take it back.
#[must_use]
pub fn said_to_be_random(sampling: &str) -> bool {
    let words = sampling.to_lowercase().replace('-', " ");
    let words: Vec<&str> =
        words.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let denied = words
        .windows(2)
        .any(|pair| matches!(pair, [denial, random] if ["not", "non", "hardly"].contains(denial) && random.starts_with("random")));
    !denied && words.iter().any(|word| ["random", "randomly"].contains(word))
}

/// `1 record`, `2 records`.
#[must_use]
pub fn counted(n: u64, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
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
        let file = InspectionFile::read(source).unwrap();
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

    #[test]
    fn random_is_what_is_said_to_be_and_not_taken_back() {
        for words in ["simple random sample", "stratified, random", "drawn randomly.", "drawn (at random)"] {
            assert!(said_to_be_random(words), "{words}");
        }
        for words in ["dip sample", "non-random sample", "not random.", "every record of a day", ""] {
            assert!(!said_to_be_random(words), "{words}");
        }
    }
}
