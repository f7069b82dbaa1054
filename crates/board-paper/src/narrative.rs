//! Prose: Markdown with placeholders, read into blocks of a document.

use std::collections::BTreeMap;

use document::{Block, Footnote, Inline};
use pulldown_cmark::{Options, Parser};
use rulebook::{Figure, Finding, Place};
use table::Source;

use crate::{Problem, material::Material};

mod reader;

use reader::Reader;

/// What has been read of all narratives so far: paragraph numbers, labels and footnotes run through the whole paper.
#[derive(Debug, Default)]
pub(crate) struct Narratives {
    /// The number of the last paragraph.
    pub(crate) paragraphs: u32,
    /// The anchor behind each label.
    pub(crate) labels: BTreeMap<String, String>,
    /// References to be filled once every number is known.
    pub(crate) references: Vec<(Place, String)>,
    /// The footnotes that were mentioned, in order: section and name.
    mentioned: Vec<(String, String, Place)>,
    /// What each footnote says.
    defined: BTreeMap<(String, String), Vec<Inline>>,
    /// Numbers typed by hand.
    pub(crate) findings: Vec<Finding>,
    /// Figures that the prose asks for and a rejected row would have given.
    pub(crate) withheld: BTreeMap<String, Figure>,
    /// What cannot be used.
    pub(crate) problems: Vec<Problem>,
    /// Rooms whose findings have been printed.
    pub(crate) findings_printed: Vec<String>,
    /// Tables, charts, lists of findings and subheadings that stand already, and where they were asked for.
    placed: BTreeMap<String, Place>,
}

impl Narratives {
    /// Reads the prose of one section.
    pub(crate) fn section(&mut self, section: &str, source: Source<'_>, material: &Material) -> Vec<Block> {
        let text = match source.text() {
            Ok(text) => text,
            Err(error) => {
                self.problems.push(error.into());
                return Vec::new();
            }
        };
        let mut reader = Reader::new(self, section, source, text, material);
        let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            reader.event(&event, range.start);
        }
        reader.blocks
    }

    /// The footnotes in the order of their first mention.
    pub(crate) fn footnotes(&mut self) -> Vec<Footnote> {
        let mut footnotes = Vec::new();
        for (number, (section, name, place)) in (1..).zip(std::mem::take(&mut self.mentioned)) {
            match self.defined.remove(&(section, name.clone())) {
                Some(text) => footnotes.push(Footnote { number, text }),
                None => self.problems.push(Problem::Narrative {
                    place,
                    message: format!(
                        "footnote `[^{name}]` is mentioned, but its text `[^{name}]: …` is missing"
                    ),
                }),
            }
        }
        for (section, name) in std::mem::take(&mut self.defined).into_keys() {
            self.problems.push(Problem::Narrative {
                place: Place::file(format!("narrative/{section}.md")),
                message: format!("footnote `[^{name}]: …` is never mentioned"),
            });
        }
        footnotes
    }
}

#[cfg(test)]
mod tests;
