//! Why a paper could not be composed at all.

use rulebook::{FigureId, Place};
use table::ReadError;

/// One reason why a paper could not be composed. All that are found are given, not only the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A file could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// There is no `paper.toml`.
    #[error(
        "paper.toml: there is no such file in the folder; it says what the paper is (see `compose-paper template paper`)"
    )]
    NoSettings,
    /// A file that `paper.toml` names is not there.
    #[error("{file}: paper.toml names this file ({needed_by}), but it is not in the folder")]
    MissingFile {
        /// The file.
        file: String,
        /// What names it.
        needed_by: String,
    },
    /// A setting has a value that cannot be.
    #[error("{place}: {message}")]
    Setting {
        /// The line of `paper.toml`.
        place: Place,
        /// What is wrong, and what would be right.
        message: String,
    },
    /// A file is declared that no room reads.
    #[error(
        "{file}: paper.toml declares this input, but no room reads a file of this name; docs/folder.md lists those that are read"
    )]
    UnusedInput {
        /// The file.
        file: String,
    },
    /// A narrative asks for a figure that no input gives.
    #[error("{place}: no figure `{id}`{}", near.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
    UnknownFigure {
        /// Where it is asked for.
        place: Place,
        /// What was asked for.
        id: String,
        /// The figure whose id is most alike.
        near: Option<FigureId>,
    },
    /// A narrative asks for a table, chart, list of findings or label that is not there.
    #[error("{place}: no {what} `{id}`; there are: {there_are}")]
    Unknown {
        /// Where it is asked for.
        place: Place,
        /// `table`, `chart`, `findings of` or `label`.
        what: &'static str,
        /// What was asked for.
        id: String,
        /// Those that are there.
        there_are: String,
    },
    /// Something in a narrative cannot be used.
    #[error("{place}: {message}")]
    Narrative {
        /// Where it stands.
        place: Place,
        /// What is wrong, and what would be right.
        message: String,
    },
    /// Two rooms, or two rows, give a figure of the same id.
    #[error("two figures are called `{id}`: rename one of the rows they come from ({first}; {second})")]
    RepeatedFigure {
        /// The id.
        id: FigureId,
        /// Where the first comes from.
        first: String,
        /// Where the second comes from.
        second: String,
    },
    /// An output could not be rendered.
    #[error("the paper could not be rendered: {0}")]
    Render(String),
}
