//! Assaults by intent and injury.

use crime::{
    Serving,
    conduct::{Expert, Injury, Intent, Violence},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::dangerous_driving,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("assault-flow-chart"),
    title: "Assault flow chart",
    says: "Intent comes first: who meant really serious harm has committed 5D whatever the injury; otherwise the injury decides, and an attack on a constable or another emergency worker on duty, or one that is racially or religiously aggravated, has a class of its own.",
    basis: edition::rules("pages 42 to 47, Assaults and Assault flow chart"),
    in_force: edition::HELD,
    exemplar: "a punch, meant as no more, after which the victim falls and breaks a leg, classed by the intent instead of the injury",
    mend: "class it by intent first, then by injury",
};

/// Classes force used on one victim.
///
/// The day of recording chooses the edition. An aggravated assault on a constable or emergency worker is left undecided: the text
/// gives both a class and no order between them.
///
/// # Errors
///
/// [`Missing`], naming intent, injury, strangulation, aggravation or the service of the victim.
pub fn classify(violence: &Violence, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let (victim_at, victim) = case.needed_victim(ask)?;
    let intent = ask.which(case.of, "what.violence.intent", &violence.intent)?;
    if intent == Intent::Kill {
        ask.follows("the offender meant to kill: attempted murder; ask the senior detective on call or the registrar first");
        return crime("2", "002/00", &RULE);
    }
    let serving = ask.which(victim_at, "serving", &victim.serving)?;
    if intent == Intent::SeriousHarm {
        ask.follows("really serious harm was meant, so the injury does not decide: section 18");
        return crime(wounding_with_intent(serving), "005/01", &RULE);
    }
    if dangerous_driving::was_meant_to_injure(violence, case, ask)? {
        return crime(wounding_with_intent(serving), "005/01", &dangerous_driving::RULE);
    }
    ask.begin(&RULE, case.of);
    let level = level(violence, case, ask)?;
    let strangled =
        level != Level::Serious && ask.yes(case.of, "what.violence.strangled", violence.strangled)?;
    let aggravated = ask.yes(case.of, "what.violence.aggravated", violence.aggravated)?;
    let (plain, subcode, aggravated_subcode) = match (level, strangled) {
        (Level::Serious, _) => ("8N", "008/01", "008/59"),
        (Level::None | Level::Less, true) => ("8N", "008/77", "008/78"),
        (Level::Less, false) => ("8N", "008/06", "008/60"),
        (Level::None, false) => ("105A", "105/01", "008/57"),
    };
    let injured = plain == "8N";
    if aggravated {
        let class = if injured { "8P" } else { "105B" };
        if serving != Serving::Neither {
            let missing = ask.missing(case.of, "", crime::Why::TextSilent);
            return Err(missing.between([class, in_service(serving, injured)]));
        }
        ask.follows("racially or religiously aggravated");
        return crime(class, aggravated_subcode, &RULE);
    }
    ask.follows(match (level, strangled) {
        (Level::Serious, _) => "serious injury that was not meant: section 20",
        (Level::None | Level::Less, true) => "strangled or suffocated, and not seriously injured",
        (Level::Less, false) => "an injury that is less than serious: section 47",
        (Level::None, false) => "no injury and nothing that lasts: common assault",
    });
    match serving {
        Serving::Neither => crime(plain, subcode, &RULE),
        Serving::Constable | Serving::EmergencyWorker if injured => {
            crime(in_service(serving, true), subcode, &RULE)
        }
        Serving::Constable | Serving::EmergencyWorker => crime(in_service(serving, false), "008/73", &RULE),
    }
}

/// The class of section 18, by whom it was done to.
const fn wounding_with_intent(serving: Serving) -> &'static str {
    match serving {
        Serving::Constable => "8S",
        Serving::EmergencyWorker => "8T",
        Serving::Neither => "5D",
    }
}

/// How high an injury stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    None,
    Less,
    Serious,
}

/// The level of the injury. Shock or a psychiatric condition is an injury only with expert evidence; without any, there is none.
fn level(violence: &Violence, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Level, Missing> {
    Ok(match ask.which(case.of, "what.violence.injury", &violence.injury)? {
        Injury::None => Level::None,
        Injury::LessThanSerious => Level::Less,
        Injury::Serious => Level::Serious,
        Injury::Mental => match ask.which_if_known(case.of, "what.violence.expert", &violence.expert)? {
            Some(Expert::ReallySerious) => Level::Serious,
            Some(Expert::Injury) => Level::Less,
            Some(Expert::NoInjury) | None => Level::None,
        },
    })
}

/// The class of an assault on somebody in service.
const fn in_service(serving: Serving, injured: bool) -> &'static str {
    match (serving, injured) {
        (Serving::Constable, true) => "8S",
        (Serving::Constable, false) => "104",
        (Serving::EmergencyWorker, true) => "8T",
        (Serving::EmergencyWorker | Serving::Neither, false) => "105A",
        (Serving::Neither, true) => "8N",
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/assault-flow-chart.toml"), classified);
    }
}
