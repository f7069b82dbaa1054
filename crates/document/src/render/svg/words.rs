//! How wide a text is, and how it is made to fit.
//!
//! The page is read with whatever font the reader has, so widths are those of a wide one (`DejaVu Sans`), rounded up.
//! A text that fits by this measure fits in every usual font.

use super::{Anchor, Text};
use crate::render::plain::one_line;

/// More than fits into any place of a chart; what is longer need not be measured.
const LONGEST: usize = 300;

/// A size and weight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Font {
    pub(super) size: i64,
    pub(super) bold: bool,
}

/// Names of bars, points and lanes, and the values beside them.
pub(super) const LABEL: Font = Font { size: 14, bold: false };
/// The name of what the paper is about.
pub(super) const BOLD: Font = Font { size: 14, bold: true };
/// Axes, legends and what stands beside a period.
pub(super) const SMALL: Font = Font { size: 12, bold: false };

/// The width of a line of text, never less than it is drawn.
pub(super) fn width(text: &str, font: Font) -> i64 {
    let hundredths: i64 = text.chars().map(hundredths_of_an_em).sum();
    let weight = if font.bold { 112 } else { 100 };
    (hundredths * font.size * weight).div_euclid(10_000) + 1
}

fn hundredths_of_an_em(c: char) -> i64 {
    match c {
        'i' | 'j' | 'l' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 35,
        'I' | 'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '\\' => 43,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 101,
        'A'..='Z' | '&' | '<' | '>' | '=' | '+' | '~' | '#' | '^' => 85,
        '\u{20}'..='\u{7e}' => 65,
        '\u{a0}'..='\u{24f}' => 80,
        '\u{1100}'..='\u{10ffff}' => 140,
        _ => 100,
    }
}

/// The text on at most `lines` lines of at most `room` each; what does not fit is cut and ends with `…`.
pub(super) fn fit(text: &str, font: Font, room: i64, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    let whole = one_line(text);
    let mut text: String = whole.chars().take(LONGEST).collect();
    if text.len() < whole.len() {
        text.push('…');
    }
    for word in text.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || done.len() + 1 >= lines || width(&longer, font) <= room {
            line = longer;
        } else {
            done.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    done.push(line);
    done.iter().map(|line| cut(line, font, room)).collect()
}

fn cut(line: &str, font: Font, room: i64) -> String {
    if width(line, font) <= room {
        return line.to_owned();
    }
    let mut kept = line.to_owned();
    while kept.pop().is_some() {
        let shorter = format!("{}…", kept.trim_end());
        if width(&shorter, font) <= room {
            return shorter;
        }
    }
    String::new()
}

/// A text of one or more lines around a place.
pub(super) struct Put {
    pub(super) x: i64,
    /// The middle of the lines, from top to bottom.
    pub(super) middle: i64,
    pub(super) anchor: Anchor,
    pub(super) font: Font,
    pub(super) class: &'static str,
    pub(super) room: i64,
    pub(super) lines: usize,
}

/// Puts a text in its place, cut if it must be, with the whole of it to hand if it was.
pub(super) fn put(text: &str, place: &Put) -> Vec<Text> {
    let Put { x, middle, anchor, font, class, room, lines } = *place;
    let fitted = fit(text, font, room, lines);
    let height = line_height(font);
    let whole = one_line(text);
    let full = (fitted.join(" ") != whole).then_some(whole);
    let count = i64::try_from(fitted.len()).unwrap_or(1);
    // A base line stands about a third of the size below the middle of its line.
    let first = middle - (count - 1) * height / 2 + font.size * 36 / 100;
    fitted
        .into_iter()
        .zip(0_i64..)
        .filter(|(words, _)| !words.is_empty())
        .map(|(words, position)| Text {
            x,
            y: first + position * height,
            anchor,
            size: font.size,
            bold: font.bold,
            class,
            words,
            full: full.clone(),
        })
        .collect()
}

/// From base line to base line.
pub(super) const fn line_height(font: Font) -> i64 {
    font.size * 5 / 4
}

/// The room that a column of texts needs, up to a limit.
pub(super) fn column<'a>(texts: impl Iterator<Item = &'a str>, font: Font, limit: i64) -> i64 {
    texts
        .map(|text| width(&one_line(text).chars().take(LONGEST).collect::<String>(), font))
        .max()
        .unwrap_or_default()
        .min(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_wrapped_then_cut() {
        assert_eq!(fit("Greater Example", LABEL, 400, 2), ["Greater Example"]);
        assert_eq!(fit("Greater Example", LABEL, 80, 2), ["Greater", "Example"]);
        let cut = fit("Greater Example Constabulary of the North", LABEL, 80, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…'), "{cut:?}");
        assert_eq!(fit("", LABEL, 80, 2), [""]);
        assert_eq!(fit("word", LABEL, 0, 2), [""]);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_fitted_fits(text in ".{0,200}", room in 0_i64..400, lines in 1_usize..3) {
            let fitted = fit(&text, LABEL, room, lines);
            proptest::prop_assert!(fitted.len() <= lines);
            for line in fitted {
                proptest::prop_assert!(line.is_empty() || width(&line, LABEL) <= room);
            }
        }
    }
}
