//! Orders breached.

use crime::conduct::{Breach, OrderBreached};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("breach-of-orders"),
    title: "Breach of orders",
    says: "The breach of some orders is an offence against the state, one crime for each offender, recorded together with the most serious other offence reported at the same time; the breach of bail, of a domestic violence protection notice or order, of a prison licence or of any other court order is not notifiable.",
    basis: edition::rules(
        "pages 89 and 90, Breaches; page 52, Breaches of Orders; page 96, Bail Offences; subcodes from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a man who breaches a non-molestation order and hits his former wife, recorded as the assault only",
    mend: "record the breach beside the most serious other offence; register an incident for the breach of another order",
};

/// Classes a breach by what was breached.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the order.
pub fn classify(breach: &Breach, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let order = ask.which(case.of, "what.breach.order", &breach.order)?;
    if let Some((class, subcode)) = offence(order) {
        ask.follows("the breach of this order is notifiable: an offence against the state, for which one act is enough");
        crime(class, subcode, &RULE)
    } else {
        ask.follows("the breach of this order, notice or licence is not notifiable");
        incident("the breach is not notifiable", &RULE)
    }
}

/// The class and subcode that the list has for a breach; nothing, if it is not notifiable.
#[must_use]
pub const fn offence(order: OrderBreached) -> Option<(&'static str, &'static str)> {
    Some(match order {
        OrderBreached::RestrainingOnConviction => ("8L", "008/31"),
        OrderBreached::RestrainingOnAcquittal => ("66", "066/38"),
        OrderBreached::HarassmentInjunction => ("8L", "008/29"),
        OrderBreached::StalkingProtection => ("8Q", "008/74"),
        OrderBreached::StalkingNotification => ("66", "068/16"),
        OrderBreached::NonMolestation => ("66", "066/39"),
        OrderBreached::CriminalBehaviour => ("66", "066/98"),
        OrderBreached::SexOffenderNotification => ("66", "066/17"),
        OrderBreached::SexOffenderFalseInformation => ("66", "066/18"),
        OrderBreached::SexualHarmPrevention => ("66", "068/08"),
        OrderBreached::SexualRisk => ("66", "068/07"),
        OrderBreached::FemaleGenitalMutilationProtection => ("66", "068/04"),
        OrderBreached::ForcedMarriageProtection => ("66", "066/97"),
        OrderBreached::KnifeCrimePrevention => ("66", "068/17"),
        OrderBreached::KnifeCrimeNotification => ("66", "068/18"),
        OrderBreached::DomesticAbuseProtection => ("66", "068/19"),
        OrderBreached::DomesticAbuseNotification => ("66", "068/20"),
        OrderBreached::SeriousViolenceReduction => ("66", "008/79"),
        OrderBreached::SeriousCrimePrevention => ("66", "066/94"),
        OrderBreached::ViolentOffender => ("66", "066/84"),
        OrderBreached::TerroristNotification => ("66", "066/92"),
        OrderBreached::TerroristForeignTravel => ("66", "066/93"),
        OrderBreached::TerrorismPreventionMeasure => ("66", "066/96"),
        OrderBreached::BailBeforeChargeTravel => ("83", "083/08"),
        OrderBreached::Bail
        | OrderBreached::DomesticViolenceProtectionNotice
        | OrderBreached::DomesticViolenceProtectionOrder
        | OrderBreached::PrisonLicence
        | OrderBreached::AnotherCourtOrder => return None,
    })
}

#[cfg(test)]
mod tests {
    use crime::Against;

    use super::*;
    use crate::{
        cases::decided,
        offences,
        rules::counting_units::{Unit, unit},
    };

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/breach-of-orders.toml"), decided);
    }

    #[test]
    fn every_breach_stands_in_the_list_against_the_state_and_has_its_unit() {
        let orders = "restraining-on-conviction restraining-on-acquittal harassment-injunction stalking-protection \
                      stalking-notification non-molestation criminal-behaviour sex-offender-notification \
                      sex-offender-false-information sexual-harm-prevention sexual-risk female-genital-mutilation-protection \
                      forced-marriage-protection knife-crime-prevention knife-crime-notification domestic-abuse-protection \
                      domestic-abuse-notification serious-violence-reduction serious-crime-prevention violent-offender \
                      terrorist-notification terrorist-foreign-travel terrorism-prevention-measure bail-before-charge-travel";
        for order in orders.split_whitespace() {
            let (class, subcode) = offence(order.parse().unwrap()).unwrap();
            assert_eq!(offences::row(class, subcode).unwrap().against, Against::State, "{order}");
            let expected =
                if class == "83" { Unit::Group("offender or group") } else { Unit::Offender("offender") };
            assert_eq!(unit(class, subcode), expected, "{order}");
        }
    }
}
