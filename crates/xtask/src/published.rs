//! The published worked cases, put to the rules: which pass, which do not, and why not.
//!
//! Each case keeps the id, source, kind and confidence of the research that collected it. Its facts were written from its prose by
//! somebody who had not seen the expected answer; what an example presupposes and does not say (that the victim confirms, that nothing
//! speaks against it) is filled in from `presumed.csv`, the same for all. What is expected is asserted as far as it goes.

use std::fmt::Write as _;

use counting_rules::{Answers, FactRow, Rulings, Working, decide};
use crime::{Decision, outcome::RecordedCrime};
use serde::Deserialize;

mod expected;
pub mod page;

/// One case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The research's name for it.
    pub id: String,
    /// The example in a sentence of our own.
    pub name: String,
    /// Where the example and its answer stand.
    pub source: String,
    /// A printed example, a statement of a rule, or something at second hand.
    pub kind: Kind,
    /// How sure the research was.
    pub confidence: Confidence,
    /// The report as it was first made.
    pub facts: toml::Value,
    /// The same report at later stages, each whole.
    #[serde(default)]
    pub later: Vec<toml::Value>,
    /// Outcomes that are asked about.
    #[serde(default)]
    pub outcomes: Vec<Asked>,
    /// What must follow:
    ///
    /// * `8N 008/06 x 1`: so many crimes of the class (and subcode) at the first stage; `34A|34B x 1`: of either class; `8N x 1+`: at least.
    /// * `no crime`; `no crime but 8N|105A`: none of another class.
    /// * `registered N100/03`: at the first stage, at least once; `registered incident x 2`: so often; `N300/01 not registered`.
    /// * `not recorded 66`: named as not recorded, or not recorded in addition.
    /// * `undecided between 34A and 34B`.
    /// * `by West Midlands`: the force of every crime.
    /// * `then registered N300/06`, `then 1 001/01 x 1`: the same at the last stage.
    /// * `outcome 1A of 34B: yes`, `outcome 1 of 8N: no`: of the outcomes asked about, by the class of the crime.
    pub expect: Vec<String>,
    /// Why it does not pass yet; a case that has this and passes is a mistake too.
    #[serde(default)]
    pub not_yet: Option<String>,
    /// What is asserted less exactly than it was printed, and why.
    #[serde(default)]
    pub note: Option<String>,
}

/// An outcome that is asked about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Its code.
    pub outcome: String,
    /// The crime.
    pub crime: toml::Value,
}

/// What a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An example that the text prints.
    PrintedExample,
    /// A sentence of the text, turned into facts.
    RuleStatement,
    /// Quoted by somebody else, or in the press.
    SecondHand,
}

/// How sure the research was of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the text.
    High,
    /// In part, or at second hand.
    Medium,
    /// Press or inference.
    Low,
}

/// The facts of a case as a second reader wrote them, who saw neither the answer nor the first reader's facts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The case.
    pub id: String,
    /// The report as it was first made.
    pub facts: toml::Value,
    /// The same report at later stages.
    #[serde(default)]
    pub later: Vec<toml::Value>,
    /// Outcomes that are asked about.
    #[serde(default)]
    pub outcomes: Vec<Asked>,
    /// Why it comes to another answer than the first reader's facts do.
    #[serde(default)]
    pub differs: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Readings {
    reading: Vec<Reading>,
}

/// What came of the two readings of one case.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The second reading.
    pub reading: Reading,
    /// Whether the case passes as the first reader wrote it.
    pub first_passes: bool,
    /// What did not come out as expected as the second wrote it.
    pub wrong: Vec<String>,
}

impl Compared {
    /// Whether both readings pass, or neither.
    #[must_use]
    pub fn agree(&self) -> bool {
        self.first_passes == self.wrong.is_empty()
    }
}

/// What came of a case.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The case.
    pub case: Published,
    /// Whether it is about fraud or computer misuse.
    pub fraud: bool,
    /// What did not come out as expected; empty if it passes.
    pub wrong: Vec<String>,
}

impl Judged {
    /// Whether it passes.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// Where the cases stand.
pub const FOLDER: &str = "crates/counting-rules/cases/published";

/// The files of it: the cases by what they are about, and what is presumed.
pub const FILES: [&str; 13] = [
    "assault.toml",
    "burglary.toml",
    "conduct-crimes.toml",
    "counting-and-principal-crime.toml",
    "driving.toml",
    "earlier-editions.toml",
    "fraud-counting-units.toml",
    "incident-recording-2011.toml",
    "modern-slavery.toml",
    "outcomes.toml",
    "reported-incidents.toml",
    "robbery.toml",
    "schools-protocol.toml",
];

/// What is presumed of every case.
pub const PRESUMED: &str = "presumed.csv";

/// The facts as a second reader wrote them, of a third of the cases.
pub const SECOND: &str = "second-reader/readings.toml";

/// Puts the cases of a tree of files to the rules.
///
/// # Errors
///
/// If a file is not there, or cannot be read.
pub fn run_tree<'a>(text: impl Fn(&str) -> Option<&'a str>) -> Result<Vec<Judged>, String> {
    let find = |name: &str| {
        let path = format!("{FOLDER}/{name}");
        text(&path).ok_or_else(|| format!("{path} is not there"))
    };
    let mut files = Vec::new();
    for name in FILES {
        files.push((name, find(name)?));
    }
    run(files, find(PRESUMED)?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Published>,
}

/// Puts the second reader's facts to the rules, beside what came of the first reader's.
///
/// # Errors
///
/// If a file is not there or cannot be read, or a reading belongs to no case.
pub fn compare<'a>(
    text: impl Fn(&str) -> Option<&'a str>,
    first: &[Judged],
) -> Result<Vec<Compared>, String> {
    let find = |name: &str| {
        let path = format!("{FOLDER}/{name}");
        text(&path).ok_or_else(|| format!("{path} is not there"))
    };
    let presumed = presumption(find(PRESUMED)?)?;
    let readings: Readings = toml::from_str(find(SECOND)?).map_err(|error| format!("{SECOND}: {error}"))?;
    let mut compared = Vec::new();
    for reading in readings.reading {
        let judged = first
            .iter()
            .find(|judged| judged.case.id == reading.id)
            .ok_or_else(|| format!("{} is no case", reading.id))?;
        let case = Published {
            facts: reading.facts.clone(),
            later: reading.later.clone(),
            outcomes: reading.outcomes.clone(),
            ..judged.case.clone()
        };
        let wrong = judge(&case, &presumed).unwrap_or_else(|fault| vec![fault]);
        compared.push(Compared { reading, first_passes: judged.passes(), wrong });
    }
    Ok(compared)
}

/// Puts every case to the rules. `files` are the case files, by name; `presumed` is the table of what an example presupposes.
///
/// # Errors
///
/// If a file cannot be read.
pub fn run<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    presumed: &str,
) -> Result<Vec<Judged>, String> {
    let answers = presumption(presumed)?;
    let mut results = Vec::new();
    for (name, text) in files {
        let file: File = toml::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        for case in file.case {
            let wrong = judge(&case, &answers).unwrap_or_else(|fault| vec![fault]);
            results.push(Judged { fraud: case.id.starts_with("NFIB"), case, wrong });
        }
    }
    results.sort_by(|a, b| a.case.id.cmp(&b.case.id));
    Ok(results)
}

fn presumption(presumed: &str) -> Result<Vec<FactRow>, String> {
    let mut rows = Vec::new();
    for record in csv::Reader::from_reader(presumed.as_bytes()).records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        rows.push(FactRow { about: cell(0), fact: cell(1), value: cell(2) });
    }
    Ok(rows)
}

/// What is presumed of a victim that is a person, and of a crime whose outcome is asked about; the rest is presumed of reports.
const OWN: [&str; 2] = ["person", "crime"];

/// Fills what is presumed into one person or crime, where it says nothing of it.
fn fill(whole: &mut serde_json::Value, about: &str, presumed: &[FactRow]) {
    for row in presumed.iter().filter(|row| row.about == about) {
        let mut at = &mut *whole;
        let mut path = row.fact.split('.').peekable();
        while let Some(name) = path.next() {
            let Some(fields) = at.as_object_mut() else { break };
            if path.peek().is_none() {
                let value = serde_json::from_str(&row.value).unwrap_or_else(|_| row.value.clone().into());
                fields.entry(name).or_insert(value);
                break;
            }
            at = fields.entry(name).or_insert_with(|| serde_json::json!({}));
        }
    }
}

fn decided(facts: &toml::Value, presumed: &[FactRow]) -> Result<Decision, String> {
    let mut json = serde_json::to_value(facts).map_err(|error| error.to_string())?;
    let report = json.as_object_mut().ok_or("a report is a table")?;
    report.entry("id").or_insert("example".into());
    report.entry("received").or_insert("2026-05-20T12:00:00".into());
    for person in report.get_mut("victims").and_then(serde_json::Value::as_array_mut).into_iter().flatten() {
        if person.get("kind").is_some_and(|kind| kind == "person") {
            fill(person, "person", presumed);
        }
    }
    let no_victim = report.get("victims").and_then(serde_json::Value::as_array).is_none_or(Vec::is_empty);
    // A victim who cannot be found confirms nothing.
    let not_found = report.get("victims").and_then(serde_json::Value::as_array).is_some_and(|victims| {
        victims.iter().any(|victim| victim.get("found").is_some_and(|found| found == "no"))
    });
    let applies =
        |row: &&FactRow| !(OWN.contains(&row.about.as_str()) || not_found && row.fact == "confirms");
    let rows = presumed.iter().filter(applies).cloned().map(|mut row| {
        // An example without a victim is not reported by one.
        if row.fact == "reporter.who" && no_victim {
            "police".clone_into(&mut row.value);
        }
        ("*".to_owned(), row)
    });
    let incident = Answers::new(rows).json(&json.to_string()).map_err(|faults| {
        faults
            .iter()
            .map(|fault| format!("{}: {}", fault.fact, fault.sentence))
            .collect::<Vec<_>>()
            .join("; ")
    })?;
    Ok(decide(&incident, &Rulings::default(), Working::Left))
}

fn judge(case: &Published, presumed: &[FactRow]) -> Result<Vec<String>, String> {
    let mut stages = vec![decided(&case.facts, presumed)?];
    for facts in &case.later {
        stages.push(decided(facts, presumed)?);
    }
    let mut outcomes = Vec::new();
    for asked in &case.outcomes {
        let mut crime = serde_json::to_value(&asked.crime).map_err(|error| error.to_string())?;
        fill(&mut crime, "crime", presumed);
        let crime: RecordedCrime = serde_json::from_value(crime).map_err(|error| error.to_string())?;
        outcomes.push((asked.outcome.clone(), crime));
    }
    let mut wrong = Vec::new();
    for expected in &case.expect {
        if let Some(fault) = expected::missed(expected, &stages, &outcomes)? {
            wrong.push(fault);
        }
    }
    Ok(wrong)
}

/// How many pass, in lines: all, fraud and the rest apart, examples and statements apart.
#[must_use]
pub fn told(results: &[Judged]) -> String {
    let mut lines = String::new();
    let mut line = |what: &str, of: &dyn Fn(&Judged) -> bool| {
        let all: Vec<&Judged> = results.iter().filter(|result| of(result)).collect();
        let passing = all.iter().filter(|result| result.passes()).count();
        let _ = writeln!(lines, "{passing} of {} published cases pass: {what}", all.len());
    };
    line("all", &|_| true);
    line("fraud and computer misuse", &|result| result.fraud);
    line("the rest", &|result| !result.fraud);
    line("printed examples", &|result| result.case.kind == Kind::PrintedExample);
    line("statements of rules", &|result| result.case.kind == Kind::RuleStatement);
    line("at second hand", &|result| result.case.kind == Kind::SecondHand);
    line("of those that the model can express", &|result| !outside(result));
    line("of those outside fraud that the model can express", &|result| !result.fraud && !outside(result));
    lines
}

/// Whether a case asks for something that the model does not have, or an edition that is not held.
#[must_use]
pub fn outside(result: &Judged) -> bool {
    let reason = result.case.not_yet.as_deref().unwrap_or_default();
    ["outside the model", "edition not held", "fact the model lacks"]
        .iter()
        .any(|begin| reason.starts_with(begin))
}
