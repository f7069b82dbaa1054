//! Names that nobody bears, made of syllables, and the ways in which one name is written.

use std::collections::BTreeSet;

use crate::draw::Draw;

const FIRST: [&str; 12] =
    ["Bra", "Vo", "Quil", "Zen", "Mur", "Tol", "Yas", "Ked", "Orv", "Wix", "Plo", "Dru"];
const MIDDLE: [&str; 10] = ["vo", "ni", "xa", "re", "lu", "qui", "do", "the", "ba", "ze"];
const LAST: [&str; 10] = ["lin", "sok", "var", "mond", "tex", "rin", "dax", "plim", "gorn", "wex"];

fn word(draw: &mut Draw) -> String {
    format!("{}{}{}", draw.one_of(&FIRST), draw.one_of(&MIDDLE), draw.one_of(&LAST))
}

/// A name that was not given before; one in six has two family names.
pub(crate) fn fresh(draw: &mut Draw, given: &mut BTreeSet<String>) -> String {
    loop {
        let family = if draw.below(6) == 0 { format!("{}-{}", word(draw), word(draw)) } else { word(draw) };
        let name = format!("{} {family}", word(draw));
        if given.insert(name.to_lowercase().replace('-', "")) {
            return name;
        }
    }
}

/// The same name as somebody else would type it.
pub(crate) fn retyped(draw: &mut Draw, name: &str) -> String {
    match draw.below(5) {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => name.replacen('o', "ó", 1).replacen('e', "é", 1).replacen('i', "í", 1) + "'",
        3 if name.contains('-') => name.replace('-', " "),
        3 => name.replacen(' ', "  ", 1),
        _ => name.split_at_checked(2).map_or_else(String::new, |(start, rest)| format!("{start}'{rest}")),
    }
}

/// Another name: one letter of the family name is lost.
pub(crate) fn misspelt(name: &str) -> String {
    let mut letters = name.chars();
    letters.next_back();
    letters.collect()
}
