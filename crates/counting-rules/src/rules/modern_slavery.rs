//! Modern slavery.

use crime::{
    Subject, Who,
    conduct::{Exploitation, ExploitationForm},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        exploitation_of_prostitution, modern_slavery_place, modern_slavery_referrals,
        modern_slavery_reported_direct, soliciting,
    },
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery"),
    title: "Modern slavery",
    says: "Exploitation of somebody who was tricked, coerced or forced, for personal or commercial gain, is modern slavery, one crime for each person subjected to it; a form that the list does not name has the class and no code.",
    basis: edition::rules("page 48, 106 Modern Slavery; the codes from the notifiable offence list 2026/27"),
    in_force: edition::HELD,
    exemplar: "a man is made to work off a debt without pay or leave to go, recorded as no crime",
    mend: "record modern slavery for each person subjected to it",
};

/// Classes modern slavery, or prostitution that is exploited or solicited.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the form, the victim, who reports, or what the rule of a single form asks.
pub fn classify(exploitation: &Exploitation, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let form = ask.which(case.of, "what.exploitation.form", &exploitation.form)?;
    ask.follows_with(|| format!("what was done: {form}"));
    let subcode = match form {
        ExploitationForm::Servitude => "036/06",
        ExploitationForm::ForcedLabour => "036/07",
        ExploitationForm::Travel => "036/08",
        ExploitationForm::OffenceForTravel => "036/10",
        ExploitationForm::HeldForTravel => "036/11",
        ExploitationForm::OtherSlavery => "",
        ExploitationForm::ProstitutionIncited
        | ExploitationForm::ProstitutionControlled
        | ExploitationForm::BrothelKept => return exploitation_of_prostitution::classify(form, case, ask),
        ExploitationForm::Solicited
        | ExploitationForm::ExploitedPersonPaid
        | ExploitationForm::ProstitutionAlone => {
            return soliciting::classify(form, case, ask);
        }
    };
    ask.begin(&RULE, case.of);
    case.needed_victim(ask)?;
    let referred =
        ask.which(Subject::Report, "reporter.who", &case.incident.reporter.who)? == Who::CompetentAuthority;
    ask.follows(if referred {
        "referred by the competent authority"
    } else {
        "reported to the police directly"
    });
    let place = modern_slavery_place::place(exploitation, referred, case, ask)?;
    let instead = if referred {
        modern_slavery_referrals::instead(exploitation, place, case, ask)?
    } else {
        modern_slavery_reported_direct::instead(place, case, ask)
    };
    match instead {
        Some(verdict) => Ok(verdict),
        None => crime("106", subcode, &RULE),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery.toml"), classified);
    }
}
