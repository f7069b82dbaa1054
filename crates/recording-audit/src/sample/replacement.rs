//! Cases that could not be judged, and the reserve that takes their place.

use rulebook::{Finding, Known};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Row, Source};

use crate::{
    rules::replacement_with_reason,
    sample::{SampleManifest, Use},
};

/// Cases to be replaced.
pub static REPLACEMENTS: Layout = Layout {
    name: "replacements",
    what: "one row a case that cannot be judged, for which the next of the reserve is judged",
    columns: &[
        Column::required("case", "the key of the case, as `C012`"),
        Column::required("reason", "why it cannot be judged"),
        Column::optional("decided_by", "the post that decided it"),
    ],
};

/// A case to be replaced.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Replacement {
    /// The key of the case.
    pub case: String,
    /// Why it cannot be judged.
    pub reason: Known<String>,
    /// The post that decided it.
    #[serde(default)]
    pub decided_by: Known<String>,
}

impl SampleManifest {
    /// Replaces cases by the next ones of the reserve of their strata, in the order of the rows, and says what is wrong with a row that replaces
    /// nothing. The reserve takes over the auditors.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the table cannot be read.
    pub fn replace(&mut self, source: Source<'_>) -> Result<Vec<Finding>, ReadError> {
        let rows = table::read::<Replacement>(&REPLACEMENTS, source)?;
        let mut findings: Vec<Finding> = rows.findings().cloned().collect();
        for row in &rows.good {
            findings.extend(self.replace_one(row));
        }
        Ok(findings)
    }

    fn replace_one(&mut self, row: &Row<Replacement>) -> Option<Finding> {
        let wanted = &row.value;
        let refused =
            |sentence: String| Some(replacement_with_reason::check(&row.place, &wanted.case, sentence));
        let Known::Is(reason) = &wanted.reason else {
            return refused("no reason is given".to_owned());
        };
        let reason = match &wanted.decided_by {
            Known::Is(post) => format!("{reason} ({post})"),
            Known::NotKnown | Known::NotSupplied => reason.clone(),
        };
        let Some(at) = self.cases.iter().position(|case| case.case == wanted.case) else {
            return refused("the sample has no such case".to_owned());
        };
        let old = self.cases.get(at)?;
        let (stratum, auditors) = match old.used {
            Use::Drawn | Use::Replacement => (old.stratum.clone(), old.auditors.clone()),
            Use::Reserve => return refused("it stands in reserve and is not judged".to_owned()),
            Use::Replaced => return refused("it is replaced already".to_owned()),
        };
        let waits =
            |case: &&mut crate::sample::SampledCase| case.stratum == stratum && case.used == Use::Reserve;
        let Some(new) = self.cases.iter_mut().find(waits) else {
            return refused(format!("the reserve of `{stratum}` is used up"));
        };
        new.used = Use::Replacement;
        new.replaces = Some(wanted.case.clone());
        new.auditors = auditors;
        let old = self.cases.get_mut(at)?;
        old.used = Use::Replaced;
        old.reason = Some(reason);
        old.auditors.clear();
        None
    }
}
