//! Why the command could not do it, one line a reason.

use std::{error::Error, fmt};

/// All reasons, never only the first.
#[derive(Debug)]
pub struct Failure(Vec<String>);

impl Failure {
    /// The reasons.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The same reasons from several errors.
    pub fn all(problems: impl IntoIterator<Item = impl fmt::Display>) -> Self {
        Self(problems.into_iter().map(|problem| problem.to_string()).collect())
    }

    /// A reason of our own.
    pub fn because(reason: impl Into<String>) -> Self {
        Self(vec![reason.into()])
    }
}

impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut line = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            line.push_str(": ");
            line.push_str(&error.to_string());
            cause = error.source();
        }
        Self(vec![line])
    }
}
