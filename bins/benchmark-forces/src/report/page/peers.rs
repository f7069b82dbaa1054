//! The force beside its peers: each rate, both official averages with the body that uses each, and the force against the others.

use document::{Block, Cell, Head, Inline, Row, Table, sections::Paragraphs};
use msf_benchmark::{ForceRate, OfMeasure, Peers, PeersOf, Role};

use super::{anchor, average_name, scale::printed, share_of_chance};

/// What is shown of them.
pub fn blocks(of: &OfMeasure, p: &mut Paragraphs) -> Vec<Block> {
    let peers = match &of.peers {
        Peers::None { why } => return vec![p.say(format!("There is no comparison with peers: {why}."))],
        Peers::Of(peers) => peers,
    };
    let sources = peers.group.sources.join("; ");
    let mut blocks = vec![p.say(format!("The group is published data: {sources}."))];
    if !peers.group.for_a_part.is_empty() {
        let names: Vec<&str> = peers.group.for_a_part.iter().map(|force| force.name()).collect();
        blocks.push(p.say(format!(
            "Peers for a part of the period only, and so not among them: {}.",
            names.join(", ")
        )));
    }
    blocks.push(Block::Table(rates(of)));
    if !peers.averages.is_empty() {
        blocks.push(Block::Table(averages(of, peers)));
    }
    if let Some(against) = peers.against {
        let decimals = of.measure.decimals;
        blocks.push(p.say(format!(
            "Left out of the average: the force has {}, its peers together {}. If chance alone made forces differ, a split at least this uneven would have a chance of {}. \
             Forces differ by more than chance, so that chance is too small nearly always, and over-dispersion is not estimated from so few.",
            printed(against.value, decimals),
            printed(against.others, decimals),
            share_of_chance(against.chance)
        )));
    }
    blocks
}

fn rates(of: &OfMeasure) -> Table {
    let shown = |force: &&ForceRate| match force.role {
        Role::Focal | Role::Peer => true,
        Role::Other => false,
    };
    let row = |force: &ForceRate| {
        let figures = of.figures.force(force.force);
        let own = if force.role == Role::Focal { " (the force itself)" } else { "" };
        Row::new([
            Cell::from(format!("{}{own}", force.force.name())),
            figures.map_or_else(Cell::default, |figures| Cell::from(&figures.rate)),
            Cell::from(super::place(of, force)),
        ])
    };
    Table {
        id: format!("{}.peers-rates", anchor(of)),
        caption: format!("{}: the force and its peers", of.measure.title),
        head: vec![Head::words("Force"), Head::numbers("Rate"), Head::numbers("Place among all forces")],
        rows: of.between.forces.iter().filter(shown).map(row).collect(),
        notes: vec![vec![Inline::text(format!("Rate: {}.", of.measure.unit))]],
    }
}

fn averages(of: &OfMeasure, peers: &PeersOf) -> Table {
    let row = |(average, figure): &(msf_benchmark::PeerAverage, rulebook::Figure)| {
        let chosen = peers.chosen.as_ref() == Some(average);
        let name = average_name(average.average, average.focal);
        Row::new([
            Cell::from(if chosen { format!("{name} (the one in the summary)") } else { name.to_owned() }),
            Cell::from(figure),
            Cell::from(average.forces.len().to_string()),
            Cell::from(average.average.used_by(average.focal)),
        ])
    };
    Table {
        id: format!("{}.peers-averages", anchor(of)),
        caption: format!("{}: averages of the group, and who uses each", of.measure.title),
        head: vec![
            Head::words("Average"),
            Head::numbers("Rate"),
            Head::numbers("Forces in it"),
            Head::words("Who uses it"),
        ],
        rows: of.figures.peers.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
