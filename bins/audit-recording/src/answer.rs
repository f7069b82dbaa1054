//! One report answered, or some lines of them: bytes for the output, and what is to be told.

use batch::lines::Lines;
use chrono::NaiveDate;
use counting_rules::{
    Answers, Fault, Rulings, Working, account, decide, export, from_json,
    rules::{readable_report, report_named_once},
};
use crime::{Decision, Incident, Undecided};
use rulebook::{Finding, Place, Severity};

use crate::{decide::Format, facts, facts::Report};

/// What is the same for every report of a run.
pub struct Answerer<'a> {
    pub file: &'a str,
    pub format: Format,
    pub working: Working,
    pub questions: bool,
    pub answers: &'a Answers,
    pub rulings: &'a Rulings,
    pub as_at: NaiveDate,
}

/// What came of one or several reports.
#[derive(Default)]
pub struct Answered {
    /// For standard output.
    pub out: Vec<u8>,
    /// For the sheet of questions.
    pub questions: Vec<u8>,
    pub findings: Vec<Finding>,
    /// The reference of each report, with its line.
    pub references: Vec<(String, u64)>,
    /// How many of the reports were answered.
    pub answers: u64,
    pub rejected: u64,
    pub not_yet: u64,
    pub whole: u64,
    pub crimes: u64,
    /// What was missing, each once a report.
    pub missing: Vec<String>,
}

impl Answerer<'_> {
    /// Answers some lines of JSON.
    pub fn lines(&self, lines: Lines<'_>) -> Answered {
        let mut answered = Answered::default();
        if lines.too_long {
            let fault = format!("a line longer than {} MiB", batch::lines::LONGEST >> 20);
            self.reject_line(lines.first, "", fault, &mut answered);
        }
        for (number, line) in lines.each() {
            let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
            let Ok(text) = std::str::from_utf8(line) else {
                self.reject_line(number, "", "not UTF-8".to_owned(), &mut answered);
                continue;
            };
            let read = if self.answers.is_empty() { from_json(text) } else { self.answers.json(text) };
            match read {
                Ok(incident) => self.one(&incident, number, &mut answered),
                Err(faults) => {
                    let place = |fault: &Fault| Place::row(self.file, number).at(at(fault));
                    reject(&faults, &format!("line {number}"), place, &mut answered);
                }
            }
        }
        answered
    }

    /// Answers a report of fact rows.
    pub fn report(&self, report: &Report) -> Answered {
        let mut answered = Answered::default();
        let place = |fault: &Fault| {
            let row = fault.row.and_then(|row| report.lines.get(row)).copied().unwrap_or(report.first);
            Place::row(self.file, row).at(fault.row.map_or_else(|| at(fault), |_| "value".to_owned()))
        };
        if let Some(fault) = &report.fault {
            self.reject_line(report.first, &report.id, fault.clone(), &mut answered);
            return answered;
        }
        match self.answers.rows(&report.id, &report.rows) {
            Ok(incident) => self.one(&incident, report.first, &mut answered),
            Err(faults) => reject(&faults, &report.id, place, &mut answered),
        }
        answered
    }

    fn reject_line(&self, line: u64, record: &str, sentence: String, answered: &mut Answered) {
        answered.rejected += 1;
        let record = if record.is_empty() { format!("line {line}") } else { record.to_owned() };
        let place = Some(Place::row(self.file, line));
        answered.findings.push(Finding::new(
            &readable_report::RULE,
            Severity::Error,
            record,
            place,
            sentence,
        ));
    }

    fn one(&self, incident: &Incident, line: u64, answered: &mut Answered) {
        answered.references.push((incident.id.clone(), line));
        if incident.received.is_some_and(|received| received.date() > self.as_at) {
            answered.not_yet += 1;
            return;
        }
        let decision = decide(incident, self.rulings, self.working);
        answered.answers += 1;
        answered.crimes += decision.count();
        if decision.undecided.is_empty() {
            answered.whole += 1;
        }
        let mut missing: Vec<String> = decision.undecided.iter().map(what_is_missing).collect();
        missing.sort_unstable();
        missing.dedup();
        answered.missing.extend(missing);
        match self.format {
            Format::Json => json(&decision, &mut answered.out),
            Format::Csv => {
                for row in export::rows(&decision) {
                    answered.out.extend(facts::record(&row));
                }
            }
            Format::Text => {
                answered.out.extend(batch::stdout::harmless(&account(incident, &decision)).into_bytes());
                answered.out.push(b'\n');
            }
        }
        if self.questions {
            for question in
                decision.undecided.iter().filter_map(|undecided| export::question(&decision, undecided))
            {
                answered.questions.extend(facts::record(&question));
            }
        }
    }
}

fn json(decision: &Decision, out: &mut Vec<u8>) {
    // Into memory, and nothing in a decision cannot be written: were it otherwise, the line would be torn and not read back.
    let _ = serde_json::to_writer(&mut *out, decision);
    out.push(b'\n');
}

/// A missing fact by the kind of thing and its path, whatever the thing is called.
fn what_is_missing(undecided: &Undecided) -> String {
    let kind = undecided.about.split(' ').next().unwrap_or_default();
    if undecided.fact.is_empty() {
        format!("{} ({})", export::reason(undecided.why), undecided.by)
    } else {
        format!("{kind}: {}", undecided.fact)
    }
}

fn reject(faults: &[Fault], record: &str, place: impl Fn(&Fault) -> Place, answered: &mut Answered) {
    answered.rejected += 1;
    for fault in faults {
        let sentence = if fault.fact.is_empty() || fault.row.is_some() {
            format!("`{}`: {}", fault.read, fault.sentence)
        } else {
            format!("{}: {}", fault.fact, fault.sentence)
        };
        let finding = Finding::new(fault.rule, Severity::Error, record, Some(place(fault)), sentence);
        answered.findings.push(finding.with(fault.fact.clone(), &fault.read));
    }
}

fn at(fault: &Fault) -> String {
    if fault.fact.is_empty() { "1".to_owned() } else { fault.fact.clone() }
}

/// The finding about a reference that stands more than once.
pub fn repeated(file: &str, reference: &str, lines: &[u64]) -> Finding {
    let list: Vec<String> = lines.iter().map(u64::to_string).collect();
    let place = lines.get(1).map(|line| Place::row(file, *line));
    Finding::new(
        &report_named_once::RULE,
        Severity::Error,
        reference,
        place,
        format!(
            "report {reference} stands in lines {}: whatever is answered of it may be counted twice",
            list.join(", ")
        ),
    )
    .with("lines", list.join(", "))
}
