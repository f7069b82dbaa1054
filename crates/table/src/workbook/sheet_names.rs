//! Names that Excel takes for sheets and tables.

use std::collections::BTreeSet;

/// How many characters a sheet's name may have, as UTF-16 counts them.
const LONGEST: usize = 31;

/// The name of a sheet, unlike every name in `taken`, to which it is added.
pub(super) fn given(name: &str, taken: &mut BTreeSet<String>) -> String {
    let clean: String =
        name.chars().map(|c| if c.is_control() || "[]:*?/\\".contains(c) { '-' } else { c }).collect();
    let clean = match clean.trim_matches(|c: char| c == '\'' || c.is_whitespace()) {
        "" => "Sheet",
        // Excel keeps this name for itself.
        "History" | "history" | "HISTORY" => "History-",
        clean => clean,
    };
    let mut number = 1_u32;
    loop {
        let ending = if number == 1 { String::new() } else { format!(" ({number})") };
        let name = shortened(clean, LONGEST - ending.len()).to_owned() + &ending;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// The name of the table on a sheet: letters, digits and underscores. Sheets have different names, but two may differ only in signs, so the number
/// of the sheet is part of it.
pub(super) fn of_table(sheet: &str, number: usize) -> String {
    let words: String = sheet.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("table_{number}_{}", words.trim_matches('_'))
}

fn shortened(name: &str, most: usize) -> &str {
    let mut length = 0;
    let end = name.char_indices().find(|(_, c)| {
        length += c.len_utf16();
        length > most
    });
    end.and_then(|(at, _)| name.get(..at)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_excel_takes_and_no_two_alike() {
        let mut taken = BTreeSet::new();
        for (name, expected) in [
            ("Due", "Due"),
            ("due", "due (2)"),
            ("'May 2026 [draft]/final'", "May 2026 -draft--final"),
            ("", "Sheet"),
            ("History", "History-"),
            ("Judgements of the whole force, 2026", "Judgements of the whole force, "),
            ("Judgements of the whole force, 2027", "Judgements of the whole for (2)"),
        ] {
            assert_eq!(given(name, &mut taken), expected);
        }
        assert_eq!(of_table("Crimes due (2)", 3), "table_3_Crimes_due__2");
    }
}
