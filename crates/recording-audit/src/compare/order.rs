//! Names in the order in which people look for them: `unit 2` before `unit 10`.

use std::cmp::Ordering;

/// Compares two names part by part, runs of digits as numbers; names that are equal so, as text.
pub(crate) fn natural(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    while !left.is_empty() && !right.is_empty() {
        let ((first, rest), (second, more)) = (part(left), part(right));
        let order = match (number(first), number(second)) {
            (Some(first), Some(second)) => first.len().cmp(&second.len()).then_with(|| first.cmp(second)),
            (Some(_) | None, None) | (None, Some(_)) => first.cmp(second),
        };
        if order.is_ne() {
            return order;
        }
        (left, right) = (rest, more);
    }
    left.len().cmp(&right.len()).then_with(|| one.cmp(other))
}

/// The run of digits, or of anything else, at the beginning, and the rest.
fn part(text: &str) -> (&str, &str) {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// A run of digits without the noughts in front, which say nothing.
fn number(part: &str) -> Option<&str> {
    part.starts_with(|c: char| c.is_ascii_digit()).then(|| part.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_numbers() {
        let mut names = [
            "unit 19", "unit 2", "Unit 3", "unit 02", "unit", "unit 2b", "é 10", "é 9", "2026-10", "2026-09",
            "",
        ];
        names.sort_by(|one, other| natural(one, other));
        let expected = [
            "", "2026-09", "2026-10", "Unit 3", "unit", "unit 02", "unit 2", "unit 2b", "unit 19", "é 9",
            "é 10",
        ];
        assert_eq!(names, expected);
    }

    proptest::proptest! {
        #[test]
        fn it_is_an_order(names in proptest::collection::vec("[ab0-2 é]{0,6}", 3)) {
            let [a, b, c] = [&names[0], &names[1], &names[2]];
            proptest::prop_assert_eq!(natural(a, b), natural(b, a).reverse());
            proptest::prop_assert_eq!(natural(a, b).is_eq(), a == b);
            if natural(a, b).is_le() && natural(b, c).is_le() {
                proptest::prop_assert!(natural(a, c).is_le());
            }
        }
    }
}
