//! A register of claims, counted once each.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rulebook::{Figure, FigureId, Finding, Place, Severity, Value};
use table::{Row, Rows};

use crate::{
    claim::{Claim, ClaimState},
    rules::{
        claims_reconcile::{self, Counts},
        one_claim_one_liability::{self as liability, Kind, Verdict, WarrantNumbers, verdicts},
        tribunal_time_limit::{self as time_limit, Timing, timing},
    },
    sharing::ClaimSettings,
};

/// Whether a claim is in time, without its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InTime {
    /// In time.
    Yes,
    /// Out of time; another period may be just and equitable.
    No,
    /// The rule does not say.
    NotDecided,
}

impl InTime {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotDecided];
}

impl std::fmt::Display for InTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Yes => "in time",
            Self::No => "out of time",
            Self::NotDecided => "not decided",
        })
    }
}

/// What one claim counts as. It names no person: only the line on which the claim stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// File and line.
    pub place: Place,
    /// What it counts as; indexes are those of [`Register::judged`].
    pub verdict: Verdict,
    /// Whether it was in time.
    pub timing: Timing,
    /// How it stands.
    pub state: ClaimState,
}

/// The register counted. Person-level: counts under the threshold of the paper are to be suppressed before they are
/// printed.
#[derive(Debug, Clone)]
pub struct Register {
    /// How many of each sort.
    pub counts: Counts,
    /// Why the counts are not to be printed, if they are not. It says no number of rows: a small one could point at a
    /// person.
    pub withheld: Option<String>,
    /// Why the counts by state are not to be printed, if they are not. A state carries no date: on a day before the stay
    /// it cannot be said which claims were stayed later only.
    pub states_withheld: Option<String>,
    /// How many duplicates of each kind, in the order of [`Kind::ALL`].
    pub kinds: [(Kind, u64); 4],
    /// Distinct claims by time limit and state, every pair in the order of [`InTime::ALL`] and [`ClaimState::ALL`].
    pub timing_by_state: Vec<(InTime, ClaimState, u64)>,
    /// The claims that went in, in the order of the file.
    pub judged: Vec<Judged>,
}

/// Counts the claims that were presented by `as_at`.
pub(crate) fn count(
    claims: &Rows<Claim>,
    settings: Option<(&str, &ClaimSettings)>,
    as_at: NaiveDate,
) -> (Register, Vec<Figure>, Vec<Finding>) {
    let presented: Vec<&Row<Claim>> = claims.good.iter().filter(|row| row.value.presented <= as_at).collect();
    let verdicts = verdicts(&presented.iter().map(|row| &row.value).collect::<Vec<_>>());
    let judged: Vec<Judged> = presented
        .iter()
        .zip(verdicts)
        .map(|(row, verdict)| Judged {
            place: row.place.clone(),
            verdict,
            timing: timing(row.value.act_date, row.value.presented),
            state: row.value.state,
        })
        .collect();
    let stay_to_come =
        settings.and_then(|(_, settings)| settings.stay_from.value()).filter(|from| as_at < **from);
    let mut register = tally(claims, judged);
    if stay_to_come.is_some() {
        register.states_withheld.get_or_insert_with(|| "the stay had not begun".to_owned());
    }
    let figures = figures(&register, claims, settings, as_at);
    let findings = findings(&register, claims);
    (register, figures, findings)
}

const fn in_time(timing: Timing) -> InTime {
    match timing {
        Timing::InTime { .. } => InTime::Yes,
        Timing::OutOfTime { .. } => InTime::No,
        Timing::NotDecided { .. } => InTime::NotDecided,
    }
}

fn tally(claims: &Rows<Claim>, judged: Vec<Judged>) -> Register {
    let number =
        |wanted: &dyn Fn(&Judged) -> bool| judged.iter().filter(|claim| wanted(claim)).count() as u64;
    let distinct = |claim: &Judged| matches!(claim.verdict, Verdict::Distinct);
    let timed = |wanted: InTime| number(&|claim| distinct(claim) && in_time(claim.timing) == wanted);
    let standing = |wanted: ClaimState| number(&|claim| distinct(claim) && claim.state == wanted);
    let counts = Counts {
        rows: claims.rows_in() as u64,
        rejected: claims.rejected.len() as u64,
        not_yet_presented: (claims.good.len() - judged.len()) as u64,
        claims_in: judged.len() as u64,
        distinct: number(&distinct),
        duplicates: number(&|claim| matches!(claim.verdict, Verdict::Duplicate { .. })),
        undecided: number(&|claim| matches!(claim.verdict, Verdict::Undecided { .. })),
        in_time: timed(InTime::Yes),
        out_of_time: timed(InTime::No),
        time_not_decided: timed(InTime::NotDecided),
        stayed: standing(ClaimState::Stayed),
        proceeding: standing(ClaimState::Proceeding),
        withdrawn: standing(ClaimState::Withdrawn),
    };
    let kinds = Kind::ALL.map(|wanted| {
        (wanted, number(&|claim| matches!(claim.verdict, Verdict::Duplicate { kind, .. } if kind == wanted)))
    });
    let mut pairs: BTreeMap<(InTime, ClaimState), u64> =
        InTime::ALL.into_iter().flat_map(|time| ClaimState::ALL.map(|state| ((time, state), 0))).collect();
    for claim in judged.iter().filter(|claim| distinct(claim)) {
        *pairs.entry((in_time(claim.timing), claim.state)).or_default() += 1;
    }
    let timing_by_state = pairs.into_iter().map(|((time, state), n)| (time, state, n)).collect();
    let withheld = (!claims.rejected.is_empty()).then(|| format!("rows of {} rejected", claims.file));
    Register { counts, states_withheld: withheld.clone(), withheld, kinds, timing_by_state, judged }
}

fn figures(
    register: &Register,
    claims: &Rows<Claim>,
    settings: Option<(&str, &ClaimSettings)>,
    as_at: NaiveDate,
) -> Vec<Figure> {
    let counts = &register.counts;
    let count = |what: &[&str], label: &str, n: u64| {
        let value = register.withheld.clone().map_or(Value::Count(n), Value::Withheld);
        let id = FigureId::of(&[&["claims"], what].concat());
        Figure::new(id, label, value).unit("claims").from_cells([Place::file(&claims.file)])
    };
    let Counts { claims_in, distinct, duplicates, undecided, .. } = *counts;
    // The arithmetic stands in words: a count that the paper suppresses must not stand in the working of another.
    let sum = "claims that went in = distinct + duplicates + undecided";
    let mut figures = vec![
        count(&["in"], "claims that went in", claims_in).working(format!(
            "rows of the register, less those rejected, less those presented later than {as_at}"
        )),
        count(&["distinct"], "distinct claims", distinct).working(sum).by(&liability::RULE),
        count(&["duplicates"], "duplicate claims", duplicates).working(sum).by(&liability::RULE),
        count(&["undecided"], "claims of which it is not decided whether they are duplicates", undecided)
            .working(sum)
            .by(&liability::RULE),
        count(&["distinct-at-least"], "distinct claims, if every undecided one is a duplicate", distinct)
            .by(&liability::RULE),
        count(
            &["distinct-at-most"],
            "distinct claims, if no undecided one is a duplicate",
            distinct + undecided,
        )
        .working("distinct + undecided")
        .by(&liability::RULE),
    ];
    for (kind, n) in &register.kinds {
        let kind = kind.to_string();
        figures.push(
            count(&["duplicates", &kind], &format!("duplicate claims: {kind}"), *n).by(&liability::RULE),
        );
    }
    let timed = "distinct = in time + out of time + not decided";
    for (what, label, n) in [
        ("in-time", "distinct claims presented in time", counts.in_time),
        ("out-of-time", "distinct claims presented out of time", counts.out_of_time),
        ("time-not-decided", "distinct claims of which the rule does not say", counts.time_not_decided),
    ] {
        figures.push(count(&[what], label, n).working(timed).by(&time_limit::RULE));
    }
    for (state, n) in [
        (ClaimState::Stayed, counts.stayed),
        (ClaimState::Proceeding, counts.proceeding),
        (ClaimState::Withdrawn, counts.withdrawn),
    ] {
        let state = state.to_string();
        let mut figure = count(&[&state], &format!("distinct claims {state}"), n)
            .working("distinct = stayed + proceeding + withdrawn");
        if let Some(reason) = &register.states_withheld {
            figure.value = Value::Withheld(reason.clone());
        }
        figures.push(figure);
    }
    if let Some((file, settings)) = settings
        && settings.stay_from.value().is_none_or(|from| *from <= as_at)
    {
        let stay = |what: &str, label: &str, value: Value| {
            Figure::new(FigureId::of(&["claims", "stay", what]), label, value).from_cells([Place::file(file)])
        };
        figures.push(stay("ordered-by", "who ordered the stay", settings.stay_ordered_by.clone().into()));
        figures.push(stay("from", "the first day of the stay", settings.stay_from.into()));
        figures.push(stay("scope", "what the stay covers", settings.stay_scope.clone().into()));
    }
    figures
}

/// The line of a place, for sentences that may name nothing else.
fn line(place: &Place) -> String {
    format!("line {}", place.row.unwrap_or_default())
}

fn findings(register: &Register, claims: &Rows<Claim>) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        register.judged.iter().filter_map(|claim| duplicate_or_undecided(register, claim)).collect();
    let whole = Place::file(&claims.file);
    let about_all = |rule, severity, sentence: &str| {
        Finding::new(rule, severity, &claims.file, Some(whole.clone()), sentence)
    };
    // No number stands in these sentences: a small one could point at a person. The figures are suppressed, findings not.
    if register.counts.out_of_time > 0 {
        findings.push(about_all(
            &time_limit::RULE,
            Severity::Note,
            "some claims were presented after three months (the figure claims.out-of-time); the tribunal may think another period just and equitable, which no program can say",
        ));
    }
    for why in time_limit::Why::ALL {
        if register.judged.iter().any(|claim| {
            claim.verdict == Verdict::Distinct
                && matches!(claim.timing, Timing::NotDecided { why: because, .. } if because == why)
        }) {
            let sentence = format!("of some claims it is not decided whether they were in time: {why}");
            findings.push(about_all(&time_limit::RULE, Severity::Warning, &sentence));
        }
    }
    if register.counts.not_yet_presented > 0 {
        findings.push(about_all(
            &claims_reconcile::RULE,
            Severity::Note,
            "some claims of the register were presented later than the day as at which is counted, and are left out",
        ));
    }
    for difference in claims_reconcile::differences(&register.counts) {
        findings.push(about_all(&claims_reconcile::RULE, Severity::Error, &difference));
    }
    findings
}

fn duplicate_or_undecided(register: &Register, claim: &Judged) -> Option<Finding> {
    let other =
        |index: usize| register.judged.get(index).map_or_else(String::new, |other| line(&other.place));
    let record = line(&claim.place);
    Some(match claim.verdict {
        Verdict::Distinct => return None,
        Verdict::Duplicate { of, kind, warrant } => {
            let agree = match warrant {
                WarrantNumbers::Agree => "name, birth date, warrant number, respondent, day of the act, head",
                WarrantNumbers::NotCompared => "name, birth date, respondent, day of the act, head",
            };
            let sentence = format!("{record} repeats {} ({kind}) and is not counted", other(of));
            Finding::new(&liability::RULE, Severity::Note, record, Some(claim.place.clone()), sentence)
                .with("of", other(of))
                .with("kind", kind)
                .with("agree", agree)
        }
        Verdict::Undecided { against, why } => {
            let sentence = format!("{record} may or may not repeat {}: {why}", other(against));
            Finding::new(&liability::RULE, Severity::Warning, record, Some(claim.place.clone()), sentence)
                .with("against", other(against))
                .with("why", why)
        }
    })
}

#[cfg(test)]
mod tests;
