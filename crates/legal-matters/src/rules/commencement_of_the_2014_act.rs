//! Commencement of the parts of the Anti-social Behaviour, Crime and Policing Act 2014.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("commencement-of-the-2014-act"),
    title: "Commencement of the 2014 Act",
    says: "A part of the Act is in force from the day that a commencement order appoints for it; until an order is made, no day is appointed.",
    basis: Basis::Published(Citation {
        document: "Anti-social Behaviour, Crime and Policing Act 2014",
        edition: "2014 c. 12",
        place: "section 185(1) and (7), with the orders made under it",
        seen: Seen::InPart,
    }),
    in_force: InForce::since(day(2014, 3, 13)),
    exemplar: "a plan of 1 July 2014 to apply for injunctions under Part 1 in October 2014",
    mend: "plan by the day an order appoints; until there is one, say that no day is appointed",
};

/// A provision for which we hold the order that brought it into force.
#[derive(Debug, PartialEq, Eq)]
pub struct Commencement {
    /// The provision, as the order names it: `Part 1`.
    pub provision: &'static str,
    /// What it provides for.
    pub subject: &'static str,
    /// Where it extends, as far as the order limits it. Empty where it does not.
    pub extent: &'static str,
    /// Its first day in force.
    pub in_force: NaiveDate,
    /// The day the order was made. Before it, nobody could know the first day from the law.
    pub known_from: NaiveDate,
    /// The order.
    pub order: Citation,
    /// What of the provision was already in force by an earlier order.
    pub partly: Option<PartlyInForce>,
}

/// An earlier order that brought some of a provision into force.
#[derive(Debug, PartialEq, Eq)]
pub struct PartlyInForce {
    /// The first day in force of what it names.
    pub since: NaiveDate,
    /// The day by which the order was known at the latest. Where we have not read on which day it was made, this is its
    /// first day in force: by then it had been made, and earlier nothing is said of it.
    pub known_from: NaiveDate,
    /// The order.
    pub order: Citation,
}

/// Every provision that we hold, in the order of the Act.
pub static COMMENCEMENTS: [Commencement; 7] = [
    Commencement {
        provision: "Part 1",
        subject: "injunctions",
        extent: "",
        in_force: day(2015, 3, 23),
        known_from: day(2015, 2, 24),
        order: eighth_order("article 4(a)"),
        partly: None,
    },
    Commencement {
        provision: "Part 2",
        subject: "criminal behaviour orders",
        extent: "",
        in_force: day(2014, 10, 20),
        known_from: day(2014, 9, 24),
        order: seventh_order("article 3(a)"),
        partly: None,
    },
    Commencement {
        provision: "Part 3",
        subject: "dispersal powers",
        extent: "",
        in_force: day(2014, 10, 20),
        known_from: day(2014, 9, 24),
        order: seventh_order("article 3(b)"),
        partly: None,
    },
    Commencement {
        provision: "Part 4",
        subject: "community protection",
        extent: "",
        in_force: day(2014, 10, 20),
        known_from: day(2014, 9, 24),
        order: seventh_order("article 3(c)"),
        partly: None,
    },
    Commencement {
        provision: "sections 94 and 95",
        subject: "absolute ground for possession",
        extent: "England",
        in_force: day(2014, 10, 20),
        known_from: day(2014, 9, 24),
        order: seventh_order("article 2(a) and (b)"),
        partly: None,
    },
    Commencement {
        provision: "Part 6",
        subject: "local involvement and accountability",
        extent: "",
        in_force: day(2014, 10, 20),
        known_from: day(2014, 9, 24),
        order: seventh_order("article 3(d)"),
        partly: Some(PartlyInForce {
            since: day(2014, 5, 13),
            // At the latest: the day on which it was made was not read.
            known_from: day(2014, 5, 13),
            order: Citation {
                document: "SI 2014/949, Commencement Order No. 2",
                edition: "explanatory note, as made",
                place: "article 3 and the Schedule (sections 101, 104 and 105)",
                seen: Seen::InPart,
            },
        }),
    },
    Commencement {
        provision: "sections 113 to 115",
        subject: "sexual harm prevention orders and sexual risk orders",
        extent: "",
        in_force: day(2015, 3, 8),
        known_from: day(2015, 2, 24),
        order: eighth_order("article 2"),
        partly: None,
    },
];

const fn seventh_order(place: &'static str) -> Citation {
    Citation {
        document: "SI 2014/2590, Commencement Order No. 7",
        edition: "as made 24 September 2014",
        place,
        seen: Seen::InPart,
    }
}

const fn eighth_order(place: &'static str) -> Citation {
    Citation {
        document: "SI 2015/373, Commencement Order No. 8",
        edition: "as made 24 February 2015",
        place,
        seen: Seen::InPart,
    }
}

/// How a provision stands on a day, as far as it was known on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The Act is passed, but no order that we hold had been made.
    NoDayAppointed {
        /// The day since which some of it was in force all the same.
        partly_since: Option<NaiveDate>,
    },
    /// An order had been made; its day was still to come.
    Appointed {
        /// The day to come.
        day: NaiveDate,
        /// The day since which some of it was in force already.
        partly_since: Option<NaiveDate>,
    },
    /// It was in force.
    InForce {
        /// Its first day in force.
        since: NaiveDate,
    },
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let long = |day: NaiveDate| format!("{} {}", day.day(), day.format("%B %Y"));
        match *self {
            Self::NoDayAppointed { partly_since: None } => f.pad("no commencement day appointed"),
            Self::NoDayAppointed { partly_since: Some(day) } => {
                write!(f, "in part since {}; no commencement day appointed for the rest", long(day))
            }
            Self::Appointed { day, partly_since: None } => write!(f, "appointed for {}", long(day)),
            Self::Appointed { day, partly_since: Some(part) } => {
                write!(f, "in part since {}; the rest appointed for {}", long(part), long(day))
            }
            Self::InForce { since } => write!(f, "in force since {}", long(since)),
        }
    }
}

/// How a provision stands, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How it stands.
    pub state: State,
    /// The row that was read.
    pub commencement: &'static Commencement,
    /// The rule that answers.
    pub by: &'static Rule,
}

impl Standing {
    /// The orders that were known on `as_at`, in the order in which they took effect, one for a part of the provision
    /// first. What became known later is not named.
    #[must_use]
    pub fn orders_known(&self, as_at: NaiveDate) -> Vec<&'static Citation> {
        let partly = self.commencement.partly.as_ref().map(|partly| (partly.known_from, &partly.order));
        let whole = (self.commencement.known_from, &self.commencement.order);
        let orders = partly.into_iter().chain([whole]);
        orders.filter(|(known_from, _)| *known_from <= as_at).map(|(_, order)| order).collect()
    }

    /// The same in words: `no order made` if none was known.
    #[must_use]
    pub fn orders_in_words(&self, as_at: NaiveDate) -> String {
        let orders: Vec<String> = self.orders_known(as_at).into_iter().map(ToString::to_string).collect();
        if orders.is_empty() { "no order made".to_owned() } else { orders.join("; ") }
    }
}

/// Why it cannot be said how a provision stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// We hold no order for that provision.
    #[error("no commencement order is held for `{provision}` of the 2014 Act")]
    NoText {
        /// The provision that was asked for.
        provision: String,
    },
    /// The day is before the Act was passed.
    #[error("the 2014 Act was not yet passed on {day}")]
    NotPassed {
        /// The day that was asked for.
        day: NaiveDate,
    },
}

/// Says how `provision` stood on `as_at`, from what was known on that day.
///
/// Two dates govern: an order counts from the day it was *made*; the provision is *in force* from the day the order
/// appoints. A day that somebody announced is neither.
///
/// # Errors
///
/// [`Error::NotPassed`] before 13 March 2014, the day of Royal Assent; [`Error::NoText`] for a provision whose order we
/// do not hold.
///
/// # Examples
///
/// On 1 July 2014 nobody could plan by the law for an injunction under Part 1; on 1 April 2015 it was in force:
///
/// ```
/// use legal_matters::rules::commencement_of_the_2014_act::{State, standing};
/// use rulebook::day;
///
/// let july = standing("Part 1", day(2014, 7, 1))?;
/// assert_eq!(july.state, State::NoDayAppointed { partly_since: None });
/// let april = standing("Part 1", day(2015, 4, 1))?;
/// assert_eq!(april.state, State::InForce { since: day(2015, 3, 23) });
/// assert_eq!(april.commencement.order.document, "SI 2015/373, Commencement Order No. 8");
/// # Ok::<(), legal_matters::rules::commencement_of_the_2014_act::Error>(())
/// ```
pub fn standing(provision: &str, as_at: NaiveDate) -> Result<Standing, Error> {
    if !RULE.in_force.covers(as_at) {
        return Err(Error::NotPassed { day: as_at });
    }
    let commencement = COMMENCEMENTS
        .iter()
        .find(|commencement| commencement.provision.eq_ignore_ascii_case(provision.trim()))
        .ok_or_else(|| Error::NoText { provision: provision.trim().to_owned() })?;
    let partly_since = commencement
        .partly
        .as_ref()
        .filter(|partly| partly.known_from.max(partly.since) <= as_at)
        .map(|partly| partly.since);
    let state = if as_at < commencement.known_from {
        State::NoDayAppointed { partly_since }
    } else if as_at < commencement.in_force {
        State::Appointed { day: commencement.in_force, partly_since }
    } else {
        State::InForce { since: commencement.in_force }
    };
    Ok(Standing { state, commencement, by: &RULE })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        provision: String,
        as_at: NaiveDate,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/commencement-of-the-2014-act.toml"), |facts: &Facts| {
            match standing(&facts.provision, facts.as_at) {
                Ok(standing) => standing.state.to_string(),
                Err(error) => error.to_string(),
            }
        });
    }

    #[test]
    fn eve_of_the_act_is_refused() {
        let eve = RULE.in_force.from().unwrap().pred_opt().unwrap();
        assert_eq!(standing("Part 1", eve), Err(Error::NotPassed { day: eve }));
        assert!(standing("Part 1", eve.succ_opt().unwrap()).is_ok());
    }

    #[test]
    fn every_row_has_its_eve_and_its_first_day() {
        for row in &COMMENCEMENTS {
            let state = |day: NaiveDate| standing(row.provision, day).unwrap().state;
            let eve = |day: NaiveDate| day.pred_opt().unwrap();
            assert!(row.known_from <= row.in_force, "{}", row.provision);
            assert!(matches!(state(eve(row.known_from)), State::NoDayAppointed { .. }), "{}", row.provision);
            assert!(matches!(state(row.known_from), State::Appointed { .. }), "{}", row.provision);
            assert!(matches!(state(eve(row.in_force)), State::Appointed { .. }), "{}", row.provision);
            assert_eq!(state(row.in_force), State::InForce { since: row.in_force }, "{}", row.provision);
        }
    }

    /// Whatever a standing says must have an order beside it that says so.
    #[test]
    fn what_is_in_force_in_part_has_its_order() {
        let orders = |as_at| {
            let standing = standing("Part 6", as_at).unwrap();
            standing.orders_known(as_at).iter().map(|order| order.document).collect::<Vec<_>>()
        };
        assert!(orders(day(2014, 5, 12)).is_empty());
        assert_eq!(orders(day(2014, 7, 1)), ["SI 2014/949, Commencement Order No. 2"]);
        assert_eq!(
            orders(day(2014, 9, 24)),
            ["SI 2014/949, Commencement Order No. 2", "SI 2014/2590, Commencement Order No. 7"]
        );
        let eve = standing("Part 6", day(2014, 5, 12)).unwrap();
        assert_eq!(eve.orders_in_words(day(2014, 5, 12)), "no order made");
        for row in &COMMENCEMENTS {
            if let Some(partly) = &row.partly {
                assert!(
                    partly.known_from <= partly.since && partly.since < row.in_force,
                    "{}",
                    row.provision
                );
            }
        }
    }

    #[test]
    fn a_provision_stands_in_one_row_only() {
        for (index, row) in COMMENCEMENTS.iter().enumerate() {
            assert!(COMMENCEMENTS.iter().skip(index + 1).all(|other| other.provision != row.provision));
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_in_force_stays_in_force(row in 0..COMMENCEMENTS.len(), days in 0..3000_i64, later in 0..3000_i64) {
            let first = RULE.in_force.from().unwrap() + chrono::Duration::days(days);
            let provision = COMMENCEMENTS[row].provision;
            let early = standing(provision, first).unwrap().state;
            let late = standing(provision, first + chrono::Duration::days(later)).unwrap().state;
            if matches!(early, State::InForce { .. }) {
                proptest::prop_assert_eq!(early, late);
            }
        }
    }
}
