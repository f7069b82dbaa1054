//! Soliciting for prostitution.

use crime::conduct::ExploitationForm;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("soliciting"),
    title: "Soliciting for prostitution",
    says: "Prostitution itself is not notifiable; to solicit it in a street or public place, and to pay or promise to pay somebody who is exploited into it, are, one for each offender.",
    basis: edition::rules("page 49, 27 Soliciting for prostitution"),
    in_force: edition::HELD,
    exemplar: "two men in a car ask a woman in the street for her services as a prostitute, recorded as one crime",
    mend: "record one for each offender",
};

/// Classes prostitution that is solicited or paid for.
///
/// # Errors
///
/// None.
pub fn classify(form: ExploitationForm, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match form {
        ExploitationForm::Solicited => {
            ask.follows("solicited in a street or public place");
            crime("27", "167/01", &RULE)
        }
        ExploitationForm::ExploitedPersonPaid => {
            ask.follows("somebody paid, or promised to pay, for services of a person who is exploited");
            crime("27", "167/02", &RULE)
        }
        ExploitationForm::Servitude
        | ExploitationForm::ForcedLabour
        | ExploitationForm::Travel
        | ExploitationForm::HeldForTravel
        | ExploitationForm::OffenceForTravel
        | ExploitationForm::OtherSlavery
        | ExploitationForm::ProstitutionIncited
        | ExploitationForm::ProstitutionControlled
        | ExploitationForm::BrothelKept
        | ExploitationForm::ProstitutionAlone => {
            ask.follows("neither solicited in public nor paid for by exploitation: not notifiable");
            incident("prostitution itself is not notifiable", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/soliciting.toml"), decided);
    }
}
