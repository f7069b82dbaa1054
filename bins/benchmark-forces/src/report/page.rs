//! The page of a comparison: what is said of one force, measure by measure, in the order in which a board member reads.

mod along;
mod between;
mod closing;
mod funnel;
pub mod inside;
mod opening;
mod peers;
mod scale;
mod words;

use batch::manifest::InputFile;
use chrono::NaiveDate;
use document::{
    Block, Document, Inline, Marking, Section,
    sections::{Paragraphs, capital},
};
use msf_benchmark::{Asked, Assessment, Better, OfMeasure};
use rulebook::{Finding, OfRule};

use super::inside::Inside;

pub use words::{
    among, average_name, better, defined, held_by, limits_of_reading, period, period_in_full, period_of_line,
    place, reason, rule, share_of_chance, signals_of, title,
};

/// What page and workbook are made from.
pub struct Page<'a> {
    pub as_at: NaiveDate,
    pub asked: &'a Asked<'a>,
    pub assessment: &'a Assessment,
    /// The partnerships within the force, if a table of them was given.
    pub inside: Option<&'a Inside>,
    /// What is wrong with the data, by rule.
    pub found: &'a [OfRule<'a>],
    /// Those of them that are about the comparison: groups, populations, breaks. The others stand in `findings.csv`.
    pub findings: &'a [Finding],
    /// How many rows of each file were answered and rejected, a sentence each.
    pub rows: &'a [String],
    /// What the data say of themselves: that they are synthetic, for instance. Empty for nothing.
    pub notice: &'a str,
    pub inputs: &'a [InputFile],
    /// The files of the set.
    pub outputs: &'a [String],
}

/// Nobody signs what a program has computed.
pub fn author() -> String {
    format!("not signed; computed by {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}

/// The page as a document.
pub fn compose(page: &Page<'_>) -> Document {
    let mut paragraphs = Paragraphs::default();
    let p = &mut paragraphs;
    let mut sections = vec![opening::in_short(page, p), opening::how_to_read(page, p)];
    sections.extend(page.assessment.measures.iter().map(|of| measure(page, of, p)));
    sections.extend(page.inside.map(|inside| inside::section(page, inside, p)));
    sections.push(closing::breaks(page, p));
    sections.push(closing::findings(page, p));
    sections.push(closing::files(page, p));
    sections.push(closing::figures(page, p));
    Document {
        title: title(page),
        board: String::new(),
        meeting: None,
        author: author(),
        marking: Marking("Published figures; no case and no record".to_owned()),
        as_at: page.as_at,
        notice: page.notice.to_owned(),
        sections,
        footnotes: Vec::new(),
    }
}

/// The anchor of a measure. Those of its parts go on with a point, which no measure has in its name.
fn anchor(of: &OfMeasure) -> String {
    format!("measure-{}", of.measure.id)
}

fn measure(page: &Page<'_>, of: &OfMeasure, p: &mut Paragraphs) -> Section {
    let said = &of.sentences;
    let id = anchor(of);
    let mut blocks = vec![p.say(&*said.rate)];
    let all = [&said.across, &said.peers, &said.along];
    let mut told: Vec<&String> = all.into_iter().chain(&said.change).chain(&said.rank).collect();
    // Without a number each of them says the same.
    told.dedup();
    blocks.extend(told.into_iter().filter(|words| **words != said.rate).map(|words| p.say(words.as_str())));
    if let (Better::Lower | Better::Higher, Some(_)) = (of.measure.better, of.between.focal()) {
        blocks.push(p.say(format!("In this measure {}.", better(of.measure.better))));
    }
    let mut part = |name: &str, text: &str, of_part: Vec<Block>| {
        blocks.push(Block::Subheading { id: format!("{id}.{name}"), text: text.to_owned() });
        blocks.extend(of_part);
    };
    part("between", "Between forces", between(page, of, p));
    part("peers", "Beside its peers", peers::blocks(of, p));
    part("along", "Along time", along::blocks(page, of, p));
    part("definition", "What is measured", definition(page, of, p));
    Section { id, heading: of.measure.title.clone(), blocks }
}

fn between(page: &Page<'_>, of: &OfMeasure, p: &mut Paragraphs) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    match &of.between.funnel {
        Ok(funnel) => blocks.extend(funnel::blocks(page, of, funnel, p)),
        Err(why) => blocks.push(p.say(format!("There is no funnel: {why}."))),
    }
    blocks.extend(between::blocks(page, of, p));
    if !of.between.left_out.is_empty() {
        let n = of.between.left_out.len();
        let forces = if n == 1 { "One force has".to_owned() } else { format!("{n} forces have") };
        blocks.push(p.say(format!("{forces} no number in this period:")));
        let each = |(force, why): &(crime::Force, msf_benchmark::Why)| {
            vec![Inline::text(format!("{}: {why}", force.name()))]
        };
        blocks.push(Block::List(of.between.left_out.iter().map(each).collect()));
    }
    blocks
}

fn definition(page: &Page<'_>, of: &OfMeasure, p: &mut Paragraphs) -> Vec<Block> {
    defined(page, of).into_iter().map(|words| p.say(capital(&words))).collect()
}
