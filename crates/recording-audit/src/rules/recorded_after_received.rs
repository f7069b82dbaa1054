//! Nothing is recorded before it was received.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::Line;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-after-received"),
    title: "Recorded after it was received",
    says: "A crime is recorded at or after the moment at which its report was received.",
    basis: Basis::Reasoned {
        why: "a crime recorded before its report came in has one of the two moments wrong, and would count as in time",
    },
    in_force: InForce::Always,
    exemplar: "a report received on 2 May at 14:30, and its crime recorded on 2 May at 14:29",
    mend: "look up both moments; one is wrong, or they stand in each other's column",
};

/// Finds fault with a line that is recorded before it was received. The row is then not used.
pub(crate) fn check(line: &Line) -> Option<Finding> {
    let (received, recorded) = (line.received?, line.recorded?);
    // Of a moment that is a day alone the whole day may be meant.
    let before = if received.to_the_minute && recorded.to_the_minute {
        recorded.seconds < received.seconds
    } else {
        recorded.day() < received.day()
    };
    let case = &line.case;
    let sentence = format!("{case}, line {}: recorded {recorded}, and received {received}", line.line);
    before.then(|| {
        Finding::new(&RULE, Severity::Error, case, Some(line.place.at("recorded")), sentence)
            .with("received", received)
            .with("recorded", recorded)
    })
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-after-received.toml"), |rows: &Vec<String>| {
            found("recorded-after-received", rows)
        });
    }
}
