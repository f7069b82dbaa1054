//! How the page of a comparison ends: how to read it, what is left out and why, and the files.

use document::{Block, Inline, Section, sections::Paragraphs};
use rulebook::meanings;

use super::Page;

/// What an interval, `suppressed` and `withheld` mean.
pub fn how_to_read(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let mut blocks: Vec<Block> = limits_of_reading(page).into_iter().map(|words| p.say(words)).collect();
    blocks.push(p.say("No record, no reference of a report and no crime number is on this page."));
    Section {
        id: "how-to-read".to_owned(),
        heading: "How to read this, and what is left out".to_owned(),
        blocks,
    }
}

/// The same as paragraphs, for whatever else says it.
pub fn limits_of_reading(page: &Page<'_>) -> Vec<String> {
    let threshold = page.shown.threshold;
    let mut paragraphs = meanings(page.figures.iter());
    paragraphs.extend([
        format!(
            "A count above nought and below {threshold} is left out, since it could point at a person, and with it whatever it could be worked out from by \
             adding and subtracting: other counts, totals, shares, whole columns or tables. Such a number reads suppressed or left out. Nought is shown."
        ),
        "Crimes in time are not broken down by unit, because with those that are late they would tell a sum of other columns. A column is not in a \
         break-down if its total is left out elsewhere; a total there is one of the columns that are shown."
            .to_owned(),
        "This does not help against a reader who knows one of the counts, nor against one who lays two reports of different days side by side."
            .to_owned(),
        "A total reads withheld where a row was rejected: what that row holds is not known, so the total is not either."
            .to_owned(),
    ]);
    paragraphs
}

/// What was read and what was written.
pub fn files(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let stores = page.settings.stores.iter().map(|store| match store.as_str() {
        "" => "crimes due".to_owned(),
        store => format!("crimes due of the store {store}"),
    });
    let what = stores.chain(["crimes recorded".to_owned(), "waivers".to_owned()]);
    let read = page.inputs.iter().zip(what);
    let read = read
        .map(|(input, what)| {
            let text = format!("{}: {what}, {} bytes, SHA-256 {}", input.file, input.bytes, input.sha256);
            vec![Inline::Text(text)]
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
                "Written beside this page; manifest.json has the SHA-256 of each. Those that begin with findings are about people and for their owner only.",
            ),
            Block::List(written),
        ],
    }
}
