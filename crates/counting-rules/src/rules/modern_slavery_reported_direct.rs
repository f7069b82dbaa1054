//! Modern slavery that is reported to the police directly.

use crime::conduct::SlaveryPlace;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    recording::CRIME_RELATED_INCIDENT,
    rules::modern_slavery_place,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery-reported-direct"),
    title: "Modern slavery reported directly",
    says: "Modern slavery that is reported to the police directly is recorded if it was done in England and Wales; a transfer is considered if it was in another force's area, and what was done in Scotland or Northern Ireland is referred to the police there.",
    basis: edition::rules(
        "pages 48 and 49, Modern Slavery Crimes reported directly to Policing, with page 15 for Scotland and Northern Ireland",
    ),
    in_force: edition::HELD,
    exemplar: "a woman tells the police of forced labour in the area of the neighbouring force, and nothing is recorded",
    mend: "record it, and consider a transfer to the force of the place",
};

/// What is registered instead of a crime; nothing, if it is recorded.
#[must_use]
pub fn instead(place: Option<SlaveryPlace>, case: &Case<'_>, ask: &mut Ask<'_>) -> Option<Verdict> {
    ask.begin(&RULE, case.of);
    match place {
        Some(SlaveryPlace::ThisForce) | None => {
            ask.follows("done in this force's area: recorded");
            None
        }
        Some(SlaveryPlace::EnglandAndWales) => {
            ask.follows("done in England and Wales: recorded; a transfer to the force of the place is to be considered");
            None
        }
        Some(place @ (SlaveryPlace::Scotland | SlaveryPlace::NorthernIreland)) => {
            Some(elsewhere(place, case, ask))
        }
        Some(SlaveryPlace::AbroadOnly | SlaveryPlace::AbroadWithLinks) => {
            Some(modern_slavery_place::intelligence())
        }
    }
}

/// The crime-related incident that is registered and referred if it was done in Scotland or Northern Ireland.
#[must_use]
pub fn elsewhere(place: SlaveryPlace, case: &Case<'_>, ask: &mut Ask<'_>) -> Verdict {
    ask.begin(&RULE, case.of);
    ask.follows(
        "done in Scotland or Northern Ireland: a crime-related incident, referred to the police there",
    );
    let police = if place == SlaveryPlace::Scotland { "Police Scotland" } else { "the PSNI" };
    Verdict::Register {
        as_what: CRIME_RELATED_INCIDENT,
        because: "done in Scotland or Northern Ireland".into(),
        referred_to: Some(police.into()),
        by: &RULE,
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::{classified, referred_to};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery-reported-direct.toml"), classified);
    }

    #[test]
    fn the_police_of_the_place_are_told() {
        let facts = |place: &str| {
            format!(
                r#"{{ "act": {{ "exploitation": {{ "form": "servitude", "place": "{place}" }} }}, "victim": {{}},
                    "report": {{ "reporter": {{ "who": "victim" }} }} }}"#
            )
        };
        assert_eq!(referred_to(&facts("scotland")), ["Police Scotland"]);
        assert_eq!(referred_to(&facts("northern-ireland")), ["the PSNI"]);
    }
}
