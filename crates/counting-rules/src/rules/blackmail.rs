//! Blackmail.

use crime::{
    Why,
    conduct::{Demand, Demanded, HackingLink},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, Verdict, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("blackmail"),
    title: "Blackmail",
    says: "An unwarranted demand with menaces, for a gain in property for anybody or a loss of it to another, is blackmail, fulfilled or not, unless whoever makes it genuinely believes demand and menaces to be proper; if hacking is behind it, it goes to Report Fraud, unless the victim has complied or lost by it.",
    basis: edition::rules("page 80, 35 Blackmail and Hacking (Sextortion)"),
    in_force: edition::HELD,
    exemplar: "a man who got photographs by hacking and demands money for them, unpaid, recorded as blackmail",
    mend: "pass it to Report Fraud as NFIB52E, unless the victim complied or lost by it",
};

/// Classes an unwarranted demand with menaces.
///
/// A demand for sexual favours is no blackmail but almost certainly a sexual offence; it is asked for again as that. What the demander
/// believed must be known to make the demand warranted.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what was sought, what was believed, or the part of hacking.
pub fn classify(demand: &Demand, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.demand.demanded", &demand.demanded)? {
        Demanded::GainOrLoss => {}
        Demanded::SexualFavours => {
            return Err(ask
                .missing(case.of, "what", Why::TextSilent)
                .between(["attempted rape", "another sexual offence"]));
        }
        Demanded::Other => {
            ask.follows("neither a gain nor a loss of money or other property is sought: no blackmail");
            return incident(
                "nothing that is money or other property is sought; a threat is an act of its own",
                &RULE,
            );
        }
    }
    if ask.fact(case.of, "what.demand.believed_proper", demand.believed_proper)? == Some(true) {
        ask.follows("believed to be reasonable, and the menaces to be proper: not unwarranted");
        return incident(
            "the demand is not unwarranted: whoever made it believed it and the menaces to be proper",
            &RULE,
        );
    }
    match ask
        .which(case.of, "what.demand.hacking", &demand.hacking)
        .map_err(|missing| missing.between(["35 035/00", "NFIB52E"]))?
    {
        HackingLink::YesNoLoss => {
            ask.follows("hacking is behind it, and the victim has neither complied nor lost by it: Report Fraud records it");
            Ok(Verdict::Register {
                as_what: "NFIB52E",
                because: "computer hacking (extortion) is the principal crime over blackmail here".into(),
                referred_to: Some("Report Fraud".into()),
                by: &RULE,
            })
        }
        HackingLink::YesAndLoss => {
            ask.follows("hacking is behind it, but the victim has complied or lost by it: blackmail");
            crime("35", "035/00", &RULE)
        }
        HackingLink::No => {
            ask.follows("an unwarranted demand with menaces, for gain or loss");
            crime("35", "035/00", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/blackmail.toml"), classified);
    }
}
