//! The page of a check: only what may leave the force, no record and no reference.

use batch::manifest::InputFile;
use chrono::NaiveDate;
use document::{
    Block, Cell, Document, Head, Inline, Marking, Row, Section, Table,
    sections::{
        Named, Paragraphs, capital, counts_table, figures_section, findings_section, notes_on_intervals,
        rates_chart, without_people,
    },
};
use no_crime::{
    rules,
    tally::{Answer, Breakdown, Group, sentences},
};
use rulebook::{Figure, OfRule, Rated, interval_head, meanings};

/// What the page is made from.
pub struct Page<'a> {
    pub as_at: NaiveDate,
    /// The answer as others may see it.
    pub answer: &'a Answer,
    pub threshold: u64,
    /// All figures, each once, in the order in which they are to stand at the end.
    pub figures: &'a [Figure],
    pub found: &'a [OfRule<'a>],
    /// How many rows were read, judged and rejected, in a sentence.
    pub rows: &'a str,
    /// What the extract says of itself: that it is synthetic, for instance. Empty for nothing.
    pub notice: &'a str,
    pub inputs: &'a [InputFile],
    /// The files of the set.
    pub outputs: &'a [String],
}

/// What page and workbook are called.
pub const TITLE: &str = "Recorded crimes that were removed";

/// Nobody signs what a program has computed.
pub fn author() -> String {
    format!("not signed; computed by {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}

/// The page as a document.
pub fn compose(page: &Page<'_>) -> Document {
    let mut paragraphs = Paragraphs::default();
    let p = &mut paragraphs;
    let mut sections = vec![checked(page, p)];
    sections.extend(page.answer.change.as_ref().map(|change| {
        let groups = [("before", &change.before), ("since", &change.since), ("undated", &change.undated)];
        let names =
            [format!("Before {}", change.on), format!("Since {}", change.on), "Without a day".to_owned()];
        let rows: Vec<(String, &Group)> =
            names.into_iter().zip(groups).map(|(name, (_, group))| (name, group)).collect();
        let says = "What differs between the two may have other causes than the change.";
        Section {
            id: "change".to_owned(),
            heading: format!("Before and since {}", change.on),
            blocks: [p.say(says)]
                .into_iter()
                .chain(groups_tables("change", "before and since", "When", &rows))
                .collect(),
        }
    }));
    sections.extend(page.answer.breakdowns.iter().map(|by| broken_down(page.answer, by, p)));
    sections.push(findings_section(p, page.found, rules::ALL, env!("CARGO_PKG_NAME")));
    sections.push(how_to_read(page, p));
    sections.push(files(page, p));
    sections.push(figures_section(page.figures));
    Document {
        title: TITLE.to_owned(),
        board: String::new(),
        meeting: None,
        author: author(),
        marking: Marking(without_people(page.threshold).to_owned()),
        as_at: page.as_at,
        notice: page.notice.to_owned(),
        sections,
        footnotes: Vec::new(),
    }
}

fn checked(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let all = &page.answer.all;
    let counts = [
        ("stands", &all.stands),
        ("does not stand", &all.does_not_stand),
        ("cannot be told, for want of a fact", &all.cannot_be_told),
        ("not covered: no rules are held for its day", &all.not_covered),
        ("in all", &all.removed),
        ("of these: another verdict by the other of two readings", &all.readings_differ),
        ("of these: all that is broken is answered for by a waiver", &all.waived),
    ];
    let mut blocks: Vec<Block> = sentences(page.answer).into_iter().map(|sentence| p.say(sentence)).collect();
    blocks.push(counts_table(
        Named { id: "verdicts", title: "Verdicts on the removals" },
        "Verdict",
        "Removals",
        &counts,
    ));
    blocks.push(p.say(page.rows));
    Section { id: "checked".to_owned(), heading: "Do the removals stand?".to_owned(), blocks }
}

fn broken_down(answer: &Answer, by: &Breakdown, p: &mut Paragraphs) -> Section {
    let of = by.dimension.words();
    let slug = by.dimension.name().replace('_', "-");
    let mut blocks = Vec::new();
    if let Some(why) = &by.left_out {
        blocks.push(p.say(format!("Nothing is broken down by {of}: {why}.")));
    } else {
        let rated: Vec<Rated<'_>> =
            by.groups.iter().map(|group| Rated { name: &group.name, figure: &group.validity }).collect();
        if rated.iter().any(|rate| rate.figure.interval.is_some()) {
            let title = format!("Removals that stand, of those that could be judged, by {of}");
            let id = format!("validity-by-{slug}");
            let all = [Rated { name: "all", figure: &answer.all.validity }];
            let axis = "per cent of the removals that stand or do not";
            blocks.push(Block::Chart(rates_chart(Named { id: &id, title: &title }, axis, of, &all, &rated)));
        } else {
            blocks.push(p.say(format!(
                "No share by {of} can be shown: there are too few removals in each, or a count that it is made of is left out."
            )));
        }
        let rows: Vec<(String, &Group)> = by.groups.iter().map(|group| (group.name.clone(), group)).collect();
        blocks.extend(groups_tables(&format!("by-{slug}"), &format!("by {of}"), of, &rows));
    }
    Section { id: format!("by-{slug}"), heading: format!("By {of}"), blocks }
}

/// Groups of removals, one below the other: the verdicts, and the shares.
fn groups_tables(id: &str, caption: &str, what: &str, groups: &[(String, &Group)]) -> [Block; 2] {
    let head = |columns: &[&str]| {
        let numbers = columns.iter().copied().map(Head::numbers);
        [Head::words(capital(what))].into_iter().chain(numbers).collect::<Vec<_>>()
    };
    let counts = |(name, group): &(String, &Group)| {
        Row::new([
            Cell::from(name.as_str()),
            Cell::from(&group.removed),
            Cell::from(&group.stands),
            Cell::from(&group.does_not_stand),
            Cell::from(&group.cannot_be_told),
            Cell::from(&group.not_covered),
        ])
    };
    let shares = |(name, group): &(String, &Group)| {
        let interval = group.validity.interval_printed().unwrap_or_else(|| "–".to_owned());
        Row::new([
            Cell::from(name.as_str()),
            Cell::from(&group.validity),
            Cell::from(interval),
            Cell::from(&group.lowest),
            Cell::from(&group.highest),
        ])
    };
    let verdicts = Table {
        id: format!("{id}-verdicts"),
        caption: format!("Verdicts {caption}"),
        head: head(&["Removals", "Stand", "Do not", "Cannot be told", "Not covered"]),
        rows: groups.iter().map(counts).collect(),
        notes: Vec::new(),
    };
    let validity = groups.iter().map(|(_, group)| &group.validity);
    let shares = Table {
        id: format!("{id}-shares"),
        caption: format!("Share that stands {caption}, and what it could be at least and at most"),
        head: head(&["Share", &interval_head(validity.clone()), "At least", "At most"]),
        rows: groups.iter().map(shares).collect(),
        notes: notes_on_intervals(validity),
    };
    [Block::Table(verdicts), Block::Table(shares)]
}

fn how_to_read(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let blocks =
        limits_of_reading(page.threshold, page.figures).into_iter().map(|words| p.say(words)).collect();
    Section {
        id: "how-to-read".to_owned(),
        heading: "How to read this, and what is left out".to_owned(),
        blocks,
    }
}

/// What the figures do not say, as paragraphs.
pub fn limits_of_reading(threshold: u64, figures: &[Figure]) -> Vec<String> {
    let mut paragraphs = vec![
        "A removal stands if every rule that concerns its ground is kept. It does not stand if one is broken. Where a fact is missing and nothing is broken it \
         cannot be told: that is neither, and the share leaves it out. At least and at most say what the share would be if all of these did not stand, or all did."
            .to_owned(),
        "Where two published texts differ, the verdict is that of the stricter one. Signals (a removal shortly after an outcome, one person who decides nearly \
         everything) are worth a look and change no verdict."
            .to_owned(),
        "The facts are those of the extract. That a record says that information can be verified is not that somebody verified it.".to_owned(),
    ];
    paragraphs.extend(meanings(figures.iter()));
    if threshold > 1 {
        paragraphs.push(format!(
            "A count above nought and below {threshold} is left out, since it could point at a person, and with it whatever it could be worked out from by adding \
             and subtracting. Such a number reads suppressed. Nought is shown. This does not help against a reader who knows one of the counts, nor against one who \
             lays two reports of different days side by side."
        ));
    }
    paragraphs.push("No record, no crime number and no reference of a person is on this page.".to_owned());
    paragraphs
}

fn files(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let read = page
        .inputs
        .iter()
        .map(|input| {
            vec![Inline::Text(format!("{}: {} bytes, SHA-256 {}", input.file, input.bytes, input.sha256))]
        })
        .collect();
    let written = page.outputs.iter().map(|name| vec![Inline::text(name.as_str())]).collect();
    Section {
        id: "files".to_owned(),
        heading: "Files".to_owned(),
        blocks: vec![
            p.say("Read:"),
            Block::List(read),
            p.say(
                "Written beside this page; manifest.json has the SHA-256 of each. Those that begin with verdicts, findings or work-list are about people and for \
                 their owner only.",
            ),
            Block::List(written),
        ],
    }
}
