//! What later facts change: the same report asked again.

use crime::{Decision, Text};

/// One thing that stands in one decision and not in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whether it came or went.
    pub how: How,
    /// What: `crime 8N 008/06 of act a1`, `registered N300/01 for act a1`.
    pub what: String,
    /// The rule by which it stands, or stood.
    pub by: Text,
    /// Why, where the decision says why.
    pub because: Text,
}

/// Whether something came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It stood before and does not now.
    Went,
    /// It stands now and did not before.
    Came,
}

/// What changed between two decisions on the same report, the later made with later facts: a post-mortem, footage, a charge.
///
/// ```
/// use counting_rules::{Rulings, Working, changes, decide, from_json};
///
/// let report = |what: &str| {
///     let text = format!(r#"{{ "id": "R1", "received": "2026-05-01T09:00:00", "acts": [{{ "id": "a1", "what": {what} }}] }}"#);
///     decide(&from_json(&text).unwrap(), &Rulings::default(), Working::Left)
/// };
/// let changes = changes(&report(r#"{ "given": {} }"#), &report(r#""no_crime""#));
/// assert_eq!(changes[0].what, "not decided: act a1 what.given.subcode");
/// assert_eq!(changes[1].what, "registered incident for act a1");
/// ```
#[must_use]
pub fn changes(before: &Decision, after: &Decision) -> Vec<Change> {
    let (old, new) = (lines(before), lines(after));
    let only = |these: &[Line], those: &[Line], how: How| -> Vec<Change> {
        let mut left: Vec<&Line> = those.iter().collect();
        let mut changes = Vec::new();
        for line in these {
            match left.iter().position(|other| other.what == line.what) {
                Some(at) => {
                    left.swap_remove(at);
                }
                None => changes.push(Change {
                    how,
                    what: line.what.clone(),
                    by: line.by.clone(),
                    because: line.because.clone(),
                }),
            }
        }
        changes
    };
    let mut changes = only(&old, &new, How::Went);
    changes.extend(only(&new, &old, How::Came));
    changes
}

struct Line {
    what: String,
    by: Text,
    because: Text,
}

fn lines(decision: &Decision) -> Vec<Line> {
    let of = |victim: Option<&String>| victim.map(|victim| format!(", victim {victim}")).unwrap_or_default();
    let crimes = decision.crimes.iter().map(|due| Line {
        what: format!(
            "crime {} x {} {} of act {}, victim {}",
            due.count,
            due.class,
            due.subcode,
            due.act,
            due.victims.join(" and ")
        ),
        by: due.by.clone(),
        because: Text::default(),
    });
    let registered = decision.registered.iter().map(|registered| Line {
        what: format!(
            "registered {} for act {}{}",
            registered.as_what,
            registered.act,
            of(registered.victim.as_ref())
        ),
        by: registered.by.clone(),
        because: registered.because.clone(),
    });
    let not = decision.not_recorded.iter().map(|not| Line {
        what: format!(
            "not recorded {} {} of act {}{}",
            not.class,
            not.subcode,
            not.act,
            of(not.victim.as_ref())
        ),
        by: not.by.clone(),
        because: not.because.clone(),
    });
    let undecided = decision.undecided.iter().map(|undecided| Line {
        what: format!("not decided: {} {}", undecided.about, undecided.fact),
        by: undecided.by.clone(),
        because: Text::default(),
    });
    crimes.chain(registered).chain(not).chain(undecided).collect()
}
