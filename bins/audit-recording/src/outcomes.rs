//! Which outcomes a recorded crime may take.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Write as _},
};

use batch::{exit::Exit, lines::Lines, stderr::say};
use counting_rules::{
    crime_from_json,
    outcome::{May, OutcomeAnswer, may_take},
};
use crime::outcome::{Outcome, RecordedCrime};
use serde_json::{Value, json};

/// What came of some lines.
#[derive(Default)]
struct Answered {
    out: Vec<u8>,
    faults: Vec<String>,
    answers: u64,
}

/// Answers each crime of a file of JSON lines with a line: for every outcome whether it may take it, by which rule, and what is missing.
pub fn run(file: &str, only: Option<Outcome>) -> Result<Exit, String> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut answers, mut rejected) = (0, 0);
    let take = |answered: Answered| {
        answers += answered.answers;
        rejected += answered.faults.len();
        answered.faults.iter().for_each(|fault| say(fault));
        out.write_all(&answered.out)?;
        out.flush()
    };
    let work = |lines: Lines<'_>| answered(file, &lines, only);
    let ended = if file == "-" {
        batch::lines::answer(&mut io::stdin().lock(), work, take)
    } else {
        File::open(file).and_then(|input| batch::lines::answer(&mut BufReader::new(input), work, take))
    };
    match ended {
        Ok(()) => {}
        // Nobody listens any more: what was asked for is done.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done),
        Err(error) => return Err(format!("{file}: {error}")),
    }
    say(&format!("{} crimes in = {answers} answered + {rejected} rejected", answers + rejected as u64));
    Ok(if rejected == 0 { Exit::Done } else { Exit::Found })
}

fn answered(file: &str, lines: &Lines<'_>, only: Option<Outcome>) -> Answered {
    let mut answered = Answered::default();
    if lines.too_long {
        let longest = batch::lines::LONGEST >> 20;
        answered.faults.push(format!("error: {file}, line {}: longer than {longest} MiB", lines.first));
    }
    for (number, line) in lines.each() {
        match read(line) {
            Ok(crime) => {
                answered.answers += 1;
                answered.out.extend(told(&crime, only).to_string().into_bytes());
                answered.out.push(b'\n');
            }
            Err(fault) => answered.faults.push(format!(
                "error: {file}, line {number}: {fault}; `audit-recording schema recorded-crime` lists the facts and their words"
            )),
        }
    }
    answered
}

fn read(line: &[u8]) -> Result<RecordedCrime, String> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let text = std::str::from_utf8(line).map_err(|_| "not UTF-8".to_owned())?;
    crime_from_json(text).map_err(|fault| {
        if fault.fact.is_empty() { fault.sentence } else { format!("{}: {}", fault.fact, fault.sentence) }
    })
}

fn told(crime: &RecordedCrime, only: Option<Outcome>) -> Value {
    let outcomes: Vec<Value> = Outcome::all()
        .filter(|outcome| only.is_none_or(|only| only == *outcome))
        .map(|outcome| one(outcome, &may_take(outcome, crime)))
        .collect();
    json!({ "crime": crime.id, "outcomes": outcomes })
}

fn one(outcome: Outcome, answer: &OutcomeAnswer) -> Value {
    let code: &str = outcome.into();
    let name = outcome.listed().map_or("", |listed| listed.name.as_str());
    let by = answer.by.id.0;
    match &answer.may {
        May::Yes { because, conditions } => {
            json!({ "outcome": code, "name": name, "may": "yes", "because": because, "conditions": conditions, "by": by })
        }
        May::No { because } => {
            json!({ "outcome": code, "name": name, "may": "no", "because": because, "by": by })
        }
        May::CannotBeTold { fact, why, between } => json!({
            "outcome": code, "name": name, "may": "cannot be told", "fact": fact,
            "why": counting_rules::export::reason(*why).trim_end_matches(':'), "between": between, "by": by,
        }),
    }
}
