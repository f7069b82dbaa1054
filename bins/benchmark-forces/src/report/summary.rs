//! What a report amounts to, told at its end and on its page.

use msf_benchmark::{Assessment, Peers, Periods};
use rulebook::{Figure, FigureId, Finding, Rule, Value};

use super::page::Page;
use crate::told::Told;

/// The short summary.
pub fn told(
    page: &Page<'_>,
    tables: &[(String, String)],
    periods: &Periods,
    left_out: &[(String, String)],
) -> Told {
    let assessment = page.assessment;
    let mut told = Told::default();
    told.fact("as at", page.as_at);
    for (name, holds) in tables {
        told.fact(name, holds);
    }
    told.fact("force", format!("{} ({})", assessment.focal, assessment.focal.code()));
    told.fact("period compared", assessment.window);
    told.fact("periods along time", periods.windows.len());
    told.fact("periods that stay aside", periods.aside);
    told.fact("peers", peers(assessment));
    for (id, why) in left_out {
        told.fact("left out", format!("`{id}`: {why}"));
    }
    told.sentences = assessment.measures.iter().map(|of| of.sentences.short.clone()).collect();
    told
}

/// What the files hold and what stays aside, a sentence each.
pub fn rows(tables: &[(String, String)], periods: &Periods, left_out: &[(String, String)]) -> Vec<String> {
    let mut said: Vec<String> = tables.iter().map(|(name, holds)| format!("{name}: {holds}.")).collect();
    if periods.aside > 0 {
        said.push(format!(
            "{} periods of the files stay aside: they are later, overlap with those compared, or are of another length.",
            periods.aside
        ));
    }
    said.extend(left_out.iter().map(|(id, why)| format!("The shipped measure `{id}` is left out: {why}.")));
    said
}

/// How many findings each rule made, in the order in which the rules first speak.
pub fn by_rule(findings: &[&Finding]) -> Vec<(&'static Rule, Figure)> {
    let mut counts: Vec<(&'static Rule, u64)> = Vec::new();
    for finding in findings {
        match counts.iter_mut().find(|(rule, _)| rule.id == finding.rule.id) {
            Some((_, count)) => *count += 1,
            None => counts.push((finding.rule, 1)),
        }
    }
    let figure = |rule: &Rule, count| {
        let id = FigureId::of(&["benchmark", "findings", rule.id.0]);
        Figure::new(id, format!("{}: findings", rule.title), Value::Count(count)).unit("findings")
    };
    counts.into_iter().map(|(rule, count)| (rule, figure(rule, count))).collect()
}

/// Who the peers are, or why there are none.
fn peers(assessment: &Assessment) -> String {
    match assessment.measures.first().map(|of| &of.peers) {
        None => "no measure".to_owned(),
        Some(Peers::None { why }) => format!("left out: {why}"),
        Some(Peers::Of(of)) => of.group.peers.iter().map(|force| force.name()).collect::<Vec<_>>().join(", "),
    }
}
