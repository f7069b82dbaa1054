//! The number of a phase, as a word or in digits.

use std::{fmt, str::FromStr};

/// The number of a phase, 1 to 999. Up to twenty it is printed as a word: `Five`.
///
/// ```
/// use change_programme::PhaseNumber;
/// let five: PhaseNumber = "Phase Five".parse()?;
/// assert_eq!("5".parse(), Ok(five));
/// assert_eq!(five.to_string(), "Five");
/// # Ok::<(), change_programme::UnknownPhaseNumber>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(try_from = "String")]
// INVARIANT: 1..=999. The limit keeps a slip such as 20140602 from making millions of missing phases.
pub struct PhaseNumber(u16);

/// A text that is not the number of a phase.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a phase number: expected One to Twenty, or 1 to 999")]
pub struct UnknownPhaseNumber(String);

const WORDS: [&str; 20] = [
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
    "Twenty",
];

impl PhaseNumber {
    /// The numbers that lie strictly between this one and a later one.
    pub fn up_to(self, later: Self) -> impl Iterator<Item = Self> {
        (self.0 + 1..later.0).map(Self)
    }
}

impl FromStr for PhaseNumber {
    type Err = UnknownPhaseNumber;

    fn from_str(text: &str) -> Result<Self, UnknownPhaseNumber> {
        let unknown = || UnknownPhaseNumber(text.to_owned());
        let (first, second) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        let word = if first.eq_ignore_ascii_case("phase") { second.trim() } else { text.trim() };
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            return word.parse().ok().filter(|n| (1..=999).contains(n)).map(Self).ok_or_else(unknown);
        }
        (1..)
            .zip(WORDS)
            .find(|(_, name)| name.eq_ignore_ascii_case(word))
            .map(|(n, _)| Self(n))
            .ok_or_else(unknown)
    }
}

impl TryFrom<String> for PhaseNumber {
    type Error = UnknownPhaseNumber;

    fn try_from(text: String) -> Result<Self, UnknownPhaseNumber> {
        text.parse()
    }
}

impl fmt::Display for PhaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match WORDS.get(usize::from(self.0).wrapping_sub(1)) {
            Some(word) => f.pad(word),
            None => self.0.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_digits_are_one_number() {
        let number = |text: &str| text.parse::<PhaseNumber>();
        assert_eq!(number("twenty"), number("20"));
        assert_eq!(number("Phase 21").unwrap().to_string(), "21");
        for bad in
            ["", "Phase", "0", "1000", "-1", "1.5", "Twenty-one", "Phase Phase One", "99999999999", "+3"]
        {
            assert!(number(bad).is_err(), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_printed_is_read_again(n in 1..=999_u16) {
            proptest::prop_assert_eq!(PhaseNumber(n).to_string().parse(), Ok(PhaseNumber(n)));
        }

        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = text.parse::<PhaseNumber>();
        }
    }
}
