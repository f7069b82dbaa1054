//! How the page of a scored audit ends: what cannot be told, how to read it, and the files.

use batch::manifest::InputFile;
use document::{Block, Inline, Section, sections::Paragraphs};

use super::{From, Page};

/// What cannot be told, or only with care, and why.
pub fn untold(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let said: Vec<Vec<Inline>> =
        page.answer.untold.iter().map(|said| vec![Inline::text(said.as_str())]).collect();
    let mut blocks = Vec::new();
    if said.is_empty() {
        blocks.push(
            p.say("Every case of the sample counts, and nothing more has to be said beside the rates."),
        );
    } else {
        blocks.push(p.say("What has to be known beside the rates:"));
        blocks.push(Block::List(said));
    }
    Section { id: "untold".to_owned(), heading: "What cannot be told, and why".to_owned(), blocks }
}

/// What an interval, `suppressed` and `withheld` mean.
pub fn how_to_read(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let mut blocks: Vec<Block> = limits_of_reading(page).into_iter().map(|words| p.say(words)).collect();
    blocks.push(p.say("What an interval does and does not mean stands below each table, and again with all figures at the end."));
    Section {
        id: "how-to-read".to_owned(),
        heading: "How to read this, and what is left out".to_owned(),
        blocks,
    }
}

/// The same as paragraphs, for whatever else says it.
pub fn limits_of_reading(page: &Page<'_>) -> Vec<String> {
    let settings = page.settings;
    let mut said = vec![format!(
        "Intervals are of {}. A rate of fewer than {} is not printed, for it says too little. Not supplied means that nobody told us, which is not no.",
        settings.confidence, settings.least
    )];
    match page.from {
        From::Counts => said.push("Nothing is left out, for the counts are published.".to_owned()),
        From::Judgements { threshold } => {
            if threshold > 1 {
                said.extend(of_small_counts(threshold));
            } else {
                said.push(
                    "Small counts are not left out, as was asked: some could point at a person.".to_owned(),
                );
            }
            said.push("No case, no record and no name of an auditor is in it; counts of cases are those of the work.".to_owned());
        }
    }
    said.push(
        "A figure reads withheld where a row was rejected: what that row holds is not known.".to_owned(),
    );
    said
}

fn of_small_counts(threshold: u64) -> [String; 3] {
    [
        format!(
            "A count of a stratum above nought and below {threshold} is left out, since it could point at a person, and with it whatever it could be worked \
             out from by adding and subtracting: the same of other strata, the rates, and a nought beside it that would tell. Such a number reads suppressed."
        ),
        "Estimates for all records stay, for they tell no count. Where the counts of one or two strata are left out, so are the counts of the sample over all \
         strata, the classes and the lateness, since with the estimate they would tell the strata."
            .to_owned(),
        "This does not help against a reader who knows one of the counts, who tries out which counts would give an estimate and its interval, or who lays two \
         reports side by side."
            .to_owned(),
    ]
}

/// What was read and what was written.
pub fn files(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let read = |input: &InputFile| {
        vec![Inline::Text(format!("{}: {} bytes, SHA-256 {}", input.file, input.bytes, input.sha256))]
    };
    let mut says = "Written beside this page; manifest.json has the SHA-256 of each. Those that begin with findings are for their owner only".to_owned();
    match page.from {
        From::Counts => says.push('.'),
        From::Judgements { .. } => says.push_str(", and so are judgements.csv and disagreements.csv."),
    }
    Section {
        id: "files".to_owned(),
        heading: "Files".to_owned(),
        blocks: vec![
            p.say("Read:"),
            Block::List(page.inputs.iter().map(read).collect()),
            p.say(says),
            Block::List(page.outputs.iter().map(|name| vec![Inline::text(name.as_str())]).collect()),
        ],
    }
}
