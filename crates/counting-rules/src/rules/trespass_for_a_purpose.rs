//! What makes an entry a burglary.

use crime::{
    Why,
    conduct::{Entry, EntryPurpose, EntryWay, Premises},
};
use rulebook::{Basis, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{
        aggravated_burglary, break_ins_by_premises,
        break_ins_by_premises::Printed,
        burglary_business_and_community, burglary_class_by_day,
        burglary_class_by_day::{How, Place},
        burglary_with_force_is_robbery, distraction_burglary, outbuilding_used_for_business,
        residential_burglary_of_a_home, residential_burglary_of_unconnected_building,
        shop_entered_as_trespasser,
    },
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("trespass-for-a-purpose"),
    title: "What makes an entry a burglary",
    says: "It is burglary to enter a building as a trespasser in order to steal, to do really serious harm or damage, or to steal or do such harm once inside; whoever only trespasses has committed none, and what was damaged on the way is damage.",
    basis: Basis::Reasoned {
        why: "the rules and the list of notifiable offences name section 9 of the Theft Act 1968 and do not print it; without its two parts, trespass and purpose, nobody can tell a burglary from a theft, from damage, or from mere trespass",
    },
    in_force: edition::HELD,
    exemplar: "a homeless man sleeps in a shed that stood open and takes nothing, recorded as burglary",
    mend: "record the burglary only with both trespass and purpose; else record what was stolen or damaged, or an incident",
};

/// Classes an entry, or an attempt at one.
///
/// The day of recording chooses the edition, the last day of the offence the class.
///
/// # Errors
///
/// [`Missing`], naming purpose, way, premises, weapon, whether it was only attempted, or the day.
pub fn classify(entry: &Entry, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let purpose = ask.which(case.of, "what.entry.purpose", &entry.purpose)?;
    match purpose {
        EntryPurpose::Neither => {
            ask.follows(
                "entered for none of the purposes of burglary: what was damaged is an act of its own",
            );
            return incident("mere trespass is no notifiable crime", &RULE);
        }
        EntryPurpose::StealByForce => {
            ask.follows("force was used, or threatened, in order to steal: more than burglary");
            return burglary_with_force_is_robbery::classify(entry, case, ask);
        }
        EntryPurpose::Steal
        | EntryPurpose::SeriousHarm
        | EntryPurpose::Damage
        | EntryPurpose::SexualOffence => {}
    }
    let way = ask.which(case.of, "what.entry.way", &entry.way)?;
    if way == EntryWay::WithLeave {
        return Err(another_act(case, ask));
    }
    if purpose == EntryPurpose::SexualOffence {
        ask.follows(
            "trespass with intent to commit a sexual offence, which the list has as an offence of its own",
        );
        return crime("88C", "088/07", &RULE);
    }
    ask.follows("entered, or tried, as a trespasser for a purpose of burglary");
    let place = match place(entry, purpose, case, ask)? {
        Found::Burglary(place) => place,
        Found::Other(answer) => return answer,
    };
    let distraction = distraction_burglary::used(way, place, case, ask);
    let how = if aggravated_burglary::armed(entry, case, ask)? {
        How::Aggravated
    } else {
        ask.begin(&RULE, case.of);
        let attempted = ask.yes(case.of, "attempted", case.act.attempted)?;
        ask.follows(if attempted { "nobody got in: attempted" } else { "somebody got in" });
        match (distraction, attempted) {
            (false, false) => How::Done,
            (false, true) => How::Attempted,
            (true, false) => How::Distraction,
            (true, true) => How::AttemptedDistraction,
        }
    };
    burglary_class_by_day::classify(place, how, case, ask)
}

/// Where the entry leads.
enum Found {
    /// To a burglary.
    Burglary(Place),
    /// Elsewhere.
    Other(Answer),
}

/// What kind of premises were entered.
fn place(entry: &Entry, purpose: EntryPurpose, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Found, Missing> {
    ask.begin(&RULE, case.of);
    let premises = ask.which(case.of, "what.entry.premises", &entry.premises)?;
    ask.follows_with(|| format!("what was entered: {premises}"));
    let printed_row = match premises {
        Premises::House | Premises::LetRoom => break_ins_by_premises::Row::House,
        Premises::HostelRoom => break_ins_by_premises::Row::Hostel,
        Premises::HotelRoom => break_ins_by_premises::Row::Hotel,
        Premises::Caravan => break_ins_by_premises::Row::Caravan,
        Premises::ConnectedOutbuilding => {
            return Ok(Found::Burglary(residential_burglary_of_a_home::connected(case, ask)));
        }
        Premises::Outbuilding => {
            return Ok(Found::Burglary(residential_burglary_of_unconnected_building::on_the_plot(case, ask)));
        }
        Premises::SeparatePrivate => {
            return Ok(Found::Burglary(residential_burglary_of_unconnected_building::elsewhere(case, ask)));
        }
        Premises::ConnectedBusiness | Premises::BusinessOutbuilding | Premises::SeparateMixed => {
            return outbuilding_used_for_business::place(premises, case, ask).map(Found::Burglary);
        }
        Premises::Business => return Ok(Found::Burglary(burglary_business_and_community::place(case, ask))),
        Premises::ShopFloor | Premises::ShopBack | Premises::ShopShut => {
            return Ok(if shop_entered_as_trespasser::is_shop_theft(premises, purpose, entry, case, ask)? {
                Found::Other(crime("46", "046/00", &shop_entered_as_trespasser::RULE))
            } else {
                Found::Burglary(Place::Business)
            });
        }
    };
    Ok(match break_ins_by_premises::printed(printed_row, entry, case, ask)? {
        Printed::Home => Found::Burglary(Place::Home),
        Printed::Business => Found::Burglary(Place::Business),
        // The table names a theft: it says nothing of an entry for another purpose.
        Printed::OtherTheft if purpose == EntryPurpose::Steal => {
            Found::Other(crime("49", "", &break_ins_by_premises::RULE))
        }
        Printed::OtherTheft => return Err(another_act(case, ask)),
    })
}

/// No burglary: what was taken or done has to be described as what it is.
fn another_act(case: &Case<'_>, ask: &mut Ask<'_>) -> Missing {
    ask.missing(case.of, "what", Why::NotSupplied)
        .between(["what was taken, damaged or done, described as an act of its own", "no crime"])
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/trespass-for-a-purpose.toml"), classified);
    }
}
