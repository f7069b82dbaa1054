//! What was recorded under another class than the one that is due.

use document::{
    Block,
    sections::{Named, Paragraphs, summary},
};
use recording_audit::compare::Confusion;

use super::heat_map::{Pair, heat_map};

/// A picture of the groups, and a table of the classes whose counts are shown; or in words that there are none, or why they are left out.
pub fn wrong_class(p: &mut Paragraphs, confusion: &Confusion) -> Vec<Block> {
    let mut blocks = Vec::new();
    let title = "Groups of offences due, and recorded in their place";
    if let Some(why) = confusion.left_out {
        blocks.push(p.say(format!("{title}: left out, since {why}.")));
    } else if confusion.pairs.is_empty() {
        blocks.push(p.say("No crime was recorded under another class than the one that is due."));
    } else {
        blocks.push(p.say(
            "Crimes recorded under another class than the one that is due, by the groups of both in the list of offences. Two classes may differ \
             within one group: those stand on the line from the upper left to the lower right. What is recorded as due is not in the picture.",
        ));
        let pairs: Vec<Pair<'_>> = confusion
            .pairs
            .iter()
            .map(|pair| Pair { due: &pair.due, recorded: &pair.recorded, crimes: pair.crimes })
            .collect();
        blocks.push(Block::Chart(heat_map(Named { id: "groups", title }, "group", &pairs)));
        blocks.extend(classes(p, confusion));
    }
    blocks
}

/// The pairs of classes whose counts are shown.
fn classes(p: &mut Paragraphs, confusion: &Confusion) -> Option<Block> {
    let rows = class_rows(confusion);
    if rows.len() == 1 {
        return Some(p.say("The counts of all classes within these groups are left out."));
    }
    let title = "Classes due, and recorded in their place, where the count is shown";
    summary(p, Named { id: "classes", title }, 4, &rows)
}

/// The same as rows of words, the header first.
pub fn class_rows(confusion: &Confusion) -> Vec<Vec<String>> {
    let header =
        ["group due", "class due", "group recorded", "class recorded", "crimes"].map(str::to_owned).to_vec();
    let rows = confusion.pairs.iter().flat_map(|pair| {
        pair.classes.iter().filter_map(|classes| {
            let crimes = classes.crimes?.to_string();
            let names = [&pair.due, &classes.due, &pair.recorded, &classes.recorded].map(Clone::clone);
            Some(names.into_iter().chain([crimes]).collect::<Vec<String>>())
        })
    });
    [header].into_iter().chain(rows).collect()
}
