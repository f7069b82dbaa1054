//! Paragraphs numbered through a page.

use document::{Block, Inline};

/// Numbers paragraphs in the order in which they are asked for.
#[derive(Debug, Default)]
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
