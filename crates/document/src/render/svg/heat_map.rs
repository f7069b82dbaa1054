//! A square of counts, told by number and by darkness.

use serde::Serialize;

use super::{
    Anchor, Line, Text, WIDTH,
    heat::{self, Shades, Square},
    words::{BOLD, Put, SMALL, column, line_height, put, width},
};
use crate::{Heat, HeatCell, render::plain::one_line};

/// The height of a row: two lines of a name.
const ROW: i64 = 36;
/// Where the rows begin: below what the columns are and their numbers.
const TOP: i64 = 52;
/// Where names begin: right of their numbers.
const NAME: i64 = 30;
/// The narrowest a column is.
const NARROWEST: i64 = 34;
/// The widest a column is, unless a number needs more.
const WIDEST: i64 = 90;
/// A mark for a count that is left out, where the words have no room.
const LEFT_OUT: &str = "×";

/// What the rows, the columns and the counts are.
pub(super) struct Words<'a> {
    pub(super) rows: &'a str,
    pub(super) columns: &'a str,
    pub(super) of: &'a str,
}

/// What the template of the heat map prints.
#[derive(Serialize)]
pub(super) struct Picture {
    height: i64,
    cells: Vec<Drawn>,
    /// Ground for words that stand on a pattern.
    plates: Vec<Drawn>,
    lines: Vec<Line>,
    texts: Vec<Text>,
}

#[derive(Serialize)]
struct Drawn {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    class: &'static str,
    left_out: bool,
    says: String,
}

pub(super) fn lay_out(words: &Words<'_>, names: &[String], cells: &[HeatCell]) -> Picture {
    let labels = column(names.iter().map(String::as_str), SMALL, 180);
    let left = NAME + labels + 12;
    // As many columns as leave room for the widest number; what is taken together can be wider than its parts.
    let widest = |cells: &[HeatCell]| {
        let widths = cells.iter().map(|cell| width(&counted(cell.heat), SMALL) + 10);
        widths.max().unwrap_or_default().max(NARROWEST)
    };
    let room_for =
        |cells: &[HeatCell]| usize::try_from((WIDTH - left - 2) / widest(cells)).unwrap_or(2).max(2);
    let mut most = room_for(cells);
    let mut square = Square::of(names, cells, most);
    while room_for(&square.cells) < most && most > 2 {
        most -= 1;
        square = Square::of(names, cells, most);
    }
    let count = i64::try_from(square.names.len()).unwrap_or_default();
    let cell_width = ((WIDTH - left - 2) / count.max(1)).min(WIDEST.max(widest(&square.cells)));
    let grid = Grid { left, width: cell_width, count };
    let mut picture =
        Picture { height: 0, cells: Vec::new(), plates: Vec::new(), lines: Vec::new(), texts: Vec::new() };
    picture.headings(words, &grid);
    for (name, at) in square.names.iter().zip(0_i64..) {
        picture.named(name, at, labels, &grid);
    }
    let shades = Shades::of(&square.cells);
    for cell in &square.cells {
        picture.cell(*cell, words, &square, &grid, shades);
    }
    picture.ruled(&grid);
    let legend = TOP + count * ROW + 20;
    picture.height = picture.legend(words, shades, &square, legend);
    picture
}

/// Where the cells stand.
struct Grid {
    left: i64,
    width: i64,
    count: i64,
}

impl Grid {
    const fn right(&self) -> i64 {
        self.left + self.count * self.width
    }

    const fn floor(&self) -> i64 {
        TOP + self.count * ROW
    }
}

fn line_of(x: i64, middle: i64, anchor: Anchor, room: i64) -> Put {
    Put { x, middle, anchor, font: SMALL, class: "quiet", room, lines: 1 }
}

impl Picture {
    /// What rows and columns are, and that they are numbered alike.
    fn headings(&mut self, words: &Words<'_>, grid: &Grid) {
        let columns = format!("across: {}, by the numbers of the rows", one_line(words.columns));
        self.texts.extend(put(&columns, &line_of(grid.left, 12, Anchor::Start, WIDTH - grid.left)));
        let rows = format!("down: {}", one_line(words.rows));
        self.texts.extend(put(&rows, &line_of(0, 36, Anchor::Start, grid.left - 8)));
    }

    /// A name with its number, and the number again above its column.
    fn named(&mut self, name: &str, at: i64, labels: i64, grid: &Grid) {
        let number = (at + 1).to_string();
        let middle = TOP + at * ROW + ROW / 2;
        let place =
            |x, middle, anchor, room| Put { x, middle, anchor, font: SMALL, class: "name", room, lines: 2 };
        self.texts.extend(put(&number, &place(NAME - 8, middle, Anchor::End, NAME - 8)));
        self.texts.extend(put(name, &place(NAME, middle, Anchor::Start, labels)));
        let centre = grid.left + at * grid.width + grid.width / 2;
        self.texts.extend(put(&number, &place(centre, 36, Anchor::Middle, grid.width - 4)));
    }

    fn cell(&mut self, cell: HeatCell, words: &Words<'_>, square: &Square, grid: &Grid, shades: Shades) {
        let place = |at: usize| i64::try_from(at).unwrap_or_default();
        let (x, y) = (grid.left + place(cell.column) * grid.width, TOP + place(cell.row) * ROW);
        let name = |at: usize| square.names.get(at).map_or_else(String::new, |name| one_line(name));
        let count = match cell.heat {
            Heat::Count(_) => format!("{} {}", counted(cell.heat), one_line(words.of)),
            Heat::LeftOut => "left out".to_owned(),
        };
        let class = shades.class(cell.heat);
        self.cells.push(Drawn {
            x,
            y,
            width: grid.width,
            height: ROW,
            class,
            left_out: cell.heat == Heat::LeftOut,
            says: format!(
                "{} {}, {} {}: {count}",
                one_line(words.rows),
                name(cell.row),
                one_line(words.columns),
                name(cell.column)
            ),
        });
        let room = grid.width - 6;
        let said = match cell.heat {
            Heat::LeftOut if width("left out", SMALL) > room => LEFT_OUT.to_owned(),
            Heat::LeftOut => "left out".to_owned(),
            Heat::Count(_) => counted(cell.heat),
        };
        let class = if class == heat::DARKEST { "on-dark" } else { "value" };
        let (x, middle) = (x + grid.width / 2, y + ROW / 2);
        if cell.heat == Heat::LeftOut {
            let wide = width(&said, SMALL) + 4;
            self.plates.push(Drawn {
                x: x - wide / 2,
                y: middle - 9,
                width: wide,
                height: 18,
                class: "plate",
                left_out: false,
                says: String::new(),
            });
        }
        let place = Put { x, middle, anchor: Anchor::Middle, font: SMALL, class, room, lines: 1 };
        self.texts.extend(put(&said, &place));
    }

    /// Lines between the cells.
    fn ruled(&mut self, grid: &Grid) {
        for at in 0..=grid.count {
            let (x, y) = (grid.left + at * grid.width, TOP + at * ROW);
            self.lines.push(Line::upright(x, TOP, grid.floor(), "grid"));
            self.lines.push(Line { x1: grid.left, y1: y, x2: grid.right(), y2: y, class: "grid" });
        }
    }

    /// What each shade means, what a blank cell means and what is drawn together; and where all of that ends.
    fn legend(&mut self, words: &Words<'_>, shades: Shades, square: &Square, top: i64) -> i64 {
        let used = |class| square.cells.iter().any(|cell| shades.class(cell.heat) == class);
        let mut entries = shades.legend();
        entries.retain(|(class, _)| used(*class));
        let narrow = self.texts.iter().any(|text| text.words == LEFT_OUT);
        if square.cells.iter().any(|cell| cell.heat == Heat::LeftOut) {
            let mark = if narrow { format!("{LEFT_OUT}: left out") } else { "left out".to_owned() };
            entries.push((heat::LEFT_OUT, format!("{mark}, too few or telling of too few")));
        }
        entries.push((heat::NONE, "none".to_owned()));
        let (mut x, mut y) = (0, top);
        for (class, meaning) in entries {
            let wide = 22 + 6 + width(&meaning, SMALL) + 16;
            if x > 0 && x + wide > WIDTH {
                (x, y) = (0, y + 22);
            }
            self.cells.push(Drawn {
                x: x + 1,
                y: y - 7,
                width: 22,
                height: 14,
                class,
                left_out: class == heat::LEFT_OUT,
                says: String::new(),
            });
            self.texts.extend(put(&meaning, &line_of(x + 30, y, Anchor::Start, WIDTH - x - 30)));
            x += wide;
        }
        y += 24;
        let mut say = |said: &str, font| {
            let place = Put {
                x: 0,
                middle: y + 8,
                anchor: Anchor::Start,
                font,
                class: "quiet",
                room: WIDTH,
                lines: 2,
            };
            self.texts.extend(put(said, &place));
            y += 2 * line_height(font) + 6;
        };
        say(&format!("the number in a cell: {}", one_line(words.of)), SMALL);
        if let Some((drawn, all)) = square.cut {
            let told = format!(
                "{drawn} of {all} names are drawn, those with most; the others are taken together in the last row and the last column. The table \
                 holds all."
            );
            say(&told, BOLD);
        }
        y
    }
}

/// A count as it stands in its cell.
fn counted(heat: Heat) -> String {
    match heat {
        Heat::Count(0) | Heat::LeftOut => String::new(),
        Heat::Count(count) => super::scale::grouped(&count.to_string()),
    }
}
