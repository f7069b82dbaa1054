//! What a set of outputs was made from, and what it holds.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rulebook::{Basis, Rule};
use serde::{Deserialize, Serialize};

use crate::{digest, name};

pub use crate::name::{MANIFEST as FILE_NAME, NameError, NameFault};

/// The file `manifest.json` of a set: it holds no time stamp and no path of a machine, so that the same inputs give the
/// same bytes.
///
/// The digests are SHA-256, so that anybody can check them with `sha256sum`. The manifest does not vouch for itself:
/// whoever can change an output can change it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    format: Format,
    /// The command that made the set, for instance `compose-paper`. Only it may replace the set.
    pub program: String,
    /// Its version.
    pub version: String,
    /// The verb and the options that decide what comes out; no paths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub command: Vec<String>,
    /// The day that was today for the run.
    pub as_at: NaiveDate,
    /// The texts on which the rules rest, in order.
    #[serde(default)]
    pub rule_books: Vec<RuleBook>,
    /// The seed, if anything was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Every file that was read.
    #[serde(default)]
    pub inputs: Vec<InputFile>,
    /// Every file of the set but the manifest; filled in by [`crate::output::write`], in order of name.
    #[serde(default)]
    pub outputs: Vec<Output>,
    /// How long person-level outputs may be kept, one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<String>,
}

/// The mark by which a `manifest.json` is told from any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Format {
    #[serde(rename = "registrar-manifest-1")]
    One,
}

/// A text on which rules rest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleBook {
    /// Its published title.
    pub document: String,
    /// Which edition of it.
    pub edition: String,
}

impl RuleBook {
    /// The published texts of these rules, each once, in order. Rules that rest on a reason of ours have none.
    #[must_use]
    pub fn of(rules: &[&Rule]) -> Vec<Self> {
        let books: BTreeSet<Self> = rules
            .iter()
            .filter_map(|rule| match &rule.basis {
                Basis::Published(citation) => Some(Self {
                    document: citation.document.to_owned(),
                    edition: citation.edition.to_owned(),
                }),
                Basis::Reasoned { .. } => None,
            })
            .collect();
        books.into_iter().collect()
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputFile {
    /// Its path in the input folder, with `/`.
    pub file: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
    /// What it declares itself to be, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<InputKind>,
}

impl InputFile {
    /// Describes a file by its content.
    #[must_use]
    pub fn of(file: impl Into<String>, content: &[u8]) -> Self {
        Self { file: file.into(), bytes: content.len() as u64, sha256: digest::of_bytes(content), kind: None }
    }
}

/// What an input declares itself to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// Public already: never suppressed.
    Published,
    /// About people: small cells are suppressed.
    PersonLevel,
}

/// A file of the set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Its path in the set, with `/`.
    pub file: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
    /// Whether it is about people: then only its owner may read it.
    pub person_level: bool,
}

/// Why bytes are no manifest of ours.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// Not JSON, or not our JSON.
    #[error("it is no manifest of Registrar")]
    Json(#[from] serde_json::Error),
    /// It names an output that we would never have written.
    #[error("it names an output that Registrar never writes")]
    Name(#[from] NameError),
}

impl Manifest {
    /// A manifest without inputs and outputs.
    #[must_use]
    pub fn new(program: impl Into<String>, version: impl Into<String>, as_at: NaiveDate) -> Self {
        Self {
            format: Format::One,
            program: program.into(),
            version: version.into(),
            command: Vec::new(),
            as_at,
            rule_books: Vec::new(),
            seed: None,
            inputs: Vec::new(),
            outputs: Vec::new(),
            retention: None,
        }
    }

    /// Reads what [`Manifest::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// [`ManifestError`] if these bytes are something else, or name outputs outside their folder.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let manifest: Self = serde_json::from_slice(bytes)?;
        name::check(manifest.outputs.iter().map(|output| output.file.as_str()))?;
        Ok(manifest)
    }

    /// JSON, indented, in one order, with a line end.
    ///
    /// # Errors
    ///
    /// What the JSON library says; for a manifest it has no reason to.
    ///
    /// ```
    /// use batch::manifest::Manifest;
    ///
    /// let manifest = Manifest::new("compose-paper", "0.1.0", rulebook::day(2014, 7, 1));
    /// assert_eq!(Manifest::parse(&manifest.to_bytes()?)?, manifest);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use rulebook::{Citation, InForce, RuleId, Seen, day};

    use super::*;

    fn rule(basis: Basis) -> Rule {
        Rule {
            id: RuleId("a-rule"),
            title: "A rule",
            says: "Something.",
            basis,
            in_force: InForce::Always,
            exemplar: "any record",
            mend: "nothing",
        }
    }

    #[test]
    fn whole_manifest_is_printed_in_one_order_and_read_back() {
        let mut manifest = Manifest::new("compose-paper", "0.1.0", day(2014, 7, 1));
        manifest.command = vec!["build".to_owned()];
        manifest.seed = Some(7);
        manifest.inputs =
            vec![InputFile { kind: Some(InputKind::PersonLevel), ..InputFile::of("a.csv", b"abc") }];
        manifest.retention = Some("delete after 1 July 2015".to_owned());
        let text = String::from_utf8(manifest.to_bytes().unwrap()).unwrap();
        // The digest is that of FIPS 180-2, appendix B.1.
        assert_eq!(
            text,
            r#"{
  "format": "registrar-manifest-1",
  "program": "compose-paper",
  "version": "0.1.0",
  "command": [
    "build"
  ],
  "as_at": "2014-07-01",
  "rule_books": [],
  "seed": 7,
  "inputs": [
    {
      "file": "a.csv",
      "bytes": 3,
      "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "kind": "person-level"
    }
  ],
  "outputs": [],
  "retention": "delete after 1 July 2015"
}
"#
        );
        assert_eq!(Manifest::parse(text.as_bytes()).unwrap(), manifest);
    }

    #[test]
    fn other_json_and_outputs_outside_the_folder_are_refused() {
        for text in ["", "{}", "[]", r#"{"name": "an extension", "version": "1"}"#] {
            assert!(matches!(Manifest::parse(text.as_bytes()), Err(ManifestError::Json(_))), "{text}");
        }
        let mut manifest = Manifest::new("compose-paper", "0.1.0", day(2014, 7, 1));
        manifest.outputs.push(Output {
            file: "../paper.md".to_owned(),
            bytes: 0,
            sha256: digest::of_bytes(b""),
            person_level: false,
        });
        assert!(matches!(Manifest::parse(&manifest.to_bytes().unwrap()), Err(ManifestError::Name(_))));
    }

    #[test]
    fn each_published_text_is_named_once_and_in_order() {
        let cited = |document, place| {
            rule(Basis::Published(Citation { document, edition: "2013", place, seen: Seen::FullText }))
        };
        let rules = [
            cited("Rules B", "1"),
            cited("Rules A", "1"),
            cited("Rules B", "2"),
            rule(Basis::Reasoned { why: "x" }),
        ];
        let books = RuleBook::of(&rules.iter().collect::<Vec<_>>());
        let titles: Vec<&str> = books.iter().map(|book| book.document.as_str()).collect();
        assert_eq!(titles, ["Rules A", "Rules B"]);
    }
}
