//! `paper.toml`: what the paper is, in which order, from which inputs.

use chrono::NaiveDate;
use rulebook::{Method, Rounding};
use serde::Deserialize;

/// A first `paper.toml`, to be filled in.
pub const TEMPLATE: &str = r#"title = ""
board = ""
meeting = "2014-07-01"      # the day on which the board meets
author = ""                 # a post, never a person's name
marking = "OFFICIAL"
notice = ""                 # stands above everything; what is synthetic says so here
retention = ""              # needed when an input is person-level

[rounding]                  # how shares are cut when printed
method = "nearest"          # nearest, cut-off or up
places = 1

[suppression]               # for what rests on person-level inputs
threshold = 5

[[section]]                 # one for each section, in order; the prose is narrative/<id>.md
id = "audit"
heading = "The audit"

[[input]]                   # one for each file that the paper rests on
file = "audit/strata.csv"
kind = "published"          # published or person-level
source = ""                 # where it comes from
"#;

/// The settings of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The title.
    pub title: String,
    /// The body that it is written for.
    pub board: String,
    /// The day on which that body meets.
    #[serde(deserialize_with = "table::day")]
    pub meeting: NaiveDate,
    /// The post of the author; never a person's name.
    pub author: String,
    /// The classification marking.
    pub marking: String,
    /// A sentence above everything else; what is synthetic says so here.
    #[serde(default)]
    pub notice: String,
    /// How long outputs that hold person-level data may be kept; needed when an input is person-level.
    #[serde(default)]
    pub retention: String,
    /// How shares are cut when printed.
    pub rounding: PaperRounding,
    /// When small numbers are left out of what rests on person-level inputs.
    #[serde(default)]
    pub suppression: Suppression,
    /// Names of the outputs.
    #[serde(default)]
    pub output: OutputNames,
    /// The sections, in order.
    #[serde(rename = "section")]
    pub sections: Vec<SectionSettings>,
    /// The inputs that the paper rests on.
    #[serde(default, rename = "input")]
    pub inputs: Vec<InputSettings>,
}

/// How shares are cut when printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperRounding {
    /// Which way.
    pub method: Method,
    /// Decimal places kept, at most 6.
    pub places: u32,
}

impl From<PaperRounding> for Rounding {
    fn from(paper: PaperRounding) -> Self {
        Self { method: paper.method, places: paper.places.min(6) }
    }
}

/// When small numbers are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suppression {
    /// Counts above zero and under this are suppressed, with others as needed so that they cannot be worked out.
    pub threshold: u64,
}

impl Default for Suppression {
    fn default() -> Self {
        Self { threshold: 5 }
    }
}

/// Names of the outputs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutputNames {
    /// The page.
    pub page: String,
    /// The paper as Markdown.
    pub text: String,
}

impl Default for OutputNames {
    fn default() -> Self {
        Self { page: "index.html".to_owned(), text: "paper.md".to_owned() }
    }
}

/// A section of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionSettings {
    /// A slug; the prose is `narrative/<id>.md`.
    pub id: String,
    /// The heading.
    pub heading: String,
}

/// An input that the paper rests on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputSettings {
    /// The file, relative to the folder.
    pub file: String,
    /// Whether it may be printed as it is.
    pub kind: InputKind,
    /// Where it comes from.
    pub source: String,
}

/// Whether an input may be printed as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// Published: never suppressed.
    Published,
    /// About single people: small numbers are suppressed before anything is rendered.
    PersonLevel,
}
