//! A declared count is borne out by the list.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::{Row, Rows};

use super::undecided;
use crate::{Item, ItemKind, Naming, Portfolio, Settings, cells::counted};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("declared-count-borne-out"),
    title: "A declared count is borne out by the list",
    says: "The list of items knows as many programmes, as many projects and as many items in all as are declared, and \
           leaves no item of unknown kind.",
    basis: Basis::Reasoned {
        why: "a number that the list behind it does not bear out cannot be checked by the board",
    },
    in_force: InForce::Always,
    exemplar: "one programme declared, one item listed, its kind not known",
    mend: "say of each item whether it is a programme or a project, or correct the number",
};

/// How many items of each sort a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All items.
    pub listed: u64,
    /// Those known to be programmes.
    pub programmes: u64,
    /// Those known to be projects.
    pub projects: u64,
    /// Those of which it is not known, or not told, what they are.
    pub kind_not_known: u64,
    /// Those that the source counts without naming.
    pub placeholders: u64,
}

/// Counts the items by sort.
#[must_use]
pub fn tally(items: &[Row<Item>]) -> Tally {
    let mut tally = Tally::default();
    for Row { value: item, .. } in items {
        tally.listed += 1;
        match item.kind {
            Known::Is(ItemKind::Programme) => tally.programmes += 1,
            Known::Is(ItemKind::Project) => tally.projects += 1,
            Known::NotKnown | Known::NotSupplied => tally.kind_not_known += 1,
        }
        match item.placeholder {
            Naming::Placeholder => tally.placeholders += 1,
            Naming::Named => {}
        }
    }
    tally
}

/// A finding for the programmes, the projects and the total, where the list does not bear them out.
#[must_use]
pub fn check(portfolio: &Settings<Portfolio>, items: &Rows<Item>) -> Vec<Finding> {
    if let Some(reason) = items.withheld() {
        return vec![undecided(
            &RULE,
            &items.file,
            "whether the list bears out the declared counts",
            &reason,
        )];
    }
    let declared = &portfolio.value;
    let tally = tally(&items.good);
    let total = declared.programmes_declared.saturating_add(declared.projects_declared);
    // Placeholders may have been entered to fill the total up, so they cannot bear it out.
    let in_all = match (total == tally.listed, tally.placeholders) {
        (false, _) => format!("the total of {total} does not match either"),
        (true, 0) => format!("the total of {total} does match"),
        (true, 1) => format!("the total of {total} matches only with the 1 placeholder"),
        (true, n) => format!("the total of {total} matches only with the {n} placeholders"),
    };
    let mut found = Vec::new();
    for (noun, key, said, known) in [
        ("programme", "programmes_declared", declared.programmes_declared, tally.programmes),
        ("project", "projects_declared", declared.projects_declared, tally.projects),
    ] {
        if said == known && tally.kind_not_known == 0 {
            continue;
        }
        let verdict = if known > said || known + tally.kind_not_known < said {
            "the list contradicts the number"
        } else {
            "the list does not bear the number out"
        };
        let sentence = format!(
            "{} declared; of {} listed, {known} known to be {noun}s and {} of unknown kind ({}): {verdict}; {in_all}",
            counted(said, noun),
            counted(tally.listed, "item"),
            tally.kind_not_known,
            counted(tally.placeholders, "placeholder"),
        );
        found.push(
            Finding::new(&RULE, Severity::Warning, key, Some(portfolio.place(key)), sentence)
                .with("declared", said)
                .with("known", known)
                .with("kind not known", tally.kind_not_known)
                .with("placeholders", tally.placeholders)
                .with("listed", tally.listed),
        );
    }
    if total != tally.listed {
        let sentence = format!(
            "{} and {} declared make {total}; {} listed",
            counted(declared.programmes_declared, "programme"),
            counted(declared.projects_declared, "project"),
            counted(tally.listed, "item"),
        );
        let place = Some(portfolio.place("programmes_declared"));
        found.push(
            Finding::new(&RULE, Severity::Warning, "items_declared", place, sentence)
                .with("declared", total)
                .with("listed", tally.listed),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/declared-count-borne-out.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
