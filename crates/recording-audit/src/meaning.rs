//! What an interval beside a rate of the audit does and does not say.

use crate::{InspectionFile, rules::sample_is_not_random};

/// How the records were chosen, as far as we are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sampling<'a>(pub(crate) Option<&'a InspectionFile>);

impl Sampling<'_> {
    /// The meaning of an interval that was computed from `n` of `what` (in the plural).
    pub(crate) fn meaning(self, n: u64, what: &str) -> String {
        let computed = format!(
            "Computed as if the {n} {what} were independent of each other and a simple random sample of all such {what}."
        );
        let sampling = self.0.and_then(|file| file.value.sampling.value());
        let chosen = match sampling {
            Some(words) if sample_is_not_random::said_to_be_random(words) => {
                format!("The inspection describes its sample as: {words}.")
            }
            Some(words) => format!(
                "The inspection describes its sample as: {words}. That is not a random sample, so the interval shows \
                 only how little so few {what} could tell, and is no statement about all records of the force."
            ),
            None => "How the records were chosen is not supplied, so that is not certain.".to_owned(),
        };
        let caveat = self.0.and_then(|file| file.value.caveat.value());
        match caveat {
            Some(caveat) => format!("{computed} {chosen} The inspectorate itself warns: {caveat}"),
            None => format!("{computed} {chosen}"),
        }
    }

    /// The same for crimes of which several may come from one record.
    pub(crate) fn meaning_of_crimes(self, due: u64, records: u64) -> String {
        let meaning = self.meaning(due, "crimes");
        if due > records {
            format!(
                "{meaning} The {due} crimes come from {records} records: several crimes of one record are not \
                 independent trials, so the interval is too narrow."
            )
        } else {
            meaning
        }
    }
}
