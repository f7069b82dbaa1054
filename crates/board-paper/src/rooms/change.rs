//! The change portfolio, the roll-out and the organisation.

use change_programme::{Answer, Facts, Inputs, examine, read};
use crime::Event;
use rulebook::Finding;
use table::Rows;

use super::{Desk, add_findings};

mod organisation;
mod portfolio;
mod roll_out;

pub(super) fn add(desk: &mut Desk<'_>, events: Option<&Rows<Event>>) {
    let inputs = Inputs {
        portfolio: desk.shelf.input("change/portfolio.toml"),
        items: desk.shelf.input("change/items.csv"),
        key_dates: desk.shelf.input("change/key_dates.csv"),
        roll_out: desk.shelf.input("change/roll_out.toml"),
        phases: desk.shelf.input("change/phases.csv"),
        phase_scope: desk.shelf.input("change/phase_scope.csv"),
        units: desk.shelf.input("change/units.csv"),
        priorities: desk.shelf.input("change/priorities.csv"),
        item_facts: desk.shelf.input("change/facts.csv"),
        functions: desk.shelf.input("organisation/functions.csv"),
        risks: desk.shelf.input("organisation/risks.csv"),
        inspections: desk.shelf.input("organisation/inspections.csv"),
    };
    let of_change = [
        inputs.portfolio,
        inputs.items,
        inputs.key_dates,
        inputs.roll_out,
        inputs.phases,
        inputs.phase_scope,
        inputs.units,
        inputs.priorities,
        inputs.item_facts,
    ];
    let of_organisation = [inputs.functions, inputs.risks, inputs.inspections];
    let (changes, organises) =
        (of_change.iter().any(Option::is_some), of_organisation.iter().any(Option::is_some));
    if !changes && !organises && events.is_none() {
        return;
    }
    let facts = match read(&inputs) {
        Ok(facts) => facts,
        Err(errors) => return desk.unread(&["change", "organisation"], errors),
    };
    let answer = examine(&facts, events, desk.as_at);
    count(desk, &facts);
    if changes {
        let name = facts.roll_out.as_ref().map(|roll_out| roll_out.value.name.as_str());
        portfolio::add(desk, &answer, name);
        roll_out::add(desk, &answer);
    }
    if organises {
        organisation::add(desk, &answer);
    }
    share_out(desk, answer, changes, organises);
}

fn share_out(desk: &mut Desk<'_>, answer: Answer, changes: bool, organises: bool) {
    desk.material.figures.extend(answer.figures);
    let (of_organisation, of_change): (Vec<Finding>, Vec<Finding>) =
        answer.findings.into_iter().partition(|finding| {
            finding.place.as_ref().is_some_and(|place| place.file.starts_with("organisation/"))
        });
    if changes {
        add_findings(desk.material, "change", of_change);
    }
    if organises {
        add_findings(desk.material, "organisation", of_organisation);
    }
}

fn count(desk: &mut Desk<'_>, facts: &Facts) {
    let material = &mut *desk.material;
    material.count(facts.items.as_ref());
    material.count(facts.key_dates.as_ref());
    material.count(facts.phases.as_ref());
    material.count(facts.phase_scope.as_ref());
    material.count(facts.units.as_ref());
    material.count(facts.priorities.as_ref());
    material.count(facts.item_facts.as_ref());
    material.count(facts.functions.as_ref());
    material.count(facts.risks.as_ref());
    material.count(facts.inspections.as_ref());
}
