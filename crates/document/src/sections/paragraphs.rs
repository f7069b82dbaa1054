//! Paragraphs numbered through a page.

use crate::{Block, Inline};

/// Numbers paragraphs in the order in which they are asked for.
///
/// ```
/// use document::{Block, sections::Paragraphs};
/// let mut paragraphs = Paragraphs::default();
/// let _first = paragraphs.say("Crimes due and crimes recorded.");
/// assert!(matches!(paragraphs.say("What it does not hold."), Block::Paragraph { number: 2, .. }));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Paragraphs {
    last: u32,
}

impl Paragraphs {
    /// The next paragraph.
    pub fn next(&mut self, text: Vec<Inline>) -> Block {
        self.last += 1;
        Block::Paragraph { number: self.last, id: format!("paragraph-{}", self.last), text }
    }

    /// The next paragraph, of plain words.
    pub fn say(&mut self, words: impl Into<String>) -> Block {
        self.next(vec![Inline::text(words)])
    }
}
