//! Why a folder cannot be used.

use std::{error::Error, fmt, io, path::PathBuf};

/// Everything in a folder that cannot be used.
#[derive(Debug)]
pub struct OpenError {
    /// The folder as it was named.
    pub dir: PathBuf,
    /// Never empty; in order of name.
    pub problems: Vec<Problem>,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the folder `{}` cannot be used", self.dir.display())?;
        match self.problems.as_slice() {
            [only] => write!(f, ": {only}"),
            several => several.iter().try_for_each(|problem| write!(f, "\n  {problem}")),
        }
    }
}

impl Error for OpenError {}

/// One thing that cannot be used. `file` is the path in the folder, with `/`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The system does not let us read it. `file` is empty for the folder itself.
    #[error("{}cannot be read: {source}", named(file))]
    Unreadable {
        /// File or folder.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// The folder is none.
    #[error("it is not a folder")]
    NotAFolder,
    /// Larger than a file may be.
    #[error("`{file}` has {} bytes, and one file may have {}", grouped(*bytes), grouped(*limit))]
    TooLarge {
        /// The file.
        file: String,
        /// Its size; if it grew while it was read, as much as was read of it.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// All files together are too large.
    #[error("all files together have {} bytes, and they may have {}", grouped(*bytes), grouped(*limit))]
    TooMuchTogether {
        /// Their size, without the files that are too large by themselves.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// The files grew past the limit while they were read.
    #[error("the files grew while they were read, and all together they may have {} bytes", grouped(*limit))]
    GrewMeanwhile {
        /// The limit.
        limit: u64,
    },
    /// More files and folders than a folder of inputs has.
    #[error("there are more than {} files and folders", grouped(*limit as u64))]
    TooManyEntries {
        /// The limit.
        limit: usize,
    },
    /// Folders within folders.
    #[error("`{file}` lies too deep: folders may be nested {limit} deep")]
    TooDeep {
        /// The first folder too deep.
        file: String,
        /// The limit.
        limit: usize,
    },
    /// A link whose end is elsewhere.
    #[error("`{file}` is a link that leaves the folder")]
    LeavesFolder {
        /// The link.
        file: String,
    },
    /// A link to a folder.
    #[error("`{file}` is a link to a folder")]
    LinkToFolder {
        /// The link.
        file: String,
    },
    /// A pipe, a socket or a device.
    #[error("`{file}` is not a plain file")]
    NotAFile {
        /// Its name.
        file: String,
    },
    /// A name that no table could name.
    #[error("`{file}` has a name that is not plain text")]
    NameNotText {
        /// The name, with what is no text escaped.
        file: String,
    },
}

impl Problem {
    /// The file or folder, if the problem is one's.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Unreadable { file, .. }
            | Self::TooLarge { file, .. }
            | Self::TooDeep { file, .. }
            | Self::LeavesFolder { file }
            | Self::LinkToFolder { file }
            | Self::NotAFile { file }
            | Self::NameNotText { file } => Some(file.as_str()).filter(|file| !file.is_empty()),
            Self::NotAFolder
            | Self::TooMuchTogether { .. }
            | Self::GrewMeanwhile { .. }
            | Self::TooManyEntries { .. } => None,
        }
    }
}

fn named(file: &str) -> String {
    if file.is_empty() { "it ".to_owned() } else { format!("`{file}` ") }
}

/// 16777216 as `16,777,216`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_threes() {
        let cases = [(0, "0"), (999, "999"), (1_000, "1,000"), (16_777_216, "16,777,216")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
    }
}
