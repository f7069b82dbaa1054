//! Drug offences by drug and by what was done with it.

use crime::{
    Why,
    conduct::{Dealing, Drug, Drugs},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{drugs_possession, other_drug_offences, unwitting_possession},
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("drugs-table"),
    title: "Drug offences by drug",
    says: "Drug and dealing together give the code; possession is 92D, of cannabis 92E, allowing premises to be used is 92C, and all else 92A; a drug that nobody can name has a row of its own.",
    basis: edition::rules("pages 91 and 93, Drug Offences – HO Class table"),
    in_force: edition::HELD,
    exemplar: "heroin that somebody had and meant to sell, recorded as possession",
    mend: "take the code from the row of the drug and the column of what was done",
};

/// The codes of one drug, in the order of the columns; an empty one is not printed.
struct Row {
    drug: Option<Drug>,
    production: &'static str,
    supply: &'static str,
    possession: &'static str,
    intent: &'static str,
    premises: &'static str,
    /// On a ship: possession, carrying. Across the border: in, out.
    ship_and_border: [&'static str; 4],
}

const A: [&str; 4] = ["077/53", "077/56", "092/03", "092/06"];
const B: [&str; 4] = ["077/54", "077/57", "092/04", "092/07"];
const C: [&str; 4] = ["077/55", "077/58", "092/05", "092/08"];
// Nothing is printed for khat that is carried on a ship.
const KHAT: [&str; 4] = ["077/66", "", "092/17", "092/18"];
const UNNAMED: [&str; 4] = ["077/59", "077/60", "092/01", "092/02"];

#[rustfmt::skip]
static TABLE: [Row; 20] = [
    row(Some(Drug::Cocaine),              ["092/10", "092/30", "092/50", "092/70", "093/10"], A),
    row(Some(Drug::Heroin),               ["092/11", "092/31", "092/51", "092/71", "093/11"], A),
    row(Some(Drug::Lsd),                  ["092/12", "092/32", "092/52", "092/72", "093/12"], A),
    row(Some(Drug::Mdma),                 ["092/13", "092/33", "092/53", "092/73", "093/13"], A),
    row(Some(Drug::Crack),                ["092/14", "092/34", "092/54", "092/74", "093/14"], A),
    row(Some(Drug::Methadone),            ["092/15", "092/35", "092/55", "092/75", "093/15"], A),
    row(Some(Drug::OtherClassA),          ["092/19", "092/39", "092/59", "092/79", "093/19"], A),
    row(Some(Drug::CrystalMeth),          ["093/55", "093/61", "093/67", "093/73", "093/79"], A),
    row(Some(Drug::Amphetamine),          ["092/20", "092/40", "092/60", "092/80", "093/20"], B),
    row(Some(Drug::OtherClassB),          ["092/25", "092/45", "092/65", "092/85", "093/25"], B),
    row(Some(Drug::Cannabis),             ["092/21", "092/41", "092/61", "092/81", "093/21"], B),
    row(Some(Drug::SyntheticCannabinoid), ["092/22", "092/42", "092/62", "092/82", "093/22"], B),
    row(Some(Drug::Ketamine),             ["093/60", "093/66", "093/72", "093/78", "093/84"], B),
    row(Some(Drug::Mephedrone),           ["092/23", "092/43", "092/63", "092/83", "093/23"], B),
    row(Some(Drug::AnabolicSteroids),     ["092/27", "092/47", "092/67", "092/87", "093/27"], C),
    row(Some(Drug::Piperazines),          ["093/57", "093/64", "093/70", "093/76", "093/82"], C),
    row(Some(Drug::OtherClassC),          ["092/28", "092/48", "092/68", "092/88", "093/28"], C),
    row(Some(Drug::Khat),                 ["093/62", "093/68", "093/74", "093/80", "093/90"], KHAT),
    row(Some(Drug::NitrousOxide),         ["093/93", "093/94", "093/91", "093/92", "093/95"], C),
    row(None,                             ["092/29", "092/49", "092/69", "092/89", "093/29"], UNNAMED),
];

const fn row(drug: Option<Drug>, codes: [&'static str; 5], ship_and_border: [&'static str; 4]) -> Row {
    let [production, supply, possession, intent, premises] = codes;
    Row { drug, production, supply, possession, intent, premises, ship_and_border }
}

/// Class and subcode of what was done with a drug; nothing, where the table prints none. Without a drug: one that nobody can name.
#[must_use]
pub fn code(drug: Option<Drug>, dealing: Dealing) -> Option<(&'static str, &'static str)> {
    let row = TABLE.iter().find(|row| row.drug == drug)?;
    let [ship, carried, import, export] = row.ship_and_border;
    let (class, subcode) = match dealing {
        Dealing::Production => ("92A", row.production),
        Dealing::Supply => ("92A", row.supply),
        Dealing::Possession if drug == Some(Drug::Cannabis) => ("92E", row.possession),
        Dealing::Possession => ("92D", row.possession),
        Dealing::IntentToSupply => ("92A", row.intent),
        Dealing::PermittingPremises => ("92C", row.premises),
        Dealing::PossessionOnShip => ("92A", ship),
        Dealing::CarryingOnShip => ("92A", carried),
        Dealing::Import => ("92A", import),
        Dealing::Export => ("92A", export),
        Dealing::UnwittingPossession | Dealing::SupplyToInhale => return None,
    };
    (!subcode.is_empty()).then_some((class, subcode))
}

/// Classes what was done with a drug.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the dealing, the drug, or what the rule of a single dealing asks; or if the table prints no code.
pub fn classify(drugs: &Drugs, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let dealing = ask.which(case.of, "what.drugs.dealing", &drugs.dealing)?;
    if dealing == Dealing::UnwittingPossession {
        ask.follows("had, without knowing what it was");
        return unwitting_possession::classify(case, ask);
    }
    if dealing == Dealing::SupplyToInhale {
        ask.follows("no controlled drug, but supplied to be inhaled");
        return other_drug_offences::supply_to_inhale(case, ask);
    }
    let drug = ask.which_if_known(case.of, "what.drugs.drug", &drugs.drug)?;
    let Some((class, subcode)) = code(drug, dealing) else {
        return Err(ask.missing(case.of, "", Why::TextSilent));
    };
    ask.follows_with(|| match drug {
        Some(drug) => format!("{drug}, {dealing}: {subcode}"),
        None => format!("a drug that nobody can name, {dealing}: {subcode}"),
    });
    match dealing {
        Dealing::Possession => {
            if let Some(verdict) = drugs_possession::stays_out(drug, drugs, case, ask)? {
                return Ok(verdict);
            }
        }
        Dealing::PermittingPremises => other_drug_offences::premises(drugs, case, ask)?,
        Dealing::UnwittingPossession
        | Dealing::IntentToSupply
        | Dealing::Supply
        | Dealing::Production
        | Dealing::PossessionOnShip
        | Dealing::CarryingOnShip
        | Dealing::Import
        | Dealing::Export
        | Dealing::SupplyToInhale => {}
    }
    crime(class, subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::classified, offences};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/drugs-table.toml"), classified);
    }

    #[test]
    fn every_code_stands_in_the_list_in_its_class() {
        let dealings = [
            Dealing::Production,
            Dealing::Supply,
            Dealing::Possession,
            Dealing::IntentToSupply,
            Dealing::PermittingPremises,
            Dealing::PossessionOnShip,
            Dealing::CarryingOnShip,
            Dealing::Import,
            Dealing::Export,
        ];
        let mut codes = 0;
        for row in &TABLE {
            for dealing in dealings {
                let Some((class, subcode)) = code(row.drug, dealing) else {
                    assert_eq!((row.drug, dealing), (Some(Drug::Khat), Dealing::CarryingOnShip));
                    continue;
                };
                let offence = offences::row(class, subcode).unwrap_or_else(|| panic!("{class} {subcode}"));
                assert_eq!(offence.listed, crime::Listed::Current, "{class} {subcode}");
                codes += 1;
            }
        }
        assert_eq!(codes, 20 * 9 - 1);
    }

    #[test]
    fn no_two_drugs_share_a_code_of_their_own() {
        let own = |row: &Row| [row.production, row.supply, row.possession, row.intent, row.premises];
        let codes: std::collections::BTreeSet<&str> = TABLE.iter().flat_map(own).collect();
        assert_eq!(codes.len(), 100);
    }

    #[test]
    fn the_list_names_the_same_dealing() {
        for row in &TABLE {
            // The list names a few by the drug only.
            let named = |subcode: &str, class: &str, word: &str| {
                let title = offences::row(class, subcode).unwrap().title.to_lowercase();
                let by_drug_only =
                    ["synthetic", "piperazines", "ketamine ("].iter().any(|drug| title.starts_with(drug));
                assert!(by_drug_only || title.contains(word), "{subcode}: {title}");
            };
            named(row.production, "92A", "produc");
            named(row.supply, "92A", "suppl");
            named(row.intent, "92A", "intent to supply");
            named(row.premises, "92C", "ermitting premises");
            let [ship, carried, import, export] = row.ship_and_border;
            named(ship, "92A", "ship");
            if !carried.is_empty() {
                named(carried, "92A", "carrying or concealing");
            }
            named(import, "92A", "importation");
            named(export, "92A", "exportation");
        }
    }
}
