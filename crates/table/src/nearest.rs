//! The name that somebody may have meant.

/// The name nearest to `wanted`, if one is near: at most a third of its letters differ, whatever the case.
#[must_use]
pub fn nearest<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let plain = |name: &str| crate::columns::plain(name);
    let wanted = plain(wanted);
    let length = wanted.chars().count();
    let most = (length / 3).max(1);
    names
        // A cell of a million letters is held against none.
        .filter(|name| plain(name).chars().count().abs_diff(length) <= most)
        .map(|name| (distance(&wanted, &plain(name)), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many letters have to be written, taken out or changed to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        let mut next = vec![left];
        for (there, above) in other.chars().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(there != letter)).min(above + 1).min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_differ_by_letters() {
        for (one, other, letters) in [
            ("", "", 0),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("incident", "incident", 0),
            ("incdent", "incident", 1),
        ] {
            assert_eq!((distance(one, other), distance(other, one)), (letters, letters), "{one} {other}");
        }
    }

    #[test]
    fn what_is_far_is_not_guessed() {
        let names = || ["Log No", "HO Class", "Received"].into_iter();
        assert_eq!(nearest("log_nr", names()), Some("Log No"));
        assert_eq!(nearest("HO CLASS", names()), Some("HO Class"));
        assert_eq!(nearest("victims", names()), None);
    }
}
