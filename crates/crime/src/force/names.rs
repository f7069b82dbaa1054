//! Names of forces as they are compared, and those that are near to one that nobody knows.

/// A longer text is no misspelt name: it is held against none.
const LONGEST: usize = 60;

/// A name as it is compared: lower case, "and" for "&", without commas and the words that some sources add.
pub(super) fn key(name: &str) -> String {
    name.to_lowercase()
        .replace('&', " and ")
        .replace(['-', ','], " ")
        .split_whitespace()
        .filter(|word| !["police", "constabulary", "service", "force", "the"].contains(word))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The names that are near: those that hold the whole of what was written as a word; else those that begin alike for the longest, and the
/// one of which the fewest letters differ.
pub(super) fn nearest<'n>(wanted: &str, names: impl Iterator<Item = &'n str> + Clone) -> Vec<&'n str> {
    if wanted.chars().count() > LONGEST {
        return Vec::new();
    }
    let whole = |name: &&str| wanted.chars().count() >= 4 && key(name).split(' ').any(|word| word == wanted);
    let holding: Vec<&str> = names.clone().filter(whole).collect();
    if !holding.is_empty() {
        return holding;
    }
    let shared = |name: &str| key(name).chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
    let longest = names.clone().map(shared).max().unwrap_or_default();
    let mut near: Vec<&str> = names.clone().filter(|name| longest >= 4 && shared(name) == longest).collect();
    if let Some(misspelt) = table::nearest(wanted, names).filter(|name| !near.contains(name)) {
        near.push(misspelt);
    }
    near
}

/// The end of a sentence that names candidates: nothing, if there are none.
pub(super) fn did_you_mean(near: &[&str]) -> String {
    let quoted: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => format!("; did you mean {only}?"),
        Some((last, others)) => format!("; did you mean {} or {last}?", others.join(", ")),
    }
}
