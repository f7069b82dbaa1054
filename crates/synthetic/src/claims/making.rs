//! The claims as they are made: persons first, then what is made of each.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate};

use crate::{
    draw::Draw,
    names::{fresh, misspelt, retyped},
};

/// Days of acts with the last day of three months beginning with each. Made by hand from a calendar: the day before the
/// corresponding day, or the last day of a month too short to have one.
const ACTS: [(&str, &str); 12] = [
    ("2010-11-30", "2011-02-28"),
    ("2011-03-31", "2011-06-30"),
    ("2011-06-30", "2011-09-29"),
    ("2011-09-01", "2011-11-30"),
    ("2011-11-30", "2012-02-29"),
    ("2012-01-15", "2012-04-14"),
    ("2012-03-31", "2012-06-30"),
    ("2012-06-30", "2012-09-29"),
    ("2012-08-31", "2012-11-30"),
    ("2012-12-01", "2013-02-28"),
    ("2013-03-31", "2013-06-30"),
    ("2013-05-20", "2013-08-19"),
];
pub(super) const FORCES: [&str; 5] =
    ["Synthetic Force A", "Synthetic Force B", "Synthetic Force C", "Synthetic Force D", "Synthetic Force E"];
const MULTIPLES: [&str; 4] =
    ["Synthetic multiple 1", "Synthetic multiple 2", "Synthetic multiple 3", "Synthetic multiple 4"];
const HEADS: [&str; 2] = ["indirect age discrimination", "disability discrimination"];

/// How many persons there are, and of how many a second row is made, and how: 497 rows together.
const PERSONS: u64 = 404;
const UNCHANGED: u64 = 14;
const TYPED: u64 = 16;
const IN_TWO_MULTIPLES: u64 = 13;
const REISSUED: u64 = 12;
const REISSUED_AFTER_WITHDRAWAL: u64 = 3;
const OTHER_WARRANT_NUMBER: u64 = 5;
const SAME_WARRANT_NUMBER: u64 = 4;
const NO_BIRTH_DATE: u64 = 3;
const TWO_FORCES: u64 = 8;
const OTHER_ACT: u64 = 5;
const OTHER_HEAD: u64 = 5;
const NAMESAKES: u64 = 5;

#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) claimant: String,
    pub(super) birth: String,
    pub(super) warrant: String,
    pub(super) respondent: &'static str,
    pub(super) act: NaiveDate,
    pub(super) last_day: NaiveDate,
    pub(super) presented: NaiveDate,
    pub(super) head: &'static str,
    pub(super) multiple: &'static str,
    pub(super) state: &'static str,
    pub(super) relation: Relation,
}

/// What a row was made as; rows are named by the order in which they were made.
#[derive(Debug, Clone, Copy)]
pub(super) enum Relation {
    Own,
    Repeats { of: usize, kind: &'static str },
    Unclear { against: usize },
}

/// The rows as they are made, in that order.
pub(super) struct Register {
    pub(super) draw: Draw,
    names: BTreeSet<String>,
    warrants: u64,
    pub(super) rows: Vec<Row>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn later(from: NaiveDate, days: u64) -> NaiveDate {
    from.checked_add_days(Days::new(days)).unwrap_or(from)
}

fn days_between(first: NaiveDate, last: NaiveDate) -> u64 {
    last.signed_duration_since(first).num_days().unsigned_abs()
}

impl Register {
    /// All rows of a seed.
    pub(super) fn made(seed: u64) -> Self {
        let mut register =
            Self { draw: Draw::seeded(seed), names: BTreeSet::new(), warrants: 10_000, rows: Vec::new() };
        register.plain();
        register.duplicates();
        register.unclear();
        register.alike_but_distinct();
        register
    }

    fn warrant(&mut self) -> String {
        self.warrants += self.draw.between(1, 9);
        format!("SYN{}", self.warrants)
    }

    fn birth(&mut self) -> String {
        // No day is above 12 and none equals its month, so that day and month can be changed over.
        let (year, month) = (self.draw.between(1950, 1963), self.draw.between(1, 12));
        let day = (month + self.draw.between(0, 10)) % 12 + 1;
        format!("{year}-{month:02}-{day:02}")
    }

    /// A new person and a claim of theirs, presented so many days after the act, or at random, mostly out of time.
    fn person(&mut self, presented: Option<fn(NaiveDate, NaiveDate) -> NaiveDate>) -> Row {
        let (act, last_day) = self.draw.one_of(&ACTS.map(|(act, last)| (day(act), day(last))));
        let presented = presented.map_or_else(
            || {
                if self.draw.below(12) == 0 {
                    later(act, self.draw.below(days_between(act, last_day) + 1))
                } else {
                    // At the end of 2013 at the latest: copies made of it come later, and before April 2014.
                    let room = days_between(last_day, day("2013-12-31"));
                    later(last_day, self.draw.between(1, room.min(500)))
                }
            },
            |presented| presented(act, last_day),
        );
        Row {
            claimant: fresh(&mut self.draw, &mut self.names),
            birth: self.birth(),
            warrant: self.warrant(),
            respondent: self.draw.one_of(&FORCES),
            act,
            last_day,
            presented,
            head: HEADS.first().copied().unwrap_or_default(),
            multiple: self.draw.one_of(&MULTIPLES),
            state: "stayed",
            relation: Relation::Own,
        }
    }

    /// Adds a row; its name is the order in which it was made.
    fn add(&mut self, row: Row) -> usize {
        self.rows.push(row);
        self.rows.len() - 1
    }

    /// Persons of whom no second row is made: the edges of the limit first.
    fn plain(&mut self) {
        let made_later = UNCHANGED
            + TYPED
            + IN_TWO_MULTIPLES
            + REISSUED
            + REISSUED_AFTER_WITHDRAWAL
            + OTHER_WARRANT_NUMBER
            + SAME_WARRANT_NUMBER
            + NO_BIRTH_DATE
            + TWO_FORCES
            + OTHER_ACT
            + OTHER_HEAD
            + NAMESAKES;
        for n in 0..PERSONS - made_later {
            let mut row = match n {
                0..3 => self.person(Some(|act, _| act)),
                3..9 => self.person(Some(|_, last_day| last_day)),
                9..15 => self.person(Some(|_, last_day| later(last_day, 1))),
                _ => self.person(None),
            };
            row.state = match self.draw.below(40) {
                0 | 1 => "withdrawn",
                2 => "proceeding",
                _ => "stayed",
            };
            if self.draw.below(15) == 0 {
                row.warrant = String::new();
            }
            self.add(row);
        }
    }

    /// A new person with a claim, and a second row that `change` makes of it.
    fn pair(&mut self, change: impl FnOnce(&mut Self, &mut Row, usize)) {
        let row = self.person(None);
        let mut second = row.clone();
        let first = self.add(row);
        change(self, &mut second, first);
        self.add(second);
    }

    fn duplicates(&mut self) {
        for _ in 0..UNCHANGED {
            self.pair(|_, row, of| row.relation = Relation::Repeats { of, kind: "relodged unchanged" });
        }
        for _ in 0..TYPED {
            self.pair(|register, row, of| {
                row.claimant = retyped(&mut register.draw, &row.claimant);
                row.presented = later(row.presented, register.draw.between(1, 20));
                row.relation = Relation::Repeats { of, kind: "typing variant" };
            });
        }
        for _ in 0..IN_TWO_MULTIPLES {
            self.pair(|register, row, of| {
                let others: Vec<&str> =
                    MULTIPLES.into_iter().filter(|other| *other != row.multiple).collect();
                row.multiple = register.draw.one_of(&others);
                row.presented = later(row.presented, register.draw.between(1, 60));
                row.relation = Relation::Repeats { of, kind: "in two multiples" };
            });
        }
        for n in 0..REISSUED {
            self.pair(|register, row, of| {
                if n % 3 == 0 {
                    row.warrant = String::new();
                }
                row.presented = later(row.presented, register.draw.between(1, 90));
                row.relation = Relation::Repeats { of, kind: "reissued later" };
            });
        }
        for _ in 0..REISSUED_AFTER_WITHDRAWAL {
            self.pair(|register, row, withdrawn| {
                row.presented = later(row.presented, register.draw.between(1, 90));
                let counted = withdrawn + 1;
                if let Some(first) = register.rows.get_mut(withdrawn) {
                    first.state = "withdrawn";
                    first.relation = Relation::Repeats { of: counted, kind: "reissued later" };
                }
            });
        }
    }

    fn unclear(&mut self) {
        for _ in 0..OTHER_WARRANT_NUMBER {
            self.pair(|register, row, against| {
                row.warrant = register.warrant();
                row.presented = later(row.presented, register.draw.between(1, 30));
                row.relation = Relation::Unclear { against };
            });
        }
        for n in 0..SAME_WARRANT_NUMBER {
            self.pair(|register, row, against| {
                if n % 2 == 0 {
                    row.claimant = misspelt(&row.claimant);
                } else if let Some(birth) = row.birth.parse().ok().and_then(changed_over) {
                    row.birth = birth.to_string();
                }
                row.presented = later(row.presented, register.draw.between(1, 30));
                row.relation = Relation::Unclear { against };
            });
        }
        for n in 0..NO_BIRTH_DATE {
            self.pair(|register, row, against| {
                row.birth = if n % 2 == 0 { String::new() } else { "not known".to_owned() };
                row.warrant = String::new();
                row.presented = later(row.presented, register.draw.between(1, 30));
                row.relation = Relation::Unclear { against };
            });
        }
    }

    fn alike_but_distinct(&mut self) {
        for _ in 0..TWO_FORCES {
            self.pair(|register, row, _| {
                let others: Vec<&str> = FORCES.into_iter().filter(|other| *other != row.respondent).collect();
                row.respondent = register.draw.one_of(&others);
            });
        }
        for _ in 0..OTHER_ACT {
            self.pair(|_, row, _| {
                // The next day of the table is a later act of the same person; the claim is presented on its last day.
                if let Some((act, last_day)) = ACTS.iter().find(|(act, _)| day(act) > row.act) {
                    (row.act, row.last_day, row.presented) = (day(act), day(last_day), day(last_day));
                } else {
                    row.head = HEADS.last().copied().unwrap_or_default();
                }
            });
        }
        for _ in 0..OTHER_HEAD {
            self.pair(|_, row, _| row.head = HEADS.last().copied().unwrap_or_default());
        }
        for _ in 0..NAMESAKES {
            self.pair(|register, row, _| {
                let own = row.birth.clone();
                while row.birth == own {
                    row.birth = register.birth();
                }
                row.warrant = register.warrant();
            });
        }
    }
}

/// The same date with day and month changed over.
fn changed_over(birth: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(birth.year(), birth.day(), birth.month())
}
