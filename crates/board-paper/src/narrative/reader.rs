//! The events of one Markdown file, turned into blocks.

use std::collections::BTreeMap;

use document::{Block, Inline};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use rulebook::{Figure, FigureId, Finding, Place, Severity, Value};
use table::Source;

use super::Narratives;
use crate::{
    Problem,
    material::Material,
    placeholder::{BlockKind, Piece, pieces},
    rooms,
    rules::number_without_figure,
};

/// Reads the events of one file.
pub(super) struct Reader<'a> {
    all: &'a mut Narratives,
    section: &'a str,
    source: Source<'a>,
    text: &'a str,
    material: &'a Material,
    pub(super) blocks: Vec<Block>,
    /// Inlines being collected; the last is the innermost.
    open: Vec<Vec<Inline>>,
    /// The items of the list being read.
    list: Option<Vec<Vec<Inline>>>,
    heading: bool,
    heading_at: usize,
    paragraph_at: usize,
    /// The footnote whose text is being read.
    footnote: Option<String>,
    label: Option<String>,
    /// Where the link being read leads.
    link: Option<String>,
    /// What stands on a line of its own in the paragraph being read, to take the place of the paragraph.
    own_line: Option<Vec<Block>>,
}

impl<'a> Reader<'a> {
    /// A reader of `text`, which is that of `source`.
    pub(super) const fn new(
        all: &'a mut Narratives,
        section: &'a str,
        source: Source<'a>,
        text: &'a str,
        material: &'a Material,
    ) -> Self {
        Self {
            all,
            section,
            source,
            text,
            material,
            blocks: Vec::new(),
            open: Vec::new(),
            list: None,
            heading: false,
            heading_at: 0,
            paragraph_at: 0,
            footnote: None,
            label: None,
            link: None,
            own_line: None,
        }
    }
}

impl Reader<'_> {
    pub(super) fn event(&mut self, event: &Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(*tag),
            Event::Text(words) => self.words(words, at),
            Event::Code(words) => {
                self.numbers(words, at + 1);
                self.push(Inline::text(words.as_ref()));
            }
            Event::SoftBreak | Event::HardBreak => self.push(Inline::text(" ")),
            Event::FootnoteReference(name) => self.mention(name, at),
            Event::Rule => {}
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(at, "HTML is not used in a narrative; write plain Markdown");
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {
                self.refuse(
                    at,
                    "only paragraphs, headings, lists, emphasis, links and footnotes are used in a narrative",
                );
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::Strong | Tag::Emphasis | Tag::Item => self.open.push(Vec::new()),
            Tag::Link { dest_url, .. } => {
                self.link = Some(dest_url.to_string());
                self.open.push(Vec::new());
            }
            Tag::Heading { level, .. } => {
                self.heading = true;
                self.heading_at = at;
                self.open.push(Vec::new());
                if *level != HeadingLevel::H2 {
                    self.refuse(at, "a heading below that of the section is written `## …`");
                }
            }
            Tag::List(first) => {
                if first.is_some() {
                    self.refuse(at, "a numbered list is not used in a narrative: the program numbers paragraphs; write `- …`");
                }
                if self.list.is_some() {
                    self.refuse(at, "a list inside a list is not used in a narrative");
                }
                self.list = Some(Vec::new());
            }
            Tag::FootnoteDefinition(name) => {
                self.footnote = Some(name.to_string());
                self.open.push(Vec::new());
            }
            Tag::Paragraph => {
                if self.inside() {
                    // A second paragraph of the same item or footnote goes on in the same line.
                    if self.open.last().is_some_and(|open| !open.is_empty()) {
                        self.push(Inline::text(" "));
                    }
                } else {
                    self.paragraph_at = at;
                    self.open.push(Vec::new());
                }
            }
            Tag::Image { .. } => {
                self.open.push(Vec::new());
                self.refuse(at, "pictures are made from data: use `{chart:…}`");
            }
            Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {
                self.refuse(at, "only paragraphs, `##` headings, lists, emphasis, links and footnotes are used in a narrative");
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => {
                let inner = self.close();
                self.push(Inline::Strong(inner));
            }
            TagEnd::Emphasis => {
                let inner = self.close();
                self.push(Inline::Emphasis(inner));
            }
            TagEnd::Link => {
                let text = plain(&self.close());
                let url = self.link.take().unwrap_or_else(|| text.clone());
                self.push(Inline::Link { url, text });
            }
            TagEnd::Image => {
                self.close();
            }
            TagEnd::Heading(_) => {
                let at = self.heading_at;
                self.heading = false;
                let text = plain(&self.close());
                let id = format!("{}-{}", self.section, FigureId::of(&[&text]));
                self.place_once(&id, at, &format!("the heading `{text}`"));
                self.blocks.push(Block::Subheading { id, text });
            }
            TagEnd::Item => {
                let item = self.close();
                if let Some(list) = &mut self.list {
                    list.push(item);
                }
            }
            TagEnd::List(_) => {
                if let Some(items) = self.list.take() {
                    self.blocks.push(Block::List(items));
                }
            }
            TagEnd::FootnoteDefinition => {
                let text = self.close();
                if let Some(name) = self.footnote.take() {
                    self.all.defined.insert((self.section.to_owned(), name), text);
                }
            }
            TagEnd::Paragraph if self.inside() => {}
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Whether a paragraph that starts here is only the text of an item or a footnote.
    const fn inside(&self) -> bool {
        self.list.is_some() || self.footnote.is_some()
    }

    fn end_paragraph(&mut self) {
        let text = self.close();
        let label = self.label.take();
        if let Some(blocks) = self.own_line.take() {
            if label.is_some() || !plain(&text).trim().is_empty() {
                let message = "a table, chart or list of findings stands on a line of its own, with an empty line before and \
                               after it; refer to it by its own name";
                self.refuse(self.paragraph_at, message);
            }
            self.blocks.extend(blocks);
            return;
        }
        if text.is_empty() {
            return;
        }
        self.all.paragraphs += 1;
        let number = self.all.paragraphs;
        let id = format!("paragraph-{number}");
        if let Some(label) = label {
            self.all.labels.insert(label, id.clone());
        }
        self.blocks.push(Block::Paragraph { number, id, text: trim_start(text) });
    }

    fn close(&mut self) -> Vec<Inline> {
        self.open.pop().unwrap_or_default()
    }

    fn push(&mut self, inline: Inline) {
        if let Some(innermost) = self.open.last_mut() {
            innermost.push(inline);
        }
    }

    fn words(&mut self, words: &str, at: usize) {
        // The parser reads a footnote without a text as words, and its bracket as a piece of its own.
        let before = self.text.get(..at).unwrap_or_default();
        if words.contains("[^") || (words.starts_with('^') && before.ends_with('[')) {
            self.refuse(at, "a footnote is mentioned whose text `[^name]: …` is missing");
        }
        for piece in pieces(words) {
            self.piece(&piece, at);
        }
    }

    fn piece(&mut self, piece: &Piece<'_>, start: usize) {
        let traced = matches!(
            piece,
            Piece::Figure { .. } | Piece::Reference { .. } | Piece::Label { .. } | Piece::Block { .. }
        );
        if traced && (self.link.is_some() || self.heading) {
            let where_it_is = if self.heading { "a heading" } else { "the words of a link" };
            return self.refuse(
                start,
                format!("{where_it_is} cannot hold a placeholder: nobody could follow it from there"),
            );
        }
        match *piece {
            Piece::Words { at, text } => {
                self.numbers(text, start + at);
                self.push(Inline::text(text));
            }
            Piece::Name { text } => self.push(Inline::text(text)),
            Piece::AsPrinted { text } => self.push(Inline::AsPrinted(text.to_owned())),
            Piece::Figure { at, id } => self.figure(id, start + at),
            Piece::Label { at, name } => self.label(name, start + at),
            Piece::Reference { at, name } => {
                let place = self.place(start + at);
                self.all.references.push((place, name.to_owned()));
                self.push(Inline::Reference { target: name.to_owned(), text: String::new() });
            }
            Piece::Block { at, kind, id } => self.block(kind, id, start + at),
            Piece::Unknown { at, text } => {
                let message = format!(
                    "`{text}` is no placeholder; expected {{figure:…}}, {{as-printed:…}}, {{name:…}}, {{label:…}}, \
                     {{ref:…}}, {{table:…}}, {{chart:…}} or {{findings:…}}"
                );
                self.refuse(start + at, message);
            }
        }
    }

    fn numbers(&mut self, text: &str, at: usize) {
        for typed in number_without_figure::typed(text) {
            let place = self.place(at + typed.at);
            let sentence = format!("`{}` is typed by hand: no figure backs it", typed.number);
            self.all.findings.push(
                Finding::new(
                    &number_without_figure::RULE,
                    Severity::Warning,
                    self.source.file,
                    Some(place),
                    sentence,
                )
                .with("typed", typed.number),
            );
        }
    }

    fn figure(&mut self, id: &str, at: usize) {
        if let Some(figure) = self.material.figure(id) {
            return self.push(Inline::figure(figure));
        }
        let rejected = rooms::of_figure(id).and_then(|room| self.material.rejected_in(room));
        if let (Some(reason), Ok(known)) = (rejected, id.parse::<FigureId>()) {
            let label = "not made, because a row it may rest on was rejected";
            self.all.withheld.insert(id.to_owned(), Figure::new(known, label, Value::Withheld(reason)));
            return;
        }
        let near = nearest(id, &self.material.figures);
        let place = self.place(at);
        self.all.problems.push(Problem::UnknownFigure { place, id: id.to_owned(), near });
    }

    fn label(&mut self, name: &str, at: usize) {
        if self.inside() || self.heading {
            self.refuse(at, format!("label `{name}`: only a numbered paragraph can have a label"));
            return;
        }
        if self.all.labels.contains_key(name) || self.label.is_some() {
            self.refuse(
                at,
                format!("label `{name}`: a label is used once, and a paragraph has one at the most"),
            );
        }
        self.label = Some(name.to_owned());
    }

    fn block(&mut self, kind: BlockKind, id: &str, at: usize) {
        if self.inside() || self.heading {
            self.refuse(
                at,
                "a table, chart or list of findings stands on a line of its own, outside lists and headings",
            );
            return;
        }
        let anchor = if kind == BlockKind::Findings { format!("findings-{id}") } else { id.to_owned() };
        self.place_once(&anchor, at, &format!("`{anchor}`"));
        let (what, found, there_are) = match kind {
            BlockKind::Table => (
                "table",
                self.material.tables.get(id).cloned().map(Block::Table),
                keys(&self.material.tables),
            ),
            BlockKind::Chart => (
                "chart",
                self.material.charts.get(id).cloned().map(Block::Chart),
                keys(&self.material.charts),
            ),
            BlockKind::Findings => {
                self.all.findings_printed.push(id.to_owned());
                let table = self.material.findings_table(id);
                ("findings of", table.map(Block::Table), self.material.rooms())
            }
        };
        if let Some(block) = found {
            self.own_line.get_or_insert_default().push(block);
        } else {
            let place = self.place(at);
            self.all.problems.push(Problem::Unknown { place, what, id: id.to_owned(), there_are });
        }
    }

    /// Refuses what stands already: two places cannot have one number.
    fn place_once(&mut self, key: &str, at: usize, what: &str) {
        let place = self.place(at);
        if let Some(first) = self.all.placed.get(key) {
            let message = format!("{what} stands already ({first}); refer to it with {{ref:…}}");
            self.all.problems.push(Problem::Narrative { place, message });
        } else {
            self.all.placed.insert(key.to_owned(), place);
        }
    }

    fn mention(&mut self, name: &str, at: usize) {
        if self.heading || self.link.is_some() {
            return self.refuse(at, "a footnote is mentioned in the text, not in a heading or a link");
        }
        let known = self
            .all
            .mentioned
            .iter()
            .position(|(section, known, _)| section == self.section && known == name);
        let index = known.unwrap_or_else(|| {
            let place = self.place(at);
            self.all.mentioned.push((self.section.to_owned(), name.to_owned(), place));
            self.all.mentioned.len() - 1
        });
        self.push(Inline::Footnote(u32::try_from(index + 1).unwrap_or(u32::MAX)));
    }

    fn refuse(&mut self, at: usize, message: impl Into<String>) {
        let place = self.place(at);
        self.all.problems.push(Problem::Narrative { place, message: message.into() });
    }

    fn place(&self, at: usize) -> Place {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() as u64 + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Place::row(self.source.file, line).at(column.to_string())
    }
}

fn keys<T>(map: &BTreeMap<String, T>) -> String {
    map.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The words of a text, without its form.
pub(super) fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text)
            | Inline::AsPrinted(text)
            | Inline::Reference { text, .. }
            | Inline::Link { text, .. } => text.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
            Inline::Figure { printed, .. } => printed.clone(),
            Inline::Footnote(_) => String::new(),
        })
        .collect()
}

/// A paragraph that began with a label begins with its first word.
fn trim_start(mut text: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = text.first_mut() {
        *first = first.trim_start().to_owned();
    }
    text
}

/// The figure whose id shares the longest beginning and end with what was asked for, if they share more than half.
fn nearest(id: &str, figures: &[Figure]) -> Option<FigureId> {
    let score = |other: &str| {
        let front = id.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let back = id.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
        (front + back).min(other.len())
    };
    figures
        .iter()
        .map(|figure| (score(figure.id.as_str()), figure))
        .filter(|(score, figure)| score * 2 > figure.id.as_str().len())
        .max_by_key(|(score, figure)| (*score, std::cmp::Reverse(figure.id.as_str().len())))
        .map(|(_, figure)| figure.id.clone())
}
