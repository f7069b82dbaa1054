//! The cases of a sample with what stands of each: judged, moderated, or neither yet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rulebook::{Finding, Place, Severity};

use crate::{
    rules::{
        case_judged, case_replaced, class_of_what_is_recorded, disagreement_moderated, judged_once,
        judgement_of_the_sample, moderation_with_reason, moment_has_passed, nothing_due_stands_alone,
        recorded_after_received, sheet_of_this_sample,
    },
    sample::{SampleManifest, SampledCase},
    score::{
        Line,
        keys::Keys,
        sheets::{Rejected, Said, Sheets},
    },
};

/// A case that is to be judged.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    pub sampled: &'a SampledCase,
    /// What each auditor said, in the order of the sample's auditors, each by line.
    pub first: Vec<Vec<Line>>,
    /// Where a sheet has the case and nothing is filled in, for each of the auditors.
    pub unfilled: Vec<Option<Place>>,
    /// What a moderator decided, if one did.
    pub moderated: Vec<Line>,
    pub stands: Stands,
    /// How many rows of it could not be used.
    pub rejected: usize,
}

/// What stands of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// What its auditor says, or both say alike.
    First,
    /// What a moderator decided.
    Moderated,
    /// Somebody has not judged it yet, or a row of it could not be used.
    NotJudged,
    /// Two auditors disagree and nobody has decided.
    NotDecided,
    /// It cannot be judged.
    CannotBeJudged,
}

impl Case<'_> {
    /// The lines that count; none where nothing stands yet.
    pub fn lines(&self) -> &[Line] {
        match self.stands {
            Stands::First => self.first.first().map_or(&[], Vec::as_slice),
            Stands::Moderated => &self.moderated,
            Stands::NotJudged | Stands::NotDecided | Stands::CannotBeJudged => &[],
        }
    }

    /// Whether it counts.
    pub fn is_judged(&self) -> bool {
        matches!(self.stands, Stands::First | Stands::Moderated)
    }

    /// What both auditors said, if two were asked and both answered.
    pub fn both(&self) -> Option<(&[Line], &[Line])> {
        match self.first.as_slice() {
            [one, other] if !one.is_empty() && !other.is_empty() => Some((one, other)),
            _ => None,
        }
    }

    /// Whether two auditors said different things of it.
    pub fn disagreed(&self) -> bool {
        self.both().is_some_and(|(one, other)| differ(one, other))
    }
}

/// Whether two auditors said different things; in which order they took the crimes of a case does not matter.
pub(crate) fn differ(one: &[Line], other: &[Line]) -> bool {
    let said = |lines: &[Line]| {
        let mut said: Vec<[String; 7]> = lines.iter().map(Line::cells).collect();
        said.sort();
        said
    };
    said(one) != said(other)
}

/// The cases in the order of the sample, with what was found wrong of them.
#[derive(Debug)]
pub(crate) struct Cases<'a> {
    pub all: Vec<Case<'a>>,
    pub findings: Vec<Finding>,
    /// Rows that could not be used and name no case of the sample: they may belong to any.
    pub astray: usize,
    /// Rows that can be read and are not used, for they contradict the sample or themselves.
    pub rejected: usize,
}

/// What the sheets say of each case of the sample.
pub(crate) fn cases<'a>(
    manifest: &'a SampleManifest,
    sheets: &Sheets,
    moderation: Option<&Sheets>,
    as_at: NaiveDate,
) -> Cases<'a> {
    let mut read = Read {
        as_at,
        keys: Keys::of(manifest),
        rejected: BTreeMap::new(),
        unfilled: BTreeMap::new(),
        findings: Vec::new(),
        astray: 0,
        faults: 0,
    };
    for Rejected { case, finding } in sheets.rejected.iter().cloned() {
        read.reject(&case, finding);
    }
    read.findings.extend(sheets.notes.iter().cloned());
    let mut by_case = read.judged(&sheets.said, &manifest.mark());
    let mut decided = moderation.map_or_else(BTreeMap::new, |sheets| {
        read.findings.extend(sheets.rejected.iter().map(|rejected| rejected.finding.clone()));
        read.findings.extend(sheets.notes.iter().cloned());
        read.moderated(sheets)
    });
    let mut cases = Vec::new();
    // By key, as people look for them; the sample has them in the order of the draw.
    let mut judged: Vec<&SampledCase> = manifest.judged().collect();
    judged.sort_by(|one, other| one.case.cmp(&other.case));
    for sampled in judged {
        let said = by_case.remove(sampled.case.as_str()).unwrap_or_default();
        let place = |auditor: &String| read.unfilled.get(&(sampled.case.clone(), auditor.clone())).cloned();
        let unfilled: Vec<Option<Place>> = sampled.auditors.iter().map(place).collect();
        // Of a case whose first line is not filled in the others say nothing yet.
        let lines = |(auditor, unfilled): (&String, &Option<Place>)| match unfilled {
            None => said.get(auditor).cloned().unwrap_or_default(),
            Some(_) => Vec::new(),
        };
        let first: Vec<Vec<Line>> = sampled.auditors.iter().zip(&unfilled).map(lines).collect();
        let rejected = read.rejected.get(sampled.case.as_str()).copied().unwrap_or_default();
        let moderated = decided.remove(sampled.case.as_str()).unwrap_or_default();
        let mut case = Case { sampled, first, unfilled, moderated, stands: Stands::NotJudged, rejected };
        case.stands = stands(&case);
        read.findings.extend(case_judged::check(&case));
        read.findings.extend(case_replaced::check(&case));
        read.findings.extend(disagreement_moderated::check(&case));
        read.findings.extend(moderation_with_reason::check(&case));
        cases.push(case);
    }
    Cases { all: cases, findings: read.findings, astray: read.astray, rejected: read.faults }
}

fn stands(case: &Case<'_>) -> Stands {
    if case.rejected > 0 || case.first.iter().any(Vec::is_empty) {
        return Stands::NotJudged;
    }
    let cannot = |lines: &[Line]| lines.iter().any(|line| line.judgement == super::Judgement::CannotBeJudged);
    let (lines, stands) = match (case.disagreed(), case.moderated.is_empty()) {
        (true, true) => return Stands::NotDecided,
        (true, false) => (Some(&case.moderated), Stands::Moderated),
        // A decision that nobody asked for changes nothing.
        (false, _) => (case.first.first(), Stands::First),
    };
    if lines.is_some_and(|lines| cannot(lines)) { Stands::CannotBeJudged } else { stands }
}

type ByAuditor = BTreeMap<String, Vec<Line>>;

struct Read<'a> {
    /// The day of the run.
    as_at: NaiveDate,
    keys: Keys<'a>,
    /// How many rows of a case could not be used.
    rejected: BTreeMap<&'a str, usize>,
    /// Cases, by auditor, that a sheet has and nobody has filled in.
    unfilled: BTreeMap<(String, String), Place>,
    findings: Vec<Finding>,
    astray: usize,
    /// Rows of sheets that can be read and contradict the sample or themselves.
    faults: usize,
}

impl Read<'_> {
    /// Rejects a row. That of a case which the sample does not judge leaves nothing out; one whose case is not known may be of any.
    fn reject(&mut self, case: &str, finding: Finding) {
        match self.keys.case(case) {
            Some(sampled) => *self.rejected.entry(&sampled.case).or_default() += 1,
            None => self.astray += 1,
        }
        self.findings.push(finding);
    }

    /// The key as the sample writes it; as it is typed, if it is none of the sample.
    fn key(&self, typed: &str) -> String {
        self.keys.case(typed).map_or_else(|| typed.to_owned(), |sampled| sampled.case.clone())
    }

    /// What a row says, under the key of the sample.
    fn by_its_key(&self, said: &Said) -> Said {
        let mut said = Said { case: self.key(&said.case), ..said.clone() };
        if let Some(line) = &mut said.line {
            line.case.clone_from(&said.case);
        }
        said
    }

    /// The lines of each case by auditor, without the rows that contradict the sample or themselves.
    fn judged(&mut self, said: &[Said], mark: &str) -> BTreeMap<String, ByAuditor> {
        let mut by_case: BTreeMap<String, ByAuditor> = BTreeMap::new();
        let mut seen = BTreeMap::new();
        let mut others = BTreeSet::new();
        let said: Vec<Said> = said.iter().map(|said| self.by_its_key(said)).collect();
        for said in &said {
            // Of a sheet of another sample nothing counts, and one finding says so.
            if let Some(other) = sheet_of_this_sample::check(said, mark) {
                if others.insert((said.place.file.clone(), said.place.sheet.clone())) {
                    self.findings.push(other);
                }
                continue;
            }
            let fault = judgement_of_the_sample::check(said, &self.keys)
                .or_else(|| judged_once::check(said, &said.by, &mut seen))
                .or_else(|| said.line.as_ref().and_then(class_of_what_is_recorded::check))
                .or_else(|| said.line.as_ref().and_then(recorded_after_received::check))
                .or_else(|| said.line.as_ref().and_then(|line| moment_has_passed::check(line, self.as_at)));
            match (fault, &said.line) {
                // What is only noted is not used, and nothing is missing without it.
                (Some(fault), _) if fault.severity == Severity::Note => self.findings.push(fault),
                (Some(fault), _) => {
                    self.faults += 1;
                    self.reject(&said.case, fault);
                }
                (None, Some(line)) => {
                    let of_case = by_case.entry(said.case.clone()).or_default();
                    of_case.entry(said.by.clone()).or_default().push(line.clone());
                }
                (None, None) => {
                    let place = said.place.at("judgement");
                    self.unfilled.insert((said.case.clone(), said.by.clone()), place);
                }
            }
        }
        // A sheet that was given out again, not filled in, takes nothing back.
        let is_filled = |(case, by): &(String, String)| {
            let lines = by_case.get(case).and_then(|of_case| of_case.get(by));
            lines.is_some_and(|lines| lines.iter().any(|line| line.line == 1))
        };
        self.unfilled.retain(|of, _| !is_filled(of));
        for lines in by_case.values_mut().flat_map(BTreeMap::values_mut) {
            lines.sort_by_key(|line| line.line);
            if let Some((case, fault)) = nothing_due_stands_alone::check(lines) {
                self.faults += 1;
                self.reject(&case, fault);
            }
        }
        by_case
    }

    /// The lines that stand by decision, case by case. If a row of a case cannot be used, nothing of it is decided.
    fn moderated(&mut self, sheets: &Sheets) -> BTreeMap<String, Vec<Line>> {
        let mut decided: BTreeMap<String, Vec<Line>> = BTreeMap::new();
        let mut spoilt: BTreeSet<String> =
            sheets.rejected.iter().map(|rejected| self.key(&rejected.case)).collect();
        let mut seen = BTreeMap::new();
        let said: Vec<Said> = sheets.said.iter().map(|said| self.by_its_key(said)).collect();
        for said in &said {
            let Some(line) = &said.line else { continue };
            let fault = moderation_with_reason::whole(said, &self.keys)
                // One decision a line, whoever decided.
                .or_else(|| judged_once::check(said, "", &mut seen))
                .or_else(|| class_of_what_is_recorded::check(line))
                .or_else(|| recorded_after_received::check(line))
                .or_else(|| moment_has_passed::check(line, self.as_at));
            match fault {
                Some(fault) if fault.severity == Severity::Note => self.findings.push(fault),
                Some(fault) => {
                    self.findings.push(fault);
                    spoilt.insert(said.case.clone());
                }
                None => decided.entry(said.case.clone()).or_default().push(line.clone()),
            }
        }
        for lines in decided.values_mut() {
            lines.sort_by_key(|line| line.line);
            if let Some((case, fault)) = nothing_due_stands_alone::check(lines) {
                self.findings.push(fault);
                spoilt.insert(case);
            }
        }
        decided.retain(|case, _| !spoilt.contains(case));
        decided
    }
}
