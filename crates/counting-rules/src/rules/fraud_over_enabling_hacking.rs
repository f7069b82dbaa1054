//! Fraud and the hacking that made it possible.

use crime::conduct::Conduct;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{
        fraud_class_as_given::is_fraud,
        principal_crime::{self, Prevails},
    },
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-over-enabling-hacking"),
    title: "Fraud and the hacking that made it possible",
    says: "Of a fraud and the hacking that made it possible the fraud is counted, or the hacking if the fraud was only attempted; hacking of social media and mail is counted as well.",
    basis: edition::fraud("counting pages of NFIB52A to NFIB52D, pages 137 to 144, as a digest gives them"),
    in_force: edition::HELD,
    exemplar: "a computer is taken over and money is sent from its owner's bank account; the hacking is recorded beside the fraud",
    mend: "record the fraud; record the hacking too only if it was of social media or mail",
};

/// Which of a fraud and a hacking is counted. Of malware, denial of service and extortion it does not speak.
///
/// # Errors
///
/// [`Missing`], naming what the hacking made possible.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    if is_fraud(one.crime.class) {
        over(one, other, ask)
    } else if is_fraud(other.crime.class) {
        Ok(over(other, one, ask)?.map(Prevails::turned))
    } else {
        Ok(None)
    }
}

/// Takes hacking out of the count that made a counted fraud of the same offender possible, whoever its victim is: the owner of a
/// server is another victim than the holder of an account, and the fraud alone is counted all the same.
///
/// # Errors
///
/// [`Missing`], naming which act it made possible. The hacking is then out of the count.
pub(crate) fn across_victims(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    for at in 0..matters.len() {
        let Some(hacking) = matters.get(at).filter(|matter| matter.counts() && gives_way(matter)) else {
            continue;
        };
        let Conduct::Fraud(facts) = &hacking.case.act.what else { continue };
        let act = hacking.act();
        let frauds: Vec<(usize, &str)> = matters
            .iter()
            .enumerate()
            .filter(|(_, other)| {
                other.counts()
                    && is_fraud(other.crime.class)
                    && other.case.act.by == hacking.case.act.by
                    && other.victim_id() != hacking.victim_id()
            })
            .map(|(at, fraud)| (at, fraud.act()))
            .collect();
        if frauds.is_empty() {
            continue;
        }
        ask.begin(&RULE, hacking.case.of);
        let asked = ask.text(hacking.case.of, "what.fraud.made_possible", &facts.made_possible);
        let of_it: Vec<usize> = match &asked {
            Ok(fraud) => frauds.iter().filter(|(_, other)| other == fraud).map(|(at, _)| *at).collect(),
            Err(_) => Vec::new(),
        };
        let tried =
            of_it.first().and_then(|fraud| matters.get(*fraud)).map(|fraud| was_only_tried(fraud, ask));
        match (asked, tried) {
            (Ok(fraud), Some(Ok(false))) => {
                ask.follows("the hacking made the fraud possible: the fraud is counted");
                let why = format!("it made the fraud of act {fraud} possible, which is counted");
                drop_all(matters, &[at], &why);
            }
            (Ok(_), Some(Ok(true))) => {
                ask.follows("the fraud was only attempted: the hacking is counted");
                let why = format!("only attempted, by the hacking of act {act}, which is counted");
                drop_all(matters, &of_it, &why);
            }
            (Ok(_), None) => ask.follows("the hacking did not make the fraud possible"),
            (Err(missing), _) | (Ok(_), Some(Err(missing))) => {
                drop_all(matters, &[at], principal_crime::UNDECIDED);
                return Err(missing);
            }
        }
    }
    Ok(())
}

fn drop_all(matters: &mut [Matter<'_>], which: &[usize], because: &str) {
    for at in which {
        if let Some(matter) = matters.get_mut(*at) {
            matter.drop_by(&RULE, because.to_owned());
        }
    }
}

/// Whether hacking gives way to the fraud it made possible: of servers, computers and exchanges, not of social media and mail.
fn gives_way(matter: &Matter<'_>) -> bool {
    matches!(matter.crime.class, "NFIB52A" | "NFIB52B" | "NFIB52D")
}

/// Whether the fraud was attempted and not carried out. The page has no sentence on it: this is read from its example of a hacker who
/// sets up a transfer and is logged out before it is made.
fn was_only_tried(fraud: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, fraud.case.of);
    Ok(ask.fact(fraud.case.of, "attempted", fraud.case.act.attempted)? == Some(true))
}

fn over(fraud: &Matter<'_>, hacking: &Matter<'_>, ask: &mut Ask<'_>) -> Result<Option<Prevails>, Missing> {
    let Conduct::Fraud(facts) = &hacking.case.act.what else { return Ok(None) };
    match hacking.crime.class {
        "NFIB52C" => {
            ask.begin(&RULE, hacking.case.of);
            ask.follows("hacking of social media or mail is counted beside the fraud");
            Ok(Some(Prevails::Both))
        }
        _ if gives_way(hacking) => {
            ask.begin(&RULE, hacking.case.of);
            if ask.text(hacking.case.of, "what.fraud.made_possible", &facts.made_possible)? != fraud.act() {
                ask.follows("the hacking did not make the fraud possible: nothing is said of the two");
                return Ok(None);
            }
            if was_only_tried(fraud, ask)? {
                ask.follows("the fraud was only attempted: the hacking is counted");
                return Ok(Some(Prevails::Second));
            }
            ask.begin(&RULE, hacking.case.of);
            ask.follows("the hacking made the fraud possible: the fraud is counted");
            Ok(Some(Prevails::First))
        }
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-over-enabling-hacking.toml"), decided);
    }
}
