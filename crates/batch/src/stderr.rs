//! What a command says on standard error, where diagnostics go.

use std::{
    error::Error,
    io::{self, Write as _},
};

use crate::stdout;

/// Says a line. Nobody may be listening any more, which is no error; control characters become U+FFFD.
pub fn say(text: &str) {
    // The exit code says it all the same.
    let _ = writeln!(io::stderr(), "{}", stdout::harmless(text));
}

/// An error with what lies behind it.
///
/// ```
/// use batch::{output::WriteError, stderr::in_full};
/// let full = std::io::Error::other("the disk is full");
/// let error = WriteError::Io { doing: "write", path: "out/figures.csv".into(), source: full };
/// assert_eq!(in_full(error), "could not write `out/figures.csv`: the disk is full");
/// ```
#[must_use]
pub fn in_full(error: impl Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
