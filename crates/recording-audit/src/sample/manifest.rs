//! What binds a sample to the frame from which it was drawn, so that anybody who has the frame can draw it again.

use std::fmt::{self, Write as _};

use chrono::NaiveDate;
use rulebook::Place;
use serde::{Deserialize, Serialize};
use statistics::Draw;
use table::Source;

/// The name under which a sample keeps it.
pub const MANIFEST_NAME: &str = "sample-manifest.json";

/// The method of the draw, which [`statistics::Draw`] describes.
pub(super) const METHOD: &str = "registrar draw 1";

/// A sample: from which frame, by which filter, strata, sizes and seed, and which cases there are. It names no record: which case
/// is which record stands in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleManifest {
    /// The program that drew it, with its version.
    pub program: String,
    /// How it was drawn: `registrar draw 1`.
    pub method: String,
    /// The day of the draw.
    pub as_at: NaiveDate,
    /// The file that was drawn from.
    pub frame: FrameFile,
    /// Which of its records belong to the audit.
    pub filter: Filter,
    /// The columns whose values make the strata, in order.
    pub strata_columns: Vec<String>,
    /// The lines of the frame that do not count, because their record stands on an earlier one.
    #[serde(default)]
    pub repeated_lines: Vec<u64>,
    /// The columns of the frame that auditors are shown.
    #[serde(default)]
    pub shown: Vec<String>,
    /// How many lines a sheet has for each case.
    #[serde(default)]
    pub lines: u64,
    /// The words that decide the draw.
    pub seed: String,
    /// The strata, in the order of their names.
    pub strata: Vec<SampledPart>,
    /// Every case drawn, the reserve included, in the order of strata and of the draw.
    pub cases: Vec<SampledCase>,
    /// SHA-256 of the records drawn, each followed by a line end, in the order of `cases`, in hexadecimal.
    pub drawn_sha256: String,
}

/// The file that was drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameFile {
    /// Its name without folders.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its rows without the header, usable or not.
    pub rows: u64,
}

/// Which records of the frame belong to the audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The first day, if there is one.
    pub from: Option<NaiveDate>,
    /// The last day, if there is one.
    pub to: Option<NaiveDate>,
}

/// A stratum of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampledPart {
    /// Its name: the values of its columns with ` | ` between them.
    pub stratum: String,
    /// How many records it has.
    pub population: u64,
    /// How many were drawn.
    pub size: u64,
    /// How many more stand in reserve.
    pub reserve: u64,
}

/// A case of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampledCase {
    /// Its key, which says nothing of the record: `C0001`.
    pub case: String,
    /// Its stratum.
    pub stratum: String,
    /// Its place in the draw of the stratum, from 1.
    pub rank: u64,
    /// What it is there for.
    #[serde(rename = "use")]
    pub used: Use,
    /// Why it was replaced, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The case that it replaces, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// Who judges it: one auditor, two if it is reviewed twice, none in reserve.
    pub auditors: Vec<String>,
}

/// What a case is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Use {
    /// It is judged.
    Drawn,
    /// It waits, in case another has to be replaced.
    Reserve,
    /// It was drawn and could not be judged; the reason is kept.
    Replaced,
    /// It came from the reserve for one that could not be judged, and is judged.
    Replacement,
}

/// Why a manifest cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// It is not the JSON of a sample.
    #[error("{place}: not the manifest of a sample: {message}")]
    Unreadable {
        /// Where.
        place: Place,
        /// What is wrong, in the words of the parser.
        message: String,
    },
    /// It was drawn in a way that is not known here.
    #[error("{place}: drawn by `{method}`, and only `registrar draw 1` can be drawn again here")]
    OtherMethod {
        /// The file.
        place: Place,
        /// The method it names.
        method: String,
    },
}

impl SampleManifest {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// [`ManifestError`], with the place.
    pub fn read(source: Source<'_>) -> Result<Self, ManifestError> {
        let manifest: Self = serde_json::from_slice(source.bytes).map_err(|error| {
            let place = Place::row(source.file, error.line() as u64).at(error.column().to_string());
            ManifestError::Unreadable { place, message: error.to_string() }
        })?;
        if manifest.method == METHOD {
            Ok(manifest)
        } else {
            Err(ManifestError::OtherMethod { place: Place::file(source.file), method: manifest.method })
        }
    }

    /// What tells sheets of this sample from those of another: eight digits that its seed and its records make, and its keys with them. Replacements do not change
    /// it.
    #[must_use]
    pub fn mark(&self) -> String {
        let digest = Draw::new(&self.seed, "mark of a sample", 0).priority(&self.drawn_sha256);
        digest.iter().take(4).fold(String::new(), |mut text, byte| {
            // Into memory: it cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The cases that are judged.
    pub fn judged(&self) -> impl Iterator<Item = &SampledCase> {
        self.cases.iter().filter(|case| case.used.is_judged())
    }
}

impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Drawn => "drawn",
            Self::Reserve => "reserve",
            Self::Replaced => "replaced",
            Self::Replacement => "replacement",
        })
    }
}

impl Use {
    /// Whether a case of this use is judged.
    #[must_use]
    pub const fn is_judged(self) -> bool {
        match self {
            Self::Drawn | Self::Replacement => true,
            Self::Reserve | Self::Replaced => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_back_and_another_method_is_refused() {
        let manifest = crate::sample::cases::no_manifest();
        let text = serde_json::to_string(&manifest).unwrap();
        let read = |text: &str| SampleManifest::read(Source::new("m.json", text.as_bytes()));
        assert_eq!(read(&text), Ok(manifest));
        let error = read(&text.replace("draw 1", "draw 2")).unwrap_err().to_string();
        assert!(error.starts_with("m.json: drawn by `registrar draw 2`"), "{error}");
        let error = read("{").unwrap_err().to_string();
        assert!(error.starts_with("m.json, line 1, column 1: not the manifest of a sample"), "{error}");
    }
}
