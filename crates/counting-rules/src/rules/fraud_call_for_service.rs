//! Calls for service, and reports to Report Fraud.

use crime::{
    Registered, Why,
    conduct::{CallForService, Conduct},
};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, matter::Matter, rules::offences_not_referred_to_report_fraud};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-call-for-service"),
    title: "Calls for service in fraud",
    says: "All fraud and computer misuse is reported to Report Fraud; the police record it as well, and deal with it, if they arrested an offender, were called while one was at it or only just gone, or there is a local suspect.",
    basis: edition::rules("page 97, Fraud/Cyber"),
    in_force: edition::HELD,
    exemplar: "a shop holds a customer who is paying with a stolen card and calls the police, who only give the number of Report Fraud",
    mend: "record it locally, deal with it as with any crime, and report it to Report Fraud too",
};

/// The words for what is registered.
pub const REPORT: &str = "report to Report Fraud";

/// What is reported to Report Fraud, and what cannot be told of who records it.
#[derive(Debug, Default)]
pub struct Reports {
    /// One report an act.
    pub registered: Vec<Registered>,
    /// Whether there is a call for service, where nobody says.
    pub missing: Vec<Missing>,
}

/// The reports to Report Fraud of the crimes that are counted, one an act. They take no crime away: who records them is told with each.
pub fn reports(matters: &[Matter<'_>], ask: &mut Ask<'_>) -> Reports {
    let mut reports = Reports::default();
    let mut done = Vec::new();
    for matter in matters.iter().filter(|matter| matter.counts()) {
        if done.contains(&matter.case.of) || offences_not_referred_to_report_fraud::stays(matter, ask) {
            continue;
        }
        if !matter.crime.class.starts_with("NFIB") {
            continue;
        }
        done.push(matter.case.of);
        let because = recorded_by(matter, ask).unwrap_or_else(|missing| {
            reports.missing.push(missing);
            "all fraud and computer misuse is reported there; who records it is not decided"
        });
        reports.registered.push(Registered {
            act: matter.act().to_owned(),
            as_what: REPORT.into(),
            count: 1,
            victim: None,
            because: because.into(),
            referred_to: Some("Report Fraud".into()),
            by: RULE.id.0.into(),
        });
    }
    reports
}

/// Who records, in one sentence.
fn recorded_by(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<&'static str, Missing> {
    let of = matter.case.of;
    ask.begin(&RULE, of);
    let call = if let Conduct::Fraud(fraud) = &matter.case.act.what {
        ask.which(of, "what.fraud.call_for_service", &fraud.call_for_service)
    } else {
        // An offence given by its subcode has no place for the fact.
        Err(ask.missing(of, "what.fraud.call_for_service", Why::NotSupplied))
    };
    let call =
        call.map_err(|missing| missing.between(["recorded here as well", "recorded by Report Fraud alone"]))?;
    let because = match call {
        CallForService::Arrested => "recorded here as well: the police have arrested an offender",
        CallForService::CommittingOrRecent => {
            "recorded here as well: the offender was at it, or only just gone, when the police were called"
        }
        CallForService::LocalSuspect => "recorded here as well: there is a local suspect",
        CallForService::None => "recorded by Report Fraud alone: there is no call for service",
    };
    ask.follows(because);
    Ok(because)
}

#[cfg(test)]
mod tests {
    use crime::Incident;

    use crate::{Rulings, Working, cases, decide};

    fn reported(incident: &Incident) -> String {
        let decision = decide(&cases::with_facts_and_place(incident), &Rulings::default(), Working::Left);
        let mut parts = vec![format!("{} due", decision.count())];
        parts.extend(
            decision
                .registered
                .iter()
                .map(|registered| format!("{}: {}", registered.as_what, registered.because)),
        );
        parts.extend(decision.undecided.iter().map(|undecided| format!("undecided {}", undecided.fact)));
        parts.join("; ")
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-call-for-service.toml"), reported);
    }
}
