//! A number typed by hand is backed by no figure.

use rulebook::{Basis, InForce, Rule, RuleId};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("number-without-figure"),
    title: "Number without a figure",
    says: "Every number in the prose is a figure, a quotation marked as printed, or part of a name or date.",
    basis: Basis::Reasoned {
        why: "a number typed by hand does not follow when its input changes, and cannot be traced",
    },
    in_force: InForce::Always,
    exemplar: "the sentence `we recorded 98% of crimes` in a narrative",
    mend: "write `{figure:…}`, or `{as-printed:98%}` for a quotation, or `{name:Operation Sentinel 2}` for a name",
};

/// A number typed by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed<'a> {
    /// Where it begins, in bytes from the start of the text.
    pub at: usize,
    /// The number as typed.
    pub number: &'a str,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words after which a number is a name: `paragraph 5`, `Part 1`.
const NAMING: [&str; 22] = [
    "article",
    "articles",
    "chapter",
    "class",
    "figure",
    "item",
    "page",
    "pages",
    "paragraph",
    "paragraphs",
    "part",
    "parts",
    "phase",
    "phases",
    "regulation",
    "regulations",
    "rule",
    "rules",
    "schedule",
    "section",
    "sections",
    "table",
];

/// Words after which four digits are a year.
const YEARS_FOLLOW: [&str; 20] = [
    "act", "after", "autumn", "before", "by", "code", "during", "early", "from", "in", "late", "mid", "of",
    "order", "since", "spring", "summer", "to", "until", "winter",
];

/// Words that go on with a sentence after a year.
const GO_ON: [&str; 20] = [
    "a", "and", "as", "at", "but", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to",
    "until", "was", "were", "with",
];

const NUMBER_WORDS: [&str; 31] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "half",
];

/// Every number in `text` that is neither part of a name nor of a date. Number words count from two upwards.
///
/// ```
/// use board_paper::rules::number_without_figure::typed;
/// let found = typed("On 1 July 2014, 98% were recorded under Regulation A19 (paragraph 5).");
/// assert_eq!(found.iter().map(|typed| typed.number).collect::<Vec<_>>(), ["98%"]);
/// ```
#[must_use]
pub fn typed(text: &str) -> Vec<Typed<'_>> {
    let words = words(text);
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        // A word before it counts only if no comma or full stop stands between.
        let mut before = [""; 3];
        for (back, slot) in before.iter_mut().enumerate() {
            match index.checked_sub(back + 1).and_then(|at| words.get(at)) {
                Some(earlier) if !earlier.ends_clause => *slot = earlier.text,
                _ => break,
            }
        }
        let next = words.get(index + 1).filter(|_| !word.ends_clause).map_or("", |next| next.text);
        let is_number =
            is_number_word(word.text) || (has_digit(word.text) && !is_name_or_date(word.text, before, next));
        if is_number {
            found.push(Typed { at: word.at, number: word.text });
        }
    }
    found
}

/// A word without the punctuation around it.
struct Word<'a> {
    at: usize,
    text: &'a str,
    /// Whether punctuation follows that ends what was said.
    ends_clause: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let edge = |c: char| !(c.is_alphanumeric() || matches!(c, '%' | '£'));
    text.split_whitespace()
        .filter_map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let trimmed = word.trim_start_matches(edge);
            let at = start + word.len() - trimmed.len();
            let trimmed = trimmed.trim_end_matches(edge);
            let ends_clause = word.ends_with([',', '.', ';', ':', '!', '?', ')']);
            (!trimmed.is_empty()).then_some(Word { at, text: trimmed, ends_clause })
        })
        .collect()
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

fn is_number_word(word: &str) -> bool {
    word.to_lowercase().split('-').any(|part| NUMBER_WORDS.contains(&part))
}

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

fn is_year(word: &str) -> bool {
    word.parse::<u16>().is_ok_and(|year| (1800..=2099).contains(&year)) && word.len() == 4
}

fn is_day_of_month(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..).unwrap_or_default();
    digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
        && ["", "st", "nd", "rd", "th"].contains(&suffix)
}

fn is_financial_year(word: &str) -> bool {
    word.split_once('/').is_some_and(|(year, short)| {
        is_year(year) && [2, 4].contains(&short.len()) && short.chars().all(|c| c.is_ascii_digit())
    })
}

/// `before` are the words before it, the nearest first.
fn is_name_or_date(word: &str, before: [&str; 3], next: &str) -> bool {
    let [last, second, third] = before.map(str::to_lowercase);
    let names = |word: &str| NAMING.contains(&word);
    let joined = matches!(last.as_str(), "and" | "to" | "or");
    if word.contains(['%', '£']) {
        return false;
    }
    word.starts_with(char::is_alphabetic)
        || names(&last)
        || (joined && has_digit(&second) && names(&third))
        || is_financial_year(word)
        || (is_day_of_month(word) && is_month(next))
        || (is_year(word)
            && (is_month(before[0]) || (YEARS_FOLLOW.contains(&last.as_str()) && !counts(&last, next))))
}

/// Whether four digits between these words count something: `of 1950 crimes`, but not `of 2014 and`.
fn counts(before: &str, next: &str) -> bool {
    matches!(before, "of" | "to" | "by" | "from")
        && next.starts_with(char::is_lowercase)
        && !GO_ON.contains(&next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/number-without-figure.toml"), |text: &String| {
            typed(text).into_iter().map(|typed| typed.number.to_owned()).collect::<Vec<_>>()
        });
    }

    #[test]
    fn the_place_is_that_of_the_number() {
        assert_eq!(typed("About (98%) of it"), [Typed { at: 7, number: "98%" }]);
    }

    proptest::proptest! {
        #[test]
        fn a_bare_number_is_always_found(n in 3000..1_000_000_u32, word in "[a-z]{3,8}") {
            let text = format!("We {word}x {n} crimes");
            proptest::prop_assert_eq!(typed(&text).len(), 1 + usize::from(is_number_word(&format!("{word}x"))));
        }

        #[test]
        fn any_text_is_answered(text in ".*") {
            for found in typed(&text) {
                proptest::prop_assert!(text[found.at..].starts_with(found.number));
            }
        }
    }
}
