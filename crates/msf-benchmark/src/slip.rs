//! What kind of slip turns one number into another when it is copied.

use std::fmt;

/// The slip by which a number that was meant became the number that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// One digit is missing.
    DigitLost,
    /// One digit stands twice.
    DigitDoubled,
    /// One digit too many, not the double of its neighbour.
    DigitGained,
    /// Two neighbouring digits stand in each other's place.
    DigitsExchanged,
    /// One digit is another.
    DigitChanged,
    /// More than one of these.
    SeveralDigits,
}

impl Slip {
    /// The slip from `meant` to `printed`; none if they are equal. Where two explain it, the earlier in the list is
    /// given: an exchange, for instance, is not also told as a change.
    ///
    /// ```
    /// use msf_benchmark::Slip;
    /// assert_eq!(Slip::between(1_204, 12_045), Some(Slip::DigitLost));
    /// ```
    #[must_use]
    pub fn between(printed: u64, meant: u64) -> Option<Self> {
        if printed == meant {
            return None;
        }
        let (printed, meant) = (printed.to_string(), meant.to_string());
        Some(if one_removed(&meant).any(|(_, shorter)| shorter == printed) {
            Self::DigitLost
        } else if one_removed(&printed).any(|(double, shorter)| double && shorter == meant) {
            Self::DigitDoubled
        } else if one_removed(&printed).any(|(_, shorter)| shorter == meant) {
            Self::DigitGained
        } else if printed.len() == meant.len() {
            of_one_length(&printed, &meant)
        } else {
            Self::SeveralDigits
        })
    }

    /// Whether it is a slip of a single stroke. We do not rank single strokes: none is so much likelier than another
    /// that a published number should be changed on the strength of it.
    #[must_use]
    pub const fn is_single(self) -> bool {
        match self {
            Self::DigitLost
            | Self::DigitDoubled
            | Self::DigitGained
            | Self::DigitsExchanged
            | Self::DigitChanged => true,
            Self::SeveralDigits => false,
        }
    }
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::DigitLost => "a digit lost",
            Self::DigitDoubled => "a digit doubled",
            Self::DigitGained => "a digit gained",
            Self::DigitsExchanged => "two neighbouring digits exchanged",
            Self::DigitChanged => "one digit changed",
            Self::SeveralDigits => "several digits",
        })
    }
}

/// The digits with each one taken out in turn, and whether it is the double of its neighbour.
fn one_removed(digits: &str) -> impl Iterator<Item = (bool, String)> {
    digits.char_indices().map(|(at, digit)| {
        let (before, rest) = digits.split_at(at);
        let after = rest.strip_prefix(digit).unwrap_or_default();
        (before.ends_with(digit) || after.starts_with(digit), format!("{before}{after}"))
    })
}

fn of_one_length(printed: &str, meant: &str) -> Slip {
    let pairs = printed.bytes().zip(meant.bytes()).enumerate();
    let different: Vec<(usize, (u8, u8))> = pairs.filter(|(_, (one, other))| one != other).collect();
    match different.as_slice() {
        [_] => Slip::DigitChanged,
        [(first, (a, b)), (second, (c, d))] if first + 1 == *second && a == d && b == c => {
            Slip::DigitsExchanged
        }
        _ => Slip::SeveralDigits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        printed: u64,
        meant: u64,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../cases/slip.toml"), |facts: &Facts| {
            Slip::between(facts.printed, facts.meant).map_or("none".to_owned(), |slip| slip.to_string())
        });
    }

    proptest::proptest! {
        #[test]
        fn what_was_lost_one_way_was_gained_the_other(one in 0..200_000_u64, other in 0..200_000_u64) {
            let there = Slip::between(one, other);
            let back = Slip::between(other, one);
            let gained = |slip| matches!(slip, Some(Slip::DigitGained | Slip::DigitDoubled));
            proptest::prop_assert_eq!(there == Some(Slip::DigitLost), gained(back));
            if !gained(there) && !gained(back) {
                proptest::prop_assert_eq!(there, back);
            }
        }

        #[test]
        fn a_digit_taken_out_is_a_digit_lost(meant in 10_u64.., at in 0..19_usize) {
            let mut digits = meant.to_string();
            digits.remove(at % digits.len());
            proptest::prop_assume!(!digits.starts_with('0'));
            proptest::prop_assert_eq!(Slip::between(digits.parse().unwrap(), meant), Some(Slip::DigitLost));
        }
    }
}
